"""The conditions of a rule file: facts that must or must not hold, and patterns of words."""

from __future__ import annotations

from typing import cast

from bulletlint.core.facts import DOCUMENT_FACT_VALUES, FACT_VALUES
from bulletlint.core.rule import Clause, Condition, FactTable, Scope
from bulletlint.core.strict_yaml import Node, Source, hint_near, refuse, take_list, take_table
from bulletlint.rulebook.clause import read_clause, read_pattern_lines


def read_facts(node: Node, source: Source, what: str, *, scope: Scope = "bullet") -> FactTable:
    """Return a table of facts, each a list of values out of the closed set that facts.py or file_facts.py names."""
    rows = []
    known_facts = FACT_VALUES if scope == "bullet" else DOCUMENT_FACT_VALUES
    for fact, value in take_table(node, source, what).items():
        if fact not in known_facts:
            refuse(source, value.line, f"unknown fact `{fact}` in {what}; {hint_near(fact, known_facts)}")
        allowed = known_facts[fact]
        values = []
        for item in take_list(value, source, f"the fact `{fact}`"):
            if not any(
                item.value is known or (item.value == known and not isinstance(known, bool))
                for known in allowed
            ):
                words = [str(known).lower() if isinstance(known, bool) else str(known) for known in allowed]
                near = hint_near(str(item.value), words)
                refuse(source, item.line, f"unknown value `{item.value}` of the fact `{fact}`; {near}")
            values.append(cast("str | bool", item.value))
        if not values:
            refuse(source, value.line, f"the fact `{fact}` has no values and would never hold; write one")
        rows.append((fact, tuple(values)))
    return tuple(rows)


def read_condition(node: Node, source: Source, what: str, scope: Scope) -> Condition:
    """Return what a rule's `forbids`, `requires` or `unless` says: facts, clauses and exceptions from them."""
    table = dict(take_table(node, source, what))
    clauses: tuple[Clause, ...] = ()
    exceptions: tuple[Clause, ...] = ()
    if "match" in table:
        items = take_list(table.pop("match"), source, f"{what}: match")
        clauses = tuple(read_clause(item, source, scope=scope) for item in items)
    if "except" in table:
        entry = table.pop("except")
        if not any(clause.kind == "patterns" for clause in clauses):
            refuse(
                source,
                entry.line,
                f"{what}: `except` narrows `patterns`, and there are none; add some or drop it",
            )
        exceptions = (Clause("patterns", read_pattern_lines(entry, source, "`except`"), entry.line),)
    facts = read_facts(Node(table, node.line), source, what, scope=scope)
    if not facts and not clauses:
        refuse(source, node.line, f"{what} is empty; name a fact or a `match`")
    return Condition(facts, clauses, exceptions)
