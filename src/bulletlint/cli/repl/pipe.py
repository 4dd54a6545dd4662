"""The prompt over a pipe: a filter from bullets to findings."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from bulletlint.cli.repl.commands import answer, is_command
from bulletlint.cli.repl.loading import load_linter
from bulletlint.cli.repl.session import Session, lint_document
from bulletlint.core.document import Document
from bulletlint.core.errors import BulletlintError, ReadError


def run_pipe(session: Session, content: bytes) -> int:
    """Answer everything that comes through a pipe, bullets and command lines; returns the exit code.

    0: nothing at or above the `fail_on` setting in the final bullets; 1: findings; 2: something could not be
    read or done.
    """
    load_linter(session.settings, session.loading)
    try:
        parts = read_input(content)
    except BulletlintError as error:
        print(f"error: {error}", file=sys.stderr)  # noqa: T201
        return error.exit_code
    failed = False
    for part in parts:
        try:
            sys.stdout.write(answer(session, part) if isinstance(part, str) else lint_document(session, part))
        except BulletlintError as error:
            print(f"error: {error}", file=sys.stderr)  # noqa: T201
            failed = True
        if session.done:
            break
    sys.stdout.flush()
    return 2 if failed else decide_code(session)


def read_input(content: bytes) -> list[str | Document]:
    """Return what came through the pipe: a whole DOCX or PDF, or text cut at its commands; raises ReadError."""
    from bulletlint.read import SIZE_LIMITS, describe_size, read_bytes
    from bulletlint.read.decode import decode_text
    from bulletlint.read.recognise import recognize_binary

    if recognize_binary(content) is not None:
        return list(read_bytes(content, name="-"))
    if len(content) > SIZE_LIMITS["text"]:
        raise ReadError(describe_size(len(content), SIZE_LIMITS["text"]), path="-")
    return list(split_input(decode_text(content).text))


def split_input(text: str) -> Iterator[str]:
    """Yield the text between commands, and each command's line, in order."""
    lines: list[str] = []
    for line in text.splitlines(keepends=True):
        if is_command(line):
            if "".join(lines).strip():
                yield "".join(lines)
            lines = []
            yield line
        else:
            lines.append(line)
    if "".join(lines).strip():
        yield "".join(lines)


def decide_code(session: Session) -> int:
    """Return 1 if the current bullets have findings at or above the setting, else 0."""
    from bulletlint.cli.exit_code import decide_exit_code
    from bulletlint.core.finding import FileReport
    from bulletlint.report.summary import Tally

    tally = Tally()
    tally.add(FileReport("-", "plain", None, tuple(session.bullets.values())))
    return decide_exit_code(
        tally.summarise(), fail_on=session.settings.fail_on, max_warnings=session.settings.max_warnings
    )
