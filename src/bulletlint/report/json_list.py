"""Indented JSON, piece by piece: the bytes are those of `json.dumps(…, ensure_ascii=False, indent=2)`."""

from __future__ import annotations

import json
from typing import Any

from bulletlint.report.stream import Write

INDENT = "  "


def render_value(value: Any, depth: int) -> str:
    """Return a value as JSON; all its lines but the first are indented by `depth` steps more."""
    # No string in JSON has a line end of its own, so every line end here is one between values.
    return json.dumps(value, ensure_ascii=False, indent=2).replace("\n", "\n" + INDENT * depth)


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
