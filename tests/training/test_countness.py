"""Which nouns are counted, by how texts use them."""

from __future__ import annotations

from training.countness import Uses, choose_counted, count_uses


def count(*sentences: str) -> Uses:
    """Return the uses in sentences of word/TAG."""
    uses = Uses()
    for sentence in sentences:
        count_uses([(word, tag) for word, _, tag in (item.partition("/") for item in sentence.split())], uses)
    return uses


def test_uses_are_counted_by_what_stands_before_the_phrase() -> None:
    """The article may stand before adjectives; a noun inside a compound is none of its own."""
    uses = count("a/DT big/JJ river/NN map/NN", "map/NN of/IN the/DT map/NN", "maps/NNS")
    assert uses.count("map") == (1, 1, 1)
    assert uses.count("river") == (0, 0, 0)


def test_a_noun_is_counted_where_half_of_its_uses_say_so() -> None:
    """In all texts together and, where bullets use it often, in them as well."""
    prose = count(*["a/DT map/NN"] * 4, "maps/NNS", *["sand/NN"] * 5, "a/DT sand/NN", "sands/NNS")
    assert choose_counted(prose, Uses()) == {"map"}
    assert choose_counted(prose, count(*["map/NN"] * 6)) == set()
