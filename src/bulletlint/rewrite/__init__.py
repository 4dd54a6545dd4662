"""The rewrite: "outcome + how + at cost + with fallback", in the writer's own words, with slots for what is missing."""

from __future__ import annotations

from collections.abc import Sequence

from bulletlint.core.finding import Finding, Piece, Rewrite
from bulletlint.core.settings import Strength
from bulletlint.evidence import Reading
from bulletlint.evidence.words import Words
from bulletlint.rewrite.assemble.assembly import assemble_minimal, assemble_reordered
from bulletlint.rewrite.assemble.inputs import Inputs
from bulletlint.rewrite.proof import find_faults
from bulletlint.rewrite.sentence.anatomy import dissect_bullet
from bulletlint.rewrite.sentence.filler import drop_filler
from bulletlint.rewrite.sentence.piece import join_pieces, make_rewrite
from bulletlint.rewrite.slots.missing_facts import read_findings, read_missing_facts
from bulletlint.rewrite.slots.wording import Wordings, find_theme, has_open_slot, load_wordings

__all__ = ["load_wordings", "rewrite_bullet"]


def rewrite_bullet(
    reading: Reading,
    words: Words,
    wordings: Wordings,
    *,
    strength: Strength = "reorder",
    findings: Sequence[Finding] | None = None,
) -> Rewrite | None:
    """Rewrite one bullet, None if nothing is missing or no rewrite of it passes the proof.

    `findings` say what is missing; without them its facts do. A rewrite that adds or loses a fact gives way to the
    minimal one, which keeps the sentence.
    """
    tokens, facts = reading.tokens, reading.facts
    missing = read_missing_facts(facts, words) if findings is None else read_findings(findings, facts, words)
    if not missing or not facts.text.strip() or has_open_slot(facts.text):
        return None
    lead = tokens.index.index(facts.lead.token) if facts.lead and facts.lead.token >= 0 else -1
    anatomy = dissect_bullet(tokens, facts, words, lead)
    changed = drop_filler(tokens, words) if strength == "full" else {}
    theme = find_theme(wordings, tokens, facts, words, lead)
    inputs = Inputs(tokens, facts, words, wordings, missing, changed, theme)
    if strength != "minimal" and anatomy is not None and facts.sure:
        rewrite = prove(assemble_reordered(inputs, anatomy), inputs)
        if rewrite is not None:
            return rewrite
    return prove(assemble_minimal(inputs, anatomy), inputs)


def prove(pieces: list[Piece] | None, inputs: Inputs) -> Rewrite | None:
    """Return the rewrite that the pieces make if it says something new to the reader and nothing new of the writer."""
    if not pieces:
        return None
    rewrite = make_rewrite(join_pieces(pieces))
    if rewrite.text == inputs.facts.text:
        return None
    dropped = frozenset(find_droppable(inputs))
    faults = find_faults(
        rewrite, inputs.facts.text, inputs.wordings.verbs, inputs.wordings.bases, dropped=dropped
    )
    return None if faults else rewrite


def find_droppable(inputs: Inputs) -> set[str]:
    """Return the words that a rewrite may lose: filler at full strength, vague words, the words of a duty phrase."""
    dropped = {inputs.tokens.lower[place] for place, word in inputs.changed.items() if not word}
    dropped |= inputs.words.sets["words-vague"]
    lead = inputs.facts.lead
    if inputs.facts.duty and lead is not None:
        phrase = inputs.facts.text[: lead.end].lower().split()
        dropped.update(word for word in phrase if word not in inputs.words.sets["adverbs-opening"])
    return dropped
