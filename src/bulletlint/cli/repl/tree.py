"""The parse of a bullet as a tree, and the evidence with the pattern that found it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bulletlint.core.facts import REMARKS, Evidence, Facts

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

#: What stands before a branch with others below it, before the last one, and below the first.
_UNICODE, _ASCII = ("├─ ", "└─ ", "│  "), ("|- ", "`- ", "|  ")


def render_tree(doc: Doc, *, unicode: bool = True) -> str:
    """Return one line per word, each below the word it depends on, siblings in the order of the text."""
    branch, corner, trunk = _UNICODE if unicode else _ASCII
    waiting = [(token, "", "") for token in reversed(doc) if token.head.i == token.i]
    lines: list[str] = []
    while waiting:
        token, first, rest = waiting.pop()
        lines.append(first + describe_token(token))
        children = sorted(token.children, key=lambda child: child.i)
        for child in reversed(children):
            last = child.i == children[-1].i
            waiting.append((child, rest + (corner if last else branch), rest + ("   " if last else trunk)))
    return "".join(line + "\n" for line in lines)


def describe_token(token: Token) -> str:
    """Return a word with its lemma if that differs, its Penn tag and its dependency label."""
    lemma = f" = {token.lemma_}" if token.lemma_ and token.lemma_.lower() != token.lower_ else ""
    return f"{token.text}{lemma}  {token.tag_} {token.dep_}"


def describe_source(item: Evidence) -> str:
    """Return what found a piece of evidence, and how sure it was unless that goes without saying."""
    return f"{item.source} {item.confidence:.2f}" if item.confidence < 1 else item.source


def render_facts(facts: Facts) -> str:
    """Return the lead verb, the kind, and a line for each piece of evidence: label, words, offsets, what found it."""
    lead = facts.lead
    lines = [
        f'lead verb  "{lead.text}" = {lead.lemma} ({lead.lead_class})' if lead else "lead verb  none",
        f"kind       {facts.kind}",
    ]
    if not facts.sure:
        lines.append("parse      uncertain: rules on the tree stay silent, word lists decide")
    shown = [
        (item.label, f'"{item.text}"', f"{item.start}–{item.end}", describe_source(item))
        for item in facts.evidence
    ]
    widths = [max((len(row[column]) for row in shown), default=0) for column in range(3)]
    for label, text, place, source in shown:
        lines.append(f"  {label:<{widths[0]}}  {text:<{widths[1]}}  {place:<{widths[2]}}  {source}".rstrip())
    if not shown:
        lines.append("evidence   none")
    if facts.confidence:
        lines.append("confidence " + ", ".join(f"{name} {share:.2f}" for name, share in facts.confidence))
        made = [name for name in REMARKS if name in facts.remarks]
        lines.append("remarks    " + (", ".join(made) or "none") + ": what a coach would say of it")
    if facts.doubtful:
        lines.append("doubtful   " + ", ".join(sorted(facts.doubtful)) + ": may be there, so only a remark")
    return "".join(line + "\n" for line in lines)
