"""The commands that help to write: rewrites as a diff, the prompt."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bulletlint.cli.input import prompt_line, read_stdin, split_names, tell_excluded
from bulletlint.cli.options import (
    colour_option,
    expect_paths,
    paths_argument,
    rule_options,
    settings_options,
    stdin_filename_option,
)
from bulletlint.core.errors import ReadError
from bulletlint.core.visible import show_line, show_lines

if TYPE_CHECKING:
    from bulletlint.edit.files import Patched
    from bulletlint.edit.plan import Plan
    from bulletlint.lint.linter import Linter
    from bulletlint.lint.proposals import Ask
    from bulletlint.report.text_style import TextStyle

STRENGTHS = click.Choice(["minimal", "reorder", "full"])


@click.command()
@settings_options
@colour_option
@click.pass_context
def repl(
    context: click.Context,
    profile: str | None,
    model: str | None,
    config_file: str | None,
    isolated: bool,
    colour: str,
) -> None:
    """Paste bullets at a prompt, see what is missing, edit, paste again; in a pipe, a filter.

    Nothing you type is saved unless you use :save.
    """
    from bulletlint.cli.repl import run_repl
    from bulletlint.config.merge import load_settings

    given = {"profile": profile, "model": model}
    settings = load_settings(config_file=config_file, isolated=isolated, given=given)
    context.exit(run_repl(settings, colour=colour))


@click.command()
@paths_argument
@click.option("--fill", is_flag=True, help="Ask for the open slots, show the change, write it after a yes.")
@click.option(
    "--check", "checking", is_flag=True, help="Print nothing; exit 1 if anything would be rewritten."
)
@click.option(
    "--format",
    "format_",
    type=click.Choice(["diff", "json"]),
    default="diff",
    help="A diff (default), or the report of check as JSON.",
)
@click.option("--strength", type=STRENGTHS, help="How far a rewrite goes (default: reorder).")
@click.option(
    "--with",
    "program",
    metavar="COMMAND",
    help="Let a program of yours propose rewrites: it reads your bullets as JSON lines. Each proposal is proved.",
)
@click.option(
    "--time-limit",
    type=click.FloatRange(min=0, min_open=True, max=86_400),
    metavar="SECONDS",
    help="How long the program may take (default: 120).",
)
@rule_options
@settings_options
@stdin_filename_option
@colour_option
@click.pass_context
def rewrite(
    context: click.Context,
    paths: tuple[str, ...],
    fill: bool,
    checking: bool,
    format_: str,
    strength: str | None,
    program: str | None,
    time_limit: float | None,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    profile: str | None,
    stdin_filename: str | None,
    model: str | None,
    config_file: str | None,
    isolated: bool,
    colour: str,
) -> None:
    """Show the rewrites of weak bullets as a unified diff, in the file's own mark-up.

    A fact that only you know becomes a blank: ⟨cost⟩. What each blank means stands below the diff, behind #. Blanks are
    never written to a file; --fill asks for the facts.
    """
    from bulletlint.config.merge import load_settings
    from bulletlint.edit.plan import plan_rewrites
    from bulletlint.lint.linter import Linter
    from bulletlint.lint.named_bullets import split_places
    from bulletlint.report.style import make_page_style

    expect_paths(paths)
    if fill and (checking or "-" in paths):
        raise click.UsageError("--fill asks and writes; use it without --check and standard input")
    if format_ == "json" and (fill or checking):
        raise click.UsageError("--format json only shows; use it without --fill and --check")
    if time_limit is not None and program is None:
        raise click.UsageError("--time-limit is for the program of --with; name one")
    given = {
        "select": split_names(select),
        "ignore": split_names(ignore),
        "profile": profile,
        "model": model,
        "rewrite_strength": strength,
    }
    settings = load_settings(config_file=config_file, isolated=isolated, given=given, paths=paths)
    ask = prepare_program(program, time_limit) if program is not None else None
    tell_excluded(settings, paths)
    linter = Linter(settings)
    files, places = split_places(paths)
    stdin = read_stdin(paths, stdin_filename)
    planned = plan_rewrites(linter, files, stdin=stdin, places=places, ask=ask)
    plans, errors = planned.plans, [*planned.errors]
    for note in planned.notes:
        click.echo(note, err=True)
    if fill:
        try:
            errors += fill_plans(linter, plans, make_page_style(colour))
        except KeyboardInterrupt:
            click.echo("\nstopped: nothing was written", err=True)
            context.exit(130)
    elif format_ == "json":
        show_report(linter, plans)
    elif not checking:
        errors += show_plans(plans, make_page_style(colour))
    for error in (*planned.faults, *errors):
        click.echo(f"error: {error}", err=True)
    found = checking and any(plan.rewrites for plan in plans)
    context.exit(2 if errors or planned.faults else int(found))


def prepare_program(command: str, time_limit: float | None) -> Ask:
    """Return what asks a program of the user's for rewrites; raises ConfigError for a command that is none."""
    from bulletlint.lint.program import TIME_LIMIT, run_program, split_command

    words = split_command(command)
    limit = TIME_LIMIT if time_limit is None else time_limit
    return lambda rows: run_program(words, rows, time_limit=limit)


def show_report(linter: Linter, plans: Sequence[Plan]) -> None:
    """Print what `check --format json` would, with the rewrites of the plans."""
    from bulletlint.report.json import JsonStream
    from bulletlint.report.outlet import prepare_stdout

    prepare_stdout(machine=True)
    stream = JsonStream(lambda text: click.echo(text, nl=False), linter.tool)
    for plan in plans:
        stream.add(plan.report)
    stream.close()


def show_plans(plans: Sequence[Plan], style: TextStyle) -> list[ReadError]:
    """Print what would change in each file; returns the errors of those that cannot be written."""
    from bulletlint.edit.files import patch_document, render_diff
    from bulletlint.edit.plan import describe_left_out, describe_written

    errors: list[ReadError] = []
    for plan in plans:
        try:
            patched = patch_document(plan.document, plan.rewrites)
        except ReadError as error:
            errors.append(error)
            continue
        show_difference(render_diff(patched), style)
        for line in describe_written(plan, patched.written):
            click.echo(f"# {line}")
        for line in describe_left_out(plan.document, patched.left_out):
            click.echo(line, err=True)
    return errors


def show_difference(difference: str, style: TextStyle) -> None:
    """Print a diff: every character of it for `patch`, and on a terminal everything so that it is seen."""
    from bulletlint.report.outlet import prepare_stdout
    from bulletlint.report.paint import paint_diff

    prepare_stdout(machine=not sys.stdout.isatty())
    if sys.stdout.isatty():
        difference = show_lines(difference.replace("\r\n", "\n"))
    click.echo(paint_diff(difference, style), nl=False, color=style.colour)


def fill_plans(linter: Linter, plans: Sequence[Plan], style: TextStyle) -> list[ReadError]:
    """Ask for the open slots of all files, show each file's change, and write at the end those that got a yes.

    Raises KeyboardInterrupt where this is broken off, at whichever question; nothing is written then.
    """
    from bulletlint.edit.files import patch_document, render_diff, write_file
    from bulletlint.edit.filling import Interview, count_open, fill_document
    from bulletlint.edit.plan import describe_left_out

    errors: list[ReadError] = []
    analyser = linter.load_analyser()
    assert analyser.words is not None
    interview = Interview(
        ask=ask,
        tell=lambda line: click.echo(f"\n{fit(line)}", err=True),
        examine=lambda text: analyser.read(analyser.nlp(text)),
        words=analyser.words,
    )
    patches: list[Patched] = []
    for number, plan in enumerate(plans):
        waiting = sum(
            count_open(interview, pieces)
            for other in plans[number + 1 :]
            for pieces in other.rewrites.values()
        )
        try:
            patch_document(plan.document, {})
            filled = fill_document(interview, plan.document, plan.rewrites, waiting=waiting)
            patches.append(patch_document(plan.document, filled))
        except ReadError as error:
            errors.append(error)
    accepted: list[Patched] = []
    for patched in patches:
        path = show_line(patched.document.path)
        for line in describe_left_out(patched.document, patched.left_out):
            click.echo(line, err=True)
        difference = render_diff(patched)
        if not difference:
            click.echo(f"{path}: nothing to write", err=True)
            continue
        show_difference(difference, style)
        if confirm(f"Write this to {path}?"):
            accepted.append(patched)
    for patched in accepted:
        path = patched.document.path
        try:
            write_file(Path(path), patched)
            click.echo(f"{show_line(path)}: written", err=True)
        except ReadError as error:
            errors.append(error)
    return errors


def fit(text: str) -> str:
    """Return what is said on standard error with its lines broken at words, as wide as a terminal there is."""
    from bulletlint.report.paint import fit_lines
    from bulletlint.report.style import find_width

    return "\n".join(fit_lines(text, find_width(terminal=sys.stderr.isatty())))


def ask(question: str) -> str | None:
    """Put a question on standard error; see prompt_line."""
    return prompt_line(fit(question), err=True)


def confirm(question: str) -> bool:
    """Tell whether the user says yes; no answer is a no. Raises KeyboardInterrupt for Ctrl-C."""
    try:
        return click.confirm(question, default=False, err=True)
    except click.Abort as abort:
        if isinstance(abort.__context__, KeyboardInterrupt):
            raise KeyboardInterrupt from None
        return False
