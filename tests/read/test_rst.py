"""reStructuredText: titles, lists, directives and inline mark-up."""

from __future__ import annotations

from bulletlint.core.places import fold_stretches
from bulletlint.read.rst import read_rst


def read_blocks(source: str) -> list[tuple[str, int, str]]:
    """Return kind, level and text of each block, white space folded."""
    return [
        (block.kind, block.level, "".join(stretch.text for stretch in fold_stretches(block.stretches)))
        for block in read_rst(source).blocks
    ]


def test_titles_take_their_level_from_their_style() -> None:
    """The first style of adornment is the highest; a line over the title makes another style."""
    source = "=====\nName\n=====\n\nWork\n====\n\nAcme\n----\n\nMore\n====\n"
    assert read_blocks(source) == [
        ("heading", 1, "Name"),
        ("heading", 2, "Work"),
        ("heading", 3, "Acme"),
        ("heading", 2, "More"),
    ]


def test_lists_nest_by_indentation_and_wrap() -> None:
    """Items know their depth; a line indented below the mark carries on, a later paragraph does not."""
    source = "- One\n  goes on\n\n  * Two\n\n  Text\n\n#. Three\n(a) Four\n"
    assert read_blocks(source) == [
        ("item", 1, "One goes on"),
        ("item", 2, "Two"),
        ("paragraph", 1, "Text"),
        ("item", 1, "Three"),
        ("item", 1, "Four"),
    ]


def test_inline_mark_up_is_masked() -> None:
    """Emphasis, literals, links, roles, substitutions and escapes leave their text at its place."""
    source = r"- Cut **cost** *by* ``4 %`` in `Acme <http://x.y>`_ and Beta_ :abbr:`ML` R\&D a\ b 2 * 3 [1]_"
    (block,) = read_rst(source).blocks
    pairs = [
        (stretch.text, source[stretch.start : stretch.end]) for stretch in fold_stretches(block.stretches)
    ]
    assert "".join(text for text, _ in pairs) == "Cut cost by 4 % in Acme and Beta ML R&D ab 2 * 3"
    assert [pair for pair in pairs if pair[0] != pair[1]] == [("&", r"\&")]


def test_comments_and_directives() -> None:
    """A comment is collected, a container's content is text, any other directive and its block is none."""
    source = (
        ".. bulletlint: ignore BL301 why\n\n- One\n\n.. a longer\n   comment\n\n.. image:: x.png\n   :alt: y\n\n"
        ".. class:: big\n\n   - Two\n\n.. include:: other.rst\n.. _target: http://x.y\n"
    )
    draft = read_rst(source)
    assert [(comment.text, source[comment.start : comment.end]) for comment in draft.comments] == [
        ("bulletlint: ignore BL301 why", ".. bulletlint: ignore BL301 why"),
        ("a longer\n   comment", ".. a longer\n   comment"),
    ]
    assert read_blocks(source) == [("item", 1, "One"), ("item", 1, "Two")]


def test_line_blocks_stand_line_by_line() -> None:
    """Each line of a line block is a paragraph by itself."""
    assert read_blocks("| One\n| Two\n") == [("paragraph", 1, "One"), ("paragraph", 1, "Two")]
