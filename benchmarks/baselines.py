"""Two baselines to compare with: digits and a verb list, and word matching without a parser for bullets."""

from __future__ import annotations

import re

from bulletlint.evidence import Words

#: The verbs that the usual resume checkers call strong.
STRONG = frozenset(
    "achieved accelerated built created cut delivered designed developed directed drove engineered established "
    "executed generated implemented improved increased initiated launched led managed optimized organized produced "
    "reduced resolved saved spearheaded streamlined transformed".split()
)


def score_digits_and_verbs(question: str, text: str, words: Words) -> bool:
    """Answer as a checker that takes any digit for a metric and any listed verb for a strong one."""
    first = re.findall(r"[A-Za-z]+", text.lower())[:1]
    digit = any(character.isdigit() for character in text)
    lower = text.lower()
    if question.startswith("BL101"):
        return not first or first[0] not in STRONG
    if question.startswith("BL201"):
        return not digit
    if question.startswith("BL301"):
        return "cost" not in lower and "$" not in lower and "budget" not in lower
    if question.startswith("BL401"):
        return "fallback" not in lower and "rollback" not in lower
    if question.startswith("BL501"):
        return bool(first) and first[0] not in STRONG
    if question == "stated cost":
        return "cost" in lower or "$" in lower or "budget" in lower
    if question == "stated fallback":
        return "fallback" in lower or "rollback" in lower
    if question == "stated monitoring":
        return "monitor" in lower
    return digit


def score_plain_matching(question: str, text: str, words: Words) -> bool:
    """Answer by the lexicons alone: first word's class, any figure with a unit, any cost or fallback word."""
    tokens = re.findall(r"[\w'%$€£₹-]+", text.lower())
    lead = words.verb_class.get(words.verb_forms.get(tokens[0] if tokens else "", ""), "none")
    figure = bool(re.search(r"\d\s?(?:%|x\b|percent|users|customers|k\b|m\b)|[$€£₹]\s?\d", text.lower()))
    cost = any(token in words.sets["nouns-expense"] for token in tokens) or bool(re.search(r"[$€£₹]", text))
    fallback = any(
        token in ("fallback", "rollback", "canary", "failover", "guardrail", "guardrails") for token in tokens
    )
    technical = any(
        token in words.sets["nouns-technical"] | words.sets["names-technology"] for token in tokens[1:4]
    )
    answers = {
        "BL101-103 weak lead": lead in ("build", "support"),
        "BL201 missing-metric": not figure,
        "BL301 missing-cost": not cost,
        "BL401 missing-fallback": not fallback,
        "BL501 technique-first": technical and lead != "outcome",
        "stated cost": cost,
        "stated fallback": fallback,
        "stated monitoring": "monitoring" in tokens or "monitored" in tokens,
        "outcome seen": figure,
    }
    return answers[question]
