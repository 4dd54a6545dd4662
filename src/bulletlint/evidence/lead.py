"""The lead verb: the verb that carries a bullet's main claim, found in the parse and checked against the lexicons."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words
from bulletlint.facts import Evidence, Lead, LeadClass

_BREAKS = frozenset({":", "-", "–", "—"})
_VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
_FINITE = frozenset({"VBD", "VBP", "VBZ", "VB"})
_SUBJECTS = frozenset({"i", "we"})
_LABEL_WORDS = 8
_FRONTED_WORDS = 12
_SUBORDINATORS = frozenset(
    {"after", "before", "when", "because", "since", "that", "if", "which", "while", "so", "once"}
)
_PREPOSITION_VERBS = {"work": ("on", "with"), "be": ("responsible", "involved")}
_PARTICLES = frozenset({"out", "up", "down", "off", "over", "back", "together", "in", "on"})


def find_lead(tokens: Tokens, words: Words, *, duty: bool) -> Lead | None:
    """Return the lead verb, None for a bullet without one (a noun phrase, a title).

    `duty` says that the bullet opens with a duty phrase: then "be responsible" leads.
    """
    if not len(tokens) or is_title(tokens):
        return None
    start = skip_label(tokens, words)
    if duty:
        return make_duty_lead(tokens, start)
    at = find_opening_verb(tokens, words, start)
    if at is None:
        at = find_first_person(tokens, words, start)
    if at is None:
        at = find_root_verb(tokens, words, start)
    if at is None:
        return None
    return make_lead(tokens, words, at)


def is_title(tokens: Tokens) -> bool:
    """Say whether the bullet is written like a title: nearly every long word begins with a capital."""
    long_words = [
        tokens.text[start:end] for start, end in zip(tokens.start, tokens.end, strict=True) if end - start > 3
    ][1:]
    capitals = sum(word[0].isupper() for word in long_words)
    shouted = sum(word.isupper() for word in long_words) > len(long_words) / 2
    return (
        len(long_words) >= 4
        and capitals >= 0.8 * len(long_words)
        and not shouted
        and not tokens.text.rstrip().endswith(".")
    )


def skip_label(tokens: Tokens, words: Words) -> int:
    """Return the position after a label ("Search: rebuilt …", "_Docs_ - wrote …") when a verb follows it."""
    for position in range(1, min(_LABEL_WORDS, len(tokens) - 1)):
        word = tokens.lower[position]
        if word == "." and tokens.lower[position - 1] in words.sets["nouns-role"] | {
            "ceo",
            "cto",
            "coo",
            "pm",
        }:
            return position + 1 if looks_like_verb(tokens, words, position + 1) else skip_marks(tokens, 0)
        if word in _BREAKS:
            following = position + 1
            while following < len(tokens) - 1 and tokens.lower[following] in _BREAKS | {"_", "*", '"'}:
                following += 1
            after = skip_adverbs(tokens, words, following)
            if looks_like_verb(tokens, words, after) or tokens.lower[following] in _SUBJECTS:
                opener = skip_adverbs(tokens, words, skip_marks(tokens, 0))
                if word == ":" and looks_like_verb(tokens, words, opener) and position - opener > 1:
                    return skip_marks(tokens, 0)
                return following
            if word == ":":
                return skip_marks(tokens, 0)
        elif word in (".", ";", ","):
            break
    return skip_marks(tokens, 0)


def skip_marks(tokens: Tokens, start: int) -> int:
    """Skip quotation marks, glyphs and a remark in brackets that stand before the first word."""
    if tokens.lower[start] == "(" and ")" in tokens.lower[start : start + 8]:
        start = tokens.lower.index(")", start) + 1
    while start < len(tokens) - 1 and not tokens.lower[start][:1].isalnum():
        start += 1
    return start


def skip_adverbs(tokens: Tokens, words: Words, start: int) -> int:
    adverbs = words.sets["adverbs-opening"]
    while start < len(tokens) - 1 and (
        tokens.lower[start] in adverbs or tokens.lower[start] in ("-", ",") or tokens.tag[start] == "RB"
        and tokens.lower[start].endswith("ly")
    ):  # fmt: skip
        start += 1
    return start


def looks_like_verb(tokens: Tokens, words: Words, at: int) -> bool:
    """Say whether the word at a position, which opens a bullet or follows its label, claims something.

    The form decides where it is clear: a past form of a known verb, or a base form that is no noun ("Create
    incentives to …"). For the rest ("Review police reports", "Support engineer") the parse and what follows decide.
    """
    if at >= len(tokens):
        return False
    word, tag, dep = tokens.lower[at], tokens.tag[at], tokens.dep[at]
    lemma = words.verb_forms.get(word)
    if word in words.sets["adjectives-opening"]:
        return at + 1 < len(tokens) and (tokens.pos[at + 1] == "DET" or tokens.tag[at + 1] == "PRP$")
    if at + 1 < len(tokens) and tokens.text[tokens.end[at] : tokens.start[at + 1]] == "-":
        return False  # "End-to-end …"; a hyphened verb is looked for by `hyphened_verb`
    if word.endswith("ing") and subject_follows(tokens, at):
        return False  # "Waiting lists fell by a fifth"
    if lemma is None and tag == "VBZ" and at + 1 < len(tokens) and tokens.pos[at + 1] == "ADP":
        return False  # "Guardrails for a drafting assistant"
    if lemma is not None:
        if is_past_form(word, lemma, words):
            return True
        nominal = lemma in words.lexicons["verbs-nominal"]
        followed = tokens.pos[at + 1] if at + 1 < len(tokens) else ""
        finite = tokens.tag[tokens.head[at]] in ("VBD", "VBZ", "VBP")
        if nominal and dep in ("nsubj", "nsubjpass") and finite and followed not in ("NOUN", "ADJ", "DET"):
            return False  # "Answers below the score go to a librarian"
        if not word.endswith("ing") and not nominal:
            return True
        if takes_object(tokens, words, at, gerund=word.endswith("ing"), nominal=nominal):
            return True
    if tag not in _VERB_TAGS or dep in ("amod", "compound", "nmod", "aux", "auxpass"):
        return False
    return lemma is not None or has_verb_ending(word, tag)


def subject_follows(tokens: Tokens, at: int) -> bool:
    """Say whether the noun after a position is the subject of the main verb."""
    for position in range(at + 1, min(len(tokens), at + 4)):
        head = tokens.head[position]
        if tokens.dep[position] in ("nsubj", "nsubjpass") and head > position and tokens.dep[head] == "ROOT":
            return tokens.tag[head] in ("VBD", "VBZ", "VBP")
    return False


def has_verb_ending(word: str, tag: str) -> bool:
    """Say whether a word in no list looks like the verb that the tagger takes it for.

    An unknown word taken for a base form ("Ad scoring service answers …") is no claim by itself.
    """
    return word.endswith("ing") or word.endswith("ed" if tag in ("VBD", "VBN") else "s")


def is_past_form(word: str, lemma: str, words: Words) -> bool:
    """Say whether a form can only be past: "built", "reduced"; also "cut" and "put", whose past is the base form."""
    irregular = words.exceptions.irregular.get(lemma)
    if word == lemma:
        return (
            irregular is not None
            and irregular[0] == lemma
            and lemma not in ("read", "cost", "forecast", "let")
        )
    return word.endswith("ed") or irregular is not None and word in irregular[:2]


def takes_object(tokens: Tokens, words: Words, at: int, *, gerund: bool, nominal: bool) -> bool:
    """Say whether a word that may be a noun is a verb here, by what follows: "Review the …", "Track key dates and …"."""
    if at + 2 >= len(tokens):
        return False
    following, pos = tokens.lower[at + 1], tokens.pos[at + 1]
    if pos == "DET" and following not in ("of",) or tokens.tag[at + 1] == "PRP$":
        return True
    if following in ("and", ",", "/", "&") and not gerund:
        other = tokens.lower[at + 2]
        lemma = words.verb_forms.get(other)
        return (
            lemma is not None
            and other in (lemma, lemma + "s", lemma + "es")
            and (lemma not in words.lexicons["verbs-nominal"] or tokens.tag[at + 2] in ("VB", "VBP", "VBZ"))
        )
    if following == "with" and not gerund:
        return tokens.lower[at] in words.verb_forms and nominal
    if gerund:
        return pos == "ADJ"  # "Mentoring junior analysts"
    if any(
        tokens.lower[after] == "by" and after + 1 in tokens.amount
        for after in range(at + 2, min(len(tokens) - 1, at + 7))
    ):
        return True  # "Increase revenue by 35%"
    position = at + 1
    while position < len(tokens) and tokens.pos[position] in ("NOUN", "PROPN", "ADJ", "NUM"):
        position += 1
    last = position - 1
    role = tokens.lower[last] in words.sets["nouns-role"] and tokens.tag[last] in ("NN", "NNP")
    if last == at or role:
        return False
    if (
        tokens.lower[at] == f"{words.verb_forms[tokens.lower[at]]}s"
        and tokens.text[tokens.start[at + 1]].islower()
    ):
        return True  # "Mentors junior developers": a plural noun stands before no other noun
    if tokens.tag[last] != "NNS":
        return False
    return (
        tokens.tag[at] in ("VB", "VBP")
        or position < len(tokens)
        and tokens.lower[position] in ("and", "to", "with", ",")
    )


def find_opening_verb(tokens: Tokens, words: Words, start: int) -> int | None:
    """Return the verb that opens the bullet, adverbs and a first-person subject skipped."""
    at = skip_adverbs(tokens, words, start)
    if tokens.lower[at] in _SUBJECTS:
        at = skip_adverbs(tokens, words, at + 1)
        while at < len(tokens) - 1 and tokens.pos[at] == "AUX" and tokens.tag[at + 1] in _VERB_TAGS:
            at += 1
    if looks_like_verb(tokens, words, at):
        return compound_end(tokens, at, words)
    if prefixed := hyphened_verb(tokens, words, at):
        return prefixed
    return None


def hyphened_verb(tokens: Tokens, words: Words, at: int) -> int | None:
    """Return the verb of a hyphened opening ("Fine-tuned", "Shadow-scored"), whose parts are tokens of their own."""
    if at + 1 >= len(tokens) or tokens.text[tokens.end[at] : tokens.start[at + 1]] != "-":
        return None
    word = tokens.lower[at + 1]
    lemma = words.verb_forms.get(word)
    if tokens.tag[at + 1] in ("VBD", "VBG") or tokens.tag[at + 1] == "VBN" and tokens.dep[at + 1] != "amod":
        return at + 1
    joined = f"{tokens.lower[at]}-{lemma}"
    return at + 1 if lemma and joined in words.verb_class else None


def compound_end(tokens: Tokens, at: int, words: Words) -> int:
    """Move on from "Fine" to "tuned" where the opening word is hyphened to the verb proper."""
    return hyphened_verb(tokens, words, at) or at


def settle_lead(
    tokens: Tokens, lead: Lead | None, at: int, words: Words, system: bool, evidence: Sequence[Evidence]
) -> Lead | None:
    """Give a lead verb its class where that hangs on what it says (docs/accuracy.md: the system as subject).

    A system that falls back or acts on a signal is a decision somebody took (product); one that keeps a level states
    a result; and a light verb ("take", "go", "keep") is a result when one stands in its own clause, before the first
    comma, semicolon or full stop.
    """
    if lead is None or at < 0 or lead.lead_class == "none":
        return lead
    end = at + 1
    while end < len(tokens) and tokens.lower[end] not in (",", ";", "."):
        end += 1
    limit = tokens.end[end - 1]
    near = {item.label for item in evidence if lead.start <= item.start < limit}
    light = lead.lemma in words.lexicons["verbs-light"]
    if any(
        tokens.head[child] == at and tokens.lower[child] in ("may", "can", "could") for child in range(at)
    ):
        return replace(lead, lead_class="product")  # "Drivers may decline any suggested route"
    system = system or (tokens.tag[at] == "VBZ" and (light or lead.lemma not in words.verb_class))
    if (
        system
        and lead.lead_class in ("build", "support")
        or system
        and (light or lead.lemma in words.lexicons["verbs-system"])
    ):
        if "outcome" in near:
            return replace(lead, lead_class="outcome")
        ruled = any(item.label == "fallback" or item.source == "action-on-signal" for item in evidence)
        if ruled or light or lead.lemma in words.lexicons["verbs-system"]:
            return replace(lead, lead_class="product")
        return replace(lead, lead_class="outcome") if "cost" in near else lead
    if light and "outcome" in near:
        return replace(lead, lead_class="outcome")
    if lead.lemma not in words.verb_class:
        return replace(lead, lead_class=class_unlisted(near, evidence))
    return lead


def class_unlisted(near: set[str], evidence: Sequence[Evidence]) -> LeadClass:
    """Class a verb that stands in no list by what its bullet proves: a result, a decision about risk, or neither."""
    if "outcome" in near:
        return "outcome"
    return "product" if any(item.label in ("fallback", "monitoring") for item in evidence) else "build"


def find_first_person(tokens: Tokens, words: Words, start: int) -> int | None:
    """Return the verb of an early "I" or "we" behind a fronted phrase ("As founding PM I shipped …")."""
    for position in range(start, min(len(tokens) - 1, start + _FRONTED_WORDS)):
        if tokens.lower[position] in (".", ";", ":"):
            return None
        if tokens.lower[position] not in _SUBJECTS or tokens.lower[position - 1] in _SUBORDINATORS:
            continue
        at = skip_adverbs(tokens, words, position + 1)
        while (
            at < len(tokens) - 1 and tokens.pos[at] == "AUX" and tokens.pos[at + 1] in ("VERB", "ADV", "AUX")
        ):
            at = skip_adverbs(tokens, words, at + 1)
        return at if tokens.pos[at] in ("VERB", "AUX") else None
    return None


def find_root_verb(tokens: Tokens, words: Words, start: int) -> int | None:
    """Return the root of the first sentence when it is a finite verb with a subject, or follows a fronted phrase."""
    sentence = tokens.sentence[start]
    opening = skip_adverbs(tokens, words, start)
    at = next(
        (
            at
            for at in range(len(tokens))
            if tokens.sentence[at] == sentence and tokens.dep[at] == "ROOT" and at >= start
        ),
        None,
    )
    if at is None or at == opening or tokens.tag[at] not in _VERB_TAGS or breaks_between(tokens, start, at):
        return None
    children = [child for child in range(len(tokens)) if tokens.head[child] == at and child != at]
    helped = any(tokens.dep[child] in ("aux", "auxpass") and tokens.tag[child] != "TO" for child in children)
    finite = tokens.tag[at] in ("VBD", "VBZ", "VBP") or helped
    subject = any(tokens.dep[child] in ("nsubj", "nsubjpass", "expl", "csubj") for child in children)
    if subject and finite:
        return at
    known = tokens.lower[at] in words.verb_forms
    fronted = "," in tokens.lower[start:at]
    if known and (
        fronted and tokens.tag[at] != "VBN" or tokens.tag[at] in ("VBD", "VBZ") and at <= opening + 2
    ):
        return at
    return None


def breaks_between(tokens: Tokens, start: int, at: int) -> bool:
    """Say whether a semicolon, or a colon behind more than a short label, stands between two positions."""
    between = tokens.lower[start:at]
    return ";" in between or (":" in between and between.index(":") > 3)


def make_lead(tokens: Tokens, words: Words, at: int) -> Lead | None:
    """Build the lead with its particle or preposition where that makes the meaning."""
    at = find_main_verb(tokens, at)
    word = tokens.lower[at]
    lemma = words.verb_forms.get(word) or tokens.lemma[at]
    first = at
    if at and tokens.text[tokens.end[at - 1] : tokens.start[at]] == "-" and tokens.pos[at - 1] != "PRON":
        lemma, first = f"{tokens.lower[at - 1]}-{lemma}", at - 1
    last = at
    following = at + 1
    while following < len(tokens) - 1 and tokens.lower[following] in (
        "closely",
        "directly",
        "hand",
        "in",
        "alongside",
    ):
        if tokens.lower[following] == "in" and tokens.lower[following + 1] not in (
            "hand",
            "close",
            "closely",
        ):
            break
        following += 1
    if following < len(tokens):
        joined = f"{lemma} {tokens.lower[following]}"
        particle = following == at + 1 and tokens.lower[following] in _PARTICLES
        if particle and tokens.dep[following] == "prt" and joined not in words.verb_class:
            own = words.verb_class.get(lemma, "build")
            return Lead(
                tokens.text[tokens.start[first] : tokens.end[following]], joined, own, tokens.start[first],
                tokens.end[following], tokens.index[at],
            )  # fmt: skip
        if joined in words.verb_class and (
            particle or tokens.lower[following] in _PREPOSITION_VERBS.get(lemma, ())
        ):
            lemma, last = joined, following if particle else at
    if lemma in ("be", "'re", "'s", "’re", "’s", "'m", "’m"):
        return make_be_lead(tokens, words, at)
    if lemma == "involve" and tokens.tag[at] == "VBN":
        lemma = "be involved"
    lead_class: LeadClass = words.verb_class.get(lemma, "build")
    return Lead(
        tokens.text[tokens.start[first] : tokens.end[last]], lemma, lead_class, tokens.start[first], tokens.end[last],
        tokens.index[at],
    )  # fmt: skip


def find_main_verb(tokens: Tokens, at: int) -> int:
    """Step from an auxiliary to its verb ("was promoted", "have built")."""
    if tokens.dep[at] in ("aux", "auxpass") and tokens.head[at] > at:
        return tokens.head[at]
    return at


def make_be_lead(tokens: Tokens, words: Words, at: int) -> Lead:
    for position in range(at + 1, min(at + 4, len(tokens))):
        lemma = f"be {tokens.lower[position]}"
        if lemma in words.verb_class:
            return Lead(
                tokens.text[tokens.start[at] : tokens.end[position]], lemma, words.verb_class[lemma],
                tokens.start[at], tokens.end[position], tokens.index[at],
            )  # fmt: skip
    return Lead(
        tokens.text[tokens.start[at] : tokens.end[at]],
        "be",
        "none",
        tokens.start[at],
        tokens.end[at],
        tokens.index[at],
    )


def make_duty_lead(tokens: Tokens, start: int) -> Lead:
    """Build the lead of a duty phrase; its words run to the preposition ("Responsible for")."""
    end = start
    while end < min(start + 6, len(tokens) - 1) and tokens.lower[end] not in (
        "for",
        "of",
        "with",
        "include",
        "included",
    ):
        end += 1
    opener = tokens.lower[start]
    lemma = f"be {opener}" if opener in ("tasked", "charged", "entrusted") else "be responsible"
    return Lead(
        tokens.text[tokens.start[start] : tokens.end[end]], lemma, "support", tokens.start[start],
        tokens.end[end], tokens.index[start],
    )  # fmt: skip
