"""Runs over small cohorts: whole, killed, changed, with broken files and full disks."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import bulletlint.cohort.run as cohort_run
from bulletlint.cohort.errors import CohortError
from bulletlint.cohort.manifest import Counts, Journal, read_manifest
from bulletlint.cohort.plan import WHOLE, Shard
from bulletlint.cohort.run import find_pending, lint_cohort
from bulletlint.core.errors import ReadError
from cohorts import make_linter, make_work, read_tables, run_work, write_resumes


class Counting:
    """Counts what it is told, and fails after so many files."""

    def __init__(self, most: int = 10_000) -> None:
        self.files = self.bullets = 0
        self._most = most

    def count_bullets(self, bullets: int) -> None:
        self.bullets += bullets

    def count_file(self) -> None:
        self.files += 1
        if self.files == self._most:
            raise KeyboardInterrupt


def test_the_tables_hold_every_file_once(tmp_path: Path) -> None:
    """Whatever the number of parts; the manifest counts them."""
    paths = write_resumes(tmp_path / "r", 7)
    counting = Counting()
    manifest, added = run_work(make_work(tmp_path / "one", paths), counting)
    assert (counting.files, counting.bullets) == (7, 21)
    assert (manifest.counts, manifest.finished) == (added, True)
    assert (added.files, added.unreadable, added.bullets) == (7, 0, 21)
    assert read_manifest(tmp_path / "one") == manifest
    whole = read_tables(make_work(tmp_path / "one", paths))
    work = make_work(tmp_path / "three", paths, parts=3)
    run_work(work)
    cut = read_tables(work)
    for table in whole:
        assert sorted(map(str, whole[table])) == sorted(map(str, cut[table]))
        assert len(whole[table]) == {"resumes": 7, "bullets": 21, "findings": added.findings}[table]


@pytest.mark.parametrize("most", [1, 4, 9])
def test_a_run_that_was_killed_goes_on_and_gives_the_same(tmp_path: Path, most: int) -> None:
    """Byte for byte, and without doing again what is done."""
    paths = write_resumes(tmp_path / "r", 10)
    whole = make_work(tmp_path / "whole", paths, parts=5)
    run_work(whole)
    killed = make_work(tmp_path / "killed", paths, parts=5)
    with pytest.raises(KeyboardInterrupt):
        run_work(killed, Counting(most))
    manifest = read_manifest(killed.folder)
    assert manifest is not None
    assert not manifest.finished
    done = find_pending(killed, Journal(killed.folder)).done
    counting = Counting()
    run_work(killed, counting)
    assert counting.files == 10 - done
    for path in whole.folder.rglob("part-*"):
        assert (killed.folder / path.relative_to(whole.folder)).read_bytes() == path.read_bytes()
    assert read_manifest(killed.folder) == read_manifest(whole.folder)


def test_a_run_that_is_done_has_nothing_left(tmp_path: Path) -> None:
    """Until a file changes, vanishes or comes: then its part is done again."""
    paths = write_resumes(tmp_path / "r", 6)
    work = make_work(tmp_path / "out", paths, parts=3)
    run_work(work)
    assert run_work(work)[1] == Counts()
    paths[0].write_text("# Sam\n\n## Experience\n\n- Built a zoo.\n", encoding="utf-8")
    (part,) = find_pending(work, Journal(work.folder)).states
    manifest, added = run_work(work)
    assert added.files == len(work.entries[part])
    assert (manifest.counts.files, manifest.counts.bullets) == (6, 16)
    work = make_work(tmp_path / "out", paths[1:], parts=3)
    assert run_work(work)[0].counts.files == 5
    assert len(read_tables(work)["resumes"]) == 5


def test_a_part_whose_file_is_gone_is_written_again(tmp_path: Path) -> None:
    """Somebody has deleted it."""
    work = make_work(tmp_path / "out", write_resumes(tmp_path / "r", 2))
    run_work(work)
    work.parts.locate("bullets", 0).unlink()
    assert run_work(work)[1].files == 2
    assert work.parts.has(0)


def test_broken_files_are_rows_with_their_error(tmp_path: Path) -> None:
    """A file that vanishes after it was found, one that is damaged, one that was never there."""
    paths = write_resumes(tmp_path / "r", 3)
    damaged = tmp_path / "r" / "damaged.pdf"
    damaged.write_bytes(b"%PDF-1.4 nothing")
    missing = ReadError("no such file or folder; check the path", path="gone.md")
    work = make_work(tmp_path / "out", [*paths, damaged, missing])
    paths[1].unlink()
    manifest, _ = run_work(work)
    assert (manifest.counts.files, manifest.counts.unreadable) == (5, 3)
    errors = sorted(row["error"] for row in read_tables(work)["resumes"] if row["error"])
    assert errors[1:] == ["no such file", "no such file or folder"]
    assert errors[0].startswith("is ")


def test_two_workers_write_the_same_tables(tmp_path: Path) -> None:
    """Byte for byte."""
    paths = write_resumes(tmp_path / "r", 40)
    one, two = make_work(tmp_path / "one", paths, parts=2), make_work(tmp_path / "two", paths, parts=2)
    run_work(one)
    run_work(two, jobs=2)
    for path in one.folder.rglob("part-*"):
        assert (two.folder / path.relative_to(one.folder)).read_bytes() == path.read_bytes()


def test_a_full_disk_leaves_whole_parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The error is one line; with room again the run goes on."""
    work = make_work(tmp_path / "out", write_resumes(tmp_path / "r", 8), parts=4)
    left = [5]
    sync: Callable[[int], None] = os.fsync

    def fill(handle: int) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        sync(handle)

    monkeypatch.setattr(os, "fsync", fill)
    with pytest.raises(CohortError, match=r"cannot be written \(No space left on device\)"):
        run_work(work)
    monkeypatch.undo()
    assert find_pending(work, Journal(work.folder)).done == len(work.entries[0])
    assert [row["bullets"] for row in work.parts.read("resumes", ["bullets"])] == [3] * len(work.entries[0])
    assert sorted(path.name for path in work.folder.rglob("part-*")) == ["part-00000.csv"] * 3
    manifest, _ = run_work(work)
    assert manifest.counts.files == 8


def test_no_more_files_are_read_than_are_needed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With one process, those of a chunk; a cohort is never in memory as a whole."""
    work = make_work(tmp_path / "out", write_resumes(tmp_path / "r", 40), parts=2)
    linter = make_linter()
    held: list[int] = []
    plain = linter.lint_chunk

    def lint_chunk(chunk: object) -> object:
        held.append(len(chunk))  # type: ignore[arg-type]
        return plain(chunk)  # type: ignore[arg-type]

    monkeypatch.setattr(linter, "lint_chunk", lint_chunk)
    lint_cohort(work, linter)
    assert max(held) <= 16
    assert sum(held) == 40


def test_a_shard_run_twice_has_nothing_left(tmp_path: Path) -> None:
    """It is the same work."""
    paths = write_resumes(tmp_path / "r", 6)
    work = make_work(tmp_path / "out", paths, parts=3, shard=Shard(2, 3))
    assert sorted(work.entries) == [1]
    run_work(work)
    assert run_work(work)[1] == Counts()
    with pytest.raises(CohortError, match="differs in the shard"):
        run_work(make_work(tmp_path / "out", paths, parts=3, shard=WHOLE))


def test_rows_of_a_part_only_are_held(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """They are written before those of the next begin."""
    work = make_work(tmp_path / "out", write_resumes(tmp_path / "r", 9), parts=3)
    sizes: list[int] = []
    plain = cohort_run.write_part
    monkeypatch.setattr(
        cohort_run,
        "write_part",
        lambda parts, number, rows: sizes.append(len(rows["resumes"])) or plain(parts, number, rows),
    )
    run_work(work)
    assert sizes == [len(entries) for entries in work.entries.values()]


def test_workers_are_forked(tmp_path: Path) -> None:
    """Nothing loads pyarrow before they start, since its threads would make each worker load the pipeline anew."""
    code = """\
import sys
from bulletlint.lint.parallel import pool
start = pool.start_workers
def start_workers(orders, jobs, *, forks, **options):
    sys.stderr.write(f"forks={forks} pyarrow={'pyarrow' in sys.modules}\\n")
    return start(orders, jobs, forks=forks, **options)
pool.start_workers = start_workers
from bulletlint.cli import main
main(sys.argv[1:])
"""
    write_resumes(tmp_path / "r", 20)
    command = [sys.executable, "-c", code, "cohort", "r", "--output", "out", "--jobs", "2", "--quiet"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=True)
    assert done.stderr == f"forks={sys.platform.startswith('linux')} pyarrow=False\n"
