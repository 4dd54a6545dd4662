"""A report or a baseline is never written over a resume of the same run."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from bulletlint.core.errors import ConfigError, ReadError
from bulletlint.core.regular_file import read_regular
from bulletlint.read import SIZE_LIMITS, find_format
from bulletlint.read.discovery import Source
from bulletlint.read.inclusions import find_inclusions
from bulletlint.read.parts import INCLUDING


def refuse_overwriting(sources: Sequence[Source | ReadError], outputs: Sequence[tuple[str, str]]) -> None:
    """Raise ConfigError if one of the outputs (option, file) is a file that is read, under whatever name.

    A file may be read as part of another, so beside LaTeX resumes no LaTeX file is written over, and so on, nor any
    that one of them names.
    """
    existing = [(option, name) for option, name in outputs if os.path.exists(name)]
    if not existing:
        return
    read = set(identify_sources(sources))
    formats = {find_format(source.name) for source in sources if isinstance(source, Path)}.intersection(
        INCLUDING
    )
    for option, name in existing:
        status = os.stat(name)
        if (status.st_dev, status.st_ino) in read or find_format(name) in formats:
            raise ConfigError(f"{option} would write over a resume; name another file", path=name)


def identify_sources(sources: Sequence[Source | ReadError]) -> Iterator[tuple[int, int]]:
    """Yield the device and number of each file that is read; standard input may be one."""
    for source in sources:
        if isinstance(source, ReadError):
            continue
        yield from identify_parts(source)
        try:
            status = os.stat(source if isinstance(source, Path) else sys.stdin.fileno())
        except (OSError, ValueError):  # gone, or an input that is no file of the system's
            continue
        yield status.st_dev, status.st_ino


def identify_parts(source: Source) -> Iterator[tuple[int, int]]:
    """Yield the device and number of each file that a LaTeX or Typst file includes, whatever its suffix."""
    format = find_format(source.name) if isinstance(source, Path) else None
    if not isinstance(source, Path) or format not in INCLUDING:
        return
    try:
        text = read_regular(source, SIZE_LIMITS["text"]).decode("utf-8", "replace")
        for each in find_inclusions(text, source, format):
            status = os.stat(each.path)
            yield status.st_dev, status.st_ino
    except OSError:  # what cannot be read is no part
        return
