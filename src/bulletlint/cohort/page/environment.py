"""The templates of the pages, with the colours of the report."""

from __future__ import annotations

from functools import cache

from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

from bulletlint.cohort.figures.groups import FEWEST


@cache
def load_templates() -> Environment:
    """Return the templates; every word that comes from a list or a resume is escaped in them."""
    environment = Environment(
        loader=ChoiceLoader(
            [PackageLoader("bulletlint.cohort.page"), PackageLoader("bulletlint.report.html")]
        ),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["percent"] = lambda value: f"{value:.0%}"
    environment.filters["few"] = lambda value: f"fewer than {FEWEST}" if 0 < value < FEWEST else f"{value:,}"
    environment.filters["points"] = lambda value: f"{round(100 * value):+d}"
    return environment
