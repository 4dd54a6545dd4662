"""Keeps the tests away from the user's own cache."""

from __future__ import annotations

import pytest


@pytest.fixture(autouse=True, scope="session")
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Give the whole test run a cache folder of its own, for the processes that it starts too."""
    patch = pytest.MonkeyPatch()
    patch.setenv("BULLETLINT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
