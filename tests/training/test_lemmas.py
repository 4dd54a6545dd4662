"""Tests of the lemma tables; the ones that need the package spacy-lookups-data are skipped without it."""

import pytest
from training.lemmas import (
    NOUN_EXCEPTIONS,
    NOUN_RULES,
    VERB_RULES,
    build_verb_tables,
    list_grammar_verbs,
    reduce_form,
)

INDEX = ["rate", "rat", "plan", "plane", "process", "lead", "found", "find", "singe", "sing"]
IRREGULAR = {"led": ["lead"], "found": ["find"], "ratted": ["rat"], "ratting": ["rat"]}


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("led", "lead"),
        ("found", "find"),
        ("rated", "rate"),
        ("rating", "rate"),
        ("ratted", "rat"),
        ("planned", "plan"),
        ("planning", "plan"),
        ("process", "process"),
        ("processes", "process"),
        ("singing", "sing"),
        ("containerized", "containerize"),
        ("refactored", "refactor"),
        ("quibbelated", "quibbelate"),
    ],
)
def test_verb_forms_find_their_lemma(form: str, lemma: str) -> None:
    """Irregular and doubled forms, forms of two verbs, bare forms in -s, verbs of our lists, unknown verbs."""
    index, exceptions = build_verb_tables(INDEX, IRREGULAR)
    assert reduce_form(form, rules=VERB_RULES, index=index, exceptions=exceptions) == lemma


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("queries", "query"),
        ("services", "service"),
        ("processes", "process"),
        ("access", "access"),
        ("status", "status"),
        ("analysis", "analysis"),
        ("apis", "api"),
        ("batches", "batch"),
        ("boxes", "box"),
        ("analytics", "analytics"),
    ],
)
def test_nouns_need_no_index(form: str, lemma: str) -> None:
    """Rules in the right order and a few exceptions reduce the nouns of resumes."""
    exceptions = {key: [value] for key, value in NOUN_EXCEPTIONS.items()}
    assert reduce_form(form, rules=NOUN_RULES, index=(), exceptions=exceptions) == lemma


def test_every_form_of_the_grammar_verbs_leads_back() -> None:
    """The verbs of the grammar's lists are reduced from each of their forms (`bid` and `found` are two verbs each)."""
    pytest.importorskip("spacy_lookups_data")
    from training.grammar.inflection import inflect
    from training.lemmas import build_lookups

    lookups = build_lookups()
    index, exceptions = lookups.get_table("lemma_index")["verb"], lookups.get_table("lemma_exc")["verb"]
    wrong = [
        (form, verb)
        for verb in list_grammar_verbs()
        for form in {inflect(verb, tag) for tag in ("VB", "VBZ", "VBD", "VBN", "VBG")}
        if reduce_form(form, rules=VERB_RULES, index=index, exceptions=exceptions) != verb
    ]
    assert wrong == []
