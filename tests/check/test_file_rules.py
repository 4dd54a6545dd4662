"""Rules about whole files: where their findings stand and what they say."""

from __future__ import annotations

from pathlib import Path

from builders import RULE, make_rule
from bulletlint import lint_text
from bulletlint.check.file_facts import DocumentFacts, Spot
from bulletlint.check.file_rules import check_document
from bulletlint.core.document import Document, Place
from bulletlint.core.settings import Settings
from bulletlint.lint.linter import Linter
from bulletlint.read import read_bytes

HEAD = RULE.replace("severity: error", "severity: error\nscope: document").replace("anchor: [lead]\n", "")
LINES = HEAD.replace("lead_class: [build]", "match:\n    - lines: ['born (\\d+)']").replace(
    "'\"{lead}\" says what you worked on'", "Take it out"
)
LEADS = HEAD.replace("lead_class: [build]", "repeated_lead: [true]").replace(
    "'\"{lead}\" says what you worked on'", "'\"{match}\" opens {count} bullets'"
)
NEEDS = HEAD.replace(
    "forbids:\n  lead_class: [build]", "when: {product_role: [true]}\nrequires: {decision: [true]}"
).replace("'\"{lead}\" says what you worked on'", "Say what you decided")


PARTS = (
    "requires:\n  match:\n    - {called: the cause, lines: ['\\bbecause\\b']}\n"
    "    - {called: the harm, lines: ['\\bhurt\\b']}\n    - {called: the fix, lines: ['\\bfixed\\b']}"
)
NAMED = HEAD.replace("forbids:\n  lead_class: [build]", PARTS).replace(
    "'\"{lead}\" says what you worked on'", "It does not say {other}"
)


def read(text: str, name: str = "resume.md") -> Document:
    return read_bytes(text.encode(), name=name)[0]


def test_a_line_is_found_through_its_mark_up_and_never_quoted() -> None:
    """The finding stands at the group of the expression; two clauses at one place are one finding."""
    document = read("# Ida\n\n*Born* **1990**\n")
    (finding,) = check_document(document, DocumentFacts(), [make_rule(LINES)])
    assert finding.place == Place(3, 10, 3, 14)
    assert (finding.start, finding.end, finding.message) == (0, 0, "Take it out")


def test_source_expressions_see_the_untouched_source() -> None:
    """A photo is mark-up, which no block has as text."""
    rule = make_rule(LINES.replace("lines: ['born (\\d+)']", "source: ['(!\\[me\\])']"))
    (finding,) = check_document(read("# Ida\n![me](me.png)\n"), DocumentFacts(), [rule])
    assert finding.place == Place(2, 1, 2, 6)


def test_a_spot_gives_the_place_the_words_and_the_count() -> None:
    """Offsets count in the bullet, the place in the file."""
    document = read("# Ida\n## Experience\n- Led it all.\n- I led it all again.\n")
    facts = DocumentFacts(repeated_leads=(Spot(1, 2, 5, 3),))
    (finding,) = check_document(document, facts, [make_rule(LEADS)])
    assert finding.message == '"led" opens 3 bullets'
    assert (finding.start, finding.end, finding.place) == (2, 5, Place(4, 5, 4, 8))


def test_what_a_file_lacks_is_said_at_its_top_and_only_when_it_is_asked() -> None:
    """`when` decides whether a file owes it at all."""
    document = read("# Ida\n")
    rule = make_rule(NEEDS)
    (finding,) = check_document(document, DocumentFacts(product_role=True), [rule])
    assert (finding.place, finding.message) == (Place(1, 1, 1, 1), "Say what you decided")
    assert check_document(document, DocumentFacts(), [rule]) == ()
    assert check_document(document, DocumentFacts(product_role=True, decision=True), [rule]) == ()


def test_a_case_study_is_read_with_the_portfolio_profile_by_itself() -> None:
    """Its headings tell; under another profile of the settings it is not."""
    text = "# Refunds\n## Problem\nAgents wait.\n## Solution\nA chatbot.\n"
    usual = Linter(Settings()).lint_text(text, format="markdown").files[0].findings
    assert {finding.code for finding in usual} == {"BL801", "BL802", "BL803", "BL804", "BL805"}
    assert Linter(Settings(profile="general")).lint_text(text, format="markdown").files[0].findings == ()


def test_findings_about_a_file_stand_beside_those_of_its_bullets() -> None:
    """One resume, one run."""
    text = "# Ida\nDOB: 1 May 1990\n## Experience\n" + "- Launched it in 40 markets for 2M users.\n" * 2
    file = Linter(Settings(select=("BL701", "BL608"))).lint_text(text, format="markdown").files[0]
    assert [(finding.code, finding.place.line) for finding in file.findings] == [("BL701", 2), ("BL608", 5)]


def test_a_comment_anywhere_silences_a_rule_about_the_file() -> None:
    """Such a finding has no line of its own, so the directive only has to name the rule."""
    text = "# Ida\nDOB: 1 May 1990\n## Experience\n- Cut it for 2M users.\n\n<!-- bulletlint: ignore BL701 asked for -->\n"
    silenced = Linter(Settings(select=("BL701", "BL608"))).lint_text(text, format="markdown").files[0]
    assert silenced.findings == ()
    spoken = (
        Linter(Settings(select=("BL701",)))
        .lint_text(text.replace("BL701", "BL608"), format="markdown")
        .files[0]
    )
    assert [finding.code for finding in spoken.findings] == ["BL701"]


def test_the_sample_case_study_answers_what_a_case_study_is_asked() -> None:
    """And its prose is not read as a resume."""
    sample = Path(__file__).resolve().parents[2] / "samples" / "case_study.md"
    (file,) = Linter(Settings()).lint_paths([sample]).files
    assert file.findings == ()
    assert [bullet.findings for bullet in file.bullets] == [()] * 4


def test_personal_data_is_called_what_it_is_and_an_employers_address_is_none() -> None:
    """The message names the kind; an address counts among the lines about the person."""
    page = "# Jo\n12 Larch Street, Leeds\nDate of birth: 12 May 1990\n## Experience\n### Acme, 9 Elm Road, Leeds, 2019 to 2021\n- Moved 14 depots.\n"
    file = lint_text(page, format="markdown").files[0]
    assert [
        (finding.place.line, finding.message) for finding in file.findings if finding.code == "BL701"
    ] == [
        (2, "This line holds a street address, which no panel needs and some may not read; take it out"),
        (3, "This line holds a date of birth, which no panel needs and some may not read; take it out"),
    ]


def test_a_duplicate_names_the_other_line() -> None:
    """So that the writer finds both."""
    twice = "Cut tickets by 22 % with better error texts."
    page = f"# Jo\n## Experience\n- {twice}\n- Hired four people in May.\n- {twice}\n"
    file = lint_text(page, format="markdown").files[0]
    assert [
        (finding.place.line, finding.message) for finding in file.findings if finding.code == "BL608"
    ] == [(5, "This bullet says the same as line 3; keep one of them")]


def test_every_clause_with_a_name_is_needed_and_those_that_find_nothing_are_named() -> None:
    """Under any heading, or in running text."""
    rule = make_rule(NAMED)
    said = [
        [finding.message for finding in check_document(read(text), DocumentFacts(), [rule])]
        for text in (
            "# Gone\n",
            "# Gone\n\nIt hurt nobody.\n",
            "# Gone\n\n## Because\n\n- It hurt.\n",
            "# Gone\n\nIt hurt, because it was old, and was fixed.\n",
        )
    ]
    assert said == [
        ["It does not say the cause, the harm and the fix"],
        ["It does not say the cause and the fix"],
        ["It does not say the fix"],
        [],
    ]
