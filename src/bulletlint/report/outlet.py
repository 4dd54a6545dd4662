"""Where reports go: the renderer of each format, and writing to a stream or a file."""

from __future__ import annotations

import io
import os
import sys
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TextIO

from bulletlint.core.errors import ConfigError
from bulletlint.core.finding import FileReport, Tool
from bulletlint.report.formats import STANDARD_OUTPUT, open_stream
from bulletlint.report.style import View


class Outlet:
    """One format on its way to a file, or to standard output for "-".

    Raises ConfigError if it cannot be written, but BrokenPipeError if nobody reads on.
    """

    def __init__(self, format: str, output: str, tool: Tool, view: View) -> None:
        self._path = None if output == STANDARD_OUTPUT else Path(output)
        if self._path is None:
            prepare_stdout(machine=format != "text")
            self._target: TextIO = sys.stdout
            terminal: bool | None = sys.stdout.isatty()
        else:
            try:
                self._target = self._path.open("w", encoding="utf-8", errors="backslashreplace", newline="")
            except OSError as error:
                raise self._refuse(error) from None
            view, terminal = replace(view, colour="never"), None
        self.begun = False  # something was written
        self._stream = open_stream(format, self._write, tool, view, terminal=terminal)

    def add(self, file: FileReport) -> None:
        """Write what the format says of the next file."""
        self._stream.add(file)
        self._flush()

    def close(self, *, broken: bool = False) -> None:
        """Write the end; if the run broke before anything was written, leave the output empty."""
        if self._target.closed:  # it failed before, and was said to
            return
        if self.begun or not broken:
            self._stream.close()
        self._flush()
        if self._path is not None:
            try:
                self._target.close()
            except OSError as error:
                raise self._refuse(error) from None

    def _write(self, text: str) -> None:
        self.begun = self.begun or bool(text)
        try:
            self._target.write(text)
        except OSError as error:
            raise self._refuse(error) from None

    def _flush(self) -> None:
        try:
            self._target.flush()
        except OSError as error:
            raise self._refuse(error) from None

    def _refuse(self, error: OSError) -> OSError | ConfigError:
        if isinstance(error, BrokenPipeError):
            return error
        if self._path is None:
            discard_output()
            return ConfigError(f"cannot write to standard output ({error.strerror}); check where it goes")
        with suppress(OSError, AttributeError):  # what could not be written, or was never opened
            self._target.close()
        return ConfigError(
            f"cannot write the report ({error.strerror}); check --output", path=str(self._path)
        )


def prepare_stdout(*, machine: bool) -> None:
    """Make standard output fit for a report: bytes as in a file where a machine reads it, else what the console has.

    Whoever reads SARIF or CSV reads UTF-8, whatever the console writes. A person sees what it cannot show as escapes.
    """
    if not isinstance(sys.stdout, io.TextIOWrapper):  # replaced, as in a test
        return
    if machine:
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")
    elif sys.stdout.errors == "strict":
        sys.stdout.reconfigure(errors="backslashreplace")


def discard_output() -> None:
    """Discard what is left for standard output, so that the process does not fail on it when it ends."""
    with suppress(OSError, ValueError):  # where standard output is no file of the system's, as in a test
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
