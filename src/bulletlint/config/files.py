"""Find the configuration file in force, and read it as nodes that know their lines."""

from __future__ import annotations

import codecs
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from bulletlint.core.errors import ConfigError
from bulletlint.core.regular_file import read_settings_file
from bulletlint.core.strict_yaml import Node, Notation, Source, parse_yaml

OWN_NAMES = (
    ".bulletlint.toml",
    ".bulletlint.yaml",
    ".bulletlint.yml",
    "bulletlint.toml",
    "bulletlint.yaml",
    "bulletlint.yml",
)
PYPROJECT = "pyproject.toml"
#: The name that `init` proposes for the file of known findings.
BASELINE_NAME = ".bulletlint-baseline.json"
_TABLE = "bulletlint"
_YAML_SUFFIXES = (".yaml", ".yml")


def find_config_file(paths: Sequence[str] = ()) -> Path | None:
    """Return the nearest configuration file, upwards from the folder that the paths share, else from the current one.

    Raises ConfigError if a folder has two, since it is a guess which of them was meant.
    """
    try:
        start = find_shared_folder(paths)
    except FileNotFoundError:  # the current folder has been deleted
        return None
    for folder in (start, *start.parents):
        found = [folder / name for name in OWN_NAMES if (folder / name).is_file()]
        pyproject = folder / PYPROJECT
        if pyproject.is_file() and has_table(pyproject):
            found.append(pyproject)
        if len(found) > 1:
            raise ConfigError(
                f"{found[0].name} is in the same folder; keep one of the two", path=str(found[1])
            )
        if found:
            return found[0]
    return None


def find_shared_folder(paths: Sequence[str]) -> Path:
    """Return the folder that all of the paths share, the current one for none or for standard input."""
    folders = []
    for name in paths:
        if name != "-":
            path = Path(name).absolute()
            folders.append(os.path.normpath(path if path.is_dir() else path.parent))
    try:
        return Path(os.path.commonpath(folders)) if folders else Path.cwd()
    except ValueError:  # on two drives
        return Path.cwd()


def shorten_path(path: Path) -> str:
    """Return a path as the user would write it, from the current folder if it lies below."""
    try:
        return os.path.relpath(path) if path.absolute().is_relative_to(Path.cwd()) else str(path)
    except (ValueError, FileNotFoundError):
        return str(path)


def has_table(path: Path) -> bool:
    """Tell whether a pyproject.toml has a [tool.bulletlint] table; it is read as TOML only where it may have one.

    A file that is no TOML has one if it has the heading: then the error is ours to report.
    """
    try:
        content = read_settings_file(path).removeprefix(codecs.BOM_UTF8)
    except OSError:
        return False
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):  # as PowerShell writes it
        content = content.decode("utf-16", "replace").encode()
    if _TABLE.encode() not in content:
        return False
    if re.search(rb"^\s*\[\s*tool\s*\.\s*bulletlint\b", content, re.MULTILINE):
        return True
    # The same table in other spellings: `[tool]` with dotted keys, quoted names, an inline table.
    try:
        tools = _load_toml(content.decode("utf-8")).get("tool")
    except ValueError:
        return False
    return isinstance(tools, dict) and _TABLE in tools


def make_source(path: Path) -> Source:
    """Return the source of a configuration file's nodes, with the notation of its advice."""
    notation: Notation = "yaml" if path.suffix in _YAML_SUFFIXES else "toml"
    return Source(shorten_path(path), ConfigError, notation)


def read_config_file(path: Path) -> Node:
    """Return a configuration file's settings as nodes; raises ConfigError, with the line if there is one."""
    try:
        text = read_settings_file(path).decode("utf-8-sig")
    except OSError as error:
        raise ConfigError(
            f"cannot be read ({error.strerror}); check the path", path=shorten_path(path)
        ) from None
    except UnicodeDecodeError:
        raise ConfigError("is not UTF-8; save it as UTF-8", path=shorten_path(path)) from None
    if path.suffix in _YAML_SUFFIXES:
        return parse_yaml(text, make_source(path))
    return _read_toml(text, path)


def _load_toml(text: str) -> dict[str, Any]:
    """Return TOML as plain values; raises ValueError, also where it is nested more deeply than Python can follow."""
    if sys.version_info >= (3, 11):
        import tomllib
    else:
        import tomli as tomllib
    try:
        return tomllib.loads(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None


def _read_toml(text: str, path: Path) -> Node:
    try:
        table: Any = _load_toml(text)
    except ValueError as error:
        place = re.search(r"\(at line (\d+)", str(error))
        reason = str(error).partition(" (at ")[0]
        line = int(place[1]) if place else None
        advice = "fix the line" if line else "fix the file"
        raise ConfigError(f"invalid TOML ({reason}); {advice}", path=shorten_path(path), line=line) from None
    if path.name == PYPROJECT:
        tools = table.get("tool", {})
        table = tools.get(_TABLE, {}) if isinstance(tools, dict) else {}
    try:
        return _make_node(table, text.splitlines(), 1)
    except RecursionError:  # dotted keys nest without a bracket
        raise ConfigError("invalid TOML (nested too deeply); fix the file", path=shorten_path(path)) from None


def _make_node(value: Any, lines: Sequence[str], line: int) -> Node:
    """Return a TOML value as a node; the line of a key is the first one, from its table's on, that begins with it."""
    if isinstance(value, dict):
        return Node(
            {key: _make_node(item, lines, _find_key(key, lines, line)) for key, item in value.items()}, line
        )
    if isinstance(value, list):
        return Node([_make_node(item, lines, line) for item in value], line)
    if value is None or isinstance(value, str | int | float | bool):
        return Node(value, line)
    return Node(str(value), line)


def _find_key(key: str, lines: Sequence[str], first: int) -> int:
    quote = "?" if re.fullmatch(r"[A-Za-z0-9_-]+", key) else ""  # TOML has other keys in quotes only
    name = rf"""["']{quote}{re.escape(key)}["']{quote}"""
    pattern = re.compile(rf"\s*(?:{name}\s*[=.]|\[[^\]]*\b{name}\s*[\].])|\s*\[.*{name}\]")
    for number in range(first, len(lines) + 1):
        if pattern.match(lines[number - 1]):
            return number
    return first
