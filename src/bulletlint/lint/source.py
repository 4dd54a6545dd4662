"""From a source (a path, or what was pasted) to documents, and to the report of one that cannot be read."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bulletlint.core.document import Document
from bulletlint.core.errors import BulletlintError, ReadError, describe_failure
from bulletlint.core.finding import FileReport
from bulletlint.core.settings import Settings
from bulletlint.read.options import DEFAULTS, ReadOptions

if TYPE_CHECKING:
    from bulletlint.read.discovery import Excluded, Source


def read_paths(
    paths: Sequence[str],
    *,
    stdin: tuple[bytes, str] | None = None,
    options: ReadOptions = DEFAULTS,
    excluded: Excluded | None = None,
) -> Iterator[Document | ReadError]:
    """Yield the documents of files and folders, or the error of each that cannot be read."""
    from bulletlint.read.discovery import NOTHING_EXCLUDED, Pasted, find_sources

    found = find_sources(paths, Pasted(*stdin) if stdin else None, excluded=excluded or NOTHING_EXCLUDED)
    for source in found:
        if isinstance(source, ReadError):
            yield source
        else:
            yield from read_source(source, options=options)


def read_source(source: Source, *, options: ReadOptions = DEFAULTS) -> tuple[Document | ReadError, ...]:
    """Return the documents of a source, or the error that says why it cannot be read."""
    from bulletlint.read import read_bytes, read_file

    try:
        if isinstance(source, Path):
            return read_file(source, options=options)
        return read_bytes(source.content, name=source.name, options=options)
    except ReadError as error:
        return (error,)
    except BulletlintError:
        raise
    except Exception as error:
        if os.environ.get("BULLETLINT_DEBUG"):
            raise
        return (ReadError(describe_failure(error), path=name_source(source)),)


def choose_options(settings: Settings) -> ReadOptions:
    """Return what settings add to how files are read."""
    return ReadOptions(settings.item_macros, settings.rule_folders, settings.account)


def choose_excluded(settings: Settings) -> Excluded:
    """Return which files the settings leave out."""
    from bulletlint.read.discovery import Excluded

    return Excluded(settings.exclude, settings.root)


def name_source(source: Source | ReadError) -> str:
    """Return the path of a source as the user gave it."""
    if isinstance(source, ReadError):
        return source.path or ""
    return str(source) if isinstance(source, Path) else source.name


def report_error(error: ReadError) -> FileReport:
    """Return the report of a file that could not be read."""
    return FileReport(path=error.path or "", format=None, error=str(error))
