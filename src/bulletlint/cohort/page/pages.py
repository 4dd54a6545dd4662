"""All pages of a cohort, made anew from its tables each time."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bulletlint.cohort.errors import CohortError
from bulletlint.cohort.figures.change import find_change
from bulletlint.cohort.figures.repeated import find_repeated
from bulletlint.cohort.figures.tally import read_figures
from bulletlint.cohort.folder import ADVISORS, HANDOUTS, PAGE
from bulletlint.cohort.manifest import Identity, Manifest, read_manifest
from bulletlint.cohort.page.overview import Since, write_overview
from bulletlint.cohort.page.people import write_handouts, write_lists
from bulletlint.cohort.tables.parts import Parts
from bulletlint.core.rule import Rule
from bulletlint.rulebook.notices import NOTICES

#: What makes two cohorts different measurements, by the names of Identity's fields.
_MEASURE = {
    "version": "version of bulletlint",
    "rules": "set of rules",
    "settings": "profile or settings",
    "model": "pipeline",
}


@dataclass(frozen=True, slots=True)
class Written:
    """How many lists and hand-outs were written beside the page."""

    lists: int
    handouts: int


def write_pages(
    folder: Path,
    manifest: Manifest,
    rules: Sequence[Rule],
    *,
    since: Path | None = None,
    handouts: bool = False,
) -> Written:
    """Write the page, the lists for advisors and, if asked, the hand-outs; those of before are thrown away.

    Raises CohortError for a table that is damaged or a folder `since` that holds no finished cohort.
    """
    parts = Parts(folder, manifest.identity.format)
    summaries = {rule.code: rule.summary for rule in rules} | {each.code: each.summary for each in NOTICES}
    advice = {code: (summary, "") for code, summary in summaries.items()}
    advice |= {rule.code: (rule.summary, rule.instead) for rule in rules}
    write_overview(
        folder / PAGE,
        manifest,
        read_figures(parts),
        find_repeated(parts, bullets=manifest.counts.bullets),
        summaries=summaries,
        since=compare_with(since, manifest.identity, parts) if since is not None else None,
    )
    for name in (ADVISORS, HANDOUTS):
        shutil.rmtree(folder / name, ignore_errors=True)
    lists = write_lists(folder / ADVISORS, parts)
    return Written(lists, write_handouts(folder / HANDOUTS, parts, advice=advice) if handouts else 0)


def compare_with(folder: Path, identity: Identity, parts: Parts) -> Since:
    """Return what has changed since the cohort in a folder; raises CohortError if there is none."""
    manifest = read_since(folder)
    same_key = manifest.identity.key == identity.key
    change = find_change(parts, Parts(folder, manifest.identity.format), same_key=same_key)
    return Since(folder.resolve().name, change, name_difference(manifest.identity, identity))


def read_since(folder: Path) -> Manifest:
    """Return the manifest of the cohort in a folder; raises CohortError if there is none that is finished."""
    manifest = read_manifest(folder)
    if manifest is None or not manifest.finished:
        raise CohortError("holds no finished cohort; check --since", path=str(folder))
    return manifest


def name_difference(first: Identity, second: Identity) -> str | None:
    """Return what was measured otherwise in two runs, in words, None for the same."""
    return next(
        (words for name, words in _MEASURE.items() if getattr(first, name) != getattr(second, name)), None
    )
