"""Change a PDF file by what it is made of: its objects, and the operators of its pages."""

from __future__ import annotations

import random
import re
import zlib

from benchmarks.fuzzing.grammars import DEEPEST, Grammar, change_text
from benchmarks.fuzzing.marred import mar_bytes

_OBJECT = re.compile(rb"(\d+) (\d+) obj\b(.*?)endobj", re.DOTALL)
_STREAM = re.compile(rb"(.*?)\bstream\r?\n(.*?)\r?\n?endstream", re.DOTALL)
_OPERATORS = Grammar(
    re.compile(r"\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>|/\w+|-?[\d.]+|[A-Za-z'\"*]+|\s+|.", re.DOTALL),
    (
        "\nBT /F1 10 Tf 50 700 Td (@) Tj ET\n",
        "\nBT /F1 1 Tf 9 0 0 9 50 @ Tm (@) Tj ET\n",
        " (@) Tj ",
        " [(@) -250 (@) 900 (a)] TJ ",
        " (@) ' ",
        "\nq 1 0 0 1 @ 0 cm\n@\nQ\n",
        "\nq 0.001 0 0 1000 0 0 cm @ Q\n",
        "\nq @ Q\n",
        "\n3 Tr @ 0 Tr\n",
        "\n@ Tz @\n",
        "\n9 Tc @ 0 Tc\n",
        "\n50 TL T* @\n",
        "\n/X1 Do @\n",
        "\n10 @ 3 3 re f\n",
        "\n0 0 m 9 9 9 9 9 9 c @ l f\n",
        "\n1 1 1 rg @ 0 g\n",
        "\n/Span << /ActualText (@) >> BDC @ EMC\n",
        "\nBI /W 1 /H 1 ID @ EI\n",
        " 99999999999 ",
        " -1e9 ",
        " 0 ",
    ),
)
_ENTRIES = Grammar(
    re.compile(r"<<|>>|/[\w.]+|\d+ \d+ R|\((?:[^()\\]|\\.)*\)|[\[\]]|-?[\d.]+|\s+|.", re.DOTALL),
    (
        " << /A @ >> ", " [@] ", " /MediaBox [0 0 @ 9] ", " /Rotate 90 ", " /Kids [@ 1 0 R] ", " /Parent @ ", " 3 0 R ",
        " /Resources << /XObject << /X1 @ >> >> ", " /FontMatrix [0 0 0 0 0 0] ",
        " /Encoding << /Differences [@ /bullet] >> ",
        " /ToUnicode @ ", " /Widths [@] ", " /Filter /FlateDecode ", " /Annots [@] ", " /UserUnit @ ", " -1 ", " 1e9 ",
    ),
)  # fmt: skip


def change_print(content: bytes, other: bytes, chance: random.Random, deepest: int = DEEPEST) -> bytes:
    """Return a PDF file with the operators of a page or the entries of an object changed, or its bytes marred.

    Streams are unpacked; the table of offsets is left out, so that readers build it again.
    """
    found = _OBJECT.findall(content)
    if not found or chance.randrange(8) == 0:
        return mar_bytes(content, other, chance)
    objects = [(number, *_split(body)) for number, _, body in found]
    pages = [index for index, (_, _, stream) in enumerate(objects) if stream is not None and b"Tf" in stream]
    for _ in range(chance.choice((1, 1, 2))):
        if pages and chance.randrange(3):
            index = chance.choice(pages)
            number, entries, stream = objects[index]
            assert stream is not None
            stream = _change(stream, _OPERATORS, chance, deepest)
        else:
            index = chance.randrange(len(objects))
            number, entries, stream = objects[index]
            entries = _change(entries, _ENTRIES, chance, deepest)
        objects[index] = (number, entries, stream)
    if chance.randrange(12) == 0:
        del objects[chance.randrange(len(objects))]
    body = b"".join(_join(*one) for one in objects)
    trailer = content[content.rfind(b"trailer") :] if b"trailer" in content else b"trailer << /Root 1 0 R >>"
    return b"%PDF-1.7\n" + body + trailer.partition(b"startxref")[0] + b"\n%%EOF\n"


def _split(body: bytes) -> tuple[bytes, bytes | None]:
    """Return the entries of an object and its stream, unpacked and so without the entry that says how."""
    match = _STREAM.match(body)
    if match is None:
        return body, None
    entries, stream = match.groups()
    if b"/FlateDecode" not in entries:
        return entries, stream
    try:
        unpacked = zlib.decompressobj().decompress(stream, 5_000_000)
    except zlib.error:
        return entries, stream
    return entries.replace(b"/Filter /FlateDecode", b"").replace(b"/FlateDecode", b""), unpacked


def _join(number: bytes, entries: bytes, stream: bytes | None) -> bytes:
    if stream is None:
        return b"%b 0 obj%bendobj\n" % (number, entries)
    entries = re.sub(rb"/Length \d+", b"/Length %d" % len(stream), entries, count=1)
    return b"%b 0 obj%bstream\n%b\nendstream\nendobj\n" % (number, entries, stream)


def _change(content: bytes, grammar: Grammar, chance: random.Random, deepest: int) -> bytes:
    text = content.decode("latin-1")
    return change_text(text, text, grammar, chance, deepest).encode("latin-1", "replace")
