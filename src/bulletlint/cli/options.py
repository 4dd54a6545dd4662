"""Options that several commands share: one wording, one type, and one completion in a shell for each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from bulletlint.cli.completion import complete_profile, complete_rules
from bulletlint.core.settings import FAIL_ON

Decorated = TypeVar("Decorated", bound=Callable[..., Any])

#: When to print in colour: on a terminal, unless NO_COLOR says no or FORCE_COLOR yes.
colour_option = click.option(
    "--color",
    "colour",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Colour: on a terminal (auto), or as you say; NO_COLOR and FORCE_COLOR count.",
)
#: What `expect_paths` asks for, in the words of every command that reads resumes.
paths_argument = click.argument("paths", nargs=-1, type=click.Path())
stdin_filename_option = click.option(
    "--stdin-filename", metavar="NAME", help="File name for standard input (-); its suffix tells the format."
)
profile_option = click.option(
    "--profile",
    metavar="NAME",
    shell_complete=complete_profile,
    help="The reader you write for: ai-pm, technical-ai-pm, general, everyone, portfolio or your own; "
    "auto (default): the page decides.",
)
model_option = click.option(
    "--model",
    metavar="NAME|PATH",
    type=click.Path(),
    help="Use this spaCy pipeline, not the one in the package.",
)
_select_option = click.option(
    "--select",
    multiple=True,
    metavar="RULES",
    shell_complete=complete_rules,
    help="Use only these rules: codes, names or families, with commas between.",
)
_ignore_option = click.option(
    "--ignore", multiple=True, metavar="RULES", shell_complete=complete_rules, help="Leave these rules out."
)
fail_on_option = click.option(
    "--fail-on", type=click.Choice(FAIL_ON), help="Exit 1 from this severity on (default: warning)."
)
redact_option = click.option(
    "--redact", "redacted", is_flag=True, help="Keep the words of the resume out of every output."
)
_config_option = click.option(
    "--config", "config_file", metavar="FILE", type=click.Path(), help="Use only this configuration file."
)
_isolated_option = click.option("--isolated", is_flag=True, help="Read no configuration file.")


def config_options(command: Decorated) -> Decorated:
    """Give a command --config and --isolated, as `config_file` and `isolated`."""
    return _config_option(_isolated_option(command))


def settings_options(command: Decorated) -> Decorated:
    """Give a command what every command takes that checks bullets: --profile, --model, --config, --isolated."""
    return profile_option(model_option(config_options(command)))


def rule_options(command: Decorated) -> Decorated:
    """Give a command --select and --ignore, as `select` and `ignore`."""
    return _select_option(_ignore_option(command))


def expect_paths(paths: tuple[str, ...]) -> None:
    """Raise click's error for wrong usage if no file, folder or - is named."""
    if not paths:
        raise click.UsageError("name a file or a folder, or - for standard input")
