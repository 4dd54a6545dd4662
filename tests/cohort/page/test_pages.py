"""The pages of a cohort."""

from __future__ import annotations

import re
from dataclasses import replace
from html import escape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from bulletlint.cohort.errors import CohortError
from bulletlint.cohort.manifest import Counts, Manifest, finish, write_manifest
from bulletlint.cohort.page.pages import Written, write_pages
from bulletlint.cohort.page.people import name_page
from bulletlint.cohort.plan import WHOLE
from bulletlint.rulebook.load import load_rules
from cohorts import IDENTITY, write_tables

RULES = load_rules()
MANIFEST = finish(Manifest(IDENTITY, WHOLE), Counts(12, 1, 24, 12, 900))


def make_cohort(people: int, **changes: Any) -> list[dict[str, Any]]:
    return [
        {
            "id": f"p{at:02}",
            "programme": "R&D <i>",
            "year": "2027",
            "advisor": "kd",
            "metrics": ("outcome", "none"),
        }
        | changes
        for at in range(people)
    ]


class Checker(HTMLParser):
    """Knows whether every element is closed, and what the page would load or run."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.loads: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "br", "line", "circle", "rect"):
            self.open.append(tag)
        if tag in ("script", "link", "img", "iframe") or any(name in ("src", "href") for name, _ in attrs):
            self.loads.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in ("line", "circle", "rect"):
            assert self.open.pop() == tag


def check_page(path: Path) -> str:
    """Return a page that is well formed and loads nothing."""
    page = path.read_text(encoding="utf-8")
    checker = Checker()
    checker.feed(page)
    assert (checker.open, checker.loads) == ([], [])
    return page


def test_the_page_has_groups_rules_verbs_and_reasons(tmp_path: Path) -> None:
    """And no person, no id, no place."""
    cohort = [*make_cohort(6), *make_cohort(12, programme="EE")[6:], {"id": "p99", "error": "is damaged"}]
    parts = write_tables(tmp_path, cohort, parts=2)
    assert write_pages(tmp_path, MANIFEST, RULES) == Written(2, 0)
    page = check_page(tmp_path / "index.html")
    assert parts.list_numbers() == [0, 1]
    for words in (
        "12 files, 24 bullets, 12 findings; 12 people with a resume that could be judged; 1 file could not be read.",
        "ranks nobody",
        "R&amp;D &lt;i&gt;",
        "50% <small>31% to 69% · <i>n</i> = 24</small>",
        "BL201 missing-metric",
        "No number says what improved or how far it reached.",
        '<th scope="row">cut</th>',
        "is damaged",
    ):
        assert words in page
    assert re.findall(r"p\d\d\b", page) == []


def test_a_cohort_of_four_has_no_figure(tmp_path: Path) -> None:
    """It says why."""
    write_tables(tmp_path, make_cohort(4))
    write_pages(tmp_path, MANIFEST, RULES)
    page = check_page(tmp_path / "index.html")
    assert "Fewer than 5 people are in this cohort" in page
    assert "<svg" not in page


def test_each_advisor_has_a_list_in_the_order_of_ids(tmp_path: Path) -> None:
    """With the bullets to begin with, or why the file could not be read."""
    cohort = [
        *make_cohort(3),
        {"id": "p00a", "advisor": "kd", "error": "is damaged"},
        {"id": "x", "advisor": "a/b"},
    ]
    write_tables(tmp_path, cohort[::-1])
    write_pages(tmp_path, MANIFEST, RULES)
    lists = sorted(path.name for path in (tmp_path / "advisors").iterdir())
    assert lists == [f"{name_page('a/b')}.html", "kd.html"]
    page = check_page(tmp_path / "advisors" / "kd.html")
    rows = re.findall(r'class="code">(.*?)</th><td>(.*?)</td>', page)
    assert [row[0] for row in rows] == ["p00", "p00a", "p01", "p02"]
    assert rows[0][1] == 'line 12 <span class="quiet">missing-metric</span>'
    assert "could not be read: the file is damaged" in rows[1][1]


def test_files_of_one_person_are_told_apart(tmp_path: Path) -> None:
    """In the list by the beginning of their names in the tables, and each has a hand-out."""
    write_tables(tmp_path, [*make_cohort(2), {**make_cohort(1)[0], "resume": "ab12cd34"}])
    assert write_pages(tmp_path, MANIFEST, RULES, handouts=True) == Written(1, 3)
    page = check_page(tmp_path / "advisors" / "kd.html")
    rows = re.findall(r'<tr><th scope="row" class="code">(.*?)</th>', page)
    assert rows == ['p00 <span class="quiet">000000</span>', 'p00 <span class="quiet">ab12cd</span>', "p01"]
    assert "where an id has several resumes" in page
    handouts = sorted(path.name for path in (tmp_path / "handouts").iterdir())
    assert handouts == ["p00-000000.html", "p00-ab12cd.html", "p01-000000.html"]


def test_the_page_has_a_line_for_each_programme_and_year(tmp_path: Path) -> None:
    """A cell of three people is not there, nor are those that would tell of it."""
    sizes = {("CS", "2026"): 3, ("CS", "2027"): 9, ("EE", "2026"): 8, ("EE", "2027"): 7, ("EE", "2028"): 8}
    cohort = [
        {**one, "id": f"{programme}{year}{at}", "programme": programme, "year": year}
        for (programme, year), size in sizes.items()
        for at, one in enumerate(make_cohort(size))
    ]
    write_tables(tmp_path, cohort)
    write_pages(tmp_path, MANIFEST, RULES)
    page = check_page(tmp_path / "index.html")
    rows = re.findall(r'<tr class="\w+"><th scope="\w+">(.*?)</th>\s*<td class="number">(.*?)</td>', page)
    assert rows == [
        ("everybody", "35"), ("2026", "11"), ("2027", "16"), ("2028", "8"), ("CS", "12"), ("EE", "23"), ("2028", "8"),
    ]  # fmt: skip


def test_what_few_did_is_not_counted_on_the_page(tmp_path: Path) -> None:
    """Copies of a resume, and people who handed in the same bullets."""
    then, now = tmp_path / "then", tmp_path / "now"
    write_tables(then, make_cohort(8))
    write_manifest(then, MANIFEST)
    cohort = [*make_cohort(8)[:2], *make_cohort(8, digest="dd")[2:5], *make_cohort(8)[5:]]
    for at, row in enumerate(cohort):
        row.setdefault("digest", f"{at:08x}" if at < 2 else f"new{at}")
    write_tables(now, cohort)
    write_pages(now, MANIFEST, RULES, since=then)
    page = check_page(now / "index.html")
    assert "Fewer than 5 files are a copy of another one, fewer than 5 of them of another person's." in page
    assert "Fewer than 5 handed in the same bullets" in page


def test_a_copy_of_ones_own_resume_is_not_listed_twice(tmp_path: Path) -> None:
    """Nor handed out; one without an id is."""
    copy: dict[str, Any] = {**make_cohort(1)[0], "digest": "dd"}
    write_tables(tmp_path, [copy, copy, {**copy, "id": "p01"}, {**copy, "id": None}, {**copy, "id": None}])
    assert write_pages(tmp_path, MANIFEST, RULES, handouts=True) == Written(1, 4)


def test_handouts_are_written_where_they_are_asked_for(tmp_path: Path) -> None:
    """One a resume, with what to do; those of a run before are gone."""
    cohort = make_cohort(2, metrics=("none", "outcome", "none"))
    write_tables(tmp_path, [*cohort, {"id": "p9", "error": "is damaged"}])
    assert write_pages(tmp_path, MANIFEST, RULES, handouts=True).handouts == 2
    pages = sorted((tmp_path / "handouts").iterdir())
    assert [path.name for path in pages] == ["p00-000000.html", "p01-000000.html"]
    page = check_page(pages[0])
    for words in ("Your resume: p00", "line 13", "BL201 missing-metric", "nobody is compared with anybody"):
        assert words in page
    instead = next(rule.instead for rule in RULES if rule.code == "BL201")
    assert page.count(escape(instead)) == 1  # though two bullets have the finding
    write_pages(tmp_path, MANIFEST, RULES)
    assert not (tmp_path / "handouts").exists()


def test_the_page_says_what_has_changed(tmp_path: Path) -> None:
    """And whether it was measured in the same way."""
    then, now = tmp_path / "spring", tmp_path / "autumn"
    write_tables(then, make_cohort(8))
    write_manifest(then, replace(MANIFEST, identity=replace(IDENTITY, rules="s")))
    write_tables(now, make_cohort(9, metrics=("outcome", "outcome")))
    write_pages(now, MANIFEST, RULES, since=then)
    page = check_page(now / "index.html")
    for words in ("Since spring", "8 people are in both, 1 only in this one, 0 only in that one.", "another set of rules",
                  "8 handed in the same bullets", "<td>+50 <small>+50 to +50</small></td>"):  # fmt: skip
        assert words in page


def test_since_needs_a_finished_cohort(tmp_path: Path) -> None:
    """An empty folder is not one."""
    write_tables(tmp_path / "now", make_cohort(5))
    with pytest.raises(CohortError, match="holds no finished cohort; check --since"):
        write_pages(tmp_path / "now", MANIFEST, RULES, since=tmp_path)


@pytest.mark.parametrize("text", ["kd", "K. D.", "../x", "", "a/b", "ä", "x" * 90])
def test_a_page_has_a_name_that_every_system_takes(text: str) -> None:
    """And that no other text has."""
    name = name_page(text)
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,49}", name)
    assert (name == text) == (text == "kd")
