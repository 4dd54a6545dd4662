"""The lines that were written for one rule each: read, counted, and what the rules make of them today."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.rule_lines import Line, Tally, count_lines, find_rules, format_table, read_lines

GOLD = Path(__file__).parent.parent / "gold"
OPEN, HELD_OUT = GOLD / "rule-lines.tsv", GOLD / "held-out" / "rules" / "lines.tsv"


def test_a_line_names_its_rule_and_whether_it_must_fire(tmp_path: Path) -> None:
    """One row a line, in their order."""
    path = tmp_path / "lines.tsv"
    path.write_text(
        "rule\tfires\ttext\nvague-ai\tyes\tUsed AI.\nvague-ai\tno\tHired two.\n", encoding="utf-8"
    )
    assert read_lines(path) == [Line("vague-ai", True, "Used AI."), Line("vague-ai", False, "Hired two.")]


@pytest.mark.parametrize(
    ("text", "said"),
    [("a\tb\n", ":1: the first line"), ("rule\tfires\ttext\nvague-ai\tmaybe\tx\n", ":2: write a rule")],
)
def test_a_row_that_is_none_is_named_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    """The message says what belongs there."""
    path = tmp_path / "lines.tsv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=said):
        read_lines(path)


def test_found_and_left_alone_are_counted_by_rule() -> None:
    """A near misses that fires is neither."""
    lines = [Line("a", True, "1"), Line("a", True, "2"), Line("a", False, "3"), Line("b", False, "4")]
    said = [frozenset({"a"}), frozenset({"b"}), frozenset({"a"}), frozenset[str]()]
    tallies = count_lines(lines, said)
    assert tallies == {"a": Tally(2, 1, 1, 0), "b": Tally(0, 0, 1, 1)}
    assert format_table(tallies, markdown=True) == [
        "| rule | found | recall | left alone | silence |",
        "| --- | --- | --- | --- | --- |",
        "| a | 1 of 2 | 0.50 | 0 of 1 | 0.00 |",
        "| b | 0 of 0 | 1.00 | 1 of 1 | 1.00 |",
        "| all | 1 of 2 | 0.50 | 1 of 2 | 0.50 |",
    ]


def test_a_line_that_is_no_bullet_counts_as_silent() -> None:
    """Reading is a part of what is measured."""
    assert find_rules(["Used AI to improve the onboarding.", "-"], profile="ai-pm")[1] == frozenset()


def test_no_line_is_in_both_files() -> None:
    """What is held out was not looked at."""
    assert {line.text for line in read_lines(OPEN)}.isdisjoint(line.text for line in read_lines(HELD_OUT))


@pytest.mark.parametrize(("path", "recall", "silence"), [(OPEN, 0.9, 0.99), (HELD_OUT, 0.85, 0.95)])
def test_the_rules_keep_their_standard(path: Path, recall: float, silence: float) -> None:
    """Over all rules together, so that a line more or less does not decide."""
    lines = read_lines(path)
    tallies = count_lines(lines, find_rules([line.text for line in lines], profile="ai-pm")).values()
    assert sum(tally.found for tally in tallies) / sum(tally.wanted for tally in tallies) >= recall
    assert sum(tally.silent for tally in tallies) / sum(tally.near for tally in tallies) >= silence
