"""Marks of the formats, paired across the words of a bullet."""

from __future__ import annotations

import pytest

from bulletlint.edit.markup import LEXERS, MarkupError, MarkupLayout, lex_marks, read_layout
from bulletlint.read import FORMATS, read_bytes


def lay_out(source: str, suffix: str) -> tuple[str, MarkupLayout]:
    (document,) = read_bytes(source.encode(), name=f"resume.{suffix}")
    (bullet,) = document.bullets
    layout = read_layout(document.source, bullet.stretches, document.format)
    return document.source[layout.start : layout.end], layout


def test_a_mark_before_the_first_word_belongs_to_the_bullet() -> None:
    """The edit takes it in."""
    taken, layout = lay_out("## Experience\n\n- **Built** a `cache`\n", "md")
    assert taken == "**Built** a `cache`"
    assert [(pair.open, pair.close) for pair in layout.pairs] == [("**", "**"), ("`", "`")]


def test_nested_pairs_stand_outermost_first() -> None:
    """A link in bold."""
    _, layout = lay_out(
        "## Experience\n\n- Built **a [cache](https://x.example) of mine** and ran it\n", "md"
    )
    names = [[layout.pairs[number].name for number in stack] for stack in layout.stacks]
    assert names == [[], ["**"], ["**", "link"], ["**"], []]


@pytest.mark.parametrize(
    ("format", "text", "marks"),
    [
        ("markdown", "](https://x.example)**", [("close", "link"), ("toggle", "**")]),
        ("latex", r"\href{https://x.example}{\textbf{", [("open", "brace"), ("open", "brace")]),
        ("latex", r"}}\quad ", [("close", "brace"), ("close", "brace"), *[("opaque", "opaque")] * 6]),
        ("html", '</b><a href="x"><br/>', [("close", "b"), ("open", "a"), ("opaque", "opaque")]),
        ("rst", " <https://x.example>`_", [("close", "link")]),
        ("org", "][", [("opaque", "opaque")] * 2),
        ("typst", '#link("https://x.example")[', [("open", "link")]),
    ],
)  # fmt: skip
def test_marks_are_told_by_kind(format: str, text: str, marks: list[tuple[str, str]]) -> None:
    """Whatever is no mark is opaque and stays with the word after it."""
    found = [
        (mark.kind, mark.name if mark.kind != "opaque" else "opaque")
        for mark in lex_marks(text, LEXERS[format])
    ]
    assert found == marks


def test_a_format_without_source_is_refused() -> None:
    """A PDF has places, no marks."""
    from bulletlint.core.document import Stretch

    with pytest.raises(MarkupError, match="no source text"):
        read_layout("", (Stretch("Built", None, None),), "pdf")


def test_every_text_format_has_its_marks() -> None:
    """A new format needs its own marks, or a place among the plain ones: there is no silent fallback."""
    assert {name for name, row in FORMATS.items() if row.takes == "text"} == set(LEXERS)
