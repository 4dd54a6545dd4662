"""The result clause of a bullet as its opening, its verbs in the tense of the lead."""

from __future__ import annotations

from bulletlint.core.finding import Piece
from bulletlint.core.inflect import VerbForm
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words
from bulletlint.rewrite.assemble.inputs import Inputs, find_slot
from bulletlint.rewrite.assemble.parts import find_metric_place, list_figure, trim_end
from bulletlint.rewrite.sentence.anatomy import Anatomy
from bulletlint.rewrite.sentence.clauses import Result
from bulletlint.rewrite.sentence.conjugation import find_coordinated, inflect_verbs
from bulletlint.rewrite.sentence.junctions import names_change
from bulletlint.rewrite.sentence.nominal import verbalise_change
from bulletlint.rewrite.sentence.piece import cut_span
from bulletlint.rewrite.sentence.shift import word_shift


def make_front(inputs: Inputs, anatomy: Anatomy, result: Result) -> list[Piece] | None:
    """Return the result clause as the opening of the bullet, in the lead's own tense."""
    tokens, words = inputs.tokens, inputs.words
    # What was only a purpose is claimed with a figure or not at all, whether or not a rule asks for one.
    ask = not result.measured and (inputs.missing.metric or result.kind == "purpose")
    if result.noun >= 0:
        change = verbalise_change(
            tokens, words, inputs.wordings.changes, result.noun, result.end, anatomy.told
        )
        return change and [*change[0], *([find_slot(inputs, "metric")] if ask else ())]
    if result.shift:
        span = (result.begin, result.end)
        return word_shift(tokens, words, inputs.wordings.shifts, span, result.verb, anatomy.told)
    source_form: VerbForm = {"participle": "gerund", "purpose": "base"}.get(result.kind, "past")  # type: ignore[assignment]
    if tokens.tag[result.verb] == "VBZ":
        source_form = "third"
    chain = find_coordinated(
        tokens, words, result.verb, result.end, source_form, words.sets["adverbs-opening"]
    )
    if source_form == "gerund":
        chain = tuple(sorted({*chain, *find_skipped(tokens, words, chain)}))
        if has_loose_gerund(tokens, chain, result.end):
            return None
    elif result.kind == "purpose":
        chain = tuple(sorted({*chain, *find_infinitives(tokens, words, chain, result.end)}))
    changed = dict(inputs.changed)
    if source_form != anatomy.told:
        inflected = inflect_verbs(tokens, words, chain, anatomy.told)
        if inflected is None:
            return None
        changed.update(inflected)
    end = result.end - (tokens.lower[result.cut] == "(")  # the clause leaves its brackets
    if not ask:
        return cut_span(tokens, result.begin, end, changed)
    # "Reduced errors (⟨how much⟩) and gave managers a tool": the figure is that of the last verb that has one.
    measured = [verb for verb in chain if names_change(tokens, words, verb)]
    last = measured[-1] if measured and result.kind != "purpose" else chain[-1]
    after = next((verb for verb in chain if verb > last), end)
    place = find_metric_place(tokens, last, end if after == end else trim_end(tokens, last, after))
    slot = list_figure(inputs, last, place, "effect" if result.kind == "purpose" else "metric")
    return [
        *cut_span(tokens, result.begin, place, changed),
        *slot,
        *cut_span(tokens, place, end, changed),
    ]


def find_infinitives(tokens: Tokens, words: Words, chain: tuple[int, ...], end: int) -> list[int]:
    """Return the verbs that go on the list of a purpose behind commas ("to cut costs, raise reach, and win buyers").

    The parse joins them to the lead as often as to the first of them.
    """
    found = list(chain)
    for place in range(chain[0] + 1, end):
        joined = tokens.lower[place - 1] in (",", "and", "&") and tokens.dep[place] == "conj"
        known = tokens.tag[place] == "VB" and tokens.lower[place] in words.verb_class
        if joined and known and (tokens.head[place] in found or tokens.head[place] < chain[0]):
            found.append(place)
    return found


def find_skipped(tokens: Tokens, words: Words, chain: tuple[int, ...]) -> list[int]:
    """Return the participles of change that a chain leaves out of its list ("cutting A, raising B, and saving C")."""
    between = range(chain[0] + 1, chain[-1])
    commas = (place for place in between if tokens.lower[place - 1] == "," and place not in chain)
    return [place for place in commas if tokens.tag[place] == "VBG" and names_change(tokens, words, place)]


def has_loose_gerund(tokens: Tokens, chain: tuple[int, ...], end: int) -> bool:
    """Tell whether "and …ing" goes on a chain of participles that does not hold it, and not a list of means."""
    for place in range(chain[-1] + 1, end):
        if (
            tokens.pos[place - 1] in ("ADP", "SCONJ")
            and tokens.tag[place] == "VBG"
            or tokens.tag[place] == "WDT"
        ):
            return False
        if (
            tokens.lower[place - 1] in ("and", "&")
            and tokens.tag[place] == "VBG"
            and tokens.dep[place] != "amod"
        ):
            return True
    return False
