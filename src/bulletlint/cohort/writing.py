"""Files that are there whole or not at all, even if the disk is full or the machine stops."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from bulletlint.cohort.errors import CohortError


def write_whole(path: Path, content: bytes, *, private: bool = False) -> None:
    """Write a file under another name, make sure of it, and give it its own; `private` is for its owner only.

    Raises CohortError if it cannot be written; then the file is as it was before.
    """
    draft = path.with_name(f".{path.name}.{os.getpid()}.new")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(
            draft,
            os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0),
            0o600 if private else 0o666,
        )
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(draft, path)
    except OSError as error:
        with suppress(OSError):
            draft.unlink()
        refuse_writing(path, error)


def refuse_writing(path: Path, error: OSError) -> NoReturn:
    """Raise the CohortError that says why a file cannot be written."""
    raise CohortError(
        f"cannot be written ({error.strerror or error}); what was written before is whole: "
        "make room or mend its rights, and run the same command again",
        path=str(path),
    ) from None
