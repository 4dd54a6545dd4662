"""Load rules and pipeline in another thread while the person types."""

from __future__ import annotations

from concurrent.futures import Future
from threading import Thread
from typing import TYPE_CHECKING

from bulletlint.core.errors import BulletlintError, PipelineError
from bulletlint.core.settings import Settings

if TYPE_CHECKING:
    from bulletlint.lint.linter import Linter


def start_loading(settings: Settings, future: Future[Linter]) -> None:
    """Begin to load and return at once; the future gets the linter, or the BulletlintError that stopped it."""
    # A daemon, so that leaving the prompt does not wait for a pipeline that nobody needs any more.
    Thread(target=load_linter, args=(settings, future), name="loading", daemon=True).start()


def load_linter(settings: Settings, future: Future[Linter]) -> None:
    """Load rules and pipeline and hand them over through the future."""
    try:
        from bulletlint.lint.linter import Linter

        linter = Linter(settings)
        linter.load_analyser()
    except BulletlintError as error:
        future.set_exception(error)
    except Exception as error:
        reason = " ".join(f"{type(error).__name__}: {error}".split())[:200]
        future.set_exception(
            PipelineError(f"the pipeline cannot be loaded ({reason}); run bulletlint doctor")
        )
    else:
        future.set_result(linter)
