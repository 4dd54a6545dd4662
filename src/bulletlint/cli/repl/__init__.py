"""The prompt: paste a bullet or a list, read what is missing, edit, paste again.

`prompt` is the terminal and `pipe` the filter; both feed a `session`, which takes what was typed and gives text back.
"""

from __future__ import annotations

import sys
from concurrent.futures import Future

from bulletlint.core.settings import Settings


def run_repl(settings: Settings, *, colour: str = "auto") -> int:
    """Run the prompt where standard input is a terminal, else the filter; returns the exit code."""
    from bulletlint.cli.repl.session import Session, choose_style
    from bulletlint.report.outlet import prepare_stdout

    prepare_stdout(machine=False)
    session = Session(settings, Future(), choose_style(colour))
    if sys.stdin.isatty():
        session.tell = lambda line: print(line, file=sys.stderr)  # noqa: T201
        from bulletlint.cli.repl.prompt import run_prompt

        return run_prompt(session, colour=colour)
    from bulletlint.cli.repl.pipe import run_pipe
    from bulletlint.read import SIZE_LIMITS

    session.whole = True
    return run_pipe(session, sys.stdin.buffer.read(max(SIZE_LIMITS.values()) + 1))
