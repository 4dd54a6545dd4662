"""Nothing of bulletlint uses the network: the suite fails where a test opens a connection."""

from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

SAMPLES = Path(__file__).parent.parent / "samples"
#: Ends a process with 97 as soon as it looks for another machine.
GUARD = """\
import os, sys
def refuse(event, arguments):
    if event.startswith("socket.") and event not in ("socket.__new__", "socket.gethostname"):
        os._exit(97)
sys.addaudithook(refuse)
from bulletlint.cli import main
main(sys.argv[1:])
"""


def test_a_connection_fails_the_suite() -> None:
    """To any address, by number or by name."""
    with socket.socket() as one, pytest.raises(AssertionError, match="uses the network"):
        one.connect(("127.0.0.1", 9))
    with pytest.raises(AssertionError, match="uses the network"):
        socket.create_connection(("localhost", 9))


@pytest.mark.parametrize("command", [("check", "--no-cache"), ("rewrite",), ("drill",), ("rules",)])
def test_the_commands_open_no_connection(command: tuple[str, ...]) -> None:
    """Neither do they ask for the address of one; PDF files are read by a process that is spoken to by pipes."""
    paths = [] if command == ("rules",) else [str(SAMPLES / "resume.md"), str(SAMPLES / "resume.pdf")]
    arguments = [sys.executable, "-c", GUARD, command[0], "--isolated", *command[1:], *paths]
    done = subprocess.run(arguments, capture_output=True, check=False)
    assert done.returncode in (0, 1, 2), done.stderr
    assert b"itself failed" not in done.stderr
