"""The bundled pipeline with the shipped words, and the repository's root, where the separate fact checker lies."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from spacy.tokens import Doc

from bulletlint.analysis import Analyser, load_analyser
from bulletlint.evidence import Reading, Words, load_words, read_bullet
from bulletlint.facts import Facts
from bulletlint.finding import Rewrite
from bulletlint.loader import load_rules
from bulletlint.rewrite import load_wordings, rewrite_bullet
from bulletlint.rewrite.slots import Wordings
from bulletlint.rules_folder import find_rules_folder
from bulletlint.settings import Settings

ROOT = Path(__file__).resolve().parents[2]
if str(ROOT) not in sys.path:
    sys.path.insert(0, str(ROOT))

Rewriter = Callable[..., "Rewrite | None"]


@pytest.fixture(scope="session")
def analyser() -> Analyser:
    return load_analyser(load_rules(), folders=(find_rules_folder(),), settings=Settings())


@pytest.fixture(scope="session")
def words() -> Words:
    return load_words((find_rules_folder(),))


@pytest.fixture(scope="session")
def wordings(words: Words) -> Wordings:
    return load_wordings((find_rules_folder(),), words)


@pytest.fixture(scope="session")
def read(analyser: Analyser, words: Words) -> Callable[[str], Reading]:
    """Read a text: its tokens and its facts."""
    return lambda text: read_bullet(analyser.nlp(text), words)


@pytest.fixture(scope="session")
def gather(read: Callable[[str], Reading]) -> Callable[[str], Facts]:
    """Gather the facts of a text."""
    return lambda text: read(text).facts


@pytest.fixture(scope="session")
def rewrite(analyser: Analyser, words: Words, wordings: Wordings) -> Rewriter:
    """Rewrite a text by its facts; a text is parsed once."""
    docs: dict[str, Doc] = {}

    def rewrite(text: str, **options: object) -> Rewrite | None:
        if text not in docs:
            docs[text] = analyser.nlp(text)
        doc = docs[text]
        return rewrite_bullet(read_bullet(doc, words), words, wordings, **options)  # type: ignore[arg-type]

    return rewrite
