"""The command `check`: lint, report, exit code."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bulletlint.cli.input import open_memory, read_stdin, split_names
from bulletlint.errors import ConfigError

if TYPE_CHECKING:
    from bulletlint.finding import Report

NAMED_FORMATS = click.Choice(["text", "json", "jsonl", "sarif", "github", "gitlab", "junit", "csv"])
#: Bullets from which on a bar shows how far it is.
LONG_WORK = 200
FAIL_ON = click.Choice(["error", "warning", "info", "never"])


@click.command()
@click.argument("paths", nargs=-1)
@click.option(
    "--format", "formats", multiple=True, type=NAMED_FORMATS, help="Output format; text if not given."
)
@click.option(
    "--output", "outputs", multiple=True, metavar="FILE", help="Write there; one for each --format."
)
@click.option(
    "--select", multiple=True, metavar="RULES", help="Only these rules: codes, names, families, by commas."
)
@click.option("--ignore", multiple=True, metavar="RULES", help="Not these rules.")
@click.option(
    "--profile", metavar="NAME", help="ai-pm (default), general, technical-ai-pm, portfolio or your own."
)
@click.option("--fail-on", type=FAIL_ON, help="Exit 1 from there (warning).")
@click.option(
    "--max-warnings", type=click.IntRange(min=0), metavar="N", help="Exit 1 when there are more warnings."
)
@click.option("--baseline", metavar="FILE", help="Leave out the findings that this file knows.")
@click.option(
    "--update-baseline", is_flag=True, help="Write the findings into the baseline and forget mended ones."
)
@click.option("--redact", "redacted", is_flag=True, help="No words of the resume in any output.")
@click.option("--no-cache", is_flag=True, help="Look at every bullet anew.")
@click.option(
    "--stdin-filename", metavar="NAME", help="Name whose suffix tells the format of standard input (-)."
)
@click.option("--model", metavar="NAME|PATH", help="Another spaCy pipeline than the one in the package.")
@click.option("--config", "config_file", metavar="FILE", help="This configuration file and no other.")
@click.option("--isolated", is_flag=True, help="No configuration file at all.")
@click.option("--color", "colour", type=click.Choice(["auto", "always", "never"]), default="auto")
@click.option("-q", "--quiet", is_flag=True, help="Findings only.")
@click.option(
    "-v", "--verbose", is_flag=True, help="Evidence of every bullet, and what was not taken for one."
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
    redacted: bool,
    no_cache: bool,
    stdin_filename: str | None,
    model: str | None,
    config_file: str | None,
    isolated: bool,
    colour: str,
    quiet: bool,
    verbose: bool,
) -> None:
    """Lint resumes: files, folders, - for standard input.

    Read are Markdown, plain text, LaTeX, DOCX, PDF, HTML, JSON Resume, RenderCV YAML, reStructuredText, Org and
    Typst.

    Exit code 0: nothing at or above --fail-on; 1: findings; 2: something could not be read or is set wrong.
    """
    from bulletlint.config import load_settings
    from bulletlint.linter import Linter
    from bulletlint.output import View, decide_exit_code, pair_outputs, redact, write_notes, write_report

    if not paths:
        raise click.UsageError("name a file or a folder, or - for standard input")
    targets = pair_outputs(formats, outputs)
    given = {
        "select": split_names(select),
        "ignore": split_names(ignore),
        "profile": profile,
        "fail_on": fail_on,
        "max_warnings": max_warnings,
        "model": model,
        "baseline": Path(baseline) if baseline else None,
    }
    settings = load_settings(config_file=config_file, isolated=isolated, given=given, paths=paths)
    memory = None if no_cache else open_memory(settings)
    linter = Linter(
        settings, memory=memory, progress=show_progress if sys.stderr.isatty() and not quiet else None
    )
    report = linter.lint_paths(paths, stdin=read_stdin(paths, stdin_filename))
    report, notes = leave_out_known(report, settings.baseline, update=update_baseline)
    rules = linter.rulebook.rules if redacted or "sarif" in formats else ()
    shown = redact(report, rules) if redacted else report
    for format, output in targets:
        write_report(shown, format, output, View(colour, verbose, quiet, rules))
    write_notes(shown, [] if quiet else notes, verbose=verbose, quiet=quiet)
    context.exit(decide_exit_code(report, fail_on=settings.fail_on, max_warnings=settings.max_warnings))


def show_progress(done: int, total: int) -> None:
    """Draw a bar on standard error, from a total on that takes longer than a moment, and wipe it at the end."""
    if total < LONG_WORK or (done % 20 and done != total):
        return
    width = 30 * done // total
    bar = f"\r{'#' * width}{'.' * (30 - width)} {done:,} of {total:,} bullets"
    click.echo(bar if done < total else "\r" + " " * len(bar) + "\r", err=True, nl=False)


def leave_out_known(report: Report, path: Path | None, *, update: bool) -> tuple[Report, list[str]]:
    """Return the report without what the baseline knows, and what to say of it; writes the baseline on `update`."""
    if path is None:
        if update:
            raise ConfigError("--update-baseline needs --baseline FILE, or `baseline` in the configuration")
        return report, []
    from bulletlint.baseline import apply_baseline, read_baseline, write_baseline

    notes = []
    if update:
        notes.append(f"note: {path}: {write_baseline(report, path)} findings written")
    applied = apply_baseline(report, read_baseline(path))
    if applied.known and not update:
        notes.append(f"note: {path}: {applied.known} known findings left out")
    if applied.stale:
        notes.append(f"note: {path}: {applied.stale} entries match nothing; --update-baseline removes them")
    return applied.report, notes
