"""The loop of a watched run: check, wait for a change, check again."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import click
import watchfiles

from bulletlint.cli.watch.files import Watched
from bulletlint.core.errors import BulletlintError
from bulletlint.core.wording import count

#: Milliseconds that changes are gathered for, at most, and for which nothing must change before they are told.
GATHER, REST = 400, 50
#: The exit code of a process that Ctrl-C ended; a run that a signal ended has this one or a higher one.
INTERRUPTED, ENDED = 130, 129

#: Waits for changes and yields the paths of a batch.
WaitForChanges = Callable[[Watched], Iterable[str]]


def watch(run: Callable[[], int], find: Callable[[], Watched], *, quiet: bool, wait: WaitForChanges) -> int:
    """Run, and again after each change that counts, until Ctrl-C; return the exit code of an interrupted run.

    A terminal is cleared before each run. A run that fails on wrong settings says so, and waits for better ones.
    """
    try:
        while True:
            click.clear()
            try:
                code = run()
                if code >= ENDED:
                    return code
            except BulletlintError as error:
                click.echo(f"error: {error}", err=True)
            watched = find()
            if not quiet:
                click.echo(f"watching {count(len(watched.files), 'file')}; Ctrl-C ends", err=True)
            if next(iter(wait(watched)), None) is None:
                return 0
    except KeyboardInterrupt:
        click.echo(err=True)
        return INTERRUPTED


def wait_for_change(watched: Watched) -> Iterable[str]:
    """Yield the first paths that change in a way that counts."""
    for changes in watchfiles.watch(
        *sorted(watched.places),
        watch_filter=lambda change, path: watched.counts(path),
        debounce=GATHER,
        step=REST,
        recursive=watched.recursive,
        raise_interrupt=True,
    ):
        yield from sorted(path for _, path in changes)
