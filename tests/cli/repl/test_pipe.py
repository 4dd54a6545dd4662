"""The prompt over a pipe."""

from __future__ import annotations

import subprocess
import sys

import pytest

from bulletlint.cli.repl.pipe import read_input, split_input
from bulletlint.core.errors import ReadError

WEAK = "- Built a cache for search.\n"
STRONG = "- Cut search latency by 40 % for 2M users at $90 a month, with the database as fallback.\n"


def run(text: str | bytes, *arguments: str) -> tuple[int, str, str]:
    """Return a run's exit code, standard output and standard error."""
    content = text.encode() if isinstance(text, str) else text
    command = [sys.executable, "-m", "bulletlint", "repl", "--isolated", *arguments]
    done = subprocess.run(command, input=content, capture_output=True, check=False)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


def test_a_weak_list_is_answered_and_exits_1() -> None:
    """Like `check -`, bullets under their numbers."""
    code, out, err = run(WEAK + STRONG)
    assert (code, err) == (1, "")
    assert [line[:3] for line in out.splitlines() if line.startswith("[")] == ["[1]", "[2]"]
    assert "  error    BL101  weak-verb" in out
    assert "\x1b" not in out


def test_a_strong_list_exits_0() -> None:
    """The bullets count as they are in the end."""
    assert run(STRONG)[0] == 0


def test_commands_are_obeyed_in_order() -> None:
    """Up to :quit; what stands after it is not read."""
    code, out, err = run(f"{WEAK}:why\n:quit\n{STRONG}")
    assert (code, err) == (1, "")
    assert 'lead verb  "Built" = build (build)' in out
    assert "[2]" not in out


def test_an_error_is_one_line_and_exit_code_2() -> None:
    """The other bullets are answered all the same."""
    code, out, err = run(f":why 7\n{STRONG}")
    assert (code, err) == (2, "error: there is no bullet yet; paste one first\n")
    assert "no findings" in out


def test_an_empty_input_says_nothing() -> None:
    """As a filter does."""
    assert run("") == (0, "", "")


def test_text_is_cut_at_full_command_names_only() -> None:
    """Anything else that begins with a colon belongs to the text."""
    assert list(split_input("a\n:Date: 2020\n:why\n\n:list\nb\n")) == [
        "a\n:Date: 2020\n", ":why\n", ":list\n", "b\n",
    ]  # fmt: skip


def test_binary_input_that_is_no_resume_is_refused() -> None:
    """With the fix, before anything is loaded for it."""
    with pytest.raises(ReadError, match="picture"):
        read_input(b"\x89PNG\r\n\x1a\n")
