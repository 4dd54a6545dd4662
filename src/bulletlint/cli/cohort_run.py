"""One run of `cohort`: from the named paths to the tables, with its progress and an exit code."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path

from bulletlint.cli.extras import refuse_without
from bulletlint.cli.input import tell_excluded
from bulletlint.cli.interruption import Interrupted, Interruption
from bulletlint.cli.progress import start_progress
from bulletlint.cohort.errors import CohortError
from bulletlint.cohort.folder import PAGE, check_identity, clear_folder, hold_folder, open_folder
from bulletlint.cohort.manifest import (
    Identity,
    Journal,
    Manifest,
    describe_settings,
    digest_rules,
    read_manifest,
)
from bulletlint.cohort.names import Names, make_names
from bulletlint.cohort.page.pages import read_since, write_pages
from bulletlint.cohort.people import NO_PEOPLE, NOBODY, People, read_people
from bulletlint.cohort.plan import WHOLE, Shard, count_parts, fingerprint_listing, read_shard, split_entries
from bulletlint.cohort.rows import Showing, load_verbs
from bulletlint.cohort.run import Work, find_pending, lint_cohort
from bulletlint.cohort.tables.parts import Format
from bulletlint.core.errors import ReadError
from bulletlint.core.rule import Rule
from bulletlint.core.settings import Settings
from bulletlint.core.visible import show_line
from bulletlint.core.wording import count, list_numbers
from bulletlint.lint.linter import Linter
from bulletlint.lint.parallel.chunks import choose_jobs
from bulletlint.lint.source import name_source
from bulletlint.read.discovery import find_sources

#: Lines of a list of people that a note names.
MOST_LINES = 5
SEEN_OTHERS = (
    "note: the shards did not find the same files: of those that came or went in between some are missing or still in; "
    "run the shards again, which looks only at what has changed"
)


@dataclass(frozen=True, slots=True)
class Pages:
    """Which pages are asked for beside the usual ones."""

    since: Path | None = None
    handouts: bool = False


@dataclass(frozen=True, slots=True)
class Request:
    """What a user asked for beside the settings."""

    paths: tuple[str, ...]
    output: Path
    paths_from: str | None = None
    id_csv: Path | None = None
    format: Format = "parquet"
    shard: str | None = None
    pages: Pages = Pages()
    restart: bool = False
    text: bool = False
    show_paths: bool = False
    quiet: bool = False


def run_cohort(settings: Settings, request: Request) -> int:
    """Write the tables of a cohort and return the exit code; raises BulletlintError."""
    shard = read_shard(request.shard) if request.shard else WHOLE
    check_format(request.format)
    people = read_people(request.id_csv) if request.id_csv else NO_PEOPLE
    if request.pages.since is not None:
        read_since(request.pages.since)
    open_folder(request.output)
    folder = request.output / shard.folder if shard != WHOLE else request.output
    open_folder(folder)
    settings = replace(settings, rewrites=request.text)
    linter = Linter(settings)
    try:
        with Interruption(), hold_folder(folder):
            if request.restart:
                clear_folder(folder)
            work = plan_work(linter, request, folder, shard, people)
            pending = find_pending(work, Journal(folder))
            left = sum(len(work.entries[number]) for number in pending.states)
            if pending.done and not request.quiet:
                say(f"going on: {count(pending.done, 'file')} done before, {left:,} left")
            line = start_progress(left, quiet=request.quiet)
            try:
                manifest, _ = lint_cohort(
                    work, linter, jobs=choose_jobs(settings.jobs, files=left), progress=line
                )
            finally:
                if line is not None:
                    line.wipe()
            if shard == WHOLE:
                tell_pages(folder, manifest, linter.rulebook.rules, request.pages, quiet=request.quiet)
    except Interrupted as interrupted:
        say("interrupted: the parts that are written stay; the same command goes on from there")
        return interrupted.exit_code
    if not request.quiet:
        print(describe_end(folder, manifest))  # noqa: T201
    return 0


def plan_work(linter: Linter, request: Request, folder: Path, shard: Shard, people: People) -> Work:
    """Return what there is to do; raises CohortError for a folder that holds another run."""
    settings = linter.settings
    named = [*request.paths] or read_names(request.paths_from or "")
    found = find_sources(named, excluded=tell_excluded(settings, named, quiet=request.quiet))
    sources = [source for source in found if isinstance(source, Path | ReadError)]
    if not sources:
        raise CohortError("there is no resume to read; name files or folders with resumes")
    names = make_names(request.output, like=request.pages.since)
    held = read_manifest(folder)
    identity = identify_run(
        linter,
        request,
        names,
        parts=held.identity.parts if held else count_parts(len(sources), shard),
    )
    check_identity(folder, identity, shard)
    if request.id_csv and not request.quiet:
        tell_people(people, request.id_csv, [name_source(source) for source in sources])
    entries = split_entries(sources, names, people, parts=identity.parts, shard=shard)
    showing = Showing(names, load_verbs(), text=request.text, paths=request.show_paths)
    listing = fingerprint_listing(sources, names) if shard != WHOLE else ""
    return Work(folder, identity, shard, entries, showing, listing)


def identify_run(linter: Linter, request: Request, names: Names, *, parts: int) -> Identity:
    """Return what tells a run from others."""
    given = [os.path.normpath(path) for path in request.paths] or ["from", request.paths_from or ""]
    return Identity(
        version=linter.tool.version,
        model=linter.tool.model,
        rules=digest_rules(linter.rulebook.folders),
        settings=describe_settings(linter.settings, names),
        format=request.format,
        text=request.text,
        paths=request.show_paths,
        key=names.name_run("key"),
        named=names.name_run(*given),
        parts=parts,
    )


def merge_cohort(folder: Path, pages: Pages, *, quiet: bool) -> int:
    """Put the shards of a cohort together and return the exit code; raises CohortError."""
    from bulletlint.cohort.merge import merge_shards, read_shards
    from bulletlint.rulebook.load import load_rules

    open_folder(folder)
    with hold_folder(folder):
        shards = [manifest for _, manifest in read_shards(folder)]
        check_format(shards[0].identity.format)
        if len({manifest.listing for manifest in shards}) > 1:
            say(SEEN_OTHERS)
        manifest = merge_shards(folder)
        tell_pages(folder, manifest, load_rules(), pages, quiet=quiet)
    if not quiet:
        print(describe_end(folder, manifest))  # noqa: T201
    return 0


def tell_pages(folder: Path, manifest: Manifest, rules: Sequence[Rule], pages: Pages, *, quiet: bool) -> None:
    """Write the pages of a cohort, and say where they are; raises CohortError."""
    written = write_pages(folder, manifest, rules, since=pages.since, handouts=pages.handouts)
    if not quiet:
        handouts = f", {count(written.handouts, 'hand-out')}" if pages.handouts else ""
        say(f"{folder / PAGE}, {count(written.lists, 'list')} for advisors{handouts}")


def read_names(path: str) -> list[str]:
    """Return the paths that a file holds, one in a line; raises CohortError."""
    try:
        with (
            nullcontext(sys.stdin)
            if path == "-"
            else open(path, encoding="utf-8", errors="surrogateescape") as file
        ):
            return [line.rstrip("\r\n") for line in file if line.strip()]
    except OSError as error:
        raise CohortError(f"cannot be read ({error.strerror}); check --paths-from", path=path) from None


def check_format(format: Format) -> None:
    """Raise ConfigError where tables of a format cannot be written for want of a package, without loading it."""
    if format == "parquet" and find_spec("pyarrow") is None:
        refuse_without("cohort", ModuleNotFoundError("no pyarrow", name="pyarrow"))


def tell_people(people: People, path: Path, files: list[str]) -> None:
    """Write to standard error which columns and lines of a list are not used, and how many files it lacks."""
    if people.left_out:
        say(f"note: {path}: columns that are not read: {', '.join(people.left_out)}")
    lines = people.list_unmatched(files)
    if len(lines) == len(people.by_path):
        raise CohortError(
            "names none of the files that were found; its paths count from the folder that it lies in",
            path=str(path),
        )
    if lines:
        more = f" and {len(lines) - MOST_LINES:,} more" if len(lines) > MOST_LINES else ""
        say(f"note: {path}: no such file is in the cohort: line {list_numbers(lines[:MOST_LINES])}{more}")
    lacking = sum(people.find(file) is NOBODY for file in files)
    if lacking:
        say(f"note: {path}: {count(lacking, 'file')} of {len(files):,} not in the list")


def describe_end(folder: Path, manifest: Manifest) -> str:
    """Return the line that a run ends with."""
    counts = manifest.counts
    unreadable = f"; {count(counts.unreadable, 'file')} could not be read" if counts.unreadable else ""
    done = f"{count(counts.files, 'resume')}, {count(counts.bullets, 'bullet')}, {count(counts.findings, 'finding')}"
    return show_line(f"{folder}: {done}{unreadable}")


def say(text: str) -> None:
    """Write a line to standard error."""
    print(show_line(text), file=sys.stderr)  # noqa: T201
