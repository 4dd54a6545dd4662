"""Read the clauses of a rule file, and refuse those that could never match."""

from __future__ import annotations

import re

from bulletlint.core.rule import Clause, Scope
from bulletlint.core.strict_yaml import Node, Source, refuse, take_list, take_table, take_text

#: The kinds of clause that a rule about one bullet takes, and those for a whole file.
CLAUSE_KINDS: dict[Scope, tuple[str, ...]] = {"bullet": ("patterns",), "document": ("lines", "source")}


def read_clause(node: Node, source: Source, *, scope: Scope = "bullet") -> Clause:
    """Return one clause; raises RuleError, with the line, for one that could never match."""
    kinds = CLAUSE_KINDS[scope]
    table = take_table(
        node,
        source,
        f"a clause of a {scope} rule",
        (*kinds, *(("called", "contact") if scope == "document" else ())),
    )
    called = take_text(table.pop("called"), source, "`called`") if "called" in table else ""
    contact = table.pop("contact").value is True if "contact" in table else False
    if len(table) != 1:
        refuse(
            source,
            node.line,
            f"a clause must have exactly one key, {' or '.join(kinds)}; write one clause for each",
        )
    kind, value = next(iter(table.items()))
    if kind == "patterns":
        return Clause("patterns", read_pattern_lines(value, source, kind), node.line)
    expressions = _read_expressions(value, source)
    return Clause("lines" if kind == "lines" else "source", expressions, node.line, called, contact)


def read_pattern_lines(node: Node, source: Source, what: str) -> tuple[tuple[str, int], ...]:
    """Return lines of the pattern notation, each with its line in the file; they are compiled with the lexicons."""
    lines = tuple((take_text(item, source, "a pattern"), item.line) for item in take_list(node, source, what))
    if not lines:
        refuse(source, node.line, f"{what} is empty and would never match; write a pattern")
    return lines


def _read_expressions(node: Node, source: Source) -> tuple[str, ...]:
    expressions = []
    for item in take_list(node, source, "a clause"):
        text = take_text(item, source, "a regular expression")
        try:
            expression = re.compile(text, re.IGNORECASE)
        except re.error as error:
            refuse(source, item.line, f"invalid regular expression ({error}); fix it")
        if expression.search(""):
            refuse(source, item.line, "this expression matches the empty text everywhere; ask for a word")
        if expression.groups > 1:
            refuse(
                source, item.line, "this expression has several groups; keep the one round what it points at"
            )
        expressions.append(text)
    if not expressions:
        refuse(source, node.line, "the clause is empty and would never match; write an expression")
    return tuple(expressions)
