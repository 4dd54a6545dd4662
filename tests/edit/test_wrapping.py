"""Rewrites are broken where the file breaks its lines, and read back word by word."""

from __future__ import annotations

import pytest

from bulletlint.core.document import Document
from bulletlint.core.finding import Piece
from bulletlint.edit.files import patch_document
from bulletlint.edit.wrapping import break_lines, find_wrapping
from bulletlint.read import read_bytes

#: A bullet of two lines, of which the first has 58 columns with a mark of two.
LONG = (
    "Implemented Redis caching for the search API, cutting",
    "p95 latency by 40 percent for all nine markets.",
)
NEW = "Cut p95 latency by 40 percent for all nine markets with Redis caching for the search API, at ⟨cost⟩."
BROKEN = (
    "Cut p95 latency by 40 percent for all nine markets with",
    "Redis caching for the search API, at ⟨cost⟩.",
)


def read(source: str, suffix: str) -> Document:
    (document,) = read_bytes(source.encode(), name=f"resume.{suffix}")
    return document


def rewrite(source: str, suffix: str, texts: dict[int, str]) -> str:
    patched = patch_document(read(source, suffix), {number: [Piece(text)] for number, text in texts.items()})
    assert patched.written == tuple(sorted(texts))
    return patched.source


@pytest.mark.parametrize(
    ("suffix", "frame", "mark", "indent"),
    [
        ("md", "## Experience\n\n%s\n- Wrote tests\n", "- ", "  "),
        ("md", "## Experience\n\n- Wrote tests\n  %s\n", "- ", "    "),
        ("md", "## Experience\n\n%s\n", "- ", ""),  # the lines go on at the margin
        ("md", "## Experience\r\n\r\n%s\r\n", "- ", "  "),
        ("txt", "EXPERIENCE\n\n%s\n* Wrote tests for the parser\n", "* ", "  "),
        ("tex", "\\section{Experience}\n\\begin{itemize}\n  %s\n\\end{itemize}\n", "\\item ", "    "),
        ("html", "<h2>Experience</h2>\n<ul>\n  %s</li>\n</ul>\n", "<li>", "    "),
        ("rst", "Experience\n==========\n\n%s\n", "* ", "  "),
        ("org", "* Experience\n%s\n", "- ", "  "),
        ("typ", "= Experience\n\n%s\n", "- ", "  "),
        ("yaml", "cv:\n  sections:\n    experience:\n      - company: X\n        highlights:\n          %s\n", "- ", "            "),
    ],
)  # fmt: skip
def test_a_wrapped_bullet_stays_wrapped(suffix: str, frame: str, mark: str, indent: str) -> None:
    """At the column where it was, with its own indent and line ends."""
    end = "\r\n" if "\r" in frame else "\n"
    source = frame % f"{mark}{LONG[0]}{end}{indent}{LONG[1]}"
    width = find_wrapping(read(source, suffix))
    assert width is not None
    found = rewrite(source, suffix, {next(iter(find_long(source, suffix))): NEW})
    before, after = frame.split("%s")
    assert found.startswith(before + mark)
    assert found.endswith(after)
    lines = found[len(before) : len(found) - len(after)].split(end)
    assert " ".join(line.strip() for line in lines) == mark + NEW
    assert all(line.startswith(indent) and not line.startswith(indent + " ") for line in lines[1:])
    columns = len(before.rsplit("\n", 1)[-1])
    assert max(len(line) for line in (" " * columns + lines[0], *lines[1:])) <= width.width
    assert len(lines) in (2, 3)


def find_long(source: str, suffix: str) -> list[int]:
    return [
        number
        for number, bullet in enumerate(read(source, suffix).bullets)
        if bullet.text.startswith("Implemented Redis")
    ]


def test_a_bullet_on_one_line_is_broken_where_the_file_breaks_others() -> None:
    """With the indent of its neighbours; a file without broken lines gets none."""
    wrapped = f"## Experience\n\n- {LONG[0]}\n  {LONG[1]}\n- Built a cache.\n"
    assert rewrite(wrapped, "md", {1: NEW}).endswith(f"\n- {BROKEN[0][:-5]}\n  with {BROKEN[1]}\n")
    single = "## Experience\n\n- Built a cache.\n- Wrote tests.\n"
    assert rewrite(single, "md", {0: NEW}) == single.replace("Built a cache.", NEW)


def test_a_long_line_stays_one() -> None:
    """Whoever breaks some bullets and not this one meant it."""
    line = "Built a cache that holds the rates of all nine markets and is filled again whenever one of them changes."
    source = f"## Experience\n\n- {LONG[0]}\n  {LONG[1]}\n- {line}\n"
    assert rewrite(source, "md", {1: NEW}) == source.replace(line, NEW)


@pytest.mark.parametrize(
    ("suffix", "source"),
    [
        ("md", "## Experience\n\n- Built a cache for rates,  \n  cutting waits by 5 h\n"),
        (
            "tex",
            "\\begin{itemize}\n\\item Built a cache for rates, % why\n cutting waits by 5 h\n\\end{itemize}\n",
        ),
        ("json", '{"work": [{"name": "X", "highlights": ["Built a cache for rates"]}]}'),
    ],
)
def test_line_ends_that_mean_something_are_left_alone(suffix: str, source: str) -> None:
    """A hard break, a comment; a format without line ends in its text."""
    document = read(source, suffix)
    text = document.bullets[0].text
    pieces = [Piece(text, 0, len(text)), Piece(" with a very long end that goes on and on and on")]
    patched = patch_document(document, {0: pieces})
    assert patched.source.count("\n") == source.count("\n")
    assert patched.written == (0,)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("one two three four", ["one two", "three four"]),
        ("one two th - five", ["one two th -", "five"]),  # no line begins with what reads as a mark
        ("one two th 3. five", ["one two th 3.", "five"]),
        ("one ⟨what, how much⟩ two", ["one", "⟨what, how much⟩", "two"]),  # a blank stays whole
        ("averyveryverylongword two", ["averyveryverylongword", "two"]),
        ("one  two three", ["one  two", "three"]),
    ],
)
def test_lines_break_at_words(text: str, lines: list[str]) -> None:
    """As late as the width allows, and so that each reads as a part of the same bullet."""
    assert list(break_lines(text, 12, first=2, other=2)) == lines


def test_what_stands_behind_the_last_word_counts() -> None:
    """A bracket that closes the bullet."""
    assert list(break_lines("one two", 9, first=2, other=2, glued=1)) == ["one", "two"]
    assert list(break_lines("one two", 9, first=2, other=2)) == ["one two"]
