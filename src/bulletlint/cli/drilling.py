"""The command `drill`: an interviewer's questions, on paper or put here."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import click

from bulletlint.cli.input import prompt_line, read_stdin, tell_excluded
from bulletlint.cli.options import (
    colour_option,
    expect_paths,
    paths_argument,
    settings_options,
    stdin_filename_option,
)

if TYPE_CHECKING:
    from bulletlint.core.finding import Report
    from bulletlint.lint.linter import Linter
    from bulletlint.report.text_style import TextStyle


@click.command()
@paths_argument
@click.option("--format", "format_", type=click.Choice(["markdown", "json"]), default="markdown")
@settings_options
@stdin_filename_option
@click.option("--mock", is_flag=True, help="Put ten questions here, and say what each answer names.")
@colour_option
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
    mock: bool,
    colour: str,
) -> None:
    """Ask about the weakest link of each bullet, as a hard interviewer would.

    --mock is the interview itself: it says of each answer whether it named an outcome, a cost, a fallback, a signal.
    """
    from bulletlint.cli.exit_code import decide_exit_code
    from bulletlint.cli.notes import write_notes
    from bulletlint.config.merge import load_settings
    from bulletlint.lint.linter import Linter
    from bulletlint.lint.named_bullets import keep_named, split_places
    from bulletlint.report.drill import drill_report, load_wording, render_json, render_markdown
    from bulletlint.report.outlet import prepare_stdout
    from bulletlint.report.paint import paint_drill
    from bulletlint.report.style import make_page_style
    from bulletlint.report.summary import summarise

    expect_paths(paths)
    if mock and (format_ == "json" or "-" in paths):
        raise click.UsageError("--mock asks and listens; use it without --format json and standard input")
    given = {"profile": profile, "model": model}
    settings = load_settings(config_file=config_file, isolated=isolated, given=given, paths=paths)
    linter = Linter(settings)
    tell_excluded(settings, paths)
    files, places = split_places(paths)
    report = linter.lint_paths(files, stdin=read_stdin(paths, stdin_filename))
    report = replace(report, files=tuple(keep_named(file, places) for file in report.files))
    folders = linter.rulebook.folders
    style = make_page_style(colour)
    if mock:
        context.exit(hold_mock(linter, report, style))
    drills = drill_report(report, load_wording(folders))
    if format_ == "json":
        prepare_stdout(machine=True)
        click.echo(render_json(drills), nl=False)
    else:
        click.echo(paint_drill(render_markdown(drills), style), nl=False, color=style.colour)
    for file in report.files:
        write_notes(file)
    context.exit(decide_exit_code(summarise(report), fail_on="never"))


def hold_mock(linter: Linter, report: Report, style: TextStyle) -> int:
    """Hold an interview about the bullets of a report, the weakest first, and return the exit code."""
    from bulletlint.check.need import sort_by_need
    from bulletlint.cli.exit_code import decide_exit_code
    from bulletlint.cli.mock_interview import hold_interview, summarise_answers
    from bulletlint.cli.notes import write_notes
    from bulletlint.report.drill import find_links, load_wording
    from bulletlint.report.paint import fit_lines
    from bulletlint.report.summary import summarise

    def tell(text: str, *codes: str) -> None:
        for line in fit_lines(text, style.width):
            click.echo(style.paint(line, *codes), color=style.colour)

    def ask(question: str) -> str | None:
        try:
            return prompt_line("\n".join(fit_lines(question, style.width)))
        except KeyboardInterrupt:
            click.echo()
            return None

    for file in report.files:
        write_notes(file)
    bullets = dict(
        enumerate(bullet for file in report.files for bullet in file.bullets if find_links(bullet))
    )
    analyser = linter.load_analyser()
    answers = hold_interview(
        [bullets[number] for number in sort_by_need(bullets)],
        load_wording(linter.rulebook.folders),
        ask=ask,
        tell=tell,
        examine=lambda text: analyser.read(analyser.nlp(text)).facts,
    )
    tell(summarise_answers(answers) if bullets else "no bullet makes a claim to ask about")
    return decide_exit_code(summarise(report), fail_on="never")
