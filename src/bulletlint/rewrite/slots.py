"""Slots: what only the writer knows, asked for in words that fit what the bullet is about (`rules/slots.yaml`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words
from bulletlint.facts import Kind
from bulletlint.finding import Piece
from bulletlint.inflect import Exceptions, find_forms, pluralize
from bulletlint.strict_yaml import (
    Node,
    Source,
    parse_yaml,
    refuse,
    take_choices,
    take_list,
    take_table,
    take_text,
)

OPEN, CLOSE = "⟨", "⟩"
#: The slots that a rewrite may have.
NAMES = ("outcome", "what", "metric", "effect", "part", "cost", "fallback")
_KINDS: tuple[Kind, ...] = get_args(Kind)
_KEYS = ("words", "near", "kinds", "hint", "question", "verb")


@dataclass(frozen=True, slots=True)
class SlotWording:
    """How one slot is worded for bullets that hold one of some words; without words it fits every bullet.

    `near` are words that count in the lead's object only, being too common elsewhere; they include `words`. `hint`
    stands in the slot, `question` is what an interviewer would ask; `{word}` in them is the word that was found.
    `verb` is the lead that a "what" slot stands behind, in its dictionary form.
    """

    hint: str
    question: str
    words: frozenset[str] = frozenset()
    near: frozenset[str] = frozenset()
    kinds: tuple[Kind, ...] = _KINDS
    verb: str = ""


@dataclass(frozen=True, slots=True)
class SlotIndex:
    """The wordings of one slot for one kind of bullet, ready to look up.

    `near` maps a word of the lead's object to its wording, `words` any word of the bullet to its wording and that
    one's rank; `default` fits where neither does.
    """

    near: Mapping[str, SlotWording]
    words: Mapping[str, tuple[int, SlotWording]]
    default: SlotWording | None


@dataclass(frozen=True, slots=True)
class Wordings:
    """What the rewrite takes from the rule folders, beside the words of the evidence.

    `slots` are the wordings by slot and kind of bullet. `actions` and `changes` map nouns to their verbs ("migration"
    → migrate), `verbs` both; `bases` maps the forms of irregular verbs to their verb.
    """

    slots: Mapping[tuple[str, Kind], SlotIndex]
    actions: Mapping[str, str]
    changes: Mapping[str, str]
    verbs: Mapping[str, str]
    bases: Mapping[str, str]


def load_wordings(folders: Sequence[Path], words: Words) -> Wordings:
    """Read the wording of the slots and the pairs of noun and verb; raises RuleError for what cannot be used."""
    actions, changes = read_pairs(words, "nouns-action"), read_pairs(words, "nouns-change")
    bases = {
        form: base for base, forms in words.exceptions.irregular.items() for form in forms if form and form != base
    }  # fmt: skip
    loaded = load_slots(folders, words.exceptions)
    slots = {(name, kind): index_slots(loaded.get(name, ()), kind) for name in NAMES for kind in _KINDS}
    return Wordings(slots, actions, changes, {**actions, **changes}, bases)


def index_slots(entries: Sequence[SlotWording], kind: Kind) -> SlotIndex:
    """Index the wordings of a slot for a kind of bullet; those that name the kind leave the general ones out."""
    fitting = [entry for entry in entries if kind in entry.kinds]
    own = [entry for entry in fitting if len(entry.kinds) < len(_KINDS)]
    near: dict[str, SlotWording] = {}
    words: dict[str, tuple[int, SlotWording]] = {}
    for rank, entry in enumerate(own or fitting):
        for word in entry.near:
            near.setdefault(word, entry)
        for word in entry.words:
            words.setdefault(word, (rank, entry))
    return SlotIndex(near, words, next((entry for entry in own or fitting if not entry.near), None))


def read_pairs(words: Words, lexicon: str) -> dict[str, str]:
    """Return the noun → verb pairs of a lexicon, one pair a line."""
    pairs: dict[str, str] = {}
    for entry in words.lexicons[lexicon]:
        noun, _, verb = entry.partition(" ")
        pairs[noun] = verb
    return pairs


def load_slots(folders: Sequence[Path], exceptions: Exceptions) -> dict[str, tuple[SlotWording, ...]]:
    """Read `slots.yaml` of every rule folder; a later folder's wordings are tried before an earlier one's.

    Raises RuleError, with the line, for a slot that does not exist, an unknown key or a missing text.
    """
    wordings: dict[str, tuple[SlotWording, ...]] = {}
    for folder in folders:
        path = folder / "slots.yaml"
        if not path.is_file():
            continue
        source = Source(str(path))
        top = take_table(parse_yaml(path.read_text(encoding="utf-8"), source), source, "slots.yaml", NAMES)
        for name, node in top.items():
            entries = tuple(_read_wording(item, source, exceptions) for item in take_list(node, source, name))
            wordings[name] = entries + wordings.get(name, ())
            if name != "what" and all(
                entry.near or len(entry.kinds) < len(_KINDS) for entry in wordings[name]
            ):
                refuse(
                    source, node.line, f"`{name}` has no entry without words; add one that fits every bullet"
                )
    return wordings


def _read_wording(node: Node, source: Source, exceptions: Exceptions) -> SlotWording:
    table = take_table(node, source, "a slot", _KEYS)
    for key in ("hint", "question"):
        if key not in table:
            refuse(source, node.line, f"this slot has no `{key}`; add it")
    words = _read_words(table.get("words"), source, exceptions)
    near = _read_words(table.get("near"), source, exceptions)
    kinds = take_choices(table["kinds"], source, "kinds", _KINDS) if "kinds" in table else _KINDS
    hint = take_text(table["hint"], source, "hint")
    if OPEN in hint or CLOSE in hint:
        refuse(source, table["hint"].line, f"a hint holds no {OPEN} or {CLOSE}; take them out")
    return SlotWording(
        hint=hint,
        question=take_text(table["question"], source, "question"),
        words=words,
        near=words | near,
        kinds=kinds,  # type: ignore[arg-type]
        verb=take_text(table["verb"], source, "verb") if "verb" in table else "",
    )


def choose_wording(
    wordings: Wordings, name: str, tokens: Tokens, kind: Kind, near: Iterable[str]
) -> tuple[SlotWording, str] | None:
    """Return the wording of a slot that fits a bullet best, with the word it goes by.

    Words of the lead's object (`near`) are looked at before the other words of the bullet.
    """
    index = wordings.slots[name, kind]
    for word in near:
        if word in index.near:
            return index.near[word], word
    found = index.words.keys() & tokens.positions.keys()
    if found:
        word = min(found, key=lambda word: (index.words[word][0], tokens.positions[word]))
        return index.words[word][1], word
    return (index.default, "") if index.default is not None else None


def _read_words(node: Node | None, source: Source, exceptions: Exceptions) -> frozenset[str]:
    """Return words with their plurals; a verb, written "to migrate", brings all its forms."""
    words: set[str] = set()
    for item in take_list(node, source, "words") if node is not None else ():
        word = take_text(item, source, "a word").lower()
        verb, is_verb = word.removeprefix("to "), word.startswith("to ")
        words |= find_forms(verb, exceptions) if is_verb else {word, pluralize(word)}
    return frozenset(words)


def make_slot(name: str, wording: SlotWording, word: str) -> Piece:
    """Return a slot as a piece of a rewrite: ⟨cost: per query, or hosting per month⟩."""
    hint = wording.hint.replace("{word}", word)
    return Piece(f"{OPEN}{name}: {hint}{CLOSE}", slot=name, question=wording.question.replace("{word}", word))


def has_open_slot(text: str) -> bool:
    """Tell whether a text holds a slot that nobody has filled."""
    return OPEN in text and CLOSE in text
