"""A look at the streams of a PDF file before PDFium unpacks them: a few kilobytes may unpack to gigabytes."""

from __future__ import annotations

import re
import zlib

from bulletlint.core.errors import ReadError

_BEGIN = re.compile(rb"(?<!end)stream\r?\n")
_FLATE = re.compile(rb"/(?:FlateDecode|Fl)\b")
#: Pictures and fonts, which PDFium does not unpack to find text, or not as operators.
_DATA = re.compile(rb"/Subtype\s*/Image\b|/Length1\b|/Subtype\s*/(?:Type1C|CIDFontType0C|OpenType)\b")
#: Bytes that a dictionary before a stream is looked for in.
_DICTIONARY = 2_000
#: Bytes of one stream and of all, unpacked, at most; the pages of a resume have some ten thousand each.
_LARGEST_STREAM, _LARGEST_SUM = 5_000_000, 20_000_000
_LARGEST_PICTURE, _LARGEST_PICTURES = 40_000_000, 100_000_000
#: One that is as large as its sides say may be larger: a page scanned in colour at 600 dots an inch has 105 MB.
_LARGEST_SCAN, _MOST_BYTES = 120_000_000, 4
_SIDE = re.compile(rb"/(Width|Height)\s+(\d{1,5})\b")


def refuse_large_streams(content: bytes) -> None:
    """Raise ReadError if the streams of a PDF file unpack to more than a resume can have reason to."""
    sums = {False: 0, True: 0}
    position = 0
    while match := _BEGIN.search(content, position):
        start = match.end()
        head = content[max(position, match.start() - _DICTIONARY) : match.start()]
        head = head[head.rfind(b" obj") + 1 :]
        end = content.find(b"endstream", start)
        position = len(content) if end < 0 else end
        is_data = bool(_DATA.search(head))
        limit = _find_picture_limit(head) if is_data else _LARGEST_STREAM
        size = measure_unpacked(content[start:position], limit) if _FLATE.search(head) else position - start
        sums[is_data] += size
        if size > limit or sums[False] > _LARGEST_SUM or sums[True] > max(limit, _LARGEST_PICTURES):
            raise ReadError("unpacks to too much for a resume; export it again")


def _find_picture_limit(head: bytes) -> int:
    """Return the bytes to which a picture or font may unpack, by the sides that its dictionary gives."""
    sides = {side[1]: int(side[2]) for side in _SIDE.finditer(head)}
    declared = sides.get(b"Width", 0) * sides.get(b"Height", 0) * _MOST_BYTES
    return max(_LARGEST_PICTURE, min(declared, _LARGEST_SCAN))


def measure_unpacked(packed: bytes, limit: int) -> int:
    """Return to how many bytes a stream unpacks; no further than somewhat more than the limit."""
    unpacker = zlib.decompressobj()
    size = 0
    while packed and size <= limit and not unpacker.eof:
        try:
            size += len(unpacker.decompress(packed, 1_000_000))
        except zlib.error:  # damaged: PDFium reads what can be read
            break
        packed = unpacker.unconsumed_tail
    return size
