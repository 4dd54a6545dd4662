"""Shards put together."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from bulletlint.cohort.errors import CohortError
from bulletlint.cohort.manifest import read_manifest
from bulletlint.cohort.merge import merge_shards
from bulletlint.cohort.plan import Shard
from cohorts import make_work, read_tables, run_work, write_resumes


def run_shards(folder: Path, paths: list[Path], *, total: int = 3, skip: int = 0, **changes: object) -> None:
    """Run every shard but `skip`; `changes` are for the last one."""
    for number in range(1, total + 1):
        shard = Shard(number, total)
        if number != skip:
            different = changes if number == total else {}
            run_work(
                make_work(folder / shard.folder, paths, shard=shard, **{"parts": 2 * total, **different})
            )


def test_shards_give_the_tables_of_the_whole(tmp_path: Path) -> None:
    """And may be merged again when one of them has changed."""
    paths = write_resumes(tmp_path / "r", 12)
    whole = make_work(tmp_path / "whole", paths, parts=6)
    run_work(whole)
    run_shards(tmp_path / "out", paths)
    for _ in range(2):
        manifest = merge_shards(tmp_path / "out")
        assert manifest == read_manifest(tmp_path / "whole")
        assert read_tables(make_work(tmp_path / "out", paths, parts=6)) == read_tables(whole)
    paths[0].write_text("# Sam\n", encoding="utf-8")
    run_shards(tmp_path / "out", paths)
    assert merge_shards(tmp_path / "out").counts.bullets == 33


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"version": "0.2.0"}, "differs from shard-0001-of-0003 in the version of bulletlint"),
        ({"rules": "s"}, "in the set of rules"),
        ({"settings": {"profile": "general"}}, "in the settings"),
        ({"key": "l"}, "in the key"),
        ({"text": True}, "in the --with-text"),
        ({"named": "m"}, "in the files or folders"),
        ({"format": "parquet"}, "in the format"),
    ],
)
def test_mixed_shards_are_refused(tmp_path: Path, changes: dict[str, object], message: str) -> None:
    """What differs is named, and nothing is written."""
    run_shards(tmp_path / "out", write_resumes(tmp_path / "r", 3), **changes)
    with pytest.raises(CohortError, match=message):
        merge_shards(tmp_path / "out")
    assert read_manifest(tmp_path / "out") is None


def test_shards_with_more_and_fewer_parts_are_merged(tmp_path: Path) -> None:
    """Files came between them; when there are fewer parts again, no row stays of those that there were."""
    paths = write_resumes(tmp_path / "r", 12)
    whole = make_work(tmp_path / "whole", paths, parts=1)
    run_work(whole)
    expected = sorted(map(str, read_tables(whole)["bullets"]))
    for last in (9, 3, 6):
        shutil.rmtree(tmp_path / "out" / "shard-0003-of-0003", ignore_errors=True)
        run_shards(tmp_path / "out", paths, parts=last)
        assert merge_shards(tmp_path / "out").counts.files == 12
        merged = make_work(tmp_path / "out", paths, parts=9)
        assert sorted(map(str, read_tables(merged)["bullets"])) == expected


def test_missing_shards_are_named(tmp_path: Path) -> None:
    """By their numbers."""
    (tmp_path / "out").mkdir()
    with pytest.raises(CohortError, match="holds no shard"):
        merge_shards(tmp_path / "out")
    run_shards(tmp_path / "out", write_resumes(tmp_path / "r", 3), skip=2)
    with pytest.raises(CohortError, match=r"lacks 1 shard of 3 \(2\); run them first"):
        merge_shards(tmp_path / "out")


def test_shards_of_two_totals_are_refused(tmp_path: Path) -> None:
    """They would hold some files twice."""
    paths = write_resumes(tmp_path / "r", 3)
    run_shards(tmp_path / "out", paths, total=1, parts=2)
    run_shards(tmp_path / "out", paths, total=2, parts=2)
    with pytest.raises(CohortError, match="holds shards of 1 and of 2; remove those of one"):
        merge_shards(tmp_path / "out")


def test_a_shard_that_is_not_finished_or_lost_a_part_is_named(tmp_path: Path) -> None:
    """It has to run again."""
    run_shards(tmp_path / "out", write_resumes(tmp_path / "r", 3))
    folder = tmp_path / "out" / "shard-0002-of-0003"
    shutil.rmtree(folder / "bullets")
    with pytest.raises(CohortError, match="shard-0002-of-0003: lacks part 1; run this shard again"):
        merge_shards(tmp_path / "out")
    (folder / "manifest.json").unlink()
    with pytest.raises(CohortError, match="shard-0002-of-0003: is not finished"):
        merge_shards(tmp_path / "out")


def test_a_disk_without_links_gets_copies(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on a memory stick."""
    import os

    def refuse(*paths: object) -> None:
        raise OSError("no links here")

    run_shards(tmp_path / "out", write_resumes(tmp_path / "r", 3))
    monkeypatch.setattr(os, "link", refuse)
    assert merge_shards(tmp_path / "out").counts.files == 3
