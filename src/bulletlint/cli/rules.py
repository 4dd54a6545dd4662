"""The commands about rules: list them, explain one, run their examples."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from bulletlint.cli.completion import complete_profile, complete_rule
from bulletlint.cli.options import colour_option, config_options, model_option

if TYPE_CHECKING:
    from bulletlint.core.settings import Settings


@click.command("rules")
@click.option("--format", "format_", type=click.Choice(["text", "json", "markdown"]), default="text")
@click.option("--families", is_flag=True, help="List the families, with the rules in each.")
@click.option(
    "--profile",
    metavar="NAME",
    shell_complete=complete_profile,
    help="Show the severities of this profile.",
)
@config_options
@colour_option
def list_rules(
    format_: str, families: bool, profile: str | None, config_file: str | None, isolated: bool, colour: str
) -> None:
    """List the rules in force."""
    from bulletlint.config.merge import load_settings
    from bulletlint.report.outlet import prepare_stdout
    from bulletlint.report.paint import paint_rules
    from bulletlint.report.rule_page import (
        render_families,
        render_families_json,
        render_rule_list,
        render_rule_table,
        render_rules_json,
    )
    from bulletlint.report.style import make_page_style
    from bulletlint.rulebook.notices import NOTICES
    from bulletlint.rulebook.rulebook import load_rulebook

    settings = load_settings(config_file=config_file, isolated=isolated, given={"profile": profile})
    rulebook = load_rulebook(settings)
    rules = rulebook.select_for("")
    prepare_stdout(machine=format_ == "json")
    if families:
        click.echo(render_families_json(rules) if format_ == "json" else render_families(rules), nl=False)
    elif format_ == "markdown":
        click.echo(render_rule_table(rules), nl=False)
    elif format_ == "json":
        click.echo(render_rules_json(rules, NOTICES), nl=False)
    else:
        style = make_page_style(colour)
        click.echo(paint_rules(render_rule_list(rules, NOTICES), style), nl=False, color=style.colour)
        if rulebook.find_profile("").cases:
            advice = "each page decides; --profile NAME shows the severities of one"
            click.echo(f"\nProfile {settings.profile}: {advice}.")


@click.command()
@click.argument("words", nargs=-1, required=True, metavar="RULE…", shell_complete=complete_rule)
@click.option(
    "--profile", metavar="NAME", shell_complete=complete_profile, help="Score bullets by this profile."
)
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")
@config_options
@colour_option
def explain(
    words: tuple[str, ...],
    profile: str | None,
    format_: str,
    config_file: str | None,
    isolated: bool,
    colour: str,
) -> None:
    """Show the pages of rules, by code, name, family (cost) or the beginning of a code (BL1).

    A family and the beginning of a code list their rules. `score` explains the score; `score FILE` and
    `score FILE:LINE` show what bullets have, and what each part would add.
    """
    from bulletlint.check.score_weights import load_score_weights
    from bulletlint.config.merge import load_settings
    from bulletlint.report.paint import paint_page
    from bulletlint.report.rule_page import (
        PAGE_WIDTH,
        explain_words,
        find_notice,
        render_rules_json,
        select_named,
    )
    from bulletlint.report.style import make_page_style
    from bulletlint.rulebook.rulebook import load_rulebook

    style = make_page_style(colour)
    settings = load_settings(config_file=config_file, isolated=isolated, given={"profile": profile})
    if words[0].casefold() == "score" and names_files(words[1:]):
        scores = explain_scores(words[1:], settings)
        click.echo("\n".join(paint_page(page, style) for page in scores), nl=False, color=style.colour)
        return
    rulebook = load_rulebook(settings)
    rules = rulebook.rules
    if format_ == "json":
        notices = [notice for word in words if (notice := find_notice(word)) is not None]
        named = [rule for word in words if find_notice(word) is None for rule in select_named(word, rules)]
        click.echo(render_rules_json(list(dict.fromkeys(named)), notices), nl=False)
        return
    weights = load_score_weights(rulebook.folders)
    pages = explain_words(words, rules, weights, width=min(PAGE_WIDTH, style.width))
    click.echo("\n".join(paint_page(page, style) for page in pages), nl=False, color=style.colour)


def names_files(words: Sequence[str]) -> bool:
    """Tell whether words name files, not rules: a rule's name has neither a stop nor a slash."""
    return bool(words) and all("." in word or "/" in word or Path(word).exists() for word in words)


def explain_scores(paths: Sequence[str], settings: Settings) -> list[str]:
    """Return what the scores of the bullets in some files are made of; `file:line` names one bullet.

    Raises ReadError for the first file that cannot be read.
    """
    from bulletlint.check.score_weights import load_score_weights
    from bulletlint.core.errors import ReadError
    from bulletlint.lint.linter import Linter
    from bulletlint.lint.named_bullets import keep_named, split_places
    from bulletlint.report.score_page import render_bullet_scores

    files, places = split_places(paths)
    linter = Linter(replace(settings, rewrites=False))
    report = linter.lint_paths(files)
    for file in report.files:
        if file.error is not None:
            raise ReadError(file.error)
    weights = load_score_weights(linter.rulebook.folders)
    return render_bullet_scores([keep_named(file, places) for file in report.files], weights)


@click.command("test-rules")
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path))
@model_option
@config_options
@click.pass_context
def test_rules(
    context: click.Context,
    folders: tuple[Path, ...],
    model: str | None,
    config_file: str | None,
    isolated: bool,
) -> None:
    """Run every rule's examples through every text format.

    Without FOLDERS: the shipped rules and those in your configuration's rule folders.
    """
    from bulletlint.config.merge import load_settings
    from bulletlint.lint.examples import check_examples, render_outcome

    settings = load_settings(config_file=config_file, isolated=isolated, given={"model": model})
    outcome = check_examples(folders, settings=settings)
    click.echo(render_outcome(outcome), nl=False)
    context.exit(1 if outcome.failures else 0)
