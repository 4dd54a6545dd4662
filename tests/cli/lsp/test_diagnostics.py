"""Diagnostics of texts that are still being typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletlint.cli.linters import Linters
from bulletlint.cli.lsp.diagnostics import make_diagnostics, make_error
from bulletlint.cli.lsp.positions import map_text
from bulletlint.core.errors import ReadError

SAMPLES = Path(__file__).parents[3] / "samples"
#: What a writer has just typed when the editor asks.
BEGUN = ("", "\\textbf{", "**", "<b", "`", "${", "#strong[", "[link](", "&am", '{"', "\u202e", "\x00")


@pytest.fixture(scope="module")
def linters() -> Linters:
    return Linters(isolated=True, given={"select": ("weak-verb",)})


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.glob("resume.[!pd]*")))
def test_half_typed_mark_up_is_read_or_refused_in_a_line(name: str, linters: Linters) -> None:
    """Wherever the text ends; every diagnostic lies in the text."""
    source = (SAMPLES / name).read_text(encoding="utf-8")
    for number, begun in enumerate(BEGUN, 1):
        text = map_text(source[: len(source) * number // len(BEGUN)] + begun, "utf-16")
        try:
            diagnostics = make_diagnostics(linters.review_text(text.text, name), text, "rule")
        except ReadError as error:
            diagnostics = [make_error(error, text)]
        assert [item.message for item in diagnostics if item.message.count("\n") > 1] == []
        for item in diagnostics:
            start, end = (text.find_offset(item.range.start), text.find_offset(item.range.end))
            assert 0 <= start <= end <= len(text.text)
            assert text.find_range(start, end) == item.range
