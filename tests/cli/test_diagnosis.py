"""The doctor: a line a part, with what to do."""

from __future__ import annotations

from dataclasses import replace
from importlib.metadata import PackageNotFoundError
from pathlib import Path

import pytest

from bulletlint.cli import diagnosis
from bulletlint.cli.diagnosis import Check, examine_installation, render_checks
from bulletlint.core.settings import Settings
from bulletlint.rulebook.rulebook import load_rulebook


def examine(**options: object) -> dict[str, Check]:
    return {check.name: check for check in examine_installation(**options)}  # type: ignore[arg-type]


def test_a_sound_installation_is_found_sound() -> None:
    """Every part, and a weak bullet through all of them."""
    checks = examine(isolated=True)
    assert [check.remark for check in checks.values() if not check.sound] == []
    assert checks["configuration"].remark == "none; the defaults are in force"
    assert "BL101" in checks["check"].remark


def test_a_broken_part_is_named_and_the_others_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong configuration, a missing library."""

    def find_version(name: str) -> str:
        if name == "pyyaml":
            raise PackageNotFoundError(name)
        return "1.0"

    monkeypatch.setattr(diagnosis, "version", find_version)
    path = tmp_path / "c.toml"
    path.write_text("profil = 1\n", encoding="utf-8")
    checks = examine(config_file=str(path))
    assert [name for name, check in checks.items() if not check.sound] == ["pyyaml", "configuration"]
    assert checks["configuration"].remark.endswith("did you mean `profile`?")
    assert checks["pyyaml"].remark.startswith("is not installed; run: pip install")


def test_one_rule_is_no_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """A count of one has no plural."""
    rulebook = replace(load_rulebook(Settings()), rules=load_rulebook(Settings()).rules[:1])
    monkeypatch.setattr(diagnosis, "load_rulebook", lambda settings: rulebook)
    checks = examine_installation(isolated=True)
    assert next(check.remark for check in checks if check.name == "rules") == "1 rule"


def test_checks_are_lines_in_columns() -> None:
    """The last says whether all is well."""
    checks = [Check("python", True, "3.11"), Check("rules", False, "none")]
    assert render_checks(checks) == "ok    python  3.11\nFAIL  rules   none\n1 of 2 failed\n"
    assert render_checks(checks[:1]).endswith("all is well\n")
