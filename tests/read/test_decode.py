"""Bytes to text, guessed only where no mark and no UTF-8 says it."""

from __future__ import annotations

import codecs

import pytest

from bulletlint.core.errors import ReadError
from bulletlint.read.decode import Decoded, decode_text

TEXT = "- Cut “café” costs by 4 €\n"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (TEXT.encode(), Decoded(TEXT, "utf-8")),
        (codecs.BOM_UTF8 + TEXT.encode(), Decoded(TEXT, "utf-8")),
        (codecs.BOM_UTF16_LE + TEXT.encode("utf-16-le"), Decoded(TEXT, "utf-16-le")),
        (codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"), Decoded(TEXT, "utf-16-be")),
        (codecs.BOM_UTF32_LE + TEXT.encode("utf-32-le"), Decoded(TEXT, "utf-32-le")),
        (TEXT.encode("utf-16-le"), Decoded(TEXT, "utf-16-le", "no byte order mark; read as UTF-16-LE")),
        (TEXT.encode("utf-16-be"), Decoded(TEXT, "utf-16-be", "no byte order mark; read as UTF-16-BE")),
        (TEXT.encode("cp1252"), Decoded(TEXT, "cp1252", "not valid UTF-8 (line 1); read as Windows-1252")),
        (b"", Decoded("", "utf-8")),
    ],
)
def test_text_is_decoded(content: bytes, expected: Decoded) -> None:
    """Marks and valid UTF-8 are believed in silence; a guess is said."""
    assert decode_text(content) == expected


def test_a_cut_wide_file_is_read_with_gaps() -> None:
    """UTF-16 with half a character at its end is read, and the user is told."""
    decoded = decode_text(codecs.BOM_UTF16_LE + "ab".encode("utf-16-le") + b"c")
    assert decoded.text == "ab\ufffd"
    assert decoded.note is not None


@pytest.mark.parametrize("content", [b"\0\1\2\3" * 40, b"\x89\0\xff\xfe\0\0\0\x13" * 9, bytes(range(256))])
def test_binary_is_refused(content: bytes) -> None:
    """Bytes with zeros or many control characters are no text."""
    with pytest.raises(ReadError, match="not a text file"):
        decode_text(content)


def test_binary_behind_a_byte_order_mark_is_refused() -> None:
    """A mark that stands there by chance does not make text of control characters."""
    with pytest.raises(ReadError):
        decode_text(b"\xff\xfe\x00\x01\x02\x03bin\x00\x00\x00")
