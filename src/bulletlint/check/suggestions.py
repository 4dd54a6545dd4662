"""Verbs that fit a bullet better than its weak lead: the writer's own result verb, then those for its subject."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bulletlint.core.errors import RuleError
from bulletlint.core.facts import WORLDS
from bulletlint.core.inflect import inflect_verb
from bulletlint.core.rules_folder import find_yaml
from bulletlint.core.strict_yaml import Node, hint_near, read_rule_yaml

if TYPE_CHECKING:
    from bulletlint.core.facts import Facts
    from bulletlint.evidence.tokens import Tokens
    from bulletlint.evidence.words import Words

#: How many verbs a finding suggests.
MOST = 3
_WORD = re.compile(r"[\w'-]+")
#: What ends the words that a lead verb acts on.
_OBJECT_ENDS = re.compile(r"[,;:.()–—]|\b(?:for|with|using|by|in|to|on|that|which|from|at|and)\b")


@dataclass(frozen=True, slots=True)
class VerbChoice:
    """Verbs for bullets that hold one of some words (lower case) and are of some world; none: for any bullet."""

    words: frozenset[str]
    verbs: tuple[str, ...]
    worlds: frozenset[str] = frozenset()


def load_choices(folders: Sequence[Path]) -> tuple[VerbChoice, ...]:
    """Read `wording/suggestions.yaml` of the rule folders; a later folder's entries are tried first.

    Raises RuleError, naming file and line, for an unknown key, an entry without verbs or a value that is no list.
    """
    choices: list[VerbChoice] = []
    for folder in folders:
        path = find_yaml(folder / "wording", "suggestions")
        if path.is_file():
            choices = [*read_choices(path), *choices]
    return tuple(choices)


def read_choices(path: Path) -> list[VerbChoice]:
    root, _ = read_rule_yaml(path)
    if not isinstance(root.value, list):
        raise RuleError(
            "this must be a list of entries; write `- ` before each", path=str(path), line=root.line
        )
    return [read_choice(entry, path) for entry in root.value]


def read_choice(entry: Node, path: Path) -> VerbChoice:
    table = entry.value
    if not isinstance(table, dict) or set(table) - {"worlds"} != {"about", "words", "verbs"}:
        raise RuleError(
            "an entry has the keys about, words and verbs, and may have worlds; add or remove the others",
            path=str(path),
            line=entry.line,
        )
    words, verbs = table["words"].value, table["verbs"].value
    if not isinstance(words, list) or not isinstance(verbs, list) or not verbs:
        raise RuleError(
            "words and verbs must be lists; write at least one verb", path=str(path), line=entry.line
        )
    return VerbChoice(
        frozenset(str(word.value).lower() for word in words),
        tuple(str(verb.value) for verb in verbs),
        read_worlds(table["worlds"], path) if "worlds" in table else frozenset(),
    )


def read_worlds(node: Node, path: Path) -> frozenset[str]:
    """Return the worlds that an entry is for; raises RuleError for an unknown one and for none."""
    names = [str(item.value) for item in node.value] if isinstance(node.value, list) else []
    wrong = next((name for name in names if name not in WORLDS), None)
    if wrong is not None:
        raise RuleError(
            f"unknown world `{wrong}`; {hint_near(wrong, WORLDS)}", path=str(path), line=node.line
        )
    if not names:
        raise RuleError("worlds must be a list; write at least one", path=str(path), line=node.line)
    return frozenset(names)


def find_result_verbs(tokens: Tokens, words: Words) -> tuple[str, ...]:
    """Return the past tense of the outcome verbs that trail in a bullet ("…, cutting p95 by 40 %" gives "Cut")."""
    verbs = []
    for position in range(1, len(tokens)):
        lemma = words.verb_forms.get(tokens.lower[position], "")
        trails = tokens.tag[position] == "VBG" and tokens.lower[position - 1] in (
            ",",
            "and",
            "while",
            "thereby",
        )
        if trails and words.verb_class.get(lemma) == "outcome":
            verbs.append(inflect_verb(lemma, "past", words.exceptions).capitalize())
    return tuple(verbs)


def fits(choice: VerbChoice, facts: Facts, said: Collection[str]) -> bool:
    """Tell whether a choice is for a bullet of these facts whose lead acts on these words (lower case)."""
    if choice.worlds and facts.world not in choice.worlds:
        return False
    return not choice.words or not choice.words.isdisjoint(said)


def suggest_verbs(facts: Facts, choices: Sequence[VerbChoice], own: Sequence[str] = ()) -> tuple[str, ...]:
    """Return up to three verbs for what a bullet's lead acts on, best first; none where nothing fits.

    `own` are result verbs that the bullet itself holds. One whose message already quotes its result gets none.
    """
    if any(mark.label == "result" for mark in facts.marks):
        return ()  # the message says what to lead with
    lead = facts.lead.text.lower() if facts.lead else ""
    rest = facts.text[facts.lead.end :] if facts.lead else facts.text
    acted_on = _OBJECT_ENDS.split(rest, maxsplit=1)[0]
    said = {word.lower() for word in _WORD.findall(acted_on)}
    fitting = next((choice.verbs for choice in choices if fits(choice, facts, said)), ())
    verbs = [verb for verb in dict.fromkeys((*own, *fitting)) if verb.lower() != lead]
    return tuple(verbs[:MOST])
