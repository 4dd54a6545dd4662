"""What every reader of a text format promises: the same bullets, each at its exact place."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable
from importlib import import_module

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bulletlint.core.document import Bullet, Document, Draft
from bulletlint.core.errors import ReadError
from bulletlint.core.places import find_line_starts, find_place, find_source_span, fold_stretches
from bulletlint.lint.samples import WRAPPERS, wrap_bullets
from bulletlint.read import FORMATS, read_bytes
from pieces import PIECES

#: Bullets without a character that means anything in any format.
PLAIN = (
    "Cut p95 latency by 40 percent for 9,000 brokers, with the old index as fallback.",
    "Owned the launch of shipment chat: four markets, and two of them paused.",
    "Réduced churn – 5 € a seat – with 漢字 and 😀.",
)
#: Characters that mean something in one format or another, and stand for themselves once they are escaped.
SPECIAL = (
    "Cut costs by 40 % & more for R&D, at $0.03 a call {see [d]}.",
    'Owned the launch of snake_case search: "quick" #1 | a~b x^y \\z @v.',
)
#: What is mark-up in Markdown, Org and HTML, inside of a text.
MARKED = ("Led *one* rewrite of `search` for <beta> users in Rust.",)
HIDDEN = "Cut co\u200bst by\u00a040\u202fpercent and lat\u00adency."
SEEN = "Cut cost by 40 percent and latency."

#: The headings that wrap_bullets writes, the bullets' own last.
HEADINGS = {
    "markdown": ("Sam Field", "Experience", "Acme"),
    "plain": (),  # lines in capital letters are told later, by the bullets below
    "html": ("Sam Field", "Experience"),
    "latex": ("Experience",),
    "json": ("basics", "work", "Acme"),
    "yaml": ("cv", "sections", "experience", "Acme"),
    "rst": ("Sam Field", "Experience"),
    "org": ("Experience", "Acme"),
    "typst": ("Sam Field", "Experience"),
}
#: How a comment is written; JSON has none.
COMMENTS = {
    "markdown": "<!-- {} -->",
    "plain": "# {}",
    "html": "<!-- {} -->",
    "latex": "% {}",
    "yaml": "# {}",
    "rst": ".. {}",
    "org": "# {}",
    "typst": "// {}",
}
#: Names of characters in LaTeX; the braces behind them end the name and have no place.
LATEX = {r"\textbackslash": "\\", r"\textasciitilde": "~", r"\textasciicircum": "^"}

each_format = pytest.mark.parametrize("format", WRAPPERS)


def read(source: str, format: str) -> Document:
    """Return the document of a source in a format."""
    (document,) = read_bytes(source.encode("utf-8"), name=f"cv{FORMATS[format].suffixes[0]}")
    assert document.format == format
    return document


def list_texts(document: Document) -> tuple[str, ...]:
    """Return the texts of a document's bullets."""
    return tuple(bullet.text for bullet in document.bullets)


def cut(document: Document, bullet: Bullet, start: int, end: int) -> str:
    """Return the source of a part of a bullet."""
    span = find_source_span(bullet.stretches, start, end)
    assert span is not None
    return document.source[span[0] : span[1]]


def undo_escape(there: str, format: str) -> str:
    """Return the character that a piece of source stands for in a format."""
    if format == "html":
        return html.unescape(there)
    if format == "latex":
        return LATEX.get(there, there.removeprefix("\\") if len(there) == 2 else there)
    if format in ("json", "yaml"):
        there = str(json.loads(f'"{there}"'))
    if format in ("json", "markdown", "rst", "typst", "yaml") and len(there) == 2:
        there = there.removeprefix("\\")
    return there


def test_every_text_format_is_held_to_it() -> None:
    """A new reader has to be added to the tables."""
    texts = {name for name, row in FORMATS.items() if row.takes == "text"}
    assert texts == set(WRAPPERS) == set(HEADINGS) == {"json", *COMMENTS} == {"json", "yaml", *PIECES}


@each_format
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
def test_bullets_are_the_same_in_every_format(format: str, line_end: str) -> None:
    """Whatever ends a line, the texts arrive whole, and the source at the place of a bullet is its text."""
    document = read(wrap_bullets(PLAIN, format).replace("\n", line_end), format)
    assert list_texts(document) == PLAIN
    assert not any(line.listed for line in document.left_out)
    assert [cut(document, bullet, 0, len(bullet.text)) for bullet in document.bullets] == [*PLAIN]


@each_format
def test_places_are_lines_and_columns_of_an_editor(format: str) -> None:
    """The place of a bullet is the line and the columns where its text is found by searching."""
    source = wrap_bullets(PLAIN, format)
    document = read(source, format)
    starts = find_line_starts(document.source)
    places = [find_place(bullet, starts, 0, len(bullet.text)) for bullet in document.bullets]
    found = []
    for text in PLAIN:
        (number,) = (number for number, line in enumerate(source.split("\n"), 1) if text in line)
        column = source.split("\n")[number - 1].index(text) + 1
        found.append((number, column, number, column + len(text)))
    assert [(place.line, place.column, place.end_line, place.end_column) for place in places] == found


@each_format
def test_an_escaped_character_stands_at_its_escape(format: str) -> None:
    """Each character of a text is the source at its place, once an escape is undone."""
    document = read(wrap_bullets(SPECIAL, format), format)
    assert list_texts(document) == SPECIAL
    for bullet in document.bullets:
        said = [
            undo_escape(cut(document, bullet, index, index + 1), format) for index in range(len(bullet.text))
        ]
        assert said == [*bullet.text]


@pytest.mark.parametrize(
    "format",
    [
        pytest.param(
            format,
            marks=pytest.mark.xfail(reason=f"lint/samples.py does not escape mark-up in {format}"),
        )
        if format == "org"
        else format
        for format in WRAPPERS
    ],
)
def test_mark_up_in_a_text_can_be_escaped(format: str) -> None:
    """Asterisks, backticks and angle brackets arrive as they are."""
    assert list_texts(read(wrap_bullets(MARKED, format), format)) == MARKED


@each_format
def test_hidden_characters_are_no_text_but_have_their_place(format: str) -> None:
    """Zero-width characters and soft hyphens vanish, odd spaces are spaces, and a word's place holds what is hidden in it."""
    document = read(wrap_bullets([HIDDEN], format), format)
    (bullet,) = document.bullets
    assert bullet.text == SEEN
    words = [cut(document, bullet, word.start(), word.end()) for word in re.finditer(r"\S+", bullet.text)]
    assert words == ["Cut", "co\u200bst", "by", "40", "percent", "and", "lat\u00adency."]
    assert cut(document, bullet, 0, len(bullet.text)) == HIDDEN


@each_format
def test_headings_are_no_bullets(format: str) -> None:
    """A resume without bullets has headings alone; its bullets stand under the last of a section's."""
    empty = read(wrap_bullets([], format), format)
    assert (empty.bullets, [line for line in empty.left_out if line.listed]) == ((), [])
    document = read(wrap_bullets(PLAIN, format), format)
    assert document.headings == HEADINGS[format]
    sections = {bullet.section.lower() for bullet in document.bullets if bullet.section}
    assert sections == {"work" if format == "json" else "experience"}
    assert [bullet.ended for bullet in document.bullets] == [None] * len(PLAIN)


@pytest.mark.parametrize("format", COMMENTS)
def test_comments_are_found_and_are_no_text(format: str) -> None:
    """A comment before a bullet is given once with its place, and no bullet changes for it."""
    said = "bulletlint: ignore BL301 a reason"
    comment = COMMENTS[format].format(said)
    lines = wrap_bullets(PLAIN, format).split("\n")
    at = next(number for number, line in enumerate(lines) if PLAIN[0] in line)
    document = read("\n".join([*lines[:at], comment, "", *lines[at:]]), format)
    assert list_texts(document) == PLAIN
    assert [(found.text, document.source[found.start : found.end]) for found in document.comments] == [
        (said, comment)
    ]


def test_a_format_without_comments_has_none() -> None:
    """JSON has no comments, and a text that looks like one is text."""
    texts = ("// Cut costs for search by half.", "# Built a cache for search.")
    assert read(wrap_bullets(texts, "json"), "json").comments == ()


@each_format
@pytest.mark.parametrize("content", [b"", b" \n\n", b"\xef\xbb\xbf"], ids=["nothing", "blanks", "mark"])
def test_an_empty_file_has_no_bullets(format: str, content: bytes) -> None:
    """Nothing is a resume without bullets, and no error."""
    (document,) = read_bytes(content, name=f"cv{FORMATS[format].suffixes[0]}")
    assert document == Document(document.path, format, content.decode("utf-8-sig"), ())


def read_draft(source: str, format: str) -> Draft:
    """Return the blocks of a source, as the reader of its format gives them."""
    row = FORMATS[format]
    draft: Draft = getattr(import_module(f"bulletlint.read.{row.module}"), row.function)(source)
    return draft


def says_letters(there: str, text: str) -> bool:
    """Tell whether letters stand for themselves; one character may stand for any source."""
    if len(there) != len(text):
        return len(text) == 1
    return all(one == other or other in " –" for one, other in zip(there, text, strict=True))


def says_latex(there: str, text: str) -> bool:
    """Tell whether text without mark-up stands for itself, ties and the ends of cells being spaces."""
    marked = len(there) != len(text) or len(text) == 1 or set("{}\\#$^") & set(there)
    return bool(marked) or re.sub(r"[\s~&]", " ", there) == text


#: Whether a piece of source, which is not the text itself, may say a text.
SAYS: dict[str, Callable[[str, str], bool]] = {
    "markdown": lambda there, text: (
        html.unescape(re.sub(r"\s", " ", there).replace("\0", "\ufffd")) == text
        or re.sub(r"\s", " ", there).replace("\0", "\ufffd") == text  # in code an entity is its own letters
        or there == f"\\{text}"
        or (
            text == " " and (not re.sub(r"<br>|[>|]", "", there).strip() or bool(re.search(r"[\n\r]", there)))
        )
    ),
    "plain": lambda there, text: text == " " and not re.sub("# bulletlint: off|[-=]", "", there).strip(),
    "html": lambda there, text: (
        html.unescape(there) == text or (text == " " and not re.sub("<br>", "", there).strip())
    ),
    "latex": says_latex,
    "rst": lambda there, text: there == f"\\{text}" or (text == " " and not there.strip(" \t\r\n|")),
    "org": lambda there, text: False,
    "typst": says_letters,
}


@pytest.mark.parametrize("format", PIECES)
@settings(deadline=None)
@given(data=st.data())
def test_every_stretch_maps_back(format: str, data: st.DataObject) -> None:
    """Whatever the mark-up, stretches stand in the source, in order where no macro changes it, and each one says what its source says."""
    source = data.draw(st.lists(st.sampled_from(PIECES[format]), max_size=30).map("".join))
    try:
        blocks = read_draft(source, format).blocks
    except ReadError:
        assert format == "latex"  # macros without end
        return
    for block in blocks:
        last = 0
        for stretch in fold_stretches(block.stretches):
            assert stretch.start is not None
            assert stretch.end is not None
            assert last <= stretch.start < stretch.end <= len(source)
            last = stretch.end if format != "latex" else 0  # a macro may put its last argument first
            there = source[stretch.start : stretch.end]
            blank = stretch.text == " " and not there.strip()
            assert blank or re.sub(r"\s", " ", there) == stretch.text or SAYS[format](there, stretch.text)
