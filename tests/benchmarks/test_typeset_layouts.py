"""The layouts of LaTeX, Typst and PDF files: each is written, and nearly all of its bullets are read."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.layouts import latex, printed, typst
from benchmarks.layouts.__main__ import TYPESET, describe
from benchmarks.layouts.canvas import Canvas, measure
from benchmarks.layouts.people import load_people
from benchmarks.layouts.writer import Layout
from benchmarks.reading import count_file


@pytest.mark.parametrize("layout", TYPESET, ids=[layout.name for layout in TYPESET])
def test_bullets_of_a_layout_are_read(layout: Layout, tmp_path: Path) -> None:
    """All but one of the first person's, and no line that is none."""
    person = load_people()[0]
    file = tmp_path / f"resume{layout.suffix}"
    content = layout.write(person)
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    count = count_file(file, describe(person, layout, file.name))
    assert (count.found >= count.expected - 1, count.spurious) == (True, 0), count.errors


def test_enough_layouts_under_names_of_their_own() -> None:
    """At least 20, 10 and 15 of them."""
    assert len({layout.name for layout in TYPESET}) == len(TYPESET)
    assert (len(latex.LAYOUTS) >= 20, len(typst.LAYOUTS) >= 10, len(printed.LAYOUTS) >= 15) == (
        True,
        True,
        True,
    )


def test_widths_of_characters() -> None:
    """As Adobe's metrics have them; letters with accents are as wide as without."""
    assert measure("Ab ", "Helvetica", 1000) == 667 + 556 + 278
    assert measure("é", "Times-Roman", 10) == measure("e", "Times-Roman", 10)


def test_pages_of_a_canvas() -> None:
    """Each has its own content."""
    canvas = Canvas()
    for text in ("one", "two"):
        canvas.turn()
        canvas.put(50, 60, text, "Courier", 10)
    assert canvas.save().count(b"/Type /Page ") == 2
