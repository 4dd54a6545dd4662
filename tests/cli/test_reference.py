"""The page of the commands."""

from __future__ import annotations

from pathlib import Path

import click
import pytest

from bulletlint.cli import commands
from bulletlint.cli.exit_code import EXIT_CODES
from bulletlint.cli.reference import describe_argument, describe_option, render_reference

ROOT = Path(__file__).parents[2]


def test_the_page_in_docs_is_that_of_the_commands() -> None:
    """After a command has changed, `python docs/build.py` writes it again."""
    assert (ROOT / "docs" / "commands.md").read_text(encoding="utf-8") == render_reference(commands)


def test_every_command_option_and_exit_code_is_on_the_page() -> None:
    page = render_reference(commands)
    for name, command in commands.commands.items():
        assert f"\n## bulletlint {name}\n" in page
        _, _, own = page.partition(f"\n## bulletlint {name}\n")
        own, _, _ = own.partition("\n## ")
        for param in command.params:
            if isinstance(param, click.Option):
                assert f"| `{', '.join(param.opts)}" in own
    assert [code for code, _ in EXIT_CODES if f"\n| {code} | " not in page] == []


@pytest.mark.parametrize(
    ("option", "expected"),
    [
        (click.Option(["-q", "--quiet"], is_flag=True), "-q, --quiet"),
        (click.Option(["--color/--no-color"]), "--color, --no-color"),
        (click.Option(["--format"], type=click.Choice(["a", "b"])), "--format a|b"),
        (click.Option(["--jobs"], metavar="N"), "--jobs N"),
        (click.Option(["--jobs"], type=int), "--jobs INTEGER"),
    ],
)
def test_an_option_is_named_with_what_it_takes(option: click.Option, expected: str) -> None:
    assert describe_option(option) == expected


@pytest.mark.parametrize(
    ("argument", "expected"),
    [
        (click.Argument(["old"]), "OLD"),
        (click.Argument(["paths"], nargs=-1), "[PATHS…]"),
        (click.Argument(["words"], nargs=-1, required=True, metavar="RULE…"), "RULE…"),
    ],
)
def test_an_argument_is_named_as_in_a_usage_line(argument: click.Argument, expected: str) -> None:
    assert describe_argument(argument) == expected
