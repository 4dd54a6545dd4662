"""The words of rules/sections.yaml."""

from __future__ import annotations

from bulletlint.read.bullets.section_words import load_section_words


def test_no_heading_names_two_sections() -> None:
    """Each phrase stands in one section only, so that the order of the file decides nothing."""
    known = load_section_words()
    phrases = [phrase for section in known.sections for phrase in section.headings]
    assert sorted({phrase for phrase in phrases if phrases.count(phrase) > 1}) == []


def test_phrases_are_written_as_they_are_looked_up() -> None:
    """Headings are in lower case without "&", hyphen or slash, or they would never be found."""
    known = load_section_words()
    phrases = {phrase for section in known.sections for phrase in section.headings | section.words}
    assert {phrase for phrase in phrases if phrase != phrase.lower() or set("&-/.:") & set(phrase)} == set()


def test_no_word_is_both_a_verb_and_none() -> None:
    """A word that cannot open a statement is in no list of verbs."""
    known = load_section_words()
    assert known.not_verbs & (known.irregular_verbs | known.base_verbs) == frozenset()
