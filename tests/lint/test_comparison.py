"""Two versions of a resume: findings gone, new and the same, facts lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import make_evidence, make_report
from bulletlint.core.document import Place
from bulletlint.core.facts import Evidence
from bulletlint.core.finding import BulletReport, FileReport, Finding
from bulletlint.lint.comparison import compare_findings, compare_versions, find_lost, spell_words

FILE = make_report().files[0]
WEAK, STRONG = FILE.bullets


def name(findings: tuple[Finding, ...]) -> list[str]:
    return [finding.code for finding in findings]


def make_bullet(text: str, *evidence: Evidence) -> BulletReport:
    return replace(STRONG, text=text, evidence=evidence)


def test_a_file_compared_with_itself_is_the_same() -> None:
    """Every finding, nothing lost, nothing moved."""
    comparison = compare_versions([FILE], [FILE])
    assert [(bullet.change, bullet.moved, bullet.lost) for bullet in comparison.bullets] == [
        ("same", False, ()),
        ("same", False, ()),
    ]
    findings = comparison.list_findings()
    assert (name(findings.gone), name(findings.new), name(findings.same)) == ([], [], ["BL101", "BL301"])


def test_each_bullet_says_what_became_of_it() -> None:
    """In the order of the new version, removed ones at the end."""
    fresh = make_bullet("Launched a loyalty card in 40 stores.")
    rewritten = replace(
        WEAK,
        text="Cut p95 latency by 40 % with Redis caching for the search API.",
        findings=(WEAK.findings[1], replace(WEAK.findings[1], code="BL204")),
        score=80,
    )
    old = replace(FILE, bullets=(WEAK, STRONG, make_bullet("Sorted the parcels.")))
    new = replace(FILE, bullets=(STRONG, fresh, rewritten))
    bullets = compare_versions([old], [new]).bullets
    rows = [
        (bullet.change, bullet.moved, name(bullet.findings.gone), name(bullet.findings.new), name(bullet.findings.same))
        for bullet in bullets
    ]  # fmt: skip
    assert rows == [
        ("same", True, [], [], []),
        ("added", False, [], [], []),
        ("changed", False, ["BL101"], ["BL204"], ["BL301"]),
        ("removed", False, [], [], []),
    ]


def test_findings_of_the_page_are_compared_by_rule_and_count() -> None:
    """Two of a rule and then one: one is gone."""
    finding = WEAK.findings[0]
    other = replace(finding, place=Place(9, 1, 9, 2))
    assert compare_findings([finding, other], [other]).gone == (other,)
    assert compare_findings([finding], [finding, other]).new == (other,)
    page = compare_versions([replace(FILE, findings=(finding,))], [FILE]).page
    assert name(page.gone) == ["BL101"]


CUT = "Cut p95 latency by 40 % at $90 a month, with the database as fallback."


@pytest.mark.parametrize(
    ("old", "new", "elsewhere", "lost"),
    [
        # The words are there, in another order.
        ([("outcome", "40 %")], "Took 40 % off p95 latency.", [], []),
        # Another figure is not the same fact.
        ([("outcome", "40 %"), ("cost", "$90 a month")], "Cut p95 latency by 45 % at $90 a month.", [], ["40 %"]),
        ([("outcome", "40 %")], "Cut p95 latency by 140 %.", [], ["40 %"]),
        # Another bullet has it.
        ([("cost", "$90 a month")], "Cut p95 latency by 40 %.", ["Ran it at $90 a month."], []),
        # The same is proved in other words.
        ([("fallback", "with the database as fallback")], "Falls back to the database.", [], []),
        ([("technique", "database"), ("technique", "p95")], "Sorted parcels.", [], []),
        ([("ai", "p95"), ("hedge", "Cut")], "Sorted parcels.", [], []),
        # Of pieces that overlap the longest is named, once.
        ([("outcome", "$90"), ("cost", "at $90 a month")], "Sorted parcels.", [], ["at $90 a month"]),
    ],
)  # fmt: skip
def test_facts_that_are_nowhere_are_lost(
    old: list[tuple[str, str]], new: str, elsewhere: list[str], lost: list[str]
) -> None:
    """Evidence of the old bullet that neither its new version nor another bullet has."""
    before = make_bullet(CUT, *(make_evidence(CUT, words, label) for label, words in old))
    proved = [("Falls back", "fallback"), ("45 %", "outcome")]
    after = make_bullet(new, *(make_evidence(new, words, label) for words, label in proved if words in new))
    said = "".join(spell_words(text) for text in (new, *elsewhere))
    assert [item.text for item in find_lost(before, after, said)] == lost


def test_what_a_removed_bullet_proved_is_lost() -> None:
    """Unless another bullet says it."""
    before = make_bullet(CUT, make_evidence(CUT, "40 %", "outcome"))
    assert [item.text for item in find_lost(before, None, "")] == ["40 %"]
    assert find_lost(before, None, " by 40 % . ") == []


def test_several_files_are_one_version() -> None:
    """A bullet that went from one file to another has not changed."""
    old = [replace(FILE, path="a.md", bullets=(WEAK,)), FileReport("b.md", "markdown", None, (STRONG,))]
    new = [replace(FILE, path="a.md", bullets=(WEAK, STRONG)), FileReport("b.md", "markdown", None)]
    bullets = compare_versions(old, new).bullets
    assert [bullet.change for bullet in bullets] == ["same", "same"]
    assert [bullet.new.path if bullet.new else "" for bullet in bullets] == ["a.md", "a.md"]
