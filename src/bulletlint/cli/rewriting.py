"""The commands that help to write: rewrites as a diff, an interviewer's questions, the prompt."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from bulletlint.cli.completion import complete_profile
from bulletlint.cli.input import read_stdin
from bulletlint.core.errors import ReadError

if TYPE_CHECKING:
    from bulletlint.edit.plan import Plan
    from bulletlint.lint.linter import Linter

STRENGTHS = click.Choice(["minimal", "reorder", "full"])


@click.command()
@click.option(
    "--profile", metavar="NAME", shell_complete=complete_profile, help="Check bullets with this profile."
)
@click.option("--model", metavar="NAME|PATH", help="Use this spaCy pipeline, not the one in the package.")
@click.option(
    "--config", "config_file", metavar="FILE", type=click.Path(), help="Use only this configuration file."
)
@click.option("--isolated", is_flag=True, help="Read no configuration file.")
@click.option("--color", "colour", type=click.Choice(["auto", "always", "never"]), default="auto")
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
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--fill", is_flag=True, help="Ask for the open slots, show the change, write it after a yes.")
@click.option(
    "--check", "checking", is_flag=True, help="Print nothing; exit 1 if anything would be rewritten."
)
@click.option("--strength", type=STRENGTHS, help="How far a rewrite goes (default: reorder).")
@click.option(
    "--profile", metavar="NAME", shell_complete=complete_profile, help="Check bullets with this profile."
)
@click.option(
    "--stdin-filename", metavar="NAME", help="File name for standard input (-); its suffix tells the format."
)
@click.option("--model", metavar="NAME|PATH", help="Use this spaCy pipeline, not the one in the package.")
@click.option(
    "--config", "config_file", metavar="FILE", type=click.Path(), help="Use only this configuration file."
)
@click.option("--isolated", is_flag=True, help="Read no configuration file.")
@click.pass_context
def rewrite(
    context: click.Context,
    paths: tuple[str, ...],
    fill: bool,
    checking: bool,
    strength: str | None,
    profile: str | None,
    stdin_filename: str | None,
    model: str | None,
    config_file: str | None,
    isolated: bool,
) -> None:
    """Show the rewrites of weak bullets as a unified diff, in the file's own mark-up.

    A fact that only you know becomes a slot: ⟨cost: per query⟩. Slots are never written to a file; --fill asks for
    the facts.
    """
    from bulletlint.config.merge import load_settings
    from bulletlint.edit.plan import plan_rewrites
    from bulletlint.lint.linter import Linter

    if not paths:
        raise click.UsageError("name a file or a folder, or - for standard input")
    if fill and (checking or "-" in paths):
        raise click.UsageError("--fill asks and writes; use it without --check and standard input")
    given = {"profile": profile, "model": model, "rewrite_strength": strength}
    settings = load_settings(config_file=config_file, isolated=isolated, given=given, paths=paths)
    linter = Linter(settings)
    plans, errors = plan_rewrites(linter, paths, stdin=read_stdin(paths, stdin_filename))
    if fill:
        errors += fill_plans(linter, plans)
    elif not checking:
        errors += show_plans(plans)
    for error in errors:
        click.echo(f"error: {error}", err=True)
    found = checking and any(plan.rewrites for plan in plans)
    context.exit(2 if errors else int(found))


def show_plans(plans: list[Plan]) -> list[ReadError]:
    """Print what would change in each file; returns the errors of those that cannot be written."""
    from bulletlint.edit.files import patch_document, render_diff
    from bulletlint.edit.plan import describe_left_out

    errors: list[ReadError] = []
    for plan in plans:
        try:
            patched = patch_document(plan.document, plan.rewrites)
        except ReadError as error:
            errors.append(error)
            continue
        click.echo(render_diff(patched), nl=False)
        for line in describe_left_out(plan.document, patched.left_out):
            click.echo(line, err=True)
    return errors


def fill_plans(linter: Linter, plans: list[Plan]) -> list[ReadError]:
    """Ask for the open slots of each file, show the change, and write it after a yes."""
    from bulletlint.edit.files import patch_document, render_diff, write_file
    from bulletlint.edit.filling import MOST_QUESTIONS, fill_document
    from bulletlint.edit.plan import describe_left_out

    def ask(question: str) -> str | None:
        try:
            answer: str = click.prompt(
                question, default="", show_default=False, prompt_suffix="\n> ", err=True
            )
        except click.Abort:
            return None
        return answer

    def tell(line: str) -> None:
        click.echo(f"\n{line}", err=True)

    errors: list[ReadError] = []
    questions = MOST_QUESTIONS
    analyser = linter.load_analyser()
    for plan in plans:
        try:
            patch_document(plan.document, {})
            filled, questions = fill_document(
                plan.document,
                plan.rewrites,
                ask=ask,
                tell=tell,
                examine=lambda text: analyser.read(analyser.nlp(text)).facts,
                questions=questions,
            )
            patched = patch_document(plan.document, filled)
            for line in describe_left_out(plan.document, patched.left_out):
                click.echo(line, err=True)
            difference = render_diff(patched)
            if not difference:
                click.echo(f"{plan.document.path}: nothing to write", err=True)
                continue
            click.echo(difference, nl=False)
            if confirm(f"Write this to {plan.document.path}?"):
                write_file(Path(plan.document.path), patched)
                click.echo(f"{plan.document.path}: written", err=True)
        except ReadError as error:
            errors.append(error)
    return errors


def confirm(question: str) -> bool:
    """Tell whether the user says yes; no answer is a no."""
    try:
        return click.confirm(question, default=False, err=True)
    except click.Abort:
        return False


@click.command()
@click.argument("paths", nargs=-1, type=click.Path())
@click.option("--format", "format_", type=click.Choice(["markdown", "json"]), default="markdown")
@click.option(
    "--profile", metavar="NAME", shell_complete=complete_profile, help="Check bullets with this profile."
)
@click.option(
    "--stdin-filename", metavar="NAME", help="File name for standard input (-); its suffix tells the format."
)
@click.option("--model", metavar="NAME|PATH", help="Use this spaCy pipeline, not the one in the package.")
@click.option(
    "--config", "config_file", metavar="FILE", type=click.Path(), help="Use only this configuration file."
)
@click.option("--isolated", is_flag=True, help="Read no configuration file.")
@click.pass_context
def drill(
    context: click.Context,
    paths: tuple[str, ...],
    format_: str,
    profile: str | None,
    stdin_filename: str | None,
    model: str | None,
    config_file: str | None,
    isolated: bool,
) -> None:
    """Ask about the weakest link of each bullet, as a hard interviewer would."""
    from bulletlint.cli.exit_code import decide_exit_code
    from bulletlint.cli.notes import write_notes
    from bulletlint.config.merge import load_settings
    from bulletlint.lint.linter import Linter
    from bulletlint.report.drill import drill_report, load_questions, render_json, render_markdown
    from bulletlint.report.summary import summarise

    if not paths:
        raise click.UsageError("name a file or a folder, or - for standard input")
    given = {"profile": profile, "model": model}
    settings = load_settings(config_file=config_file, isolated=isolated, given=given, paths=paths)
    linter = Linter(settings)
    report = linter.lint_paths(paths, stdin=read_stdin(paths, stdin_filename))
    drills = drill_report(report, load_questions(linter.rulebook.folders))
    click.echo(render_json(drills) if format_ == "json" else render_markdown(drills), nl=False)
    for file in report.files:
        write_notes(file)
    context.exit(decide_exit_code(summarise(report), fail_on="never"))
