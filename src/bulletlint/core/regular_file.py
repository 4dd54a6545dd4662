"""The bytes of a file that is one: pipes, devices and files without end are refused before a byte is read."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

#: Bytes that a settings or rule file, a baseline or a .gitignore may have.
SETTINGS_LIMIT = 20_000_000


class NotRegularError(OSError):
    """A pipe, a device, a socket or a folder stands where a file should."""


def read_regular(path: Path, most: int) -> bytes:
    """Return up to `most` bytes of a regular file; a file that has more gives one more than that.

    Raises OSError, and of that NotRegularError for what is no regular file. It is opened without waiting, and looked at
    once it is open, so that a pipe put in its place in the meantime holds nobody up either.
    """
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0))
    with os.fdopen(handle, "rb") as file:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            raise NotRegularError(errno.EINVAL, "not a regular file", str(path))
        return file.read(most + 1)


def read_settings_file(path: Path) -> bytes:
    """Return the bytes of a file of settings or rules; raises OSError for one that is far too large to be one, too."""
    content = read_regular(path, SETTINGS_LIMIT)
    if len(content) > SETTINGS_LIMIT:
        raise OSError(errno.EFBIG, f"more than {SETTINGS_LIMIT // 10**6} MB", str(path))
    return content


def find_below(candidate: Path, root: Path, most: int) -> Path | None:
    """Return the file that a path leads to if it lies below a folder and has up to `most` bytes, None otherwise."""
    try:
        path = candidate.resolve()
        if path.is_relative_to(root) and path.is_file() and path.stat().st_size <= most:
            return path
    except (OSError, ValueError, RuntimeError):  # a name too long, with a zero byte, a loop of links
        pass
    return None
