"""A scanner of JSON that keeps the place of every character, also of escaped ones."""

from __future__ import annotations

import re

from bulletlint.core.errors import ReadError
from bulletlint.core.places import find_line_starts, locate_offset
from bulletlint.read.data.tree import TOO_DEEP, Listing, Mapping, Node, Scalar, TreeBuilder
from bulletlint.read.mapped_text import MappedText

_TOKEN = re.compile(
    r"[ \t\r\n]*(?:(?P<string>\"[^\"\\\r\n]*(?:\\.[^\"\\\r\n]*)*\")|(?P<mark>[{}\[\],:])|(?P<word>[-+.\w]+)"
    r"|(?P<end>\Z)|(?P<bad>.))",
    re.DOTALL,
)
_ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)", re.DOTALL
)
_LETTERS = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_CLOSERS = {"{": "}", "[": "]"}


def parse_json(source: str) -> Node:
    """Return a JSON text as a tree; raises ReadError, with the line, if it is not JSON.

    A comma after the last value of a mapping or list is accepted.
    """
    builder = TreeBuilder()
    holders: list[str] = []
    expects = "value"
    position = 0
    while True:
        token = _TOKEN.match(source, position)
        assert token is not None
        position = token.end()
        kind = str(token.lastgroup)
        start, text = token.start(kind), token[kind]
        if expects == "end" and kind == "end":
            return builder.root
        if (
            text in ("}", "]")
            and holders
            and _CLOSERS[holders[-1]] == text
            and expects in ("key", "value", "comma")
        ):
            holders.pop()
            builder.close()
            expects = "comma" if holders else "end"
        elif expects == "key" and kind == "string":
            builder.add_key(_unescape(source, start, position))
            expects = "colon"
        elif expects == "colon" and text == ":":
            expects = "value"
        elif expects == "comma" and text == ",":
            expects = "key" if holders[-1] == "{" else "value"
        elif expects == "value" and text in ("{", "["):
            if builder.is_full:
                raise ReadError(TOO_DEEP, line=locate_offset(find_line_starts(source), start)[0])
            builder.open(Mapping(start) if text == "{" else Listing(start))
            holders.append(text)
            expects = "key" if text == "{" else "value"
        elif expects == "value" and kind in ("string", "word"):
            content = (
                _unescape(source, start, position)
                if kind == "string"
                else MappedText(text, range(start, position + 1))
            )
            builder.add(Scalar(content))
            expects = "comma" if holders else "end"
        else:
            raise _refuse(source, start, text, expects)


def _refuse(source: str, start: int, text: str, expects: str) -> ReadError:
    line, column = locate_offset(find_line_starts(source), min(start, len(source)))
    wanted = {
        "key": 'a key in quotes or "}"',
        "colon": '":"',
        "comma": '"," or the end',
        "end": "the end",
        "value": "a value",
    }
    found = f"{text[:20]!r}" if text else "the end of the file"
    if text == '"':
        found = "a text without its closing quote"
    return ReadError(
        f"invalid JSON (column {column} has {found}, expected {wanted[expects]}); fix the line", line=line
    )


def _unescape(source: str, start: int, end: int) -> MappedText:
    """Return the content of a string that stands in quotes between two offsets."""
    start, end = start + 1, end - 1
    if source.find("\\", start, end) < 0:
        return MappedText(source[start:end], range(start, end + 1))
    parts: list[str] = []
    origins: list[int] = []
    position = start
    for escape in _ESCAPE.finditer(source, start, end):
        parts.append(source[position : escape.start()])
        origins.extend(range(position, escape.start() + 1))
        parts.append(_decode_escape(escape[0]))
        position = escape.end()
    parts.append(source[position:end])
    origins.extend(range(position, end + 1))
    return MappedText("".join(parts), origins)


def _decode_escape(escape: str) -> str:
    if escape[1] != "u" or len(escape) < 6:
        return _LETTERS.get(escape[1], escape[1])
    high = int(escape[2:6], 16)
    if len(escape) == 12:
        return chr(0x10000 + ((high - 0xD800) << 10) + int(escape[8:12], 16) - 0xDC00)
    return "\ufffd" if 0xD800 <= high < 0xE000 else chr(high)
