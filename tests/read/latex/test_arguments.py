"""Arguments told by their shape."""

from __future__ import annotations

import pytest

from bulletlint.read.latex.arguments import find_shape, has_year, read_flat
from bulletlint.read.latex.table import TokenTable
from bulletlint.read.latex.tokens import read_tokens


def make_group(source: str) -> tuple[TokenTable, tuple[int, int]]:
    table = TokenTable(read_tokens(f"{{{source}}}")[0])
    return table, (1, len(table.tokens) - 1)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", "nothing"),
        (r"\\[2pt]", "nothing"),
        ("12pt", "nothing"),
        ("0.5", "nothing"),
        ("pictures/logo.png", "nothing"),
        ("Data Engineer", "label"),
        ("Oslo, Norway", "label"),
        ("2021 -- 2023", "label"),
        ("Head of Search and Growth for the Nordics", "label"),
        (r"\textbf{Acme}, a Maker of Robots, since May 2021", "label"),
        ("Cut the stock count from two days to three hours", "statement"),
        (r"Halved the bill by 40\%", "statement"),
        (r"\emph{Trained} four analysts.", "statement"),
        (r"Cut cost. \item Led it.", "list"),
    ],
)
def test_shape(source: str, expected: str) -> None:
    """A sentence has small letters, a title has capitals, a length and a path are no text."""
    table, group = make_group(source)
    words = {token.text for token in table.tokens if token.kind == "word"}
    assert find_shape(table, group, lambda _: "item" in words) == expected


def test_flat_text() -> None:
    """Macros are left out, what they set stays."""
    assert (
        read_flat(*make_group(r"\textbf{Cut} it by 40\,\%~now -- \href{x}{y}")) == "Cut it by 40% now -- xy"
    )


@pytest.mark.parametrize(("source", "expected"), [("Jan 2021", True), ("12021", True), ("404", False)])
def test_years(source: str, expected: bool) -> None:
    """Four digits of this century or the last one are a year."""
    assert has_year(*make_group(source)) is expected
