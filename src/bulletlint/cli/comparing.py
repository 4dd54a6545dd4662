"""The command `compare`: what changed between two versions of a resume."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bulletlint.cli.input import open_memory, read_stdin, split_names, tell_excluded
from bulletlint.cli.options import (
    colour_option,
    fail_on_option,
    redact_option,
    rule_options,
    settings_options,
    stdin_filename_option,
)
from bulletlint.core.errors import ConfigError, ReadError

if TYPE_CHECKING:
    from bulletlint.core.finding import FileReport
    from bulletlint.core.settings import Settings
    from bulletlint.lint.linter import Linter

#: A path, with its content and the name that tells its format where it is not read from there.
Version = tuple[str, tuple[bytes, str] | None]
_AT_REVISION = re.compile(r"(?P<revision>[^:]+):(?P<path>.+)")


@click.command()
@click.argument("old", type=click.Path())
@click.argument("new", type=click.Path())
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")
@rule_options
@settings_options
@fail_on_option
@redact_option
@stdin_filename_option
@colour_option
@click.option("-q", "--quiet", is_flag=True, help="Print no figures at the end.")
@click.option("-v", "--verbose", is_flag=True, help="Print what is the same, too.")
@click.pass_context
def compare(
    context: click.Context,
    old: str,
    new: str,
    format_: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    profile: str | None,
    model: str | None,
    config_file: str | None,
    isolated: bool,
    fail_on: str | None,
    redacted: bool,
    stdin_filename: str | None,
    colour: str,
    quiet: bool,
    verbose: bool,
) -> None:
    """Show what changed from OLD to NEW, two versions of a resume: findings, scores, facts that were lost.

    Each is a file, a folder, a file at a revision of git's (HEAD~1:cv.md, the path from here), or - for standard input.
    Bullets are matched by their words, not by their lines.

    Exit code 0: no new finding at or above --fail-on; 1: new findings; 2: a version cannot be read, or a setting is
    wrong.
    """
    from bulletlint.cli.notes import write_notes
    from bulletlint.config.merge import load_settings
    from bulletlint.lint.comparison import compare_versions
    from bulletlint.report.comparison import redact_comparison, render_comparison, render_comparison_json
    from bulletlint.report.outlet import prepare_stdout
    from bulletlint.report.redaction import list_summaries
    from bulletlint.report.style import make_page_style
    from bulletlint.report.summary import list_failing

    given = {
        "select": split_names(select),
        "ignore": split_names(ignore),
        "profile": profile,
        "model": model,
        "fail_on": fail_on,
    }
    settings = load_settings(config_file=config_file, isolated=isolated, given=given, paths=[new])
    settings = replace(settings, rewrites=False)
    stdin = read_stdin((old, new), stdin_filename)
    tell_excluded(settings, [old, new], quiet=quiet)
    versions = [open_version(name, stdin) for name in (old, new)]
    linter, before, after = lint_versions(settings, *versions)
    for file in (*before, *after):
        write_notes(file, quiet=quiet)
    if any(file.error is not None for file in (*before, *after)):
        context.exit(2)
    comparison = compare_versions(before, after)
    appeared = comparison.list_findings().new
    if redacted:
        comparison = redact_comparison(comparison, list_summaries(linter.rulebook.rules))
    prepare_stdout(machine=format_ == "json")
    if format_ == "json":
        click.echo(render_comparison_json(comparison, linter.tool), nl=False)
    else:
        style = replace(make_page_style(colour), quiet=quiet, verbose=verbose)
        click.echo(render_comparison(comparison, style), nl=False, color=style.colour)
    failing = list_failing(settings.fail_on)
    context.exit(int(any(finding.severity in failing for finding in appeared)))


def open_version(name: str, stdin: tuple[bytes, str] | None) -> Version:
    """Return a version of a resume; one at a revision is asked of git.

    Raises ConfigError where there is no such revision, and ReadError where it has no such file.
    """
    match = _AT_REVISION.fullmatch(name)
    if match is None or os.path.lexists(name) or len(match["revision"]) == 1:  # a drive of Windows
        return name, stdin
    from bulletlint.read.revision import find_revision

    path = Path(match["path"])
    folder = next((place for place in (path.parent, *path.parent.parents) if place.is_dir()), Path())
    content = find_revision(match["revision"], folder).read_old(path)
    if content is None:
        raise ReadError("the revision has no such file; write its path as from here", path=name)
    return "-", (content, name)


def lint_versions(
    settings: Settings, old: Version, new: Version
) -> tuple[Linter, tuple[FileReport, ...], tuple[FileReport, ...]]:
    """Lint two versions and return what did it, with the reports of both.

    Where each page would be read with a profile of its own, both are read with that of the new one: a finding is gone
    because of other words, never because of another reader. Raises ConfigError where the settings leave one out.
    """
    from bulletlint.lint.linter import Linter

    linter = Linter(settings, memory=open_memory(settings))
    after = linter.lint_paths([new[0]], stdin=new[1]).files
    before = linter.lint_paths([old[0]], stdin=old[1]).files
    for version, files in ((old, before), (new, after)):
        if not files:
            raise ConfigError("there is nothing to compare; `exclude` leaves it out", path=version[0])
    profiles = {file.profile for file in after if file.profile_chosen}
    if len(profiles) == 1 and any(file.profile_chosen and file.profile not in profiles for file in before):
        (profile,) = profiles
        alike = Linter(replace(settings, profile=profile), analyser=linter.load_analyser())
        before = alike.lint_paths([old[0]], stdin=old[1]).files
    return linter, before, after
