"""The rules of a run: all that were loaded, and those in force for a file under its profile and settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path

from bulletlint.core.rule import Rule
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.core.settings import Loudness, Origin, PerFile, Settings
from bulletlint.core.strict_yaml import hint_near
from bulletlint.rulebook.notices import NOTICES
from bulletlint.rulebook.profile import (
    Profile,
    apply_profile,
    check_name,
    load_profile,
    make_config_error,
    names_of,
    select_rules,
    set_severity,
)


@dataclass(frozen=True, slots=True)
class Choice:
    """The rules that settings name, and the severities that they give; later severities win."""

    select: tuple[str, ...]
    ignore: tuple[str, ...]
    severities: tuple[tuple[str, Loudness], ...]


@dataclass(frozen=True, slots=True)
class Rulebook:
    """Every rule that was loaded, the profiles that the settings name, and the settings themselves."""

    rules: tuple[Rule, ...]
    folders: tuple[Path, ...]
    profiles: Mapping[str, Profile]
    settings: Settings
    _selected: dict[tuple[str, tuple[PerFile, ...] | None], tuple[Rule, ...]] = field(
        default_factory=dict, compare=False
    )

    def select_for(self, path: str, *, profile: str = "") -> tuple[Rule, ...]:
        """Return the rules in force for a file, the same tuple for files with the same settings and profile.

        Without a profile, the one that the settings give the file; one that leaves the choice to the page asks all.
        """
        matching = self.find_entries(path)
        key = (profile or self.find_profile(path).name, matching)
        if key not in self._selected:
            self._selected[key] = self._select(matching, key[0])
        return self._selected[key]

    def select_scored(self, profile: str) -> tuple[Rule, ...]:
        """Return the rules that a profile asks, whatever settings select or silence: what the score is about."""
        key = (profile, None)
        if key not in self._selected:
            self._selected[key] = apply_profile(self.rules, self.profiles[profile])
        return self._selected[key]

    def find_profile(self, path: str) -> Profile:
        """Return the profile that the settings give a file; it may leave the choice to the page."""
        entry = self._find_profile_entry(path)
        return self.profiles[entry.profile if entry and entry.profile else self.settings.profile]

    def find_profile_origin(self, path: str) -> Origin | None:
        """Return where the settings name the profile of a file, None for the default."""
        entry = self._find_profile_entry(path)
        if entry is not None:
            return self.settings.find_origin("per_file", entry.pattern, "profile")
        return self.settings.find_origin("profile")

    def _find_profile_entry(self, path: str) -> PerFile | None:
        return next((entry for entry in reversed(self.find_entries(path)) if entry.profile), None)

    def choose_for(self, path: str) -> Choice:
        """Return which rules the settings name for a file: those of its own on top of those of the run."""
        return self._choose(self.find_entries(path))

    def find_entries(self, path: str) -> tuple[PerFile, ...]:
        """Return the `per-file` entries that are meant for a path, in the order of the settings."""
        return tuple(entry for entry in self.settings.per_file if matches(path, entry, self.settings.root))

    def _choose(self, entries: tuple[PerFile, ...]) -> Choice:
        choice = Choice(self.settings.select, self.settings.ignore, self.settings.severities)
        for entry in entries:
            choice = Choice(
                entry.select or choice.select,
                choice.ignore + entry.ignore,
                choice.severities + entry.severities,
            )
        return choice

    def _select(self, entries: tuple[PerFile, ...], profile: str) -> tuple[Rule, ...]:
        rules = {rule.code: rule for rule in apply_profile(self.rules, self.profiles[profile])}
        choice = self._choose(entries)
        for word, loudness in choice.severities:
            for rule in select_rules(self.rules, select=(word,), ignore=()):
                if loudness == "off":
                    rules.pop(rule.code, None)
                elif rule.code in rules or word in (rule.code, rule.name):
                    # A rule that the profile leaves out is asked where it is called by its own name.
                    rules[rule.code] = set_severity(rules.get(rule.code, rule), loudness)
        for rule in self.rules:
            if rule.code not in rules and {rule.code, rule.name} & set(choice.select):
                rules[rule.code] = rule
        in_order = tuple(rules[code] for code in sorted(rules))
        return select_rules(in_order, select=choice.select, ignore=choice.ignore)

    def list_names(self) -> dict[str, tuple[str, ...]]:
        """Return the codes of rules by every word that calls them in a directive: code, prefix, name, family."""
        names: dict[str, tuple[str, ...]] = {}
        for rule in self.rules:
            for word in names_of(rule):
                names[word] = (*names.get(word, ()), rule.code)
        return names


def matches(path: str, entry: PerFile, root: Path | None) -> bool:
    """Tell whether a per-file entry is meant for a path: its glob fits the whole relative path or the file's name."""
    relative = Path(path)
    if root is not None:
        try:
            relative = Path(path).resolve().relative_to(root)
        except ValueError:
            relative = Path(path)
    return fnmatch(relative.as_posix(), entry.pattern) or fnmatch(relative.name, entry.pattern)


def list_profiles(settings: Settings) -> list[tuple[str, Origin | None]]:
    """Return the profiles that settings name, with where they do."""
    named = [(settings.profile, settings.find_origin("profile"))]
    named += [
        (entry.profile, settings.find_origin("per_file", entry.pattern, "profile"))
        for entry in settings.per_file
        if entry.profile
    ]
    # The first to name a profile is the one that an error is told of.
    return sorted(dict(reversed(named)).items())


def load_profiles(settings: Settings, rules: Sequence[Rule]) -> dict[str, Profile]:
    """Load the profiles that settings name, and those that a page may choose in their place.

    Raises RuleError, ConfigError.
    """
    profiles: dict[str, Profile] = {}
    waiting = list_profiles(settings)
    while waiting:
        name, origin = waiting.pop()
        if name not in profiles:
            profiles[name] = load_profile(name, folders=settings.rule_folders, rules=rules, origin=origin)
            waiting += [(case.profile, None) for case in profiles[name].cases]
    for name, profile in profiles.items():
        for case in profile.cases:
            if profiles[case.profile].cases:
                raise make_config_error(
                    f"profile `{name}` chooses `{case.profile}`, which only chooses again", None
                )
    return profiles


def list_called(settings: Settings) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Return the words that settings call rules by, with the keys of the setting that they stand in."""
    called: list[tuple[tuple[str, ...], tuple[str, ...]]] = []
    tables: list[tuple[tuple[str, ...], Settings | PerFile]] = [((), settings)]
    tables += [(("per_file", entry.pattern), entry) for entry in settings.per_file]
    for before, table in tables:
        called.append(((*before, "select"), table.select))
        called.append(((*before, "ignore"), table.ignore))
        called.append(((*before, "severities"), tuple(word for word, _ in table.severities)))
    return called


def load_rulebook(settings: Settings) -> Rulebook:
    """Load rules and profiles; raises RuleError for a broken file, ConfigError for a name that calls nothing."""
    folders = (find_rules_folder(), *settings.rule_folders)
    from bulletlint.rulebook.load import find_lexicons, load_rules

    rules = load_rules(folders)
    profiles = load_profiles(settings, rules)
    notices = {word for notice in NOTICES for word in (notice.code, notice.name)}
    for keys, words in list_called(settings):
        for word in words:
            if word not in notices:
                check_name(word, rules, keys=keys, origin=settings.find_origin(*keys, word))
    lexicons = find_lexicons(folders)
    for name, _ in settings.lexicons:
        if name not in lexicons:
            message = f"unknown lexicon `{name}`; {hint_near(name, lexicons)}"
            raise make_config_error(message, settings.find_origin("lexicons", name), where="lexicons")
    return Rulebook(rules, folders, profiles, settings)
