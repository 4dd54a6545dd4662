"""Markdown: what a reader sees of it, and where each character of that stands."""

from __future__ import annotations

import pytest

from bulletlint.core.document import Block
from bulletlint.core.places import fold_stretches
from bulletlint.read.bullets.marks import split_glyph_items
from bulletlint.read.front_matter import read_markdown_file
from bulletlint.read.markup.markdown import read_markdown


def list_places(source: str) -> list[tuple[str, int, str, list[tuple[str, str]]]]:
    """Return kind, level, text and (text, source) of the stretches of each block, white space folded."""
    return [show_block(block, source) for block in read_markdown(source).blocks]


def show_block(block: Block, source: str) -> tuple[str, int, str, list[tuple[str, str]]]:
    stretches = fold_stretches(block.stretches)
    pairs = [(stretch.text, source[stretch.start : stretch.end]) for stretch in stretches]
    return block.kind, block.level, "".join(text for text, _ in pairs), pairs


def read_items(source: str) -> list[tuple[int, str]]:
    """Return level and text of the items."""
    return [(level, text) for kind, level, text, _ in list_places(source) if kind == "item"]


def test_emphasis_and_links_are_masked() -> None:
    """Markers of bold, italics, code and links are no text, and what is left stands at its own place."""
    source = "- **Cut** *p95* by `40%` on [search](https://example.com 'x') <https://a.example>\n"
    assert list_places(source) == [
        (
            "item",
            1,
            "Cut p95 by 40% on search https://a.example",
            [
                ("Cut", "Cut"),
                (" ", " "),
                ("p95", "p95"),
                (" by ", " by "),
                ("40%", "40%"),
                (" on ", " on "),
                ("search", "search"),
                (" ", " "),
                ("https://a.example", "https://a.example"),
            ],
        )
    ]


def test_entities_and_escapes_are_one_place_each() -> None:
    """An entity or escape is one character of text whose place is all of its source."""
    assert list_places("- R&amp;D \\* 4&#37;") == [
        (
            "item",
            1,
            "R&D * 4%",
            [("R", "R"), ("&", "&amp;"), ("D ", "D "), ("*", "\\*"), (" 4", " 4"), ("%", "&#37;")],
        )
    ]


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
def test_wrapped_lines_join_by_one_space(line_break: str) -> None:
    """A wrapped line is joined by one space whose place is the line break with the indent that follows."""
    source = f"- Built it{line_break}  in **two** weeks{line_break}- Next"
    assert list_places(source) == [
        (
            "item",
            1,
            "Built it in two weeks",
            [
                ("Built it", "Built it"),
                (" ", f"{line_break}  "),
                ("in ", "in "),
                ("two", "two"),
                (" weeks", " weeks"),
            ],
        ),
        ("item", 1, "Next", [("Next", "Next")]),
    ]


def test_nested_and_ordered_lists_know_their_depth() -> None:
    """Items carry the depth of their list, ordered or not."""
    assert read_items("1. One\n   - Two\n     + Three\n2. Four\n") == [
        (1, "One"),
        (2, "Two"),
        (3, "Three"),
        (1, "Four"),
    ]


def test_deep_indents_are_lists_not_code() -> None:
    """Items indented by four spaces below a paragraph are items, not code; the second stays on a line of its own."""
    source = "**Acme**\n\n    - Built one\n    - Built two\n"
    draft = read_markdown(source)
    assert [(block.kind, block.text) for block in draft.blocks] == [
        ("paragraph", "Acme"),
        ("item", "Built one\n- Built two"),
    ]
    assert [block.text for block in split_glyph_items(draft.blocks)] == ["Acme", "Built one\n", "Built two"]


def test_headings_lose_their_marks() -> None:
    """ATX, closed ATX and underlined headings keep level and place; Pandoc attributes are no text."""
    source = "# One #\n\nTwo\n---\n\n### Three {#x .unnumbered}\n"
    assert [(kind, level, text) for kind, level, text, _ in list_places(source)] == [
        ("heading", 1, "One"),
        ("heading", 2, "Two"),
        ("heading", 3, "Three"),
    ]


def test_comments_are_collected_and_unseen() -> None:
    """An HTML comment between or inside items is a comment with its place, and no text."""
    source = "- Built <!-- bulletlint: ignore BL301 --> it\n<!-- two\nlines -->\n- Next\n"
    draft = read_markdown(source)
    assert [(comment.text, source[comment.start : comment.end]) for comment in draft.comments] == [
        ("bulletlint: ignore BL301", "<!-- bulletlint: ignore BL301 -->"),
        ("two\nlines", "<!-- two\nlines -->"),
    ]
    assert read_items(source) == [(1, "Built it"), (1, "Next")]


def test_front_matter_is_a_resume_by_its_statements() -> None:
    """A list of entries under any key is one where statements stand in it; other lists say how a page is shown."""
    entry = "---\nstations:\n  - place: Yard\n    did:\n      - {}\n      - {}\n---\n\nText.\n"
    stated = read_markdown_file(entry.format("Mounted 310 panels on barns", "Found the fault in the meter"))
    assert [block.text for block in stated.blocks if block.kind == "item"] == [
        "Mounted 310 panels on barns",
        "Found the fault in the meter",
    ]
    assert [block.text for block in read_markdown_file(entry.format("Home", "Blog")).blocks] == ["Text."]


def test_front_matter_and_layout_lines_are_unseen() -> None:
    """Front matter, Liquid tags, Pandoc fences, HTML containers and kramdown attributes are no blocks."""
    source = '---\ntitle: x\n---\n{% include a %}\n<div markdown="1">\n::: {.left}\n- Built it\n{: .big}\n:::\n</div>\n'
    assert [(kind, text) for kind, _, text, _ in list_places(source)] == [("item", "Built it")]


def test_table_cells_are_rows() -> None:
    """Each cell of a table is a block of its own; the delimiter row is none."""
    source = "| When | What |\n|---|---|\n| 2020 | Built \\| **it** |\n"
    assert [(kind, text) for kind, _, text, _ in list_places(source)] == [
        ("row", "When"),
        ("row", "What"),
        ("row", "2020"),
        ("row", "Built | it"),
    ]


def test_inline_html_is_unseen() -> None:
    """Tags are no text; a line-break tag is white space."""
    assert read_items("- Cut <b>cost</b> by<br>4%<sup>1</sup>") == [(1, "Cut cost by 4%1")]


def test_struck_text_and_footnotes_are_unseen() -> None:
    """What is struck out is not said, whatever is in it; footnotes and their references are no text."""
    source = "- Cut ~~10~~ 12% ~~*a* [b](c) `d` &amp; <http://e.f>~~ off[^1] a ~ b\n\n[^1]: note\n"
    assert [(kind, text) for kind, _, text, _ in list_places(source)] == [("item", "Cut 12% off a ~ b")]


def test_odd_spaces_count_as_white_space() -> None:
    """Non-breaking spaces fold like others and zero-width ones vanish."""
    assert read_items("- Cut\u00a0\u00a0cost\u200b by\t4\u202f%\u00a0") == [(1, "Cut cost by 4 %")]
