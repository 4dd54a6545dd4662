"""From rule files to rules: whatever could make a rule silently dead or wordless is refused with file and line."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any, cast, get_args

from bulletlint.core.errors import RuleError
from bulletlint.core.facts import LIKENESSES
from bulletlint.core.rule import Rule, Scope
from bulletlint.core.rules_folder import find_rules_folder, list_lexicons, list_yaml
from bulletlint.core.strict_yaml import Node, Source, read_rule_yaml, refuse, take_choice, take_table
from bulletlint.rulebook.fields import FIELDS, Context

#: Files (by name without suffix) that stood on the top level of a rules folder once, and where they belong now.
MOVED = {
    "drill": "wording",
    "slots": "wording",
    "suggestions": "wording",
    "sections": "reading",
    "units": "reading",
}


def load_rules(folders: Sequence[Path] = ()) -> tuple[Rule, ...]:
    """Return the rules of the given folders, the shipped one if none is given, sorted by code.

    Raises RuleError, naming file, line and fix, for a file that is wrong and for a name or code used twice.
    """
    shipped = find_rules_folder()
    chosen = tuple(folders) or (shipped,)
    profiles = find_profiles((shipped, *chosen))
    rules: dict[str, Rule] = {}
    for path in find_rule_files(chosen):
        rule = load_rule(path, profiles=profiles)
        for other in rules.values():
            if rule.name == other.name or rule.code == other.code:
                word = f"name `{rule.name}`" if rule.name == other.name else f"code `{rule.code}`"
                message = f"duplicate {word} (also in {other.path}); choose another"
                raise RuleError(message, path=rule.path)
        rules[rule.code] = rule
    return tuple(rules[code] for code in sorted(rules))


def find_rule_files(folders: Sequence[Path]) -> tuple[Path, ...]:
    """Return the rule files of folders, sorted by name; raises RuleError for a folder that is not there or holds none.

    A folder may do without rules if it holds word lists, patterns, profiles or wording.
    """
    paths: list[Path] = []
    for folder in folders:
        if not folder.is_dir():
            raise RuleError("no such rules folder; check the path", path=str(folder))
        for path in list_yaml(folder):
            if path.stem in MOVED:
                raise RuleError(f"is not a rule; move it into `{MOVED[path.stem]}/`", path=str(path))
            paths.append(path)
        if not any(path.parent == folder for path in paths) and not holds_words(folder):
            raise RuleError(
                "there is nothing to read in this rules folder; put rules (*.yaml) into it, or name another",
                path=str(folder),
            )
    return tuple(paths)


def holds_words(folder: Path) -> bool:
    """Tell whether a rules folder has anything besides rules: a word list, a pattern file, a profile, wording."""
    return bool(list_lexicons(folder)) or any(
        list_yaml(folder / name) for name in ("evidence", "profiles", "wording", "reading")
    )


def find_lexicons(folders: Sequence[Path]) -> frozenset[str]:
    """Return the names of the lexicons in folders."""
    return frozenset(path.stem for folder in folders for path in list_lexicons(folder))


def find_profiles(folders: Sequence[Path]) -> frozenset[str]:
    """Return the names of the profiles in folders."""
    return frozenset(path.stem for folder in folders for path in list_yaml(folder / "profiles"))


def load_rule(path: Path, *, profiles: Collection[str] = ()) -> Rule:
    """Return the rule of one file; raises RuleError."""
    root, source = read_rule_yaml(path)
    return parse_rule(root, source, name=path.stem, profiles=profiles)


def parse_rule(root: Node, source: Source, *, name: str, profiles: Collection[str] = ()) -> Rule:
    """Return the rule that a file's nodes say; `name` is the file name without suffix."""
    table = take_table(root, source, "a rule file", [field.name for field in FIELDS])
    for field in FIELDS:
        if field.required and field.name not in table:
            refuse(source, root.line, f"missing key `{field.name}`; add it")
    for pair in (("message", "messages"), ("forbids", "requires")):
        if sum(key in table for key in pair) != 1:
            refuse(
                source, root.line, f"a rule must have either `{pair[0]}` or `{pair[1]}`; write one of them"
            )
    scope: Scope = "bullet"
    if "scope" in table:
        scope = cast(Scope, take_choice(table["scope"], source, "`scope`", get_args(Scope)))
    context = Context(source, scope, profiles)
    values: dict[str, Any] = {"path": source.path}
    for field in FIELDS:
        if field.name in table:
            values[field.attribute] = field.read(table[field.name], f"`{field.name}`", context)
    values.update(values.pop("examples"))
    rule = Rule(**values)
    check_rule(rule, table, source, name)
    return rule


def check_rule(rule: Rule, table: dict[str, Node], source: Source, name: str) -> None:
    """Refuse what no key can tell by itself."""
    if rule.name != name:
        refuse(source, table["name"].line, f"`name` must be the file name `{name}`")
    if rule.requires is not None and rule.requires.clauses and rule.scope == "bullet":
        refuse(
            source, table["requires"].line, "`requires` takes facts only; write the pattern under `unless`"
        )
    if rule.likeness is not None and rule.name not in LIKENESSES:
        known = ", ".join(LIKENESSES)
        refuse(source, table["likeness"].line, f"the reader has learned no `{rule.name}`, only {known}")
    if rule.likeness is not None and all("{match}" in message.text for message in rule.messages):
        refuse(
            source,
            table["likeness"].line,
            "what the reader finds has no words to quote; add a message without {match}",
        )
    if rule.remark and rule.scope != "bullet":
        refuse(source, table["remark"].line, "`remark` is for rules about a bullet; drop it")
    if rule.once and rule.page is None:
        refuse(
            source, table["once"].line, "`once` needs a `page`; write the line that stands for the findings"
        )
    if rule.action == "ask" and rule.question is None:
        line = table["action"].line
        refuse(source, line, "action `ask` needs a `question`; write what an interviewer would ask")
