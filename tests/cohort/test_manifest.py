"""What an output folder says of its run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bulletlint.cohort.errors import CohortError
from bulletlint.cohort.manifest import (
    Counts,
    Journal,
    Manifest,
    describe_settings,
    digest_rules,
    finish,
    read_manifest,
    write_manifest,
)
from bulletlint.cohort.plan import WHOLE, Shard
from bulletlint.core.settings import PerFile, Settings
from cohorts import IDENTITY, NAMES


def test_a_manifest_comes_back(tmp_path: Path) -> None:
    """A folder without one has none."""
    assert read_manifest(tmp_path) is None
    manifest = finish(Manifest(IDENTITY, Shard(2, 3)), Counts(5, 1, 60, 200, 9000))
    write_manifest(tmp_path, manifest)
    assert read_manifest(tmp_path) == manifest
    assert manifest.finished


@pytest.mark.parametrize("content", ["", "{}", "[]", '{"schema": 2}', "\x00", "[" * 100_000])
def test_a_damaged_manifest_is_an_error(tmp_path: Path, content: str) -> None:
    """It is not taken for a new folder."""
    (tmp_path / "manifest.json").write_text(content, encoding="utf-8")
    with pytest.raises(CohortError, match="is no manifest of a cohort that this version can read"):
        read_manifest(tmp_path)


def test_the_first_difference_of_two_runs_is_named() -> None:
    """With both values."""
    assert IDENTITY.find_difference(IDENTITY) is None
    other = replace(IDENTITY, version="0.2.0", rules="s")
    assert IDENTITY.find_difference(other) == ("version of bulletlint", "0.1.0", "0.2.0")


def test_a_journal_survives_a_line_that_was_cut_short(tmp_path: Path) -> None:
    """That part is done again; the next line is whole."""
    journal = Journal(tmp_path)
    journal.add(0, "a", Counts(1, 0, 2, 3, 4))
    journal.add(1, "b", Counts(10, 0, 20, 30, 40))
    path = tmp_path / "parts.jsonl"
    path.write_text(path.read_text(encoding="utf-8")[:-5], encoding="utf-8")
    again = Journal(tmp_path)
    assert (again.find(0), again.find(1)) == (("a", Counts(1, 0, 2, 3, 4)), None)
    again.add(1, "c", Counts(100, 0, 200, 300, 400))
    last = Journal(tmp_path)
    assert last.find(1) == ("c", Counts(100, 0, 200, 300, 400))
    assert last.total() == Counts(101, 0, 202, 303, 404)


def test_settings_that_change_no_table_are_left_out() -> None:
    """So that a run may go on with more workers."""
    plain = describe_settings(Settings(), NAMES)
    assert describe_settings(Settings(jobs=4, fail_on="never", root=Path("x")), NAMES) == plain
    assert describe_settings(Settings(never_flag=("Zebra",)), NAMES) != plain


def test_settings_name_no_file() -> None:
    """A pattern of `per-file` may hold a name."""
    described = describe_settings(Settings(per_file=(PerFile("zebra.md", "general"),)), NAMES)
    assert "zebra" not in repr(described)
    assert {name: described[name] for name in ("profile", "select", "ignore")} == {
        "profile": "auto",
        "select": [],
        "ignore": [],
    }


def test_rules_are_told_by_their_content(tmp_path: Path) -> None:
    """Not by their time, which every machine has its own of."""
    first, second = tmp_path / "a", tmp_path / "b"
    for folder, end in ((first, "\n"), (second, "\r\n")):
        folder.mkdir()
        (folder / "x.yaml").write_bytes(f"name: x{end}".encode())
    assert digest_rules((first,)) == digest_rules((second,))
    (second / "x.yaml").write_bytes(b"name: y\n")
    assert digest_rules((first,)) != digest_rules((second,))


def test_a_whole_cohort_is_one_shard() -> None:
    assert (WHOLE.number, WHOLE.total) == (1, 1)
