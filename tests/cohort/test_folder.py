"""The output folder belongs to one cohort."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bulletlint.cohort.errors import CohortError
from bulletlint.cohort.folder import check_identity, clear_folder, hold_folder, open_folder
from bulletlint.cohort.manifest import Manifest, write_manifest
from bulletlint.cohort.plan import WHOLE, Shard
from cohorts import IDENTITY


def test_a_folder_of_something_else_is_refused(tmp_path: Path) -> None:
    """Nothing in it is touched."""
    (tmp_path / "thesis.md").write_text("x", encoding="utf-8")
    with pytest.raises(
        CohortError, match=r"holds `thesis\.md`, which is no part of a cohort; name a new folder"
    ):
        open_folder(tmp_path)
    with pytest.raises(CohortError, match=r"cannot be the output folder \(it is a file\)"):
        open_folder(tmp_path / "thesis.md")


def test_a_new_folder_is_made(tmp_path: Path) -> None:
    """With those above it; one of a cohort is taken as it is."""
    open_folder(tmp_path / "a" / "b")
    for name in ("manifest.json", "names.key", "index.html", "shard-0001-of-0002", "resumes"):
        (tmp_path / "a" / "b" / name).mkdir()
    open_folder(tmp_path / "a" / "b")


def test_one_run_at_a_time(tmp_path: Path) -> None:
    """The second is told so."""
    busy = pytest.raises(CohortError, match="another run writes in this folder")
    with hold_folder(tmp_path), busy, hold_folder(tmp_path):
        pass
    with hold_folder(tmp_path):
        pass


def test_a_folder_of_another_run_is_refused(tmp_path: Path) -> None:
    """With what is different."""
    assert check_identity(tmp_path, IDENTITY, WHOLE) is None
    write_manifest(tmp_path, Manifest(IDENTITY, WHOLE))
    assert check_identity(tmp_path, IDENTITY, WHOLE) == Manifest(IDENTITY, WHOLE)
    for changes, shard, said in (
        ({"version": "0.2.0"}, WHOLE, r"differs in the version of bulletlint \(0\.1\.0 there, 0\.2\.0 now\)"),
        ({"settings": {"profile": "general"}}, WHOLE, "differs in the settings; name another --output"),
        ({"named": "m"}, WHOLE, r"differs in the files or folders \(n there, m now\)"),
        ({}, Shard(1, 2), r"differs in the shard \(1/1 there, 1/2 now\)"),
    ):
        with pytest.raises(CohortError, match=said):
            check_identity(tmp_path, replace(IDENTITY, **changes), shard)  # type: ignore[arg-type]


def test_clearing_a_folder_keeps_its_key(tmp_path: Path) -> None:
    """So that the names stay the same."""
    for name in ("names.key", "manifest.json", "parts.jsonl", "index.html"):
        (tmp_path / name).write_text("x", encoding="utf-8")
    (tmp_path / "resumes").mkdir()
    clear_folder(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["names.key"]
