"""The commands about an installation: show its settings, write some, check it."""

from __future__ import annotations

from pathlib import Path

import click

from bulletlint.cli.options import config_options, paths_argument


@click.command("config")
@paths_argument
@config_options
def show_config(paths: tuple[str, ...], config_file: str | None, isolated: bool) -> None:
    """Show the settings in force for PATHS, and where each comes from."""
    from bulletlint.cli.settings_page import render_configuration, render_file_settings
    from bulletlint.config.merge import load_configuration
    from bulletlint.rulebook.rulebook import load_rulebook

    configuration = load_configuration(config_file=config_file, isolated=isolated, given={}, paths=paths)
    rulebook = load_rulebook(configuration.settings)
    click.echo(render_configuration(configuration), nl=False)
    for path in paths:
        entries = rulebook.find_entries(path)
        click.echo(render_file_settings(configuration.settings, path, entries), nl=False)


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False, exists=True), default=".")
def init(folder: Path) -> None:
    """Write a commented configuration file to FOLDER and show the snippet for pre-commit."""
    from bulletlint.cli.project_setup import PRE_COMMIT_SNIPPET, write_config

    path = write_config(folder)
    click.echo(
        f"Wrote {path}. For pre-commit, put this into .pre-commit-config.yaml:\n\n{PRE_COMMIT_SNIPPET}",
        nl=False,
    )


@click.command()
@config_options
@click.pass_context
def doctor(context: click.Context, config_file: str | None, isolated: bool) -> None:
    """Check this installation: libraries, rules, pipeline, readers, a whole run."""
    from bulletlint.cli.diagnosis import examine_installation, render_checks

    checks = list(examine_installation(config_file=config_file, isolated=isolated))
    click.echo(render_checks(checks), nl=False)
    context.exit(0 if all(check.sound for check in checks) else 2)
