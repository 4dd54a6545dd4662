"""Rewrites in the source of their bullets: words move with their mark-up, new words are escaped."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletlint.core.document import Document
from bulletlint.core.finding import Piece
from bulletlint.edit.markup import MarkupError
from bulletlint.edit.patch import Edit, apply_edits, escape_yaml, needs_quotes, share_stack, write_bullet
from bulletlint.read import read_bytes

HEAD = {
    "md": "## Experience\n\n",
    "html": "<h2>Experience</h2>",
    "tex": "",
    "rst": "",
    "typ": "= Experience\n",
    "org": "* Experience\n",
}


def read(source: str, suffix: str) -> Document:
    (document,) = read_bytes(source.encode(), name=f"resume.{suffix}")
    return document


def cut(text: str, words: str, new: str | None = None) -> Piece:
    """Return the piece of a bullet that some words are, with another spelling if given."""
    start = text.index(words)
    return Piece(words if new is None else new, start, start + len(words))


def swap(text: str) -> list[Piece]:
    """Return "Built A, cutting B" as "Cut B by building A"."""
    how, _, result = text.partition(", cutting ")
    how = how.removeprefix("Built ")
    return [
        cut(text, "cutting", "Cut"), Piece(" "), cut(text, result), Piece(" "), Piece("by"), Piece(" "),
        cut(text, "Built", "building"), Piece(" "), cut(text, how),
    ]  # fmt: skip


def patch(source: str, suffix: str) -> str:
    document = read(source, suffix)
    (bullet,) = document.bullets
    edit = write_bullet(document.source, bullet, swap(bullet.text), document.format)
    return apply_edits(document.source, [edit])


@pytest.mark.parametrize(
    ("suffix", "before", "after"),
    [
        ("md", "- Built a **fast cache**, cutting `p95` by **40 %**\n", "- Cut `p95` by **40 %** by building a **fast cache**\n"),
        ("md", "- **Built** a cache, cutting waits by 5 h\n", "- Cut waits by 5 h by **building** a cache\n"),
        ("md", "- **Built a cache, cutting waits by 5 h**\n", "- **Cut waits by 5 h by building a cache**\n"),
        ("md", "- Built a [cache](https://x.example/a_(b)), cutting waits by 5 h\n", "- Cut waits by 5 h by building a [cache](https://x.example/a_(b))\n"),
        ("md", "- Built **a cache, cutting waits** by 5 h\n", "- **Cut waits** by 5 h by building **a cache**\n"),
        ("md", "- Built a\n  cache, cutting waits by 5 h\n", "- Cut waits by 5 h by building a\n  cache\n"),
        ("html", "<ul><li>Built an <b>R&amp;D</b> cache, cutting waits by 5 h</li></ul>", "<ul><li>Cut waits by 5 h by building an <b>R&amp;D</b> cache</li></ul>"),
        ("typ", "- Built a *fast* cache, cutting waits by 5 h\n", "- Cut waits by 5 h by building a *fast* cache\n"),
        ("org", "- Built a *fast* cache, cutting waits by 5 h\n", "- Cut waits by 5 h by building a *fast* cache\n"),
    ],
)  # fmt: skip
def test_words_move_with_their_markup(suffix: str, before: str, after: str) -> None:
    """Pairs stay round the words that they were round, and are split where the words part."""
    assert patch(HEAD[suffix] + before, suffix) == HEAD[suffix] + after


def test_latex_keeps_macros_and_escapes() -> None:
    """A link stays a link, an escaped sign stays escaped."""
    frame = "\\section{Experience}\n\\begin{itemize}\n  \\item %s\n\\end{itemize}\n"
    before = (
        frame % "Built a \\textbf{fast \\href{https://x.example}{cache}}, cutting waits by \\emph{40\\%%}"
    )
    after = (
        frame % "Cut waits by \\emph{40\\%%} by building a \\textbf{fast \\href{https://x.example}{cache}}"
    )
    assert patch(before.replace("%%", "%"), "tex") == after.replace("%%", "%")


@pytest.mark.parametrize(
    ("format", "written"),
    [
        ("latex", r"at \$2 \& 5\% of a\_b"), ("html", "at $2 &amp; 5% of a_b"), ("typst", r"at \$2 & 5% of a\_b"),
        ("markdown", r"at $2 & 5% of a\_b"), ("plain", "at $2 & 5% of a_b"), ("json", "at $2 & 5% of a_b"),
    ],
)  # fmt: skip
def test_new_words_are_escaped(format: str, written: str) -> None:
    """Each format has its own signs that mean something."""
    document = read(HEAD["md"] + "- Built a cache\n", "md")
    (bullet,) = document.bullets
    pieces = [cut(bullet.text, "Built a cache"), Piece(" "), Piece("at $2 & 5% of a_b")]
    assert write_bullet(document.source, bullet, pieces, format).text == "Built a cache " + written


def test_overlapping_marks_are_refused() -> None:
    """Nothing is guessed."""
    document = read("<ul><li>Built <b>a <i>cache</b> now</i>, cutting waits</li></ul>", "html")
    (bullet,) = document.bullets
    with pytest.raises(MarkupError, match="its marks overlap"):
        write_bullet(document.source, bullet, swap(bullet.text), document.format)


def test_edits_that_overlap_are_refused() -> None:
    """Two bullets never share source."""
    with pytest.raises(MarkupError, match="overlap"):
        apply_edits("abcdef", [Edit(0, 3, "x"), Edit(2, 4, "y")])


@pytest.mark.parametrize(
    ("line", "text", "expected"),
    [
        ("  - ", "cost: 5", True),
        ("  - ", "cost 5", False),
        ("    ", "cost: 5", False),
        ("  summary: ", "a #b", True),
    ],
)
def test_a_plain_yaml_scalar_is_quoted_when_it_must_be(line: str, text: str, expected: bool) -> None:
    """A block scalar never needs it."""
    assert needs_quotes(line, len(line), text) is expected


def test_quoted_yaml_keeps_its_quotes() -> None:
    """Double quotes escape, single ones double."""
    assert (escape_yaml('a "b"', '"'), escape_yaml("it's", "'"), escape_yaml("it's", " ")) == (
        'a \\"b\\"', "it''s", "it's",
    )  # fmt: skip


@given(st.lists(st.integers(0, 3)), st.lists(st.integers(0, 3)))
def test_two_places_share_their_outer_pairs(one: list[int], other: list[int]) -> None:
    """The longest common beginning, whichever comes first."""
    shared = share_stack(tuple(one), tuple(other))
    assert shared == share_stack(tuple(other), tuple(one))
    assert one[: len(shared)] == other[: len(shared)] == list(shared)
    assert one[len(shared) : len(shared) + 1] != other[len(shared) : len(shared) + 1] or min(
        len(one), len(other)
    ) == len(shared)


@given(st.lists(st.booleans(), min_size=6, max_size=6))
def test_any_bold_words_stay_bold(bold: list[bool]) -> None:
    """Whatever is marked before is marked after, and nothing else."""
    words = ["Built", "a", "cache", "cutting", "waits", "twice"]
    marked = [f"**{word}**" if strong else word for word, strong in zip(words, bold, strict=True)]
    source = HEAD["md"] + "- {} {} {}, {} {} {}\n".format(*marked)
    after = read(patch(source, "md"), "md")
    (bullet,) = after.bullets
    assert bullet.text == "Cut waits twice by building a cache"
    strong = {"cutting": "Cut", "Built": "building"}
    for word, is_bold in zip(words, bold, strict=True):
        assert (f"**{strong.get(word, word)}**" in after.source) is is_bold
