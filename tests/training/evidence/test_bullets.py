"""Labelled bullets as they stand in a file."""

from __future__ import annotations

from pathlib import Path

from training.evidence.bullets import Span, read_bullets, read_folders

HEAD = "id\tlead_verb\tlead_kind\tmetric\tcost\tfallback\tmonitoring\ttechnique_first\tkind\tspans\tsource\ttext\n"
ROW = 'a1\tcut\toutcome\toutcome\tpaid\tno\tno\tno\tdelivery\tcost=at $2 a run | filler=very\tplatform\tCut "waste" at $2 a run\n'


def test_spans_are_found_in_the_text(tmp_path: Path) -> None:
    """By their words; a label that the reader does not learn is left out, and quotation marks are text."""
    (tmp_path / "written-x.tsv").write_text(HEAD + ROW, encoding="utf-8")
    (bullet,) = read_bullets(tmp_path / "written-x.tsv")
    assert bullet.spans == (Span("cost", 12, 23),)
    assert bullet.text[12:23] == "at $2 a run"
    assert (bullet.collection, bullet.source, bullet.answers["outcome"]) == ("written", "platform", "yes")


def test_a_file_is_real_unless_its_name_says_that_it_is_ours(tmp_path: Path) -> None:
    """Words of other people are never mixed up with written ones."""
    (tmp_path / "other-a.tsv").write_text(HEAD + ROW, encoding="utf-8")
    assert read_bullets(tmp_path / "other-a.tsv")[0].collection == "real"


def test_a_text_counts_once(tmp_path: Path) -> None:
    """However many files hold it; files of other names are not read."""
    for name in ("other-a.tsv", "written-a.tsv", "notes.tsv"):
        (tmp_path / name).write_text(HEAD + ROW, encoding="utf-8")
    assert [bullet.collection for bullet in read_folders([tmp_path])] == ["real"]
