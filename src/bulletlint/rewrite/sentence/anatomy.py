"""The parts of a bullet: label, opening phrase, lead with the verbs coordinated with it, sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from bulletlint.core.facts import Facts
from bulletlint.core.inflect import VerbForm
from bulletlint.evidence.lead.opening import skip_adverbs, skip_label
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words
from bulletlint.rewrite.sentence.conjugation import find_coordinated, find_lemma, read_form

#: "plain": the verb opens the bullet; "subject": something other than the writer does it; "passive"; "noun": no verb.
Opening = Literal["plain", "subject", "passive", "noun"]

_ENDS = frozenset({".", "!", "?", ";"})
#: What may stand at the very end without being a part of the last sentence.
_LAST_ENDS = _ENDS | {":", ","}
_JOINTS = (["and"], ["&"], ["+"], [","], ["/"])
_FIRST_PERSON = frozenset({"i", "we"})
_SELVES = frozenset({"itself", "themselves"})
_AUXILIARIES = frozenset({"have", "has", "had", "'ve", "’ve"})


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence of a bullet, or a part of it that a semicolon ends: positions, the end mark left out."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Anatomy:
    """The parts of a bullet as positions in its tokens.

    `first` is where the lead's own words begin (its adverbs, a hyphened prefix), `lead` the verb itself, -1 without
    one; `opener` is a phrase in front of the lead, its comma left out. `verbs` are the lead and what is coordinated
    with it; `form` is the form in which they stand, `told` the one in which the rewrite tells it: the past for a
    participle ("Increasing sales …") and for a job that ended.
    """

    tokens: Tokens
    segments: tuple[Segment, ...]
    opening: Opening
    start: int
    opener: tuple[int, int] | None
    first: int
    lead: int
    verbs: tuple[int, ...]
    form: VerbForm
    told: VerbForm = "past"

    @property
    def end(self) -> int:
        return self.segments[0].end


def dissect_bullet(tokens: Tokens, facts: Facts, words: Words, lead: int) -> Anatomy | None:
    """Take a bullet apart; `lead` is its lead verb's position, -1 without one. None if the parts are not plain."""
    start = skip_label(tokens, words)
    lead = step_to_claim(tokens, words, start, lead) if lead >= 0 and not facts.duty else lead
    segments = cut_segments(tokens, start)
    if not segments:
        return None
    first_segment = segments[0]
    if lead < 0 or facts.lead is None:
        return Anatomy(tokens, segments, "noun", start, None, start, -1, (), "base")
    if not first_segment.start <= lead < first_segment.end:
        return None
    first = max(start, tokens.find_position(facts.lead.start))
    first = lead if first < start or tokens.index[lead] != facts.lead.token else first
    opening, opener, begin = read_opening(tokens, words, start, first, lead)
    if facts.duty:
        return Anatomy(tokens, segments, opening, start, opener, begin, lead, (lead,), "past")
    lemma = find_lemma(tokens, lead, words)
    if lemma is None:
        return Anatomy(tokens, segments, "subject", start, opener, begin, lead, (lead,), "base")
    form = read_form(tokens, lead, lemma, words)
    if form in ("base", "gerund") and not is_plain_verb(tokens, words, lead, lemma):
        opening = "subject"
    things = lemma not in words.verb_class and tokens.lower[lead + 1 : lead + 2] in _JOINTS
    if form == "third" and (things or not _SELVES.isdisjoint(tokens.lower)):
        opening = "subject"  # "Thumbnails + counts only", "Holds itself to 3 pushes a week": a thing does
    arrow = "→" in tokens.lower[lead : first_segment.end]
    if form == "base" and (
        arrow
        or tokens.tag[lead] not in ("VB", "VBP", "VBD", "VBN")
        or names_thing(tokens, words, lead, first_segment.end)
    ):
        opening = "subject"
    if form == "past" and is_honour(tokens, words, lead, lemma):
        opening = "passive"
    if form == "base" and lemma == "lead" and tells_of_past(tokens, lead, len(tokens)):
        form = "past"
    if form == "gerund" and (arrow or tokens.lower[lead + 1 : lead + 2] in (["of"], ["for"], [":"])):
        opening = "subject"  # "Testing of ticket printers", "Embedding refresh stalls → …"
    if opening == "subject" and tokens.tag[lead] == "VBG":
        return Anatomy(tokens, segments, "noun", start, None, start, -1, (), "base")
    verbs = find_coordinated(tokens, words, lead, first_segment.end, form, words.sets["adverbs-opening"])
    alike = (
        words.exceptions.irregular.get(lemma.split(" ")[0], ("",))[0] == tokens.lower[lead]
    )  # "set", "cut"
    told: VerbForm = "past" if form == "gerund" or facts.ended == "yes" or alike else form
    return Anatomy(tokens, segments, opening, start, opener, begin, lead, verbs, form, told)


def names_thing(tokens: Tokens, words: Words, lead: int, end: int) -> bool:
    """Tell whether an uninflected opening word is the first of a compound: "Gate camera and barrier installation"."""
    if tokens.tag[lead + 1 : lead + 2] != ["NN"]:
        return False
    actions = {entry.partition(" ")[0] for entry in words.lexicons["nouns-action"]}
    before = range(lead + 1, end)
    stop = next(
        (place for place in before if tokens.pos[place] in ("ADP", "PART") or tokens.lower[place] == ":"), end
    )
    return tokens.lower[stop - 1] in actions or tokens.lower[stop - 1] == "project"


def is_plain_verb(tokens: Tokens, words: Words, lead: int, lemma: str) -> bool:
    """Tell whether an uninflected opening word is surely a verb, not a name ("React app …") or a noun ("Setup …")."""
    noun = lemma.endswith(("up", "out", "off", "down")) and len(lemma) > 4
    return lemma in words.verb_class and not noun and tokens.lower[lead] not in words.sets["names-technology"]


def is_honour(tokens: Tokens, words: Words, lead: int, lemma: str) -> bool:
    """Tell whether a past form says what was done to the writer ("Promoted to …", "Selected as …", "Funded by …")."""
    following = tokens.lower[lead + 1] if lead + 1 < len(tokens) else ""
    if following == "by" and lead + 2 not in tokens.amount and tokens.tag[lead + 2 : lead + 3] != ["VBG"]:
        return True
    post = any(word in words.sets["nouns-role"] for word in tokens.lower[lead + 1 : lead + 4])
    if lemma in ("appoint", "elect", "name", "select", "nominate", "choose") and post:
        return True
    titled = lead + 1 < len(tokens) and tokens.text[tokens.start[lead + 1]].isupper()
    if titled and lemma in ("award", "name", "elect", "nominate", "vote", "crown"):
        return True  # "Awarded Employee of the Quarter"
    return lemma in words.lexicons["verbs-honour"] and following in ("to", "as", "by", "for", "from", "into")


def step_to_claim(tokens: Tokens, words: Words, start: int, lead: int) -> int:
    """Return the verb that claims something behind an opening "Using Kafka, …", else the lead itself."""
    means = (
        tokens.tag[lead] == "VBG" and lead == start and tokens.lemma[lead] in words.lexicons["verbs-means"]
    )
    if means and "," in tokens.lower[lead:]:
        position = tokens.lower.index(",", lead) + 1
        while position < len(tokens) - 1 and is_adverb(tokens, words, position):
            position += 1
        if position < len(tokens) and tokens.tag[position] == "VBD":
            lemma = find_lemma(tokens, position, words) or ""
            return lead if words.verb_class.get(lemma) == "outcome" else position
    return lead


def cut_segments(tokens: Tokens, start: int) -> tuple[Segment, ...]:
    """Return the sentences from a position on; a full stop counts where white space and a capital follow."""
    segments: list[Segment] = []
    begin = start
    depth = 0
    for position in range(start, len(tokens)):
        word = tokens.lower[position]
        depth += (word == "(") - (word == ")")
        last = position == len(tokens) - 1
        if word not in (_LAST_ENDS if last else _ENDS):
            continue
        after = tokens.text[tokens.end[position] :]
        opens = after[:1].isspace() and (after.lstrip()[:1].isupper() or not after.lstrip()[:1].isalpha())
        if word == "!" and position > begin and tokens.text[tokens.start[position - 1]].isupper():
            continue
        if last or (word == ";" and depth <= 0 and after[:1].isspace()) or (word != ";" and opens):
            if position > begin:
                segments.append(Segment(begin, position))
            begin = position + 1
    if begin < len(tokens):
        segments.append(Segment(begin, len(tokens)))
    return tuple(segments)


def read_opening(
    tokens: Tokens, words: Words, start: int, first: int, lead: int
) -> tuple[Opening, tuple[int, int] | None, int]:
    """Return how the bullet opens, the phrase in front of the lead, and where the lead's own words begin."""
    if any(tokens.head[child] == lead and tokens.dep[child] == "auxpass" for child in range(start, lead)):
        return "passive", None, first
    begin = first
    while begin > start and tokens.lower[begin - 1] in _AUXILIARIES:
        begin -= 1
    if begin > start and is_adverb(tokens, words, begin - 1):
        while begin > start and is_adverb(tokens, words, begin - 1):
            begin -= 1
    person = begin > start and tokens.lower[begin - 1] in _FIRST_PERSON
    before = begin - 1 if person else begin
    if person and before > start and tokens.lower[before - 1] in ("and", "&"):
        return "subject", None, begin  # "My team and I built …"
    begin = skip_auxiliaries(tokens, begin, first)
    if before == start:
        return "plain", None, begin
    opens = tokens.pos[start] in ("ADP", "SCONJ", "ADV") or tokens.tag[start] in ("VBG", "VBN")
    if tokens.lower[before - 1] == "," and before - 1 > start and opens:
        return "plain", (start, before - 1), begin
    if before - start == 1 and tokens.pos[start] in ("ADP", "SCONJ"):
        return "subject", None, begin  # "As we moved house we kept …": a clause opens it
    if person and skip_adverbs(tokens, words, start) < before:
        return "plain", (start, before), begin
    return "subject", None, begin


def skip_auxiliaries(tokens: Tokens, begin: int, first: int) -> int:
    """Step over "have" before the words of the lead."""
    while begin < first and tokens.lower[begin] in _AUXILIARIES:
        begin += 1
    return begin


def is_adverb(tokens: Tokens, words: Words, position: int) -> bool:
    """Tell whether a word is an adverb that may stand between subject and verb."""
    word = tokens.lower[position]
    if tokens.text[tokens.end[position] : tokens.end[position] + 1] == "-" and position + 1 < len(tokens):
        return is_adverb(tokens, words, position + 1)
    return word in words.sets["adverbs-opening"] or (word.endswith("ly") and tokens.tag[position] == "RB")


def tells_of_past(tokens: Tokens, start: int, end: int) -> bool:
    """Tell whether some verb between two positions is in the past tense."""
    return any(tokens.tag[position] == "VBD" for position in range(start, end))
