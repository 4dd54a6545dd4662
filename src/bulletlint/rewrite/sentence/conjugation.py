"""Verbs of a parsed bullet in another form: the lead becomes "by …ing", a result clause gets the lead's tense."""

from __future__ import annotations

from bulletlint.core.inflect import Exceptions, VerbForm, inflect_word
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words

_FORMS: tuple[VerbForm, ...] = ("past", "participle", "gerund", "third")
#: Tags that a verb in each form may have been given; a past form is often taken for a participle and back.
_TAGS: dict[VerbForm, frozenset[str]] = {
    "base": frozenset({"VB", "VBP"}),
    "third": frozenset({"VBZ"}),
    "past": frozenset({"VBD", "VBN"}),
    "participle": frozenset({"VBD", "VBN"}),
    "gerund": frozenset({"VBG"}),
}
_JOINTS = frozenset({"and", "&", ",", "then", "or", "/", "+"})
_BEFORE_E = ("v", "c", "s", "z", "u", "at", "ag", "ur", "ir", "or", "dg", "rg", "ng", "in", "id", "iq")
_VOWELS = "aeiou"


def find_lemma(tokens: Tokens, position: int, words: Words) -> str | None:
    """Return the dictionary form of a verb, None if no form of it can be trusted to inflect right."""
    word = tokens.lower[position]
    known = words.verb_forms.get(word)
    if known is not None:
        return known
    lemma = tokens.lemma[position]
    if read_word_form(word, lemma, words.exceptions) is not None and (
        lemma != word or not word.endswith(("ed", "ing", "s"))
    ):
        return lemma
    guess = guess_lemma(word)
    return guess if guess and read_word_form(word, guess, words.exceptions) else None


def guess_lemma(word: str) -> str | None:
    """Return the likely base of a regular verb that no list knows ("containerised", "gamifying")."""
    if word.endswith("ied") and len(word) > 4:
        return word[:-3] + "y"
    for ending in ("ed", "ing"):
        stem = word[: -len(ending)]
        if not word.endswith(ending) or len(stem) < 3 or not any(letter in _VOWELS + "y" for letter in stem):
            continue
        if stem[-1] == stem[-2] and stem[-1] not in "lsz":
            return stem[:-1]
        consonant_l = stem[-1] == "l" and stem[-2] not in _VOWELS + "l"
        return stem + "e" if consonant_l or stem.endswith(_BEFORE_E) else stem
    return None


def read_word_form(word: str, lemma: str, exceptions: Exceptions) -> VerbForm | None:
    """Return which form of a verb a word is, a changed form before the base, None if it is none."""
    for form in _FORMS:
        if inflect_word(lemma, form, exceptions) == word and word != lemma:
            return form
    return "base" if word == lemma else None


def read_form(tokens: Tokens, position: int, lemma: str, words: Words) -> VerbForm:
    """Return the form in which a verb stands; "cut" and "set" are past where the parse or nothing speaks against."""
    form = read_word_form(tokens.lower[position], lemma, words.exceptions) or "base"
    if form == "participle":
        return "past"
    if form == "base":
        irregular = words.exceptions.irregular.get(lemma)
        if irregular and irregular[0] == lemma and tokens.tag[position] not in ("VB", "VBP"):
            return "past"
    return form


def is_form(tokens: Tokens, position: int, form: VerbForm, words: Words) -> bool:
    """Tell whether the verb at a position can be in a form, by its spelling first and its tag second."""
    lemma = find_lemma(tokens, position, words)
    if lemma is None:
        return False
    found = read_word_form(tokens.lower[position], lemma, words.exceptions)
    if form in ("past", "participle"):
        irregular = words.exceptions.irregular.get(lemma)
        same = bool(irregular) and tokens.lower[position] in (irregular or ())[:2]
        return found in ("past", "participle") or same
    listed = form == "base" and lemma in words.verb_class
    return found == form and (listed or tokens.tag[position] in _TAGS[form])


def find_coordinated(
    tokens: Tokens, words: Words, verb: int, end: int, form: VerbForm, adverbs: frozenset[str]
) -> tuple[int, ...]:
    """Return a verb with those that are coordinated with it ("Designed, built and ran"), up to a position.

    A list without "and" before its last verb is no coordination here: what follows then stays as it is. So do verbs
    behind a colon, which say what the first one means ("Led incident response: wrote runbooks and …").
    """
    chain, joined = list_chain(tokens, words, verb, end, form, adverbs)
    return chain if joined or len(chain) == 1 else (verb,)


def find_listed(
    tokens: Tokens, words: Words, verb: int, end: int, form: VerbForm, adverbs: frozenset[str]
) -> tuple[int, ...]:
    """Return verbs of which a comma alone joins the last ("Took notes, wrote papers"), () where that is not sure."""
    chain, joined = list_chain(tokens, words, verb, end, form, adverbs)
    if joined or len(chain) < 2:
        return ()
    loose = (
        at for at in range(verb + 2, chain[-1]) if tokens.lower[at - 1] in ("and", "&") and at not in chain
    )
    if form == "base" and any(tokens.lower[at] in words.verb_class for at in loose):
        return ()  # "… and design leaflets, write letters": a verb that is read as a noun
    return chain if all(is_listed(tokens, words, place, form) for place in chain[1:]) else ()


def is_listed(tokens: Tokens, words: Words, place: int, form: VerbForm) -> bool:
    """Tell whether a word behind a comma is surely a verb with an object, no participle before a noun."""
    lemma = find_lemma(tokens, place, words)
    if (
        lemma not in words.verb_class
        or place + 1 >= len(tokens)
        or tokens.pos[place] not in ("VERB", "NOUN", "ADJ")
    ):
        return False
    following = tokens.pos[place + 1]
    if form == "past":
        plain = following in ("NOUN", "ADJ") and tokens.tag[place] == "VBD"
        sure = following in ("DET", "PRON", "NUM", "PROPN") or plain
        return sure and tokens.lower[place] not in words.lexicons["adjectives-opening"]
    return following in ("DET", "PRON", "NUM", "PROPN", "NOUN", "ADJ") and tokens.pos[place] == "VERB"


def list_chain(
    tokens: Tokens, words: Words, verb: int, end: int, form: VerbForm, adverbs: frozenset[str]
) -> tuple[tuple[int, ...], bool]:
    """Return a verb with those that follow it in its form behind joints, and whether "and" joins the last one."""
    chain = [verb]
    joined = False
    for position in range(verb + 1, end):
        if tokens.lower[position] == ":":
            break
        before = find_word_start(tokens, position) - 1
        while (
            before > verb
            and tokens.lower[before] not in _JOINTS
            and (tokens.lower[before] in adverbs or tokens.tag[before] == "RB")
        ):
            before -= 1
        if tokens.lower[before] not in _JOINTS or not is_form(tokens, position, form, words):
            continue
        if not is_next_verb(tokens, words, chain, before, position, form):
            continue
        chain.append(position)
        joined = tokens.lower[before] != "," or tokens.lower[before - 1] in ("and", "&")
    return tuple(chain), joined


def find_mixed(tokens: Tokens, words: Words, chain: tuple[int, ...], end: int) -> tuple[int, ...]:
    """Return verbs that go on a chain in the base form by a slip ("Updated price lists, and maintain the library").

    Only those that surely are verbs: listed, and right behind the "and" of a bare chain or before a word that opens an
    object. The parse takes many a noun for one ("webpack and babel").
    """
    found: list[int] = []
    for place in range(chain[0] + 1, end):
        if tokens.tag[place] in ("TO", "MD", "WDT", "WP", "WRB"):
            break
        joined = tokens.lower[place - 1] in ("and", "&") and tokens.tag[place] in ("VB", "VBP")
        if not joined or tokens.head[place] not in chain or tokens.lower[place] not in words.verb_class:
            continue
        bare = all(tokens.tag[at] in ("RP", "CC") for at in range(chain[-1] + 1, place))
        following = tokens.pos[place + 1] if place + 1 < end else ""
        if bare or following in ("DET", "ADJ", "PRON", "NUM", "VERB"):
            found.append(place)
    return tuple(found)


def find_word_start(tokens: Tokens, position: int) -> int:
    """Return where the word begins that a token ends ("user-tested"), itself without a hyphen before it."""
    start = position
    if tokens.text[tokens.start[position] - 1 : tokens.start[position]] == "-":
        while start and tokens.text[tokens.end[start - 1] : tokens.start[start]] in ("", "-"):
            start -= 1
    return start


def is_next_verb(
    tokens: Tokens, words: Words, chain: list[int], before: int, position: int, form: VerbForm
) -> bool:
    """Tell whether a word in the right form goes on a chain of verbs, by the parse or by its neighbours.

    "…, optimized processes" and "and improved recall" are often parsed as adjectives: where the lead has its object
    already and no preposition could govern the word, it is a verb.
    """
    dep, head = tokens.dep[position], tokens.head[position]
    if goes_on_adjective(tokens, before, position) or is_like_modifier(tokens, position):
        return False
    between = range(chain[-1] + 1, before - (tokens.lower[before - 1] == ","))
    bare = all(
        tokens.lower[place] in _JOINTS or tokens.pos[place] == "ADV" or tokens.tag[place] == "RP"
        for place in between
    )  # a particle, too: "Set up and ran …"
    object_seen = any(tokens.pos[place] in ("NOUN", "PROPN", "PRON", "NUM") for place in between)
    if form == "base" and between and names_scope(tokens, between, position):
        return False
    if dep == "conj" and head in chain:
        return bare or object_seen and not goes_on_relative(tokens, between, before)
    if bare:
        listed = tokens.lower[position] in words.verb_class
        return listed or tokens.pos[position] not in ("ADJ", "NOUN", "PROPN") or tokens.tag[position] == "VB"
    clause = any(
        tokens.tag[place] in ("WDT", "WP", "WRB", "TO") or tokens.lower[place] == "that" for place in between
    )
    if form == "base":
        known = tokens.lower[position] in words.verb_class and tokens.pos[position] in ("VERB", "ADJ")
        stopped = any(tokens.lower[place] in (":", "(", ",") for place in between)
        return known and not clause and not stopped and tokens.lower[before] != ","
    if form == "third":
        return object_seen and not clause and tokens.lower[before] in ("and", "&")
    if form == "gerund":
        led = any(
            tokens.tag[place] == "VBG" and tokens.pos[place - 1] in ("ADP", "SCONJ") for place in between
        )
        known = tokens.lower[position] in words.verb_forms and dep not in ("amod", "compound", "pcomp")
        return known and object_seen and not led and not clause and tokens.lower[before] in ("and", "&")
    if form != "past" or tokens.lower[position] in words.lexicons["adjectives-opening"]:
        return False
    if (
        tokens.tag[position] == "VBD"
        and dep in ("conj", "advcl", "ccomp", "ROOT", "dep", "acl")
        and not clause
    ):
        return True
    if position + 1 < len(tokens) and tokens.pos[position + 1] in ("ADP", "DET", "PRON") and not clause:
        return dep not in ("acl", "relcl") and tokens.lower[before] in ("and", "&", "then")
    governed = any(
        tokens.pos[place] in ("ADP", "VERB", "SCONJ") or tokens.lower[place] == "," for place in between
    )
    return object_seen and not governed and not clause and tokens.tag[position] != "JJ"


def names_scope(tokens: Tokens, between: range, position: int) -> bool:
    """Tell whether a word may be a noun beside a bare one: "Own search and browse for a shop"."""
    bare = all(tokens.pos[place] in ("NOUN", "PROPN") for place in between)
    return bare and tokens.lower[position + 1 : position + 2] in (["for"], ["of"], ["in"])


def goes_on_adjective(tokens: Tokens, joint: int, position: int) -> bool:
    """Tell whether a participle joins an adjective before their noun: "new and improved tools"."""
    if tokens.lower[joint] not in ("and", "&") or joint < 2 or position + 1 >= len(tokens):
        return False
    # "kept it safe and improved its flow": an adjective that says what became of something ends its clause.
    before = tokens.pos[joint - 1] == "ADJ" and tokens.pos[joint - 2] not in ("NOUN", "PROPN", "PRON", "AUX")
    return before and tokens.pos[position + 1] in ("NOUN", "PROPN", "ADJ")


def is_like_modifier(tokens: Tokens, verb: int) -> bool:
    """Tell whether a past form behind "and" may stand before its noun, as one before it does.

    So it may in "for finding corroded pipes and cracked joints", where the first noun belongs to a gerund.
    """
    joint = verb - 1
    if tokens.lower[joint] not in ("and", "&") or tokens.tag[verb] not in ("VBD", "VBN"):
        return False
    start = joint - 1
    while start > 0 and tokens.pos[start] in ("NOUN", "PROPN"):
        start -= 1
    modified = (
        start < joint - 1 and tokens.tag[start] in ("VBN", "VBD", "JJ") and tokens.lower[start].endswith("ed")
    )
    plain = verb + 1 < len(tokens) and tokens.pos[verb + 1] in ("NOUN", "PROPN", "ADJ")
    return modified and plain and tokens.tag[start - 1] == "VBG"


def goes_on_relative(tokens: Tokens, between: range, joint: int) -> bool:
    """Tell whether a past verb behind "and" goes on a past relative clause ("a bot that cleaned 9 files and saved …").

    The parse often joins it to the lead; a comma before "and" or a present tense in the clause speaks for that.
    """
    pronoun = next((place for place in between if tokens.tag[place] in ("WDT", "WP")), None)
    if pronoun is None or tokens.lower[joint - 1] == ",":
        return False
    return any(tokens.tag[place] == "VBD" for place in between if place > pronoun)


def inflect_verbs(
    tokens: Tokens, words: Words, verbs: tuple[int, ...], form: VerbForm
) -> dict[int, str] | None:
    """Return the new spelling of each verb by position, None if one of them cannot be inflected."""
    changed: dict[int, str] = {}
    for position in verbs:
        lemma = find_lemma(tokens, position, words)
        if lemma is None:
            return None
        told = lemma if form == "base" else inflect_word(lemma.split(" ")[0], form, words.exceptions)
        changed[position] = spell_alike(told, tokens.lower[position], lemma)
    return changed


def spell_alike(told: str, said: str, lemma: str) -> str:
    """Return a form of a verb with one consonant or two before its ending as the bullet has it: "modelled"."""
    for stem in (lemma, lemma + lemma[-1]) if lemma[-1] not in _VOWELS else ():
        if said in (f"{stem}ed", f"{stem}ing"):
            return next((f"{stem}{end}" for end in ("ed", "ing") if told.endswith(end)), told)
    return told
