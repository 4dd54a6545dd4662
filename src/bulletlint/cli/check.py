"""The command `check`: lint, report, exit code."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bulletlint.cli.input import split_names
from bulletlint.cli.options import (
    colour_option,
    expect_paths,
    fail_on_option,
    paths_argument,
    redact_option,
    rule_options,
    settings_options,
    stdin_filename_option,
)
from bulletlint.report import FORMATS

if TYPE_CHECKING:
    from bulletlint.cli.linters import KeptAnalyser
    from bulletlint.core.settings import Settings


@click.command()
@paths_argument
@click.option(
    "--format", "formats", multiple=True, type=click.Choice(FORMATS), help="Output format (default: text)."
)
@click.option(
    "--output",
    "outputs",
    multiple=True,
    metavar="FILE",
    type=click.Path(),
    help="Write to this file; one for each --format.",
)
@rule_options
@settings_options
@fail_on_option
@click.option(
    "--max-warnings", type=click.IntRange(min=0), metavar="N", help="Exit 1 when there are more warnings."
)
@click.option("--baseline", metavar="FILE", type=click.Path(), help="Leave out the findings in this file.")
@click.option(
    "--update-baseline", is_flag=True, help="Write the findings to the baseline and drop the fixed ones."
)
@click.option(
    "--diff-from",
    "since",
    metavar="REV",
    help="Check only the bullets that changed since this revision of git's.",
)
@click.option(
    "--jobs",
    metavar="N",
    callback=lambda context, option, value: read_jobs(value),
    help="Number of worker processes; auto (default): up to one per core if there are many files.",
)
@redact_option
@click.option("--no-cache", is_flag=True, help="Ignore the cache.")
@stdin_filename_option
@click.option(
    "--max-per-rule",
    type=click.IntRange(min=1),
    metavar="N",
    help="Show at most N findings of a rule in a file (text, concise and github).",
)
@click.option("--statistics", is_flag=True, help="Also count the findings by rule (text and concise).")
@click.option(
    "--as-parsed",
    "parsed",
    is_flag=True,
    help="Print the text that a recruiter's parser may read, no findings.",
)
@click.option(
    "--fix",
    is_flag=True,
    help="First write the fixes that need no fact: an opening I, filler, full stops, doubled spaces.",
)
@click.option(
    "--diff",
    "difference",
    is_flag=True,
    help="Show what --fix would change, and exit 1 if there is something.",
)
@click.option(
    "--show-files", "showing", is_flag=True, help="List which files would be read, and why others are not."
)
@click.option("--watch", "watching", is_flag=True, help="Check again whenever a file or a setting changes.")
@colour_option
@click.option("-q", "--quiet", is_flag=True, help="Print findings only.")
@click.option(
    "-v",
    "--verbose",
    is_flag=True,
    help="Print every bullet in full, with its evidence, and the lines that were left out.",
)
@click.pass_context
def check(
    context: click.Context,
    paths: tuple[str, ...],
    formats: tuple[str, ...],
    outputs: tuple[str, ...],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    profile: str | None,
    fail_on: str | None,
    max_warnings: int | None,
    baseline: str | None,
    update_baseline: bool,
    since: str | None,
    jobs: int | None,
    redacted: bool,
    no_cache: bool,
    stdin_filename: str | None,
    model: str | None,
    config_file: str | None,
    isolated: bool,
    max_per_rule: int | None,
    statistics: bool,
    parsed: bool,
    fix: bool,
    difference: bool,
    watching: bool,
    showing: bool,
    colour: str,
    quiet: bool,
    verbose: bool,
) -> None:
    """Lint resumes: files, folders, - for standard input.

    bulletlint reads Markdown, plain text, LaTeX, DOCX, PDF, HTML, JSON Resume, RenderCV YAML, reStructuredText, Org
    and Typst.

    Exit code 0: nothing at or above --fail-on; 1: findings; 2: a file cannot be read, or a setting or rule is wrong.
    """
    from bulletlint.cli.run import run_check
    from bulletlint.config.files import find_config_file
    from bulletlint.config.merge import load_settings
    from bulletlint.report.formats import pair_outputs, show_rewrites
    from bulletlint.report.style import View

    expect_paths(paths)
    if parsed:
        from bulletlint.cli.as_parsed import print_as_parsed

        context.exit(print_as_parsed(paths, stdin_filename))
    targets = pair_outputs(formats, outputs)
    given = {
        "select": split_names(select),
        "ignore": split_names(ignore),
        "profile": profile,
        "fail_on": fail_on,
        "max_warnings": max_warnings,
        "model": model,
        "jobs": jobs,
        "baseline": Path(baseline) if baseline else None,
    }
    writing = fix or difference
    if writing and ("-" in paths or update_baseline or redacted):
        raise click.UsageError(
            "--fix and --diff are about files, and show their words; use them without -, --update-baseline and --redact"
        )
    if watching and ("-" in paths or update_baseline or difference):
        raise click.UsageError(
            "--watch checks files again and again; use it without -, --update-baseline and --diff"
        )

    def settle() -> Settings:
        return load_settings(config_file=config_file, isolated=isolated, given=given, paths=paths)

    def run(settings: Settings, kept: KeptAnalyser | None = None) -> int:
        sound = True
        if writing:
            from bulletlint.cli.fixing import show_fixes, write_fixes
            from bulletlint.report.style import make_page_style

            if difference:
                return show_fixes(settings, paths, make_page_style(colour), since=since)
            sound = write_fixes(settings, paths, make_page_style(colour), quiet=quiet, since=since)
        view = View(
            colour,
            verbose,
            quiet,
            max_per_rule=max_per_rule,
            statistics=statistics,
            remarks_fail=settings.fail_on == "info",
        )
        shown = show_rewrites((format_ for format_, _ in targets), view)
        code = run_check(
            replace(settings, rewrites=shown and not redacted, account=verbose and not quiet),
            paths,
            targets=targets,
            view=view,
            stdin_filename=stdin_filename,
            update_baseline=update_baseline,
            redacted=redacted,
            caching=not no_cache,
            since=since,
            kept=kept,
        )
        return code if sound else 2

    if watching:
        from bulletlint.cli.linters import KeptAnalyser
        from bulletlint.cli.watching import watch_files

        outputs_written = [output for _, output in targets]
        kept = KeptAnalyser()
        context.exit(
            watch_files(
                lambda: run(settle(), kept),
                settle,
                paths,
                config_file=None if isolated else config_file or find_config_file(paths),
                outputs=outputs_written,
                quiet=quiet,
            )
        )
    settings = settle()
    if showing:
        from bulletlint.cli.showing_files import show_files
        from bulletlint.lint.source import choose_excluded

        context.exit(show_files(paths, choose_excluded(settings), verbose=verbose))
    context.exit(run(settings))


def read_jobs(value: str | None) -> int | None:
    """Return a number of processes, 0 for "auto"."""
    if value is None or value == "auto":
        return None if value is None else 0
    if not value.isdecimal():
        raise click.BadParameter("must be 0 or more, or auto")
    return int(value)
