"""Marks that open, close and nest: four times as many of them take a reader about four times as many steps.

Steps are lines of Python run, so that the count does not depend on the machine. A step that is repeated for every
mark before it would take sixteen times as many.
"""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path
from types import FrameType
from typing import Any

import pytest

from bulletlint.core.errors import ReadError
from bulletlint.read import read_bytes

SAMPLES = Path(__file__).parents[2] / "samples"
FEW, MANY = 60, 240
#: What four times as many marks may take; one who doubles up would need 16 times.
MOST = 6.0
#: The beginning of a file of each format, in which a bullet is open.
BEGUN = {
    "md": "# Experience\n\n- Led ",
    "txt": "Experience\n\n- Led ",
    "tex": "\\section{Experience}\n\\begin{itemize}\n\\item Led ",
    "typ": "= Experience\n\n- Led ",
    "html": "<h2>Experience</h2><ul><li>Led ",
    "rst": "Experience\n==========\n\n- Led ",
    "org": "* Experience\n\n- Led ",
    "yaml": "cv:\n  sections:\n    experience:\n      - company: A\n        highlights: ",
    "json": '{"work": [{"name": "A", "highlights": ',
}
#: An item that breaks off, so that the next one carries it on.
GOES_ON = "⏎- and read the long report of the weekly work for the"
#: What opens, the place of what stands in it, and what closes; without @ nothing closes. A line is ⏎.
MARKS = {
    "md": ["[", "![", "[a](", "`", "*", "**a", "_", "<", "<!--", "\\", "&", "~~", "[@](a)", "*@*", "<b>@</b>", "⏎- a", "⏎> a",
           "⏎# a", "⏎| a", "⏎```⏎", "⏎1. a⏎", "<li>@</li>", "⏎---⏎a: b", GOES_ON],
    "txt": ["- ", "• ", "(", "|", "⏎- a", "⏎• a⏎", "⏎A:⏎", "⏎----⏎", "⏎2019 - 2021⏎", "⏎a    b"],
    "tex": ["{", "[", "\\textbf{", "\\cventry{a}{", "$", "\\begin{a}", "\\item ", "%a⏎", "\\a", "\\href{a}{@}", "{@}", "\\a{@}{b}",
            "\\begin{itemize}\\item @\\end{itemize}", "\\iftrue @\\fi", "\\newcommand{\\b}{@}", "\\item[a] b", "\\verb|a|",
            "\\def\\b#1{@}", "\\section{@}"],
    "typ": ["[", "(", "{", "#a(", "#a[", "\"", "$", "/*", "#let b = (", "*", "`", "#list([@])", "#a[@]", "#a(b: [@])", "#{@}",
            "#section[@]", "#list([@], [@])", "⏎- a", "⏎= a⏎", "#a", "// a⏎"],
    "html": ["<", "<b", "<b>", "<!--", "&", "<ul><li>", "<div>@</div>", "<table><tr><td>@</td></tr></table>", "<ul><li>@</li></ul>",
             "</b>", "<p>a", "<pre>", "<script>", "<b a='", "<h2>a</h2>", "<span>a</span>"],
    "rst": ["*", "**", "`", "|", "``", "_", "`a <", "⏎- a⏎", "⏎.. a::⏎", "⏎::⏎", "⏎a⏎==⏎", "⏎  - a⏎", "⏎+--+⏎"],
    "org": ["*", "/", "=", "[[", "[[a][", "{{{", "<", "⏎* a", "⏎- a", "⏎#+BEGIN_SRC⏎", "⏎| a |", "⏎:A:⏎", "[[a][@]]", GOES_ON],
    "yaml": ["[@]", "{a: @}", "[[a], @]", "⏎          - a", "[a, @]", "[\"a\", @]"],
    "json": ["[@]", '{"a": @}', '["a", @]', '{"a": 1, "b": @}'],
}  # fmt: skip


def count_steps(content: bytes, name: str) -> int:
    """Return how many lines of Python reading takes."""
    steps = 0

    def step(frame: FrameType, event: str, argument: Any) -> Any:
        nonlocal steps
        steps += event == "line"
        return step

    before = sys.gettrace()
    sys.settrace(step)
    try:
        read_bytes(content, name=name)
    except ReadError:
        pass
    finally:
        sys.settrace(before)
    return steps


def repeat(suffix: str, mark: str, times: int) -> bytes:
    """Return a file with a mark that many times."""
    opening, _, closing = mark.replace("⏎", "\n").partition("@")
    inside = '"a"' if suffix in ("json", "yaml") else " a "
    if suffix in ("json", "yaml") and not closing:
        opening, inside = "", "".join(opening for _ in range(times))
    return (BEGUN[suffix] + opening * times + inside + closing * times + "\n").encode()


@pytest.mark.parametrize(
    ("suffix", "mark"), [(suffix, mark) for suffix, marks in MARKS.items() for mark in marks]
)
def test_steps_grow_with_the_marks(suffix: str, mark: str) -> None:
    """Whatever opens, closes, or stands in another of its kind."""
    read_bytes(repeat(suffix, mark, 1), name=f"a.{suffix}") if suffix != "json" else None
    few, many = (count_steps(repeat(suffix, mark, times), f"a.{suffix}") for times in (FEW, MANY))
    assert many <= MOST * few


@pytest.mark.parametrize(
    "piece",
    ["Built the press [fn:1] of 2011.\n", "Built the press of *2011.*\n  ", "Built *a* press of 2011. "],
)
def test_steps_grow_with_the_statements_of_a_paragraph(piece: str) -> None:
    """Each is cut out of the pieces of the paragraph."""
    few, many = (count_steps(b"* Experience\n\n" + piece.encode() * times, "a.org") for times in (60, 240))
    assert many <= MOST * few


@pytest.mark.parametrize(
    ("opening", "closing"),
    [
        ("<w:p><w:r><w:t>Led it.</w:t></w:r></w:p>", ""),
        ("<w:tbl><w:tr><w:tc>", "</w:tc></w:tr></w:tbl>"),
        ("<w:p><w:r><w:txbxContent>", "</w:txbxContent></w:r></w:p>"),
        ("<w:sdt><w:sdtContent>", "</w:sdtContent></w:sdt>"),
        ("<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a</w:t></w:r></w:p>", ""),
    ],
)
def test_steps_grow_with_the_elements_of_a_word_file(opening: str, closing: str) -> None:
    """Paragraphs, tables and boxes in each other, and paragraphs whose ends were deleted."""
    few, many = (count_steps(write_word(opening * times + closing * times), "a.docx") for times in (10, 40))
    assert many <= MOST * few


def write_word(body: str) -> bytes:
    """Return a Word file with that XML at the end of its body."""
    packed = io.BytesIO()
    with zipfile.ZipFile(SAMPLES / "resume.docx") as sample, zipfile.ZipFile(packed, "w") as archive:
        for name in sample.namelist():
            part = sample.read(name)
            if name == "word/document.xml":
                head = part[: part.index(b"<w:body>") + len(b"<w:body>")]
                part = head + body.encode() + b"</w:body></w:document>"
            archive.writestr(name, part)
    return packed.getvalue()
