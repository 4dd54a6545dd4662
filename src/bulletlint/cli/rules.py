"""The commands about rules: list them, explain one, run their examples."""

from __future__ import annotations

from pathlib import Path

import click

from bulletlint.cli.completion import complete_profile, complete_rule


@click.command("rules")
@click.option("--format", "format_", type=click.Choice(["text", "json", "markdown"]), default="text")
@click.option(
    "--profile",
    metavar="NAME",
    shell_complete=complete_profile,
    help="Show the severities of this profile.",
)
@click.option(
    "--config", "config_file", metavar="FILE", type=click.Path(), help="Use only this configuration file."
)
@click.option("--isolated", is_flag=True, help="Read no configuration file.")
def list_rules(format_: str, profile: str | None, config_file: str | None, isolated: bool) -> None:
    """List the rules in force."""
    from bulletlint.config.merge import load_settings
    from bulletlint.report.rule_page import render_rule_list, render_rule_table, render_rules_json
    from bulletlint.rulebook.notices import NOTICES
    from bulletlint.rulebook.rulebook import load_rulebook

    settings = load_settings(config_file=config_file, isolated=isolated, given={"profile": profile})
    rules = load_rulebook(settings).select_for("")
    if format_ == "markdown":
        click.echo(render_rule_table(rules), nl=False)
    else:
        render = render_rule_list if format_ == "text" else render_rules_json
        click.echo(render(rules, NOTICES), nl=False)


@click.command()
@click.argument("rule", shell_complete=complete_rule)
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text")
@click.option(
    "--config", "config_file", metavar="FILE", type=click.Path(), help="Use only this configuration file."
)
@click.option("--isolated", is_flag=True, help="Read no configuration file.")
def explain(rule: str, format_: str, config_file: str | None, isolated: bool) -> None:
    """Show one rule's page, by code or name; `score` explains the score."""
    from bulletlint.config.merge import load_settings
    from bulletlint.report.rule_page import (
        find_notice,
        find_rule,
        render_notice,
        render_page,
        render_rules_json,
        render_score_page,
    )
    from bulletlint.rulebook.rulebook import load_rulebook

    if rule == "score":
        click.echo(render_score_page(), nl=False)
        return
    notice = find_notice(rule)
    if notice is not None:
        click.echo(render_notice(notice), nl=False)
        return
    settings = load_settings(config_file=config_file, isolated=isolated, given={})
    chosen = find_rule(rule, load_rulebook(settings).rules)
    click.echo(render_rules_json([chosen]) if format_ == "json" else render_page(chosen), nl=False)


@click.command("test-rules")
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path))
@click.option("--model", metavar="NAME|PATH", help="Use this spaCy pipeline, not the one in the package.")
@click.option(
    "--config", "config_file", metavar="FILE", type=click.Path(), help="Use only this configuration file."
)
@click.option("--isolated", is_flag=True, help="Read no configuration file.")
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
