"""Profiles: which rules apply for a kind of reader, at which severity, and to which bullets."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from bulletlint.core.errors import ConfigError
from bulletlint.core.facts import PAGE_FACTS
from bulletlint.core.finding import Severity
from bulletlint.core.rule import Condition, FactTable, Rule
from bulletlint.core.rules_folder import find_rules_folder, find_yaml
from bulletlint.core.settings import LOUDNESSES, Loudness, Origin
from bulletlint.core.strict_yaml import (
    Node,
    Source,
    hint_near,
    read_rule_yaml,
    refuse,
    take_choice,
    take_list,
    take_table,
    take_text,
)

_KEYS = ("name", "summary", "extends", "choose", "rules")
_OVERLAY_KEYS = ("severity", "when", "unless", "once")
_CASE_KEYS = ("profile", "at-least", "because")


@dataclass(frozen=True, slots=True)
class Overlay:
    """What a profile changes in one rule: its loudness, and facts that must or must not hold besides its own.

    `once` is False where it tells each finding at its place that the rule has told once a page.
    """

    rule: str
    severity: Loudness | None = None
    when: FactTable = ()
    unless: FactTable = ()
    once: bool = True


@dataclass(frozen=True, slots=True)
class Case:
    """A profile to take for a page whose facts reach all of the minima in `at_least`, and the words that say why.

    `because` may hold facts of the page in braces, as the messages of a rule do.
    """

    profile: str
    at_least: tuple[tuple[str, int], ...]
    because: str


@dataclass(frozen=True, slots=True)
class Profile:
    """A named reading of the rubric.

    `extends` names the profiles that it builds on, the nearest first; their overlays come before its own. One with
    `cases` asks nothing itself: the page decides which profile is taken, the first case that holds.
    """

    name: str
    summary: str
    overlays: tuple[Overlay, ...] = ()
    extends: tuple[str, ...] = ()
    cases: tuple[Case, ...] = ()


def load_profile(
    name: str, *, folders: Sequence[Path] = (), rules: Sequence[Rule], origin: Origin | None = None
) -> Profile:
    """Return a profile, own folders first; raises RuleError for a broken file.

    Raises ConfigError for an unknown one, with the origin of the setting that names it.
    """
    path = _find_file(name, folders)
    if path is None:
        known = list_profile_names(folders)
        raise make_config_error(f"unknown profile `{name}`; {hint_near(name, known)}", origin)
    return _read_profile(path, name, folders=folders, rules=rules, readers=())


def list_profile_names(folders: Sequence[Path]) -> frozenset[str]:
    """Return the names of the shipped profiles and of those in own folders."""
    from bulletlint.rulebook.load import find_profiles

    return find_profiles((*folders, find_rules_folder()))


def _find_file(name: str, folders: Sequence[Path]) -> Path | None:
    paths = (find_yaml(folder / "profiles", name) for folder in (*folders, find_rules_folder()))
    return next((path for path in paths if path.is_file()), None)


def _read_profile(
    path: Path, name: str, *, folders: Sequence[Path], rules: Sequence[Rule], readers: tuple[Path, ...]
) -> Profile:
    """Read a profile's file; `readers` are the files that extend it, the nearest last."""
    root, source = read_rule_yaml(path)
    table = take_table(root, source, "a profile", _KEYS)
    for key in ("name", "summary"):
        if key not in table:
            refuse(source, root.line, f"missing key `{key}`; add it")
    if take_text(table["name"], source, "`name`") != name:
        refuse(source, table["name"].line, f"`name` must be the file name `{name}`")
    if "choose" in table and ("rules" in table or "extends" in table):
        refuse(
            source, table["choose"].line, "a profile with `choose` has no `rules` and no `extends`; drop one"
        )
    parent = None
    if "extends" in table:
        parent = _read_parent(
            table["extends"], source, folders=folders, rules=rules, readers=(*readers, path)
        )
    return Profile(
        name,
        take_text(table["summary"], source, "`summary`"),
        (parent.overlays if parent else ())
        + (tuple(_read_overlays(table["rules"], source, rules)) if "rules" in table else ()),
        (parent.name, *parent.extends) if parent else (),
        tuple(_read_cases(table["choose"], source, folders)) if "choose" in table else (),
    )


def _read_parent(
    node: Node, source: Source, *, folders: Sequence[Path], rules: Sequence[Rule], readers: tuple[Path, ...]
) -> Profile:
    """Return the profile that `extends` names; one of the same name as its file is the shipped one."""
    name = take_text(node, source, "`extends`")
    own = readers[-1].stem == name
    path = _find_file(name, () if own else folders)
    if path is None:
        refuse(source, node.line, f"unknown profile `{name}`; {hint_near(name, list_profile_names(folders))}")
    if path in readers:
        refuse(source, node.line, f"`{name}` extends this profile in turn; break the circle")
    parent = _read_profile(path, name, folders=folders, rules=rules, readers=readers)
    if parent.cases:
        refuse(source, node.line, f"`{name}` only chooses among others; extend one of those")
    return parent


def _read_cases(node: Node, source: Source, folders: Sequence[Path]) -> Iterator[Case]:
    names = list_profile_names(folders)
    entries = take_list(node, source, "`choose`")
    if not entries:
        refuse(source, node.line, "`choose` is empty; add a profile")
    for number, entry in enumerate(entries, start=1):
        table = take_table(entry, source, "an entry of `choose`", _CASE_KEYS)
        for key in ("profile", "because"):
            if key not in table:
                refuse(source, entry.line, f"missing key `{key}` in an entry of `choose`; add it")
        profile = take_text(table["profile"], source, "`profile`")
        if profile not in names:
            refuse(source, table["profile"].line, f"unknown profile `{profile}`; {hint_near(profile, names)}")
        minima = _read_minima(table["at-least"], source) if "at-least" in table else ()
        if not minima and number < len(entries) or minima and number == len(entries):
            refuse(source, entry.line, "the last entry of `choose`, and no other, has no `at-least`")
        because = take_text(table["because"], source, "`because`")
        try:
            because.format_map(dict.fromkeys(PAGE_FACTS, 1))
        except (KeyError, ValueError, IndexError):
            refuse(source, table["because"].line, f"only these may be in braces: {', '.join(PAGE_FACTS)}")
        yield Case(profile, minima, because)


def _read_minima(node: Node, source: Source) -> tuple[tuple[str, int], ...]:
    minima = []
    for fact, value in take_table(node, source, "`at-least`", PAGE_FACTS).items():
        number = value.value
        if isinstance(number, bool) or not isinstance(number, int) or number < 1:
            refuse(source, value.line, f"`{fact}` must be a number, 1 or more")
        minima.append((fact, number))
    return tuple(minima)


def _read_overlays(table: Node, source: Source, rules: Sequence[Rule]) -> Iterator[Overlay]:
    from bulletlint.rulebook.condition import read_facts

    known = {rule.name for rule in rules}
    for rule_name, node in take_table(table, source, "`rules`").items():
        if rule_name not in known:
            refuse(source, node.line, f"unknown rule `{rule_name}`; {hint_near(rule_name, known)}")
        entry = take_table(node, source, f"`{rule_name}`", _OVERLAY_KEYS)
        severity = (
            take_choice(entry["severity"], source, "`severity`", LOUDNESSES) if "severity" in entry else None
        )
        yield Overlay(
            rule_name,
            cast("Loudness | None", severity),
            read_facts(entry["when"], source, "`when`") if "when" in entry else (),
            read_facts(entry["unless"], source, "`unless`") if "unless" in entry else (),
            _read_once(entry["once"], source) if "once" in entry else True,
        )


def _read_once(node: Node, source: Source) -> bool:
    if not isinstance(node.value, bool):
        refuse(source, node.line, "`once` must be true or false: whether the rule may be told once a page")
    return node.value


def apply_profile(rules: Iterable[Rule], profile: Profile) -> tuple[Rule, ...]:
    """Return the rules that a profile asks, with its severities and conditions."""
    by_rule: dict[str, list[Overlay]] = {}
    for overlay in profile.overlays:
        by_rule.setdefault(overlay.rule, []).append(overlay)
    asked: list[Rule] = []
    for rule in rules:
        left = lay_over(rule, by_rule.get(rule.name, ()), (profile.name, *profile.extends))
        asked += [left] if left is not None else []
    return tuple(asked)


def lay_over(rule: Rule, overlays: Sequence[Overlay], names: Sequence[str]) -> Rule | None:
    """Return a rule with overlays one after the other, None if the last that says a severity says "off".

    The facts of an overlay take the place of those of the one before; `names` are the profile and those it extends.
    """
    severity: Loudness | None = None
    when, unless = (), ()  # type: tuple[FactTable, FactTable]
    for overlay in overlays:
        severity = overlay.severity or severity
        when = overlay.when or when
        unless = overlay.unless or unless
    at_home = not rule.profiles or not set(names).isdisjoint(rule.profiles)
    if severity == "off" or not (at_home or severity):
        return None
    if not overlays:
        return rule
    merged = replace(
        rule,
        when=rule.when + when,
        unless=Condition(rule.unless.facts + unless, rule.unless.clauses),
        once=rule.once if all(overlay.once for overlay in overlays) else (),
    )
    # What is told once a page stays a remark, however loud a profile makes the rest.
    return replace(merged, severity=severity, severity_when=()) if severity else merged


def set_severity(rule: Rule, severity: Severity) -> Rule:
    """Return a rule that always has one severity, and is said whatever a coach would: the user has asked for it."""
    return replace(rule, severity=severity, severity_when=(), once=(), remark=())


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
