"""The stamp: whatever a result depends on changes it."""

from __future__ import annotations

import os
from pathlib import Path

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
