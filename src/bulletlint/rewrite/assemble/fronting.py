"""A result in a part of its own, brought to the front as it is: "Waits fell to 2 min: merged the queues"."""

from __future__ import annotations

from dataclasses import dataclass

from bulletlint.core.finding import Piece
from bulletlint.evidence.tokens import Tokens
from bulletlint.rewrite.assemble.inputs import Inputs, list_closing_slots
from bulletlint.rewrite.assemble.noun_assembly import FINITE, cut_thing
from bulletlint.rewrite.assemble.parts import cut_label, lift_stop, make_how, make_means, trim_end
from bulletlint.rewrite.sentence.anatomy import Anatomy
from bulletlint.rewrite.sentence.piece import cut_span, set_case

#: Marks between two parts of a bullet, and those of them that may also stand in a range.
_ARROWS = frozenset({"→", "->", "=>", "⇒"})
_DASHES = frozenset({"–", "—", "--"})
_STOPS = frozenset({".", ";", "!"})
#: Words that point back to something told before, which the part must then follow.
_POINTERS = frozenset(
    "it its they them their this that these those which who both same mine ours former latter there then so".split()
)
_CONTRASTS = frozenset(
    {"but", "yet", "though", "although", "however", "except", "unless", "if", "otherwise", "or"}
)
#: Words that say which way a figure went.
_DIRECTIONS = frozenset({"down", "up", "less", "from", "instead", "saved", "→"})
_FACTORS = frozenset({"doubled", "halved", "quadrupled", "tripled"})
_TIES = frozenset({"and", "so", "thus", "hence", "thereby", "therefore"})
#: First words of a duty that "while" may stand before.
_STATES = frozenset({"accountable", "in", "responsible"})
#: Longest part that may lead, in tokens.
_MOST_WORDS = 18


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bullet between two marks: positions, the mark before it left out; `mark` is that mark."""

    start: int
    end: int
    mark: str


def assemble_fronted(inputs: Inputs, anatomy: Anatomy) -> list[Piece] | None:
    """Return the bullet with the part that holds its result in front, None where none stands by itself.

    "Merged two tariffs → €4k a year less" reads "€4k a year less by merging two tariffs"; a part with a verb of its own
    is followed by a colon, or by "while" before a duty ("Waits fell to 2 min while in charge of the desk").
    """
    tokens = inputs.tokens
    if inputs.facts.metric != "outcome" or anatomy.opener is not None:
        return None
    if inputs.facts.duty and tokens.lower[anatomy.start] not in _STATES:
        return None
    parts = cut_parts(tokens, anatomy.start)
    told = [tokens.find_position(item.start) for item in inputs.facts.evidence if item.label == "outcome"]
    holding = [number for number, part in enumerate(parts) if any(part.start <= at < part.end for at in told)]
    if not holding or not holding[0] or not stands_alone(tokens, parts[holding[0]]):
        return None
    chosen = parts[holding[0]]
    head = parts[: holding[0]]
    if ":" in tokens.lower[anatomy.start : chosen.end] or not tells_change(inputs, chosen):
        return None
    if inputs.facts.duty and (len(head) > 1 or "while" in tokens.lower[chosen.start : chosen.end]):
        return None
    begin = chosen.start + (tokens.lower[chosen.start] in _TIES)
    front = set_case(tokens, cut_span(tokens, begin, chosen.end, inputs.changed), upper=True)
    front, stop = lift_stop(tokens, front)
    clause = any(tokens.tag[place] in FINITE for place in range(begin, chosen.end))
    body = None if clause or len(head) > 1 or inputs.facts.duty else make_body(inputs, anatomy, head[0])
    if body is None:
        how = cut_span(tokens, anatomy.start, trim_end(tokens, anatomy.start, head[-1].end), inputs.changed)
        body = [Piece("while" if inputs.facts.duty else ":"), *set_case(tokens, how, upper=False)]
    rest = cut_tail(tokens, chosen)
    closing = list_closing_slots(inputs)
    if rest and rest[0].text.startswith(","):
        rest, stop = lift_stop(tokens, rest)
        return [*cut_label(tokens, anatomy.start), *front, *body, *rest, *closing, *stop]
    return [*cut_label(tokens, anatomy.start), *front, *body, *closing, *(rest or stop)]


def make_body(inputs: Inputs, anatomy: Anatomy, head: Part) -> list[Piece] | None:
    """Return how it was done behind a result without a verb: "by …ing", or "with" a thing."""
    if anatomy.opening == "plain" and anatomy.lead < head.end and not inputs.missing.part:
        means = make_means(inputs, anatomy, head.end)
        if means is not None:
            return [Piece("with"), *means]
        how = make_how(inputs, anatomy, trim_end(inputs.tokens, anatomy.lead, head.end))
        return how and [Piece("by"), *how]
    verbless = all(inputs.tokens.tag[place] not in FINITE for place in range(head.start, head.end))
    if anatomy.opening == "noun" and verbless and ":" not in inputs.tokens.lower[head.start : head.end]:
        end = trim_end(inputs.tokens, head.start, head.end)
        return [Piece("with"), *cut_thing(inputs, head.start, end, article=True)]
    return None


def tells_change(inputs: Inputs, part: Part) -> bool:
    """Tell whether a part says what rose or fell: a range, a factor, or a word for it beside its figure."""
    tokens, words, shifts = inputs.tokens, inputs.words, inputs.wordings.shifts
    places = range(part.start, part.end)
    said = tokens.lower[part.start : part.end]
    if not _FACTORS.isdisjoint(said):
        return True
    amounts = [tokens.amount[place] for place in places if place in tokens.amount]
    if any(amount.change or amount.kind in ("points", "multiple") for amount in amounts):
        return True
    signed = any(amount.kind == "percent" and amount.text[:1] in "+-−–" for amount in amounts)
    known = _DIRECTIONS | shifts.past.keys() | shifts.comparatives.keys()
    moved = not known.isdisjoint(said) or any(
        tokens.lemma[at] in words.lexicons["verbs-saving"] for at in places
    )
    return bool(amounts) and (signed or moved)


def stands_alone(tokens: Tokens, part: Part) -> bool:
    """Tell whether a part can be read before the others: short, pointing to nothing, against nothing."""
    words = tokens.lower[part.start : part.end]
    if not words or len(words) > _MOST_WORDS or words[0] in _CONTRASTS or not _POINTERS.isdisjoint(words):
        return False
    if words.count(",") > 1 and not {"and", "&"} & set(words):
        return False  # "self-hosted runners, dropped the VPN, cut waits by 30 %": a list that nothing closes
    if "MD" in tokens.tag[part.start : part.end]:
        return False
    opens = part.start in tokens.amount or tokens.tag[part.start] not in (
        "VBG",
        "IN",
        "WRB",
    )  # "+6.1%" is no verb
    return words.count("(") == words.count(")") and opens


def cut_parts(tokens: Tokens, start: int) -> list[Part]:
    """Return the parts of a bullet from a position on, outside of brackets."""
    parts: list[Part] = []
    begin, depth, mark, closing = start, 0, "", -1
    for place in range(start, len(tokens)):
        word = tokens.lower[place]
        depth += (word == "(") - (word == ")")
        if depth > 0 or place == begin:
            continue
        ranged = find_range_end(tokens, place)
        if not is_mark(tokens, place) and ranged < 0 and place != closing:
            continue
        closing = ranged
        parts.append(Part(begin, place, mark))
        begin, mark = place + 1, word
    if begin < len(tokens):
        parts.append(Part(begin, len(tokens), mark))
    return parts


def find_range_end(tokens: Tokens, comma: int) -> int:
    """Return where a part ends that a comma opens and that says from where to where something went; -1 without one.

    It has no verb: "Cached the calls, bill from $38 to $9 a month, stale answers get a tag".
    """
    if tokens.lower[comma] != "," or tokens.pos[comma + 1 : comma + 2] not in (["NOUN"], ["PROPN"]):
        return -1
    end = comma + 1
    while end < len(tokens) and tokens.lower[end] != "," and not is_mark(tokens, end):
        end += 1
    told = tokens.lower[comma + 1 : end]
    verbless = not any(tag.startswith("V") or tag == "MD" for tag in tokens.tag[comma + 1 : end])
    figures = tokens.pos[comma + 1 : end].count("NUM")
    return end if verbless and figures > 1 and "from" in told[1:3] and "to" in told[3:] else -1


def is_mark(tokens: Tokens, place: int) -> bool:
    """Tell whether a token parts a bullet: a stop with a space behind, a dash between spaces, an arrow but no range."""
    word = tokens.lower[place]
    after = tokens.text[tokens.end[place] : tokens.end[place] + 1]
    if word in _STOPS:
        return place == len(tokens) - 1 or after.isspace()
    before = tokens.text[tokens.start[place] - 1 : tokens.start[place]]
    if word in _DASHES:
        return after.isspace() and before.isspace()
    figures = any(
        sign.isdigit() for sign in tokens.text[max(0, tokens.start[place] - 8) : tokens.start[place]]
    )
    return word in _ARROWS and not figures


def cut_tail(tokens: Tokens, chosen: Part) -> list[Piece]:
    """Return what follows the part that went to the front, with the mark before it."""
    text = tokens.text
    if chosen.end >= len(tokens):
        return []
    at = tokens.start[chosen.end]
    return [Piece(text[at:], at, len(text))]
