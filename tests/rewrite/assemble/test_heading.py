"""Blanks before a sentence that stays as it is."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Analysts see hashed mails unless the court opens a ticket; tickets are listed on Friday.",
            "⟨Result for analysts⟩, at ⟨cost⟩: analysts see hashed mails unless the court opens a ticket; tickets are listed on Friday.",
        ),
        (
            "Card numbers come in tokenized and the mapping never touches our side.",
            "⟨Result⟩, at ⟨cost⟩, with ⟨fallback⟩: card numbers come in tokenized and the mapping never touches our side.",
        ),
    ],
)
def test_blanks_of_a_sentence_about_a_thing_stand_before_it(text: str, expected: str, rewrite) -> None:  # type: ignore[no-untyped-def]
    """Behind it they would seem to belong to its last clause."""
    assert rewrite(text).text == expected


@pytest.mark.parametrize(
    "text",
    [
        "Rollback drill: every night the old build comes back and the porter signs.",
        "It answers in two languages and the crew reads along.",
        "The map needs 180 MB → cheap phones work as well.",
        "The map (needs 180 MB and the phones work as well.",
        "Improved the navigation of the library's pages.",
        "Built a forecast by blending two models.",
    ],
)
def test_what_has_a_head_or_a_result_gets_none(text: str, rewrite) -> None:  # type: ignore[no-untyped-def]
    """A colon, an arrow, a pointer, a bracket that is open, a deed of the writer's."""
    found = rewrite(text)
    assert found is None or "⟩: " not in found.text
