"""What a bullet names itself: short nouns of its own that a blank's label may take ("⟨Cut payroll errors⟩").

`made` is what was made, `work` what was worked on, `purpose` what that is for, `people` who is served.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from bulletlint.evidence.objects import NounPhrase, find_noun_phrase, find_object
from bulletlint.evidence.terms import is_term
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words
from bulletlint.rewrite.sentence.conjugation import find_lemma
from bulletlint.rewrite.slots.subject_matter import SubjectMatter

#: What a label may name, and how it is written there: before another noun, by itself.
KINDS = ("made", "work", "purpose", "people", "task", "product", "system")
PLACES = (*KINDS, *(f"the {kind}" for kind in KINDS))
#: The lexicons of verbs whose object is made, of verbs that take people, of what people use, and of what runs.
_MAKING = ("verbs-making", "verbs-creating")
_WITH_PEOPLE = ("verbs-people", "verbs-leading-people", "verbs-helping")
_PRODUCTS = ("nouns-product", "nouns-delivery")
_SYSTEMS = ("nouns-technical", "names-technology")
_NAMING = frozenset({"NOUN", "PROPN"})
#: How many words a thing has at most, and a label with one.
_MOST_WORDS, MOST_WORDS = 2, 4
#: Fewest letters of a thing: "p95 below 800 ms" names no m.
_LEAST_LETTERS = 2
#: Words that open what a made thing does or is for, and those behind which its purpose stands.
_DOING = frozenset({"to", "for", "that", "which"})
_SERVING = frozenset({"for", "of", "about"})
_VERBAL = frozenset({"VB", "VBG", "VBZ", "VBP", "VBD"})
_STOPS = frozenset({".", ";", ":", "(", "→", "–", "—", "by", "using", "via", "through"})
#: The word before what somebody came from.
_LEFT = "from"
_JOINTS = ("-", "‑", "/")
_INITIALS = re.compile(r"[A-Z]{2,}s")
#: A name: "p99" is a figure's.
_WORD = re.compile(r"[^\W\d_](?:[^\W\d]|[+#’'-])+")


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing that a bullet names: `one` stands before another noun ("loan"), `all` by itself ("loans", "the loan")."""

    one: str
    all: str

    def shorten(self) -> Thing:
        """Return the thing by the last word of its name, which is no name by itself ("Windows Server": server)."""
        one, every = (text.split()[-1] for text in (self.one, self.all))
        if " " in self.one and one[1:] == one[1:].lower():
            one, every = one.lower(), every.lower()
        return Thing(one, "the " * self.all.startswith("the ") + every)


def find_things(focus: SubjectMatter, words: Words) -> dict[str, Thing]:
    """Return the things that a bullet is about, by what they are to it and by what kind of thing they are.

    A `task` is one that people do by hand, a `product` one that they use, a `system` one that runs.
    """
    found: dict[str, Thing] = {}
    sorts: dict[str, Thing] = {}
    for role, phrase in list_things(focus, words):
        thing = name_thing(focus.tokens, words, phrase) if role not in found else None
        if thing is None or any(thing.one == other.one for other in found.values()):
            continue
        if role == "people":
            found[role] = Thing(thing.one.lower(), thing.all.lower())  # no name: "Vendor's" are vendors
            continue
        found[role] = thing
        product, system = (
            names_any(focus.tokens, words, lists, phrase.head) for lists in (_PRODUCTS, _SYSTEMS)
        )
        if product:
            sorts.setdefault("product", thing)
        if system:
            sorts.setdefault("system", thing)
        if not product and not system and focus.tokens.pos[phrase.head] != "PROPN" and role != "made":
            sorts["task"] = thing if role == "purpose" else sorts.get("task", thing)
    return {**found, **sorts}


def list_things(focus: SubjectMatter, words: Words) -> Iterator[tuple[str, NounPhrase]]:
    """Yield the phrases of a bullet with what they are to it, the nearest first."""
    tokens = focus.tokens
    phrases = [*focus.phrases, *focus.others]
    doing = list(find_doing(focus))
    for phrase in (*phrases, *doing):
        if names_people(tokens, words, phrase.head) and serves(focus, words, phrase):
            yield "people", phrase
    own = [phrase for phrase in phrases if not names_people(tokens, words, phrase.head)]
    if not own or _LEFT in tokens.lower[max(0, own[0].start - 1) : own[0].start]:
        return
    opening = own[0]
    inner = list(find_inside(tokens, opening))
    kind = "made" if makes(focus, words) else "work"
    if inner and (is_vague(tokens, words, opening.head) or names_action(tokens, words, opening.head)):
        yield kind, inner[0]
    elif opening in focus.phrases[:1]:
        yield kind, opening
    joined = (phrase for phrase in focus.phrases[1:] if tokens.lower[phrase.start - 1] in _SERVING)
    for phrase in (*inner, *doing, *joined):
        if not names_people(tokens, words, phrase.head) and not is_vague(tokens, words, phrase.head):
            yield "purpose", phrase


def serves(focus: SubjectMatter, words: Words, phrase: NounPhrase) -> bool:
    """Tell whether a noun of people surely means people: "Wrote device drivers", "Updated the guide" name things.

    What was done to one person alone is told of people only by verbs that take people.
    """
    if phrase not in focus.phrases[:1] or not focus.verbs:
        return True
    if makes(focus, words):
        return False
    lemma = find_lemma(focus.tokens, focus.verbs[0], words)
    several = focus.tokens.tag[phrase.head] in ("NNS", "NNPS")
    return several or any(lemma in words.lexicons[lexicon] for lexicon in _WITH_PEOPLE)


def makes(focus: SubjectMatter, words: Words) -> bool:
    """Tell whether the verb of a bullet says that its object is new."""
    tokens = focus.tokens
    if not focus.verbs:
        return False
    lemma = find_lemma(tokens, focus.verbs[0], words)
    phrasal = f"{lemma} {' '.join(tokens.lower[focus.verbs[0] + 1 : focus.verbs[0] + 2])}"  # "set up"
    return any(verb in words.lexicons[lexicon] for verb in (lemma, phrasal) for lexicon in _MAKING)


def find_inside(tokens: Tokens, phrase: NounPhrase) -> Iterator[NounPhrase]:
    """Yield the phrase that "of" joins to a noun phrase."""
    for position in range(phrase.head + 1, phrase.end - 1):
        if tokens.lower[position] == "of":
            found = find_noun_phrase(tokens, position + 1)
            if found is not None:
                yield found
            return


def find_doing(focus: SubjectMatter) -> Iterator[NounPhrase]:
    """Yield what the thing that was made acts on: "a tool to track loans", "… for tracking loans", "that tracks …"."""
    tokens = focus.tokens
    if not focus.phrases:
        return
    for position in range(focus.phrases[0].head + 1, len(tokens) - 1):
        if tokens.lower[position] in _STOPS:
            return
        if tokens.lower[position] in _DOING and tokens.tag[position + 1] in _VERBAL:
            found = find_object(tokens, position + 1)
            if found is not None:
                yield found
            return


def name_thing(tokens: Tokens, words: Words, phrase: NounPhrase) -> Thing | None:
    """Return a phrase's head with the noun before it, None where no label could take it.

    Of "the payroll system" it is "payroll" that says which.
    """
    last = phrase.head
    if is_vague(tokens, words, last):
        last -= 1
        if last < phrase.start or not is_spaced(tokens, last) or names_people(tokens, words, last):
            return None
    if tokens.pos[last] not in _NAMING or tokens.tag[last] == "VBG" or is_vague(tokens, words, last):
        return None
    start = last
    while start > phrase.start and last - start + 1 < _MOST_WORDS and tokens.pos[start - 1] in _NAMING:
        if not is_spaced(tokens, start - 1) or is_vague(tokens, words, start - 1):
            break
        start -= 1
    while start <= last and tokens.text[: tokens.start[start]].endswith(_JOINTS):
        start += 1  # "high-performance computing" is no performance computing
    said = [keep_name(tokens, words, at) for at in range(start, last + 1)]
    if not said or not all(map(_WORD.fullmatch, said)):
        return None
    acts = names_action(tokens, words, last) and said[-1] not in words.sets["nouns-product"]
    bare = acts or tokens.lemma[last].lower() in words.sets["nouns-bare"]
    bare = bare or is_term(tokens, words, "names-technology", last)  # what it was made with
    if tokens.text[tokens.end[last] :].startswith(_JOINTS) or len(said) == 1 and bare:
        return None
    if len(said) == 1 and tokens.tag[last] == "NNP" and said[0][1:].islower():
        return None  # "Llama": whose accuracy that is, a blank need not say
    if start > phrase.start and {tokens.pos[start - 1], tokens.pos[start]} == {"PROPN"}:
        said = [said[-1].lower()]  # of "Tri-State Energy Fund" a fund, not an energy fund
    before = said[:-1]
    # The parse takes "PWAs" for one thing, and what its list of words does not know.
    several = tokens.tag[last] in ("NNS", "NNPS") or bool(_INITIALS.fullmatch(said[-1]))
    several = several or said[-1].removesuffix("s") in words.lexicons["nouns-countable"]
    several = several and said[-1].endswith(("s", "people", "children", "men"))
    one = make_singular(tokens, last, said[-1]) if several else said[-1]
    if len(one) < _LEAST_LETTERS:
        return None
    counted = last == phrase.head and one in words.lexicons["nouns-countable"] and not several
    return Thing(" ".join([*before, one]), " ".join([*(["the"] if counted else []), *said]))


def is_spaced(tokens: Tokens, position: int) -> bool:
    """Tell whether nothing but a space stands between a word and the next one."""
    return tokens.text[tokens.end[position] : tokens.start[position + 1]] == " "


def make_singular(tokens: Tokens, position: int, word: str) -> str:
    """Return the singular of a plural as it is written: "VM" of "VMs"."""
    lemma = tokens.lemma[position]
    return word.removesuffix("s") if lemma == word or word != word.lower() else lemma.lower()


def keep_name(tokens: Tokens, words: Words, position: int) -> str:
    """Return a word as it stands inside a sentence: only a name or an abbreviation keeps its capitals."""
    word = tokens.text[tokens.start[position] : tokens.end[position]]
    name = word[1:] != word[1:].lower() or (position > 0 and tokens.pos[position] == "PROPN")
    name = name or tokens.lower[position] in words.sets["names-technology"]
    return word if name else word.lower()


def names_any(tokens: Tokens, words: Words, lexicons: tuple[str, ...], position: int) -> bool:
    """Tell whether a noun stands in one of some lexicons."""
    return any(is_term(tokens, words, lexicon, position) for lexicon in lexicons)


def names_people(tokens: Tokens, words: Words, position: int) -> bool:
    """Tell whether a noun names people."""
    return tokens.lower[position] in words.sets["nouns-served"]


def names_action(tokens: Tokens, words: Words, position: int) -> bool:
    """Tell whether a noun says that something was done to what "of" joins to it ("migration of client data")."""
    return any(entry.split()[0] == tokens.lower[position] for entry in words.lexicons["nouns-action"])


def is_vague(tokens: Tokens, words: Words, position: int) -> bool:
    """Tell whether a noun says too little to name a blank ("solution", "number of")."""
    return tokens.lemma[position].lower() in words.sets["nouns-unnamed"]


def fill_label(
    label: str, verb: str, things: Mapping[str, Thing], taken: Collection[str]
) -> tuple[str, Thing] | None:
    """Return a label with the thing that it wants, and that thing; None where the bullet has none or it is taken.

    A long name is shortened to its last word.
    """
    before, _, rest = label.partition("{")
    place, _, after = rest.partition("}")
    thing = things.get(place.removeprefix("the "))
    if thing is None or thing.one in taken or not share_nothing(thing.one, f"{before} {after}"):
        return None
    for short in (thing, thing.shorten()):
        said = f"{before}{short.all if place.startswith('the ') else short.one}{after}"
        if len(f"{verb} {said.removeprefix('the ')}".split()) <= MOST_WORDS:
            return said, thing
    return None


def share_nothing(name: str, label: str) -> bool:
    """Tell whether no word stands in both, in the singular or the plural ("cost costs")."""
    stems = [{word.removesuffix("s") for word in text.split()} for text in (name, label)]
    return stems[0].isdisjoint(stems[1])
