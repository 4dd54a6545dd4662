"""Inflection of the grammar's verbs and nouns."""

from __future__ import annotations

import re

from training.grammar.lexicon import load_doubling, load_irregulars

VOWELS = "aeiou"


def inflect(lemma: str, tag: str) -> str:
    """Return the form of a verb for a Penn tag (VB, VBP, VBZ, VBG, VBD, VBN)."""
    if tag in ("VB", "VBP"):
        return lemma
    irregular = load_irregulars().get(lemma)
    if tag in ("VBD", "VBN") and irregular:
        return irregular[tag == "VBN"]
    stem, last = lemma, re.split("[-/]", lemma)[-1]
    if tag == "VBZ":
        if lemma == "have":
            return "has"
        if re.search(r"(?:s|x|z|ch|sh|[^aeiou]o)$", lemma):
            return lemma + "es"
        return lemma[:-1] + "ies" if re.search(r"[^aeiou]y$", lemma) else lemma + "s"
    if last in load_doubling():
        stem = lemma + lemma[-1]
    if tag == "VBG":
        if lemma.endswith("ie"):
            return lemma[:-2] + "ying"
        if lemma.endswith("e") and not lemma.endswith(("ee", "oe", "ye")) and len(lemma) > 2:
            return lemma[:-1] + "ing"
        return stem + "ing"
    if lemma.endswith("e"):
        return lemma + "d"
    if re.search(r"[^aeiou]y$", lemma):
        return lemma[:-1] + "ied"
    return stem + "ed"


def is_plural(noun: str) -> bool:
    """Guess whether a noun of the lists stands in the plural."""
    word = noun.split()[-1].lower()
    if word in ("people", "staff", "children", "feedback", "data", "media"):
        return word in ("people", "children")
    return word.endswith("s") and not word.endswith(
        ("ss", "is", "us", "sis", "ics", "ops", "https", "aws", "sms")
    )
