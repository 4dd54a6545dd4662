"""A session without a trained pipeline, for the tests of the prompt."""

from __future__ import annotations

from concurrent.futures import Future

import pytest

from builders import load_shipped_words, make_pipeline, read_all_simply
from bulletlint.check.rule_patterns import compile_rules
from bulletlint.cli.repl.session import Session
from bulletlint.core.settings import Settings
from bulletlint.lint.analysis import Analyser
from bulletlint.lint.linter import Linter
from bulletlint.report.text_style import TextStyle


@pytest.fixture
def session() -> Session:
    """A session whose pipeline only tokenizes; two rules ask, facts go by the first word."""
    settings = Settings(profile="ai-pm", select=("weak-verb", "missing-fallback"))
    linter = Linter(settings)
    nlp = make_pipeline()
    linter._analyser = Analyser(
        nlp, compile_rules(linter.rulebook.rules, load_shipped_words()), read_all_simply
    )
    loading: Future[Linter] = Future()
    loading.set_result(linter)
    return Session(settings, loading, TextStyle())
