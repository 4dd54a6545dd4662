"""`check --fix` and `check --diff`: the sure fixes of files, shown as a diff, and written."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import click

from bulletlint.cli.rewriting import show_difference
from bulletlint.core.document import Document
from bulletlint.core.errors import ReadError
from bulletlint.core.settings import Settings
from bulletlint.core.visible import show_line, show_lines
from bulletlint.core.wording import count
from bulletlint.edit.files import UNWRITABLE, Patched, render_diff, write_file
from bulletlint.edit.fixed_file import fix_document
from bulletlint.edit.plan import describe_left_out
from bulletlint.lint.baseline import KnownFindings, read_baseline
from bulletlint.lint.changed_bullets import ChangedBullets
from bulletlint.lint.linter import Linter
from bulletlint.lint.named_bullets import keep_named, split_places
from bulletlint.lint.source import choose_excluded, choose_options, read_paths
from bulletlint.report.paint import paint_diff
from bulletlint.report.text_style import TextStyle


def find_fixed_files(
    settings: Settings, paths: Sequence[str], since: str | None
) -> tuple[list[Patched], list[ReadError], list[ReadError]]:
    """Return the files that have something to fix, those that cannot be read, and those that cannot be written.

    Only what is reported is fixed: not what a baseline knows, what is silenced, and what is in bullets that were not
    named or, with `since`, did not change. Doubled spaces are no rule's, so that they are fixed where rules are not
    selected. Raises BulletlintError for wrong settings.
    """
    linter = Linter(replace(settings, rewrites=False))
    names, places = split_places(paths)
    entries = list(read_paths(names, options=choose_options(settings), excluded=choose_excluded(settings)))
    # A part that two resumes include is read twice, and fixed once.
    read = {os.path.realpath(entry.path): entry for entry in reversed(entries) if isinstance(entry, Document)}
    documents = list(reversed(read.values()))
    errors = [entry for entry in entries if isinstance(entry, ReadError)]
    changes = None
    if since is not None:
        changes = ChangedBullets(
            since, [Path(document.path) for document in documents], choose_options(settings)
        )
    known = KnownFindings(read_baseline(settings.baseline)) if settings.baseline else None
    fixed: list[Patched] = []
    unwritable: list[ReadError] = []
    for document, file in zip(documents, linter.lint_documents(documents).files, strict=True):
        reported = known.leave_out(file) if known is not None else file
        named = keep_named(reported, places)
        if named.error is not None:
            errors.append(ReadError(named.error))
            continue
        if changes is not None:
            (named,) = changes.keep_changed([named])
        meant = {
            number
            for number, bullet in enumerate(reported.bullets)
            if any(bullet is kept for kept in named.bullets)
        }
        reported = replace(reported, findings=named.findings)
        if document.format in UNWRITABLE:
            unwritable.append(ReadError(f"not fixed: {UNWRITABLE[document.format]}", path=document.path))
            continue
        try:
            patched = fix_document(linter, document, reported, meant, spaces=not settings.select)
        except ReadError as error:
            errors.append(error)
            continue
        if patched is not None:
            fixed.append(patched)
    return fixed, errors, unwritable


def show_fixes(
    settings: Settings, paths: Sequence[str], style: TextStyle, *, since: str | None = None
) -> int:
    """Print what --fix would change as a diff, change nothing, and return the exit code: 1 if there is something."""
    fixed, errors, unwritable = find_fixed_files(settings, paths, since)
    for patched in fixed:
        show_difference(render_diff(patched), style)
        for line in describe_left_out(patched.document, patched.left_out, what="fixed"):
            click.echo(line, err=True)
    for error in (*errors, *unwritable):
        click.echo(f"error: {error}", err=True)
    return 2 if errors or unwritable else int(any(patched.written for patched in fixed))


def write_fixes(
    settings: Settings, paths: Sequence[str], style: TextStyle, *, quiet: bool, since: str | None = None
) -> bool:
    """Show the sure fixes as a diff on standard error, unless quiet, and write them; tell whether all were written.

    What cannot be read is left to the check that comes after.
    """
    fixed, _, unwritable = find_fixed_files(settings, paths, since)
    for refused in unwritable if not quiet else ():
        click.echo(f"note: {refused}", err=True)
    sound = True
    for patched in fixed:
        path = patched.document.path
        if not quiet:
            for line in describe_left_out(patched.document, patched.left_out, what="fixed"):
                click.echo(line, err=True)
        if not patched.written:
            continue
        if not quiet:
            difference = paint_diff(show_lines(render_diff(patched).replace("\r\n", "\n")), style)
            click.echo(difference, nl=False, err=True, color=style.colour)
        try:
            write_file(Path(path), patched)
        except ReadError as error:
            click.echo(f"error: {error}", err=True)
            sound = False
            continue
        if not quiet:
            click.echo(f"{show_line(path)}: {count(len(patched.written), 'bullet')} fixed", err=True)
    return sound
