"""Typed bullet marks in paragraphs."""

from __future__ import annotations

from bulletlint.core.document import Block, BlockKind, Stretch
from bulletlint.read.bullets.marks import split_glyph_items


def split(text: str, kind: BlockKind = "paragraph", level: int = 1) -> list[tuple[str, int, str]]:
    """Return kind, level and text of what a block falls apart into, with places checked against the text."""
    parts = list(split_glyph_items([Block(kind, (Stretch(text, 0, len(text)),), level=level)]))
    for part in parts:
        for stretch in part.stretches:
            assert text[stretch.start : stretch.end] == stretch.text
    return [(part.kind, part.level, part.text.strip()) for part in parts]


def test_lines_with_marks_become_items() -> None:
    """Text before the first mark stays a paragraph, a line without a mark carries on, a deeper mark is a level down."""
    assert split("Acme, 2019\n• One\ngoes on\n  ◦ Two\n• Three") == [
        ("paragraph", 1, "Acme, 2019"),
        ("item", 1, "One\ngoes on"),
        ("item", 2, "Two"),
        ("item", 1, "Three"),
    ]


def test_arrows_may_be_glued_and_a_colon_defines() -> None:
    """An arrow before a word with a capital, and a colon before what a term is or a job was, are marks."""
    assert split("Acme\n>Cut it\n->Built it\n»Led it") == [
        ("paragraph", 1, "Acme"),
        ("item", 1, "Cut it"),
        ("item", 1, "Built it"),
        ("item", 1, "Led it"),
    ]
    assert split("Paper Club (2019)\n:   Folded a zine") == [
        ("paragraph", 1, "Paper Club (2019)"),
        ("item", 1, "Folded a zine"),
    ]
    assert split("p95 >5 ms\n: and more") == [("paragraph", 1, "p95 >5 ms\n: and more")]


def test_table_cells_fall_apart_too() -> None:
    """A cell with typed marks holds items."""
    assert split("– Saved 4%\n– Cut it", "row") == [("item", 1, "Saved 4%"), ("item", 1, "Cut it")]


def test_an_item_loses_a_doubled_mark() -> None:
    """A round mark or a box inside an item's own is dropped; a dash, a number or a figure is text."""
    assert split("• One", "item", 2) == [("item", 2, "One")]
    assert split("[x] One", "item", 2) == [("item", 2, "One")]
    for emoji in (
        "🚀",
        "👩🏽\u200d💻",
        "👩🏽💻",
        "❤\ufe0f\u200d🔥",
        "🇩🇰",
        "🔥🔥",
        "⭐",
        "1\ufe0f\u20e3",
        "#\u20e3",
    ):
        assert split(f"{emoji} One", "item", 2) == [("item", 2, "One")]
    assert split("- 4% fewer", "item") == [("item", 1, "- 4% fewer")]
    assert split("1. FC Example won", "item") == [("item", 1, "1. FC Example won")]


def test_an_item_whose_next_line_is_marked_is_two() -> None:
    """A line that begins with a mark inside of an item is an item that the format's parser took for a wrapped line."""
    assert split("One\n- Two", "item") == [("item", 1, "One"), ("item", 1, "Two")]


def test_text_without_marks_stays_whole() -> None:
    """Numbered lines and dashes within a line are no marks."""
    for text in ("One - two\nthree", "2019 was good\n2. was better", "> 90% of it", "💼 Experience"):
        assert split(text) == [("paragraph", 1, text)]


def test_a_middle_dot_of_japanese_is_a_mark() -> None:
    """It stands at the front of each line of a list."""
    assert split("・一つ\n・二つ") == [("item", 1, "一つ"), ("item", 1, "二つ")]
