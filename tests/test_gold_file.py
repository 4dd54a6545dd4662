"""The labelled bullets in tests/gold/own.tsv keep to their format."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

GOLD = Path(__file__).parent / "gold" / "own.tsv"
LINES = GOLD.read_bytes().decode("utf-8").split("\n")
HEADER = LINES[0].split("\t")
ROWS = [line.split("\t") for line in LINES[1:-1]]
TEXTS = [row[-1] for row in ROWS]

VALUES = {
    "lead_kind": {"outcome", "product", "build", "support", "none"},
    "metric": {"outcome", "scale", "scope", "spec", "none"},
    "cost": {"paid", "saved", "none"},
    "fallback": {"yes", "no"},
    "monitoring": {"trigger", "watch", "no"},
    "technique_first": {"yes", "no"},
    "kind": {"delivery", "people", "other"},
}


def test_header_names_the_columns() -> None:
    """The first line names ten columns, and the file ends in one newline."""
    assert ["id", "lead_verb", *VALUES, "text"] == HEADER
    assert LINES[-1] == ""


def test_every_row_has_every_cell() -> None:
    """No row is short or long, and no cell is blank or padded."""
    assert [
        (number, row)
        for number, row in enumerate(ROWS, start=2)
        if len(row) != len(HEADER) or any(not cell or cell != cell.strip() for cell in row)
    ] == []


@pytest.mark.parametrize("column", VALUES)
def test_labels_are_known_and_all_in_use(column: str) -> None:
    """A label column holds exactly the labels of the guide: none unknown, none without a bullet."""
    assert VALUES[column] == {row[HEADER.index(column)] for row in ROWS}


def test_ids_are_well_formed() -> None:
    """An id has twelve characters: one letter for the batch, eleven hexadecimal digits."""
    assert [row[0] for row in ROWS if not re.fullmatch(r"[ow][0-9a-f]{11}", row[0])] == []


def test_ids_are_unique() -> None:
    """No id names two bullets."""
    assert [name for name, count in Counter(row[0] for row in ROWS).items() if count > 1] == []


def test_texts_are_unique() -> None:
    """No bullet stands twice, not even with other capitals, spacing or a full stop."""
    folded = Counter(" ".join(re.findall(r"\w+", text.casefold())) for text in TEXTS)
    assert [text for text, count in folded.items() if count > 1] == []


def test_texts_are_plain() -> None:
    """A text is one line as a reader sees it: no carriage return, no doubled space, no list marker."""
    assert [text for text in TEXTS if re.search(r"[\r\x00-\x1f\ufeff]|  |^[-*•]\s", text)] == []


def test_lead_verbs_are_lemmas() -> None:
    """A lead verb is a lower-case lemma of at most two words, or a dash."""
    assert [row[1] for row in ROWS if not re.fullmatch(r"-|[a-z]+(-[a-z]+)?( [a-z]+)?", row[1])] == []


def test_no_verb_means_no_lead_kind() -> None:
    """A bullet without a lead verb has no lead kind."""
    kind = HEADER.index("lead_kind")
    assert [row for row in ROWS if row[1] == "-" and row[kind] != "none"] == []


def test_an_outcome_verb_never_opens_with_technique() -> None:
    """Whoever opens with a change does not open with how."""
    kind, technique = HEADER.index("lead_kind"), HEADER.index("technique_first")
    assert [row for row in ROWS if row[kind] == "outcome" and row[technique] == "yes"] == []
