"""Rewrites of bullets without a verb: a noun of action as "by …ing", a post as "as …", a thing as "with …"."""

from __future__ import annotations

from dataclasses import replace

from bulletlint.core.finding import Piece
from bulletlint.core.inflect import choose_article
from bulletlint.evidence.tokens import Tokens
from bulletlint.rewrite.assemble.inputs import Material, find_slot
from bulletlint.rewrite.assemble.layout import assemble_around, works_alone
from bulletlint.rewrite.assemble.parts import make_front, make_outcome, trim_end
from bulletlint.rewrite.sentence.anatomy import Anatomy
from bulletlint.rewrite.sentence.clauses import find_result
from bulletlint.rewrite.sentence.fragment import cut_span, is_title, set_case
from bulletlint.rewrite.sentence.nominal import verbalise_actions

#: Words within which a colon belongs to a label.
_LABEL = 8


def assemble_noun(material: Material, anatomy: Anatomy) -> list[Piece] | None:
    """Return a bullet without a verb: its noun of action as "by …ing", a role as "as …", a thing as "with …"."""
    tokens, words = material.tokens, material.words
    if not (material.owed.lead or material.owed.metric) or material.facts.kind != "delivery":
        return None
    start, end = anatomy.start, anatomy.end
    if material.facts.metric == "outcome":
        return assemble_noun_result(material, anatomy)
    how = verbalise_actions(tokens, words, material.wordings.actions, start, end, "gerund")
    if how is not None:
        return assemble_around(
            material, anatomy, make_outcome(material, anatomy), "by", set_case(tokens, how, upper=False), end
        )
    opens = tokens.text[tokens.start[start]]
    if (
        not opens.isalpha()
        or ":" in tokens.lower[start : start + _LABEL]
        or any(is_finite(tokens, place) for place in range(start, end))
    ):
        return None
    roles = words.sets["nouns-role"]
    role = any(tokens.lower[place] in roles for place in range(start, min(start + 3, end)))
    part = tokens.lower[start] in ("part", "member")
    kept = cut_thing(material, start, end, article=not (role or part))
    if material.facts.fallback and not (role or part):
        return None  # "Anything below 0.8 waits for a person" is a sentence, however it was parsed
    if role or part:
        alone = works_alone(material, start, min(start + 3, end))
        front = make_outcome(material, anatomy) if alone else [find_slot(material, "part")]
        return assemble_around(material, anatomy, front, "as", kept, end)
    return assemble_around(material, anatomy, make_outcome(material, anatomy), "with", kept, end)


def assemble_noun_result(material: Material, anatomy: Anatomy) -> list[Piece] | None:
    """Return a thing with a measured result behind it as the result "with" the thing ("Dashboard that cut …")."""
    thing = replace(anatomy, lead=anatomy.start - 1, verbs=(), form="past")
    result = find_result(
        thing, material.facts, material.words, material.wordings.changes, material.wordings.shifts
    )
    if result is None or not result.measured or result.end < anatomy.end:
        return None
    front = (
        make_front(material, thing, result) if result.kind in ("participle", "relative", "purpose") else None
    )
    kept = cut_thing(
        material, anatomy.start, trim_end(material.tokens, anatomy.start, result.cut), article=True
    )
    return front and assemble_around(material, anatomy, front, "with", kept, anatomy.end)


def cut_thing(material: Material, start: int, end: int, *, article: bool) -> list[Piece]:
    """Return a noun phrase as it stands in a sentence, with the article that a thing people count takes there."""
    tokens = material.tokens
    kept = cut_span(tokens, start, end, material.changed)
    if is_title(tokens, start, end) and not tokens.text[tokens.start[start] : tokens.end[start]].isupper():
        return kept
    head = next((place for place in range(start, end) if is_head(tokens, place, end)), start)
    sets = material.words.sets
    counted = tokens.lower[head] in sets["nouns-product"] or tokens.lower[head] in sets["nouns-counted"]
    if article and counted and tokens.tag[head] == "NN" and tokens.pos[start] in ("NOUN", "PROPN", "ADJ"):
        article_piece = Piece(choose_article(tokens.text[tokens.start[start] : tokens.end[start]]))
        return [article_piece, *set_case(tokens, kept, upper=False)]
    return set_case(tokens, kept, upper=False)


def is_finite(tokens: Tokens, place: int) -> bool:
    """Tell whether a word is a finite verb, or "go", which is no noun in lower case."""
    return tokens.tag[place] in ("VBZ", "VBP", "VBD", "MD") or tokens.text.startswith(
        "go ", tokens.start[place]
    )


def is_head(tokens: Tokens, place: int, end: int) -> bool:
    """Tell whether a noun ends its phrase: what follows is no noun."""
    noun = tokens.pos[place] in ("NOUN", "PROPN")
    return noun and (place + 1 >= end or tokens.pos[place + 1] not in ("NOUN", "PROPN", "NUM"))
