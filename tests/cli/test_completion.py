"""Completion in a shell."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.shell_completion import ShellComplete

from bulletlint.cli import commands, main


def complete(*words: str) -> list[tuple[str, str]]:
    """Return kind and value of what a shell is offered for the last word."""
    *before, last = words
    items = ShellComplete(commands, {}, "bulletlint", "_BULLETLINT_COMPLETE").get_completions(before, last)
    return [(item.type, item.value) for item in items]


@pytest.mark.parametrize("command", ["check", "rewrite", "drill", "config"])
def test_paths_are_completed_by_the_shell(command: str) -> None:
    """It knows its files best."""
    assert complete(command, "res") == [("file", "res")]
    assert complete(command, "--config", "") == [("file", "")]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (("explain", "bl40"), ["BL401", "BL402", "BL403", "BL404", "BL405"]),
        (("explain", "missing-"), ["missing-baseline", "missing-cost", "missing-fallback", "missing-metric",
                                   "missing-monitoring"]),
        (("explain", "sc"), ["score"]),
        (("explain", "unused"), ["unused-suppression"]),
        (("check", "--select", "BL101,own"), ["BL101,ownership"]),
        (("check", "--ignore", "scor"), []),
        (("rules", "--profile", "gen"), ["general"]),
        (("completion", "z"), ["zsh"]),
    ],
)  # fmt: skip
def test_rules_and_profiles_are_offered(words: tuple[str, ...], offered: list[str]) -> None:
    """By code, name and family, whatever the case; after a comma too."""
    assert [value for _, value in complete(*words)] == offered


def test_own_rules_and_profiles_are_offered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of the configuration in force; one that is wrong offers the shipped ones."""
    rules = tmp_path / "mine"
    (rules / "profiles").mkdir(parents=True)
    (rules / "profiles" / "galley.yaml").write_text("extends: general\n", encoding="utf-8")
    (tmp_path / "bulletlint.toml").write_text('rule-folders = ["mine"]\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert [value for _, value in complete("check", "--profile", "g")] == ["galley", "general"]
    (tmp_path / "bulletlint.toml").write_text("rule-folders = 3\n", encoding="utf-8")
    assert [value for _, value in complete("check", "--profile", "g")] == ["general"]


@pytest.mark.parametrize("command", ["check", "repl", "rewrite", "drill", "rules", "lsp", "mcp"])
def test_every_profile_option_is_completed(command: str) -> None:
    """The servers' too."""
    assert [value for _, value in complete(command, "--profile", "tech")] == ["technical-ai-pm"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_calls_bulletlint(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    """It sets the variable on which the program answers with words."""
    with pytest.raises(SystemExit) as ended:
        main(["completion", shell])
    assert ended.value.code == 0
    out = capsys.readouterr().out
    assert (
        f"_BULLETLINT_COMPLETE={shell}_complete bulletlint" in out
        or f"_BULLETLINT_COMPLETE={shell}_complete" in out
    )
