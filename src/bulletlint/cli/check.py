"""The command `check`: lint, report, exit code."""

from __future__ import annotations

from pathlib import Path

import click

from bulletlint.cli.input import split_names

NAMED_FORMATS = click.Choice(["text", "json", "jsonl", "sarif", "github", "gitlab", "junit", "csv"])
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
    "--update-baseline", is_flag=True, help="Write the findings into the baseline and forget fixed ones."
)
@click.option(
    "--jobs",
    metavar="N",
    callback=lambda context, option, value: read_jobs(value),
    help="Processes that share the work; auto (default): one a core where there are many files.",
)
@click.option("--redact", "redacted", is_flag=True, help="No words of the resume in any output.")
@click.option("--no-cache", is_flag=True, help="Ignore the cache.")
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
    jobs: int | None,
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
    from bulletlint.cli.run import run_check
    from bulletlint.config.merge import load_settings
    from bulletlint.report.formats import pair_outputs
    from bulletlint.report.style import View

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
        "jobs": jobs,
        "baseline": Path(baseline) if baseline else None,
    }
    settings = load_settings(config_file=config_file, isolated=isolated, given=given, paths=paths)
    code = run_check(
        settings,
        paths,
        targets=targets,
        view=View(colour, verbose, quiet),
        stdin_filename=stdin_filename,
        update_baseline=update_baseline,
        redacted=redacted,
        caching=not no_cache,
    )
    context.exit(code)


def read_jobs(value: str | None) -> int | None:
    """Return a number of processes, 0 for "auto"."""
    if value is None or value == "auto":
        return None if value is None else 0
    if not value.isdecimal():
        raise click.BadParameter("write a number or auto")
    return int(value)
