"""What no report may show: in which texts it is covered, by which rules, and what stays."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from builders import RULE, make_evidence, make_facts, make_lead, make_pipeline, make_rule
from bulletlint.check.cover import Secrets, cover_lines, cover_reading, cover_text, list_secrets
from bulletlint.core.document import Document, LeftOut, Place, Stretch
from bulletlint.core.facts import Mark
from bulletlint.core.finding import FileReport
from bulletlint.core.rule import Clause, Condition, Rule
from bulletlint.core.settings import Settings
from bulletlint.evidence.reading import Reading
from bulletlint.evidence.tokens import read_tokens
from bulletlint.lint.linter import Linter
from bulletlint.read import read_bytes
from bulletlint.report import FORMATS
from bulletlint.report.formats import render_report
from bulletlint.report.style import View
from bulletlint.rulebook.load import load_rules

BORN = Clause("lines", (r"born (\d+)",), 1)
HOME = Clause("lines", (r"^\d+ \w+ Street",), 1, contact=True)
PHOTO = Clause("source", (r"(me\.png)",), 1)


def make_masking(*clauses: Clause, **changes: Any) -> Rule:
    """Return a rule about files that lets no report show what its clauses find, but for the changes."""
    rule = make_rule(RULE)
    return replace(
        rule, **{"scope": "document", "mask": True, "forbids": Condition(clauses=clauses), **changes}
    )


@pytest.mark.parametrize(
    ("rules", "anywhere", "contact"),
    [
        ((), [], []),
        ((make_masking(BORN),), [r"born (\d+)"], []),
        ((make_masking(HOME),), [], [r"^\d+ \w+ Street"]),
        ((make_masking(BORN, HOME), make_masking(BORN)), [r"born (\d+)"] * 2, [r"^\d+ \w+ Street"]),
        # What stands in the source alone is in no text of the report.
        ((make_masking(PHOTO),), [], []),
        ((make_masking(PHOTO, BORN),), [r"born (\d+)"], []),
        ((make_masking(BORN, mask=False),), [], []),
        ((make_masking(mask=True, forbids=None, requires=Condition(clauses=(BORN,))),), [], []),
        # Whether the rule finds fault with the file, or with bullets alone, makes nothing less personal.
        ((make_masking(BORN, when=(("ended", ("yes",)),)),), [r"born (\d+)"], []),
        ((make_masking(BORN, unless=Condition(facts=(("ended", ("yes",)),))),), [r"born (\d+)"], []),
        ((make_masking(BORN, scope="bullet"),), [r"born (\d+)"], []),
    ],
)
def test_which_rules_hide_what(rules: tuple[Rule, ...], anywhere: list[str], contact: list[str]) -> None:
    """The expressions over lines of the rules that mask; an address only among the lines about the person."""
    secrets = list_secrets(rules)
    assert [one.pattern for one in secrets.anywhere] == anywhere
    assert [one.pattern for one in secrets.contact] == contact
    assert [one.pattern for one in secrets.all] == anywhere + contact
    assert all(one.flags & re.IGNORECASE for one in secrets.all)


@pytest.mark.parametrize(
    ("text", "expressions", "shown"),
    [
        ("Born 1990 in Ulm.", [r"born (\d+)"], "Born ████ in Ulm."),
        ("Born 1990 in Ulm.", [r"born \d+"], "█████████ in Ulm."),
        ("born 1990, born 1991", [r"born (\d+)"], "born ████, born ████"),
        ("born 1990 in Ulm", [r"born (\d+)", r"in (Ulm)"], "born ████ in ███"),
        ("born 1990 in Ulm", [r"(1990 in)", r"(0 in Ulm)"], "born ███████████"),
        ("1990", [r"(\d+)"], "████"),
        ("Cut 40 %.", [r"born (\d+)"], "Cut 40 %."),
        ("Cut 40 %.", [], "Cut 40 %."),
        ("", [r"born (\d+)"], ""),
    ],
)
def test_exactly_what_is_found_is_covered(text: str, expressions: list[str], shown: str) -> None:
    """The group of an expression, all of a match without one; every match; nothing else, and no letter moves."""
    assert cover_text(text, [re.compile(one, re.IGNORECASE) for one in expressions]) == shown
    assert len(shown) == len(text)


def read(text: str, **changes: Any) -> Reading:
    return Reading(read_tokens(make_pipeline()(text), text, ()), make_facts(text, **changes))


def test_facts_quote_nothing_that_is_covered() -> None:
    """Evidence, marks and the lead keep their offsets and lose the words; what stands beside it is as it was."""
    text = "Moved, born 1990, for 40 teams."
    reading = read(
        text,
        lead=make_lead("Moved", "outcome"),
        evidence=(make_evidence(text, "born 1990", "scope"), make_evidence(text, "40", "scale")),
        marks=(Mark("change", "1990", 12, 16), Mark("named", "teams", 25, 30)),
    )
    facts = cover_reading(reading, Secrets((re.compile(r"born (\d+)"),))).facts
    assert facts.text == "Moved, born ████, for 40 teams."
    assert [(item.text, item.start, item.end) for item in facts.evidence] == [
        ("born ████", 7, 16),
        ("40", 22, 24),
    ]
    assert facts.marks == (Mark("change", "████", 12, 16), Mark("named", "teams", 25, 30))
    assert facts.lead == make_lead("Moved", "outcome")


def test_a_lead_that_is_covered_loses_its_lemma_too() -> None:
    """The dictionary form says the same word."""
    reading = read("Hindu by faith.", lead=replace(make_lead("Hindu", "none"), lemma="hindu"))
    lead = cover_reading(reading, Secrets((re.compile("(Hindu)"),))).facts.lead
    assert lead is not None
    assert (lead.text, lead.lemma, lead.start, lead.end) == ("█████", "█████", 0, 5)


@pytest.mark.parametrize(
    "secrets", [Secrets(), Secrets((), (re.compile("Cut"),)), Secrets((re.compile("born"),))]
)
def test_a_bullet_without_a_secret_stays_as_it_is(secrets: Secrets) -> None:
    """The same object; what is personal only in the lines about the person is none in a bullet."""
    reading = read("Cut latency by 40 %.")
    assert cover_reading(reading, secrets) is reading


PAGE = "# Ida\n9 Elm Street,\nLeeds, born 1990\n\n## Experience\n### Acme\n7 Ash Street, born 1991\n"


@pytest.mark.parametrize(
    ("clauses", "lines"),
    [
        ((), ["Ida", "9 Elm Street, Leeds, born 1990", "Experience", "Acme", "7 Ash Street, born 1991"]),
        ((BORN,), ["Ida", "9 Elm Street, Leeds, born ████", "Experience", "Acme", "7 Ash Street, born ████"]),
        ((HOME,), ["Ida", "████████████, Leeds, born 1990", "Experience", "Acme", "7 Ash Street, born 1991"]),
        (
            (BORN, HOME),
            ["Ida", "████████████, Leeds, born ████", "Experience", "Acme", "7 Ash Street, born ████"],
        ),
    ],
)
def test_lines_that_are_no_bullets_are_covered_too(clauses: tuple[Clause, ...], lines: list[str]) -> None:
    """An address only where it is the person's: the employer's, below a job, is shown."""
    (document,) = read_bytes(PAGE.encode(), name="a.md")
    covered = cover_lines(document, list_secrets([make_masking(*clauses)]))
    assert [line.text for line in covered] == lines
    assert [(line.reason, line.place) for line in covered] == [
        (line.reason, line.place) for line in document.left_out
    ]


def test_without_masking_rules_the_lines_are_the_documents() -> None:
    """Nothing is made a second time."""
    lines = (LeftOut("born 1990", "prose", Place(1, 1)),)
    document = Document("a.md", "markdown", "born 1990", (), lines)
    assert cover_lines(document, Secrets()) is lines


#: A page with personal data in its head, a heading, its bullets and a line that is none.
SECRET = """\
# Ida Moss
Date of birth: 12 May 1990
9 Elm Street, Leeds

## Experience: SSN 000-12-3456
### Acme, 2019 to 2021
- Helped with visas, date of birth: 13 May 1991, for 2M users.
- Helped 000-12-7890 with the visas of all teams in the north.
- Helped 000-12-7890 with the visas of all teams in the north.
- SSN: 000-12-4567
"""
#: What of it a report may never say.
HIDDEN = ("1990", "1991", "3456", "7890", "4567", "Elm")


def lint(**settings: Any) -> FileReport:
    return Linter(Settings(**settings)).lint_text(SECRET, format="markdown").files[0]


def test_no_part_of_a_report_has_what_is_covered() -> None:
    """Texts, headings, evidence, messages that quote, rewrites, lines that were left out."""
    file = lint()
    assert [word for word in HIDDEN if word in repr(file)] == []
    assert [bullet.text for bullet in file.bullets] == [
        "Helped with visas, date of birth: ███████████, for 2M users.",
        "Helped ███████████ with the visas of all teams in the north.",
        "Helped ███████████ with the visas of all teams in the north.",
    ]
    assert file.bullets[0].section == "Experience: SSN ███████████"
    assert [bullet.rewrite for bullet in file.bullets] == [None] * 3
    assert '"████"' in "".join(finding.message for bullet in file.bullets for finding in bullet.findings)


def test_a_finding_without_lines_quotes_no_secret_of_its_twin() -> None:
    """In a format without lines a message names another bullet by its first words."""
    (document,) = read_bytes(SECRET.encode(), name="a.md")
    bullets = tuple(
        replace(bullet, stretches=(Stretch(bullet.text, None, None, page=1),)) for bullet in document.bullets
    )
    document = replace(document, source="", bullets=bullets)
    (file,) = Linter(Settings(select=("BL608", "BL701"))).lint_documents([document]).files
    said = [finding.message for finding in file.findings if finding.code == "BL608"]
    assert said == ['This bullet says the same as "Helped ███████████ with the visas of …"; keep one of them']


@pytest.mark.parametrize("format", FORMATS)
def test_no_format_shows_what_is_covered(format: str) -> None:
    """Nor has the report of any format a word of it."""
    report = Linter(Settings()).lint_text(SECRET, format="markdown")
    shown = render_report(report, format, View("never", verbose=True, rules=load_rules()))
    assert [word for word in HIDDEN if word in shown] == []


def test_a_rule_that_is_left_out_hides_nothing() -> None:
    """Whoever turns the rule off is shown the words: nothing was found."""
    file = lint(ignore=("BL701",))
    assert [word for word in HIDDEN if word not in repr(file)] == []
    assert file.bullets[0].rewrite is not None
