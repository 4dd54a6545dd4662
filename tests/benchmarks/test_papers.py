"""The benchmark of a portfolio's papers."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.papers import FOLDERS, Paper, find_rules, list_lines, read_papers
from benchmarks.rule_lines import Line, count_lines

HEADER = "file\tkind\tlacks\n"


def test_labels_name_a_file_a_kind_and_the_rules_that_it_breaks(tmp_path: Path) -> None:
    """Only the rules of its kind."""
    (tmp_path / "labels.tsv").write_text(
        f"{HEADER}a.md\tdata sheet\tdata-sheet-incomplete\nb.md\tcase study\t\n", encoding="utf-8"
    )
    papers = read_papers(tmp_path)
    assert papers == [
        Paper(tmp_path / "a.md", "data sheet", frozenset({"data-sheet-incomplete"})),
        Paper(tmp_path / "b.md", "case study", frozenset()),
    ]
    assert list_lines(papers)[:2] == [
        Line("data-sheet-incomplete", True, "a.md"),
        Line("case-without-evaluation", False, "b.md"),
    ]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("file\tlacks\n", ":1: the first line must name the columns file, kind, lacks"),
        (f"{HEADER}a.md\tessay\t\n", ":2: write a file, a kind of paper"),
        (f"{HEADER}a.md\tdata sheet\tpost-mortem-incomplete\n", ":2: write a file, a kind of paper"),
    ],
)
def test_a_wrong_row_is_refused(text: str, message: str, tmp_path: Path) -> None:
    """With file and line."""
    path = tmp_path / "labels.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=message):
        read_papers(tmp_path)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: str(folder.name))
def test_what_is_lacking_is_found_and_little_else(folder: Path) -> None:
    """Three of four missing parts are told, and of those that stand there at most one in ten is said to be missing."""
    papers = read_papers(folder)
    assert sorted(paper.path.name for paper in papers) == sorted(path.name for path in folder.glob("*.md"))
    said, lines = find_rules(papers), list_lines(papers)
    tallies = count_lines(lines, [said[line.text] for line in lines]).values()
    assert sum(tally.found for tally in tallies) >= 0.75 * sum(tally.wanted for tally in tallies)
    assert sum(tally.near - tally.silent for tally in tallies) <= 0.1 * sum(tally.near for tally in tallies)
