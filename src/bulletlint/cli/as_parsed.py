"""`check --as-parsed`: the text of files as a recruiter's parser may read it, instead of findings."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from bulletlint.core.errors import ReadError


def print_as_parsed(paths: Sequence[str], stdin_filename: str | None) -> int:
    """Print the text of each file, below its name where there are several; return the exit code."""
    from bulletlint.read import read_bytes, read_file
    from bulletlint.read.discovery import find_sources
    from bulletlint.report.as_parsed import render_as_parsed

    code = 0
    sources = find_sources([path for path in paths if path != "-"])
    several = len(sources) + ("-" in paths) > 1
    for source in ("-", *sources) if "-" in paths else sources:
        try:
            if isinstance(source, ReadError):
                raise source
            if source == "-":
                documents = read_bytes(sys.stdin.buffer.read(), name=stdin_filename or "-")
            else:
                documents = read_file(source)  # type: ignore[arg-type]
        except ReadError as error:
            click.echo(f"bulletlint: {error}", err=True)
            code = 2
            continue
        for document in documents:
            if several or len(documents) > 1:
                click.echo(f"== {document.path}")
            click.echo(render_as_parsed(document), nl=False)
    return code
