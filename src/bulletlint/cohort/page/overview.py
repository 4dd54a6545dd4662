"""The page of a cohort: figures of groups, and of nobody."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bulletlint.cohort.figures.change import Change
from bulletlint.cohort.figures.groups import FEWEST
from bulletlint.cohort.figures.repeated import Repeated
from bulletlint.cohort.figures.tally import Figures
from bulletlint.cohort.figures.topics import TOPICS
from bulletlint.cohort.manifest import Manifest
from bulletlint.cohort.page.environment import load_templates
from bulletlint.cohort.page.pictures import draw_bar, draw_change, draw_share
from bulletlint.cohort.writing import write_whole
from bulletlint.core.visible import show_lines


@dataclass(frozen=True, slots=True)
class Since:
    """What has changed since a cohort of before, the folder `name`; `differs` says what its run did otherwise."""

    name: str
    change: Change
    differs: str | None


def write_overview(
    path: Path,
    manifest: Manifest,
    figures: Figures,
    repeated: Repeated,
    *,
    summaries: Mapping[str, str],
    since: Since | None = None,
) -> None:
    """Write the page; `summaries` are what rules say, by their code. Raises CohortError if it cannot be written."""
    page = (
        load_templates()
        .get_template("overview.html")
        .render(
            title="A cohort of resumes",
            manifest=manifest,
            figures=figures,
            repeated=repeated,
            summaries=summaries,
            since=since,
            topics=TOPICS,
            fewest=FEWEST,
            draw_share=draw_share,
            draw_bar=draw_bar,
            draw_change=draw_change,
        )
    )
    write_whole(path, show_lines(page).encode("utf-8"))
