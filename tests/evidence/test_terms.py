"""Lexicon entries of one word or several in running text."""

from __future__ import annotations

from builders import load_shipped
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.evidence import load_words
from bulletlint.evidence.numbers.amounts import read_amounts
from bulletlint.evidence.terms import find_terms, is_term
from bulletlint.evidence.tokens import Tokens, read_tokens

WORDS = load_words((find_rules_folder(),))


def read(text: str) -> Tokens:
    return read_tokens(load_shipped().nlp(text), text, read_amounts(text, WORDS.amounts))


def test_entries_are_found_in_all_forms_the_longest_first() -> None:
    """The words "Access controls" is one term of two words; positions are indices into Tokens."""
    tokens = read("Wrote access controls and an API.")
    assert find_terms(tokens, WORDS, 0, len(tokens), ("nouns-technical",)) == [(1, 3), (5, 6)]
    assert find_terms(tokens, WORDS, 2, len(tokens), ("nouns-technical",)) == [(5, 6)]


def test_a_name_that_is_a_common_word_needs_its_capital() -> None:
    """The word "Go" is a language, "go" a verb."""
    upper, lower = read("Ported it to Go."), read("Told it to go.")
    assert is_term(upper, WORDS, "names-capitalised", 3)
    assert not is_term(lower, WORDS, "names-capitalised", 3)


def test_a_letter_that_names_a_language_has_no_plural() -> None:
    """The word "Rs" is money: no technique stands in "Rs 400 a call"."""
    money, language = read("Saved Rs 400 a call."), read("Ported it to R in May.")
    assert not is_term(money, WORDS, "names-capitalised", 1)
    assert is_term(language, WORDS, "names-capitalised", 3)


def test_a_word_with_a_capital_inside_names_a_technology_unlisted() -> None:
    """So it does as "names-technology" alone, and not where an entry of that lexicon begins with the word."""
    tokens = read("Moved FooNet to QuuxDB.")
    assert find_terms(tokens, WORDS, 0, len(tokens), ("names-technology", "names-capitalised")) == [
        (1, 2),
        (3, 4),
    ]
    assert find_terms(tokens, WORDS, 0, len(tokens), ("nouns-technical",)) == []


def test_a_term_counts_where_it_ends() -> None:
    """The head of a phrase may be the last word of an entry."""
    assert is_term(read("Wrote access controls."), WORDS, "nouns-technical", 2)
