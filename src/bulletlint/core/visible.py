"""Text that is shown to people: what would act on their terminal instead of being seen is written as an escape."""

from __future__ import annotations

import re

#: Control characters, direction overrides, line separators, and half characters: what a file name has for bytes that
#: are no UTF-8.
_ACTING = r"\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff"
_IN_LINE = re.compile(f"[{_ACTING}]")
_IN_LINES = re.compile("[{}]".format(_ACTING.replace(r"\x00-\x1f", r"\x00-\x08\x0b-\x1f")))
#: The half characters that stand for the bytes from 0x80 on in a file name.
_BYTES = range(0xDC80, 0xDD00)


def show_line(text: str) -> str:
    """Return a text as one line of which everything is seen: an escape character becomes `\\x1b`."""
    return text if text.isascii() and text.isprintable() else _IN_LINE.sub(_escape, text)


def show_lines(text: str) -> str:
    """Return a text of several lines of which everything is seen; tabs and line ends stay."""
    return _IN_LINES.sub(_escape, text)


def escape_json(written: str) -> str:
    """Return JSON that means the same, shows nothing a terminal acts on, and can be written as UTF-8."""
    return _IN_LINES.sub(lambda match: f"\\u{ord(match[0]):04x}", written)


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code in _BYTES:
        code -= 0xDC00
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"
