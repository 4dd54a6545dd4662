"""Options that several commands share."""

from __future__ import annotations

import click

#: When to print in colour: on a terminal, unless NO_COLOR says no or FORCE_COLOR yes.
colour_option = click.option(
    "--color",
    "colour",
    type=click.Choice(["auto", "always", "never"]),
    default="auto",
    help="Colour: on a terminal (auto), or as you say; NO_COLOR and FORCE_COLOR count.",
)
