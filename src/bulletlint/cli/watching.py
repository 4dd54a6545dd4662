"""`check --watch`, from the command to the loop that the extra `watch` brings."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from bulletlint.cli.extras import refuse_without
from bulletlint.core.errors import BulletlintError
from bulletlint.core.settings import Settings
from bulletlint.lint.named_bullets import split_places
from bulletlint.lint.source import choose_excluded


def watch_files(
    run: Callable[[], int],
    settle: Callable[[], Settings],
    paths: Sequence[str],
    *,
    config_file: str | Path | None,
    outputs: Sequence[str],
    quiet: bool,
) -> int:
    """Run, and again whenever a resume or a setting changes, until Ctrl-C; return the exit code.

    `settle` reads the settings. Raises ConfigError if the extra is missing.
    """
    try:
        from bulletlint.cli.watch.loop import wait_for_change, watch
    except ImportError as error:
        refuse_without("watch", error, asked="check --watch")
    from bulletlint.cli.watch.files import Watched, find_watched

    def find() -> Watched:
        try:
            settings = settle()
        except BulletlintError:  # the run has said it
            settings = Settings()
        files = (Path(config_file) if config_file else None, settings.baseline)
        return find_watched(
            split_places(paths)[0],
            settings_files=[path for path in files if path is not None],
            rule_folders=settings.rule_folders,
            outputs=outputs,
            excluded=choose_excluded(settings),
        )

    return watch(run, find, quiet=quiet, wait=wait_for_change)
