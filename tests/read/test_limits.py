"""No text asks a reader for more work than the most marks and lines of a resume do."""

from __future__ import annotations

import pytest

from bulletlint.core.errors import ReadError
from bulletlint.read import read_bytes
from bulletlint.read.limits import MOST_BRACKETS, MOST_LINES, MOST_MARKS, refuse_overlong


@pytest.mark.parametrize(
    ("text", "format", "message"),
    [
        (
            "a\n" * (MOST_LINES + 1),
            "plain",
            "has 10,001 lines, more than the limit of 10,000 for a resume; shorten it",
        ),
        (
            "a\r\n" * (MOST_LINES + 1),
            "html",
            "has 10,001 lines, more than the limit of 10,000 for a resume; shorten it",
        ),
        (
            "[a](" * 180_000,
            "markdown",
            "has 540,000 marks of punctuation, more than the limit of 30,000 for a resume; shorten it",
        ),
        (
            "<b>" * (MOST_MARKS + 1),
            "html",
            "has 30,001 tags, more than the limit of 30,000 for a resume; shorten it",
        ),
        (
            "_" * 980_000,
            "markdown",
            "has 980,000 marks of punctuation, more than the limit of 30,000 for a resume; shorten it",
        ),
        (
            "![" * (MOST_BRACKETS + 1),
            "markdown",
            "has 5,001 opening brackets, more than the limit of 5,000 for a resume; shorten it",
        ),
    ],
)
def test_a_text_with_too_many_marks_or_lines_is_refused(text: str, format: str, message: str) -> None:
    """In one line that says what there is too much of."""
    with pytest.raises(ReadError) as error:
        refuse_overlong(text, format)
    assert str(error.value) == message


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ("a\r\n" * MOST_LINES, "plain"),
        ("word, " * MOST_MARKS, "markdown"),
        ("a/b+" * 500_000 + "<p>", "html"),
        ("éà " * 300_000, "plain"),
        ("<script>" + "a[0] " * 30_000, "html"),
    ],
)
def test_long_texts_within_the_limits_pass(text: str, format: str) -> None:
    """A picture within HTML is no mark-up, and letters of any language are none."""
    refuse_overlong(text, format)


def test_the_limits_hold_for_files(tmp_path: object) -> None:
    """The file is named."""
    with pytest.raises(ReadError, match=r"^cv\.md: has 100,000 marks of punctuation"):
        read_bytes(b"[" * 100_000, name="cv.md")


@pytest.mark.parametrize("suffix", ["md", "txt", "tex", "typ", "html", "rst", "org"])
@pytest.mark.parametrize("blank", [" ", "\t", "\xa0"])
def test_a_line_full_of_blanks_is_read(suffix: str, blank: str) -> None:
    """No search begins anew at each of them: that would take hours, and the reader would be stopped."""
    (document,) = read_bytes(f"- Led it{blank * 300_000}for it.\n".encode(), name=f"a.{suffix}")
    assert document.blocks
