"""Change a JSON or YAML file by its values: moved, wrapped, nested, repeated, and written down in another style."""

from __future__ import annotations

import copy
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
#: The fast loader where PyYAML has it; both make plain values only.
_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_DEPTHS = (2, 10, 100, 900)
#: Values of a tree, each as often as it is held: one that is held by many lists is written down in each.
_MOST_VALUES = 20_000


def change_tree(text: str, other: str, format: str, chance: random.Random, deepest: int) -> str | None:
    """Return a file with its values changed one to six times, None if it is no sound file of the format."""
    depths = [depth for depth in _DEPTHS if depth <= deepest]
    try:
        tree, borrowed = (_load(each, format) for each in (text, other))
    except (ValueError, yaml.YAMLError, RecursionError):
        return None
    try:
        for _ in range(chance.choice((1, 1, 2, 3, 6))):
            tree = _change(tree, borrowed, chance, depths)
        if count_values(tree) > _MOST_VALUES:
            return None
        return _dump(tree, format, chance)
    except (ValueError, yaml.YAMLError, RecursionError, TypeError):
        return None


def _load(text: str, format: str) -> Any:
    return json.loads(text) if format == "json" else yaml.load(text, _LOADER)


def _dump(tree: Any, format: str, chance: random.Random) -> str:
    if format == "json":
        return json.dumps(tree, indent=chance.choice((None, 1, 2)), ensure_ascii=chance.random() < 0.5)
    return yaml.dump(
        tree,
        Dumper=_DUMPER,
        default_flow_style=chance.choice((False, False, True, None)),
        default_style=chance.choice((None, None, '"', "'", "|", ">")),
        width=chance.choice((30, 80, 10_000)),
        allow_unicode=chance.random() < 0.5,
        sort_keys=False,
        explicit_start=chance.random() < 0.2,
    )


def count_values(tree: Any) -> int:
    """Return how many values a tree holds, and one more than _MOST_VALUES where there are more."""
    counted = 0
    waiting = [tree]
    while waiting and counted <= _MOST_VALUES:
        node = waiting.pop()
        counted += 1
        if isinstance(node, dict | list):
            waiting.extend(node.values() if isinstance(node, dict) else node)
    return counted


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


def _pick_odd(chance: random.Random) -> Any:
    """Return a copy of an odd value: a later change may put more into it, which no other input must have."""
    return copy.deepcopy(chance.choice(_ODD))


def _change(tree: Any, other: Any, chance: random.Random, depths: list[int]) -> Any:
    nodes = _list_nodes(tree)
    if not nodes:
        return {chance.choice(_KEYS): other}
    holder, key = chance.choice(nodes)
    value = holder[key]
    kind = chance.randrange(8)
    if kind == 0:
        del holder[key]
    elif kind == 1:
        holder[key] = _pick_odd(chance)
    elif kind == 2:
        holder[key] = [value] * chance.choice((1, 2, 30))
    elif kind == 3:
        holder[key] = {chance.choice(_KEYS): value, chance.choice(_KEYS): _pick_odd(chance)}
    elif kind == 4 and (borrowed := _list_nodes(other)):
        giver, name = chance.choice(borrowed)
        holder[key] = json.loads(json.dumps(giver[name], default=str))
    elif kind == 5 and isinstance(holder, dict):
        holder[chance.choice(_KEYS)] = holder.pop(key)
    elif kind == 6:
        for _ in range(chance.choice(depths)):
            value = [value] if chance.random() < 0.5 else {chance.choice(_KEYS): value}
        holder[key] = value
    elif isinstance(value, str):
        first, last = sorted(chance.randrange(len(value) + 1) for _ in range(2))
        holder[key] = value[:first] + str(_pick_odd(chance)) + value[last:]
    return tree
