"""The blind reading of two rewrites a bullet."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.pairs import lint_all, make_form, read_reading, read_table, render_figures

ROWS = [
    {"number": "1", "text": "Responsible for cutting build time by 40 % with a remote cache"},
    {"number": "2", "text": "Was tasked with the weekly report on stock for 12 shops"},
]
REFERENCE = {
    "1": "Cut build time by 40 % with a remote cache, at ⟨cost⟩.",
    "2": "Reported on stock of 12 shops.",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_form(ROWS, lint_all([row["text"] for row in ROWS], profile="ai-pm"), REFERENCE, tmp_path, seed=3)
    return tmp_path


def write_reading(folder: Path, *lines: str) -> Path:
    path = folder / "reading.tsv"
    path.write_text("\n".join(("number\ta\tb\tchosen", *lines, "")), encoding="utf-8")
    return path


def test_the_form_shows_both_and_only_the_key_tells_whose(folder: Path) -> None:
    """Each bullet has the reference on the side that the key does not name."""
    key = {row["number"]: row["ours"] for row in read_table(folder / "key.tsv")}
    form = read_table(folder / "form.tsv")
    assert [row["number"] for row in form] == list(key)
    for row in form:
        assert row["B" if key[row["number"]] == "A" else "A"] == REFERENCE[row["number"]]
        assert row[key[row["number"]]] != REFERENCE[row["number"]]


def test_figures_are_counted_by_writer(tmp_path: Path) -> None:
    """Ours is A of the first and B of the second; the reader chose ours once and neither once."""
    key = {"1": "A", "2": "B"}
    reading = read_reading(write_reading(tmp_path, "1\tgfkt\tgf\tA", "2\tgfk\tf\t-"), key)
    assert list(render_figures([reading, reading], key)) == [
        "reader 1: chosen 1 ours, 0 reference, 1 neither of 2",
        "  ours      grammatical 50%, faithful 100%, blanks fit 50%, better 50%",
        "  reference grammatical 100%, faithful 100%, blanks fit 50%, better 0%",
        "reader 2: chosen 1 ours, 0 reference, 1 neither of 2",
        "  ours      grammatical 50%, faithful 100%, blanks fit 50%, better 50%",
        "  reference grammatical 100%, faithful 100%, blanks fit 50%, better 0%",
        "two readers chose the same for 2 of 2",
    ]


@pytest.mark.parametrize("line", ["1\tgx\tg\tA", "3\tg\tg\tA", "1\tg\tg\tC"])
def test_a_line_that_is_not_of_the_form_is_named(tmp_path: Path, line: str) -> None:
    """A slip of a reader must not become a figure."""
    with pytest.raises(ValueError, match=r"reading\.tsv:2: "):
        read_reading(write_reading(tmp_path, line), {"1": "A"})


def test_a_bullet_that_was_skipped_is_told(tmp_path: Path) -> None:
    """A reading is counted whole or not at all."""
    with pytest.raises(ValueError, match="1 bullets of the form"):
        read_reading(write_reading(tmp_path, "1\tg\tg\tA"), {"1": "A", "2": "B"})
