"""Puts a rewrite together: outcome, "by …ing", what is known, and a slot for what is not."""

from __future__ import annotations

from bulletlint.finding import Piece
from bulletlint.rewrite.anatomy import Anatomy
from bulletlint.rewrite.clauses import Result, find_result
from bulletlint.rewrite.material import (
    Material,
    find_slot,
    list_closing_slots,
    list_outcome_slots,
)
from bulletlint.rewrite.nominal import verbalise_actions
from bulletlint.rewrite.parts import (
    cut_label,
    cut_rest,
    insert_metric,
    is_amount_by,
    is_means,
    lift_stop,
    make_action,
    make_front,
    make_how,
    make_outcome,
    trim_end,
)
from bulletlint.rewrite.piece import cut_span, is_name, is_title, set_case

#: Words that a duty phrase ends with, before what the duty was.
_DUTY_ENDS = frozenset({"for", "of", "with", "include", "included", "includes", "including", "were", "was"})
#: Words within which a colon belongs to a label.
_LABEL = 8
_MEANS = frozenset({"by", "through", "via", "using", "because", "due"})


def assemble_minimal(material: Material, anatomy: Anatomy | None) -> list[Piece] | None:
    """Return the bullet as it is, with slots for what it owes at the end of its first sentence."""
    tokens = material.tokens
    start = anatomy.start if anatomy else 0
    end = anatomy.end if anatomy else trim_end(tokens, 0, len(tokens))
    body: list[Piece] | None = None
    if anatomy is not None and material.owed.metric and material.facts.lead_class == "outcome":
        body = insert_metric(material, start, anatomy.lead, end)
    slots = [] if body else list_outcome_slots(material)
    body = body or cut_span(tokens, start, end, material.changed)
    slots = [*slots, *list_closing_slots(material)]
    if not slots and not material.changed and not any(piece.slot for piece in body):
        return None
    body, stop = lift_stop(tokens, body)
    return [*cut_label(tokens, start), *body, *slots, *stop, *cut_rest(tokens, end)]


def assemble_reordered(material: Material, anatomy: Anatomy) -> list[Piece] | None:
    """Return the bullet with its outcome, or a slot for it, in front; None where its parts do not allow that."""
    if anatomy.opening == "noun":
        return assemble_noun(material, anatomy)
    if anatomy.opening != "plain":
        return None
    if material.facts.duty:
        return assemble_duty(material, anatomy)
    if material.owed.part:
        how = make_how(material, anatomy, anatomy.end)
        return how and assemble_around(
            material, anatomy, [find_slot(material, "part")], "while", how, anatomy.end
        )
    lemma = material.facts.lead.lemma if material.facts.lead else ""
    if material.facts.lead_class == "outcome":
        return None
    result = find_result(anatomy, material.facts, material.words, material.wordings.changes)
    if result is not None and (result.measured or material.owed.lead or material.owed.metric):
        return assemble_result(material, anatomy, result)
    gains = lemma in material.words.lexicons["verbs-gaining"] and material.facts.metric == "outcome"
    if gains or not (material.owed.lead or material.owed.metric):
        return None
    how = make_how(material, anatomy, anatomy.end)
    return how and assemble_around(material, anatomy, make_outcome(material, anatomy), "by", how, anatomy.end)


def assemble_result(material: Material, anatomy: Anatomy, result: Result) -> list[Piece] | None:
    """Return the bullet with its result clause in front."""
    tokens = material.tokens
    front = make_front(material, anatomy, result)
    stop = anatomy.end if result.kind == "sentence" else result.cut
    how = make_how(material, anatomy, trim_end(tokens, anatomy.lead, stop))
    if front is None or how is None:
        return None
    if result.kind != "sentence" and result.end < anatomy.end:
        how = [*how, *cut_span(tokens, result.end, anatomy.end, material.changed)]
    comma = any(tokens.lower[place] in _MEANS and tokens.tag[place] != "RB" for place in range(result.begin, result.end)
                if not is_amount_by(tokens, place))  # fmt: skip
    comma = comma or any(tokens.lower[place] == "," for place in range(result.begin, result.end))
    if comma:
        front = [*front, Piece(",")]
    skipped = result.segment if result.kind == "sentence" else 0
    return assemble_around(material, anatomy, front, "by", how, anatomy.end, skipped=skipped)


def assemble_duty(material: Material, anatomy: Anatomy) -> list[Piece] | None:
    """Return "Responsible for migrating X" as "⟨outcome⟩ by migrating X", the verb taken from the duty's own noun."""
    tokens, lead = material.tokens, material.facts.lead
    if lead is None or tokens.find_position(lead.start) != anatomy.start:
        return None
    begin = tokens.find_position(lead.end - 1) + 1
    if tokens.lower[begin - 1] not in _DUTY_ENDS:
        return None
    how = make_action(material, begin, anatomy.end, "gerund")
    if how is not None:
        return assemble_around(material, anatomy, make_outcome(material, anatomy), "by", how, anatomy.end)
    if tokens.lower[begin - 1] in ("include", "included", "includes"):
        return None
    start = anatomy.start + (tokens.lower[anatomy.start] in ("was", "were", "is", "am"))
    kept = set_case(tokens, cut_span(tokens, start, anatomy.end, material.changed), upper=False)
    return assemble_around(material, anatomy, [find_slot(material, "part")], "while", kept, anatomy.end)


def assemble_noun(material: Material, anatomy: Anatomy) -> list[Piece] | None:
    """Return a bullet without a verb: its noun of action as "by …ing", a role as "as …", a thing as "with …"."""
    tokens, words = material.tokens, material.words
    if not (material.owed.lead or material.owed.metric) or material.facts.metric == "outcome":
        return None
    if material.facts.kind != "delivery":
        return None
    start, end = anatomy.start, anatomy.end
    how = verbalise_actions(tokens, words, material.wordings.actions, start, end, "gerund")
    if how is not None:
        return assemble_around(
            material, anatomy, make_outcome(material, anatomy), "by", set_case(tokens, how, upper=False), end
        )
    opens = tokens.text[tokens.start[start]]
    if (
        not opens.isalpha()
        or ":" in tokens.lower[start : start + _LABEL]
        or any(tokens.tag[place] in ("VBZ", "VBP", "VBD", "MD") for place in range(start, end))
    ):
        return None
    roles = words.sets["nouns-role"]
    role = any(tokens.lower[place] in roles for place in range(start, min(start + 3, end)))
    part = tokens.lower[start] in ("part", "member")
    kept = cut_span(tokens, start, end, material.changed)
    if not is_title(tokens, start, end):
        kept = set_case(tokens, kept, upper=False)
    if role or part:
        return assemble_around(material, anatomy, [find_slot(material, "part")], "as", kept, end)
    return assemble_around(material, anatomy, make_outcome(material, anatomy), "with", kept, end)


def assemble_around(
    material: Material,
    anatomy: Anatomy,
    front: list[Piece],
    link: str,
    how: list[Piece],
    end: int,
    *,
    skipped: int = 0,
) -> list[Piece]:
    """Return label, opening phrase, front, link, how, closing slots and the sentences that follow."""
    tokens = material.tokens
    opener: list[Piece] = []
    if anatomy.opener is not None:
        phrase = cut_span(tokens, *anatomy.opener, material.changed)
        if is_means(tokens, anatomy.opener[0]):
            how = [*how, *set_case(tokens, phrase, upper=False)]
        else:
            opener = [*phrase, Piece(",")]
            front = front if front[0].slot else set_case(tokens, front, upper=False)
    how, stop = lift_stop(tokens, how)
    body = [*opener, *front, Piece(link), *how, *list_closing_slots(material), *stop]
    rest = cut_rest(tokens, end, anatomy=anatomy, skipped=skipped)
    capital = not anatomy.start or tokens.text[tokens.start[anatomy.start]].isupper()
    if capital or (body[0].start is not None and is_name(tokens, body[0].start)):
        body = set_case(tokens, body, upper=True)
    elif body[0].text[:1].isupper() and body[0].start is None and not body[0].slot:
        body[0] = Piece(body[0].text[:1].lower() + body[0].text[1:])
    return [*cut_label(tokens, anatomy.start), *body, *rest]
