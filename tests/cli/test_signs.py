"""Signs that a terminal may not have."""

from __future__ import annotations

import io
import sys

import pytest

from bulletlint.cli.signs import use_plain_signs


def test_a_terminal_without_a_sign_gets_a_plain_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Quotes, dashes and brackets have one; any other character is shown as its number, and nothing stops."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="ascii") for _ in range(2))
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", err)
    use_plain_signs()
    for stream in (out, err):
        stream.write("“40\u202f%” – at ⟨cost⟩ → caf\xe9 …")
        stream.flush()
        assert stream.buffer.getvalue() == b"'40 %' - at <cost> -> caf\\xe9 ..."  # type: ignore[attr-defined]


def test_a_sign_that_the_terminal_has_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what cannot be written is replaced."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="latin-1")
    monkeypatch.setattr(sys, "stdout", out)
    monkeypatch.setattr(sys, "stderr", io.StringIO())
    use_plain_signs()
    out.write("caf\xe9 – 3")
    out.flush()
    assert out.buffer.getvalue() == b"caf\xe9 - 3"  # type: ignore[attr-defined]
