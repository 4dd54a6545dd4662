"""Mar the bytes of a file, whatever its format: cut, repeat, insert, turn over."""

from __future__ import annotations

import random
from collections.abc import Sequence

#: What may be inserted: marks of every format, openers without closers, odd characters.
_PIECES = [
    piece.encode()
    for piece in (
        *"- |* |+ |• |o |1. |\n|\r\n|\r|\t|    |\n\n|#|## |\\|\\\n|{|}|(|)|$|%|\"|'|:|: |,|2019 - |Present|a@b.c".split(
            "|"
        ),
        *"* |== |**|_|`|``|```|~~|[|](|](http://a.b)|![|+++|--- |http://".split("|"),
        *"<|>|</li>|<li>|<ul>|<br>|<!--|-->|<script>|<svg>|&amp;|&#x|&|\\u00|\\ud83d|\\x|null|true|1e999".split(
            "|"
        ),
        *"- - - |[[[[|{{{{|((((|]]]]|}}}}|*a|&a |*|!!python/object:x |? |... |>-\n".split("|"),
        *"//|/*|*/|#let x = |#list(|]|.. |::|.. x::|:a:`|`_|x|:PROPERTIES:|:END:|#+BEGIN_SRC".split("|"),
        *"\\item |\\begin{itemize}|\\end{itemize}|\\input{x}|\\resumeItem{|\\newcommand{\\x}{\\x}".split("|"),
        *"\u00a0|\u200b|\ufeff|\u2028|é|😀".split("|"),
        "|",
        "\0",
        "\x01",
        "\x1b",
    )
]
_RAW = [
    b"\xff", b"\xfe\xff", b"\xef\xbb\xbf", b"\xc3", b"\x80", b"\x00\x00", b"PK\x03\x04", b"%PDF-1.7",
    b"\xd0\xcf\x11\xe0",
]  # fmt: skip


def mar_bytes(content: bytes, other: bytes, chance: random.Random) -> bytes:
    """Return content with one to eight random changes; `other` is content of which a part may be put in."""
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 1, 2, 4, 8))):
        first = chance.randrange(len(changed) + 1)
        last = min(len(changed), first + chance.choice((0, 1, 1, 2, 5, 20, 200)))
        kind = chance.randrange(9)
        if kind == 0:
            del changed[first:last]
        elif kind == 1:
            changed[first:first] = chance.choice(_PIECES)
        elif kind == 2:
            changed[first:last] = chance.choice(_PIECES)
        elif kind == 3:
            changed[first:first] = chance.choice(_PIECES) * chance.choice((3, 30, 300, 3000))
        elif kind == 4:
            changed[first:first] = changed[first:last]
        elif kind == 5:
            changed[first:first] = chance.choice(_RAW)
        elif kind == 6 and changed:
            changed[first % len(changed)] = chance.randrange(256)
        elif kind == 7:
            del changed[first:]
        else:
            start = chance.randrange(len(other) + 1)
            changed[first:last] = other[start : start + chance.choice((10, 100, 1000))]
    return bytes(changed)


def choose_run(tokens: Sequence[str], chance: random.Random) -> tuple[int, int]:
    """Return where a random run of tokens begins and ends."""
    first = chance.randrange(len(tokens) + 1)
    return first, min(len(tokens), first + chance.choice((0, 1, 1, 2, 3, 8, 30)))
