"""The settings in force, each with its value and its origin."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bulletlint.cli.settings_page import (
    describe_entry,
    describe_setting,
    render_configuration,
    render_file_settings,
)
from bulletlint.config.merge import load_configuration
from bulletlint.core.settings import PerFile, Settings
from bulletlint.rulebook.rulebook import load_rulebook

TOML = """\
profile = "general"
select = ["BL1", "BL2"]
ignore = ["BL203"]
fail-on = "error"
max-warnings = 3
rule-folders = ["ours"]
never-flag = ["Responsible AI"]
require-reasons = true
baseline = "known.json"

[severities]
missing-cost = "off"

[lexicons]
verbs-outcome = ["derisk"]

[per-file."portfolio/*.md"]
profile = "portfolio"
ignore = ["BL101"]
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the working directory."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ours" / "lexicons").mkdir(parents=True)
    (tmp_path / "ours" / "lexicons" / "verbs-outcome.txt").write_text("derisk\n", encoding="utf-8")
    return tmp_path


def test_each_setting_is_shown_with_its_origin(folder: Path) -> None:
    """The origin is the file and line, the option, or that it is the default."""
    (folder / ".bulletlint.toml").write_text(TOML, encoding="utf-8")
    shown = render_configuration(
        load_configuration(config_file=None, isolated=False, given={"profile": "ai-pm"})
    )
    assert [re.split("  +", line) for line in shown.splitlines()] == [
        ["profile", "ai-pm", "--profile"],
        ["select", "BL1, BL2", ".bulletlint.toml:2"],
        ["ignore", "BL203", ".bulletlint.toml:3"],
        ["severities", "missing-cost: off", ".bulletlint.toml:11"],
        ["fail-on", "error", ".bulletlint.toml:4"],
        ["max-warnings", "3", ".bulletlint.toml:5"],
        ["model", "-", "default"],
        ["rule-folders", "ours", ".bulletlint.toml:6"],
        ["lexicons", "verbs-outcome: derisk", ".bulletlint.toml:14"],
        ["never-flag", "Responsible AI", ".bulletlint.toml:7"],
        ["require-reasons", "true", ".bulletlint.toml:8"],
        ["baseline", "known.json", ".bulletlint.toml:9"],
        ["item-macros", "-", "default"],
        ["jobs", "auto", "default"],
        ["rewrite-strength", "reorder", "default"],
        ["exclude", "-", "default"],
        ["per-file", "portfolio/*.md (profile portfolio; ignore BL101)", ".bulletlint.toml:17"],
    ]
    assert len({line.rindex("  ") for line in shown.splitlines()}) == 1, "origins stand in one column"


def test_the_settings_of_one_file_are_shown_with_their_origins(folder: Path) -> None:
    """The last profile and selection count, what is ignored adds up, and a file without an entry shows nothing."""
    text = (
        TOML
        + """
[per-file."*.md"]
profile = "general"
select = ["BL1"]
ignore = ["BL102"]
"""
    )
    (folder / ".bulletlint.toml").write_text(text, encoding="utf-8")
    rulebook = load_rulebook(load_configuration(config_file=None, isolated=False, given={}).settings)
    path = "portfolio/case.md"
    assert render_file_settings(rulebook.settings, path, rulebook.find_entries(path)) == (
        "\nfor portfolio/case.md\n"
        "  profile  general              .bulletlint.toml:22\n"
        "  select   BL1                  .bulletlint.toml:23\n"
        "  ignore   BL203, BL101, BL102  .bulletlint.toml:3, .bulletlint.toml:19, .bulletlint.toml:24\n"
    )
    assert render_file_settings(rulebook.settings, "a.tex", rulebook.find_entries("a.tex")) == ""


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (None, "-"),
        ((), "-"),
        (False, "false"),
        (3, "3"),
        ("ai-pm", "ai-pm"),
        (Path("ours").absolute(), "ours"),
        (("BL1", "BL2"), "BL1, BL2"),
        ((("missing-cost", "off"), ("weak-verb", "info")), "missing-cost: off, weak-verb: info"),
        ((("verbs-outcome", ("derisk", "cap")),), "verbs-outcome: derisk cap"),
    ],
    ids=str,
)
def test_a_setting_is_described_in_a_few_words(value: object, words: str) -> None:
    """Nothing is "-", a path counts from the current folder, and a list is joined by commas."""
    assert describe_setting(value) == words


def test_an_entry_for_files_names_what_it_sets() -> None:
    """Its pattern comes first, and what it leaves as it is is not named."""
    entry = PerFile("*.md", profile="general", select=("BL1",), severities=(("cost", "off"),))
    assert describe_entry(entry) == "*.md (profile general; select BL1; severities cost: off)"
    assert render_file_settings(Settings(), "a.md", [PerFile("*.md")]) == ""
