"""Ligatures by the names that a font gives its codes (``27 /f_f_i``), where PDFium knows the name of none."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

_DIFFERENCES = re.compile(rb"/Differences\s*\[([^\]]{1,20000})\]")
_ENTRY = re.compile(rb"(\d{1,3})(?=[\s/])|/([A-Za-z_.]+)")
_LIGATURE = re.compile(rb"[A-Za-z](?:_[A-Za-z]){1,3}\Z")
_PACKED_OBJECTS = re.compile(rb"/Type\s*/ObjStm[^>]*>>\s*stream\r?\n")
#: Streams of objects that are looked into, and bytes of each, packed and unpacked.
_MOST_STREAMS, _LARGEST = 40, 2_000_000


def find_ligatures(content: bytes) -> dict[int, str]:
    """Return the letters of each code that the fonts of a PDF file name a ligature, unless two fonts disagree."""
    found: dict[int, set[str]] = {}
    for source in _list_sources(content):
        for differences in _DIFFERENCES.finditer(source):
            code = 0
            for entry in _ENTRY.finditer(differences[1]):
                if entry[1] is not None:
                    code = int(entry[1])
                    continue
                if _LIGATURE.match(entry[2]):
                    found.setdefault(code, set()).add(entry[2].replace(b"_", b"").decode("ascii"))
                code += 1
    return {code: min(letters) for code, letters in found.items() if len(letters) == 1}


def _list_sources(content: bytes) -> Iterator[bytes]:
    """Yield the file as it is, and the objects that are packed in streams."""
    yield content
    for number, stream in enumerate(_PACKED_OBJECTS.finditer(content)):
        if number == _MOST_STREAMS:
            return
        try:
            yield zlib.decompressobj().decompress(content[stream.end() : stream.end() + _LARGEST], _LARGEST)
        except zlib.error:
            continue
