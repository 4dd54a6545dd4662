"""Files that are there whole or not at all, even if the disk is full or the machine stops."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path
from typing import NoReturn

from bulletlint.cohort.errors import CohortError

#: How drafts are called: hidden, and ending in this.
DRAFT = ".new"


def write_whole(path: Path, content: bytes, *, private: bool = False, first: bool = False) -> None:
    """Write a file under another name, make sure of it, and give it its own; `private` is for its owner only.

    With `first` a file that is there already stays, even if it came at the same moment. Raises CohortError if it cannot
    be written; then the file is as it was before.
    """
    # Not by the number of the process: on a shared disk two machines may have the same one.
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}{DRAFT}")
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
        if first:
            place_first(draft, path)
        else:
            os.replace(draft, path)
    except OSError as error:
        with suppress(OSError):
            draft.unlink()
        refuse_writing(path, error)


def place_first(draft: Path, path: Path) -> None:
    """Give a draft its name, unless another file has it; raises OSError."""
    try:
        os.link(draft, path)
    except FileExistsError:
        pass
    except OSError:  # a disk that knows no links
        if not path.exists():
            os.replace(draft, path)
            return
    draft.unlink()


def remove_drafts(folder: Path) -> None:
    """Remove what a run that was killed has left in a folder that is held."""
    for draft in folder.glob(f".*{DRAFT}"):
        with suppress(OSError):
            draft.unlink()


def refuse_writing(path: Path, error: OSError) -> NoReturn:
    """Raise the CohortError that says why a file cannot be written."""
    raise CohortError(
        f"cannot be written ({error.strerror or error}); what was written before is whole: "
        "make room or mend its rights, and run the same command again",
        path=str(path),
    ) from None
