"""Why a page was not judged."""

from __future__ import annotations

import pytest

from builders import load_shipped_words, make_facts
from bulletlint.check.page_doubt import find_doubt, is_foreign_page
from bulletlint.core.document import Block, Document, LeftOut, Place, Stretch

LEXICONS = load_shipped_words().lexicons
ENGLISH, FOREIGN = make_facts("Cut costs."), make_facts("Réduit les coûts.", foreign=True)


def make_page(text: str, left_out: tuple[LeftOut, ...] = ()) -> Document:
    blocks = (Block("paragraph", (Stretch(text, 0, len(text)),)),)
    return Document("cv.md", "markdown", text, (), left_out=left_out, blocks=blocks)


@pytest.mark.parametrize(
    ("bullets", "doubt"),
    [
        ([ENGLISH] * 3, ""),
        ([FOREIGN], "this page does not look English; bulletlint reads English only, so nothing was judged"),
        (
            [FOREIGN, ENGLISH],
            "this page does not look English; bulletlint reads English only, so nothing was judged",
        ),
        (
            [FOREIGN, ENGLISH, ENGLISH],
            "1 of 3 bullet does not look English and got no verdict; bulletlint reads English only",
        ),
        (
            [FOREIGN, FOREIGN, ENGLISH, ENGLISH, ENGLISH],
            "2 of 5 bullets do not look English and got no verdict; bulletlint reads English only",
        ),
    ],
)
def test_another_language_is_told(bullets: list, doubt: str) -> None:  # type: ignore[type-arg]
    """From half of the bullets on, the whole page is in it."""
    assert find_doubt(make_page(""), bullets, LEXICONS) == doubt
    assert is_foreign_page(bullets) is doubt.startswith("this page")


LINE = "A person who likes to talk about the work of many years and never writes a list. "
LEFT = LeftOut("MSc Physics", "education", Place())


@pytest.mark.parametrize(
    ("text", "left_out", "doubt"),
    [
        ("", (), ""),
        ("Ada Lovelace, London", (), ""),
        (LINE * 4, (), "no bullets found in 68 words of text; begin each with a mark, such as a hyphen"),
        (
            LINE * 4,
            (LEFT, LEFT, LeftOut("x", "a heading", Place())),
            "no bullets found in 68 words of text; 3 lines left out (education: 2, a heading: 1); -v lists them",
        ),
        (
            "Eine Frau, die gern von der Arbeit und den vielen Jahren mit dem Team erzählt. " * 4,
            (),
            "this page does not look English; bulletlint reads English only, so nothing was judged",
        ),
    ],
)
def test_a_page_full_of_text_without_bullets_is_told(
    text: str, left_out: tuple[LeftOut, ...], doubt: str
) -> None:
    """An empty file, and a contact card, need no excuse."""
    assert find_doubt(make_page(text, left_out), (), LEXICONS) == doubt
