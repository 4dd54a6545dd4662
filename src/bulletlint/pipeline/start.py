"""Imports spaCy without its own command line, which a linter never uses and which costs a quarter of the import.

`spacy/__init__` imports `spacy.cli` for one function. For the versions listed here a lazy stand-in takes its place:
the real module is imported at the first use of any of its names. For any other version nothing is done.
"""

from __future__ import annotations

import importlib
import importlib.metadata
import importlib.util
import sys
from types import ModuleType
from typing import Any

#: spaCy versions whose `__init__` is known to need nothing of its command line while importing.
KNOWN = ("3.8.",)
_NAME = "spacy.cli"


class LazyCommandLine(ModuleType):
    """Stands in for `spacy.cli` and its sub-modules until somebody asks for one of their names."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__") and name not in ("__all__",):
            raise AttributeError(name)
        for module in [known for known in sys.modules if known.split(".")[:2] == ["spacy", "cli"]]:
            if isinstance(sys.modules[module], LazyCommandLine):
                del sys.modules[module]
        real = importlib.import_module(self.__name__)
        return getattr(real, name)


def import_spacy() -> Any:
    """Import spaCy, quickly where its version is known."""
    if "spacy" not in sys.modules and _NAME not in sys.modules and is_known_version():
        package = LazyCommandLine(_NAME)
        package.__path__ = []
        info = LazyCommandLine(f"{_NAME}.info")
        info.info = _call_info  # type: ignore[attr-defined]
        sys.modules[_NAME] = package
        sys.modules[f"{_NAME}.info"] = info
        try:
            spacy = importlib.import_module("spacy")
        finally:
            for module in (f"{_NAME}.info", _NAME):
                if isinstance(sys.modules.get(module), LazyCommandLine):
                    del sys.modules[module]
        vars(spacy).pop("cli", None)
        return spacy
    return importlib.import_module("spacy")


def _call_info(*arguments: Any, **options: Any) -> Any:
    """Call spaCy's real `info`, imported at this first use."""
    return importlib.import_module(f"{_NAME}.info").info(*arguments, **options)


def is_known_version() -> bool:
    try:
        version = importlib.metadata.version("spacy")
    except importlib.metadata.PackageNotFoundError:
        return False
    return version.startswith(KNOWN)
