"""A program of the user's: what it is given, what it answers, and everything that it may do wrong."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import pytest

from bulletlint.core.errors import ConfigError
from bulletlint.lint.program import Answered, ProgramError, run_program, split_command

ECHO = "import sys; sys.stdout.write(sys.stdin.read())"


def run(code: str, *rows: object, **limits: float) -> Answered:
    return run_program([sys.executable, "-c", code], rows, **limits)  # type: ignore[arg-type]


def list_faults(answered: Answered) -> list[str]:
    return [str(fault).replace(sys.executable, "python") for fault in answered.faults]


def test_it_reads_and_answers_json_lines() -> None:
    """In UTF-8; each answer comes with the number of its line, and blank lines count for none."""
    rows = [{"id": 1, "text": "Cut ⟨cost⟩"}, {"id": 2}]
    assert run(ECHO, *rows) == Answered(((1, rows[0]), (2, rows[1])), ())
    assert run("print(); print('{\"id\": 1}', end='')").rows == ((2, {"id": 1}),)
    assert run(r"import sys; sys.stdout.buffer.write('{\"a\": \"é\"}\r\n'.encode())").rows == (
        (1, {"a": "é"}),
    )


@pytest.mark.parametrize("line", ["no json", "[1]", "3", "null", '{"id":', '"' * 9, "[" * 100_000, "\\xff"])
def test_a_line_that_is_no_object_is_named(line: str) -> None:
    """And the others count."""
    code = f"import sys; sys.stdout.buffer.write(b'{{}}\\n{line}\\n{{}}\\n')"
    answered = run(code)
    assert list_faults(answered) == ["--with: `python` answered with a line 2 that is no JSON object"]
    assert answered.rows == ((1, {}), (3, {}))


def test_what_it_answered_before_it_failed_counts() -> None:
    """Whole lines only."""
    answered = run("print('{}'); print('{\"id\": 1', end='', flush=True); raise SystemExit(3)")
    assert list_faults(answered) == ["--with: `python` ended with exit code 3"]
    assert answered.rows == ((1, {}),)
    killed = run("import os, signal; print('{}', flush=True); os.kill(os.getpid(), signal.SIGTERM)")
    assert list_faults(killed) == ["--with: `python` was ended by signal 15"]


@pytest.mark.parametrize(
    "code",
    [
        "import time; print('{}', flush=True); time.sleep(60)",
        # its output is closed, but it goes on
        "import os, time; print('{}', flush=True); os.close(1); time.sleep(60)",
        # what it started goes on
        "import subprocess, sys; print('{}', flush=True); "
        "subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])",
    ],
)
def test_a_program_without_end_is_stopped(code: str) -> None:
    """After the time that it has."""
    begun = time.monotonic()
    answered = run(code, time_limit=3)
    assert time.monotonic() - begun < 20
    assert list_faults(answered) == [
        "--with: `python` was stopped after 3 seconds; --time-limit gives it longer"
    ]
    assert answered.rows == ((1, {}),)


def test_output_without_end_is_stopped() -> None:
    """At a number of bytes."""
    answered = run("while True: print('{}')", most_output=100_000)
    assert list_faults(answered) == ["--with: `python` answered with more than 100,000 bytes and was stopped"]
    assert len(answered.rows) == 33_333


def test_a_program_need_not_read() -> None:
    """However much it is given."""
    assert run("print('{}')", *["x" * 1_000_000] * 3) == Answered(((1, {}),), ())


def test_a_program_that_is_none_is_an_error(tmp_path: Path) -> None:
    """In one line."""
    text = tmp_path / "notes.txt"
    text.write_text("x", encoding="utf-8")
    for name in (str(tmp_path / "gone"), str(text), "a\0b"):
        with pytest.raises(ProgramError, match=r"--with: `.*` cannot be started \(.*\); check the command"):
            run_program([name], [])


def test_a_command_is_cut_as_a_shell_would() -> None:
    """But nothing in it is expanded or run."""
    assert split_command("a 'b c' \"$HOME\" ; rm *") == ["a", "b c", "$HOME", ";", "rm", "*"]
    for wrong in ("", "  ", "a 'b"):
        with pytest.raises(ConfigError, match="--with: the command"):
            split_command(wrong)
