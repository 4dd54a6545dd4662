"""The HTML page: whole, safe, and readable without colour, script or network."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from builders import make_report
from bulletlint.core.finding import FileReport, Report
from bulletlint.report.html.page import COLUMNS, render_html
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
    assert len(re.findall(r'<td data-state="(?:yes|no|–)">(?:yes|no|–)</td>', page)) == len(COLUMNS) * len(
        file.bullets
    )
    words = re.sub(r"\s+", " ", "".join(read_page(page).words))
    for bullet in file.bullets:
        for finding in bullet.findings:
            assert finding.severity in words
            assert f"{finding.code} {finding.rule}" in words
            assert finding.message in words


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
