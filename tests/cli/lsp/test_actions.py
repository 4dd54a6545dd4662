"""Code actions: rewrites as edits, blanks as tab stops."""

from __future__ import annotations

import pytest
from lsprotocol.types import CodeAction, Position, Range, SnippetTextEdit, TextEdit

from bulletlint.cli.linters import Linters
from bulletlint.cli.lsp.actions import Target, list_actions, make_snippet
from bulletlint.cli.lsp.positions import map_text

SOURCE = "# AI engineer\n\n## Work\n\n- 🚀 Implemented **Redis caching** for the search API, cutting p95 latency by **40 %**.\n"


@pytest.fixture(scope="module")
def linters() -> Linters:
    return Linters(isolated=True)


def offer(
    linters: Linters, source: str, line: int, *, snippets: bool, name: str = "a.md"
) -> list[CodeAction]:
    reviewed = linters.review_text(source, name)
    target = Target(map_text(source, "utf-16"), "file:///a.md", 3, snippets)
    return list(list_actions(reviewed, target, Range(Position(line, 0), Position(line, 0)), []))


@pytest.mark.parametrize(
    ("text", "blanks", "expected"),
    [
        ("at ⟨cost⟩, with ⟨fallback⟩.", ["⟨cost⟩", "⟨fallback⟩"], "at ${1:⟨cost⟩}, with ${2:⟨fallback⟩}.$0"),
        ("$5 a {x} \\b", [], "\\$5 a {x\\} \\\\b$0"),
        ("⟨a}⟩", ["⟨a}⟩"], "${1:⟨a\\}⟩}$0"),
        ("written otherwise", ["⟨cost⟩"], "written otherwise$0"),
    ],
)
def test_blanks_become_tab_stops(text: str, blanks: list[str], expected: str) -> None:
    assert make_snippet(text, blanks) == expected


def test_a_rewrite_keeps_mark_up_and_covers_the_words_of_the_bullet(linters: Linters) -> None:
    """Its range counts the emoji as the client does, and its text is what `rewrite` would write."""
    (action, *_) = offer(linters, SOURCE, 4, snippets=False)
    assert action.title.startswith("Take the rewrite (")
    assert action.edit is not None
    assert action.edit.document_changes is not None
    (change,) = action.edit.document_changes
    (edit,) = change.edits  # type: ignore[union-attr]
    assert isinstance(edit, TextEdit)
    assert edit.range == Range(
        Position(4, 5),
        Position(
            4, len("- xx Implemented **Redis caching** for the search API, cutting p95 latency by **40 %**.")
        ),
    )
    assert "**Redis caching**" in edit.new_text
    assert "**40 %**" in edit.new_text
    assert change.text_document.version == 3  # type: ignore[union-attr]


def test_a_client_that_takes_snippets_gets_tab_stops(linters: Linters) -> None:
    (action, *_) = offer(linters, SOURCE, 4, snippets=True)
    assert action.edit is not None
    assert action.edit.document_changes is not None
    (edit,) = action.edit.document_changes[0].edits  # type: ignore[union-attr]
    assert isinstance(edit, SnippetTextEdit)
    assert "${1:⟨" in edit.snippet.value
    assert edit.snippet.value.endswith("$0")


def test_elsewhere_nothing_is_offered(linters: Linters) -> None:
    assert offer(linters, SOURCE, 0, snippets=False) == []


def test_each_finding_can_be_ignored_and_explained(linters: Linters) -> None:
    titles = [action.title for action in offer(linters, SOURCE, 4, snippets=False)]
    assert "Ignore BL101 here, with a reason" in titles or "Ignore BL501 here, with a reason" in titles
    assert any(title.startswith("Explain BL") for title in titles)


def test_mdx_gets_its_own_comments_or_none(linters: Linters) -> None:
    """An HTML comment is a syntax error there."""
    for action in offer(linters, SOURCE, 4, snippets=False, name="a.mdx"):
        if action.edit is not None and action.edit.document_changes:
            (edit,) = action.edit.document_changes[0].edits  # type: ignore[union-attr]
            assert isinstance(edit, TextEdit)
            assert "<!--" not in edit.new_text
