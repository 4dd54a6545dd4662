"""The messages of a rule file: every blank in them must be one that the rule fills."""

from __future__ import annotations

from string import Formatter
from typing import get_args

from bulletlint.core.facts import EvidenceLabel, MarkLabel
from bulletlint.core.rule import Condition, Message, Scope
from bulletlint.core.strict_yaml import (
    Node,
    Source,
    hint_near,
    refuse,
    take_list,
    take_table,
    take_text,
    take_truth,
)
from bulletlint.rulebook.clause import read_clause
from bulletlint.rulebook.condition import read_condition, read_facts

#: Slots that every message may use: the lead verb, its dictionary form, the words that the finding points at, and
#: how many words and characters the bullet has; in a rule about a whole file, how many places the finding is about, and
#: what else it names (a title, another line, a kind of data).
SURE_SLOTS = ("lead", "lemma", "match", "words", "characters")
DOCUMENT_SLOTS = ("match", "count", "other")
#: Slots that stand for evidence or marks, which a bullet may lack: a message with one of them is passed over then.
EVIDENCE_SLOTS = ("number", *get_args(EvidenceLabel), *get_args(MarkLabel))


def read_message(node: Node, what: str, source: Source, scope: Scope) -> tuple[Message, ...]:
    """Return the one message of a rule, which holds always."""
    return _check_messages((Message(take_text(node, source, what), (), node.line),), node, source, scope)


def read_message_list(node: Node, what: str, source: Source, scope: Scope) -> tuple[Message, ...]:
    """Return a rule's messages, in the order in which they are tried."""
    messages = []
    for item in take_list(node, source, what):
        entry = take_table(item, source, "a message", ("text", "when", "match", "unless", "unsaid"))
        if "text" not in entry:
            refuse(source, item.line, "missing key `text` in a message; add it")
        when = read_facts(entry["when"], source, "`when`", scope=scope) if "when" in entry else ()
        match = tuple(
            read_clause(clause, source, scope=scope)
            for clause in (take_list(entry["match"], source, "`match`") if "match" in entry else ())
        )
        unless = (
            read_condition(entry["unless"], source, "`unless`", scope) if "unless" in entry else Condition()
        )
        unsaid = "unsaid" in entry and take_truth(entry["unsaid"], source, "`unsaid`")
        text = take_text(entry["text"], source, "`text`")
        messages.append(Message(text, when, item.line, match, unless, unsaid))
    return _check_messages(tuple(messages), node, source, scope)


def _check_messages(
    messages: tuple[Message, ...], node: Node, source: Source, scope: Scope
) -> tuple[Message, ...]:
    if not messages:
        refuse(source, node.line, "there is no message; write one")
    for number, message in enumerate(messages):
        if scope == "document":
            _check_document_slots(message, source)
        else:
            _check_slots(message, source, last=number == len(messages) - 1 and not message.conditional)
    return messages


def _find_slots(message: Message, source: Source) -> list[str]:
    try:
        return [slot for _, slot, _, _ in Formatter().parse(message.text) if slot is not None]
    except ValueError as error:
        refuse(source, message.line, f"the message has a stray brace ({error}); write {{{{ for a brace")


def _check_document_slots(message: Message, source: Source) -> None:
    for slot in _find_slots(message, source):
        if slot not in DOCUMENT_SLOTS:
            refuse(source, message.line, f"unknown blank {{{slot}}}; {hint_near(slot, DOCUMENT_SLOTS)}")


def _check_slots(message: Message, source: Source, *, last: bool) -> None:
    for slot in _find_slots(message, source):
        if slot in SURE_SLOTS:
            continue
        if slot not in EVIDENCE_SLOTS:
            near = hint_near(slot, (*SURE_SLOTS, *EVIDENCE_SLOTS))
            refuse(source, message.line, f"unknown blank {{{slot}}}; {near}")
        if last:
            refuse(source, message.line, f"not every bullet has {{{slot}}}; put a message without it last")
