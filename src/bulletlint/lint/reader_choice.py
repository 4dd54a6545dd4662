"""Which profile a file is read with, and why: the one that settings name, or the one that suits the page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bulletlint.check.page_doubt import find_doubt, is_foreign_page
from bulletlint.check.page_facts import gather_page_facts
from bulletlint.core.document import Document
from bulletlint.core.facts import Facts
from bulletlint.core.rule import Rule
from bulletlint.rulebook.profile import Case
from bulletlint.rulebook.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class ReaderChoice:
    """The profile of a file, why it was taken, the rules in force, and those that the score is about.

    `chosen` says that the page decided, not the user. `doubt` says why the page, or a part of it, is not judged, and
    `judged` whether any of its bullets is.
    """

    profile: str
    reason: str
    chosen: bool
    rules: tuple[Rule, ...]
    scored: tuple[Rule, ...]
    doubt: str
    judged: bool


def choose_reader(
    rulebook: Rulebook, document: Document, bullets: Sequence[Facts], lexicons: Mapping[str, Sequence[str]]
) -> ReaderChoice:
    """Return how a file is read; `bullets` are the facts of its bullets."""
    profile = rulebook.find_profile(document.path)
    if profile.cases:
        page = gather_page_facts(document, bullets, lexicons)
        case = choose_case(profile.cases, page)
        name, reason = case.profile, case.because.format_map(page)
    else:
        origin = rulebook.find_profile_origin(document.path)
        name, reason = profile.name, f"set by {origin}" if origin else "as asked for"
    return ReaderChoice(
        name,
        reason,
        bool(profile.cases),
        rulebook.select_for(document.path, profile=name),
        rulebook.select_scored(name),
        find_doubt(document, bullets, lexicons),
        not is_foreign_page(bullets),
    )


def choose_case(cases: Sequence[Case], page: Mapping[str, int]) -> Case:
    """Return the first case whose minima a page reaches; the last one has none."""
    return next(case for case in cases if all(page[fact] >= least for fact, least in case.at_least))
