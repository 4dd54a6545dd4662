"""The README is true: its output is what the tool prints, its table is the rules."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bulletlint.cli.project_setup import PRE_COMMIT_SNIPPET
from bulletlint.config.files import read_config_file
from bulletlint.core.settings import Settings
from bulletlint.lint.linter import Linter
from bulletlint.report.formats import render_report
from bulletlint.report.rule_page import render_rule_table
from bulletlint.report.style import View
from bulletlint.rulebook.rulebook import load_rulebook

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BULLET = "Implemented Redis caching for the search API, cutting p95 latency by 40 %."


def test_the_table_lists_the_rules_of_the_default_profile() -> None:
    """`bulletlint rules --format markdown` prints it again."""
    assert render_rule_table(load_rulebook(Settings()).select_for("")) in README


def test_the_bullet_is_what_the_tool_says(monkeypatch: pytest.MonkeyPatch) -> None:
    """To the last caret."""
    monkeypatch.delenv("COLUMNS", raising=False)
    report = Linter().lint_text(f"# Experience\n\n- {BULLET}\n", format="markdown", path="resume.md")
    assert f"$ bulletlint check resume.md\n{render_report(report, 'text', View('never'))}```" in README


def test_the_hook_is_the_one_that_init_shows() -> None:
    """Both name the current version."""
    assert f"```yaml\n{PRE_COMMIT_SNIPPET}```" in README


def test_the_configuration_page_names_every_key_and_its_example_loads(tmp_path: Path) -> None:
    """A new key has to be described."""
    from bulletlint.config.merge import _READERS, load_settings

    page = (ROOT / "docs" / "configuration.md").read_text(encoding="utf-8")
    table = page.partition("|---|---|---|")[2].partition("```toml")[0]
    assert set(
        re.findall(r"`([a-z-]+)`", "".join(line.split("|")[1] for line in table.splitlines() if line))
    ) == set(_READERS)
    path = tmp_path / "example.toml"
    path.write_text(page.partition("```toml\n")[2].partition("```")[0], encoding="utf-8")
    assert read_config_file(path).value is not None
    assert load_settings(config_file=str(path), isolated=False, given={}).fail_on == "error"
