"""Rule files to rules: everything that could make a rule silently dead or wordless is refused with file and line."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import cast, get_args

from bulletlint.core.errors import RuleError
from bulletlint.core.facts import Kind
from bulletlint.core.finding import Action, Severity
from bulletlint.core.rule import Condition, Rule, Scope, SeverityCase
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.core.strict_yaml import (
    Node,
    Source,
    read_rule_yaml,
    refuse,
    take_choice,
    take_choices,
    take_list,
    take_table,
    take_text,
)
from bulletlint.rulebook.condition import read_condition, read_facts
from bulletlint.rulebook.example import read_examples
from bulletlint.rulebook.message import EVIDENCE_SLOTS, read_messages

REQUIRED_KEYS = (
    "name", "code", "family", "severity", "applies_to", "summary", "what", "why", "instead", "action", "examples",
)  # fmt: skip
OPTIONAL_KEYS = (
    "scope", "profiles", "severity_when", "message", "messages", "question", "when", "forbids", "requires", "unless",
    "anchor", "suggestions", "most", "mask",
)  # fmt: skip
SUGGESTIONS = ("verbs",)
#: Files that stood on the top level of a rules folder once, and where they belong now.
MOVED = {
    "drill.yaml": "wording",
    "slots.yaml": "wording",
    "suggestions.yaml": "wording",
    "sections.yaml": "reading",
    "units.yaml": "reading",
}

_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_CODE = re.compile(r"[A-Z]{2,5}[0-9]{3}")


def load_rules(folders: Sequence[Path] = ()) -> tuple[Rule, ...]:
    """Return the rules of the given folders, the shipped one if none is given, sorted by code.

    Raises RuleError, naming file, line and mend, for a file that is wrong and for a name or code used twice.
    """
    shipped = find_rules_folder()
    chosen = tuple(folders) or (shipped,)
    profiles = find_names((shipped, *chosen), "profiles", ".yaml")
    rules: dict[str, Rule] = {}
    for path in find_rule_files(chosen):
        rule = load_rule(path, profiles=profiles)
        for other in rules.values():
            if rule.name == other.name or rule.code == other.code:
                word = rule.name if rule.name == other.name else rule.code
                raise RuleError(f"`{word}` is taken by {other.path}; choose another", path=rule.path)
        rules[rule.code] = rule
    return tuple(rules[code] for code in sorted(rules))


def find_rule_files(folders: Sequence[Path]) -> tuple[Path, ...]:
    """Return the rule files of folders, sorted by name; raises RuleError for a folder that is not there."""
    paths: list[Path] = []
    for folder in folders:
        if not folder.is_dir():
            raise RuleError("no such rules folder; check the path", path=str(folder))
        for path in sorted(folder.glob("*.yaml")):
            if path.name in MOVED:
                raise RuleError(f"is no rule; move it into `{MOVED[path.name]}/`", path=str(path))
            paths.append(path)
    return tuple(paths)


def find_names(folders: Sequence[Path], kind: str, suffix: str) -> frozenset[str]:
    """Return the names of the lexicons or profiles that stand in folders."""
    return frozenset(path.stem for folder in folders for path in (folder / kind).glob("*" + suffix))


def load_rule(path: Path, *, profiles: Collection[str] = ()) -> Rule:
    """Return the rule of one file; raises RuleError."""
    root, source = read_rule_yaml(path)
    return parse_rule(root, source, name=path.stem, profiles=profiles)


def parse_rule(root: Node, source: Source, *, name: str, profiles: Collection[str] = ()) -> Rule:
    """Return the rule that a file's nodes say; `name` is the file name without suffix."""
    table = take_table(root, source, "a rule file", (*REQUIRED_KEYS, *OPTIONAL_KEYS))
    for key in REQUIRED_KEYS:
        if key not in table:
            refuse(source, root.line, f"the key `{key}` is missing; add it")

    def text(key: str) -> str:
        return take_text(table[key], source, f"`{key}`")

    if text("name") != name or not _NAME.fullmatch(name):
        refuse(
            source,
            table["name"].line,
            f"`name` must be the file name `{name}`, in small letters with hyphens",
        )
    if not _CODE.fullmatch(text("code")):
        refuse(
            source, table["code"].line, "`code` must be letters and three figures, such as BL101 or ACME001"
        )
    scope: Scope = "bullet"
    if "scope" in table:
        scope = cast(Scope, take_choice(table["scope"], source, "`scope`", get_args(Scope)))
    forbids = read_condition(table.get("forbids"), source, "`forbids`", scope)
    requires = read_condition(table.get("requires"), source, "`requires`", scope)
    if (forbids is None) == (requires is None):
        refuse(source, root.line, "a rule has either `forbids` or `requires`; write one of them")
    if requires is not None and requires.clauses and scope == "bullet":
        refuse(source, table["requires"].line, "`requires` takes facts only; say the pattern in `unless`")
    severities: tuple[Severity, ...] = get_args(Severity)
    action = cast(Action, take_choice(table["action"], source, "`action`", get_args(Action)))
    question = text("question") if "question" in table else None
    if action == "ask" and question is None:
        refuse(
            source,
            table["action"].line,
            "action `ask` needs a `question`; write what an interviewer would ask",
        )
    examples = read_examples(table["examples"], source)
    return Rule(
        name=name,
        code=text("code"),
        family=text("family"),
        severity=cast(Severity, take_choice(table["severity"], source, "`severity`", severities)),
        severity_when=_read_severities(table.get("severity_when"), source, severities),
        applies_to=cast(
            tuple[Kind, ...], take_choices(table["applies_to"], source, "`applies_to`", get_args(Kind))
        ),
        summary=text("summary"),
        what=text("what"),
        why=text("why"),
        instead=text("instead"),
        messages=read_messages(table, root, source, scope),
        action=action,
        question=question,
        path=source.path,
        scope=scope,
        profiles=take_choices(table["profiles"], source, "`profiles`", profiles)
        if "profiles" in table
        else (),
        when=read_facts(table["when"], source, "`when`", scope=scope) if "when" in table else (),
        forbids=forbids,
        requires=requires,
        unless=read_condition(table.get("unless"), source, "`unless`", scope) or Condition(),
        anchor=_read_anchor(table.get("anchor"), source),
        most=_read_most(table.get("most"), source),
        mask=_read_mask(table.get("mask"), source),
        suggests=take_choice(table["suggestions"], source, "`suggestions`", SUGGESTIONS)
        if "suggestions" in table
        else None,
        bad=examples["bad"],
        good=examples["good"],
        missed=examples["missed"],
        false_alarm=examples["false_alarm"],
    )


def _read_severities(
    node: Node | None, source: Source, severities: tuple[Severity, ...]
) -> tuple[SeverityCase, ...]:
    if node is None:
        return ()
    cases = []
    for item in take_list(node, source, "`severity_when`"):
        entry = take_table(item, source, "an entry of `severity_when`", ("when", "severity"))
        if len(entry) != 2:
            refuse(source, item.line, "an entry of `severity_when` has `when` and `severity`; add the other")
        severity = cast(Severity, take_choice(entry["severity"], source, "`severity`", severities))
        cases.append(SeverityCase(read_facts(entry["when"], source, "`when`"), severity))
    return tuple(cases)


def _read_most(node: Node | None, source: Source) -> int | None:
    if node is None:
        return None
    if isinstance(node.value, bool) or not isinstance(node.value, int) or node.value < 1:
        refuse(source, node.line, "`most` is how many findings one bullet may get; write 1 or more")
    return node.value


def _read_mask(node: Node | None, source: Source) -> bool:
    if node is not None and not isinstance(node.value, bool):
        refuse(source, node.line, "`mask` must be true or false: whether what is found is shown in no output")
    return node is not None and node.value is True


def _read_anchor(node: Node | None, source: Source) -> tuple[str, ...]:
    if node is None:
        return ("match", "lead", "bullet")
    anchors = take_choices(node, source, "`anchor`", ("lead", "match", "bullet", *EVIDENCE_SLOTS))
    if not anchors:
        refuse(source, node.line, "`anchor` is empty; drop it or name what the finding points at")
    return anchors
