"""The one folder below which an agent may name files."""

from __future__ import annotations

from pathlib import Path

from bulletlint.core.errors import ReadError


def find_inside(folder: Path, name: str) -> Path:
    """Return the file of a name, from the folder on; raises ReadError for one that lies outside of it.

    Links are followed first, so that none leads out. A folder is refused too: a call names what it reads.
    """
    if "\0" in name:
        raise ReadError("is not a file name; write a path below the folder of the server")
    root = folder.resolve()
    try:
        path = (root / name).resolve()
    except (OSError, RuntimeError) as error:
        raise ReadError(f"cannot be read ({error}); check the path", path=name) from None
    if not path.is_relative_to(root):
        raise ReadError(
            "lies outside of the folder that the server was started in; start it there", path=name
        )
    if path.is_dir():
        raise ReadError("is a folder; name one file", path=name)
    return path
