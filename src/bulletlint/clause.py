"""Read the clauses of a rule file: spaCy patterns, kept verbatim, and refused where they could never match."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

from bulletlint.rule import Clause, Scope
from bulletlint.strict_yaml import Node, Source, hint_near, refuse, take_list, take_table, take_text, to_plain

#: Token attributes that a pattern may use; a pipeline that does not set one is refused later, by the engine.
TOKEN_ATTRIBUTES = frozenset(
    "ORTH TEXT LOWER NORM LEMMA POS TAG DEP MORPH SHAPE LENGTH SPACY ENT_TYPE IS_ALPHA IS_ASCII IS_BRACKET IS_DIGIT "
    "IS_LOWER IS_PUNCT IS_QUOTE IS_SENT_START IS_SPACE IS_STOP IS_TITLE IS_UPPER LIKE_EMAIL LIKE_NUM LIKE_URL".split()
)
TREE_RELATIONS = frozenset("< > << >> . .* ; ;* $+ $- $++ $-- >+ >- >++ >-- <+ <- <++ <--".split())
OPERATORS = frozenset("? + * ! 1".split())
VALUE_KEYS = frozenset(
    "IN NOT_IN REGEX FUZZY FUZZY1 FUZZY2 FUZZY3 IS_SUBSET IS_SUPERSET INTERSECTS == != >= <= > <".split()
)
#: The kinds of clause that a rule about one bullet takes, and those for a whole file.
_KINDS = {"bullet": ("patterns", "tokens", "tree", "phrases"), "document": ("lines", "source")}
_TREE_KEYS = ("LEFT_ID", "REL_OP", "RIGHT_ID", "RIGHT_ATTRS")


def read_clause(node: Node, source: Source, lexicons: Collection[str], *, scope: Scope = "bullet") -> Clause:
    """Return one clause; raises RuleError at the line that spaCy would accept and never match, or not accept."""
    kinds = _KINDS[scope]
    table = take_table(node, source, f"a clause of a {scope} rule", kinds)
    if len(table) != 1:
        named = f"{', '.join(kinds[:-1])} or {kinds[-1]}"
        refuse(source, node.line, f"a clause has exactly one of {named}; split it in two")
    kind, value = next(iter(table.items()))
    if kind == "patterns":
        return Clause("patterns", read_pattern_lines(value, source, kind), node.line)
    if kind in ("lines", "source"):
        return Clause("lines" if kind == "lines" else "source", _read_expressions(value, source), node.line)
    if kind == "phrases":
        return Clause("phrases", _read_phrases(value, source, lexicons), node.line)
    items = take_list(value, source, kind)
    if not items:
        refuse(source, node.line, f"{kind} is empty and would never match; write a pattern")
    if kind == "tokens":
        for item in items:
            _check_token(item, source, lexicons, in_tree=False)
        return Clause("tokens", tuple(to_plain(item) for item in items), node.line)
    names = _check_tree(items, source, lexicons)
    return Clause("tree", tuple(to_plain(item) for item in items), node.line, names)


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
            refuse(source, item.line, f"this is no regular expression ({error}); mend it")
        if expression.search(""):
            refuse(source, item.line, "this expression matches nothing at all, everywhere; ask for a word")
        if expression.groups > 1:
            refuse(source, item.line, "this expression has several groups; keep one round what it points at")
        expressions.append(text)
    if not expressions:
        refuse(source, node.line, "the clause is empty and would never match; write an expression")
    return tuple(expressions)


def _read_phrases(node: Node, source: Source, lexicons: Collection[str]) -> tuple[str, ...]:
    if isinstance(node.value, str):
        _check_lexicon(node.value, node.line, source, lexicons, must=True)
        return (node.value,)
    phrases = tuple(take_text(item, source, "a phrase") for item in take_list(node, source, "phrases"))
    for phrase in phrases:
        _check_lexicon(phrase, node.line, source, lexicons)
    if not phrases:
        refuse(source, node.line, "phrases is empty and would never match; write a phrase")
    return phrases


def _check_lexicon(
    value: str, line: int, source: Source, lexicons: Collection[str], *, must: bool = False
) -> None:
    if value.startswith("@"):
        if value[1:] not in lexicons:
            refuse(source, line, f"no lexicon `{value[1:]}`; {hint_near(value[1:], lexicons)}")
    elif must:
        refuse(source, line, 'phrases must be a list, or one "@lexicon"')


def _check_token(node: Node, source: Source, lexicons: Collection[str], *, in_tree: bool) -> None:
    table = take_table(node, source, "a token pattern")
    for key, value in table.items():
        if key == "OP":
            if in_tree:
                refuse(
                    source, value.line, "OP in a tree node never matches; say what must be absent in `unless`"
                )
            if str(value.value) not in OPERATORS and not str(value.value).startswith("{"):
                refuse(
                    source,
                    value.line,
                    f"OP cannot be `{value.value}`; {hint_near(str(value.value), OPERATORS)}",
                )
            continue
        if key not in TOKEN_ATTRIBUTES:
            refuse(source, value.line, f"no token attribute `{key}`; {hint_near(key, TOKEN_ATTRIBUTES)}")
        if isinstance(value.value, dict):
            for operator, operand in value.value.items():
                if operator not in VALUE_KEYS:
                    refuse(
                        source, operand.line, f"no operator `{operator}`; {hint_near(operator, VALUE_KEYS)}"
                    )
        elif isinstance(value.value, list):
            refuse(source, value.line, f"{key} must be one value; for several write {{IN: [a, b]}}")
        for word in _iterate_words(to_plain(value)):
            _check_lexicon(word, value.line, source, lexicons)
            if key == "LOWER" and word != word.lower() and not isinstance(value.value, dict):
                refuse(source, value.line, f"LOWER never matches `{word}`; write it in lower case")


def _iterate_words(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from _iterate_words(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _iterate_words(item)


def _check_tree(items: list[Node], source: Source, lexicons: Collection[str]) -> tuple[str, ...]:
    names: list[str] = []
    for number, item in enumerate(items):
        table = take_table(item, source, "a tree node", _TREE_KEYS)
        wanted = _TREE_KEYS[2:] if number == 0 else _TREE_KEYS
        for key in wanted:
            if key not in table:
                refuse(source, item.line, f"a tree node lacks {key}; add it")
        if number == 0 and len(table) != 2:
            refuse(
                source, item.line, "the first tree node has only RIGHT_ID and RIGHT_ATTRS; drop the others"
            )
        if number:
            left = take_text(table["LEFT_ID"], source, "LEFT_ID")
            if left not in names:
                refuse(source, table["LEFT_ID"].line, f"no earlier node `{left}`; {hint_near(left, names)}")
            relation = table["REL_OP"]
            if relation.value not in TREE_RELATIONS:
                refuse(
                    source,
                    relation.line,
                    f"REL_OP cannot be `{relation.value}`; see spaCy's DependencyMatcher",
                )
        name = take_text(table["RIGHT_ID"], source, "RIGHT_ID")
        if name in names:
            refuse(source, table["RIGHT_ID"].line, f"two nodes are called `{name}`; rename one")
        names.append(name)
        _check_token(table["RIGHT_ATTRS"], source, lexicons, in_tree=True)
    return tuple(names)
