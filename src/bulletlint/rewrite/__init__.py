"""The rewrite: "outcome + how + at cost + with fallback", in the writer's own words, with slots for what is missing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from bulletlint.core.finding import Finding, Piece, Rewrite
from bulletlint.core.settings import Strength
from bulletlint.evidence import Reading
from bulletlint.evidence.blanks import find_blanks
from bulletlint.evidence.lead.opening import skip_adverbs
from bulletlint.evidence.words import Words
from bulletlint.rewrite.assemble.assembly import assemble_minimal, assemble_reordered
from bulletlint.rewrite.assemble.fronting import assemble_fronted
from bulletlint.rewrite.assemble.heading import assemble_headed
from bulletlint.rewrite.assemble.inputs import Inputs
from bulletlint.rewrite.proof import find_faults
from bulletlint.rewrite.sentence.anatomy import dissect_bullet
from bulletlint.rewrite.sentence.filler import drop_filler, shorten_means
from bulletlint.rewrite.sentence.piece import join_pieces, make_rewrite
from bulletlint.rewrite.sentence.slips import mend_slips
from bulletlint.rewrite.slots.choice import Choose
from bulletlint.rewrite.slots.missing_facts import (
    ask_what_fits,
    drop_stated,
    read_findings,
    read_missing_facts,
)
from bulletlint.rewrite.slots.slot_file import STATED
from bulletlint.rewrite.slots.wording import Wordings, find_theme, is_named, load_wordings

__all__ = ["load_wordings", "propose_rewrites", "rewrite_bullet"]

#: A longer bullet is for its writer to cut: a rewrite would only make it longer.
MOST_TOKENS = 75

#: Last words of a bullet that breaks off.
_BROKEN_OFF = frozenset("a an and & by for from of or that the to with".split())

Assemble = Callable[[Inputs, Any], "list[Piece] | None"]


def rewrite_bullet(
    reading: Reading,
    words: Words,
    wordings: Wordings,
    *,
    strength: Strength = "reorder",
    findings: Sequence[Finding] | None = None,
) -> Rewrite | None:
    """Return the best rewrite of one bullet that passes the proof, None where nothing is missing or none does."""
    return next(propose_rewrites(reading, words, wordings, strength=strength, findings=findings), None)


def propose_rewrites(
    reading: Reading,
    words: Words,
    wordings: Wordings,
    *,
    strength: Strength = "reorder",
    findings: Sequence[Finding] | None = None,
    choose: Choose | None = None,
    complete: bool = False,
) -> Iterator[Rewrite]:
    """Yield rewrites of one bullet that pass the proof, the one that changes most first, the minimal one last.

    `findings` say what is missing; without them its facts do. `choose` chooses the wording of blanks, which are plain
    without it. The minimal rewrite keeps the sentence and adds slots. `complete` says that findings are answered which
    are better left unsaid, too, as for somebody who named the profile.
    """
    tokens, facts = reading.tokens, reading.facts
    missing = read_missing_facts(facts, words) if findings is None else read_findings(findings, facts, words)
    stated = wordings.least.get(STATED, 1.0)
    missing = drop_stated(missing, facts, stated)
    if not missing or not facts.text.strip() or len(tokens) > MOST_TOKENS:
        return
    if find_blanks(facts.text, words.lexicons.get("words-blank", ())):
        return  # what is still blank is filled in first
    if facts.text.split()[-1] in _BROKEN_OFF:
        return  # "… by up-selling and": what would stand behind it is not known
    lead = tokens.index.index(facts.lead.token) if facts.lead and facts.lead.token >= 0 else -1
    anatomy = dissect_bullet(tokens, facts, words, lead)
    if anatomy is not None and tokens.lower[anatomy.end : anatomy.end + 1] == ["?"]:
        return  # "Ratio outside 60 %? Flagged the same day": no part of it is a sentence of its own
    changed: dict[int, str] = {}
    if strength != "minimal":
        dropped = drop_filler(tokens, words, degrees=strength == "full")
        changed = {**mend_slips(tokens, words), **dropped, **shorten_means(tokens, words)}
    theme = find_theme(tokens, facts, words, lead, choose(tokens, facts) if choose else None)
    if findings is not None:
        named, sure = (
            [slot for slot in ("cost", "fallback") if is_named(wordings, slot, theme, doubtful=doubtful)]
            for doubtful in (False, True)
        )
        missing = ask_what_fits(missing, facts, findings, named=named, sure=sure, complete=complete)
    if not missing:
        return
    inputs = Inputs(tokens, facts, words, wordings, missing, changed, theme)
    # Where a bullet has no room for every blank, the result is asked for before its price.
    lean = replace(inputs, missing=replace(missing, cost=False, fallback=False))
    moving: tuple[Assemble, ...] = (assemble_reordered, assemble_fronted)
    # The sentence itself stays as it is; "⟨Result⟩: vendor comparison of five suites" would say less than a question.
    telling = choose is None or is_named(wordings, "what", theme)
    resting: tuple[Assemble, ...] = (assemble_headed,) if telling else ()
    if strength == "minimal" or anatomy is None or not facts.sure or is_shouted(facts.text):
        moving = resting = ()
    asking = (inputs,) if inputs.missing == lean.missing else (inputs, lean)
    drafts = (
        *((assemble, told) for told in asking for assemble in moving),
        *((assemble, told) for told in asking for assemble in (*resting, assemble_minimal)),
    )
    droppable = frozenset(find_droppable(inputs))
    seen: set[str] = set()
    for assemble, told in drafts:
        rewrite = prove(assemble(told, anatomy), told, droppable)
        if rewrite is not None and rewrite.text not in seen:
            seen.add(rewrite.text)
            yield rewrite


def is_shouted(text: str) -> bool:
    """Tell whether most letters are capitals: then names and words cannot be told apart."""
    letters = [sign for sign in text if sign.isalpha()]
    return sum(map(str.isupper, letters)) > len(letters) / 2


def prove(pieces: list[Piece] | None, inputs: Inputs, droppable: frozenset[str]) -> Rewrite | None:
    """Return the rewrite that the pieces make if it says something new to the reader and nothing new of the writer."""
    if not pieces:
        return None
    rewrite = make_rewrite(join_pieces(pieces))
    if rewrite.text == inputs.facts.text:
        return None
    faults = find_faults(
        rewrite, inputs.facts.text, inputs.wordings.verbs, inputs.wordings.bases, dropped=droppable
    )
    return None if faults else rewrite


def find_droppable(inputs: Inputs) -> set[str]:
    """Return the words that a rewrite may lose: filler at full strength, vague words, the words of a duty phrase."""
    dropped = {inputs.tokens.lower[place] for place, word in inputs.changed.items() if not word}
    dropped |= inputs.words.sets["words-vague"] | inputs.words.sets["verbs-with"]
    if inputs.missing.metric:
        dropped |= inputs.words.sets["words-degree"]  # a figure is asked for in their place
    opening = skip_adverbs(inputs.tokens, inputs.words, 0)
    dropped |= inputs.words.sets["adverbs-tying"].intersection(inputs.tokens.lower[:opening])
    lead = inputs.facts.lead
    if inputs.facts.duty and lead is not None:
        for place, start in enumerate(inputs.tokens.start):
            if start < lead.end and inputs.tokens.pos[place] != "PROPN":
                dropped.add(inputs.tokens.lower[place])
        dropped -= inputs.words.sets["adverbs-opening"]
    return dropped
