"""Bytes to text: the byte order mark decides, then UTF-8, and only then a guess, which the user is told of."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from bulletlint.core.errors import ReadError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
#: Control characters that no text file holds; tab, line feed, vertical tab, form feed, return and escape are none.
_BINARY = frozenset(range(32)) - {9, 10, 11, 12, 13, 27}
#: Bytes that are looked at to tell UTF-16 without a mark, and text from binary.
_SAMPLE = 65536


@dataclass(frozen=True, slots=True)
class Decoded:
    """The text of a file, how it was encoded, and a remark for the user where that was a guess."""

    text: str
    encoding: str
    note: str | None = None


def decode_text(content: bytes) -> Decoded:
    """Decode the bytes of a text file.

    Offsets count characters after the byte order mark. Raises ReadError for bytes that are no text.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decode_marked(content[len(mark) :], encoding)
    wide = _guess_wide(content)
    if wide is not None:
        return _decode_guessed(content, wide)
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        return _decode_single_byte(content, error)
    _refuse_binary(content)
    return Decoded(text, "utf-8")


def _decode_marked(content: bytes, encoding: str) -> Decoded:
    _refuse_binary(content[:_SAMPLE].decode(encoding, errors="replace").encode("utf-8", "replace"))
    try:
        return Decoded(content.decode(encoding), encoding)
    except UnicodeDecodeError as error:
        text = content.decode(encoding, errors="replace")
        note = f"the byte order mark says {encoding}, but byte {error.start} does not fit; bytes like it were skipped"
        return Decoded(text, encoding, note)


def _guess_wide(content: bytes) -> str | None:
    """Return the UTF-16 order that the zero bytes of mostly Latin text give away, None if they do not."""
    sample = content[:_SAMPLE]
    half = len(sample) // 2
    if half < 2:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > half * 0.6 and even < half * 0.05:
        return "utf-16-le"
    if even > half * 0.6 and odd < half * 0.05:
        return "utf-16-be"
    return None


def _decode_guessed(content: bytes, encoding: str) -> Decoded:
    text = content.decode(encoding, errors="replace")
    _refuse_binary(text[:_SAMPLE].encode("utf-8", "replace"))
    return Decoded(text, encoding, f"no byte order mark; read as {encoding.upper()}")


def _decode_single_byte(content: bytes, error: UnicodeDecodeError) -> Decoded:
    _refuse_binary(content)
    text = content.decode("cp1252", errors="replace")
    line = content.count(b"\n", 0, error.start) + 1
    note = f"not valid UTF-8 (line {line}); read as Windows-1252"
    return Decoded(text, "cp1252", note)


def _refuse_binary(content: bytes) -> None:
    sample = content[:_SAMPLE]
    strange = sum(sample.count(code) for code in _BINARY)
    if strange and (0 in sample or strange > len(sample) * 0.02):
        raise ReadError("is not a text file; give a resume in a format that `bulletlint check --help` lists")
