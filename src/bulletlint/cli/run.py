"""One run of `check`: from the named paths to written outputs and an exit code, even if it is cut short."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from contextlib import closing, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bulletlint.cli.delivery import Delivery
from bulletlint.cli.exit_code import decide_exit_code
from bulletlint.cli.input import open_memory, read_stdin, tell_excluded
from bulletlint.cli.interruption import Interrupted, Interruption
from bulletlint.cli.overwriting import refuse_overwriting
from bulletlint.cli.progress import ProgressLine, start_progress
from bulletlint.core.errors import BulletlintError, ConfigError, ReadError
from bulletlint.core.finding import FileReport
from bulletlint.core.settings import Settings
from bulletlint.core.wording import count
from bulletlint.lint.linter import Linter
from bulletlint.lint.named_bullets import report_named, split_places
from bulletlint.lint.parallel.chunks import choose_jobs
from bulletlint.lint.run import lint_sources
from bulletlint.read.discovery import Pasted, Source, find_sources
from bulletlint.report.formats import STANDARD_OUTPUT
from bulletlint.report.outlet import Outlet
from bulletlint.report.redaction import list_summaries
from bulletlint.report.style import View
from bulletlint.report.summary import Summary

if TYPE_CHECKING:
    from bulletlint.cli.linters import KeptAnalyser
    from bulletlint.lint.baseline import KnownFindings, NewBaseline
    from bulletlint.lint.changed_bullets import ChangedBullets


def run_check(
    settings: Settings,
    paths: Sequence[str],
    *,
    targets: Sequence[tuple[str, str]],
    view: View,
    stdin_filename: str | None = None,
    update_baseline: bool = False,
    redacted: bool = False,
    caching: bool = True,
    since: str | None = None,
    kept: KeptAnalyser | None = None,
) -> int:
    """Lint, write every output of `targets` (format, file) as results come, and return the exit code.

    With `since`, a revision of git's, the report is about the bullets that changed since then. `kept`
    is the pipeline of an earlier run, and takes that of this one.
    Raises BulletlintError if settings, rules or an output are wrong.
    """
    known = open_baseline(settings.baseline, update=update_baseline)
    try:
        with Interruption() as interruption:
            stdin = read_stdin(tuple(paths), stdin_filename)
            paths, places = split_places(paths)
            if (places or since) and update_baseline:
                less = "--diff-from" if since else "a line"
                raise ConfigError(f"a baseline holds whole files; name them without {less}")
            if since and stdin and stdin_filename is None:
                raise ConfigError(
                    "--diff-from needs --stdin-filename for standard input: the file to compare with"
                )
            sources = find_sources(
                paths,
                Pasted(*stdin) if stdin else None,
                excluded=tell_excluded(settings, paths, quiet=view.quiet),
            )
            outputs = [("--output", output) for _, output in targets if output != STANDARD_OUTPUT]
            if settings.baseline and update_baseline:
                outputs.append(("--baseline", str(settings.baseline)))
            refuse_overwriting(sources, outputs)
            changes = find_changes(since, sources, settings) if since else None
            progress = start_progress(len(sources), quiet=view.quiet)
            tell = progress.count_bullets if progress else None
            linter = Linter(
                settings,
                analyser=kept.find(settings) if kept else None,
                memory=open_memory(settings) if caching else None,
                progress=tell,
            )
            if any(format == "sarif" for format, _ in targets):
                view = replace(view, rules=linter.rulebook.rules)
            delivery = Delivery(
                [Outlet(format, output, linter.tool, view) for format, output in targets],
                known=known,
                summaries=list_summaries(linter.rulebook.rules) if redacted else None,
                verbose=view.verbose,
                quiet=view.quiet,
                partial=changes is not None,
            )
            jobs = choose_jobs(settings.jobs, files=len(sources))
            with closing(lint_sources(linter, sources, jobs=jobs, progress=tell)) as results:
                named = (tuple(report_named(file, places) for file in files) for files in results)
                left = (changes.keep_changed(files) for files in named) if changes else named
                ended = deliver(left, delivery, interruption, progress)
    except Interrupted as interrupted:
        print("interrupted: there is no report", file=sys.stderr)  # noqa: T201
        return interrupted.exit_code
    if ended.early is not None:
        report = f"the report covers {ended.sources:,} of {count(len(sources), 'file')}"
        print(f"interrupted: {report}", file=sys.stderr)  # noqa: T201
        return ended.early.exit_code
    if not view.quiet and settings.model is not None:
        from bulletlint.pipeline.location import lacks_reader

        if lacks_reader(settings.model):
            reader = "no learned reader, so evidence is found by patterns alone"
            print(f"note: the pipeline {settings.model} has {reader}", file=sys.stderr)  # noqa: T201
    if kept is not None:
        kept.keep(linter)
    if changes is not None and not view.quiet:
        said = f"{changes.changed:,} of {count(changes.bullets, 'bullet')} changed since {since}"
        print(f"note: {said}", file=sys.stderr)  # noqa: T201
    if known is not None and settings.baseline is not None:
        for note in close_baseline(
            known, settings.baseline, new=ended.summary.findings, whole=not places and not since
        ):
            if not view.quiet:
                print(note, file=sys.stderr)  # noqa: T201
    return decide_exit_code(ended.summary, fail_on=settings.fail_on, max_warnings=settings.max_warnings)


class Ended(NamedTuple):
    """How a run ended: its figures, how many sources were delivered, and what made it end before all were."""

    summary: Summary
    sources: int
    early: Interrupted | None


def deliver(
    results: Iterable[tuple[FileReport, ...]],
    delivery: Delivery,
    interruption: Interruption,
    progress: ProgressLine | None,
) -> Ended:
    """Deliver the reports of every source as they come, and end all outputs even where the run is interrupted."""
    sources, early = 0, None
    try:
        for files in results:
            with interruption.shield():
                if progress is not None:
                    progress.wipe()
                delivery.take_source(files)
                sources += 1
                if progress is not None:
                    progress.count_file()
    except Interrupted as interrupted:
        early = interrupted
    except BulletlintError:
        with suppress(BulletlintError, OSError):
            delivery.close(broken=True)
        raise
    finally:
        if progress is not None:
            progress.wipe()
    return Ended(delivery.close(), sources, early)


def find_changes(since: str, sources: Sequence[Source | ReadError], settings: Settings) -> ChangedBullets:
    """Return what leaves in reports the bullets that changed since a revision; raises ConfigError."""
    from bulletlint.lint.changed_bullets import ChangedBullets
    from bulletlint.lint.source import choose_options

    return ChangedBullets(since, sources, choose_options(settings))


def open_baseline(path: Path | None, *, update: bool) -> KnownFindings | NewBaseline | None:
    """Return what leaves out the findings that are known, or on `update` takes note of all; raises ConfigError."""
    if path is None:
        if update:
            raise ConfigError("--update-baseline needs --baseline FILE, or `baseline` in the configuration")
        return None
    from bulletlint.lint.baseline import KnownFindings, NewBaseline, read_baseline

    return NewBaseline() if update else KnownFindings(read_baseline(path))


def close_baseline(known: KnownFindings | NewBaseline, path: Path, *, new: int, whole: bool) -> list[str]:
    """Write the baseline of a run that is over, if it is new, and return what to say of it; raises ConfigError.

    `new` is the number of findings that the baseline does not know; `whole` says that whole files were checked, so that
    an entry without a match is out of date.
    """
    from bulletlint.lint.baseline import NewBaseline

    if isinstance(known, NewBaseline):
        return [f"note: {path}: {count(known.write(path), 'finding')} written"]
    left_out = f"{count(known.known, 'known finding')} left out"
    notes = [f"note: {path}: {f'{new:,} new' if new else 'nothing new'}, {left_out}"]
    if known.stale and whole:
        entries = "1 entry matches" if known.stale == 1 else f"{known.stale:,} entries match"
        notes.append(f"note: {path}: {entries} nothing; --update-baseline removes what is fixed")
    return notes
