"""Completion in a shell: file names, rules and profiles, and the script that switches it on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from bulletlint.core.settings import Settings

SHELLS = ("bash", "zsh", "fish")
_VARIABLE = "_BULLETLINT_COMPLETE"


def complete_rule(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """Return the codes and names of rules, the families and `score` that begin with what was typed."""
    from bulletlint.core.errors import BulletlintError
    from bulletlint.rulebook.notices import NOTICES
    from bulletlint.rulebook.rulebook import load_rulebook

    try:
        rules = load_rulebook(find_settings()).rules
    except BulletlintError:
        return []  # pressing Tab is no time for an error; the command itself will tell it
    words = {word for rule in rules for word in (rule.code, rule.name, rule.family)}
    words |= {word for notice in NOTICES for word in (notice.code, notice.name)} | {"score"}
    return sorted(word for word in words if word.lower().startswith(incomplete.lower()))


def complete_rules(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """Return what `complete_rule` does for the last of several words with commas between."""
    before, comma, last = incomplete.rpartition(",")
    return [before + comma + word for word in complete_rule(context, parameter, last) if word != "score"]


def complete_profile(context: click.Context, parameter: click.Parameter, incomplete: str) -> list[str]:
    """Return the profiles, shipped ones and own ones, that begin with what was typed."""
    from bulletlint.core.rules_folder import find_rules_folder
    from bulletlint.rulebook.load import find_profiles

    folders = [find_rules_folder(), *find_settings().rule_folders]
    return sorted(name for name in find_profiles(folders) if name.startswith(incomplete))


def find_settings() -> Settings:
    """Return the settings in force here; those of nobody where the configuration is wrong."""
    from bulletlint.config.merge import load_settings
    from bulletlint.core.errors import BulletlintError
    from bulletlint.core.settings import Settings

    try:
        return load_settings(config_file=None, isolated=False, given={})
    except BulletlintError:
        return Settings()


@click.command()
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(context: click.Context, shell: str) -> None:
    """Print the script that completes commands, files and rules in SHELL.

    For bash, put this into ~/.bashrc: eval "$(bulletlint completion bash)"
    """
    from click.shell_completion import get_completion_class

    make = get_completion_class(shell)
    if make is None:
        raise click.UsageError(f"no completion for {shell}; choose one of {', '.join(SHELLS)}")
    click.echo(make(context.find_root().command, {}, "bulletlint", _VARIABLE).source())
