"""Options that several commands share."""

from __future__ import annotations

import click

from bulletlint.cli.completion import complete_rules

#: When to print in colour: on a terminal, unless NO_COLOR says no or FORCE_COLOR yes.
colour_option = click.option(
    "--color",
    "colour",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Colour: on a terminal (auto), or as you say; NO_COLOR and FORCE_COLOR count.",
)
#: Which rules are asked, and which are not.
select_option = click.option(
    "--select",
    multiple=True,
    metavar="RULES",
    shell_complete=complete_rules,
    help="Use only these rules: codes, names or families, with commas between.",
)
ignore_option = click.option(
    "--ignore", multiple=True, metavar="RULES", shell_complete=complete_rules, help="Leave these rules out."
)
