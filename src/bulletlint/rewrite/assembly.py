"""Puts a rewrite together: outcome, "by …ing", what is known, and a slot for what is not."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bulletlint.evidence.objects import find_object
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words
from bulletlint.facts import Facts
from bulletlint.finding import Piece
from bulletlint.inflect import VerbForm, inflect_verb
from bulletlint.rewrite.anatomy import Anatomy
from bulletlint.rewrite.clauses import Result, find_result
from bulletlint.rewrite.conjugation import find_coordinated, inflect_verbs
from bulletlint.rewrite.nominal import verbalise_actions, verbalise_change
from bulletlint.rewrite.owed import Owed
from bulletlint.rewrite.piece import cut_span, set_case
from bulletlint.rewrite.slots import Wordings, choose_wording, make_slot

_TRIMMED = frozenset({",", "–", "—", "-", "--", "and", "&"})
_MEANS = frozenset({"by", "through", "via", "using", "because", "due"})
_BREAKS = _MEANS | frozenset({",", "–", "—", "while", "which", "so", "without", "with", "across", "(", "as"})
_CLAUSES = frozenset("that which who where when while so as if because until before after".split())
_JOINTS = frozenset({"and", "&", ",", "then"})
_SUBJECTS = frozenset({"i", "we", "he", "she", "they"})


@dataclass(frozen=True, slots=True)
class Bench:
    """Everything that the assembly of one rewrite needs; `changed` are words that the strength changes or drops."""

    tokens: Tokens
    facts: Facts
    words: Words
    wordings: Wordings
    owed: Owed
    changed: Mapping[int, str]


def assemble_minimal(bench: Bench, anatomy: Anatomy | None) -> list[Piece] | None:
    """Return the bullet as it is, with slots for what it owes at the end of its first sentence."""
    tokens = bench.tokens
    start = anatomy.start if anatomy else 0
    end = anatomy.end if anatomy else trim_end(tokens, 0, len(tokens))
    near = find_near_words(tokens, anatomy)
    body: list[Piece] | None = None
    if anatomy is not None and bench.owed.metric and bench.facts.lead_class == "outcome":
        body = insert_metric(bench, start, anatomy.lead, end, near)
    slots = [] if body else list_outcome_slots(bench, near)
    body = body or cut_span(tokens, start, end, bench.changed)
    slots = [*slots, *list_closing_slots(bench, near, taken=len(slots))]
    if not slots and not bench.changed and not any(piece.slot for piece in body):
        return None
    body, stop = lift_stop(tokens, body)
    return [*cut_label(tokens, start), *body, *slots, *stop, *cut_rest(tokens, end)]


def assemble_reordered(bench: Bench, anatomy: Anatomy) -> list[Piece] | None:
    """Return the bullet with its outcome, or a slot for it, in front; None where its parts do not allow that."""
    if anatomy.opening == "noun":
        return assemble_noun(bench, anatomy)
    if anatomy.opening != "plain":
        return None
    if bench.facts.duty:
        return assemble_duty(bench, anatomy)
    if bench.owed.part:
        how = make_how(bench, anatomy, anatomy.end)
        return how and assemble_around(bench, anatomy, [find_slot(bench, "part", anatomy)], "while", how, anatomy.end)
    if bench.facts.lead_class == "outcome":
        return None
    result = find_result(anatomy, bench.facts, bench.words)
    if result is not None and (result.measured or bench.owed.lead or bench.owed.metric):
        return assemble_result(bench, anatomy, result)
    if not (bench.owed.lead or bench.owed.metric):
        return None
    how = make_how(bench, anatomy, anatomy.end)
    return how and assemble_around(bench, anatomy, make_outcome(bench, anatomy), "by", how, anatomy.end)


def assemble_result(bench: Bench, anatomy: Anatomy, result: Result) -> list[Piece] | None:
    """Return the bullet with its result clause in front."""
    tokens = bench.tokens
    front = make_front(bench, anatomy, result)
    stop = anatomy.end if result.kind == "sentence" else result.cut
    how = make_how(bench, anatomy, trim_end(tokens, anatomy.lead, stop))
    if front is None or how is None:
        return None
    if result.kind != "sentence" and result.end < anatomy.end:
        how = [*how, *cut_span(tokens, result.end, anatomy.end, bench.changed)]
    comma = any(tokens.lower[place] in _MEANS and tokens.tag[place] != "RB" for place in range(result.begin, result.end)
                if not is_amount_by(tokens, place))  # fmt: skip
    comma = comma or any(tokens.lower[place] == "," for place in range(result.begin, result.end))
    if comma:
        front = [*front, Piece(",")]
    skipped = result.segment if result.kind == "sentence" else 0
    return assemble_around(bench, anatomy, front, "by", how, anatomy.end, skipped=skipped)


def assemble_duty(bench: Bench, anatomy: Anatomy) -> list[Piece] | None:
    """Return "Responsible for migrating X" as "⟨outcome⟩ by migrating X", the verb taken from the duty's own noun."""
    tokens, lead = bench.tokens, bench.facts.lead
    if lead is None or tokens.find_position(lead.start) != anatomy.start:
        return None
    begin = tokens.find_position(lead.end - 1) + 1
    how = make_action(bench, begin, anatomy.end, "gerund")
    if how is not None:
        return assemble_around(bench, anatomy, make_outcome(bench, anatomy), "by", how, anatomy.end)
    if tokens.lower[begin - 1] in ("include", "included", "includes"):
        return None
    kept = set_case(tokens, cut_span(tokens, anatomy.start, anatomy.end, bench.changed), upper=False)
    return assemble_around(bench, anatomy, [find_slot(bench, "part", anatomy)], "while", kept, anatomy.end)


def assemble_noun(bench: Bench, anatomy: Anatomy) -> list[Piece] | None:
    """Return a bullet without a verb: its noun of action as "by …ing", a role as "as …", a thing as "with …"."""
    tokens, words = bench.tokens, bench.words
    if not (bench.owed.lead or bench.owed.metric) or bench.facts.metric == "outcome":
        return None
    if bench.facts.kind != "delivery":
        return None
    start, end = anatomy.start, anatomy.end
    how = verbalise_actions(tokens, words, bench.wordings.actions, start, end, "gerund")
    if how is not None:
        return assemble_around(bench, anatomy, make_outcome(bench, anatomy), "by", set_case(tokens, how, upper=False), end)
    opens = tokens.text[tokens.start[start]]
    if not opens.isalpha() or any(tokens.tag[place] in ("VBZ", "VBP", "VBD", "MD") for place in range(start, end)):
        return None
    roles = words.sets["nouns-role"]
    role = any(tokens.lower[place] in roles for place in range(start, min(start + 3, end)))
    part = tokens.lower[start] in ("part", "member")
    kept = set_case(tokens, cut_span(tokens, start, end, bench.changed), upper=False)
    if role or part:
        return assemble_around(bench, anatomy, [find_slot(bench, "part", anatomy)], "as", kept, end)
    return assemble_around(bench, anatomy, make_outcome(bench, anatomy), "with", kept, end)


def lift_stop(tokens: Tokens, pieces: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Take the full stop that the bullet ends with off its last word ("… for R."), so that slots can go before it."""
    last = pieces[-1]
    text = tokens.text
    if last.end is None or last.start is None or last.end != len(text) or not last.text.endswith(".") or len(last.text) < 2:
        return pieces, []
    if text.endswith(("etc.", "Inc.", "Ltd.", "Co.")):
        return pieces, []
    return [*pieces[:-1], Piece(last.text[:-1], last.start, last.end - 1)], [Piece(".", last.end - 1, last.end)]


def assemble_around(
    bench: Bench, anatomy: Anatomy, front: list[Piece], link: str, how: list[Piece], end: int, *, skipped: int = 0
) -> list[Piece]:
    """Return label, opening phrase, front, link, how, closing slots and the sentences that follow."""
    tokens = bench.tokens
    opener: list[Piece] = []
    if anatomy.opener is not None:
        phrase = cut_span(tokens, *anatomy.opener, bench.changed)
        if is_means(tokens, anatomy.opener[0]):
            how = [*how, *set_case(tokens, phrase, upper=False)]
        else:
            opener = [*phrase, Piece(",")]
            front = front if front[0].slot else set_case(tokens, front, upper=False)
    asked = sum(1 for piece in front if piece.slot)
    near = find_near_words(tokens, anatomy)
    how, stop = lift_stop(tokens, how)
    body = [*opener, *front, Piece(link), *how, *list_closing_slots(bench, near, taken=asked), *stop]
    rest = cut_rest(tokens, end, anatomy=anatomy, skipped=skipped)
    return [*cut_label(tokens, anatomy.start), *set_case(tokens, body, upper=True), *rest]


def make_front(bench: Bench, anatomy: Anatomy, result: Result) -> list[Piece] | None:
    """Return the result clause as the opening of the bullet, in the lead's own tense."""
    tokens, words = bench.tokens, bench.words
    near = find_near_words(tokens, anatomy)
    ask = bench.owed.metric and not result.measured
    if result.noun >= 0:
        change = verbalise_change(tokens, words, bench.wordings.changes, result.noun, result.end, anatomy.form)
        pieces = change[0] if change else cut_span(tokens, result.noun, result.end, bench.changed)
        return [*pieces, *(list_metric_slot(bench, near) if ask else ())]
    source_form: VerbForm = {"participle": "gerund", "purpose": "base"}.get(result.kind, "past")  # type: ignore[assignment]
    if tokens.tag[result.verb] == "VBZ":
        source_form = "third"
    chain = find_coordinated(
        tokens, words, result.verb, result.end, source_form, words.sets["adverbs-opening"]
    )
    changed = dict(bench.changed)
    if source_form != anatomy.form:
        inflected = inflect_verbs(tokens, words, chain, anatomy.form)
        if inflected is None:
            return None
        changed.update(inflected)
    if not ask:
        return cut_span(tokens, result.begin, result.end, changed)
    place = find_metric_place(tokens, chain[-1], result.end)
    slot = list_metric_slot(bench, near)
    return [*cut_span(tokens, result.begin, place, changed), *slot, *cut_span(tokens, place, result.end, changed)]


def make_how(bench: Bench, anatomy: Anatomy, end: int) -> list[Piece] | None:
    """Return the lead and what follows it as "building …", None where the parse does not hold together."""
    tokens, words = bench.tokens, bench.words
    verbs = tuple(verb for verb in anatomy.verbs if verb < end)
    if end <= anatomy.lead or has_loose_verb(anatomy, end):
        return None
    inflected = inflect_verbs(tokens, words, verbs, "gerund")
    if inflected is None:
        return None
    pieces = cut_span(tokens, anatomy.first, end, {**bench.changed, **inflected})
    return set_case(tokens, pieces, upper=False)


def make_action(bench: Bench, begin: int, end: int, form: VerbForm) -> list[Piece] | None:
    """Return a duty's noun or -ing phrase with its verbs in a form."""
    tokens, words = bench.tokens, bench.words
    if begin >= end:
        return None
    if tokens.tag[begin] == "VBG" and tokens.lower[begin].endswith("ing"):
        if form == "gerund":
            return cut_span(tokens, begin, end, bench.changed)
        chain = find_coordinated(tokens, words, begin, end, "gerund", words.sets["adverbs-opening"])
        inflected = inflect_verbs(tokens, words, chain, form)
        return None if inflected is None else cut_span(tokens, begin, end, {**bench.changed, **inflected})
    return verbalise_actions(tokens, words, bench.wordings.actions, begin, end, form)


def make_outcome(bench: Bench, anatomy: Anatomy) -> list[Piece]:
    """Return the slot for an outcome that nobody has stated; behind "Reduced" where the bullet names the trouble."""
    near = find_near_words(bench.tokens, anatomy)
    chosen = choose_wording(bench.wordings, "what", bench.tokens, bench.facts.kind, near)
    if chosen is not None and chosen[0].verb and bench.facts.kind == "delivery":
        verb = inflect_verb(chosen[0].verb, anatomy.form if anatomy.lead >= 0 else "past", bench.words.exceptions)
        return [Piece(verb), make_slot("what", *chosen)]
    return [find_slot(bench, "outcome", anatomy)]


def insert_metric(bench: Bench, start: int, lead: int, end: int, near: tuple[str, ...]) -> list[Piece]:
    """Return a sentence with a slot for the figure behind what its lead verb changed."""
    tokens = bench.tokens
    place = find_metric_place(tokens, lead, end)
    return [
        *cut_span(tokens, start, place, bench.changed), *list_metric_slot(bench, near),
        *cut_span(tokens, place, end, bench.changed),
    ]  # fmt: skip


def find_metric_place(tokens: Tokens, verb: int, end: int) -> int:
    """Return where a figure belongs: behind the verb's object, before the means and what else follows."""
    seen = False
    for place in range(verb + 1, end):
        if seen and (tokens.lower[place] in _BREAKS or tokens.tag[place] == "VBG" and tokens.lower[place - 1] == ","):
            return place
        if seen and tokens.lower[place] == "to" and place + 1 < end and tokens.tag[place + 1] == "VB":
            return place
        seen = seen or tokens.pos[place] in ("NOUN", "PROPN", "PRON")
    return end


def has_loose_verb(anatomy: Anatomy, end: int) -> bool:
    """Tell whether a coordinated past verb after the lead belongs neither to its chain nor to a clause of its own."""
    tokens = anatomy.tokens
    for place in range(anatomy.lead + 1, end):
        if tokens.lower[place] in _SUBJECTS or tokens.tag[place] in ("WDT", "WP", "WRB") or tokens.lower[place] in _CLAUSES:
            return False
        tag = tokens.tag[place]
        if place in anatomy.verbs:
            if tokens.lemma[place] == "be":
                return True
        elif tag == "MD" or tag == "VBZ" and tokens.dep[place] in ("ROOT", "ccomp"):
            return True
        elif tag == "VBD" and anatomy.form in ("past", "gerund") and tokens.lower[place - 1] in _JOINTS:
            return True
    return False


def is_amount_by(tokens: Tokens, place: int) -> bool:
    """Tell whether "by" stands before a figure ("by 40 %", "by over 10k")."""
    return any(near in tokens.amount for near in range(place + 1, place + 3))


def is_means(tokens: Tokens, start: int) -> bool:
    """Tell whether an opening phrase says how ("Using Kafka, …"): it belongs behind the outcome then."""
    return tokens.lower[start] in ("using", "with", "via", "through", "leveraging", "utilizing", "utilising", "by")


def trim_end(tokens: Tokens, start: int, end: int) -> int:
    """Step back over commas, dashes and "and" at the end of a span."""
    while end > start + 1 and (tokens.lower[end - 1] in _TRIMMED or tokens.lower[end - 1] in (".", ";", "!", "?")):
        end -= 1
    return end


def find_near_words(tokens: Tokens, anatomy: Anatomy | None) -> tuple[str, ...]:
    """Return the words of what the bullet is about, its head noun first, then what stands before and after it."""
    phrase = find_object(tokens, anatomy.lead if anatomy else -1)
    if phrase is None:
        return ()
    before = tokens.lower[phrase.start : phrase.head + 1]
    return (*reversed(before), *tokens.lower[phrase.head + 1 : phrase.end])


def find_slot(bench: Bench, name: str, anatomy: Anatomy) -> Piece:
    """Return the slot of a name that fits the bullet."""
    return list_slot(bench, name, find_near_words(bench.tokens, anatomy))[0]


def list_slot(bench: Bench, name: str, near: tuple[str, ...]) -> list[Piece]:
    chosen = choose_wording(bench.wordings, name, bench.tokens, bench.facts.kind, near)
    return [make_slot(name, *chosen)] if chosen else []


def list_metric_slot(bench: Bench, near: tuple[str, ...]) -> list[Piece]:
    return list_slot(bench, "metric", near)


def list_outcome_slots(bench: Bench, near: tuple[str, ...]) -> list[Piece]:
    """Return what stands behind an unmoved sentence for its outcome, or for the writer's own part in it."""
    name = "part" if bench.owed.part else "outcome" if bench.owed.metric else ""
    slot = list_slot(bench, name, near) if name else []
    return [Piece(","), *slot] if slot else []


def list_closing_slots(bench: Bench, near: tuple[str, ...], *, taken: int) -> list[Piece]:
    """Return ", at ⟨cost⟩, with ⟨fallback⟩" for what the bullet owes of it."""
    pieces: list[Piece] = []
    for name, link, owed in (("cost", "at", bench.owed.cost), ("fallback", "with", bench.owed.fallback)):
        slot = list_slot(bench, name, near) if owed else []
        if slot:
            pieces += [Piece(","), Piece(link), *slot]
    return pieces


def cut_label(tokens: Tokens, start: int) -> list[Piece]:
    """Return what stands before the sentence ("Search: "), as it is."""
    first = tokens.start[start] if start < len(tokens) else 0
    return [Piece(tokens.text[:first], 0, first)] if first else []


def cut_rest(tokens: Tokens, end: int, *, anatomy: Anatomy | None = None, skipped: int = 0) -> list[Piece]:
    """Return what follows the first sentence, its end mark included, without the sentence that went to the front."""
    at = tokens.end[end - 1] if end else 0
    text = tokens.text
    if not skipped or anatomy is None:
        return [Piece(text[at:], at, len(text))] if at < len(text) else []
    gone = anatomy.segments[skipped]
    before = tokens.end[anatomy.segments[skipped - 1].end - 1]
    after = tokens.end[gone.end - 1]
    if skipped == len(anatomy.segments) - 1:
        kept = [(at, before), (after, len(text))]
    else:
        kept = [(at, tokens.start[gone.start]), (tokens.start[anatomy.segments[skipped + 1].start], len(text))]
    return [Piece(text[first:last], first, last) for first, last in kept if first < last]
