"""Change a JSON or YAML file by its values: moved, wrapped, nested, repeated, and written down in another style."""

from __future__ import annotations

import json
import random
from typing import Any

import yaml

#: Values that no resume has where another is expected.
_ODD: tuple[Any, ...] = (
    None, True, 0, -1, 1.5, 1e300, "", " ", "\u2028", "- a", "*a*", "<ul><li>Cut it.</li><li>Led it.</li></ul>",
    "2019-13", "a\n\nb", "• Cut costs.\n• Led 3 teams.", [], {}, [[]], [{}], {"": ""}, ["a", ["b", ["c"]]], "é" * 300,
)  # fmt: skip
#: Keys that a resume may have.
_KEYS = (
    "highlights", "summary", "work", "name", "position", "company", "startDate", "end_date", "date", "sections", "cv",
    "bullets", "description", "desc", "links", "keywords", "a", "", "1", "basics", "projects", "<<",
)  # fmt: skip
_DEPTHS = (2, 10, 100, 900)


def change_tree(text: str, other: str, format: str, chance: random.Random) -> str | None:
    """Return a file with its values changed one to six times, None if it is no sound file of the format."""
    try:
        tree, borrowed = (_load(each, format) for each in (text, other))
    except (ValueError, yaml.YAMLError, RecursionError):
        return None
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        tree = _change(tree, borrowed, chance)
    try:
        return _dump(tree, format, chance)
    except (ValueError, yaml.YAMLError, RecursionError, TypeError):
        return None


def _load(text: str, format: str) -> Any:
    return json.loads(text) if format == "json" else yaml.safe_load(text)


def _dump(tree: Any, format: str, chance: random.Random) -> str:
    if format == "json":
        return json.dumps(tree, indent=chance.choice((None, 1, 2)), ensure_ascii=chance.random() < 0.5)
    return yaml.safe_dump(
        tree,
        default_flow_style=chance.choice((False, False, True, None)),
        default_style=chance.choice((None, None, '"', "'", "|", ">")),
        width=chance.choice((30, 80, 10_000)),
        allow_unicode=chance.random() < 0.5,
        sort_keys=False,
        explicit_start=chance.random() < 0.2,
    )


def _list_nodes(tree: Any) -> list[tuple[Any, Any]]:
    """Return every value as what holds it and its key there."""
    nodes: list[tuple[Any, Any]] = []
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        keys = list(node) if isinstance(node, dict) else range(len(node)) if isinstance(node, list) else ()
        for key in keys:
            nodes.append((node, key))
            waiting.append(node[key])
        if len(nodes) > 3000:
            break
    return nodes


def _change(tree: Any, other: Any, chance: random.Random) -> Any:
    nodes = _list_nodes(tree)
    if not nodes:
        return {chance.choice(_KEYS): other}
    holder, key = chance.choice(nodes)
    value = holder[key]
    kind = chance.randrange(8)
    if kind == 0:
        del holder[key]
    elif kind == 1:
        holder[key] = chance.choice(_ODD)
    elif kind == 2:
        holder[key] = [value] * chance.choice((1, 2, 30))
    elif kind == 3:
        holder[key] = {chance.choice(_KEYS): value, chance.choice(_KEYS): chance.choice(_ODD)}
    elif kind == 4 and (borrowed := _list_nodes(other)):
        giver, name = chance.choice(borrowed)
        holder[key] = json.loads(json.dumps(giver[name], default=str))
    elif kind == 5 and isinstance(holder, dict):
        holder[chance.choice(_KEYS)] = holder.pop(key)
    elif kind == 6:
        for _ in range(chance.choice(_DEPTHS)):
            value = [value] if chance.random() < 0.5 else {chance.choice(_KEYS): value}
        holder[key] = value
    elif isinstance(value, str):
        first, last = sorted(chance.randrange(len(value) + 1) for _ in range(2))
        holder[key] = value[:first] + str(chance.choice(_ODD)) + value[last:]
    return tree
