"""Read a rule's examples: bullets with [brackets] round the words that the finding must point at."""

from __future__ import annotations

import re

from bulletlint.core.rule import Example
from bulletlint.core.strict_yaml import Node, Source, refuse, take_list, take_table, take_text

GROUPS = ("bad", "good", "missed", "false_alarm")
FEWEST = 2

_MARK = re.compile(r"\\([\[\]\\])|([\[\]])")


def read_examples(node: Node, source: Source) -> dict[str, tuple[Example, ...]]:
    """Return the examples by group; raises RuleError for fewer than two bad or two good ones."""
    table = take_table(node, source, "`examples`", GROUPS)
    groups: dict[str, tuple[Example, ...]] = {}
    for group in GROUPS:
        items = take_list(table[group], source, f"`{group}`") if group in table else []
        groups[group] = tuple(_read_example(item, source, group) for item in items)
    for group in ("bad", "good"):
        if len(groups[group]) < FEWEST:
            line = table[group].line if group in table else node.line
            refuse(source, line, f"a rule needs at least {FEWEST} {group} examples; add one")
    return groups


def _read_example(node: Node, source: Source, group: str) -> Example:
    better: str | None = None
    ended: bool | None = None
    marked = node
    if isinstance(node.value, dict):
        table = take_table(node, source, "an example", ("text", "better", "ended"))
        if "text" not in table:
            refuse(source, node.line, "missing key `text` in an example; add it")
        marked = table["text"]
        if "better" in table:
            better = take_text(table["better"], source, "`better`")
        if "ended" in table:
            if not isinstance(table["ended"].value, bool):
                refuse(
                    source, table["ended"].line, "`ended` must be true or false: whether the job has ended"
                )
            ended = table["ended"].value
    try:
        text, spans = parse_marks(take_text(marked, source, f"an example of `{group}`"))
    except ValueError as error:
        refuse(source, node.line, f"{error}; write \\[ for a bracket in the bullet itself")
    if group in ("bad", "missed") and not spans:
        refuse(
            source,
            node.line,
            f"a `{group}` example has no [brackets]; put them round what the finding points at",
        )
    if group == "good" and spans:
        refuse(source, node.line, "a `good` example has no finding; drop its brackets")
    return Example(text, spans, node.line, better, ended)


def parse_marks(marked: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return a text without its [brackets] and the character offsets that they enclosed.

    A backslash before a bracket keeps it. Raises ValueError if brackets do not pair.
    """
    pieces: list[str] = []
    spans: list[tuple[int, int]] = []
    length = 0
    opened: int | None = None
    position = 0
    for mark in _MARK.finditer(marked):
        piece = marked[position : mark.start()] + (mark[1] or "")
        pieces.append(piece)
        length += len(piece)
        position = mark.end()
        if mark[2] == "[":
            if opened is not None:
                raise ValueError("a bracket opens inside another")
            opened = length
        elif mark[2] == "]":
            if opened is None:
                raise ValueError("a bracket closes without an opening one")
            spans.append((opened, length))
            opened = None
    if opened is not None:
        raise ValueError("a bracket is never closed")
    return "".join(pieces) + marked[position:], tuple(spans)
