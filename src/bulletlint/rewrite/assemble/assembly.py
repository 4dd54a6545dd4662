"""Puts a rewrite together: outcome, "by …ing", what is known, and a slot for what is not."""

from __future__ import annotations

from dataclasses import replace

from bulletlint.core.finding import Piece
from bulletlint.core.inflect import VerbForm
from bulletlint.evidence.lead.opening import skip_adverbs
from bulletlint.rewrite.assemble.front import make_front
from bulletlint.rewrite.assemble.inputs import (
    Inputs,
    list_closing_slots,
    list_outcome_slots,
    make_outcome,
)
from bulletlint.rewrite.assemble.layout import assemble_around, works_alone
from bulletlint.rewrite.assemble.loose_verbs import has_loose_verb
from bulletlint.rewrite.assemble.noun_assembly import assemble_noun
from bulletlint.rewrite.assemble.parts import (
    MEANS,
    cut_label,
    cut_rest,
    find_means,
    insert_metric,
    is_amount_by,
    lift_stop,
    make_action,
    make_how,
    make_means,
    names_means,
    trim_end,
)
from bulletlint.rewrite.sentence.adjoined import find_main_end
from bulletlint.rewrite.sentence.anatomy import Anatomy, tells_of_past
from bulletlint.rewrite.sentence.clauses import Result, changes_level, find_result
from bulletlint.rewrite.sentence.conjugation import find_lemma, inflect_verbs
from bulletlint.rewrite.sentence.filler import fold_means
from bulletlint.rewrite.sentence.piece import cut_span, set_case

#: Words that a duty phrase ends with, before what the duty was.
_DUTY_ENDS = frozenset({"for", "of", "with", "include", "included", "includes", "including", "were", "was"})
#: Marks and words that open a list or a clause of its own.
_CLAUSES = frozenset({",", ":", "that", "which", "who", "whenever", "when", "because", "if"})
#: Fewest tokens of a first sentence that slots may stand behind ("Prompt: v31.").
_LEAST_TOKENS = 5
#: Marks behind which another thought begins.
_LOOSE_MARKS = frozenset({";", "→", "->", "=>", "?"})
#: Most tokens of a sentence about a thing that slots may stand behind.
_MOST_TOKENS = 30


def assemble_minimal(inputs: Inputs, anatomy: Anatomy | None) -> list[Piece] | None:
    """Return the bullet as it is, with slots for what is missing at the end of its first sentence."""
    tokens = inputs.tokens
    start = anatomy.start if anatomy else 0
    end = anatomy.end if anatomy else trim_end(tokens, 0, len(tokens))
    body: list[Piece] | None = None
    inputs = tell_past(inputs, anatomy)
    states = anatomy is None or tells_of_thing(inputs, anatomy)
    main = find_main_end(tokens, start, end)
    if anatomy is not None and inputs.missing.metric and inputs.facts.lead_class == "outcome":
        if anatomy.form == "base" and tells_of_past(tokens, anatomy.lead, len(tokens)):
            return None  # "Upsell ranking for an airline; clicks rose": a name that is spelled like a verb
        if any(amount.kind not in ("name", "date") for amount in tokens.amount.values()):
            return None  # "Squeezed the detector into 3.2 W": its figure is there
        body = insert_metric(inputs, start, anatomy.lead, main)
    if states and not takes_slots(inputs, anatomy):
        return None
    slots = [] if body or (states and is_stated(inputs, end)) else list_outcome_slots(inputs)
    if slots:
        main = end
    body = body or cut_span(tokens, start, main, inputs.changed)
    slots = [*slots, *list_closing_slots(inputs)]
    if not slots and not inputs.changed and not any(piece.slot for piece in body):
        return None
    body, stop = lift_stop(tokens, body)
    clause = cut_span(tokens, main, end, inputs.changed)
    return [*cut_label(tokens, start), *body, *slots, *clause, *stop, *cut_rest(tokens, end)]


def tells_of_thing(inputs: Inputs, anatomy: Anatomy) -> bool:
    """Tell whether a sentence says what a thing does or what is done to it, not what its writer did."""
    told = range(anatomy.start, anatomy.lead)
    passive = anatomy.opening == "passive" and any(inputs.tokens.dep[at] == "nsubjpass" for at in told)
    return passive or anatomy.opening in ("subject", "noun")


def takes_slots(inputs: Inputs, anatomy: Anatomy | None) -> bool:
    """Tell whether slots may stand behind a sentence that no verb of the writer leads: it is one, and short."""
    tokens = inputs.tokens
    if anatomy is not None and anatomy.end < _LEAST_TOKENS:
        return False
    if len(tokens) > _MOST_TOKENS or tokens.lower[:1] in (["it"], ["we"], ["they"], ["when"], ["if"]):
        return False
    return not _LOOSE_MARKS.intersection(tokens.positions) and (anatomy is None or len(anatomy.segments) < 2)


def is_stated(inputs: Inputs, end: int) -> bool:
    """Tell whether a sentence tells a rule or a list of things: "improving …" behind it would hang in the air."""
    told = inputs.tokens.lower[:end]
    tags = set(inputs.tokens.tag[:end])
    verbless = tags.isdisjoint({"VBZ", "VBP", "VBD", "VBN", "MD"})
    rule = not {"is", "are"}.isdisjoint(told)  # "Scoring is through by four": so it is every day
    return inputs.facts.fallback or verbless or rule or not _CLAUSES.isdisjoint(told)


def tell_past(inputs: Inputs, anatomy: Anatomy | None) -> Inputs:
    """Return the inputs with the lead's verbs in the form that the rewrite tells in ("Increasing …" → "Increased")."""
    if anatomy is None or anatomy.opening != "plain" or anatomy.told == anatomy.form or inputs.facts.duty:
        return inputs
    if has_loose_verb(inputs, anatomy, anatomy.end):
        return inputs
    inflected = inflect_verbs(inputs.tokens, inputs.words, anatomy.verbs, anatomy.told)
    if inflected is None:
        return inputs
    first = anatomy.verbs[0]
    if inputs.tokens.text[inputs.tokens.start[first]].isupper():
        inflected[first] = inflected[first][:1].upper() + inflected[first][1:]
    return replace(inputs, changed={**inputs.changed, **inflected})


def assemble_reordered(inputs: Inputs, anatomy: Anatomy) -> list[Piece] | None:
    """Return the bullet with its outcome, or a slot for it, in front; None if its parts do not allow that."""
    tokens = inputs.tokens
    if anatomy.opening == "noun":
        return assemble_noun(inputs, anatomy)
    if anatomy.opening == "passive" and inputs.missing.part:  # "Was involved in …"
        kept = cut_span(tokens, anatomy.lead, anatomy.end, inputs.changed)
        kept = set_case(tokens, kept, upper=False)
        front = [make_outcome(inputs, "past", part=True)]
        return assemble_around(inputs, anatomy, front, "while", kept, anatomy.end)
    if anatomy.opening != "plain":
        return None
    if inputs.facts.duty:
        return assemble_duty(inputs, anatomy)
    if inputs.missing.part and not works_alone(inputs, anatomy.start, anatomy.lead):
        state = (
            tokens.tag[anatomy.lead] == "VBN"
            and tokens.lower[anatomy.lead] in inputs.words.lexicons["participles-state"]
        )
        stated = None if state else find_stated(inputs, anatomy)
        if stated is not None:
            return assemble_result(inputs, anatomy, stated)
        if states_outcome(inputs, anatomy):
            return None  # "Took part in a contest, finished in the top 8 %": the result is there
        kept = cut_span(tokens, anatomy.lead, anatomy.end, inputs.changed)
        how = set_case(tokens, kept, upper=False) if state else make_how(inputs, anatomy, anatomy.end)
        front = [make_outcome(inputs, name_form(anatomy), part=True)]
        # "… by helping …" and "by mapping …" in a row would hide what modifies what.
        link = "while" if state or names_means(tokens, anatomy.lead, anatomy.end) else "by"
        return how and assemble_around(inputs, anatomy, front, link, how, anatomy.end)
    lemma = inputs.facts.lead.lemma if inputs.facts.lead else ""
    if anatomy.form == "third" and lemma in inputs.words.listed["verbs-thing"]:
        return None  # "Tracks deliveries for 60 drivers": the product does, not the writer
    wordings = inputs.wordings
    result = find_result(anatomy, inputs.facts, inputs.words, wordings.changes, wordings.shifts)
    if inputs.facts.lead_class == "outcome":
        if result is None:
            return None
        if inputs.words.verb_class.get(lemma) == "outcome":
            return assemble_outcomes(inputs, anatomy, result)
        return assemble_result(inputs, anatomy, result) if result.measured else None  # "Ran tests and cut …"
    if result is not None and (result.measured or inputs.missing.lead or inputs.missing.metric):
        moved = assemble_result(inputs, anatomy, result)
        if moved is not None or result.measured:
            return moved
    if states_outcome(inputs, anatomy):
        return None  # where it cannot be moved from: to ask for it again would be deaf
    if not (inputs.missing.lead or inputs.missing.metric or inputs.missing.part):
        return None
    folded = fold_means(tokens, inputs.words, anatomy.lead, anatomy.end)
    if folded:
        inputs = replace(inputs, changed={**inputs.changed, **folded})
    elif names_means(tokens, anatomy.lead, anatomy.end):
        return None  # "Built a forecast by blending two models": a second "by …ing" would hide what modifies what
    how = make_how(inputs, anatomy, anatomy.end)
    front = [make_outcome(inputs, name_form(anatomy))]
    if how is not None and folded:
        return assemble_around(inputs, anatomy, front, "by", how, anatomy.end)
    return how and assemble_with_how(inputs, anatomy, front, how, (anatomy.lead, anatomy.end))


def find_stated(inputs: Inputs, anatomy: Anatomy) -> Result | None:
    """Return a result with its figure that trails a lead which hides whose work it was: it is not asked for again."""
    wordings = inputs.wordings
    result = find_result(anatomy, inputs.facts, inputs.words, wordings.changes, wordings.shifts)
    trails = result is not None and result.kind == "participle" and anatomy.tokens.lower[result.cut] == ","
    return result if result is not None and trails and result.measured else None


def states_outcome(inputs: Inputs, anatomy: Anatomy) -> bool:
    """Tell whether a bullet gives its outcome itself, not as what its thing does ("a bot that answers 40 % …")."""
    tokens = inputs.tokens
    figures = (amount for place, amount in tokens.amount.items() if place > anatomy.lead)
    if inputs.facts.cost == "saved" or any(amount.change or amount.kind == "multiple" for amount in figures):
        return True  # "…, saves each analyst about an hour a shift", "…, 70x"
    if inputs.facts.metric != "outcome":
        return False
    for item in inputs.facts.evidence:
        if item.label == "outcome":
            told = range(anatomy.lead + 1, tokens.find_position(item.start))
            relative = next((at for at in told if tokens.tag[at] in ("WDT", "WP")), None)
            if relative is None or any(tokens.tag[at] == "VBD" for at in told if at > relative):
                return True
    return False


def assemble_result(inputs: Inputs, anatomy: Anatomy, result: Result) -> list[Piece] | None:
    """Return the bullet with its result clause in front."""
    tokens = inputs.tokens
    front = make_front(inputs, anatomy, result)
    stop = trim_end(tokens, anatomy.lead, anatomy.end if result.kind == "sentence" else result.cut)
    told = join_participle(inputs, result)
    how = make_how(told, anatomy, stop)
    if front is None or how is None:
        return None
    if result.kind == "relative" and tokens.lower[result.end : result.end + 1] in (["and"], ["&"]):
        pronoun = result.cut + (
            tokens.lower[result.cut] == ","
        )  # "a ledger that [cut errors and] calculated taxes"
        own = cut_span(tokens, result.end + 1, anatomy.end, inputs.changed)
        how = [*how, *cut_span(tokens, pronoun, pronoun + 1, {}), *own]
    elif result.kind != "sentence" and result.end < anatomy.end:
        how = [*how, *cut_span(tokens, result.end, anatomy.end, inputs.changed)]
    if names_means(tokens, result.begin, result.end):
        return None
    means = (place for place in range(result.begin, result.end) if not is_amount_by(tokens, place))
    comma = any(tokens.lower[place] in MEANS and tokens.tag[place] != "RB" for place in means)
    if comma or any(tokens.lower[place] in (",", "while") for place in range(result.begin, result.end)):
        front = [*front, Piece(",")]
    return assemble_with_how(inputs, anatomy, front, how, (anatomy.lead, stop), result=result)


def join_participle(inputs: Inputs, result: Result) -> Inputs:
    """Return the inputs with "and" for the comma before the participle that a result leaves behind."""
    return inputs if result.after < 0 else replace(inputs, changed={**inputs.changed, result.after: " and"})


def assemble_with_how(
    inputs: Inputs,
    anatomy: Anatomy,
    front: list[Piece],
    how: list[Piece],
    span: tuple[int, int],
    *,
    result: Result | None = None,
) -> list[Piece]:
    """Return what changed with how it was done behind "by"; `span` is where the how stands in the bullet.

    A how that names its own means ("built a cache by wrapping the client") keeps its verb and stands behind "and":
    with two "by …ing" in a row it is unclear what modifies what.
    """
    tokens = inputs.tokens
    skipped = result.segment if result is not None and result.kind == "sentence" else 0
    link = "by"
    means = make_means(inputs, anatomy, span[1]) if result is not None and result.measured else None
    if result is not None and result.kind == "relative" and result.end < anatomy.end:
        means = (
            None  # "Varnish, which raised throughput and gave …": what the thing did as well hangs on "which"
        )
    if means is not None and not any(piece.text.lower() == "with" for piece in front):
        link = "with"
        how = [*means, *how_rest(inputs, anatomy, result, skipped)]
    elif names_means(tokens, *span):
        folded = fold_means(tokens, inputs.words, *span)
        told = replace(inputs, changed={**inputs.changed, **folded})
        doing = make_how(told, anatomy, span[1]) if folded else None
        if doing is None:
            link = "and"
            told = tell_past(inputs, anatomy)
            doing = set_case(tokens, cut_span(tokens, anatomy.first, span[1], told.changed), upper=False)
        how = [*doing, *how_rest(inputs, anatomy, result, skipped)]
    return assemble_around(inputs, anatomy, front, link, how, anatomy.end, skipped=skipped)


def how_rest(inputs: Inputs, anatomy: Anatomy, result: Result | None, skipped: int) -> list[Piece]:
    """Return what stood behind the result in its sentence."""
    if result is None or skipped or result.end >= anatomy.end:
        return []
    return cut_span(inputs.tokens, result.end, anatomy.end, inputs.changed)


def assemble_outcomes(inputs: Inputs, anatomy: Anatomy, result: Result) -> list[Piece] | None:
    """Return a bullet that an outcome leads with another one that trails brought beside it, before the means.

    "Sped up search by sharding the index, cutting p95 by 40 %" → "Sped up search and cut p95 by 40 % by sharding the
    index". An outcome without a figure becomes the how of one with a figure.
    """
    tokens = inputs.tokens
    if result.kind not in ("participle", "relative") or tokens.lower[result.cut] != ",":
        return None
    means = find_means(tokens, anatomy.lead, result.cut)
    stated = any(
        item.label == "outcome" and tokens.start[anatomy.lead] <= item.start < tokens.start[result.cut]
        for item in inputs.facts.evidence
    )
    if result.measured and not stated and not names_means(tokens, anatomy.lead, result.cut):
        return assemble_result(inputs, anatomy, result)
    front = make_front(inputs, anatomy, result)
    if means is None or front is None or has_loose_verb(inputs, anatomy, means):
        return None
    if result.end < anatomy.end or names_means(tokens, result.begin, result.end):
        return None
    ranges = range(result.begin, result.end - 1)
    listed = any(tokens.lower[place] == "and" and tokens.tag[place + 1] == "VBG" for place in ranges)
    lemma = find_lemma(tokens, result.verb, inputs.words) if result.verb >= 0 else None
    means_listed = listed and not result.measured and names_means(tokens, anatomy.lead, result.cut)
    if means_listed and not changes_level(inputs.words, lemma):
        return None  # "by mapping flows, streamlining handovers and fostering ties"
    several = len([verb for verb in anatomy.verbs if verb < means]) > 1
    joint = [Piece(",")] * (listed or several) + [Piece("and")] * (not listed)
    outcomes = [
        *cut_span(tokens, anatomy.first, means, inputs.changed), *joint, *set_case(tokens, front, upper=False),
        *([Piece(",")] if listed else []),
    ]  # fmt: skip
    how = cut_span(tokens, means, trim_end(tokens, means, result.cut), inputs.changed)
    return assemble_around(inputs, anatomy, outcomes, "", how, anatomy.end)


def assemble_duty(inputs: Inputs, anatomy: Anatomy) -> list[Piece] | None:
    """Return "Responsible for migrating X" as "⟨outcome⟩ by migrating X", the verb taken from the duty's own noun."""
    tokens, lead = inputs.tokens, inputs.facts.lead
    if lead is None or tokens.find_position(lead.start) != anatomy.start:
        return None
    begin = tokens.find_position(lead.end - 1) + 1
    if tokens.lower[begin - 1] not in _DUTY_ENDS:
        return None
    front, stop = [make_outcome(inputs, name_form(anatomy))], anatomy.end
    result = find_duty_result(inputs, anatomy, begin)
    if result is not None and not names_means(tokens, begin, result.cut):
        moved = make_front(inputs, anatomy, result)
        front, stop = (front, stop) if moved is None else (moved, trim_end(tokens, begin, result.cut))
    if inputs.facts.metric == "outcome" and stop == anatomy.end:
        done = make_action(inputs, begin, stop, "past")  # its outcome is stated and stays where it is
        return done and assemble_around(inputs, anatomy, done, "", [Piece("")], anatomy.end)
    how = make_action(inputs, begin, stop, "gerund")
    if how is not None:
        degree = skip_adverbs(tokens, inputs.words, anatomy.start)  # "Fully responsible for …"
        adverbs = set_case(tokens, cut_span(tokens, anatomy.start, degree, inputs.changed), upper=False)
        return assemble_around(inputs, anatomy, front, "by", [*adverbs, *how], anatomy.end)
    if tokens.lower[begin - 1] in ("include", "included", "includes"):
        return None
    if tokens.lower[anatomy.start] in ("i", "we"):
        return None  # "while I was in charge of hiring, wrote a handbook and …"
    start = anatomy.start + (tokens.lower[anatomy.start] in ("was", "were", "is", "am"))
    kept = set_case(tokens, cut_span(tokens, start, anatomy.end, inputs.changed), upper=False)
    if not works_alone(inputs, anatomy.start, begin):
        front = [make_outcome(inputs, name_form(anatomy), part=True)]
    return assemble_around(inputs, anatomy, front, "while", kept, anatomy.end)


def find_duty_result(inputs: Inputs, anatomy: Anatomy, begin: int) -> Result | None:
    """Return the measured result that trails what a duty was, to the sentence's end ("…, cutting errors by 9 %")."""
    if begin + 1 >= anatomy.end:
        return None
    duty = replace(anatomy, lead=begin, verbs=(begin,))
    wordings = inputs.wordings
    result = find_result(duty, inputs.facts, inputs.words, wordings.changes, wordings.shifts)
    whole = result is not None and result.kind in ("participle", "relative") and result.end == anatomy.end
    return result if result is not None and whole and result.measured else None


def name_form(anatomy: Anatomy) -> VerbForm:
    """Return the form of a verb that leads instead of the bullet's own."""
    return anatomy.told if anatomy.lead >= 0 else "past"
