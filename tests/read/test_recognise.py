"""Formats told by content."""

from __future__ import annotations

import pytest

from bulletlint.core.errors import ReadError
from bulletlint.read.recognise import looks_like_resume_data, recognize_binary, recognize_text

MARKDOWN = "# A\n\n- **Built** it\n"
HTML = "\n<!-- x -->\n<!DOCTYPE html>\n<html><body></body></html>"
LATEX = "% x\n\\documentclass{article}\n\\begin{document}\n- a\n"
JSON = '{"basics": {}}'
YAML = "# x\ncv:\n  name: A\n"
RST = "Work\n====\n\n- Cut ``cost``\n"
ORG = "#+TITLE: x\n* Work\n- Built\n"
TYPST = '#import "@preview/x:0.1.0": *\n= Work\n'
PLAIN = "WORK\n\n- Built it\n* Cut 4% # of cost\nled a team of 3 [sic]\n"


@pytest.mark.parametrize(
    ("text", "named", "expected"),
    [
        (MARKDOWN, None, "markdown"),
        (HTML, None, "html"),
        (LATEX, None, "latex"),
        (JSON, None, "json"),
        (YAML, None, "yaml"),
        (RST, None, "rst"),
        (ORG, None, "org"),
        (TYPST, None, "typst"),
        (PLAIN, None, "plain"),
        ("", None, "plain"),
        ("Cut p95 from 900 to 300 ms with a cache", None, "plain"),
        (LATEX, "plain", "latex"),
        (HTML, "plain", "html"),
        (MARKDOWN, "plain", "markdown"),
        (PLAIN, "plain", "plain"),
        (HTML, "markdown", "html"),
        (LATEX, "markdown", "latex"),
        ("# A\n\n<div>\n\nText with \\item in it\n", "markdown", "markdown"),
        (PLAIN, "markdown", "markdown"),
        (JSON, "markdown", "markdown"),
        (TYPST, "typst", "typst"),
    ],
)
def test_texts_are_told_by_their_marks(text: str, named: str | None, expected: str) -> None:
    """Without a suffix the content decides; a suffix is overruled only by what is unmistakable."""
    assert recognize_text(text, named) == expected


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"PK\x03\x04....word/document.xml", "docx"),
        (b"%PDF-1.7\n", "pdf"),
        (b"\n\n%PDF-1.4", "pdf"),
        (b"plain", None),
        (b"", None),
    ],
)
def test_binary_formats_are_told_by_their_signature(content: bytes, expected: str | None) -> None:
    """DOCX and PDF are known whatever the file is called."""
    assert recognize_binary(content) == expected


def test_other_formats_are_refused_with_what_to_do() -> None:
    """An OpenDocument file is named, and the way out too."""
    with pytest.raises(ReadError, match=r"OpenDocument file; save it as \.docx"):
        recognize_binary(b"PK\x03\x04....mimetypeapplication/vnd.oasis.opendocument.text")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('{"basics": {}, "work": []}', True),
        (YAML, True),
        ('{"name": "x", "version": 1}', False),
        ("on:\n  push:\n", False),
    ],
)
def test_resume_data_is_told_from_settings(head: str, expected: bool) -> None:
    """A data file counts as a resume by its keys."""
    assert looks_like_resume_data(head) == expected


def test_a_page_of_comments_is_told_in_one_pass() -> None:
    """Each comment ends at its first `-->`: with more ends to try, thirty lines took minutes, twice as long a line."""
    comments = "<!-- a -->\n" * 2000
    assert recognize_text(comments + "- Built a bus.\n", "markdown") == "markdown"
    assert recognize_text("<!-- a -->\n" * 1500 + "<html>", "markdown") == "html"
