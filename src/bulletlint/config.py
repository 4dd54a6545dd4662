"""Settings from the defaults, a configuration file and the options of a command, each with its origin."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from pathlib import Path
from typing import Any, cast

from bulletlint.config_file import find_config_file, read_config_file, shorten_path
from bulletlint.errors import ConfigError
from bulletlint.settings import FAIL_ON, LOUDNESSES, STRENGTHS, Loudness, PerFile, Settings
from bulletlint.strict_yaml import Node, Source, refuse, take_choice, take_list, take_table, take_text

DEFAULT = "default"


@dataclass(frozen=True, slots=True)
class Configuration:
    """The settings in force, the file that they came from, and for each setting where it was said."""

    settings: Settings
    path: Path | None
    origins: Mapping[str, str]


def load_settings(
    *, config_file: str | None, isolated: bool, given: Mapping[str, Any], paths: Sequence[str] = ()
) -> Settings:
    """Return the settings of a run; raises ConfigError."""
    return load_configuration(config_file=config_file, isolated=isolated, given=given, paths=paths).settings


def load_configuration(
    *, config_file: str | None, isolated: bool, given: Mapping[str, Any], paths: Sequence[str] = ()
) -> Configuration:
    """Return the settings of a run with their origins: options over the configuration file over the defaults.

    `given` holds options by the names of Settings' fields; None and () mean "not given".
    """
    if isolated and config_file is not None:
        raise ConfigError("--isolated and --config exclude each other; drop one")
    path = None if isolated else Path(config_file) if config_file else find_config_file(paths)
    values: dict[str, Any] = {}
    origins = {field.name: DEFAULT for field in fields(Settings)}
    if path is not None:
        source = Source(shorten_path(path), ConfigError)
        for name, (value, line) in read_settings(
            read_config_file(path), source, path.absolute().parent
        ).items():
            values[name] = value
            origins[name] = f"{source.path}:{line}"
        values["root"] = path.absolute().parent
    for name, value in given.items():
        if value is not None and value != ():
            values[name] = value
            origins[name] = "--" + name.replace("_", "-")
    return Configuration(replace(Settings(), **values), path, origins)


def read_settings(node: Node, source: Source, root: Path) -> dict[str, tuple[Any, int]]:
    """Return the settings that a configuration file gives, with their lines; raises ConfigError for an unknown key."""
    if node.value is None:
        return {}
    table = take_table(node, source, "the configuration", _READERS)
    return {
        key.replace("-", "_"): (_READERS[key](value, source, f"`{key}`", root), value.line)
        for key, value in table.items()
    }


def _read_text(node: Node, source: Source, what: str, root: Path) -> str:
    return take_text(node, source, what)


def _read_words(node: Node, source: Source, what: str, root: Path) -> tuple[str, ...]:
    return tuple(take_text(item, source, f"an entry of {what}") for item in take_list(node, source, what))


def _read_fail_on(node: Node, source: Source, what: str, root: Path) -> str:
    return take_choice(node, source, what, FAIL_ON)


def _read_strength(node: Node, source: Source, what: str, root: Path) -> str:
    return take_choice(node, source, what, STRENGTHS)


def _read_count(node: Node, source: Source, what: str, root: Path) -> int:
    if isinstance(node.value, bool) or not isinstance(node.value, int) or node.value < 0:
        refuse(source, node.line, f"{what} must be a number from 0 on")
    return node.value


def _read_switch(node: Node, source: Source, what: str, root: Path) -> bool:
    if not isinstance(node.value, bool):
        refuse(source, node.line, f"{what} must be true or false")
    return node.value


def _read_folders(node: Node, source: Source, what: str, root: Path) -> tuple[Path, ...]:
    folders = tuple(root / word for word in _read_words(node, source, what, root))
    for folder in folders:
        if not folder.is_dir():
            refuse(
                source,
                node.line,
                f"{what}: no such folder {shorten_path(folder)}; paths count from this file",
            )
    return folders


def _read_path(node: Node, source: Source, what: str, root: Path) -> Path:
    return root / take_text(node, source, what)


def _read_model(node: Node, source: Source, what: str, root: Path) -> str:
    """Return a package's name as it stands, a folder as a path from the configuration file on."""
    name = take_text(node, source, what)
    return str(root / name) if (root / name).is_dir() else name


def _read_severities(node: Node, source: Source, what: str, root: Path) -> tuple[tuple[str, Loudness], ...]:
    table = take_table(node, source, what)
    return tuple(
        (rule, cast(Loudness, take_choice(value, source, f"{what}: {rule}", LOUDNESSES)))
        for rule, value in table.items()
    )


def _read_lexicons(
    node: Node, source: Source, what: str, root: Path
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    table = take_table(node, source, what)
    return tuple((name, _read_words(value, source, f"{what}: {name}", root)) for name, value in table.items())


def _read_per_file(node: Node, source: Source, what: str, root: Path) -> tuple[PerFile, ...]:
    entries = []
    for pattern, value in take_table(node, source, what).items():
        table = take_table(value, source, f"{what}: {pattern}", ("profile", "select", "ignore", "severities"))
        given = {key: _READERS[key](item, source, f"`{key}`", root) for key, item in table.items()}
        entries.append(PerFile(pattern, **given))
    return tuple(entries)


#: Every key of a configuration file, and what reads it.
_READERS: dict[str, Callable[[Node, Source, str, Path], Any]] = {
    "profile": _read_text,
    "select": _read_words,
    "ignore": _read_words,
    "severities": _read_severities,
    "fail-on": _read_fail_on,
    "max-warnings": _read_count,
    "model": _read_model,
    "rule-folders": _read_folders,
    "lexicons": _read_lexicons,
    "never-flag": _read_words,
    "require-reasons": _read_switch,
    "baseline": _read_path,
    "item-macros": _read_words,
    "rewrite-strength": _read_strength,
    "per-file": _read_per_file,
}


def render_configuration(configuration: Configuration) -> str:
    """Return every setting with its value and its origin, a line each."""
    lines = []
    for field in fields(Settings):
        if field.name != "root":
            key = field.name.replace("_", "-")
            value = describe_setting(getattr(configuration.settings, field.name))
            lines.append((key, value, configuration.origins[field.name]))
    keys = max(len(key) for key, _, _ in lines)
    values = max(len(value) for _, value, _ in lines)
    return "".join(f"{key:<{keys}}  {value:<{values}}  {origin}\n" for key, value, origin in lines)


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
        names = ("profile", "select", "ignore", "severities")
        said = [f"{name} {describe_setting(getattr(entry, name))}" for name in names if getattr(entry, name)]
        return f"{entry.pattern} ({'; '.join(said)})"
    if isinstance(entry, tuple):
        name, value = entry
        return f"{name}: {' '.join(value) if isinstance(value, tuple) else value}"
    return describe_setting(entry)
