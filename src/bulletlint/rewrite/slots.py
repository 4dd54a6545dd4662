"""Slots: what only the writer knows, asked for in words that fit what the bullet is about (`rules/slots.yaml`)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words
from bulletlint.facts import Facts, Kind
from bulletlint.finding import Piece
from bulletlint.inflect import Exceptions
from bulletlint.rewrite.topics import (
    Focus,
    Topic,
    TopicIndex,
    collect_terms,
    find_focus,
    find_topic,
    index_topics,
)
from bulletlint.strict_yaml import (
    Node,
    Source,
    hint_near,
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
#: The terms of a wording that has none of its own.
NO_TOPIC = Topic("")
_KINDS: tuple[Kind, ...] = get_args(Kind)
_TERMS = ("verbs", "words", "near", "vague", "unless")
_TOPIC_KEYS = (*_TERMS, "ai")
_KEYS = (*_TERMS, "topics", "kinds", "technique", "hint", "question", "verb")


@dataclass(frozen=True, slots=True)
class SlotWording:
    """How one slot is worded for bullets about some topics; without topics and terms it fits every bullet.

    `hint` stands in the slot, `question` is what an interviewer would ask; `{word}` in them is the word that was found.
    `own` are terms that count for this slot alone; `kinds` and `technique` narrow the bullets down. `verb` is the lead
    that a "what" slot stands behind, in its dictionary form.
    """

    hint: str
    question: str
    topics: tuple[str, ...] = ()
    own: Topic = NO_TOPIC
    kinds: tuple[Kind, ...] = _KINDS
    technique: bool | None = None
    verb: str = ""

    @property
    def is_general(self) -> bool:
        """Tell whether the wording hangs on no word of the bullet."""
        return not self.topics and self.own.is_empty


@dataclass(frozen=True, slots=True)
class SlotFile:
    """What the rule folders say: topics and the wordings of each slot, those to be tried first in front."""

    topics: tuple[Topic, ...]
    wordings: Mapping[str, tuple[SlotWording, ...]]


@dataclass(frozen=True, slots=True)
class SlotIndex:
    """The wordings of one slot for one kind of bullet, ready to look up.

    `own` finds, by rank, the `owners` that bring terms of their own; `topics` maps a topic to its wordings; `general`
    fit where neither does.
    """

    own: TopicIndex
    owners: tuple[SlotWording, ...]
    topics: Mapping[str, tuple[SlotWording, ...]]
    general: tuple[SlotWording, ...]


@dataclass(frozen=True, slots=True)
class Wordings:
    """What the rewrite takes from the rule folders, beside the words of the evidence.

    `topics` are what bullets are about, `slots` the wordings by slot and kind of bullet. `actions` and `changes` map
    nouns to their verbs ("migration" → migrate), `verbs` both; `bases` maps the forms of irregular verbs to their verb.
    """

    topics: TopicIndex
    slots: Mapping[tuple[str, Kind], SlotIndex]
    actions: Mapping[str, str]
    changes: Mapping[str, str]
    verbs: Mapping[str, str]
    bases: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Theme:
    """What a bullet is about: where it says so, the name of the topic and the words it goes by, both "" without one."""

    focus: Focus
    topic: str = ""
    word: str = ""


def load_wordings(folders: Sequence[Path], words: Words) -> Wordings:
    """Read the wording of the slots and the pairs of noun and verb; raises RuleError for what cannot be used."""
    actions, changes = read_pairs(words, "nouns-action"), read_pairs(words, "nouns-change")
    bases = {
        form: base for base, forms in words.exceptions.irregular.items() for form in forms if form and form != base
    }  # fmt: skip
    loaded = load_slots(folders, words.exceptions)
    slots = {
        (name, kind): index_slots(loaded.wordings.get(name, ()), kind) for name in NAMES for kind in _KINDS
    }
    return Wordings(index_topics(loaded.topics), slots, actions, changes, {**actions, **changes}, bases)


def index_slots(entries: Sequence[SlotWording], kind: Kind) -> SlotIndex:
    """Index the wordings of a slot for a kind of bullet; those that name the kind leave the general ones out."""
    fitting = [entry for entry in entries if kind in entry.kinds]
    chosen = [entry for entry in fitting if len(entry.kinds) < len(_KINDS)] or fitting
    owners = tuple(entry for entry in chosen if not entry.own.is_empty)
    topics: dict[str, tuple[SlotWording, ...]] = {}
    for entry in chosen:
        for topic in entry.topics:
            topics[topic] = (*topics.get(topic, ()), entry)
    general = tuple(entry for entry in chosen if entry.is_general)
    return SlotIndex(index_topics([entry.own for entry in owners]), owners, topics, general)


def read_pairs(words: Words, lexicon: str) -> dict[str, str]:
    """Return the noun → verb pairs of a lexicon, one pair a line."""
    pairs: dict[str, str] = {}
    for entry in words.lexicons[lexicon]:
        noun, _, verb = entry.partition(" ")
        pairs[noun] = verb
    return pairs


def load_slots(folders: Sequence[Path], exceptions: Exceptions) -> SlotFile:
    """Read `slots.yaml` of every rule folder; what a later folder says is tried before what an earlier one does.

    A topic of a later folder takes the place of an earlier one of the same name. Raises RuleError, with the line, for a
    slot or topic that does not exist, an unknown key, a missing text, and terms that could never count.
    """
    topics: dict[str, Topic] = {}
    wordings: dict[str, tuple[SlotWording, ...]] = {}
    for folder in folders:
        path = folder / "slots.yaml"
        if not path.is_file():
            continue
        source = Source(str(path))
        root = parse_yaml(path.read_text(encoding="utf-8"), source)
        top = dict(take_table(root, source, "slots.yaml", ("topics", *NAMES)))
        if "topics" in top:
            table = take_table(top.pop("topics"), source, "topics")
            read = {name: _read_topic(name, node, source, exceptions) for name, node in table.items()}
            topics = {**read, **{name: topic for name, topic in topics.items() if name not in read}}
        for name, node in top.items():
            items = take_list(node, source, name)
            entries = tuple(_read_wording(item, source, exceptions, topics) for item in items)
            wordings[name] = entries + wordings.get(name, ())
            if name != "what":
                _check_general(wordings[name], source, node.line, name)
    return SlotFile(tuple(topics.values()), wordings)


def _check_general(entries: Sequence[SlotWording], source: Source, line: int, name: str) -> None:
    for kind in _KINDS:
        fitting = [entry for entry in entries if kind in entry.kinds]
        chosen = [entry for entry in fitting if len(entry.kinds) < len(_KINDS)] or fitting
        if not any(entry.is_general and entry.technique is None for entry in chosen):
            refuse(
                source, line, f"`{name}` has no entry without words and topics for {kind} bullets; add one"
            )


def _read_topic(name: str, node: Node, source: Source, exceptions: Exceptions) -> Topic:
    table = take_table(node, source, f"the topic `{name}`", _TOPIC_KEYS)
    topic = _read_terms(name, table, source, exceptions)
    if topic.is_empty:
        refuse(source, node.line, f"the topic `{name}` has no word and would never fit; write one in `words`")
    return topic


def _read_terms(name: str, table: Mapping[str, Node], source: Source, exceptions: Exceptions) -> Topic:
    read = {}
    for key in _TERMS:
        texts = [
            take_text(item, source, f"a word of `{key}`")
            for item in (take_list(table[key], source, f"`{key}`") if key in table else ())
        ]
        read[key] = collect_terms([f"to {text}" if key == "verbs" else text for text in texts], exceptions)
    topic = Topic(name, **read, ai=_read_boolean(table.get("ai"), source, "ai") is True)
    if topic.unless and topic.is_empty:
        refuse(
            source,
            table["unless"].line,
            "`unless` narrows `words`, `near` or `verbs`; there are none beside it",
        )
    return topic


def _read_boolean(node: Node | None, source: Source, what: str) -> bool | None:
    if node is None:
        return None
    if not isinstance(node.value, bool):
        refuse(source, node.line, f"`{what}` must be true or false")
    return node.value


def _read_wording(
    node: Node, source: Source, exceptions: Exceptions, topics: Mapping[str, Topic]
) -> SlotWording:
    table = take_table(node, source, "a slot", _KEYS)
    for key in ("hint", "question"):
        if key not in table:
            refuse(source, node.line, f"this slot has no `{key}`; add it")
    named = []
    for item in take_list(table["topics"], source, "`topics`") if "topics" in table else ():
        name = take_text(item, source, "a topic")
        if name not in topics:
            refuse(source, item.line, f"no topic `{name}`; {hint_near(name, topics)}")
        named.append(name)
    hint = take_text(table["hint"], source, "hint")
    if OPEN in hint or CLOSE in hint:
        refuse(source, table["hint"].line, f"a hint holds no {OPEN} or {CLOSE}; take them out")
    return SlotWording(
        hint=hint,
        question=take_text(table["question"], source, "question"),
        topics=tuple(named),
        own=_read_terms("", table, source, exceptions),
        kinds=take_choices(table["kinds"], source, "kinds", _KINDS) if "kinds" in table else _KINDS,  # type: ignore[arg-type]
        technique=_read_boolean(table.get("technique"), source, "technique"),
        verb=take_text(table["verb"], source, "verb") if "verb" in table else "",
    )


def find_theme(wordings: Wordings, tokens: Tokens, facts: Facts, words: Words, lead: int) -> Theme:
    """Return what a bullet is about; `lead` is its lead verb's position, -1 without one."""
    focus = find_focus(tokens, facts, words, lead)
    found = find_topic(wordings.topics, focus)
    return Theme(focus, found[0].name, found[1]) if found else Theme(focus)


def choose_wording(wordings: Wordings, name: str, theme: Theme) -> tuple[SlotWording, str] | None:
    """Return the wording of a slot that fits a bullet best, with the words it goes by.

    A wording with terms of its own comes before one for the topic, and that before a general one.
    """
    focus = theme.focus
    index = wordings.slots[name, focus.kind]
    found = find_topic(index.own, focus) if index.owners else None
    if found is not None:
        own, word = found
        for wording in index.owners:
            if wording.own is own and fits(wording, focus):
                return wording, word
    for wording in index.topics.get(theme.topic, ()):
        if fits(wording, focus):
            return wording, theme.word
    return next(((wording, "") for wording in index.general if fits(wording, focus)), None)


def fits(wording: SlotWording, focus: Focus) -> bool:
    """Tell whether a bullet has the technique, or the lack of one, that a wording asks for."""
    return wording.technique is None or wording.technique == focus.technique


def make_slot(name: str, wording: SlotWording, word: str) -> Piece:
    """Return a slot as a piece of a rewrite: ⟨cost: per query, or hosting per month⟩."""
    hint = wording.hint.replace("{word}", word)
    return Piece(f"{OPEN}{name}: {hint}{CLOSE}", slot=name, question=wording.question.replace("{word}", word))


def has_open_slot(text: str) -> bool:
    """Tell whether a text holds a slot that nobody has filled."""
    return OPEN in text and CLOSE in text
