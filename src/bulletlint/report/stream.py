"""The interface of every format: a stream that takes the files of a run one by one, so that none need be kept."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable
from typing import Protocol

from bulletlint.core.finding import FileReport

#: Takes the next piece of an output.
Write = Callable[[str], object]


class ReportStream(Protocol):
    """An output on its way; nothing is written before the first file or the end."""

    def add(self, file: FileReport) -> None:
        """Write the next file."""

    def close(self) -> None:
        """Write the end, so that the output is valid even if files are missing."""


def render_stream(open_stream: Callable[[Write], ReportStream], files: Iterable[FileReport]) -> str:
    """Return all that a stream writes of files."""
    target = io.StringIO()
    stream = open_stream(target.write)
    for file in files:
        stream.add(file)
    stream.close()
    return target.getvalue()
