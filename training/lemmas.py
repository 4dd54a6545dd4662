"""Lemma tables for the rule lemmatizer, cut down to what resumes need.

The verb index and the irregular forms come from the package spacy-lookups-data (WordNet 3.0). Nouns get rules
in place of an index. Every form that the rules would read wrongly becomes an exception, so that the
lemmatizer needs no morphology.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from spacy.lookups import Lookups, load_lookups

from training.grammar.inflection import inflect
from training.grammar.lexicon import load_classes

Rules = Sequence[tuple[str, str]]
VERB_RULES: Rules = (
    ("ies", "y"),
    ("ied", "y"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("sses", "ss"),
    ("xes", "x"),
    ("izes", "ize"),
    ("ized", "ize"),
    ("izing", "ize"),
    ("ates", "ate"),
    ("ated", "ate"),
    ("ating", "ate"),
    ("ss", "ss"),
    ("s", ""),
    ("ed", ""),
    ("ed", "e"),
    ("ing", ""),
    ("ing", "e"),
    ("", ""),
)
NOUN_RULES: Rules = (
    ("ss", "ss"),
    ("us", "us"),
    ("is", "is"),
    ("ics", "ics"),
    ("ies", "y"),
    ("sses", "ss"),
    ("ches", "ch"),
    ("shes", "sh"),
    ("xes", "x"),
    ("s", ""),
    ("", ""),
)
# Rare verbs whose -ing form an everyday verb owns: "singing" is a form of sing.
OVERSHADOWED = frozenset(["dinge", "singe", "swinge"])
NOUN_EXCEPTIONS = {
    "apis": "api", "kpis": "kpi", "gpus": "gpu", "cpus": "cpu", "tpus": "tpu", "guis": "gui", "uis": "ui",
    "taxis": "taxi", "menus": "menu", "statuses": "status", "viruses": "virus", "buses": "bus",
    "bonuses": "bonus", "campuses": "campus", "focuses": "focus", "lenses": "lens", "gases": "gas",
    "cookies": "cookie", "movies": "movie", "calories": "calorie", "selfies": "selfie", "zombies": "zombie",
    "ties": "tie", "series": "series", "species": "species", "news": "news", "lens": "lens", "bias": "bias",
    "biases": "bias", "canvas": "canvas", "canvases": "canvas", "atlas": "atlas", "gas": "gas", "has": "has",
    "means": "means", "always": "always", "people": "person", "staff": "staff", "caches": "cache",
    "headaches": "headache", "axes": "axis", "quizzes": "quiz", "data": "data",
    "media": "media", "criteria": "criterion", "indices": "index", "indexes": "index", "matrices": "matrix",
    "children": "child", "men": "man", "women": "woman", "sales": "sale", "aws": "aws", "saas": "saas",
    "kubernetes": "kubernetes", "microservices": "microservice", "kudos": "kudos", "devops": "devops",
    "ios": "ios", "macos": "macos", "https": "https", "sms": "sms",
}  # fmt: skip
AUXILIARIES = {
    "am": "be", "are": "be", "is": "be", "was": "be", "were": "be", "been": "be", "being": "be", "'m": "be",
    "'re": "be", "'s": "be", "’s": "be", "’re": "be", "’m": "be", "has": "have", "had": "have",
    "having": "have", "'ve": "have", "’ve": "have", "'d": "would", "’d": "would", "does": "do", "did": "do",
    "done": "do", "doing": "do", "wo": "will", "'ll": "will", "’ll": "will", "ca": "can", "sha": "shall",
    "got": "get", "getting": "get", "gets": "get",
}  # fmt: skip
COMPARATIVES = {
    "better": "good", "best": "good", "worse": "bad", "worst": "bad", "faster": "fast", "fastest": "fast",
    "lower": "low", "lowest": "low", "higher": "high", "highest": "high", "cheaper": "cheap",
    "cheapest": "cheap", "larger": "large", "largest": "large", "smaller": "small", "smallest": "small",
    "bigger": "big", "biggest": "big", "fewer": "few", "fewest": "few", "shorter": "short", "longer": "long",
    "longest": "long", "easier": "easy", "easiest": "easy", "safer": "safe", "newer": "new", "older": "old",
    "younger": "young", "stronger": "strong", "deeper": "deep", "cleaner": "clean", "simpler": "simple",
    "slower": "slow", "earlier": "early", "later": "late", "greater": "great", "greatest": "great",
    "broader": "broad", "wider": "wide", "closer": "close", "smarter": "smart", "tighter": "tight",
}  # fmt: skip


def reduce_form(
    form: str, *, rules: Rules, index: Iterable[str], exceptions: Mapping[str, Sequence[str]]
) -> str:
    """Return the lemma that spaCy's rule lemmatizer finds with these tables."""
    found: list[str] = []
    unknown: list[str] = []
    for ending, replacement in rules:
        if form.endswith(ending):
            candidate = form[: len(form) - len(ending)] + replacement
            if not candidate:
                continue
            if candidate in index:
                found.insert(0, candidate)
            elif not candidate.isalpha():
                found.append(candidate)
            else:
                unknown.append(candidate)
    for candidate in exceptions.get(form, ()):
        if candidate not in found:
            found.insert(0, candidate)
    return (found or unknown or [form])[0]


def list_grammar_verbs() -> list[str]:
    """Return the one-word verbs of the grammar."""
    words = {
        entry.split("_")[0].split()[0] for entries in load_classes("verbs").values() for entry in entries
    }
    return sorted(word for word in words if word.isalpha() and word.islower())


def build_verb_tables(
    index: Iterable[str], irregular: Mapping[str, Sequence[str]]
) -> tuple[dict[str, int], dict[str, list[str]]]:
    """Return verb index and exceptions under which each verb form finds its lemma."""
    own = list_grammar_verbs()
    lemmas = ({word for word in index if word.isalpha()} | set(own)) - OVERSHADOWED
    exceptions = {
        form: list(found[:1]) for form, found in irregular.items() if form.isalpha() and form not in own
    }
    for verb in own:
        for tag in ("VBD", "VBN", "VBG"):
            form = inflect(verb, tag)
            if form in irregular and irregular[form][0] != verb and form in lemmas:
                continue
            if (
                reduce_form(form, rules=VERB_RULES, index=lemmas, exceptions=exceptions) != verb
                and form != verb
            ):
                exceptions[form] = [verb]
    doubled = {found[0] for form, found in exceptions.items() if form.startswith(found[0] + found[0][-1:])}
    for verb in sorted(lemmas - doubled, key=lambda word: (word not in own, word)):
        for tag in ("VB", "VBZ", "VBD", "VBG"):
            form = inflect(verb, tag)
            if form in exceptions:
                continue
            if reduce_form(form, rules=VERB_RULES, index=lemmas, exceptions=exceptions) != verb:
                exceptions[form] = [verb]
    for verb in sorted(doubled):
        for form in (verb, inflect(verb, "VBZ")):
            if (
                form not in exceptions
                and reduce_form(form, rules=VERB_RULES, index=lemmas, exceptions=exceptions) != verb
            ):
                exceptions[form] = [verb]
    return dict.fromkeys(sorted(lemmas), 1), exceptions


def build_lookups() -> Lookups:
    """Return the tables lemma_rules, lemma_exc and lemma_index."""
    source = load_lookups("en", ["lemma_exc", "lemma_index"])
    irregular, index = source.get_table("lemma_exc"), source.get_table("lemma_index")
    verb_index, verb_exceptions = build_verb_tables(index["verb"], irregular["verb"])
    nouns = {
        form: list(found[:1])
        for form, found in irregular["noun"].items()
        if form.isalpha() and len(form) < 13
    }
    nouns.update({form: [lemma] for form, lemma in NOUN_EXCEPTIONS.items()})
    # A participle that the tagger takes for an adjective still leads to its verb.
    adjectives = {inflect(verb, tag): [verb] for verb in list_grammar_verbs() for tag in ("VBD", "VBN")}
    adjectives = {
        form: found
        for form, found in adjectives.items()
        if form != found[0] and form not in ("left", "close")
    }
    adjectives.update({form: [lemma] for form, lemma in COMPARATIVES.items()})
    rules = {"verb": [list(rule) for rule in VERB_RULES], "noun": [list(rule) for rule in NOUN_RULES]}
    rules.update({key: [["", ""]] for key in ("adj", "aux", "pron")})
    lookups = Lookups()
    lookups.add_table("lemma_rules", rules)
    lookups.add_table("lemma_index", {"verb": verb_index, "noun": {}, "adj": {}})
    lookups.add_table(
        "lemma_exc",
        {
            "verb": verb_exceptions,
            "noun": nouns,
            "adj": adjectives,
            "aux": {form: [lemma] for form, lemma in AUXILIARIES.items()},
            "pron": {"i": ["I"]},
        },
    )
    return lookups
