"""The file of the slots, `slots.yaml`: the wordings of each slot by their name, read strictly."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bulletlint.core.inflect import Exceptions
from bulletlint.core.rules_folder import find_yaml
from bulletlint.core.strict_yaml import (
    Node,
    Source,
    read_rule_yaml,
    refuse,
    take_list,
    take_share,
    take_table,
    take_text,
)
from bulletlint.rewrite.slots.things import MOST_WORDS as MOST_NAMED
from bulletlint.rewrite.slots.things import PLACES
from bulletlint.rewrite.slots.topics import Term, Topic, collect_terms

OPEN, CLOSE = "⟨", "⟩"
#: The slots that a rewrite may have.
NAMES = ("what", "metric", "effect", "size", "part", "cost", "fallback")
#: What stands in a blank that has no label of its own.
LABELS = {
    "what": "result", "metric": "from – to", "effect": "from – to", "size": "how much", "part": "your result",
    "cost": "cost", "fallback": "fallback",
}  # fmt: skip
#: Most words that stand in a blank that names nothing of the bullet.
MOST_WORDS = 3
#: The wording that fits every bullet.
PLAIN = "plain"
#: The slots of which the trained choice picks the wording.
CHOSEN = ("what", "cost", "fallback")
#: The limit where it is doubtful that a name belongs there: of a price or a fallback for which no rule and no coach
#: asks, and of what got better by the part that a writer had in it.
ELSEWHERE = "elsewhere"
#: The limit of what several names together must reach for the wording that covers them.
BROAD = "broad"
#: How likely a bullet must state a price or a fallback itself for it not to be asked for.
STATED = "stated"
#: The terms of a wording that has none of its own.
NO_TOPIC = Topic("")
_TERMS = ("verbs", "words", "near", "vague", "unless")
_KEYS = (*_TERMS, "label", "named", "hint", "question", "verb", "covers")
_PLACE = re.compile(r"{([^{}]*)}")


@dataclass(frozen=True, slots=True)
class SlotWording:
    """How one slot is worded.

    `label` stands in the blank, `hint` says what is meant, `question` is what an interviewer would ask; `{word}` in
    them is the word of `own` that was found. `own` are terms that decide for this wording. `verb` opens the label of a
    "what" slot, in its dictionary form here and in the form that the sentence takes in the blank. `named` are labels
    with a thing of the bullet in them ("{work} errors"): the first one whose thing the bullet names is taken instead.
    `covers` are names of more than it says itself: it stands for them where none is sure and one of them surely fits.
    """

    label: str
    hint: str
    question: str
    own: Topic = NO_TOPIC
    verb: str = ""
    named: tuple[str, ...] = ()
    covers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SlotFile:
    """What the rule folders say: the wordings of each slot by name, and how likely a trained choice must be.

    Wordings of a later folder stand first; `least` has a limit for each of CHOSEN, ELSEWHERE, BROAD and STATED.
    """

    wordings: Mapping[str, Mapping[str, SlotWording]]
    least: Mapping[str, float]


def load_slots(folders: Sequence[Path], exceptions: Exceptions) -> SlotFile:
    """Read `wording/slots.yaml` of every rule folder; what a later folder says is tried first.

    A wording of a later folder takes the place of an earlier one of the same name. Raises RuleError, with the line, for
    a slot that does not exist, an unknown key, a missing text or plain wording, and terms that could never count.
    """
    wordings: dict[str, dict[str, SlotWording]] = {}
    least = dict.fromkeys((*CHOSEN, ELSEWHERE, BROAD, STATED), 1.0)
    for folder in folders:
        path = find_yaml(folder / "wording", "slots")
        if not path.is_file():
            continue
        root, source = read_rule_yaml(path)
        top = dict(take_table(root, source, "slots.yaml", ("least", *NAMES)))
        if "least" in top:
            limits = take_table(top.pop("least"), source, "least", tuple(least))
            least |= {name: take_share(node, source, f"least: {name}") for name, node in limits.items()}
        for name, node in top.items():
            table = take_table(node, source, name)
            read = {
                str(key): _read_wording(item, source, exceptions, LABELS[name]) for key, item in table.items()
            }
            wordings[name] = {
                **read,
                **{key: old for key, old in wordings.get(name, {}).items() if key not in read},
            }
            plain = wordings[name].get(PLAIN)
            if plain is None or not plain.own.is_empty:
                refuse(source, node.line, f"`{name}` needs a wording `{PLAIN}` without words; add one")
            for key, item in table.items():
                unknown = [other for other in read[str(key)].covers if other not in wordings[name]]
                if unknown:
                    fault = f"`covers` names `{unknown[0]}`, which `{name}` does not have; take it out"
                    refuse(source, item.line, fault)
    return SlotFile(wordings, least)


def _read_wording(node: Node, source: Source, exceptions: Exceptions, usual: str) -> SlotWording:
    table = take_table(node, source, "a wording", _KEYS)
    for key in ("hint", "question"):
        if key not in table:
            refuse(source, node.line, f"missing key `{key}` in a wording; add it")
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
        own=_read_terms(table, source, exceptions),
        verb=verb,
        named=tuple(_read_named(table["named"], source, verb)) if "named" in table else (),
        covers=tuple(text for text, _ in _list_words(table["covers"], source, "covers"))
        if "covers" in table
        else (),
    )


def _read_named(node: Node, source: Source, verb: str) -> Iterator[str]:
    for text, line in _list_words(node, source, "named"):
        places = _PLACE.findall(text)
        if len(places) != 1 or places[0] not in PLACES:
            known = ", ".join(f"{{{place}}}" for place in PLACES)
            refuse(source, line, f"`{text}` in `named` needs one thing of the bullet; write one of {known}")
        if len(f"{verb} {_PLACE.sub('thing', text)}".split()) > MOST_NAMED:
            refuse(
                source,
                line,
                f"`{text}` in `named` has more than {MOST_NAMED} words with its verb; shorten it",
            )
        yield text


def _read_terms(table: Mapping[str, Node], source: Source, exceptions: Exceptions) -> Topic:
    read: dict[str, tuple[Term, ...]] = {}
    for key in _TERMS:
        texts = []
        for text, line in _list_words(table[key], source, key) if key in table else ():
            if not text.removeprefix("to ")[:1].isalnum():
                refuse(source, line, f"`{text}` in `{key}` would never match; begin with a letter or figure")
            texts.append(f"to {text}" if key == "verbs" else text)
        read[key] = collect_terms(texts, exceptions)
    topic = Topic("", read["verbs"], read["words"], read["near"], read["vague"], read["unless"])
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
