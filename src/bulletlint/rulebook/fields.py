"""The keys of a rule file: how each is read, and how a JSON Schema describes it, in one table."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, get_args

from bulletlint.core.facts import REMARKS, Kind
from bulletlint.core.finding import SEVERITIES, Action
from bulletlint.core.rule import Clause, Once, Scope, SeverityCase
from bulletlint.core.strict_yaml import (
    Node,
    Source,
    refuse,
    take_choice,
    take_choices,
    take_list,
    take_table,
    take_text,
    take_truth,
)
from bulletlint.rulebook.clause import read_pattern_lines
from bulletlint.rulebook.condition import read_condition, read_facts
from bulletlint.rulebook.example import read_examples
from bulletlint.rulebook.message import EVIDENCE_SLOTS, read_message, read_message_list

SUGGESTIONS = ("verbs",)
#: Blanks of the line that stands once a page: bullets that have what is asked, that are asked, that have the finding.
PAGE_BLANKS = ("stated", "asked", "found", "lines")
ANCHORS = ("lead", "match", "bullet", *EVIDENCE_SLOTS)
_NAME = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"
_CODE = r"[A-Z]{2,5}[0-9]{3}"


@dataclass(frozen=True, slots=True)
class Context:
    """What a field may need besides its own node."""

    source: Source
    scope: Scope
    profiles: Collection[str]


#: Reads a field's node; the text is how messages call it.
Read = Callable[[Node, str, Context], Any]
Schema = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Field:
    """One key of a rule file. `fills` is the attribute of Rule that its value goes to, its own name if empty."""

    name: str
    read: Read
    schema: Schema
    required: bool = False
    fills: str = field(default="")

    @property
    def attribute(self) -> str:
        return self.fills or self.name


def make_text(name: str, description: str = "", *, required: bool = True) -> Field:
    """Return a field that holds a text."""
    schema = {"$ref": "#/$defs/text"} | ({"description": description} if description else {})
    return Field(name, lambda node, what, context: take_text(node, context.source, what), schema, required)


def make_choice(
    name: str, choices: Collection[str], description: str = "", *, required: bool = False, fills: str = ""
) -> Field:
    """Return a field that holds one of a few words."""
    schema = {"enum": list(choices)} | ({"description": description} if description else {})
    return Field(
        name,
        lambda node, what, context: take_choice(node, context.source, what, choices),
        schema,
        required,
        fills,
    )


def make_switch(name: str, description: str) -> Field:
    """Return a field that is true or false."""
    return Field(
        name,
        lambda node, what, context: take_truth(node, context.source, what),
        {"type": "boolean", "description": description},
    )


def make_condition(name: str) -> Field:
    """Return a field that holds facts and clauses."""
    return Field(
        name,
        lambda node, what, context: read_condition(node, context.source, what, context.scope),
        {"$ref": "#/$defs/condition"},
    )


def read_matching(pattern: str, advice: str) -> Read:
    """Return what reads a text that a whole expression matches."""

    def read(node: Node, what: str, context: Context) -> str:
        text = take_text(node, context.source, what)
        if not re.fullmatch(pattern, text):
            refuse(context.source, node.line, f"{what} must be {advice}")
        return text

    return read


def read_severity_cases(node: Node, what: str, context: Context) -> tuple[SeverityCase, ...]:
    """Return the severities that hold under certain facts."""
    cases = []
    for item in take_list(node, context.source, what):
        entry = take_table(item, context.source, f"an entry of {what}", ("when", "severity"))
        if len(entry) != 2:
            refuse(
                context.source,
                item.line,
                f"an entry of {what} must have `when` and `severity`; add the missing one",
            )
        severity: Any = take_choice(entry["severity"], context.source, "`severity`", SEVERITIES)
        cases.append(SeverityCase(read_facts(entry["when"], context.source, "`when`"), severity))
    return tuple(cases)


def read_most(node: Node, what: str, context: Context) -> int:
    """Return how many findings one bullet gets at most."""
    if isinstance(node.value, bool) or not isinstance(node.value, int) or node.value < 1:
        refuse(context.source, node.line, f"{what} must be 1 or more: how many findings one bullet may get")
    return node.value


def read_names(node: Node, what: str, context: Context) -> tuple[str, ...]:
    """Return names of rules, at least one."""
    names = tuple(
        read_matching(_NAME, "the name of a rule, such as weak-verb")(item, f"an entry of {what}", context)
        for item in take_list(node, context.source, what)
    )
    if not names:
        refuse(context.source, node.line, f"{what} is empty; drop it or name a rule that means the same")
    return names


def read_likeness(node: Node, what: str, context: Context) -> tuple[Clause, ...] | None:
    """Return the patterns of which the learned reader's word needs one to be enough; none if it needs none."""
    if isinstance(node.value, bool):
        return () if node.value else None
    if not isinstance(node.value, list):
        refuse(
            context.source,
            node.line,
            f"{what} must be true, or a list of patterns of which one must be found beside the reader's word",
        )
    return (Clause("patterns", read_pattern_lines(node, context.source, what), node.line),)


def read_page(node: Node, what: str, context: Context) -> str:
    """Return the line that is said once a page; refuses blanks that cannot be filled."""
    text = take_text(node, context.source, what)
    if context.scope != "bullet":
        refuse(context.source, node.line, f"{what} is for rules about bullets; drop it")
    try:
        text.format_map(dict.fromkeys(PAGE_BLANKS, 1))
    except (KeyError, ValueError, IndexError):
        named = ", ".join(f"{{{blank}}}" for blank in PAGE_BLANKS[:-1])
        refuse(
            context.source, node.line, f"{what} may have only the blanks {named} and {{{PAGE_BLANKS[-1]}}}"
        )
    return text


def read_once(node: Node, what: str, context: Context) -> tuple[Once, ...]:
    """Return the circumstances under which a finding is told once a page."""
    found = []
    for item in take_list(node, context.source, what):
        entry = take_table(
            item, context.source, f"an entry of {what}", ("when", "unless", "within", "beyond")
        )
        if not entry:
            refuse(context.source, item.line, f"an entry of {what} is empty; name a fact")
        when, unless = (
            read_facts(entry[key], context.source, f"`{key}`") if key in entry else ()
            for key in ("when", "unless")
        )
        within, beyond = (
            read_word_counts(entry[key], f"`{key}`", context) if key in entry else ()
            for key in ("within", "beyond")
        )
        found.append(Once(when, unless, within, beyond))
    if not found:
        refuse(context.source, node.line, f"{what} is empty; drop it or write an entry")
    return tuple(found)


def read_word_counts(node: Node, what: str, context: Context) -> tuple[tuple[str, int], ...]:
    """Return how many words of the bullet each named thing begins before, or behind."""
    counts = []
    for label, value in take_table(node, context.source, what, ("match", *EVIDENCE_SLOTS)).items():
        if isinstance(value.value, bool) or not isinstance(value.value, int) or value.value < 1:
            refuse(context.source, value.line, f"{what}: `{label}` must be a number of words, 1 or more")
        counts.append((label, value.value))
    return tuple(counts)


def read_anchor(node: Node, what: str, context: Context) -> tuple[str, ...]:
    """Return what a finding points at, the first that the bullet has."""
    anchors = take_choices(node, context.source, what, ANCHORS)
    if not anchors:
        refuse(context.source, node.line, f"{what} is empty; drop it or name what the finding points at")
    return anchors


_TEXT = {"$ref": "#/$defs/text"}
_FACTS = {"$ref": "#/$defs/facts"}
_WORD_COUNTS = {
    "type": "object",
    "additionalProperties": False,
    "properties": {label: {"type": "integer", "minimum": 1} for label in ("match", *EVIDENCE_SLOTS)},
}
_EXAMPLES = {"type": "array", "items": {"$ref": "#/$defs/example"}}


def _make_table(required: Collection[str], properties: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": list(required),
        "properties": dict(properties),
    }


#: Every key of a rule file, in the order in which a rule is best written.
FIELDS: tuple[Field, ...] = (
    Field(
        "name",
        read_matching(_NAME, "small letters with hyphens, such as weak-verb"),
        {"type": "string", "pattern": f"^{_NAME}$", "description": "The file name without .yaml."},
        required=True,
    ),
    Field(
        "code",
        read_matching(_CODE, "letters and three figures, such as BL101 or ACME001"),
        {"type": "string", "pattern": f"^{_CODE}$"},
        required=True,
    ),
    make_text("family"),
    make_choice("severity", SEVERITIES, required=True),
    Field(
        "severity_when",
        read_severity_cases,
        {
            "type": "array",
            "items": _make_table(
                ("when", "severity"), {"when": _FACTS, "severity": {"enum": list(SEVERITIES)}}
            ),
        },
    ),
    Field(
        "applies_to",
        lambda node, what, context: take_choices(node, context.source, what, get_args(Kind)),
        {"type": "array", "items": {"enum": list(get_args(Kind))}},
        required=True,
    ),
    make_choice("scope", get_args(Scope), "Whether the rule is about each bullet or about a whole file."),
    Field(
        "when",
        lambda node, what, context: read_facts(node, context.source, what, scope=context.scope),
        _FACTS,
    ),
    make_condition("forbids"),
    make_condition("requires"),
    make_condition("unless"),
    Field(
        "profiles",
        lambda node, what, context: take_choices(node, context.source, what, context.profiles),
        {
            "type": "array",
            "items": {"type": "string"},
            "description": "The profiles that have the rule; all if left out.",
        },
    ),
    make_text("summary"),
    make_text("what", "What it looks at."),
    make_text("why", "Why a reader minds."),
    make_text("instead", "What to write instead."),
    Field(
        "message",
        lambda node, what, context: read_message(node, what, context.source, context.scope),
        {
            **_TEXT,
            "description": "One sentence that a mentor would say; {match}, {lead} and evidence are blanks.",
        },
        fills="messages",
    ),
    Field(
        "messages",
        lambda node, what, context: read_message_list(node, what, context.source, context.scope),
        {
            "type": "array",
            "items": _make_table(
                ("text",),
                {
                    "text": _TEXT,
                    "when": _FACTS,
                    "match": {"type": "array", "minItems": 1, "items": {"$ref": "#/$defs/clause"}},
                    "unless": {"$ref": "#/$defs/condition"},
                    "unsaid": {
                        "type": "boolean",
                        "description": "True but not worth saying to somebody who named no reader.",
                    },
                },
            ),
            "minItems": 1,
            "description": "The first that is true of the bullet is said; none, if none is.",
        },
    ),
    Field(
        "page",
        read_page,
        {**_TEXT, "description": "What the text report says once in place of all findings of severity info."},
    ),
    Field(
        "once",
        read_once,
        {
            "type": "array",
            "minItems": 1,
            "items": _make_table(
                (), {"when": _FACTS, "unless": _FACTS, "within": _WORD_COUNTS, "beyond": _WORD_COUNTS}
            ),
            "description": "When a finding is a remark that the text report makes once a page, if there are many.",
        },
    ),
    make_choice(
        "action", get_args(Action), "auto: a rewrite fixes it; ask: only the writer knows.", required=True
    ),
    make_text("question", "What an interviewer would ask.", required=False),
    Field("anchor", read_anchor, {"type": "array", "minItems": 1, "items": {"enum": list(ANCHORS)}}),
    make_choice("suggestions", SUGGESTIONS, fills="suggests"),
    Field(
        "joins",
        read_names,
        {
            "type": "array",
            "minItems": 1,
            "items": {"type": "string", "pattern": f"^{_NAME}$"},
            "description": "Rules that mean the same: where one of them fires, this one is said with it.",
        },
    ),
    Field(
        "joins_doubtful",
        read_names,
        {
            "type": "array",
            "minItems": 1,
            "items": {"type": "string", "pattern": f"^{_NAME}$"},
            "description": "The same where it is doubtful that what is required is missing.",
        },
    ),
    Field(
        "behind",
        read_names,
        {
            "type": "array",
            "minItems": 1,
            "items": {"type": "string", "pattern": f"^{_NAME}$"},
            "description": "Rules that come first: where one of them is said of a bullet, this one is not.",
        },
    ),
    make_switch("beside", "Leave it unsaid where a bullet beside has what is required, or two were asked."),
    make_switch("recent", "Leave it unsaid of work long past that does not praise itself."),
    Field(
        "remark",
        lambda node, what, context: take_choices(node, context.source, what, REMARKS),
        {
            "type": "array",
            "minItems": 1,
            "items": {"enum": list(REMARKS)},
            "description": "Leave it unsaid where the learned reader expects a coach to make none of these remarks.",
        },
    ),
    Field(
        "likeness",
        read_likeness,
        {
            "anyOf": [{"type": "boolean"}, {"type": "array", "minItems": 1, "items": _TEXT}],
            "description": "Fire also where the learned reader takes the bullet for one that the rule is about; a list "
            "holds patterns of which one must be found beside.",
        },
    ),
    make_switch("mask", "Keep the text that its expressions match out of every output."),
    Field(
        "most",
        read_most,
        {"type": "integer", "minimum": 1, "description": "The largest number of findings on one bullet."},
    ),
    Field(
        "examples",
        lambda node, what, context: read_examples(node, context.source),
        _make_table(("bad", "good"), dict.fromkeys(("bad", "good", "missed", "false_alarm"), _EXAMPLES)),
        required=True,
    ),
)
