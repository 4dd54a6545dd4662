"""Strict YAML: every value knows its line, a duplicate key is an error, and only true and false are booleans.

PyYAML keeps the last of two equal keys and reads `on`, `no` and dates as something other than words; in a file full
of English words that is a trap.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, NoReturn

from bulletlint.core.errors import BulletlintError, RuleError
from bulletlint.core.rules_folder import read_rule_text

#: Up to so many choices are all named in a message.
MOST_NAMED = 12

#: The notation of the file that a message gives advice about.
Notation = Literal["yaml", "toml"]
_TABLE_ADVICE: dict[Notation, str] = {
    "yaml": "a mapping (`key: value` lines)",
    "toml": "a table (`key = value` lines under its heading in brackets)",
}
_LIST_ADVICE: dict[Notation, str] = {
    "yaml": "write `- ` before each entry or [a, b]",
    "toml": 'write ["a", "b"]',
}

_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLEANS = {"true": True, "True": True, "false": False, "False": False}


@dataclass(frozen=True, slots=True)
class Node:
    """A YAML value and the 1-based line of its key, or of itself in a list; lists and mappings hold nodes."""

    value: str | int | float | bool | list[Node] | dict[str, Node] | None
    line: int


@dataclass(frozen=True, slots=True)
class Source:
    """Where nodes come from, for the messages about them: the file's path, the error to raise, the notation."""

    path: str
    error: type[BulletlintError] = RuleError
    notation: Notation = "yaml"


def read_rule_yaml(path: Path) -> tuple[Node, Source]:
    """Return the nodes of a YAML file of a rules folder, and the source that messages about them name.

    Raises RuleError, with the line if there is one, for a file that cannot be read, is not UTF-8 or not YAML.
    """
    source = Source(str(path))
    return parse_yaml(read_rule_text(path), source), source


def parse_yaml(text: str, source: Source) -> Node:
    """Return a YAML text as nodes; raises the source's error, with the line, where it is not strict YAML."""
    import yaml  # here, since a run that finds everything in the cache needs none

    # libyaml where PyYAML was built with it: several times faster.
    make_loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        loader = make_loader(text)
        try:
            root = loader.get_single_node()
        finally:
            loader.dispose()
        return Node(None, 1) if root is None else _convert(root, source)
    except yaml.YAMLError as error:
        reason, line = describe_yaml_error(error, text)
        advice = "fix the line" if line else "fix the file"
        raise source.error(f"invalid YAML ({reason}); {advice}", path=source.path, line=line) from None
    except RecursionError:
        raise source.error("invalid YAML (nested too deeply); fix the file", path=source.path) from None


def describe_yaml_error(error: Exception, text: str) -> tuple[str, int | None]:
    """Return what PyYAML found wrong in a text, and the line, None if it is not known."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    reason = getattr(error, "problem", None) or getattr(error, "context", None)
    character = getattr(error, "character", None)
    if character is not None:
        # PyYAML counts characters up to one that is not allowed, and names no line.
        code = character if isinstance(character, int) else ord(character)
        before, found, _ = text.partition(chr(code))
        lines = len(re.findall(r"\r\n?|\n", before)) + 1 if found else None
        return f"the character U+{code:04X} is not allowed", lines
    return reason or " ".join(str(error).split()), mark.line + 1 if mark else None


def _convert(node: Any, source: Source) -> Node:
    line = node.start_mark.line + 1
    if node.id == "scalar":
        return Node(_convert_scalar(node), line)
    if node.id == "sequence":
        return Node([_convert(item, source) for item in node.value], line)
    table: dict[str, Node] = {}
    for key_node, value_node in node.value:
        key = key_node.value
        if not isinstance(key, str):
            refuse(source, key_node.start_mark.line + 1, "a key must be text; write it in quotes")
        if key in table:
            refuse(source, key_node.start_mark.line + 1, f"duplicate key `{key}`; keep one")
        value = _convert(value_node, source)
        table[key] = Node(value.value, key_node.start_mark.line + 1)
    return Node(table, line)


def _convert_scalar(node: Any) -> str | int | float | bool | None:
    text: str = node.value
    if node.style:
        return text
    if text in _NULLS:
        return None
    if text in _BOOLEANS:
        return _BOOLEANS[text]
    if node.tag == "tag:yaml.org,2002:int" and text.lstrip("+-").isdecimal():
        return int(text)
    if node.tag == "tag:yaml.org,2002:float":
        try:
            return float(text)
        except ValueError:
            return text
    return text


def to_plain(node: Node) -> Any:
    """Return a node's value without lines."""
    if isinstance(node.value, dict):
        return {key: to_plain(value) for key, value in node.value.items()}
    if isinstance(node.value, list):
        return [to_plain(value) for value in node.value]
    return node.value


def refuse(source: Source, line: int | None, message: str) -> NoReturn:
    """Raise the source's error for a line."""
    raise source.error(message, path=source.path, line=line)


def hint_near(word: str, words: Iterable[str]) -> str:
    """Return "did you mean `x`?" for the nearest word, else the list of all words."""
    from difflib import get_close_matches

    known = sorted(words)
    near = get_close_matches(word, known, n=1, cutoff=0.6)
    if near:
        return f"did you mean `{near[0]}`?"
    if len(known) > MOST_NAMED:
        return "no known word is close to it; check the spelling"
    return "write one of " + ", ".join(known) if known else "none is known; remove it"


def take_table(node: Node, source: Source, what: str, keys: Collection[str] | None = None) -> dict[str, Node]:
    """Return a mapping; refuses another type, and a key that is not in `keys`."""
    if not isinstance(node.value, dict):
        refuse(source, node.line, f"{what} must be {_TABLE_ADVICE[source.notation]}")
    if keys is not None:
        for key, value in node.value.items():
            if key not in keys:
                refuse(source, value.line, f"unknown key `{key}` in {what}; {hint_near(key, keys)}")
    return node.value


def take_list(node: Node, source: Source, what: str) -> list[Node]:
    """Return a list; refuses another type."""
    if not isinstance(node.value, list):
        refuse(source, node.line, f"{what} must be a list; {_LIST_ADVICE[source.notation]}")
    return node.value


def take_text(node: Node, source: Source, what: str) -> str:
    """Return a text that is not empty, white space folded at its ends; refuses another type."""
    if not isinstance(node.value, str) or not node.value.strip():
        refuse(source, node.line, f"{what} must be text; write it in quotes")
    return node.value.strip()


def take_truth(node: Node, source: Source, what: str) -> bool:
    """Return whether something is so."""
    if not isinstance(node.value, bool):
        refuse(source, node.line, f"{what} must be true or false")
    return node.value


def take_share(node: Node, source: Source, what: str) -> float:
    """Return a number from 0 to 1; refuses any other."""
    if isinstance(node.value, bool) or not isinstance(node.value, int | float) or not 0 <= node.value <= 1:
        refuse(source, node.line, f"{what} must be a number from 0 to 1")
    return float(node.value)


def take_choice(node: Node, source: Source, what: str, choices: Collection[str]) -> str:
    """Return one of a few words; refuses any other."""
    if not isinstance(node.value, str) or node.value not in choices:
        refuse(source, node.line, f"{what} cannot be `{node.value}`; {hint_near(str(node.value), choices)}")
    return node.value


def take_choices(node: Node, source: Source, what: str, choices: Collection[str]) -> tuple[str, ...]:
    """Return a list of words, each one of a few."""
    return tuple(take_choice(item, source, what, choices) for item in take_list(node, source, what))
