"""What an editor offers to do about a bullet: take its rewrite, ignore a finding with a reason, explain a rule."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lsprotocol.types import (
    CodeAction,
    CodeActionKind,
    Command,
    Diagnostic,
    OptionalVersionedTextDocumentIdentifier,
    Range,
    SnippetTextEdit,
    StringValue,
    TextDocumentEdit,
    TextEdit,
    WorkspaceEdit,
)

from bulletlint.cli.linters import Reviewed
from bulletlint.cli.lsp.diagnostics import SOURCE
from bulletlint.cli.lsp.positions import TextMap
from bulletlint.cli.lsp.suppression import REASON, find_suppressions
from bulletlint.core.errors import ReadError
from bulletlint.core.finding import Rewrite
from bulletlint.core.places import find_source_span
from bulletlint.core.wording import count
from bulletlint.edit.files import patch_document
from bulletlint.edit.patch import Edit

#: The command that shows what a rule is about.
EXPLAIN = "bulletlint.explain"


@dataclass(frozen=True, slots=True)
class Target:
    """The text that is edited: its map, its address, its version, and whether the client takes snippets."""

    text: TextMap
    uri: str
    version: int | None
    snippets: bool


def list_actions(
    reviewed: Reviewed, target: Target, chosen: Range, diagnostics: Sequence[Diagnostic]
) -> Iterator[CodeAction]:
    """Yield the actions for the bullets on some lines; `diagnostics` are those that the client shows there."""
    for number, bullet in enumerate(reviewed.document.bullets):
        span = find_source_span(bullet.stretches, 0, len(bullet.text))
        if span is None:
            continue
        place = target.text.find_range(*span)
        if chosen.end.line < place.start.line or place.end.line < chosen.start.line:
            continue
        report = reviewed.file.bullets[number]
        if report.rewrite is not None:
            action = offer_rewrite(reviewed, target, number, report.rewrite)
            if action is not None:
                yield action
        names = {finding.code: finding.rule for finding in report.findings}
        shown = {
            code: [item for item in diagnostics if item.source == SOURCE and item.code == code]
            for code in names
        }
        wanted = [code for code in names if not diagnostics or shown[code]]
        suppressions = find_suppressions(reviewed.document, number, wanted, reviewed.linter.settings)
        for code in wanted:
            if code in suppressions:
                yield offer_suppression(target, code, suppressions[code], shown[code])
            title = f"Explain {code} {names[code]}"
            yield CodeAction(
                title, kind=CodeActionKind.QuickFix, command=Command(title, EXPLAIN, arguments=[code])
            )


def offer_rewrite(reviewed: Reviewed, target: Target, number: int, rewrite: Rewrite) -> CodeAction | None:
    """Return the action that takes a rewrite, None if it cannot be written into the bullet's mark-up."""
    document = reviewed.document
    try:
        edit = patch_document(document, {number: rewrite.pieces}).edits.get(number)
    except ReadError:
        return None
    if edit is None:
        return None
    blanks = count(len(rewrite.slots), "blank")
    title = f"Take the rewrite ({blanks} to fill)" if rewrite.slots else "Take the rewrite"
    change = make_edit(target, edit, [rewrite.text[slot.start : slot.end] for slot in rewrite.slots])
    return CodeAction(title, kind=CodeActionKind.QuickFix, edit=change, is_preferred=not rewrite.slots)


def offer_suppression(target: Target, code: str, edit: Edit, shown: Sequence[Diagnostic]) -> CodeAction:
    """Return the action that silences a rule for a bullet; `shown` are its diagnostics there."""
    return CodeAction(
        f"Ignore {code} here, with a reason",
        kind=CodeActionKind.QuickFix,
        diagnostics=list(shown),
        edit=make_edit(target, edit, [REASON]),
    )


def make_edit(target: Target, edit: Edit, blanks: Sequence[str]) -> WorkspaceEdit:
    """Return a change of the text; where the client takes snippets, each blank is a place to jump to with Tab."""
    place = target.text.find_range(edit.start, edit.end)
    change: TextEdit | SnippetTextEdit = (
        SnippetTextEdit(place, StringValue(make_snippet(edit.text, blanks)))
        if target.snippets
        else TextEdit(place, edit.text)
    )
    identifier = OptionalVersionedTextDocumentIdentifier(target.uri, version=target.version)
    return WorkspaceEdit(document_changes=[TextDocumentEdit(identifier, [change])])


def make_snippet(text: str, blanks: Sequence[str]) -> str:
    """Return a text as a snippet of the protocol, with a tab stop for each blank, in the order in which they stand."""
    parts: list[str] = []
    after = 0
    for number, blank in enumerate(blanks, 1):
        at = text.find(blank, after)
        if at < 0:
            break
        parts += [escape_snippet(text[after:at]), f"${{{number}:{escape_snippet(blank)}}}"]
        after = at + len(blank)
    return "".join([*parts, escape_snippet(text[after:]), "$0"])


def escape_snippet(text: str) -> str:
    """Return a text in which no character means anything to a snippet."""
    return re.sub(r"([\\$}])", r"\\\1", text)
