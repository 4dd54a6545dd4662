"""What several commands take: names with commas between, standard input, the memory of earlier runs."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bulletlint.core.errors import ConfigError, ReadError

if TYPE_CHECKING:
    from bulletlint.core.settings import Settings
    from bulletlint.lint.cache.memory import Memory
    from bulletlint.read.discovery import Excluded


def split_names(values: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of options that may be repeated and may each hold several, with commas between."""
    return tuple(word.strip() for value in values for word in value.split(",") if word.strip())


def open_memory(settings: Settings) -> Memory | None:
    """Return what earlier runs under these settings found, None if there is no place to keep it."""
    from bulletlint.lint.cache.memory import make_memory
    from bulletlint.lint.cache.store import Cache, find_cache_folder

    folder = find_cache_folder()
    return make_memory(Cache(folder), settings) if folder else None


def tell_excluded(settings: Settings, paths: Sequence[str], *, quiet: bool = False) -> Excluded:
    """Return which files the settings leave out, and write a note about each that is named all the same."""
    from bulletlint.lint.source import choose_excluded

    excluded = choose_excluded(settings)
    for name in paths if settings.exclude and not quiet else ():
        if name != "-" and excluded.covers(Path(name), folder=Path(name).is_dir()):
            origin = settings.find_origin("exclude")
            print(f"note: {name}: left out by `exclude` ({origin})", file=sys.stderr)  # noqa: T201
    return excluded


def read_stdin(paths: tuple[str, ...], name: str | None) -> tuple[bytes, str] | None:
    """Return standard input and the name that tells its format, if it is asked for; raises ConfigError, ReadError."""
    if paths.count("-") > 1:
        raise ConfigError("standard input (-) is named twice; name it once")
    if "-" not in paths:
        if name is not None:
            raise ConfigError("--stdin-filename needs - among the paths; add it")
        return None
    if sys.__stdin__ is None and isinstance(getattr(sys.stdin, "name", None), int):
        raise ReadError("standard input is closed; pipe a resume in", path="-")
    from bulletlint.read import SIZE_LIMITS

    try:
        # A byte more than is read of any format tells a pipe without end from a resume.
        return sys.stdin.buffer.read(max(SIZE_LIMITS.values()) + 1), name or "-"
    except OSError as error:
        raise ReadError(
            f"standard input cannot be read ({error.strerror}); check what is piped in", path="-"
        ) from None


def prompt_line(question: str, *, err: bool = False) -> str | None:
    """Put a question and return the line typed below it, None at the end of input; raises KeyboardInterrupt for Ctrl-C.

    With `err` the question goes to standard error.
    """
    import click

    try:
        answer: str = click.prompt(question, default="", show_default=False, prompt_suffix="\n> ", err=err)
    except click.Abort as abort:
        if isinstance(abort.__context__, KeyboardInterrupt):
            raise KeyboardInterrupt from None
        return None
    return answer
