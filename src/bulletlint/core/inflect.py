"""English inflection of verbs and nouns from spelling rules and two exception lists in `rules/lexicons`.

Spelling rules after Quirk et al., A Comprehensive Grammar of the English Language, sections 3.5 to 3.10 and 5.79.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

VerbForm = Literal["base", "third", "past", "participle", "gerund"]

_FORMS: tuple[VerbForm, ...] = ("third", "past", "participle", "gerund")
_VOWELS = "aeiou"
#: Letters whose names begin with a vowel ("an ML model").
_VOWEL_LETTERS = "AEFHILMNORSX"
#: Words that begin with a vowel letter and the sound of a consonant.
_CONSONANT_STARTS = ("uni", "use", "usa", "eu", "one", "ubi", "uti")
#: Words that begin with "uni" and the sound of a vowel, and words with a silent "h".
_VOWEL_STARTS = ("unim", "unin", "unid", "hour", "honest", "honor", "honour", "heir")
#: Compounds of "do" and "go" and two verbs more that take -es; others in -o take -s ("demos").
_THIRD_IN_OES = ("undo", "redo", "outdo", "overdo", "forgo", "undergo", "veto", "echo")
#: Nouns with a plural that no spelling rule gives.
_IRREGULAR_PLURALS = {
    "person": "people", "man": "men", "child": "children", "datum": "data", "analysis": "analyses",
}  # fmt: skip
#: Function words, which have one form only: "the" is never "thing", "a" never "as".
_UNCHANGING = frozenset(
    "a an the i it we you he she they my our your his her their its this that these those to in on at of for by as "
    "with from into per via or and nor but so if no not than then when while which who".split()
)
#: Consonants that some double before an ending and others do not.
_DOUBLED = frozenset("lmpst")
#: What stands before irregular verbs that are in no list with it.
_PREFIXES = ("re", "out", "over", "under", "un", "fore", "with", "mis", "pre", "up")
#: Past forms behind "re" that make another word: "relay", "rebound".
_NO_PAST = frozenset({"lay", "bound"})
_ONE_SYLLABLE_CVC = re.compile(r"^[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]$")


@dataclass(frozen=True, slots=True)
class Exceptions:
    """Forms that no rule gives: base → (past, participle, gerund or ""), and verbs that double a consonant.

    `bases` leads back from an irregular past or participle to the verbs that have it.
    """

    irregular: Mapping[str, tuple[str, str, str]] = field(default_factory=dict)
    doubling: frozenset[str] = frozenset()
    bases: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def read_exceptions(irregular: Iterable[str], doubling: Iterable[str]) -> Exceptions:
    """Build the exceptions from the lines of the two lists (base, past, participle, -ing form where needed)."""
    table: dict[str, tuple[str, str, str]] = {}
    for line in irregular:
        base, past, participle, *rest = line.split()
        table[base] = (past, participle, rest[0] if rest else "")
    bases: dict[str, tuple[str, ...]] = {}
    for base, (past, participle, _) in table.items():
        for form in {past, participle} - {base}:
            bases[form] = (*bases.get(form, ()), base)
    return Exceptions(table, frozenset(doubling), bases)


def inflect_verb(lemma: str, form: VerbForm, exceptions: Exceptions) -> str:
    """Return a form of a verb; of a phrasal verb ("roll out", "shadow-score") the verb part is inflected."""
    if form == "base":
        return lemma
    head, space, rest = lemma.partition(" ")
    prefix, hyphen, verb = head.rpartition("-")
    return prefix + hyphen + inflect_word(verb, form, exceptions) + space + rest


def inflect_word(verb: str, form: VerbForm, exceptions: Exceptions) -> str:
    irregular = exceptions.irregular.get(verb)
    if irregular and form in ("past", "participle"):
        return irregular[0] if form == "past" else irregular[1]
    if irregular and form == "gerund" and irregular[2]:
        return irregular[2]
    if form == "third":
        if verb.endswith(_THIRD_IN_OES):
            return verb + "es"
        return {"be": "is", "have": "has", "do": "does", "go": "goes"}.get(verb) or pluralize(verb)
    doubled = verb in exceptions.doubling or bool(_ONE_SYLLABLE_CVC.match(verb))
    stem = verb + verb[-1] if doubled and verb[-1] not in _VOWELS else verb
    if form == "gerund":
        if verb.endswith("ie"):
            return verb[:-2] + "ying"
        if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
            return verb[:-1] + "ing"
        return stem + "ing"
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS:
        return verb[:-1] + "ied"
    return stem + "ed"


def pluralize(noun: str) -> str:
    """Return the plural of a regular noun (also the third person of a regular verb)."""
    if noun.endswith("y") and noun[-2:-1] and noun[-2] not in _VOWELS:
        return noun[:-1] + "ies"
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    return noun + "s"


def choose_article(word: str) -> str:
    """Return "a" or "an" as the first sound of a word wants it; capitals are read letter by letter ("an ML model")."""
    if word.isupper() and len(word) > 1:
        return "an" if word[0] in _VOWEL_LETTERS else "a"
    if word.lower().startswith(_VOWEL_STARTS):
        return "an"
    return "an" if word[:1].lower() in _VOWELS and not word.lower().startswith(_CONSONANT_STARTS) else "a"


def find_forms(lemma: str, exceptions: Exceptions) -> frozenset[str]:
    """Return every form of a single word, read as a verb and as a noun; "kept" stands for all forms of "keep"."""
    if lemma in _UNCHANGING:
        return frozenset({lemma})
    forms = {lemma, pluralize(lemma)}
    for base in exceptions.bases.get(lemma, ()):
        forms |= find_forms(base, exceptions)
    for form in _FORMS:
        forms.add(inflect_word(lemma, form, exceptions))
    if lemma == "be":
        forms |= {"am", "is", "are", "was", "were", "been"}
    if lemma == "have":
        forms.add("has")
    return frozenset(forms)


def find_noun_forms(noun: str) -> frozenset[str]:
    """Return the singular and the plural of a noun."""
    return frozenset({noun, _IRREGULAR_PLURALS.get(noun, pluralize(noun))})


def map_forms(lemmas: Iterable[str], exceptions: Exceptions) -> dict[str, str]:
    """Return form → lemma for the first words of some verbs; a base form always maps to itself."""
    table: dict[str, str] = {}
    heads = {lemma.split(" ")[0] for lemma in lemmas}
    for lemma in sorted(heads):
        for form in _FORMS:
            table.setdefault(inflect_verb(lemma, form, exceptions), lemma)
    table.update({lemma: lemma for lemma in heads})
    for lemma in sorted(heads):
        # Both ways of writing are in use: "focussed", "travelled" and "traveled"; where no other verb has the form.
        if lemma[-1:] in _DOUBLED and lemma[-2:-1] in _VOWELS and lemma[-3:-2] not in _VOWELS:
            for ending in ("ed", "ing"):
                table.setdefault(lemma + lemma[-1] + ending, lemma)
                if lemma[-1] == "l":
                    table.setdefault(lemma + ending, lemma)
        # "Found 40 leads" tells of finding: who founded something wrote "Founded". (A past that is no participle, as
        # in "lay" and "saw", is the rarer reading.)
        bases = exceptions.bases.get(lemma, ())
        past = [base for base in bases if exceptions.irregular[base][:2] == (lemma, lemma)]
        if past:
            table[lemma] = past[0]
    return table


def find_past_base(word: str, exceptions: Exceptions) -> str | None:
    """Return the base of an irregular past form, behind a prefix too ("outran", "resold"); None for any other word."""
    for prefix in ("", *(prefix for prefix in _PREFIXES if word.startswith(prefix))):
        rest = word[len(prefix) :]
        if rest in exceptions.bases:
            return prefix + exceptions.bases[rest][0]
        if rest and exceptions.irregular.get(rest, ("",))[0] == rest:
            return word  # "split", "read", "outbid"; "with" is a prefix and nothing else
    return None


@dataclass(frozen=True, slots=True)
class PastForms:
    """Irregular past forms that are no base form; `alone` are those of which the participle is another word."""

    forms: frozenset[str]
    alone: frozenset[str]
    long: tuple[str, ...]


def find_past_forms(exceptions: Exceptions) -> PastForms:
    """Return the irregular past forms; the `long` ones are told at the end of a longer word ("ghostwrote")."""
    table = exceptions.irregular
    pasts = {past: past != participle for base, (past, participle, _) in table.items() if past != base}
    alone = frozenset(past for past, other in pasts.items() if other and past not in table)
    return PastForms(frozenset(pasts) - set(table), alone, tuple(past for past in alone if len(past) > 4))


def is_past_form(word: str, known: PastForms) -> bool:
    """Tell whether a word is an irregular past and no participle, or made of one: "shook", "restrung", "ghostwrote".

    Of two words a past is told only where the participle is another word: "underground" and "outbound" are none.
    """
    if word in known.alone or word.endswith(known.long):
        return True
    if not word.startswith(_PREFIXES):
        return False
    rest = word.removeprefix("re")
    if rest != word and rest in known.forms:
        return rest not in _NO_PAST
    return any(
        word.startswith(prefix) and word[len(prefix) :] in known.alone
        for prefix in _PREFIXES
        if prefix != "re"
    )
