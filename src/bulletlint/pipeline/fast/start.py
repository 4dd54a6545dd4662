"""Imports spaCy without its own command line, which a linter never uses and which costs a quarter of the import.

`spacy/__init__` imports `spacy.cli` for one function, `spacy.info`. For the versions listed here a function that
calls the real one takes its place, and `spacy.cli` is imported when somebody first asks for it, as `spacy.cli`, by
`import spacy.cli` or by calling `spacy.info`. For any other version nothing is done.

NumPy, which spaCy imports, is told to multiply matrices on one core, unless somebody has said otherwise: those of a
resume are so small that threads wait for each other longer than they work, and `--jobs` gives cores enough to do.
"""

from __future__ import annotations

import importlib
import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.machinery import PathFinder
from pathlib import Path
from types import ModuleType
from typing import Any

#: spaCy versions whose `__init__` is known to need of its command line nothing but the function `info`.
KNOWN = ("3.8.",)
_COMMAND_LINE = "spacy.cli"
_INFO = "spacy.cli.info"


#: What says how many threads multiply matrices, the first of them to the library that NumPy comes with.
THREAD_SETTINGS = ("OPENBLAS_NUM_THREADS", "GOTO_NUM_THREADS", "OMP_NUM_THREADS")


def import_spacy() -> Any:
    """Import spaCy, quickly where its version is known and nobody has imported it yet."""
    with limit_threads():
        return _import_quickly()


@contextmanager
def limit_threads() -> Iterator[None]:
    """Let a NumPy that is first imported inside the block work on one core; the environment is left as it was."""
    if "numpy" in sys.modules or any(name in os.environ for name in THREAD_SETTINGS):
        yield
        return
    os.environ[THREAD_SETTINGS[0]] = "1"
    try:
        yield
    finally:
        del os.environ[THREAD_SETTINGS[0]]


def _import_quickly() -> Any:
    if "spacy" in sys.modules or _COMMAND_LINE in sys.modules or not is_known(find_version()):
        return importlib.import_module("spacy")
    stand_in = ModuleType(_INFO)
    stand_in.info = _call_info  # type: ignore[attr-defined]
    # `from .cli.info import info` finds the name here and looks no further, not even at the package above it.
    sys.modules[_INFO] = stand_in
    try:
        spacy = importlib.import_module("spacy")
    finally:
        if sys.modules.get(_INFO) is stand_in:
            del sys.modules[_INFO]
    if _COMMAND_LINE not in sys.modules and not hasattr(spacy, "__getattr__"):
        spacy.__getattr__ = _find_attribute  # type: ignore[method-assign]
    return spacy


def _call_info(*arguments: Any, **options: Any) -> Any:
    """Call spaCy's real `info`, imported at this first use."""
    return importlib.import_module(_INFO).info(*arguments, **options)


def _find_attribute(name: str) -> Any:
    """Return `spacy.cli` when it is first asked for; every other name is one that spaCy does not have."""
    if name == "cli":
        return importlib.import_module(_COMMAND_LINE)
    raise AttributeError(f"module 'spacy' has no attribute {name!r}")


def find_version() -> str | None:
    """Return the version of the installed spaCy as it stands in its source, None if that does not say."""
    spec = PathFinder.find_spec("spacy")
    if spec is None or spec.origin is None:
        return None
    try:
        text = (Path(spec.origin).parent / "about.py").read_text(encoding="utf-8")
    except OSError:
        return None
    found = re.search(r"^__version__ = [\"']([^\"']+)[\"']", text, re.MULTILINE)
    return found[1] if found else None


def is_known(version: str | None) -> bool:
    """Tell whether the quick way fits a version of spaCy."""
    return version is not None and version.startswith(KNOWN)
