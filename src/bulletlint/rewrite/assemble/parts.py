"""The parts of a rewrite: its front, its how, its label and what follows it, each as pieces."""

from __future__ import annotations

import re
from dataclasses import replace

from bulletlint.core.finding import Piece
from bulletlint.core.inflect import VerbForm
from bulletlint.evidence.objects import find_noun_phrase
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words
from bulletlint.rewrite.assemble.inputs import Inputs, find_slot
from bulletlint.rewrite.assemble.loose_verbs import CLAUSES, has_loose_verb
from bulletlint.rewrite.sentence.adjoined import find_spliced
from bulletlint.rewrite.sentence.anatomy import Anatomy
from bulletlint.rewrite.sentence.articles import find_articles
from bulletlint.rewrite.sentence.conjugation import (
    find_coordinated,
    find_lemma,
    find_listed,
    find_mixed,
    inflect_verbs,
)  # fmt: skip
from bulletlint.rewrite.sentence.lists import find_open_list
from bulletlint.rewrite.sentence.nominal import verbalise_actions
from bulletlint.rewrite.sentence.piece import cut_joined, cut_span, set_case

_TRIMMED = frozenset({",", "–", "—", "-", "--", "and", "&"})
MEANS = frozenset({"by", "through", "via", "using", "because", "due"})
_BREAKS = MEANS | frozenset(
    {",", "–", "—", "while", "which", "that", "who", "where", "so", "without", "with", "across", "as"}
    | {"after", "before", "during", "since", "until", "when"}
)
_ABBREVIATIONS = ("etc.", "Inc.", "Ltd.", "Co.")
#: "U.S.", "e.g.": a full stop that belongs to the word, other than in "2.1M.".
_INITIALS = re.compile(r"(?<!\w)(?:[^\W\d_]\.){2,}$")
#: The lexicons of verbs behind whose object "from … to …" may stand.
_LEVELS = ("verbs-lowering", "verbs-growing", "verbs-level")
#: The lexicons of what is measured in figures.
_MEASURED = ("names-measure", "nouns-quality", "nouns-expense")
#: Words that a verb takes beside its object, which "with" does not take.
_TURNS = frozenset({"as", "to", "into", "so"})


def make_how(inputs: Inputs, anatomy: Anatomy, end: int) -> list[Piece] | None:
    """Return the lead and what follows it as "building …", None if the parse does not hold together.

    A headline becomes running text here: the thing that was made gets its article, a list its "and".
    """
    tokens, words = inputs.tokens, inputs.words
    if end <= anatomy.lead:
        return None
    listed = find_listed(tokens, words, anatomy.lead, end, anatomy.form, words.sets["adverbs-opening"])
    if listed:
        anatomy = replace(anatomy, verbs=listed)
    verbs = tuple(verb for verb in anatomy.verbs if verb < end)
    if has_loose_verb(inputs, anatomy, end):
        return None
    if anatomy.form in ("past", "gerund"):
        verbs = tuple(sorted({*verbs, *find_mixed(tokens, words, verbs, end)}))
    inflected = inflect_verbs(tokens, words, verbs, "gerund")
    if inflected is None:
        return None
    spliced = dict.fromkeys(find_spliced(tokens, verbs[-1], end), ";")
    changed = {**inputs.changed, **spliced, **inflected}
    added = add_articles(inputs, verbs, end)
    if listed:
        added[listed[-1]] = "and"
        if len(listed) == 2:
            changed[listed[-1] - 1] = ""
        for verb in listed[1:-1]:
            if tokens.lower[verb - 1] in ("and", "&"):
                changed[verb - 1], added[verb - 1] = "", ","
    elif not spliced:
        close_list(tokens, verbs[-1], end, changed, added)
    first = skip_ties(tokens, words, anatomy.first, anatomy.lead)
    return set_case(tokens, cut_joined(tokens, first, end, changed, added), upper=False)


def skip_ties(tokens: Tokens, words: Words, first: int, lead: int) -> int:
    """Return where the words of a lead begin behind adverbs that only tie it to its place: "also", "currently"."""
    while first < lead and tokens.lower[first] in words.sets["adverbs-tying"]:
        first += 1
    return first


def add_articles(inputs: Inputs, verbs: tuple[int, ...], end: int) -> dict[int, str]:
    """Return the articles that the objects of verbs lack in running text, by position."""
    tokens, words = inputs.tokens, inputs.words
    if any(verb in inputs.changed or verb + 1 in inputs.changed for verb in verbs):
        return {}
    lemmas = tuple(find_lemma(tokens, verb, words) or "" for verb in verbs)
    return find_articles(tokens, words, verbs, lemmas, end)


def close_list(tokens: Tokens, start: int, end: int, changed: dict[int, str], added: dict[int, str]) -> None:
    """Put "and" for the last comma of a list that ends a span without one."""
    comma = find_open_list(tokens, start + 1, end)
    if comma >= 0 and comma not in changed and comma + 1 not in changed:
        changed[comma] = ""
        added[comma + 1] = "and"


def make_means(inputs: Inputs, anatomy: Anatomy, end: int) -> list[Piece] | None:
    """Return what stands behind "with" where the lead says no more ("implementing a cache" → "a cache").

    None where the lead says more, is one of several, or has no plain object behind it.
    """
    tokens, words = inputs.tokens, inputs.words
    lemma = find_lemma(tokens, anatomy.lead, words)
    if lemma not in words.lexicons["verbs-with"] or any(
        verb != anatomy.lead for verb in anatomy.verbs if verb < end
    ):
        return None
    phrase = find_noun_phrase(tokens, anatomy.lead + 1)
    if phrase is None or phrase.end > end or anatomy.first != anatomy.lead:
        return None
    rest = tokens.lower[phrase.end : end]
    turned = any(word in _TURNS for word in rest) or tokens.tag[phrase.end : phrase.end + 1] == ["VB"]
    if turned or has_loose_verb(inputs, anatomy, end):
        return None  # "introducing itself to buyers", "using X as Y": the verb takes more than an object
    changed, added = dict(inputs.changed), add_articles(inputs, (anatomy.lead,), end)
    close_list(tokens, anatomy.lead, end, changed, added)
    return cut_joined(tokens, anatomy.lead + 1, end, changed, added)


def make_action(inputs: Inputs, begin: int, end: int, form: VerbForm) -> list[Piece] | None:
    """Return a duty's noun or -ing phrase with its verbs in a form."""
    tokens, words = inputs.tokens, inputs.words
    if begin >= end:
        return None
    if tokens.tag[begin] == "VBG" and tokens.lower[begin].endswith("ing"):
        if form == "gerund":
            return cut_span(tokens, begin, end, inputs.changed)
        chain = find_coordinated(tokens, words, begin, end, "gerund", words.sets["adverbs-opening"])
        inflected = inflect_verbs(tokens, words, chain, form)
        return None if inflected is None else cut_span(tokens, begin, end, {**inputs.changed, **inflected})
    return verbalise_actions(tokens, words, inputs.wordings.actions, begin, end, form)


def list_figure(inputs: Inputs, verb: int, place: int, name: str) -> list[Piece]:
    """Return the blank for a change's figure: "from … to …" behind one thing that is measured, else in brackets.

    The change is said by the verb at a position and ends before `place`. "Cut latency ⟨from – to⟩" reads well,
    "Improved planning, handovers and reports ⟨from – to⟩" does not.
    """
    tokens, words = inputs.tokens, inputs.words
    lemma = find_lemma(tokens, verb, words)
    phrase = find_noun_phrase(tokens, verb + 1)
    single = not {",", "and", "&"}.intersection(tokens.lower[verb:place])
    measured = phrase is not None and names_measure(tokens, words, phrase.head)
    if single and measured and any(lemma in words.lexicons[lexicon] for lexicon in _LEVELS):
        return [find_slot(inputs, name)]
    size = find_slot(inputs, "size")
    # What was only a purpose stays its own slot: without an answer nothing is claimed.
    return [Piece("("), replace(size, slot=name) if name == "effect" else size, Piece(")")]


def names_measure(tokens: Tokens, words: Words, place: int) -> bool:
    """Tell whether a noun is what is measured ("latency", "load time"), so that a level may stand behind it."""
    said = (tokens.lower[place], tokens.lemma[place])
    return any(entry.split()[-1] in said for name in _MEASURED for entry in words.lexicons[name])


def insert_metric(inputs: Inputs, start: int, lead: int, end: int) -> list[Piece]:
    """Return a sentence with a slot for the figure behind what its lead verb changed."""
    tokens = inputs.tokens
    place = find_metric_place(tokens, lead, end)
    said = place - (
        tokens.lower[place - 1] in inputs.words.sets["words-degree"]
    )  # "significantly": how much?
    return [
        *cut_span(tokens, start, said, inputs.changed),
        *list_figure(inputs, lead, place, "metric"),
        *cut_span(tokens, place, end, inputs.changed),
    ]  # fmt: skip


def find_metric_place(tokens: Tokens, verb: int, end: int) -> int:
    """Return where a figure belongs: behind the verb's object, before the means and what else follows.

    Words that are joined to the object go before it: "reduced cost for buyers and latency".
    """
    seen = False
    last = find_last_joined(tokens, verb, end)
    for place in range(verb + 1, end):
        following = place + 1 if place + 1 < end else place
        if seen and tokens.lower[place] == ",":
            item = following + (tokens.pos[following] == "CCONJ" and following + 1 < end)
            listed = tokens.dep[item] in ("conj", "appos", "compound") and tokens.tag[item] == "VBG"
            if listed or tokens.pos[item] in ("NOUN", "PROPN", "ADJ", "DET"):
                continue
        if seen and tokens.lower[place] in _BREAKS and place > last:
            return place
        if seen and tokens.lower[place] == "to" and tokens.tag[following] == "VB" and place > last:
            return place
        seen = seen or tokens.pos[place] in ("NOUN", "PROPN", "PRON")
    return end


def find_last_joined(tokens: Tokens, verb: int, end: int) -> int:
    """Return the position of the last noun joined to a verb's object, before any means; `verb` if there is none."""
    joined: set[int] = set()
    last = verb
    for place in range(verb + 1, end):
        word = tokens.lower[place]
        if (
            word in MEANS
            and not is_amount_by(tokens, place)
            or tokens.tag[place] in ("WDT", "WP", "TO", "VBG")
        ):
            break
        if tokens.pos[place] not in ("NOUN", "PROPN"):
            continue
        if tokens.dep[place] in ("dobj", "obj") and tokens.head[place] == verb:
            joined.add(place)
        elif tokens.dep[place] == "conj" and tokens.head[place] in joined:
            joined.add(place)
            last = place
    return last


def is_amount_by(tokens: Tokens, place: int) -> bool:
    """Tell whether "by" stands before a figure ("by 40 %", "by over 10k")."""
    return any(near in tokens.amount for near in range(place + 1, place + 3))


def names_means(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether "by …ing" stands between two positions, outside of brackets and of a clause about something else."""
    depth = 0
    for place in range(start, end - 1):
        word = tokens.lower[place]
        depth += (word == "(") - (word == ")")
        if word in ("that", "which", "who", "where"):
            return False
        following = place + 1
        while following < end - 1 and tokens.tag[following] == "RB":
            following += 1
        gerund = tokens.tag[following] == "VBG" or len(tokens.lower[following]) > 5
        if word == "by" and not depth and gerund and tokens.lower[following].endswith("ing"):
            return True
    return False


def find_means(tokens: Tokens, lead: int, end: int) -> int | None:
    """Return where the means of a lead begin ("… by sharding", "… through caching"), None without them."""
    for place in range(lead + 2, end - 1):
        if tokens.lower[place] in CLAUSES or tokens.tag[place] in ("WDT", "WP", "TO"):
            return None
        if tokens.lower[place] in ("by", "through", "via", "using") and not is_amount_by(tokens, place):
            return place
    return None


def is_means(tokens: Tokens, start: int) -> bool:
    """Tell whether an opening phrase says how ("Using Kafka, …"): it belongs behind the outcome then."""
    return tokens.lower[start] in (
        "using",
        "with",
        "via",
        "through",
        "leveraging",
        "utilizing",
        "utilising",
        "by",
    )


def trim_end(tokens: Tokens, start: int, end: int) -> int:
    """Step back over commas, dashes and "and" at the end of a span."""
    while end > start + 1 and (
        tokens.lower[end - 1] in _TRIMMED or tokens.lower[end - 1] in (".", ";", "!", "?")
    ):
        end -= 1
    return end


def cut_label(tokens: Tokens, start: int) -> list[Piece]:
    """Return what stands before the sentence ("Search: "), as it is."""
    first = tokens.start[start] if start < len(tokens) else 0
    return [Piece(tokens.text[:first], 0, first)] if first else []


def cut_rest(tokens: Tokens, end: int, *, anatomy: Anatomy | None = None, skipped: int = 0) -> list[Piece]:
    """Return what follows the first sentence, its end mark included, without the sentence that went to the front."""
    at = tokens.end[end - 1] if end else 0
    text = tokens.text
    if not skipped or anatomy is None:
        return [Piece(text[at:], at, len(text))] if text[at:].strip(" ,") else []
    gone = anatomy.segments[skipped]
    before = tokens.end[anatomy.segments[skipped - 1].end - 1]
    after = tokens.end[gone.end - 1]
    if skipped == len(anatomy.segments) - 1:
        kept = [(at, before), (after, len(text))]
    else:
        kept = [
            (at, tokens.start[gone.start]),
            (tokens.start[anatomy.segments[skipped + 1].start], len(text)),
        ]
    return [Piece(text[first:last], first, last) for first, last in kept if first < last]


def lift_stop(tokens: Tokens, pieces: list[Piece]) -> tuple[list[Piece], list[Piece]]:
    """Take the full stop that the bullet ends with off its last word ("… for R."), so that slots can go before it."""
    last = pieces[-1]
    text = tokens.text
    if (
        last.end is None
        or last.start is None
        or last.end != len(text)
        or not last.text.endswith(".")
        or len(last.text) < 2
    ):
        return pieces, []
    if text.endswith(_ABBREVIATIONS) or _INITIALS.search(text):
        return pieces, []
    return [*pieces[:-1], Piece(last.text[:-1], last.start, last.end - 1)], [
        Piece(".", last.end - 1, last.end)
    ]
