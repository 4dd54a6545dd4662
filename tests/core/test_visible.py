"""Text shown to people: what would act on a terminal is seen instead."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletlint.core.visible import escape_json, show_line, show_lines

ANY = st.text(st.characters(blacklist_categories=()), max_size=40)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("resume.md", "resume.md"),
        ("Résumé 🚀 👩🏽\u200d💻.md", "Résumé 🚀 👩🏽\u200d💻.md"),
        ("a\x1b]0;PWN\x07.md", r"a\x1b]0;PWN\x07.md"),
        ("a\nerror: b", r"a\x0aerror: b"),
        ("\x9b2J", r"\x9b2J"),
        ("gpj.\u202emd", r"gpj.\u202emd"),
        ("\u2066a\u2069\u2028", r"\u2066a\u2069\u2028"),
        ("b\udcff.md", r"b\xff.md"),
        ("\ud83d", r"\ud83d"),
        ("tab\t", r"tab\x09"),
    ],
)
def test_a_line_shows_all_of_its_characters(text: str, expected: str) -> None:
    """Control characters, direction overrides, separators and bytes that are no UTF-8 become escapes."""
    assert show_line(text) == expected


def test_lines_keep_their_ends_and_tabs() -> None:
    """Everything else is shown as in a line; a lone return would write over what stands before it."""
    assert show_lines("a\tb\n\x1b[2J\r\n") == "a\tb\n" + r"\x1b[2J\x0d" + "\n"


@given(ANY)
def test_no_text_acts_on_a_terminal(text: str) -> None:
    """Whatever a file is called, it is one line that can be written as UTF-8."""
    shown = show_line(text)
    assert len(shown.splitlines()) <= 1
    assert not any(ord(sign) < 32 or 127 <= ord(sign) < 160 for sign in shown)
    assert shown.encode("utf-8").decode("utf-8") == shown


@given(ANY)
def test_json_says_the_same(text: str) -> None:
    """The escapes are JSON's own."""
    written = escape_json(json.dumps(text, ensure_ascii=False))
    assert json.loads(written.encode("utf-8")) == text
    assert "\x7f" not in written
    assert "\u202e" not in written
