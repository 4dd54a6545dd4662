"""The command line. Commands import what they need when they run, so that `--help` stays quick."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bulletlint import __version__
from bulletlint.errors import BulletlintError, ConfigError, ReadError

if TYPE_CHECKING:
    from bulletlint.finding import Report
    from bulletlint.linter import Linter
    from bulletlint.memory import Memory
    from bulletlint.rewrite.plan import Plan
    from bulletlint.settings import Settings

CONTEXT = {"help_option_names": ["-h", "--help"], "max_content_width": 100}
NAMED_FORMATS = click.Choice(["text", "json", "jsonl", "sarif", "github", "gitlab", "junit", "csv"])
FAIL_ON = click.Choice(["error", "warning", "info", "never"])
STRENGTHS = click.Choice(["minimal", "reorder", "full"])


@click.group(context_settings=CONTEXT)
@click.version_option(__version__, prog_name="bulletlint")
def commands() -> None:
    """Lint a resume the way a hiring committee for AI product roles reads it.

    Every bullet answers: what improved and by how much, at what cost, and what happens when it breaks.
    """


@commands.command()
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
    linter = Linter(settings, memory=None if no_cache else open_memory(settings))
    report = linter.lint_paths(paths, stdin=read_stdin(paths, stdin_filename))
    report, notes = leave_out_known(report, settings.baseline, update=update_baseline)
    rules = linter.rulebook.rules if redacted or "sarif" in formats else ()
    shown = redact(report, rules) if redacted else report
    for format, output in targets:
        write_report(shown, format, output, View(colour, verbose, quiet, rules))
    write_notes(shown, [] if quiet else notes, verbose=verbose, quiet=quiet)
    context.exit(decide_exit_code(report, fail_on=settings.fail_on, max_warnings=settings.max_warnings))


@commands.command()
@click.option("--profile", metavar="NAME", help="Read bullets with the eyes of this profile.")
@click.option("--model", metavar="NAME|PATH", help="Another spaCy pipeline than the one in the package.")
@click.option("--config", "config_file", metavar="FILE", help="This configuration file and no other.")
@click.option("--isolated", is_flag=True, help="No configuration file at all.")
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
    """Paste bullets at a prompt, see what is missing, edit, paste again; over a pipe, a filter.

    Nothing that is typed is written to disk, unless you say :save.
    """
    from bulletlint.config import load_settings
    from bulletlint.repl import run_repl

    given = {"profile": profile, "model": model}
    settings = load_settings(config_file=config_file, isolated=isolated, given=given)
    context.exit(run_repl(settings, colour=colour))


@commands.command()
@click.argument("paths", nargs=-1)
@click.option("--fill", is_flag=True, help="Ask for the open slots, show the change, write it after a yes.")
@click.option("--check", "checking", is_flag=True, help="Show nothing; exit 1 where a rewrite is to be had.")
@click.option("--strength", type=STRENGTHS, help="How far a rewrite goes (reorder).")
@click.option("--profile", metavar="NAME", help="Read bullets with the eyes of this profile.")
@click.option(
    "--stdin-filename", metavar="NAME", help="Name whose suffix tells the format of standard input (-)."
)
@click.option("--model", metavar="NAME|PATH", help="Another spaCy pipeline than the one in the package.")
@click.option("--config", "config_file", metavar="FILE", help="This configuration file and no other.")
@click.option("--isolated", is_flag=True, help="No configuration file at all.")
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

    What only you know stands as a slot: ⟨cost: per query⟩. Slots are never written to a file; --fill asks for them.
    """
    from bulletlint.config import load_settings
    from bulletlint.linter import Linter
    from bulletlint.rewrite.plan import plan_rewrites

    if not paths:
        raise click.UsageError("name a file or a folder, or - for standard input")
    if fill and (checking or "-" in paths):
        raise click.UsageError("--fill asks and writes; it goes with neither --check nor standard input")
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
    from bulletlint.rewrite.files import patch_document, render_diff
    from bulletlint.rewrite.plan import describe_left_out

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
    from bulletlint.rewrite.files import patch_document, render_diff, write_file
    from bulletlint.rewrite.filling import MOST_QUESTIONS, fill_document
    from bulletlint.rewrite.plan import describe_left_out

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
                examine=lambda text: analyser.gather(analyser.nlp(text)),
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
                write_file(Path(plan.document.path), plan.document, patched.source)
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


@commands.command()
@click.argument("paths", nargs=-1)
@click.option("--format", "format_", type=click.Choice(["markdown", "json"]), default="markdown")
@click.option("--profile", metavar="NAME", help="Read bullets with the eyes of this profile.")
@click.option(
    "--stdin-filename", metavar="NAME", help="Name whose suffix tells the format of standard input (-)."
)
@click.option("--model", metavar="NAME|PATH", help="Another spaCy pipeline than the one in the package.")
@click.option("--config", "config_file", metavar="FILE", help="This configuration file and no other.")
@click.option("--isolated", is_flag=True, help="No configuration file at all.")
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
    """Ask of each bullet what a hard interviewer would ask: about its weakest link."""
    from bulletlint.config import load_settings
    from bulletlint.drill import drill_report, load_questions, render_json, render_markdown
    from bulletlint.linter import Linter
    from bulletlint.output import decide_exit_code, write_notes

    if not paths:
        raise click.UsageError("name a file or a folder, or - for standard input")
    given = {"profile": profile, "model": model}
    settings = load_settings(config_file=config_file, isolated=isolated, given=given, paths=paths)
    linter = Linter(settings)
    report = linter.lint_paths(paths, stdin=read_stdin(paths, stdin_filename))
    drills = drill_report(report, load_questions(linter.rulebook.folders))
    click.echo(render_json(drills) if format_ == "json" else render_markdown(drills), nl=False)
    write_notes(report, [])
    context.exit(decide_exit_code(report, fail_on="never"))


@commands.command("rules")
@click.option("--format", "format_", type=click.Choice(["text", "json", "markdown"]), default="text")
@click.option("--profile", metavar="NAME", help="With the severities of this profile.")
@click.option("--config", "config_file", metavar="FILE", help="This configuration file and no other.")
@click.option("--isolated", is_flag=True, help="No configuration file at all.")
def list_rules(format_: str, profile: str | None, config_file: str | None, isolated: bool) -> None:
    """List the rules in force."""
    from bulletlint.config import load_settings
    from bulletlint.rule_page import render_rule_list, render_rule_table, render_rules_json
    from bulletlint.rulebook import load_rulebook

    settings = load_settings(config_file=config_file, isolated=isolated, given={"profile": profile})
    rules = load_rulebook(settings, open_memory(settings)).select_for("")
    renderers = {"text": render_rule_list, "json": render_rules_json, "markdown": render_rule_table}
    click.echo(renderers[format_](rules), nl=False)


@commands.command()
@click.argument("rule")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")
@click.option("--config", "config_file", metavar="FILE", help="This configuration file and no other.")
@click.option("--isolated", is_flag=True, help="No configuration file at all.")
def explain(rule: str, format_: str, config_file: str | None, isolated: bool) -> None:
    """Show one rule's page, by code or name; `score` explains the score."""
    from bulletlint.config import load_settings
    from bulletlint.rule_page import find_rule, render_page, render_rules_json, render_score_page
    from bulletlint.rulebook import load_rulebook

    if rule == "score":
        click.echo(render_score_page(), nl=False)
        return
    settings = load_settings(config_file=config_file, isolated=isolated, given={})
    chosen = find_rule(rule, load_rulebook(settings, open_memory(settings)).rules)
    click.echo(render_rules_json([chosen]) if format_ == "json" else render_page(chosen), nl=False)


@commands.command("test-rules")
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path))
@click.option("--model", metavar="NAME|PATH", help="Another spaCy pipeline than the one in the package.")
@click.pass_context
def test_rules(context: click.Context, folders: tuple[Path, ...], model: str | None) -> None:
    """Run every rule's examples through every text format; FOLDERS hold your own rules."""
    from bulletlint.example_check import check_examples, render_outcome

    outcome = check_examples(folders, model=model)
    click.echo(render_outcome(outcome), nl=False)
    context.exit(1 if outcome.failures else 0)


@commands.command("config")
@click.argument("paths", nargs=-1)
@click.option("--config", "config_file", metavar="FILE", help="This configuration file and no other.")
@click.option("--isolated", is_flag=True, help="No configuration file at all.")
def show_config(paths: tuple[str, ...], config_file: str | None, isolated: bool) -> None:
    """Show the settings in force for PATHS, and where each comes from."""
    from bulletlint.config import load_configuration, render_configuration
    from bulletlint.rulebook import load_rulebook

    configuration = load_configuration(config_file=config_file, isolated=isolated, given={}, paths=paths)
    load_rulebook(configuration.settings)
    click.echo(render_configuration(configuration), nl=False)


@commands.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True), default=".")
def init(folder: Path) -> None:
    """Write a commented configuration file into FOLDER and show the snippet for pre-commit."""
    from bulletlint.project_setup import PRE_COMMIT_SNIPPET, write_config

    path = write_config(folder)
    click.echo(
        f"Wrote {path}. For pre-commit, put this into .pre-commit-config.yaml:\n\n{PRE_COMMIT_SNIPPET}",
        nl=False,
    )


@commands.command()
@click.option("--config", "config_file", metavar="FILE", help="This configuration file and no other.")
@click.option("--isolated", is_flag=True, help="No configuration file at all.")
@click.pass_context
def doctor(context: click.Context, config_file: str | None, isolated: bool) -> None:
    """Check this installation: libraries, rules, pipeline, readers, a whole run."""
    from bulletlint.doctor import examine_installation, render_checks

    checks = list(examine_installation(config_file=config_file, isolated=isolated))
    click.echo(render_checks(checks), nl=False)
    context.exit(0 if all(check.sound for check in checks) else 2)


def split_names(values: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of options that may be repeated and may hold several by commas."""
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


def open_memory(settings: Settings) -> Memory | None:
    """Return what earlier runs under these settings found, None where there is no place to keep it."""
    from bulletlint.cache import Cache, find_cache_folder
    from bulletlint.memory import make_memory

    folder = find_cache_folder()
    return make_memory(Cache(folder), settings) if folder else None


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


def read_stdin(paths: tuple[str, ...], name: str | None) -> tuple[bytes, str] | None:
    """Return standard input and the name that tells its format, if it is asked for; raises ConfigError, ReadError."""
    if paths.count("-") > 1:
        raise ConfigError("standard input (-) is named twice; it can be read once")
    if "-" not in paths:
        if name is not None:
            raise ConfigError("--stdin-filename needs - among the paths; add it")
        return None
    try:
        return sys.stdin.buffer.read(), name or "-"
    except OSError as error:
        raise ReadError(f"standard input cannot be read ({error.strerror})", path="-") from None


def main(arguments: list[str] | None = None) -> None:
    """Run the command line and exit; every error is one line on standard error."""
    # Importing and loading make a million objects that stay; looking for garbage among them costs a tenth of the time.
    gc.set_threshold(100_000, 20, 20)
    try:
        commands(arguments, prog_name="bulletlint")
    except BulletlintError as error:
        click.echo(f"error: {error}", err=True)
        sys.exit(error.exit_code)
    except Exception as error:
        if os.environ.get("BULLETLINT_DEBUG"):
            raise
        reason = " ".join(f"{type(error).__name__}: {error}".split())[:300]
        click.echo(f"error: bulletlint itself failed ({reason}); BULLETLINT_DEBUG=1 shows where", err=True)
        sys.exit(2)
