"""The output folder: it belongs to one cohort, one run writes in it at a time, and nothing else is touched."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bulletlint.cohort.errors import CohortError
from bulletlint.cohort.manifest import JOURNAL, MANIFEST, Identity, Manifest, read_manifest
from bulletlint.cohort.names import KEY_FILE
from bulletlint.cohort.plan import Shard
from bulletlint.cohort.tables.columns import TABLES
from bulletlint.cohort.writing import refuse_writing

LOCK = ".lock"
PAGE, ADVISORS, HANDOUTS = "index.html", "advisors", "handouts"
#: All that a cohort writes into its folder, beside the folders of shards.
OURS = frozenset({MANIFEST, JOURNAL, KEY_FILE, LOCK, PAGE, ADVISORS, HANDOUTS, *TABLES})
SHARD_FOLDERS = "shard-*-of-*"


def open_folder(folder: Path) -> None:
    """Make sure that a folder can be a cohort's: it is new, empty or one already; raises CohortError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        strange = [
            path.name
            for path in folder.iterdir()
            if path.name not in OURS and not path.match(SHARD_FOLDERS) and not path.name.startswith(".")
        ]
    except OSError as error:
        reason = "it is a file" if folder.exists() and not folder.is_dir() else error.strerror
        raise CohortError(
            f"cannot be the output folder ({reason}); name another --output", path=str(folder)
        ) from None
    if strange:
        raise CohortError(
            f"holds `{min(strange)}`, which is no part of a cohort; name a new folder for --output",
            path=str(folder),
        )


@contextmanager
def hold_folder(folder: Path) -> Iterator[None]:
    """Keep a folder for this process as long as it is entered; raises CohortError if another one has it."""
    try:
        file = (folder / LOCK).open("ab")
    except OSError as error:
        refuse_writing(folder / LOCK, error)
    with file:
        try:
            if sys.platform == "win32":
                import msvcrt

                msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
            else:
                import fcntl

                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise CohortError(
                "another run writes in this folder; wait for it, or name another --output", path=str(folder)
            ) from None
        yield


def check_identity(folder: Path, identity: Identity, shard: Shard) -> Manifest | None:
    """Return the manifest of the run that a folder holds, None if it holds none; raises CohortError for another one."""
    manifest = read_manifest(folder)
    if manifest is None:
        return None
    difference = manifest.identity.find_difference(identity)
    if difference is None and manifest.shard != shard:
        difference = "shard", str(manifest.shard), str(shard)
    if difference is not None:
        what, held, given = difference
        values = f" ({held} there, {given} now)" if is_short(held) and is_short(given) else ""
        raise CohortError(
            f"holds another run; it differs in the {what}{values}; name another --output, or add --restart "
            "to throw its tables away",
            path=str(folder),
        )
    return manifest


def is_short(value: object) -> bool:
    """Tell whether a value is worth showing."""
    return isinstance(value, str | bool | int) and len(str(value)) < 20


def clear_folder(folder: Path) -> None:
    """Throw the tables and the pages of a run away; the key stays, so that names stay the same."""
    for name in (MANIFEST, JOURNAL, PAGE):
        (folder / name).unlink(missing_ok=True)
    for name in (*TABLES, ADVISORS, HANDOUTS):
        shutil.rmtree(folder / name, ignore_errors=True)
