"""Settings from the defaults, a configuration file and the options of a command, each with its origin."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, cast

from bulletlint.config.files import find_config_file, make_source, read_config_file, shorten_path
from bulletlint.core.errors import ConfigError
from bulletlint.core.ignore_patterns import is_pattern
from bulletlint.core.settings import FAIL_ON, LOUDNESSES, STRENGTHS, Loudness, Origin, PerFile, Settings
from bulletlint.core.strict_yaml import (
    Node,
    Source,
    refuse,
    take_choice,
    take_list,
    take_table,
    take_text,
    take_truth,
)

#: The keys of an entry of `per-file`.
PER_FILE_KEYS = ("profile", "select", "ignore", "severities")


@dataclass(frozen=True, slots=True)
class Configuration:
    """The settings in force, and the file that they came from."""

    settings: Settings
    path: Path | None


def load_settings(
    *, config_file: str | None, isolated: bool, given: Mapping[str, Any], paths: Sequence[str] = ()
) -> Settings:
    """Return the settings of a run; raises ConfigError."""
    return load_configuration(config_file=config_file, isolated=isolated, given=given, paths=paths).settings


def load_configuration(
    *, config_file: str | None, isolated: bool, given: Mapping[str, Any], paths: Sequence[str] = ()
) -> Configuration:
    """Return the settings of a run: options over the configuration file over the defaults.

    `given` holds options by the names of Settings' fields; None and () mean "not given".
    """
    if isolated and config_file is not None:
        raise ConfigError("--isolated and --config contradict each other; drop one")
    path = None if isolated else Path(config_file) if config_file else find_config_file(paths)
    values: dict[str, Any] = {}
    origins: dict[tuple[str, ...], Origin] = {}
    if path is not None:
        root = path.absolute().parent
        source = make_source(path)
        node = read_config_file(path)
        values = {**read_settings(node, source, root), "root": root}
        origins = {keys: Origin(source.path, line) for keys, line in find_lines(node)}
    for name, value in given.items():
        if value is not None and value != ():
            values[name] = value
            origins[(name,)] = Origin("--" + name.replace("_", "-"))
    return Configuration(replace(Settings(), **values, origins=origins), path)


def read_settings(node: Node, source: Source, root: Path) -> dict[str, Any]:
    """Return the settings that a configuration file gives; raises ConfigError for an unknown key."""
    if node.value is None:
        return {}
    table = take_table(node, source, "the configuration", _READERS)
    return {
        key.replace("-", "_"): _READERS[key](value, source, f"`{key}`", root) for key, value in table.items()
    }


def find_lines(node: Node, before: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], int]]:
    """Yield the keys of a setting and its line, of the tables and of the entries in them."""
    if isinstance(node.value, dict):
        for key, value in node.value.items():
            keys = (*before, key) if before else (key.replace("-", "_"),)
            yield keys, value.line
            yield from find_lines(value, keys)


def _read_text(node: Node, source: Source, what: str, root: Path) -> str:
    return take_text(node, source, what)


def _read_words(node: Node, source: Source, what: str, root: Path) -> tuple[str, ...]:
    return tuple(take_text(item, source, f"an entry of {what}") for item in take_list(node, source, what))


def _read_fail_on(node: Node, source: Source, what: str, root: Path) -> str:
    return take_choice(node, source, what, FAIL_ON)


def _read_strength(node: Node, source: Source, what: str, root: Path) -> str:
    return take_choice(node, source, what, STRENGTHS)


def _read_count(node: Node, source: Source, what: str, root: Path, *, also: str = "") -> int:
    if isinstance(node.value, bool) or not isinstance(node.value, int) or node.value < 0:
        refuse(source, node.line, f"{what} must be 0 or more{also}")
    return node.value


def _read_jobs(node: Node, source: Source, what: str, root: Path) -> int:
    return 0 if node.value == "auto" else _read_count(node, source, what, root, also=', or "auto"')


def _read_switch(node: Node, source: Source, what: str, root: Path) -> bool:
    return take_truth(node, source, what)


def _read_folders(node: Node, source: Source, what: str, root: Path) -> tuple[Path, ...]:
    folders = tuple(root / word for word in _read_words(node, source, what, root))
    for folder in folders:
        if not folder.is_dir():
            refuse(
                source,
                node.line,
                f"{what}: no such folder {shorten_path(folder)}; write it relative to this file",
            )
    return folders


def _read_patterns(node: Node, source: Source, what: str, root: Path) -> tuple[str, ...]:
    for item in take_list(node, source, what):
        if not is_pattern(take_text(item, source, f"an entry of {what}")):
            refuse(source, item.line, f"{what}: `{item.value}` is no pattern; write it as in .gitignore")
    return _read_words(node, source, what, root)


def _read_path(node: Node, source: Source, what: str, root: Path) -> Path:
    return root / take_text(node, source, what)


def _read_model(node: Node, source: Source, what: str, root: Path) -> str:
    """Return a package's name unchanged, a folder as a path relative to the configuration file."""
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
        table = take_table(value, source, f"{what}: {pattern}", PER_FILE_KEYS)
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
    "jobs": _read_jobs,
    "rewrite-strength": _read_strength,
    "exclude": _read_patterns,
    "per-file": _read_per_file,
}
