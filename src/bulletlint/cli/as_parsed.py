"""`check --as-parsed`: the text of files as a recruiter's parser may read it, instead of findings."""

from __future__ import annotations

from collections.abc import Sequence

import click

from bulletlint.cli.input import read_stdin
from bulletlint.core.errors import ReadError


def print_as_parsed(paths: Sequence[str], stdin_filename: str | None) -> int:
    """Print the text of each file, below its name where there are several; return the exit code."""
    from bulletlint.lint.source import read_paths
    from bulletlint.report.as_parsed import render_as_parsed

    code = 0
    entries = list(read_paths(paths, stdin=read_stdin(tuple(paths), stdin_filename)))
    for entry in entries:
        if isinstance(entry, ReadError):
            click.echo(f"bulletlint: {entry}", err=True)
            code = 2
            continue
        if len(entries) > 1:
            click.echo(f"== {entry.path}")
        click.echo(render_as_parsed(entry), nl=False)
    return code
