"""The file of the slots, `slots.yaml`: topics and wordings, read strictly."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import get_args

from bulletlint.core.facts import WORLDS, Kind, World
from bulletlint.core.inflect import Exceptions
from bulletlint.core.rules_folder import find_yaml
from bulletlint.core.strict_yaml import (
    Node,
    Source,
    hint_near,
    read_rule_yaml,
    refuse,
    take_choices,
    take_list,
    take_table,
    take_text,
)
from bulletlint.rewrite.slots.topics import Term, Topic, collect_terms

OPEN, CLOSE = "⟨", "⟩"
#: The slots that a rewrite may have.
NAMES = ("what", "metric", "effect", "size", "part", "cost", "fallback")
#: What stands in a blank that has no label of its own.
LABELS = {
    "what": "result", "metric": "from – to", "effect": "from – to", "size": "how much", "part": "your result",
    "cost": "cost", "fallback": "fallback",
}  # fmt: skip
#: Most words that stand in a blank.
MOST_WORDS = 3
KINDS: tuple[Kind, ...] = get_args(Kind)
#: The terms of a wording that has none of its own.
NO_TOPIC = Topic("")
_TERMS = ("verbs", "words", "near", "vague", "unless")
_TOPIC_KEYS = (*_TERMS, "ai", "technique")
_KEYS = (*_TERMS, "topics", "worlds", "kinds", "ai", "technique", "label", "hint", "question", "verb")


@dataclass(frozen=True, slots=True)
class SlotWording:
    """How one slot is worded for bullets about some topics; without topics and terms it fits every bullet.

    `label` stands in the blank, `hint` says what is meant, `question` is what an interviewer would ask; `{word}` in
    them is the word that was found. `own` are terms that count for this slot alone; `worlds`, `kinds`, `ai` and
    `technique` narrow the bullets down. `verb` opens the label of a "what" slot, in its dictionary form here and in the
    form that the sentence takes in the blank.
    """

    label: str
    hint: str
    question: str
    topics: tuple[str, ...] = ()
    own: Topic = NO_TOPIC
    worlds: tuple[World, ...] = ()
    kinds: tuple[Kind, ...] = KINDS
    ai: bool | None = None
    technique: bool | None = None
    verb: str = ""

    @property
    def is_general(self) -> bool:
        """Tell whether the wording hangs on no word of the bullet."""
        return not self.topics and self.own.is_empty

    @property
    def fits_all(self) -> bool:
        """Tell whether the wording fits every bullet of its kinds."""
        return self.is_general and not self.worlds and self.ai is None and self.technique is None


@dataclass(frozen=True, slots=True)
class SlotFile:
    """What the rule folders say: topics and the wordings of each slot, those to be tried first in front."""

    topics: tuple[Topic, ...]
    wordings: Mapping[str, tuple[SlotWording, ...]]


def select_wordings(entries: Sequence[SlotWording], kind: Kind) -> tuple[SlotWording, ...]:
    """Return the wordings for a kind of bullet; those that name the kind leave the general ones out."""
    fitting = tuple(entry for entry in entries if kind in entry.kinds)
    return tuple(entry for entry in fitting if len(entry.kinds) < len(KINDS)) or fitting


def load_slots(folders: Sequence[Path], exceptions: Exceptions) -> SlotFile:
    """Read `wording/slots.yaml` of every rule folder; what a later folder says is tried first.

    A topic of a later folder takes the place of an earlier one of the same name. Raises RuleError, with the line, for a
    slot or topic that does not exist, an unknown key, a missing text, and terms that could never count.
    """
    topics: dict[str, Topic] = {}
    wordings: dict[str, tuple[SlotWording, ...]] = {}
    for folder in folders:
        path = find_yaml(folder / "wording", "slots")
        if not path.is_file():
            continue
        root, source = read_rule_yaml(path)
        top = dict(take_table(root, source, "slots.yaml", ("topics", *NAMES)))
        if "topics" in top:
            table = take_table(top.pop("topics"), source, "topics")
            read = {name: _read_topic(name, node, source, exceptions) for name, node in table.items()}
            topics = {**read, **{name: topic for name, topic in topics.items() if name not in read}}
        for name, node in top.items():
            items = take_list(node, source, name)
            entries = tuple(_read_wording(item, source, exceptions, topics, LABELS[name]) for item in items)
            wordings[name] = entries + wordings.get(name, ())
            _check_general(wordings[name], source, node.line, name)
    return SlotFile(tuple(topics.values()), wordings)


def _check_general(entries: Sequence[SlotWording], source: Source, line: int, name: str) -> None:
    for kind in KINDS:
        if not any(entry.fits_all for entry in select_wordings(entries, kind)):
            refuse(
                source,
                line,
                f"`{name}` has no entry without words and topics for {kind} bullets; add one",
            )


def _read_topic(name: str, node: Node, source: Source, exceptions: Exceptions) -> Topic:
    table = take_table(node, source, f"the topic `{name}`", _TOPIC_KEYS)
    topic = replace(
        _read_terms(name, table, source, exceptions),
        ai=_read_boolean(table.get("ai"), source, "ai"),
        technique=_read_boolean(table.get("technique"), source, "technique"),
    )
    if topic.is_empty:
        refuse(
            source, node.line, f"the topic `{name}` has no words and would never match; write one in `words`"
        )
    return topic


def _read_terms(name: str, table: Mapping[str, Node], source: Source, exceptions: Exceptions) -> Topic:
    read: dict[str, tuple[Term, ...]] = {}
    for key in _TERMS:
        texts = []
        for text, line in _list_words(table[key], source, key) if key in table else ():
            if not text.removeprefix("to ")[:1].isalnum():
                refuse(source, line, f"`{text}` in `{key}` would never match; begin with a letter or figure")
            texts.append(f"to {text}" if key == "verbs" else text)
        read[key] = collect_terms(texts, exceptions)
    topic = Topic(name, read["verbs"], read["words"], read["near"], read["vague"], read["unless"])
    if topic.unless and topic.is_empty:
        refuse(
            source,
            table["unless"].line,
            "`unless` narrows other words, and there are none; add `verbs`, `words`, `near` or `vague`",
        )
    return topic


def _list_words(node: Node, source: Source, key: str) -> list[tuple[str, int]]:
    """Return the entries of a list, or of a text by its commas, which YAML reads several times faster, with lines."""
    if isinstance(node.value, str):
        return [(word.strip(), node.line) for word in node.value.split(",")]
    return [
        (take_text(item, source, f"a word of `{key}`"), item.line)
        for item in take_list(node, source, f"`{key}`")
    ]


def _read_boolean(node: Node | None, source: Source, what: str) -> bool | None:
    if node is None:
        return None
    if not isinstance(node.value, bool):
        refuse(source, node.line, f"`{what}` must be true or false")
    return node.value


def _read_wording(
    node: Node, source: Source, exceptions: Exceptions, topics: Mapping[str, Topic], usual: str
) -> SlotWording:
    table = take_table(node, source, "a slot", _KEYS)
    for key in ("hint", "question"):
        if key not in table:
            refuse(source, node.line, f"missing key `{key}` in a slot; add it")
    named = []
    for item in take_list(table["topics"], source, "`topics`") if "topics" in table else ():
        name = take_text(item, source, "a topic")
        if name not in topics:
            refuse(source, item.line, f"unknown topic `{name}`; {hint_near(name, topics)}")
        named.append(name)
    label = take_text(table["label"], source, "label") if "label" in table else usual
    if OPEN in label or CLOSE in label:
        refuse(source, table["label"].line, f"a label has {OPEN} or {CLOSE} in it; take them out")
    verb = take_text(table["verb"], source, "verb") if "verb" in table else ""
    if sum(any(map(str.isalnum, word)) for word in f"{verb} {label}".split()) > MOST_WORDS:
        said = "a label with its verb" if verb else "a label"
        refuse(source, node.line, f"{said} has more than {MOST_WORDS} words; put the rest into `hint`")
    return SlotWording(
        label=label,
        hint=take_text(table["hint"], source, "hint"),
        question=take_text(table["question"], source, "question"),
        topics=tuple(named),
        own=_read_terms("", table, source, exceptions),
        worlds=take_choices(table["worlds"], source, "worlds", WORLDS) if "worlds" in table else (),  # type: ignore[arg-type]
        kinds=take_choices(table["kinds"], source, "kinds", KINDS) if "kinds" in table else KINDS,  # type: ignore[arg-type]
        ai=_read_boolean(table.get("ai"), source, "ai"),
        technique=_read_boolean(table.get("technique"), source, "technique"),
        verb=verb,
    )
