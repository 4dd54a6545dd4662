"""Every word of a resume is accounted for once: in a bullet, in a heading, or in a line that was left out."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from bulletlint.core.document import Document
from bulletlint.read import find_format, read_file

SAMPLES = Path(__file__).parents[2] / "samples"
FILES = sorted(path for path in SAMPLES.iterdir() if find_format(path.name) is not None)


def count_words(texts: list[str]) -> Counter[str]:
    """Return how often each word stands in some texts, capitals or not."""
    return Counter(word.lower() for text in texts for word in re.findall(r"\w+", text))


def list_account(document: Document) -> list[str]:
    """Return the texts of bullets, headings and lines that were left out."""
    return [*(bullet.text for bullet in document.bullets), *(line.text for line in document.left_out)]


@pytest.mark.parametrize("path", FILES, ids=[path.name for path in FILES])
def test_the_account_holds_all_text(path: Path) -> None:
    """Nothing that a reader hands over is lost or told twice by selection."""
    for document in read_file(path):
        assert count_words(list_account(document)) == count_words(
            [block.text for block in document.blocks if block.kind != "comment"]
        )


@pytest.mark.parametrize("suffix", ["docx", "pdf", "tex"])
def test_formats_of_one_resume_have_one_account(suffix: str) -> None:
    """The same resume has the same words whatever it is written in: no reader loses or repeats one."""
    documents = [read_file(SAMPLES / f"resume.{name}")[0] for name in ("md", suffix)]
    wanted, found = (count_words(list_account(document)) for document in documents)
    assert found == wanted


def test_every_word_of_plain_text_is_told_once() -> None:
    """In plain text all that is no mark, rule or directive is a word of the account."""
    (document,) = read_file(SAMPLES / "resume.txt")
    source = document.source
    for comment in document.comments:
        source = source.replace(source[comment.start : comment.end], "")
    marks = Counter({"o": len(re.findall(r"(?m)^\s*o\s", source))})
    assert count_words([source]) - marks == count_words(list_account(document))
