"""Shards put together: the parts of all of them in one folder, if they are all there and of one kind."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from bulletlint.cohort.errors import CohortError
from bulletlint.cohort.folder import SHARD_FOLDERS, check_identity
from bulletlint.cohort.manifest import JOURNAL, Journal, Manifest, finish, read_manifest, write_manifest
from bulletlint.cohort.plan import WHOLE, Shard
from bulletlint.cohort.tables.columns import TABLES
from bulletlint.cohort.tables.parts import Parts
from bulletlint.cohort.writing import refuse_writing
from bulletlint.core.wording import count, list_numbers


def merge_shards(folder: Path) -> Manifest:
    """Put the parts of all shards below a folder beside each other in it, and return its manifest.

    The shards stay as they are. The folder must be held. Raises CohortError for shards that are missing, unfinished, or
    made by another version, with other rules, settings, files or another key.
    """
    shards = read_shards(folder)
    # A shard has every so-many-th part, whatever their number, so that files may come between two of them.
    identity = replace(shards[0][1].identity, parts=max(shard.identity.parts for _, shard in shards))
    held = read_manifest(folder)
    check_identity(folder, replace(identity, parts=held.identity.parts) if held else identity, WHOLE)
    manifest = Manifest(identity, WHOLE)
    write_manifest(folder, manifest)
    (folder / JOURNAL).unlink(missing_ok=True)
    target = Parts(folder, identity.format)
    journal = Journal(folder)
    numbers: set[int] = set()
    for path, shard in shards:
        source, known = Parts(path, identity.format), Journal(path)
        for number in range(shard.shard.number - 1, shard.identity.parts, shard.shard.total):
            done = known.find(number)
            if done is None or not source.has(number):
                raise CohortError(f"lacks part {number}; run this shard again", path=str(path))
            for table in TABLES:
                take_over(source.locate(table, number), target.locate(table, number))
            journal.add(number, *done)
            numbers.add(number)
    target.remove(set(target.list_numbers()) - numbers)
    manifest = finish(manifest, journal.total())
    write_manifest(folder, manifest)
    return manifest


def read_shards(folder: Path) -> list[tuple[Path, Manifest]]:
    """Return the folders and manifests of all shards, in order; raises CohortError unless they belong together."""
    shards: list[tuple[Path, Manifest]] = []
    for path in sorted(folder.glob(SHARD_FOLDERS)):
        manifest = read_manifest(path)
        if manifest is None or not manifest.finished:
            raise CohortError("is not finished; run this shard again", path=str(path))
        shards.append((path, manifest))
    if not shards:
        raise CohortError("holds no shard; run `bulletlint cohort … --shard 1/N` first", path=str(folder))
    check_complete(folder, [manifest.shard for _, manifest in shards])
    check_alike(shards)
    return shards


def check_alike(shards: Sequence[tuple[Path, Manifest]]) -> None:
    """Raise CohortError for shards of different runs."""
    first_path, first = shards[0]
    for path, manifest in shards[1:]:
        difference = manifest.identity.find_difference(first.identity, but="parts")
        if difference is not None:
            raise CohortError(
                f"differs from {first_path.name} in the {difference[0]}; run one of them again as the other",
                path=str(path),
            )


def check_complete(folder: Path, shards: Sequence[Shard]) -> None:
    """Raise CohortError if shards are of different totals, or some are missing."""
    totals = sorted({shard.total for shard in shards})
    if len(totals) > 1:
        raise CohortError(
            f"holds shards of {totals[0]} and of {totals[1]}; remove those of one", path=str(folder)
        )
    missing = set(range(1, totals[0] + 1)) - {shard.number for shard in shards}
    if missing:
        raise CohortError(
            f"lacks {count(len(missing), 'shard')} of {totals[0]} ({list_numbers(missing)}); run them first",
            path=str(folder),
        )


def take_over(source: Path, target: Path) -> None:
    """Give a file a second name, or copy it where a disk knows no such thing; raises CohortError."""
    draft = target.with_name(f".{target.name}.new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        draft.unlink(missing_ok=True)
        try:
            os.link(source, draft)
        except OSError:
            shutil.copyfile(source, draft)
        os.replace(draft, target)
    except OSError as error:
        refuse_writing(target, error)
