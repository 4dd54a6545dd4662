"""The names that a pattern may call an amount by."""

from __future__ import annotations

import pytest

from bulletlint.evidence.numbers.amount import Amount, AmountKind, Bound, name_kinds
from bulletlint.evidence.numbers.amounts import make_amount_words


def make(
    kind: AmountKind,
    *values: float,
    unit: str = "",
    per: str = "",
    bound: Bound = "none",
    change: bool = False,
) -> Amount:
    return Amount(0, 1, "", kind, values, unit, per, bound, change)


@pytest.mark.parametrize(
    ("amount", "names"),
    [
        (make("money", 999_999), {"money"}),
        (make("money", 1_000_000), {"money", "large"}),
        (make("money", 2_000_000, 5), {"money", "large"}),
        (make("count", 499), {"count"}),
        (make("count", 500), {"count", "large"}),
        (make("count"), {"count"}),
        (make("percent", 5_000_000), {"percent"}),
        (make("money", 4, per="call"), {"money", "price"}),
        (make("money", 4, per="month"), {"money"}),
        (make("count", 4, per="call"), {"count"}),
        (make("money", 9, 4, change=True), {"money", "cheaper"}),
        (make("money", 4, 9, change=True), {"money"}),
        (make("money", 4, 4, change=True), {"money"}),
        (make("money", 9, 4), {"money"}),
        (make("money", 9, change=True), {"money"}),
        (make("percent", 9, 4, change=True), {"percent"}),
        (make("compute", 40, unit="accelerator hour"), {"compute", "machine-time"}),
        (make("duration", 40, unit="millisecond", bound="below"), {"duration", "below", "latency"}),
        (make("duration", 40, unit="microsecond", bound="below"), {"duration", "below", "latency"}),
        (make("duration", 40, unit="day", bound="below"), {"duration", "below"}),
        (make("duration", 40, unit="millisecond", bound="above"), {"duration"}),
        (make("duration", 90, 40, unit="millisecond", bound="below", change=True), {"duration"}),
    ],
)
def test_an_amount_is_called_by_its_kind_and_the_narrower_ones_it_fits(
    amount: Amount, names: set[str]
) -> None:
    """Large from a million or five hundred on, cheaper only where it fell, latency where a limit is set on it."""
    assert name_kinds(amount) == {"amount", *names}


def test_letters_before_a_sign_of_money_can_begin_an_amount() -> None:
    """The sign is an atom of its own: "HK$400" is "HK", "$", "400"."""
    words = make_amount_words({"hk$": ("money", "other"), "eur": ("money", "euro"), "%": ("percent", "")}, {})
    assert {"hk$", "hk", "eur"} <= words.beginnings
    assert not {"h", "eu", "%"} & (words.beginnings - make_amount_words({}, {}).beginnings)
