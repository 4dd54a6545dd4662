"""Ctrl-C in the moments in which no command runs yet, or none any more."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(
    os.name == "nt", reason="a process cannot send itself these signals on Windows"
)

#: Runs the command line and sends Ctrl-C where a module is looked for.
CODE = """\
import os, signal, sys
signal.signal(signal.SIGINT, {handler})
def interrupt(event, arguments):
    if event == "import" and arguments[0] == {name!r}:
        os.kill(os.getpid(), signal.SIGINT)
sys.addaudithook(interrupt)
from bulletlint.__main__ import main
sys.argv = ["bulletlint", "rules"]
main()
"""
#: The same where the process ends.
ENDING = """\
import atexit, os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
atexit.register(lambda: os.kill(os.getpid(), signal.SIGINT))
from bulletlint.__main__ import main
sys.argv = ["bulletlint", "--version"]
main()
"""
#: The same in the midst of a text that is run, as dataclasses are made, while the command is at work.
MAKING = """\
import os, signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
def interrupt(event, arguments):
    if event == "import" and arguments[0] == "yaml":
        exec("os.kill(os.getpid(), signal.SIGINT)")
sys.addaudithook(interrupt)
from bulletlint.__main__ import main
sys.argv = ["bulletlint", "rules"]
main()
"""


def run(code: str) -> tuple[int, str, str]:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize(
    "name",
    ["bulletlint.cli", "click", "bulletlint.cli.check", "bulletlint.cli.servers", "bulletlint.core.version"],
)
def test_ctrl_c_while_the_commands_are_loaded_is_130_without_a_word(name: str) -> None:
    """From the first module on; a KeyboardInterrupt among imports was a traceback and exit code 1 or -2."""
    assert run(CODE.format(handler="signal.default_int_handler", name=name)) == (130, "", "")


def test_ctrl_c_while_a_command_runs_is_130_too() -> None:
    """Click heeds it, which ends the line of the ^C."""
    code = CODE.format(handler="signal.default_int_handler", name="yaml")
    assert run(code) == (130, "", "\n")


def test_ctrl_c_while_a_class_is_made_is_130_with_python_m(tmp_path: Path) -> None:
    """Python held such a Ctrl-C for unhandled and killed itself by the signal, whatever was caught."""
    (tmp_path / "started.py").write_text(MAKING, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "started"], capture_output=True, text=True, check=False, cwd=tmp_path
    )
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "\n")


def test_ctrl_c_after_the_command_leaves_its_output_and_no_traceback() -> None:
    """What is written is written: only what the interpreter has to clear away is cut short."""
    code, out, err = run(ENDING)
    assert (code, out.startswith("bulletlint"), err) == (130, True, "")


def test_ctrl_c_that_is_ignored_stays_so() -> None:
    """As under nohup, or behind an ampersand in a script."""
    code, out, err = run(CODE.format(handler="signal.SIG_IGN", name="bulletlint.cli"))
    assert (code, out != "", err) == (0, True, "")


def test_loading_the_module_changes_no_handler() -> None:
    """Programs that list modules load it, too, and keep their own Ctrl-C."""
    code = (
        "import signal; before = signal.getsignal(signal.SIGINT); import bulletlint.__main__\n"
        "print(signal.getsignal(signal.SIGINT) is before)"
    )
    assert run(code) == (0, "True\n", "")
