"""Rewrites of bullets without a verb: a noun of action as "by …ing", a post as "as …", a thing as "with …"."""

from __future__ import annotations

from dataclasses import replace

from bulletlint.core.finding import Piece
from bulletlint.core.inflect import choose_article
from bulletlint.evidence.tokens import Tokens
from bulletlint.rewrite.assemble.front import make_front
from bulletlint.rewrite.assemble.inputs import Inputs, make_outcome
from bulletlint.rewrite.assemble.layout import assemble_around, works_alone
from bulletlint.rewrite.assemble.parts import trim_end
from bulletlint.rewrite.sentence.anatomy import Anatomy
from bulletlint.rewrite.sentence.articles import COUNTED
from bulletlint.rewrite.sentence.clauses import find_result
from bulletlint.rewrite.sentence.junctions import names_change
from bulletlint.rewrite.sentence.nominal import verbalise_actions, verbalise_compound
from bulletlint.rewrite.sentence.piece import cut_span, is_title, set_case

#: Words within which a colon belongs to a label.
_LABEL = 8
_ARROWS = frozenset({"→", "->", "=>"})
#: Tags of verbs that make a clause.
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})


def assemble_noun(inputs: Inputs, anatomy: Anatomy) -> list[Piece] | None:
    """Return a bullet without a verb: its noun of action as "by …ing", a role as "as …", a thing as "with …"."""
    tokens, words = inputs.tokens, inputs.words
    if not (inputs.missing.lead or inputs.missing.metric) or inputs.facts.kind != "delivery":
        return None
    start, end = anatomy.start, anatomy.end
    if inputs.facts.metric == "outcome":
        return assemble_noun_result(inputs, anatomy)
    actions = inputs.wordings.actions
    how = verbalise_actions(tokens, words, actions, start, end, "gerund")
    how = how or verbalise_compound(tokens, words, actions, start, end, "gerund")
    if how is not None:
        return assemble_around(
            inputs, anatomy, [make_outcome(inputs, "past")], "by", set_case(tokens, how, upper=False), end
        )
    opens = tokens.text[tokens.start[start]]
    if (
        not _ARROWS.isdisjoint(tokens.lower[start:end])
        or not opens.isalpha()
        or ":" in tokens.lower[start : start + _LABEL]
        or any(is_finite(tokens, place) for place in range(start, find_relative(tokens, start, end)))
    ):
        return None
    roles = words.sets["nouns-role"]
    role = any(tokens.lower[place] in roles for place in range(start, min(start + 3, end)))
    part = tokens.lower[start] in ("part", "member")
    kept = cut_thing(inputs, start, end, article=not (role or part))
    if inputs.facts.fallback and not (role or part):
        return None  # "Anything below 0.8 waits for a person" is a sentence, however it was parsed
    if (role or part) and tokens.lower[start] in ("currently", "presently", "now", "formerly"):
        return None  # "Currently a member of …"
    if role or part:
        alone = works_alone(inputs, start, min(start + 3, end))
        front = [make_outcome(inputs, "past", part=not alone)]
        return assemble_around(inputs, anatomy, front, "as", kept, end)
    doing = tokens.lower[start].endswith("ing") and tokens.lower[start] in words.verb_forms
    named = tokens.tag[start + 1 : start + 2] == ["NN"]  # "Onboarding copy and empty states": things, no deed
    if doing and not named and tokens.lower[start + 1 : start + 2] not in (["of"], ["and"], [","]):
        kept = set_case(tokens, cut_span(tokens, start, end, inputs.changed), upper=False)
        return assemble_around(inputs, anatomy, [make_outcome(inputs, "past")], "by", kept, end)
    return assemble_around(inputs, anatomy, [make_outcome(inputs, "past")], "with", kept, end)


def assemble_noun_result(inputs: Inputs, anatomy: Anatomy) -> list[Piece] | None:
    """Return a thing with a measured result behind it as the result "with" the thing ("Dashboard that cut …")."""
    thing = replace(anatomy, lead=anatomy.start - 1, verbs=(), form="past")
    result = find_result(thing, inputs.facts, inputs.words, inputs.wordings.changes, inputs.wordings.shifts)
    if result is None or not result.measured or result.end < anatomy.end:
        return None
    if result.verb >= 0 and not names_change(inputs.tokens, inputs.words, result.verb):
        return None
    front = (
        make_front(inputs, thing, result) if result.kind in ("participle", "relative", "purpose") else None
    )
    kept = cut_thing(inputs, anatomy.start, trim_end(inputs.tokens, anatomy.start, result.cut), article=True)
    return front and assemble_around(inputs, anatomy, front, "with", kept, anatomy.end)


def cut_thing(inputs: Inputs, start: int, end: int, *, article: bool) -> list[Piece]:
    """Return a noun phrase as it stands in a sentence, with the article that a thing people count takes there."""
    tokens = inputs.tokens
    kept = cut_span(tokens, start, end, inputs.changed)
    if tokens.pos[start] == "DET":
        return set_case(tokens, kept, upper=False)
    first = tokens.text[tokens.start[start] : tokens.end[start]]
    plain = tokens.tag[start] == "JJ" or any(first.lower() in inputs.words.sets[name] for name in COUNTED)
    # "Custom Shopify theme" and "Bot of WhatsApp" are no titles.
    if not plain and is_title(tokens, start, end) and not first.isupper():
        return kept
    head = next((place for place in range(start, end) if is_head(tokens, place, end)), start)
    sets = inputs.words.sets
    counted = any(tokens.lower[head] in sets[name] for name in COUNTED)
    named = tokens.lower[start] in sets["names-technology"]
    article = article and tokens.lower[head + 1 : min(head + 2, end)] not in ([","], ["and"], ["&"])
    if article and counted and tokens.tag[head] == "NN" and tokens.pos[start] in ("NOUN", "PROPN", "ADJ"):
        article_piece = Piece(choose_article(first))
        return [article_piece, *(kept if named else set_case(tokens, kept, upper=False))]
    return kept if named else set_case(tokens, kept, upper=False)


def find_relative(tokens: Tokens, start: int, end: int) -> int:
    """Return where a clause about the thing begins that reaches to the end ("a bot that books rooms"), or `end`."""
    for place in range(start + 1, end - 1):
        if tokens.lower[place] in ("that", "which", "who") and tokens.tag[place] in ("WDT", "WP"):
            listed = any(tokens.lower[at] in (",", ";") for at in range(place, end))
            return end if listed else place
    return end


def is_finite(tokens: Tokens, place: int) -> bool:
    """Tell whether a word is a finite verb, or "go", which is no noun in lower case."""
    return tokens.tag[place] in FINITE or tokens.text.startswith("go ", tokens.start[place])


def is_head(tokens: Tokens, place: int, end: int) -> bool:
    """Tell whether a noun ends its phrase: what follows is no noun."""
    noun = tokens.pos[place] in ("NOUN", "PROPN")
    return noun and (place + 1 >= end or tokens.pos[place + 1] not in ("NOUN", "PROPN", "NUM"))
