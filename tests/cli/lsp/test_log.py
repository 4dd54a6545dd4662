"""Lines for the log of an editor."""

from __future__ import annotations

import logging

import pytest

from bulletlint.cli.lsp.log import OneLine


@pytest.mark.parametrize(
    ("error", "expected"),
    [
        (None, "bulletlint: no such method: x"),
        (ValueError("not\n  JSON"), "bulletlint: no such method: x: not JSON"),
    ],
)
def test_a_record_is_one_line(error: Exception | None, expected: str) -> None:
    """Without a traceback."""
    info = (type(error), error, None) if error else None
    record = logging.LogRecord("pygls", logging.ERROR, "a.py", 1, "no such method: %s", ("x",), info)
    assert OneLine().format(record) == expected
