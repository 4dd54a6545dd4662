"""A task for worker processes that needs no pipeline: the name of a file says what becomes of its process."""

from __future__ import annotations

import os
import time
from pathlib import Path

from bulletlint.core.errors import ConfigError
from bulletlint.core.finding import FileReport
from bulletlint.lint.parallel.chunks import Chunk


def lint_chunk(chunk: Chunk) -> list[tuple[FileReport, ...]]:
    """Return empty reports; obey files named crash, once, hang, memory and wrong."""
    paths = [Path(str(path)) for path in chunk]
    for path in paths:
        name = path.name
        if name.startswith("crash"):
            os._exit(3)
        if name.startswith("once") and not path.exists():
            path.touch()
            os._exit(3)
        if name.startswith("hang"):
            time.sleep(3600)
        if name.startswith("memory"):
            raise MemoryError
        if name.startswith("wrong"):
            raise ConfigError("no such thing", path="x.toml", line=3)
    return [(FileReport(str(path), "plain", None),) for path in paths]


def end_at_once(chunk: Chunk) -> list[tuple[FileReport, ...]]:
    """End before anything was done."""
    os._exit(7)
