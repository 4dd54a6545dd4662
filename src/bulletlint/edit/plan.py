"""The rewrites of a run: files in, each with its document and the rewrites of its bullets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from bulletlint.check.need import sort_by_need
from bulletlint.core.document import Document
from bulletlint.core.errors import ReadError
from bulletlint.core.finding import BulletReport, FileReport, Piece
from bulletlint.core.places import find_line_starts, find_place
from bulletlint.core.visible import show_line
from bulletlint.core.wording import list_blanks
from bulletlint.lint.analysis import ENDED
from bulletlint.lint.linter import Linter
from bulletlint.lint.named_bullets import Places, keep_named
from bulletlint.lint.proposals import Ask, Heard, Wanted, hear_program
from bulletlint.lint.source import choose_excluded, choose_options, read_paths
from bulletlint.rewrite.sentence.piece import make_rewrite


@dataclass(frozen=True, slots=True)
class Plan:
    """A document with its report, of the bullets that are meant, and the rewrites of these.

    `rewrites` go by the number of the bullet in the document, those that need them most first. `sources` say who worded
    each, empty where nobody but bulletlint was asked.
    """

    document: Document
    report: FileReport
    rewrites: Mapping[int, Sequence[Piece]]
    sources: Mapping[int, str]


@dataclass(frozen=True, slots=True)
class Plans:
    """The plans of a run, the errors of files that cannot be read, and what is told of a program that was asked.

    `notes` say which of its rewrites are not shown, and why; `faults` what went wrong with it.
    """

    plans: tuple[Plan, ...]
    errors: tuple[ReadError, ...]
    notes: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()


def plan_rewrites(
    linter: Linter,
    paths: Sequence[str],
    *,
    stdin: tuple[bytes, str] | None = None,
    places: Places | None = None,
    ask: Ask | None = None,
) -> Plans:
    """Lint files and folders and return what can be rewritten, and the errors of the files that cannot be read.

    `places` are the lines of the bullets that are meant; without any, all of them. `ask` asks a program of the user's
    for rewrites, once for all bullets; raises ProgramError if it cannot be started.
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
    files: list[tuple[Document, FileReport, dict[int, BulletReport]]] = []
    for document, file in zip(documents, linter.lint_documents(documents).files, strict=True):
        named = keep_named(file, places or {})
        if named.error is not None:
            errors.append(ReadError(named.error))
            continue
        numbered = {
            number: file.bullets[number]
            for number in sort_by_need(dict(enumerate(file.bullets)))
            if any(file.bullets[number] is kept for kept in named.bullets)
        }
        files.append((document, named, numbered))
    heard = ask_program(linter, files, ask) if ask is not None else None
    plans = [
        Plan(
            document,
            replace(file, bullets=tuple(bullets[number] for number in sorted(bullets))),
            {number: bullet.rewrite.pieces for number, bullet in bullets.items() if bullet.rewrite},
            {number: bullet.rewrite.source for number, bullet in bullets.items() if bullet.rewrite and ask},
        )
        for document, file, bullets in files
    ]
    if heard is None:
        return Plans(tuple(plans), tuple(errors))
    return Plans(tuple(plans), tuple(errors), heard.notes, heard.faults)


def ask_program(
    linter: Linter, files: Sequence[tuple[Document, FileReport, dict[int, BulletReport]]], ask: Ask
) -> Heard:
    """Ask a program about the bullets with findings, and put those of its rewrites that hold in their place."""
    wanted: list[Wanted] = []
    places: list[tuple[dict[int, BulletReport], int]] = []
    for document, file, bullets in files:
        rules = linter.rulebook.select_for(document.path, profile=file.profile)
        for number, bullet in sorted(bullets.items()):
            # A blank that is open asks its writer, not a program.
            if bullet.findings and not linter.load_analyser().find_blanks(bullet.text):
                ended = ENDED[document.bullets[number].ended]
                wanted.append(Wanted(bullet, rules, ended, name_bullet(document.path, bullet, number)))
                places.append((bullets, number))
    heard = hear_program(linter.load_analyser(), wanted, ask)
    for (bullets, number), bullet in zip(places, heard.bullets, strict=True):
        bullets[number] = bullet
    return heard


def name_bullet(path: str, bullet: BulletReport, number: int) -> str:
    """Return where a bullet stands, for the user: its line, or its number in a format without lines."""
    return f"{path}:{bullet.place.line}" if bullet.place.line else f"{path}: bullet {number + 1}"


def describe_written(plan: Plan, written: Sequence[int]) -> list[str]:
    """Return a line for each bullet that was written: who worded it, where a program was asked, and what its blanks
    ask for.
    """
    line_starts = find_line_starts(plan.document.source)
    lines = []
    for number in written:
        told = list_blanks(make_rewrite(plan.rewrites[number]).slots)
        if number in plan.sources:
            told = [f"by the {plan.sources[number]}", *told]
        if told:
            bullet = plan.document.bullets[number]
            place = find_place(bullet, line_starts, 0, len(bullet.text))
            where = f"line {place.line}" if place.line else f"bullet {number + 1}"
            lines.append(f"{where}: {' · '.join(told)}")
    return lines


def describe_left_out(
    document: Document, left_out: Sequence[tuple[int, str]], *, what: str = "rewritten"
) -> list[str]:
    """Return a line for the user for each bullet whose rewrite could not be written; `what` is what was to be done."""
    line_starts = find_line_starts(document.source)
    lines = []
    for number, reason in left_out:
        bullet = document.bullets[number]
        place = find_place(bullet, line_starts, 0, len(bullet.text))
        where = f"{document.path}:{place.line}" if place.line else document.path
        note = f"note: {where}: not {what}: {reason}; edit it by hand: {bullet.text[:60]}"
        lines.append(show_line(note))
    return lines
