"""Loading in the background."""

from __future__ import annotations

from concurrent.futures import Future

import pytest

from bulletlint.cli.repl.loading import start_loading
from bulletlint.core.errors import PipelineError
from bulletlint.core.settings import Settings
from bulletlint.lint.linter import Linter


def test_the_linter_arrives_through_the_future() -> None:
    """With its pipeline loaded."""
    future: Future[Linter] = Future()
    start_loading(Settings(), future)
    linter = future.result(timeout=120)
    assert linter.load_analyser().nlp.has_pipe("parser")


def test_what_stops_the_loading_arrives_as_one_line() -> None:
    """No traceback in a thread that nobody looks at."""
    future: Future[Linter] = Future()
    start_loading(Settings(model="no_such_pipeline"), future)
    with pytest.raises(PipelineError, match="cannot load the pipeline no_such_pipeline"):
        future.result(timeout=120)
