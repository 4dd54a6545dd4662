"""Two baselines to compare with, on the same questions: digits and a verb list, and spaCy matching without a parser."""

from __future__ import annotations

from collections.abc import Callable

import spacy
from spacy.matcher import Matcher, PhraseMatcher
from spacy.tokens import Doc

from bulletlint.evidence import Words

#: The verbs that the usual resume checkers call strong.
STRONG = frozenset(
    "achieved accelerated built created cut delivered designed developed directed drove engineered established "
    "executed generated implemented improved increased initiated launched led managed optimized organized produced "
    "reduced resolved saved spearheaded streamlined transformed".split()
)
#: Answers the questions of `benchmarks.accuracy.QUESTIONS` about one text, by name.
Baseline = Callable[[str], dict[str, bool]]

#: Digits with what makes them a figure, as Matcher patterns over a blank tokenizer.
FIGURES: list[list[dict[str, object]]] = [
    [{"LIKE_NUM": True}, {"LOWER": {"IN": ["%", "percent", "x", "users", "customers", "k", "m"]}}],
    [{"IS_CURRENCY": True}, {"LIKE_NUM": True}],
    [{"LOWER": {"REGEX": r"^\d[\d.,]*(%|x|k|m|b|ms|bn)$"}}],
    [{"LOWER": {"IN": ["doubled", "tripled", "halved"]}}],
]
#: Lexicons that a PhraseMatcher looks for, by the question that they answer.
LISTS = {
    "cost": ("nouns-expense", "verbs-saving", "words-budget"),
    "technical": ("nouns-technical", "names-technology", "words-ai"),
}
FALLBACKS = (
    "fallback",
    "rollback",
    "roll back",
    "canary",
    "failover",
    "guardrail",
    "feature flag",
    "kill switch",
)
WATCHES = ("monitoring", "monitored", "dashboard", "alert", "alerts", "alerting")


def answer(
    *, weak: bool, figure: bool, cost: bool, fallback: bool, watch: bool, technique: bool
) -> dict[str, bool]:
    """Return the answers to all questions from what a baseline sees."""
    return {
        "BL101-103 weak lead": weak,
        "BL201 missing-metric": not figure,
        "BL301 missing-cost": not cost,
        "BL401 missing-fallback": not fallback,
        "BL501 technique-first": technique,
        "stated cost": cost,
        "stated fallback": fallback,
        "stated monitoring": watch,
        "outcome seen": figure,
    }


def make_digit_baseline() -> Baseline:
    """Make what the usual checkers do: any digit is a metric, any verb of a list is strong, a few words are costs."""

    def judge(text: str) -> dict[str, bool]:
        lower = text.lower()
        first = next(iter(lower.split()), "").strip("•-*,.:;")
        return answer(
            weak=first not in STRONG,
            figure=any(character.isdigit() for character in text),
            cost=any(word in lower for word in ("cost", "budget", "$")),
            fallback=any(word in lower for word in ("fallback", "rollback")),
            watch="monitor" in lower,
            technique=first not in STRONG,
        )

    return judge


def make_matcher_baseline(words: Words) -> Baseline:
    """Make what spaCy gives without the bundled pipeline: a blank English tokenizer, Matcher and PhraseMatcher.

    It has all of the project's lexicons and no parse, no typed numbers and no evidence patterns.
    """
    nlp = spacy.blank("en")
    figures = Matcher(nlp.vocab)
    figures.add("figure", FIGURES)
    phrases = PhraseMatcher(nlp.vocab, attr="LOWER")
    for name, lexicons in LISTS.items():
        phrases.add(name, [nlp.make_doc(entry) for lexicon in lexicons for entry in words.lexicons[lexicon]])
    phrases.add("fallback", [nlp.make_doc(entry) for entry in FALLBACKS])
    phrases.add("watch", [nlp.make_doc(entry) for entry in WATCHES])

    def judge(text: str) -> dict[str, bool]:
        doc = nlp.make_doc(text)
        found = [(nlp.vocab.strings[key], start) for key, start, _ in phrases(doc)]
        names = {name for name, _ in found}
        lead = words.verb_class.get(words.verb_forms.get(find_first_word(doc), ""), "none")
        return answer(
            weak=lead in ("build", "support"),
            figure=bool(figures(doc)),
            cost="cost" in names or any(token.is_currency for token in doc),
            fallback="fallback" in names,
            watch="watch" in names,
            technique=lead != "outcome" and any(name == "technical" and start < 5 for name, start in found),
        )

    return judge


def find_first_word(doc: Doc) -> str:
    """Return the first token with a letter, lower case, "" where there is none."""
    return next((token.lower_ for token in doc if token.is_alpha), "")
