"""A look at the streams of a PDF file before PDFium unpacks them: two kilobytes can ask for days of work.

PDFium has no limits of its own that serve: a page of a hundred million operators takes it eight gigabytes, and forms
that draw other forms ten times each never end.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from typing import NamedTuple

from bulletlint.core.errors import ReadError

_BEGIN = re.compile(rb"(?<!end)stream\r?\n")
_FLATE = re.compile(rb"/(?:FlateDecode|Fl)\b")
_FILTER = re.compile(rb"/(?:LZW|LZWDecode|RunLengthDecode|RL|ASCII85Decode|A85|ASCIIHexDecode|AHx|Crypt)\b")
#: Pictures and fonts, which PDFium does not unpack to find text, or not as operators.
_DATA = re.compile(rb"/Subtype\s*/Image\b|/Length1\b|/Subtype\s*/(?:Type1C|CIDFontType0C|OpenType)\b")
_FORM = re.compile(rb"/Subtype\s*/Form\b")
_DRAW = re.compile(rb"/\S+\s+Do\b")
#: Bytes that a dictionary before a stream is looked for in.
_DICTIONARY = 2_000
#: Bytes of one stream and of all, unpacked, at most; the pages of a resume have some ten thousand each.
_LARGEST_STREAM, _LARGEST_SUM = 5_000_000, 20_000_000
_LARGEST_PICTURE, _LARGEST_PICTURES = 40_000_000, 100_000_000
#: How often one stream may be used again, for want of counting the pages.
_USES = 40
#: What drawing one form costs beside its operators, as if they were so many bytes.
_CALL = 5_000
_HIDDEN = 1 << 40


class _Stream(NamedTuple):
    """A stream: its size unpacked in bytes, and how often it draws a form or a picture."""

    size: int
    draws: int
    is_form: bool


def measure_work(content: bytes) -> int:
    """Return how many bytes of operators the pages of a file may come to, at most; huge where that cannot be told.

    Raises ReadError if its streams unpack to more than a resume can have reason to.
    """
    if b"/Encrypt" in content:
        return _HIDDEN
    calls = 1
    largest = largest_form = page_draws = 0
    for stream in _read_streams(content):
        if stream is None:
            return _HIDDEN
        largest = max(largest, stream.size)
        if stream.is_form:
            largest_form = max(largest_form, stream.size)
            calls = min(calls * max(1, stream.draws), _HIDDEN)
        else:
            page_draws += stream.draws
    drawn = page_draws * calls * (largest_form + _CALL) if largest_form else 0
    return _USES * largest + drawn


def _read_streams(content: bytes) -> Iterator[_Stream | None]:
    """Yield the streams that may hold operators, None for one that cannot be looked into."""
    sums = {False: 0, True: 0}
    position = 0
    while match := _BEGIN.search(content, position):
        start = match.end()
        head = content[max(position, match.start() - _DICTIONARY) : match.start()]
        head = head[head.rfind(b" obj") + 1 :]
        end = content.find(b"endstream", start)
        position = len(content) if end < 0 else end
        is_data = bool(_DATA.search(head))
        limit = _LARGEST_PICTURE if is_data else _LARGEST_STREAM
        packed = content[start:position]
        draws = 0
        if _FLATE.search(head):
            size = 0
            for part in _unpack(packed, limit):
                size += len(part)
                draws += 0 if is_data else len(_DRAW.findall(part))
        else:
            size = len(packed)
            draws = 0 if is_data else len(_DRAW.findall(packed))
        sums[is_data] += size
        if size > limit or sums[False] > _LARGEST_SUM or sums[True] > _LARGEST_PICTURES:
            raise ReadError("unpacks to too much for a resume; export it again")
        if not is_data:
            yield None if _FILTER.search(head) else _Stream(size, draws, bool(_FORM.search(head)))


def _unpack(packed: bytes, limit: int) -> Iterator[bytes]:
    """Yield a packed stream in parts, until it has come to somewhat more than the limit."""
    unpacker = zlib.decompressobj()
    size = 0
    while packed and size <= limit and not unpacker.eof:
        try:
            part = unpacker.decompress(packed, 1_000_000)
        except zlib.error:  # damaged: PDFium reads what can be read
            return
        size += len(part)
        packed = unpacker.unconsumed_tail
        yield part
