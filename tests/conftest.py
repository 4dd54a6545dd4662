"""What all tests share: a cache of their own, and the bundled pipeline with the shipped words.

BULLETLINT_TEST_PURE_YAML=1 runs the tests as on a machine whose PyYAML was built without libyaml.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable

import pytest
import yaml

if os.environ.get("BULLETLINT_TEST_PURE_YAML"):
    # Before anything of bulletlint is imported, since a module may look for the quick loader when it is.
    for _name in [_name for _name in vars(yaml) if _name.startswith("C") and _name.endswith("Loader")]:
        delattr(yaml, _name)

from spacy.tokens import Doc

from bulletlint.core.facts import Facts
from bulletlint.core.finding import Rewrite
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.core.settings import Settings
from bulletlint.evidence import Reading, Words, load_words, read_bullet
from bulletlint.lint.analysis import Analyser, load_analyser
from bulletlint.rewrite import load_wordings, rewrite_bullet
from bulletlint.rewrite.slots.wording import Wordings
from bulletlint.rulebook.load import load_rules

Rewriter = Callable[..., "Rewrite | None"]

#: Modules whose tests share something costly (a wheel, a repository, thousands of parses): one process runs them.
SHARED = {"test_packaging", "test_pre_commit", "test_annotation"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Under pytest-xdist, keep what shares a fixture in one process, and begin with what takes longest."""
    if "PYTEST_XDIST_WORKER" not in os.environ:
        return
    for item in items:
        if item.path.stem in SHARED:
            item.add_marker(pytest.mark.xdist_group(item.path.stem))
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


def refuse_network(event: str, arguments: tuple[object, ...]) -> None:
    """Let a test fail that looks for another machine; sockets within this one (a path as address) are none."""
    if event == "socket.getaddrinfo" or event in ("socket.connect", "socket.sendto", "socket.bind"):
        if isinstance(arguments[-1], str | bytes) and event != "socket.getaddrinfo":
            return
        raise AssertionError(f"nothing of bulletlint uses the network: {event} {arguments[-1]!r}")


sys.addaudithook(refuse_network)

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # A shell starts what runs in its background so, and every program that a test starts would be deaf to Ctrl-C.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Give the whole test run a cache folder of its own, for the processes that it starts too."""
    patch = pytest.MonkeyPatch()
    patch.setenv("BULLETLINT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))


@pytest.fixture(autouse=True, scope="session")
def plain_output() -> None:
    """Leave out what a terminal says of itself: it would break the lines of what the tests compare, or paint them."""
    patch = pytest.MonkeyPatch()
    for name in ("COLUMNS", "FORCE_COLOR", "NO_COLOR"):
        patch.delenv(name, raising=False)


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
    """Read a text by patterns alone: its tokens and its facts."""
    return lambda text: read_bullet(analyser.nlp(text), words)


@pytest.fixture(scope="session")
def gather(read: Callable[[str], Reading]) -> Callable[[str], Facts]:
    """Gather the facts of a text."""
    return lambda text: read(text).facts


@pytest.fixture(scope="session")
def rewrite(analyser: Analyser, words: Words, wordings: Wordings) -> Rewriter:
    """Rewrite a text by what patterns find; a text is parsed once."""
    docs: dict[str, Doc] = {}

    def rewrite(text: str, **options: object) -> Rewrite | None:
        if text not in docs:
            docs[text] = analyser.nlp(text)
        doc = docs[text]
        return rewrite_bullet(read_bullet(doc, words), words, wordings, **options)  # type: ignore[arg-type]

    return rewrite
