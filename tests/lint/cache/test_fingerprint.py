"""The stamp: whatever a result depends on changes it."""

from __future__ import annotations

import os
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

import bulletlint
from bulletlint.core.settings import Settings
from bulletlint.lint.cache.fingerprint import fingerprint_files, fingerprint_installation


def test_a_stamp_stays_until_a_file_changes(tmp_path: Path) -> None:
    """Its content by size and time, its name, its being there; compiled modules do not count."""
    (tmp_path / "rules").mkdir()
    path = tmp_path / "rules" / "a.yaml"
    path.write_text("name: a\n", encoding="utf-8")
    stamps = [fingerprint_files([tmp_path])]
    assert fingerprint_files([tmp_path]) == stamps[0]
    (tmp_path / "__pycache__").mkdir()
    (tmp_path / "__pycache__" / "a.pyc").write_text("", encoding="utf-8")
    assert fingerprint_files([tmp_path]) == stamps[0]
    path.write_text("name: ab\n", encoding="utf-8")
    stamps.append(fingerprint_files([tmp_path]))
    os.utime(path, ns=(1, 1))
    stamps.append(fingerprint_files([tmp_path]))
    path.rename(path.with_name("b.yaml"))
    stamps.append(fingerprint_files([tmp_path]))
    path.with_name("b.yaml").unlink()
    stamps.append(fingerprint_files([tmp_path]))
    assert len(set(stamps)) == 5


def test_own_rules_and_another_pipeline_count(tmp_path: Path) -> None:
    """A folder is looked into; what is not there is an error later, not here."""
    (tmp_path / "meta.json").write_text("{}", encoding="utf-8")
    stamps = {
        fingerprint_installation(settings)
        for settings in (
            Settings(),
            Settings(rule_folders=(tmp_path,)),
            Settings(rule_folders=(tmp_path / "no",)),
        )
    }
    assert len(stamps) == 2
    assert fingerprint_installation(Settings(model=str(tmp_path))) != fingerprint_installation(Settings())


HOME = "bulletlint.lint.cache.fingerprint"
PACKAGE = Path(bulletlint.__file__).parent


def list_folders(monkeypatch: pytest.MonkeyPatch, rules: Path) -> list[Path]:
    """Return the folders that are looked into where the shipped rules are in one."""
    seen: list[Path] = []
    with monkeypatch.context() as patch:
        patch.setattr(f"{HOME}.find_rules_folder", lambda: rules)
        patch.setattr(f"{HOME}.fingerprint_files", lambda folders: seen.extend(folders) or b"")
        fingerprint_installation(Settings(rule_folders=(Path("own"),)))
    return seen


def test_all_of_the_package_and_the_shipped_rules_count(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """In a wheel the rules are part of the package, in a checkout beside it."""
    assert list_folders(monkeypatch, tmp_path) == [PACKAGE, Path("own"), tmp_path]
    assert list_folders(monkeypatch, PACKAGE / "rules") == [PACKAGE, Path("own")]


def test_another_version_of_spacy_counts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """By the file that says which it is; without it, or without spaCy, there is a stamp too."""
    specs = [None, ModuleSpec("spacy", None), ModuleSpec("spacy", None, origin=str(tmp_path / "__init__.py"))]

    def stamp(spec: ModuleSpec | None) -> bytes:
        monkeypatch.setattr(f"{HOME}.find_spec", lambda name: spec)
        return fingerprint_installation(Settings())

    monkeypatch.setattr(f"{HOME}.fingerprint_files", lambda folders: b"")
    without = {stamp(spec) for spec in specs}
    (tmp_path / "about.py").write_text("1", encoding="utf-8")
    first = stamp(specs[2])
    (tmp_path / "about.py").write_text("10", encoding="utf-8")
    assert (len(without), len({*without, first, stamp(specs[2])})) == (1, 3)


def test_a_link_that_leads_nowhere_stops_nothing(tmp_path: Path) -> None:
    """Editors leave such locks beside a file that is being edited."""
    empty = fingerprint_files([tmp_path])
    (tmp_path / ".#a.yaml").symlink_to("jon@desk.1234")
    assert fingerprint_files([tmp_path]) != empty
