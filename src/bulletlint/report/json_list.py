"""Indented JSON, piece by piece: the bytes are those of `json.dumps(…, ensure_ascii=False, indent=2)`.

That function writes indented JSON in pure Python and in small steps; a long run spent a tenth of its time there. What
is marked as one line stands on one, which is easier to read and left to the encoder in C.
"""

from __future__ import annotations

import json
from json.encoder import encode_basestring
from typing import Any

from bulletlint.core.visible import escape_json
from bulletlint.report.stream import Write

INDENT = "  "
_ENCODER = json.JSONEncoder(ensure_ascii=False)
_CONSTANTS = {None: "null", True: "true", False: "false"}


class OneLine(dict[str, Any]):
    """A mapping that is written on one line."""


def render_value(value: Any, depth: int) -> str:
    """Return a value as JSON; all its lines but the first are indented by `depth` steps more."""
    kind = type(value)
    if kind is str:
        return escape_json(encode_basestring(value))
    if value is None or kind is bool:
        return _CONSTANTS[value]
    if kind is int:
        return int.__repr__(value)
    if kind is OneLine:
        return write_line(value)
    if kind is dict:
        lines = [
            f"{escape_json(encode_basestring(key))}: {render_value(item, depth + 1)}"
            for key, item in value.items()
        ]
        return _enclose("{", lines, "}", depth)
    if kind is list or kind is tuple:
        return _enclose("[", [render_value(item, depth + 1) for item in value], "]", depth)
    return json.dumps(value)


def _enclose(opening: str, lines: list[str], closing: str, depth: int) -> str:
    if not lines:
        return opening + closing
    end = "\n" + INDENT * depth
    inner = end + INDENT
    return f"{opening}{inner}{f',{inner}'.join(lines)}{end}{closing}"


def write_line(value: Any) -> str:
    """Return a value on one line, characters beyond ASCII as they are, but for those that act on a terminal."""
    return escape_json(_ENCODER.encode(value))


class JsonList:
    """A list that is written item by item; `depth` is the number of steps that its own line is indented by."""

    def __init__(self, write: Write, depth: int) -> None:
        self._write = write
        self._depth = depth
        self._empty = True

    def add(self, value: Any) -> None:
        """Write the next item."""
        line = "\n" + INDENT * (self._depth + 1)
        self._write(f"{'[' if self._empty else ','}{line}{render_value(value, self._depth + 1)}")
        self._empty = False

    def close(self) -> None:
        """Write the end of the list."""
        self._write("[]" if self._empty else f"\n{INDENT * self._depth}]")
