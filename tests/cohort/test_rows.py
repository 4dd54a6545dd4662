"""The rows that a resume gives."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import make_lead, make_report
from bulletlint.cohort.people import Person
from bulletlint.cohort.rows import Showing, build_rows, load_verbs, name_verb
from bulletlint.cohort.tables.columns import TABLES, list_columns
from cohorts import NAMES

SHOWING = Showing(NAMES, frozenset({"cut"}))
READ, UNREADABLE, EMPTY = make_report().files


def test_a_row_has_every_column() -> None:
    """In all three tables."""
    rows = build_rows("r1", [READ], SHOWING)
    assert {name: len(some) for name, some in rows.items()} == {"resumes": 1, "bullets": 2, "findings": 2}
    for table in TABLES:
        assert {frozenset(row) for row in rows[table]} == {frozenset(list_columns(table))}


def test_a_resume_has_its_person_and_counts() -> None:
    """And neither path nor words."""
    (row,) = build_rows("r1", [READ], SHOWING, Person("17", "CS", "2027", "kd"))["resumes"]
    assert row == {
        "resume": "r1", "id": "17", "programme": "CS", "year": "2027", "advisor": "kd", "path": None,
        "format": "markdown", "profile": "ai-pm", "error": None, "judged": True, "bullets": 2, "score": 78,
        "errors": 1, "warnings": 1, "infos": 0, "digest": NAMES.name_words("\n".join(b.text for b in READ.bullets)),
    }  # fmt: skip


def test_a_bullet_has_facts_and_no_words() -> None:
    """Its lead verb is told if it is in a word list."""
    weak, strong = build_rows("r1", [READ], SHOWING)["bullets"]
    assert weak == {
        "resume": "r1", "bullet": 1, "file": 0, "line": 3, "column": 3, "page": None, "paragraph": None,
        "kind": "delivery", "lead_verb": None, "lead_class": "build", "metric": "outcome", "cost": "none",
        "fallback": False, "signal": False, "outcome_first": False, "decision": False, "world": "unknown",
        "evidence": ["technique", "outcome"], "asked": ["missing-cost", "missing-fallback"], "foreign": False,
        "score": 55, "characters": 74, "first": 1, "digest": NAMES.name_words(READ.bullets[0].text), "text": None,
        "rewrite": None,
    }  # fmt: skip
    assert (strong["lead_verb"], strong["first"]) == ("cut", None)


def test_words_are_shown_where_that_is_asked_for() -> None:
    """The bullet, its rewrite, the message, the path."""
    rows = build_rows("r1", [READ], replace(SHOWING, text=True, paths=True))
    assert rows["resumes"][0]["path"] == "resume.md"
    assert rows["bullets"][0]["text"] == READ.bullets[0].text
    assert rows["bullets"][0]["rewrite"].startswith("Cut p95 latency")
    assert rows["findings"][1]["message"] == "Nothing says what this cost"


def test_an_unreadable_file_is_a_row_with_its_error() -> None:
    """And nothing else."""
    rows = build_rows("r1", [UNREADABLE], SHOWING)
    assert (rows["bullets"], rows["findings"]) == ([], [])
    (row,) = rows["resumes"]
    assert (row["error"], row["judged"], row["bullets"], row["digest"]) == (
        "this is a binary file",
        None,
        0,
        None,
    )


def test_included_files_belong_to_the_resume() -> None:
    """Their bullets are counted on; the number of the file says where a line is."""
    rows = build_rows("r1", [READ, EMPTY, READ], SHOWING)
    assert [(row["bullet"], row["file"]) for row in rows["bullets"]] == [(1, 0), (2, 0), (3, 2), (4, 2)]
    assert rows["resumes"][0]["bullets"] == 4


@pytest.mark.parametrize(
    ("lemma", "shown"), [("Cut", "cut"), ("cut down", "cut"), ("zebra", None), ("zebra cut", None)]
)
def test_only_verbs_of_a_list_are_shown(lemma: str, shown: str | None) -> None:
    """Any other could be a name."""
    assert name_verb(make_lead(lemma, "build").lemma, frozenset({"cut"})) == shown


def test_verbs_are_those_of_the_shipped_lists() -> None:
    """In their dictionary form."""
    verbs = load_verbs()
    assert {"cut", "carry out", "arise", "build"} <= verbs
    assert not {"arose", "arise arose arisen"} & verbs
