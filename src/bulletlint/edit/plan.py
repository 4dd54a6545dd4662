"""The rewrites of a run: files in, each with its document and the rewrites of its bullets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bulletlint.check.need import sort_by_need
from bulletlint.core.document import Document
from bulletlint.core.errors import ReadError
from bulletlint.core.finding import Piece
from bulletlint.core.places import find_line_starts, find_place
from bulletlint.core.visible import show_line
from bulletlint.core.wording import list_blanks
from bulletlint.lint.linter import Linter
from bulletlint.lint.named_bullets import Places, keep_named
from bulletlint.lint.source import choose_excluded, choose_options, read_paths
from bulletlint.rewrite.sentence.piece import make_rewrite


@dataclass(frozen=True, slots=True)
class Plan:
    """A document with the rewrites of its bullets, by the number of the bullet, those that need them most first."""

    document: Document
    rewrites: Mapping[int, Sequence[Piece]]


def plan_rewrites(
    linter: Linter,
    paths: Sequence[str],
    *,
    stdin: tuple[bytes, str] | None = None,
    places: Places | None = None,
) -> tuple[list[Plan], list[ReadError]]:
    """Lint files and folders and return what can be rewritten, and the errors of the files that cannot be read.

    `places` are the lines of the bullets that are meant; without any, all of them.
    """
    entries = list(
        read_paths(
            paths,
            stdin=stdin,
            options=choose_options(linter.settings),
            excluded=choose_excluded(linter.settings),
        )
    )
    documents = [entry for entry in entries if isinstance(entry, Document)]
    errors = [entry for entry in entries if isinstance(entry, ReadError)]
    plans = []
    for document, file in zip(documents, linter.lint_documents(documents).files, strict=True):
        named = keep_named(file, places or {})
        if named.error is not None:
            errors.append(ReadError(named.error))
            continue
        rewrites: dict[int, Sequence[Piece]] = {}
        for number in sort_by_need(dict(enumerate(file.bullets))):
            bullet = file.bullets[number]
            if bullet.rewrite is not None and any(bullet is kept for kept in named.bullets):
                rewrites[number] = bullet.rewrite.pieces
        plans.append(Plan(document, rewrites))
    return plans, errors


def describe_blanks(plan: Plan, written: Sequence[int]) -> list[str]:
    """Return a line for each bullet that was written with blanks, saying what they ask for."""
    line_starts = find_line_starts(plan.document.source)
    lines = []
    for number in written:
        blanks = list_blanks(make_rewrite(plan.rewrites[number]).slots)
        if blanks:
            bullet = plan.document.bullets[number]
            place = find_place(bullet, line_starts, 0, len(bullet.text))
            where = f"line {place.line}" if place.line else f"bullet {number + 1}"
            lines.append(f"{where}: {' · '.join(blanks)}")
    return lines


def describe_left_out(document: Document, left_out: Sequence[tuple[int, str]]) -> list[str]:
    """Return a line for the user for each bullet whose rewrite could not be written."""
    line_starts = find_line_starts(document.source)
    lines = []
    for number, reason in left_out:
        bullet = document.bullets[number]
        place = find_place(bullet, line_starts, 0, len(bullet.text))
        where = f"{document.path}:{place.line}" if place.line else document.path
        note = f"note: {where}: not rewritten: {reason}; edit it by hand: {bullet.text[:60]}"
        lines.append(show_line(note))
    return lines
