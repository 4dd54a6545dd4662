"""The settings in force, each with its value and its origin."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from pathlib import Path

from bulletlint.config.files import shorten_path
from bulletlint.config.merge import PER_FILE_KEYS, Configuration
from bulletlint.core.settings import PerFile, Settings

DEFAULT = "default"


def render_configuration(configuration: Configuration) -> str:
    """Return every setting with its value and its origin, one per line."""
    settings = configuration.settings
    rows = []
    for field in fields(Settings):
        if field.name not in ("root", "origins", "rewrites", "account"):
            key = field.name.replace("_", "-")
            value = describe_setting(getattr(settings, field.name))
            if field.name == "jobs" and settings.jobs == 0:
                value = "auto"
            rows.append((key, value, str(settings.find_origin(field.name) or DEFAULT)))
    return _align(rows)


def render_file_settings(settings: Settings, path: str, entries: Sequence[PerFile]) -> str:
    """Return the settings that the matching `per-file` entries change for a file, one per line; "" if none matches."""
    rows = []
    for key in PER_FILE_KEYS:
        saying = [entry for entry in entries if getattr(entry, key)]
        if not saying:
            continue
        value: object = getattr(saying[-1], key)
        origins = [settings.find_origin("per_file", saying[-1].pattern, key)]
        if key in ("ignore", "severities"):
            # These add to what holds for every file; the last word on a rule counts.
            value = getattr(settings, key) + tuple(item for entry in saying for item in getattr(entry, key))
            origins = [settings.find_origin(key) if getattr(settings, key) else None]
            origins += [settings.find_origin("per_file", entry.pattern, key) for entry in saying]
        said_at = ", ".join(str(origin) for origin in origins if origin is not None)
        rows.append((f"  {key}", describe_setting(value), said_at or DEFAULT))
    return f"\nfor {path}\n{_align(rows)}" if rows else ""


def _align(rows: Sequence[tuple[str, str, str]]) -> str:
    keys = max(len(key) for key, _, _ in rows)
    values = max(len(value) for _, value, _ in rows)
    return "".join(f"{key:<{keys}}  {value:<{values}}  {origin}\n" for key, value, origin in rows)


def describe_setting(value: object) -> str:
    """Return a setting's value in a few words."""
    if value is None or value == ():
        return "-"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return ", ".join(describe_entry(entry) for entry in value)
    return shorten_path(value) if isinstance(value, Path) else str(value)


def describe_entry(entry: object) -> str:
    """Return one entry of a setting that has several."""
    if isinstance(entry, PerFile):
        said = [
            f"{name} {describe_setting(getattr(entry, name))}"
            for name in PER_FILE_KEYS
            if getattr(entry, name)
        ]
        return f"{entry.pattern} ({'; '.join(said)})"
    if isinstance(entry, tuple):
        name, value = entry
        return f"{name}: {' '.join(value) if isinstance(value, tuple) else value}"
    return describe_setting(entry)
