"""Profiles: which rules apply for a kind of reader, at which severity, and to which bullets."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from bulletlint.core.errors import ConfigError
from bulletlint.core.finding import Severity
from bulletlint.core.rule import Condition, FactTable, Rule
from bulletlint.core.rules_folder import find_rules_folder, find_yaml
from bulletlint.core.settings import LOUDNESSES, Loudness, Origin
from bulletlint.core.strict_yaml import hint_near, read_rule_yaml, refuse, take_choice, take_table, take_text

_OVERLAY_KEYS = ("severity", "when", "unless")


@dataclass(frozen=True, slots=True)
class Overlay:
    """What a profile changes in one rule: its loudness, and facts that must or must not hold besides its own."""

    rule: str
    severity: Loudness | None = None
    when: FactTable = ()
    unless: FactTable = ()


@dataclass(frozen=True, slots=True)
class Profile:
    """A named reading of the rubric."""

    name: str
    summary: str
    overlays: tuple[Overlay, ...] = ()


def load_profile(
    name: str, *, folders: Sequence[Path] = (), rules: Sequence[Rule], origin: Origin | None = None
) -> Profile:
    """Return a profile, own folders first; raises RuleError for a broken file.

    Raises ConfigError for an unknown one, with the origin of the setting that names it.
    """
    from bulletlint.rulebook.load import find_profiles

    places = (*folders, find_rules_folder())
    for folder in places:
        path = find_yaml(folder / "profiles", name)
        if path.is_file():
            return _read_profile(path, name, rules)
    known = find_profiles(places)
    raise make_config_error(f"unknown profile `{name}`; {hint_near(name, known)}", origin)


def _read_profile(path: Path, name: str, rules: Sequence[Rule]) -> Profile:
    from bulletlint.rulebook.condition import read_facts

    root, source = read_rule_yaml(path)
    table = take_table(root, source, "a profile", ("name", "summary", "rules"))
    for key in ("name", "summary"):
        if key not in table:
            refuse(source, root.line, f"missing key `{key}`; add it")
    if take_text(table["name"], source, "`name`") != name:
        refuse(source, table["name"].line, f"`name` must be the file name `{name}`")
    overlays = []
    known = {rule.name for rule in rules}
    for rule_name, node in (
        take_table(table["rules"], source, "`rules`") if "rules" in table else {}
    ).items():
        if rule_name not in known:
            refuse(source, node.line, f"unknown rule `{rule_name}`; {hint_near(rule_name, known)}")
        entry = take_table(node, source, f"`{rule_name}`", _OVERLAY_KEYS)
        severity = (
            take_choice(entry["severity"], source, "`severity`", LOUDNESSES) if "severity" in entry else None
        )
        overlays.append(
            Overlay(
                rule_name,
                cast("Loudness | None", severity),
                read_facts(entry["when"], source, "`when`") if "when" in entry else (),
                read_facts(entry["unless"], source, "`unless`") if "unless" in entry else (),
            )
        )
    return Profile(name, take_text(table["summary"], source, "`summary`"), tuple(overlays))


def apply_profile(rules: Iterable[Rule], profile: Profile) -> tuple[Rule, ...]:
    """Return the rules that a profile asks, with its severities and conditions."""
    overlays = {overlay.rule: overlay for overlay in profile.overlays}
    asked = []
    for rule in rules:
        overlay = overlays.get(rule.name)
        at_home = not rule.profiles or profile.name in rule.profiles
        if overlay is None:
            asked += [rule] if at_home else []
        elif overlay.severity != "off" and (at_home or overlay.severity is not None):
            merged = replace(
                rule,
                when=rule.when + overlay.when,
                unless=Condition(rule.unless.facts + overlay.unless, rule.unless.clauses),
            )
            asked.append(set_severity(merged, overlay.severity) if overlay.severity else merged)
    return tuple(asked)


def set_severity(rule: Rule, severity: Severity) -> Rule:
    """Return a rule that always has one severity."""
    return replace(rule, severity=severity, severity_when=())


def select_rules(
    rules: Sequence[Rule], *, select: Collection[str], ignore: Collection[str]
) -> tuple[Rule, ...]:
    """Return the rules that `select` names, all if it is empty, but for those that `ignore` names."""
    chosen = []
    for rule in rules:
        names = names_of(rule)
        if (not select or not names.isdisjoint(select)) and names.isdisjoint(ignore):
            chosen.append(rule)
    return tuple(chosen)


def names_of(rule: Rule) -> frozenset[str]:
    """Return the words by which a rule can be called: its code, its name, its family, a prefix of its code."""
    return frozenset(
        (rule.code, rule.name, rule.family, *(rule.code[:end] for end in range(2, len(rule.code))))
    )


def check_name(word: str, rules: Sequence[Rule], *, keys: Sequence[str], origin: Origin | None) -> None:
    """Raise ConfigError for a word that names no rule; `keys` are those of the setting that it stands in."""
    if any(word in names_of(rule) for rule in rules):
        return
    choices = {name for rule in rules for name in (rule.name, rule.family, rule.code)}
    where = keys[0] if len(keys) == 1 else f"per-file `{keys[1]}`"
    raise make_config_error(f"unknown rule `{word}`; {hint_near(word, choices)}", origin, where=where)


def make_config_error(message: str, origin: Origin | None, *, where: str = "") -> ConfigError:
    """Return the error about a setting that names something unknown, with the origin of the setting.

    `where` names the setting; an option says that by itself.
    """
    told = f"{where}: {message}" if where and (origin is None or origin.line is not None) else message
    return ConfigError(told, path=origin.name if origin else None, line=origin.line if origin else None)
