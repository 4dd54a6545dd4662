"""Tests of the bullet generator."""

import spacy
from training.bullets import generate_bullets
from training.tree import find_fault

NLP = spacy.blank("en")


def test_bullets_stand_in_the_tokens_of_the_tokenizer() -> None:
    """Each bullet's words are what spaCy's English tokenizer makes of its text, in valid trees."""
    for sentences in generate_bullets(150, seed=5, nlp=NLP):
        for tree in sentences:
            assert ([token.text for token in NLP.tokenizer(tree.text)], find_fault(tree)) == (
                list(tree.words),
                "",
            )


def test_the_count_and_the_seed_decide_what_is_made() -> None:
    """Two runs with one seed give the same bullets, as many as asked for."""
    first, second = (list(generate_bullets(20, seed=9, nlp=NLP)) for _ in range(2))
    assert (len(first), first == second) == (20, True)
