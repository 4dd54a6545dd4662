"""What an editor shows over a finding: its message, the interviewer's question, and the page of its rule."""

from __future__ import annotations

from lsprotocol.types import Hover, MarkupContent, MarkupKind, Position

from bulletlint.cli.linters import Reviewed
from bulletlint.cli.lsp.diagnostics import iterate_findings
from bulletlint.cli.lsp.positions import TextMap
from bulletlint.core.finding import Finding
from bulletlint.report.rule_docs import render_page
from bulletlint.rulebook.rulebook import Rulebook


def make_hover(reviewed: Reviewed, text: TextMap, position: Position) -> Hover | None:
    """Return the page for a position, None where no finding stands; the shortest finding there comes first."""
    offset = text.find_offset(position)
    found: list[tuple[int, Finding, tuple[int, int]]] = []
    for _, finding in iterate_findings(reviewed):
        span = text.find_place(finding.place)
        if span is not None and span[0] <= offset <= span[1] and span[0] < span[1]:
            found.append((span[1] - span[0], finding, span))
    if not found:
        return None
    found.sort(key=lambda item: item[0])
    pages = [render_finding(finding, reviewed.linter.rulebook) for _, finding, _ in found]
    start, end = found[0][2]
    return Hover(MarkupContent(MarkupKind.Markdown, "\n\n---\n\n".join(pages)), text.find_range(start, end))


def render_finding(finding: Finding, rulebook: Rulebook) -> str:
    """Return a finding and the page of its rule as Markdown."""
    lines = [f"**{finding.code} {finding.rule}**: {finding.message}", ""]
    if finding.question:
        lines += [f"> {finding.question}", ""]
    if finding.suggestions:
        lines += [f"Verbs to try: {', '.join(finding.suggestions)}", ""]
    return "\n".join([*lines, render_page(finding.code, rulebook)])
