"""The HTML page: whole, safe, and readable without colour, script or network."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from builders import make_report
from bulletlint.core.finding import FileReport, Report
from bulletlint.report.html.page import COLUMNS, choose_columns, load_templates, render_html
from bulletlint.report.redaction import redact_file

REPORT = make_report()
VOID = {"meta", "br", "link", "img", "hr", "input"}


class Outline(HTMLParser):
    """Collects the tags, ids, links and words of a page; raises AssertionError where tags do not pair up."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag not in VOID:
            self.open.append(tag)
        for name, value in attrs:
            assert not name.startswith("on")
            if name == "id":
                self.ids.append(value or "")
            if name in ("href", "src"):
                self.links.append(value or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)


def read_page(text: str) -> Outline:
    outline = Outline()
    outline.feed(text)
    outline.close()
    assert outline.open == []
    return outline


@pytest.mark.parametrize(
    "report",
    [REPORT, replace(REPORT, files=()), replace(REPORT, files=(FileReport("a.md", "markdown", None),))],
)
def test_the_page_is_whole(report: Report) -> None:
    """Tags pair up, ids are unique, and every link leads to one of them."""
    outline = read_page(render_html(report))
    assert len(outline.ids) == len(set(outline.ids))
    assert set(outline.links) - {"#file-1"} <= {f"#{name}" for name in outline.ids}


def test_nothing_runs_and_nothing_is_loaded() -> None:
    page = render_html(REPORT)
    assert "script" not in read_page(page).tags
    assert "default-src 'none'" in page
    assert not re.search(r"https?://|url\(|@import", page)


def test_words_of_a_resume_are_never_mark_up() -> None:
    file = REPORT.files[0]
    evil = 'Cut <script>alert(1)</script> & "quotes" by 40 %'
    bullet = replace(
        file.bullets[0], text=evil, evidence=(), findings=(), rewrite=None, section="<b>Work</b>"
    )
    page = render_html(replace(REPORT, files=(replace(file, path="<i>.md", bullets=(bullet,), findings=()),)))
    outline = read_page(page)
    assert {"script", "b", "i"}.isdisjoint(outline.tags)
    assert evil in "".join(outline.words)


def test_every_bullet_is_in_the_picture_and_in_words() -> None:
    """The picture says yes, no or – and needs no colour."""
    file = REPORT.files[0]
    page = render_html(replace(REPORT, files=(file,)))
    cells = re.findall(r'<td data-state="(yes|no|–)">(yes|no|–)</td>', page)
    assert len(cells) == len(choose_columns(file.bullets)) * len(file.bullets)
    assert all(state == word for state, word in cells)
    words = re.sub(r"\s+", " ", "".join(read_page(page).words))
    for bullet in file.bullets:
        for finding in bullet.findings:
            assert finding.severity in words
            assert f"{finding.code} {finding.rule}" in words
            assert finding.message in words


def list_cells(page: str) -> list[str]:
    return re.findall(r'<td data-state="(yes|no|–)">', page)


def test_the_picture_has_no_column_for_what_the_profile_does_not_ask() -> None:
    """What a bullet is not asked is not missing from it, and what it says all the same is told."""
    file = REPORT.files[0]
    bullet = replace(
        file.bullets[0], kind="delivery", metric="none", cost="none", fallback=False, evidence=()
    )
    silent = replace(bullet, asked=())
    page = render_html(replace(REPORT, files=(replace(file, bullets=(silent,)),)))
    assert [name for name in COLUMNS if f'<th scope="col">{name}</th>' in page] == ["result"]
    asked = replace(bullet, asked=("missing-cost",))
    stated = replace(silent, cost="paid")
    page = render_html(replace(REPORT, files=(replace(file, bullets=(asked, silent, stated)),)))
    assert [name for name in COLUMNS if f'<th scope="col">{name}</th>' in page] == ["result", "cost"]
    assert list_cells(page) == ["no", "no", "no", "–", "no", "yes"]


def read_colours(css: str) -> dict[str, tuple[int, int, int]]:
    """Return the colours of a block of variables, each as red, green and blue."""
    return {
        name: (int(code[:2], 16), int(code[2:4], 16), int(code[4:], 16))
        for name, code in re.findall(r"--(\w+): #([0-9a-f]{6});", css)
    }


def measure_contrast(one: Sequence[float], other: Sequence[float]) -> float:
    """Return how much two colours differ, from 1 to 21, as WCAG 2 measures it."""

    def weigh(colour: Sequence[float]) -> float:
        parts = [part / 255 for part in colour]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lighter, darker = sorted((weigh(one), weigh(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_word_stands_out_from_its_ground(scheme: str) -> None:
    """At least 4.5 to 1, on the page, on a card, and where the picture says yes."""
    head = load_templates().get_template("head.html").render(tool=REPORT.tool)
    light, dark = (read_colours(block) for block in re.findall(r":root \{(.*?)\}", head, re.DOTALL))
    colours = light if scheme == "light" else dark
    grounds = [colours.pop("paper"), colours.pop("card")]
    colours.pop("line")
    assert len(colours) == 7
    found = {
        name: min(measure_contrast(colour, ground) for ground in grounds) for name, colour in colours.items()
    }
    assert {name: round(ratio, 2) for name, ratio in found.items() if ratio < 4.5} == {}
    yes = [0.22 * good + 0.78 * paper for good, paper in zip(colours["good"], grounds[0], strict=True)]
    assert measure_contrast(colours["ink"], yes) >= 4.5


def test_a_dark_screen_does_not_print_light_words() -> None:
    """Paper is white whatever the screen looks like."""
    head = load_templates().get_template("head.html").render(tool=REPORT.tool)
    assert re.findall(r"@media [^{]*dark[^{]*", head) == ["@media screen and (prefers-color-scheme: dark) "]


def test_the_best_hour_comes_first() -> None:
    page = render_html(REPORT)
    assert page.index("Start with") < page.index("What each bullet states") < page.index("Bullet by bullet")


def test_a_redacted_report_holds_no_word_of_the_resume() -> None:
    file = REPORT.files[0]
    said = {word for bullet in file.bullets for word in re.findall(r"[A-Za-z]{5,}", bullet.text)}
    page = render_html(replace(REPORT, files=(redact_file(file, {}),)))
    assert said & set(COLUMNS) == {"fallback"}  # the name of a column as well
    assert not (said - set(COLUMNS)) & set(re.findall(r"[A-Za-z]{5,}", page.partition("<body>")[2]))


def test_a_file_that_cannot_be_read_says_why() -> None:
    broken = FileReport("b.pdf", None, "b.pdf: is damaged; export it again")
    assert "is damaged; export it again" in render_html(replace(REPORT, files=(broken,)))
