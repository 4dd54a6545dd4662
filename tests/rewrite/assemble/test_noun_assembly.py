"""Bullets without a verb: things, posts, nouns of action."""

from __future__ import annotations

import re

import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rota app for night shifts.", "⟨Result⟩ with a rota app for night shifts, at ⟨cost⟩, with ⟨fallback⟩."),
        ("ML model for parcel sizes.", "⟨Result⟩ with an ML model for parcel sizes, at ⟨cost⟩, with ⟨fallback⟩."),
        ("Dashboards for night nurses.", "⟨Result for nurses⟩ with dashboards for night nurses, at ⟨cost⟩, with ⟨fallback⟩."),
        ("The rota app for two wards.", "⟨Result⟩ with the rota app for two wards, at ⟨cost⟩, with ⟨fallback⟩."),
        ("Migration of payroll to Go.", "⟨Result⟩ by migrating payroll to Go, at ⟨cost⟩, with ⟨fallback⟩."),
        ("Only author of a tax library.", "⟨Result⟩ as only author of a tax library, at ⟨cost⟩, with ⟨fallback⟩."),
        ("Author of a tax library.", "⟨Your result⟩ as author of a tax library, at ⟨cost⟩, with ⟨fallback⟩."),
        ("Booking app, cutting no-shows by 9 %.", "Cut no-shows by 9 % with a booking app, at ⟨cost⟩, with ⟨fallback⟩."),
        ("Engine that lifted sales by 6 %.", "Lifted sales by 6 % with an engine, at ⟨cost⟩, with ⟨fallback⟩."),
    ],
)  # fmt: skip
def test_a_thing_stands_behind_with_a_post_behind_as(text: str, expected: str, rewrite) -> None:  # type: ignore[no-untyped-def]
    """A counted thing gets its article, a result of the thing comes first, nobody who worked alone is asked which part."""
    found = rewrite(text)
    assert found is not None
    assert re.sub(r"⟨(\w+):[^⟩]*⟩", r"⟨\1⟩", found.text) == expected
