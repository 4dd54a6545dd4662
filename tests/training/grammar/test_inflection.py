"""Tests of inflection."""

import pytest
from training.grammar.inflection import inflect, is_plural

CASES = {
    "reduce": ("reduce", "reduces", "reducing", "reduced", "reduced"),
    "cut": ("cut", "cuts", "cutting", "cut", "cut"),
    "lead": ("lead", "leads", "leading", "led", "led"),
    "write": ("write", "writes", "writing", "wrote", "written"),
    "ship": ("ship", "ships", "shipping", "shipped", "shipped"),
    "specify": ("specify", "specifies", "specifying", "specified", "specified"),
    "deploy": ("deploy", "deploys", "deploying", "deployed", "deployed"),
    "fix": ("fix", "fixes", "fixing", "fixed", "fixed"),
    "oversee": ("oversee", "oversees", "overseeing", "oversaw", "overseen"),
    "tie": ("tie", "ties", "tying", "tied", "tied"),
    "A/B-test": ("A/B-test", "A/B-tests", "A/B-testing", "A/B-tested", "A/B-tested"),
    "have": ("have", "has", "having", "had", "had"),
}


@pytest.mark.parametrize("lemma", CASES)
def test_forms_of_a_verb(lemma: str) -> None:
    """Base, third person, gerund, past and participle follow spelling rules and the irregular list."""
    assert tuple(inflect(lemma, tag) for tag in ("VB", "VBZ", "VBG", "VBD", "VBN")) == CASES[lemma]


def test_plurals_are_told_from_other_nouns_in_s() -> None:
    """A noun compound is plural by its last word; -ss, -us, -is and -ics are singular."""
    nouns = ["error rates", "access", "status", "analysis", "logistics", "staff", "people", "roadmap"]
    assert [is_plural(noun) for noun in nouns] == [True, False, False, False, False, False, True, False]
