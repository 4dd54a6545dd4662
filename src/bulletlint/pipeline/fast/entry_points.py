"""Lets spaCy's registries look through the installed packages once, instead of at every question.

A registry asks all installed packages for their entry points whenever a name is looked up, a hundred times while a
pipeline is loaded, and each time gets the same answer.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from types import SimpleNamespace
from typing import Any


@contextmanager
def remember_entry_points() -> Iterator[None]:
    """Answer a registry's questions for entry points from memory, inside the block."""
    # spaCy has imported it by now; it is spaCy's library, not ours.
    catalogue: Any = sys.modules.get("catalogue")
    installed: Any = getattr(catalogue, "AVAILABLE_ENTRY_POINTS", None)
    if not hasattr(installed, "select"):
        yield
        return

    @cache
    def select(group: str) -> Any:
        return installed.select(group=group)

    catalogue.AVAILABLE_ENTRY_POINTS = SimpleNamespace(select=select)
    try:
        yield
    finally:
        catalogue.AVAILABLE_ENTRY_POINTS = installed
