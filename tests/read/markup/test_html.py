"""HTML: elements to blocks, entities to characters, each at its place."""

from __future__ import annotations

import pytest

from bulletlint.core.places import fold_stretches
from bulletlint.read.markup.html import read_html


def read_blocks(source: str) -> list[tuple[str, int, str]]:
    """Return kind, level and text of each block, white space folded."""
    return [
        (block.kind, block.level, "".join(stretch.text for stretch in fold_stretches(block.stretches)))
        for block in read_html(source).blocks
    ]


def test_entities_tags_and_wrapped_lines_keep_their_places() -> None:
    """Tags are no text, an entity is one place, a line break with its indent is one space."""
    source = "<li>Cut <b>R&amp;D</b>&nbsp;cost\n    by 4&#37;</li>"
    (block,) = read_html(source).blocks
    assert [
        (stretch.text, source[stretch.start : stretch.end]) for stretch in fold_stretches(block.stretches)
    ] == [
        ("Cut ", "Cut "),
        ("R", "R"),
        ("&", "&amp;"),
        ("D", "D"),
        (" ", "&nbsp;"),
        ("cost", "cost"),
        (" ", "\n    "),
        ("by 4", "by 4"),
        ("%", "&#37;"),
    ]


def test_lists_headings_cells_and_paragraphs() -> None:
    """Items know their depth, also where nobody closes them; headings their level; cells are rows."""
    source = (
        "<h1>A</h1><ul><li>One<ul><li>Two<li>Three</ul></li><li><p>Four</p><p>more</p></li></ul>"
        "<p>text<table><tr><td>x<td>y</table>"
    )
    assert read_blocks(source) == [
        ("heading", 1, "A"),
        ("item", 1, "One"),
        ("item", 2, "Two"),
        ("item", 2, "Three"),
        ("item", 1, "Four"),
        ("paragraph", 1, "more"),
        ("paragraph", 1, "text"),
        ("row", 1, "x"),
        ("row", 1, "y"),
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>if (a < b) '<li>x</li>'</script>",
        "<style>li > b {}</style>",
        "<head><title>x</title></head>",
        "<nav><ul><li>x</li></ul></nav>",
        "<div hidden>x<div>y</div></div>",
        "<p style='color: red; display: none'>x</p>",
        '<i aria-hidden="true">x</i>',
        "<svg><text>x</text></svg>",
        "<!doctype html>",
        "<?xml version='1.0'?>",
        '<img alt="a > b" src=x>',
    ],
)
def test_what_nobody_reads_is_no_text(hidden: str) -> None:
    """Scripts, styles, navigation, pictures and hidden elements are passed over, what follows them is not."""
    assert read_blocks(f"{hidden}<li>Built it</li>") == [("item", 1, "Built it")]


def test_comments_are_collected() -> None:
    """A comment stands with its place, also one that is never closed."""
    source = "<li>a<!-- bulletlint: off --></li><!-- open"
    comments = read_html(source).comments
    assert [(comment.text, source[comment.start : comment.end]) for comment in comments] == [
        ("bulletlint: off", "<!-- bulletlint: off -->"),
        ("open", "<!-- open"),
    ]


def test_broken_mark_up_loses_no_text() -> None:
    """A stray "<", a tag without end and a hidden element without end hide nothing but themselves."""
    assert read_blocks("<li>p95 < 200 ms<li>a <b or <i>c</i><svg>d") == [
        ("item", 1, "p95 < 200 ms"),
        ("item", 1, "a cd"),
    ]


def test_preformatted_lines_stay_apart() -> None:
    """Line breaks count in `<pre>` and at `<br>`, and are white space elsewhere."""
    blocks = read_html("<pre>- Led &amp; cut\n  it\n- <b>Ran</b> it</pre><p>c\nd<br>e</p>").blocks
    assert [(block.kind, block.text) for block in blocks] == [
        ("item", "Led & cut it"),
        ("item", "Ran it"),
        ("paragraph", "c d\ne"),
    ]


def test_a_tag_in_preformatted_text_belongs_to_no_stretch() -> None:
    """Each stretch says what its source says."""
    source = "<pre>Mills\nto see <b>or</b> hear</pre>"
    stretches = [stretch for block in read_html(source).blocks for stretch in block.stretches]
    assert [(stretch.text, source[stretch.start : stretch.end]) for stretch in stretches] == [
        (text, text) for text in ("Mills", "to see ", "or", " hear")
    ]


def test_lines_parted_by_breaks_are_read_as_plain_text() -> None:
    """Where some of them have typed marks; the others are a line each."""
    source = "<b>WORK</b><br>Waiter, 2006-2009<br>- carried it<br>- led it<br><br><b>FUN</b>"
    assert [(block.kind, block.text) for block in read_html(source).blocks] == [
        ("paragraph", "WORK"),
        ("paragraph", "Waiter, 2006-2009"),
        ("item", "carried it"),
        ("item", "led it"),
        ("paragraph", "FUN"),
    ]


def test_a_cell_that_names_the_next_one_is_its_heading() -> None:
    """A page laid out as a table has its sections' names in the first cell of each row."""
    rows = "<tr><td><b>Work</b><td><table><tr><td>Clerk</td><td>2019</td></tr></table></td></tr>"
    source = (
        f"<table>{rows.replace('</b><td>', '</b></td><td>')}<tr><td>Skills</td><td>Go, SQL</td></tr></table>"
    )
    assert [(block.kind, block.text) for block in read_html(source).blocks] == [
        ("heading", "Work"),
        ("row", "Clerk"),
        ("row", "2019"),
        ("row", "Skills"),
        ("row", "Go, SQL"),
    ]


def test_elements_side_by_side_are_apart() -> None:
    """One that begins with a capital or a digit right behind another is a word of its own."""
    source = "<p><b>Clerk</b><span>2019</span></p><p><b>Acme</b><i>Oslo</i></p><p>re<b>re</b><i>ad</i></p>"
    assert [block.text for block in read_html(source).blocks] == ["Clerk 2019", "Acme Oslo", "reread"]
