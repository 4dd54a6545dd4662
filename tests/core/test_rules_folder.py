"""Where the shipped rules stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletlint.core import rules_folder
from bulletlint.core.rules_folder import find_rules_folder


def test_the_folder_holds_rules_lexicons_and_profiles() -> None:
    """However the package is installed."""
    folder = find_rules_folder()
    for name in ("weak-verb.yaml", "lexicons/verbs-build.txt", "profiles/ai-pm.yaml"):
        assert (folder / name).is_file()


def test_the_folder_in_the_package_wins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a wheel it is there; in a checkout it stands beside src."""
    package = tmp_path / "src" / "bulletlint"
    package.mkdir(parents=True)
    monkeypatch.setattr(rules_folder, "__file__", str(package / "core" / "rules_folder.py"))
    assert find_rules_folder() == tmp_path / "rules"
    (package / "rules").mkdir()
    assert find_rules_folder() == package / "rules"
