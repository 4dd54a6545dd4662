"""Signs that a terminal may not have, such as arrows and curly quotes, and what stands for them."""

from __future__ import annotations

import codecs
import sys

_NAME = "bulletlint.signs"
#: No double quote among them, which would end a string of JSON.
_PLAIN = {
    "“": "'", "”": "'", "‘": "'", "’": "'", "–": "-", "—": "-", "−": "-", "…": "...", "·": ";", "→": "->",
    "⟨": "<", "⟩": ">", "\u00a0": " ", "\u202f": " ", "\u2009": " ",
}  # fmt: skip


def use_plain_signs() -> None:
    """Let standard output and standard error write what their encoding lacks in plain signs, or as a number.

    A command goes on where a terminal has no such sign, and its text can still be read.
    """
    codecs.register_error(_NAME, replace_signs)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors=_NAME)


def replace_signs(error: UnicodeError) -> tuple[str | bytes, int]:
    """Return what stands for the characters that an encoding lacks, and where to go on; for `codecs.register_error`."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    characters = error.object[error.start : error.end]
    plain = (_PLAIN.get(sign) or sign.encode("ascii", "backslashreplace").decode() for sign in characters)
    return "".join(plain), error.end
