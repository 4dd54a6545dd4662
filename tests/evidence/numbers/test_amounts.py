"""Every amount of a bullet, typed: what is read, with which value, unit, bound and place."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.evidence import load_words
from bulletlint.evidence.numbers.amount import cut_passage
from bulletlint.evidence.numbers.amounts import Amount, may_hold_amount, read_amounts, read_passage
from bulletlint.evidence.numbers.atoms import tells_names

WORDS = load_words((find_rules_folder(),)).amounts


def read(text: str) -> list[Amount]:
    return list(read_amounts(text, WORDS))


def describe(text: str) -> list[tuple[object, ...]]:
    """Return text, kind, values, unit and, where they say something, per, bound and "change" of each amount."""
    return [
        (
            amount.text,
            amount.kind,
            amount.values,
            amount.unit,
            *(
                extra
                for extra in (amount.per, amount.bound, "change" * amount.change)
                if extra not in ("", "none")
            ),
        )
        for amount in read(text)
    ]


DOLLAR, RUPEE, MS = "US dollar", "rupee", "millisecond"
ONE = [
    # figures with a unit
    ("Reduced churn by 30%", ("30%", "percent", (30.0,), "percent")),
    (".5% error", (".5%", "percent", (0.5,), "percent")),
    ("+12% NPS", ("+12%", "percent", (12.0,), "percent")),
    ("Raised conversion 4pp", ("4pp", "points", (4.0,), "percentage point")),
    ("cut 50 bps", ("50 bps", "points", (50.0,), "basis point")),
    ("a 3x gain", ("3x", "multiple", (3.0,), "times")),
    ("3 times faster", ("3 times", "multiple", (3.0,), "times")),
    ("met 3 times", ("3 times", "count", (3.0,), "time")),
    ("Moved 3 TB/day", ("3 TB/day", "data", (3.0,), "byte", "day")),
    ("1,200 GPU hours", ("1,200 GPU hours", "compute", (1200.0,), "accelerator hour")),
    ("40 person-days", ("40 person-days", "labour", (40.0,), "person day")),
    ("6-month project", ("6-month", "duration", (6.0,), "month")),
    ("12 hours a week", ("12 hours a week", "duration", (12.0,), "hour", "week")),
    # bounds
    ("Kept it under 35 ms", ("35 ms", "duration", (35.0,), MS, "below")),
    ("Answered in ~2 s", ("~2 s", "duration", (2.0,), "second", "about")),
    ("in roughly 2 seconds", ("2 seconds", "duration", (2.0,), "second", "about")),
    ("Served 10k+ users", ("10k+", "count", (10_000.0,), "", "above")),
    ("over 500 firms", ("500", "count", (500.0,), "", "above")),
    # money, magnitudes
    ("Saved $2M a year", ("$2M a year", "money", (2e6,), DOLLAR, "year")),
    ("Held cost at $0.04/query", ("$0.04/query", "money", (0.04,), DOLLAR, "query")),
    ("Priced at USD 40k", ("USD 40k", "money", (40_000.0,), DOLLAR)),
    ("Paid $40k USD", ("$40k USD", "money", (40_000.0,), DOLLAR)),
    ("a $3m deal", ("$3m", "money", (3e6,), DOLLAR)),
    ("Raised A$3m", ("A$3m", "money", (3e6,), "other currency")),
    ("Raised US$3m", ("US$3m", "money", (3e6,), DOLLAR)),
    ("Grew ARR to $1.2bn", ("$1.2bn", "money", (1.2e9,), DOLLAR)),
    ("Won £1,250,000", ("£1,250,000", "money", (1_250_000.0,), "pound")),
    ("Paid Rs. 500 per seat", ("Rs. 500 per seat", "money", (500.0,), RUPEE, "seat")),
    ("Saved ₹2.3 crore", ("₹2.3 crore", "money", (2.3e7,), RUPEE)),
    ("Raised 50 lakh.", ("50 lakh", "money", (5e6,), RUPEE)),
    ("Managed 3 lakh orders", ("3 lakh", "count", (3e5,), "")),
    ("Grew to 2M DAU", ("2M", "count", (2e6,), "")),
    ("1,00,000 riders", ("1,00,000", "count", (1e5,), "")),
    ("5 million requests", ("5 million", "count", (5e6,), "")),
    # changes, arrows, ranges, ratios
    ("from 600 ms to 300 ms", ("from 600 ms to 300 ms", "duration", (600.0, 300.0), MS, "change")),
    ("from 2.5 s to 900 ms", ("from 2.5 s to 900 ms", "duration", (2.5, 900.0), MS, "change")),
    ("from about 40% to just 12%", ("from about 40% to just 12%", "percent", (40.0, 12.0), "percent", "change")),
    ("Fell 40 ms to 12 ms", ("40 ms to 12 ms", "duration", (40.0, 12.0), MS, "change")),
    ("from weekly to daily", ("from weekly to daily", "duration", (52.0, 365.0), "times a year", "change")),
    (
        "from several hours to 12 minutes",
        ("from several hours to 12 minutes", "duration", (12.0,), "minute", "change"),
    ),
    ("ranging from 3 to 12 items", ("from 3 to 12", "count", (3.0, 12.0), "")),
    ("Churn 38 → 17", ("38 → 17", "count", (38.0, 17.0), "", "change")),
    ("Latency 600 ms -> 300 ms", ("600 ms -> 300 ms", "duration", (600.0, 300.0), MS, "change")),
    ("Grew sales 10–15 %", ("10–15 %", "percent", (10.0, 15.0), "percent")),
    ("Led 2 to 5 people", ("2 to 5", "count", (2.0, 5.0), "")),
    ("Bid $10k-$15k", ("$10k-$15k", "money", (10_000.0, 15_000.0), DOLLAR)),
    ("Score of 4.8/5", ("4.8/5", "ratio", (4.8, 5.0), "")),
    ("3 out of 4 users", ("3 out of 4", "ratio", (3.0, 4.0), "")),
    ("one in ten patients", ("one in ten", "ratio", (1.0, 10.0), "")),
    # words
    ("Halved costs", ("Halved", "multiple", (0.5,), "times")),
    ("a two-fold gain", ("two-fold", "multiple", (2.0,), "times")),
    ("cut in half", ("half", "ratio", (0.5,), "")),
    ("cut by ¼", ("¼", "ratio", (0.25,), "")),
    ("two-thirds of tickets", ("two-thirds", "ratio", (2 / 3,), "")),
    ("Trained three hundred agents", ("three hundred", "count", (300.0,), "")),
    ("twenty-five stores", ("twenty-five", "count", (25.0,), "")),
    ("hundreds of thousands of users", ("hundreds of thousands", "count", (1e5,), "")),
    ("half a million users", ("half a million", "count", (5e5,), "")),
    ("a dozen teams", ("a dozen", "count", (12.0,), "")),
    ("a couple of weeks", ("a couple of weeks", "duration", (2.0,), "week")),
    ("a seven-figure deal", ("seven-figure", "count", (1e6,), "")),
    ("zero outages", ("zero", "count", (0.0,), "")),
    # names, versions, quantiles, ranks
    ("Used GPT-4", ("GPT-4", "name", (4.0,), "")),
    ("Python 3.11.2 code", ("Python 3.11.2", "name", (3.11,), "")),
    ("on HTTP/2", ("HTTP/2", "name", (2.0,), "")),
    ("Ran Qwen2.5-7B", ("Qwen2.5-7B", "name", (2.5,), "")),
    ("a 3D model", ("3D", "name", (3.0,), "")),
    ("Fortune 500 firms", ("Fortune 500", "name", (500.0,), "")),
    ("SOC 2 audit", ("SOC 2", "name", (2.0,), "")),
    ("for 7-Eleven shops", ("7-Eleven", "name", (7.0,), "")),
    ("in phase two", ("phase two", "name", (2.0,), "")),
    ("a Six Sigma belt", ("Six Sigma", "name", (6.0,), "")),
    ("24/7 on-call", ("24/7", "name", (24.0, 7.0), "")),
    ("Held 1:1 meetings", ("1:1", "name", (1.0, 1.0), "")),
    ("second and third level support", ("second and third level", "name", (2.0,), "")),
    ("the 3rd release", ("3rd", "name", (3.0,), "")),
    ("finished 3rd overall", ("3rd", "rank", (3.0,), "")),
    ("Cut p95 latency", ("p95", "quantile", (95.0,), "")),
    ("p50/p99.9 charts", ("p50/p99.9", "quantile", (50.0,), "")),
    ("with k=10 folds", ("10", "name", (10.0,), "")),
    # dates
    ("in 2023", ("2023", "date", (2023.0,), "")),
    ("2019–2021", ("2019–2021", "date", (2019.0,), "")),
    ("2020 - present", ("2020 - present", "date", (2020.0,), "")),
    ("May 2023 launch", ("May 2023", "date", (2023.0,), "")),
    ("June 14, 2022 launch", ("June 14, 2022", "date", (14.0,), "")),
    ("at 6 p.m. daily", ("6 p.m", "date", (6.0,), "")),
    ("Due 3/4/2021", ("3/4/2021", "date", (3.0, 4.0), "")),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), ONE)
def test_one_amount_is_read_with_its_type(text: str, expected: tuple[object, ...]) -> None:
    """Text, kind, values, unit, rate, bound and change of the only amount of a text."""
    assert describe(text) == [expected]


def test_places_are_characters_of_the_text() -> None:
    """An amount's text is what stands at its offsets, signs and units included."""
    text = "Kept p99 < 200 ms at ₹1.2 crore for ~3k shops"
    assert [(a.start, a.end, a.text) for a in read(text)] == [
        (5, 8, "p99"), (9, 17, "< 200 ms"), (21, 31, "₹1.2 crore"), (36, 39, "~3k"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text", ["", "one of the founders", "No agents may answer", "a quarterly review", "in the first half"]
)
def test_words_that_count_nothing_are_no_amounts(text: str) -> None:
    """The words "one of", months in lower case and words of time are left alone."""
    assert read(text) == []


def test_two_readings_that_overlap_become_one_amount() -> None:
    """The "1" of "Stage 1" stays inside an amount though "Year 1" is read as a name."""
    assert [(a.text, a.kind) for a in read("Passed the audit of Stage 1 Year 1.")] == [("1 Year 1", "name")]


BITS = ["from", "to", "one", "in", "half", "a", "₹", "$", "p", "1", "23", "2024", "4.5", "k", "M", "%", "-", "–", "/", ".",
        ",", "(", ")", "+", "<", "~", "→", "x", "GPT", "May", "hours", "lakh", "per", "week", "hundred", "Year", " ", "="]  # fmt: skip
TEXTS = st.one_of(st.text(max_size=60), st.lists(st.sampled_from(BITS), max_size=24).map("".join),
                  st.lists(st.sampled_from(BITS), max_size=24).map(" ".join))  # fmt: skip


@given(TEXTS)
def test_every_digit_belongs_to_one_amount(text: str) -> None:
    """No digit is left out, amounts stand in order and never overlap, and each one's text is what its place says."""
    amounts = read(text)
    covered = {place for amount in amounts for place in range(amount.start, amount.end)}
    assert [
        place for place, character in enumerate(text) if character.isdecimal() and place not in covered
    ] == []
    assert all(first.end <= second.start for first, second in pairwise(amounts))
    assert all(text[amount.start : amount.end] == amount.text and amount.values for amount in amounts)


@pytest.mark.parametrize(
    "text", ["Cut costs from daily to weekly", "Half of all", "²", "p95", "Doubled sales"]
)
def test_a_text_with_a_figure_or_a_number_word_is_read(text: str) -> None:
    """Any other is not even cut into atoms."""
    assert may_hold_amount(text) is (text != "²")


WITHOUT_NUMBERS = ["from", "to", "a", "the", "$", "₹", "USD", "us", "-", "~", "<", "+", "May", "in", "out", "of", "per",
                   "week", "level", "%", "hours", "k", "times", "→", ".", "several", "couple", "daily", "first", "Ⅻ"]  # fmt: skip


@given(st.one_of(TEXTS, st.lists(st.sampled_from(WITHOUT_NUMBERS), max_size=12).map(" ".join)))
def test_what_is_not_read_holds_no_amount(text: str) -> None:
    """The quick look at the text never hides an amount."""
    assert read_amounts(text, WORDS) == read_passage(cut_passage(text, WORDS))


HOSTILE = [
    "1" * 20_000, "from " * 5_000, "1-" * 8_000, "1/" * 8_000, "<" * 20_000, "1)" * 8_000, "1(" * 8_000, "a1." * 6_000,
    "from 1 to " * 2_000, "one in " * 3_000, "one hundred " * 1_600, "one million million" * 1_000, "1 → a " * 3_000,
    "$" * 20_000, "from " + "the " * 5_000, "+" * 20_000, "Fortune 1-" * 2_000, "1,000," * 3_000, "1.1." * 5_000,
    "May," * 5_000, "-1" * 8_000, "a" * 10_000 + "1" * 10_000, "½²③" * 5_000,
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: repr(text[:12]))
def test_hostile_text_takes_bounded_work(text: str) -> None:
    """Twenty thousand characters of anything are read without an error in well under two seconds of processor time."""
    started = time.process_time()
    read(text)
    assert time.process_time() - started < 2.0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at 12 000 € a year", [("12 000 € a year", "money", (12000.0,), "euro", "year")]),
        ("at 1 250 000 zł", [("1 250 000 zł", "money", (1250000.0,), "other currency")]),
        ("CHF 1'200'000 in all", [("CHF 1'200'000", "money", (1200000.0,), "Swiss franc")]),
        ("grew to 3 000 users", [("3 000", "count", (3000.0,), "")]),
        (
            "flew the 737 800 times",
            [("737", "count", (737.0,), ""), ("800 times", "count", (800.0,), "time")],
        ),
        ("3×10⁵ litres", [("3×10⁵", "count", (300000.0,), "")]),
        ("3 x 10^-2 litres", [("3 x 10^-2", "count", (0.03,), "")]),
        ("10⁶ rows", [("10⁶", "count", (1e6,), "")]),
        ("1.5e6 litres", [("1.5e6", "count", (1.5e6,), "")]),
        ("a space of 2^10", [("2^10", "count", (1024.0,), "")]),
        ("at 3¢ a call", [("3¢ a call", "money", (3.0,), "cent", "call")]),
        ("at kr 500 a month", [("kr 500 a month", "money", (500.0,), "other currency", "month")]),
        ("using 40 A100-hours", [("40 A100-hours", "compute", (40.0,), "accelerator hour")]),
        ("using 40 H100 hours", [("40 H100 hours", "compute", (40.0,), "accelerator hour")]),
        ("at $5-10k a month", [("$5-10k a month", "money", (5000.0, 10000.0), DOLLAR, "month")]),
        ("for 5–10k users", [("5–10k", "count", (5000.0, 10000.0), "")]),
        ("for 50-10k users", [("50-10k", "count", (50.0, 10000.0), "")]),
        ("by 30‒40%", [("30‒40%", "percent", (30.0, 40.0), "percent")]),
        (
            "from 3–5 days to 1–2 days",
            [("from 3–5 days to 1–2 days", "duration", (5.0, 2.0), "day", "change")],
        ),
        ("from 9% to 6% – for all", [("from 9% to 6%", "percent", (9.0, 6.0), "percent", "change")]),
        ("to five nines", [("five nines", "percent", (99.999,), "percent")]),
        (
            "from three 9s to 5 9s",
            [("from three 9s to 5 9s", "percent", (99.9, 99.999), "percent", "change")],
        ),
        ("by an order of magnitude", [("an order of magnitude", "multiple", (10.0,), "times")]),
        ("by two orders of magnitude", [("two orders of magnitude", "multiple", (100.0,), "times")]),
        ("by 3½ points", [("3½ points", "points", (3.5,), "percentage point")]),
        ("in 2 ½ hours", [("2 ½ hours", "duration", (2.5,), "hour")]),
        ("by 12,5 %", [("12,5 %", "percent", (12.5,), "percent")]),
        ("at 12,50 € a call", [("12,50 € a call", "money", (12.5,), "euro", "call")]),
        ("at 1.250,50 €", [("1.250,50 €", "money", (1250.5,), "euro")]),
        ("rooms 3,5,7", [("3", "count", (3.0,), ""), ("5", "count", (5.0,), ""), ("7", "count", (7.0,), "")]),
        ("paid Rs 5,000, then", [("Rs 5,000", "money", (5000.0,), RUPEE)]),
        ("served 12 400 users", [("12 400", "count", (12_400.0,), "")]),
        ("sold 3 100 g packs", [("3", "count", (3.0,), ""), ("100", "count", (100.0,), "")]),
        ("in Phase 2 300 users", [("Phase 2", "name", (2.0,), ""), ("300", "count", (300.0,), "")]),
        ("for 3 mil USD", [("3 mil USD", "money", (3e6,), DOLLAR)]),
        ("at C$5k a month", [("C$5k a month", "money", (5000.0,), "other currency", "month")]),
        ("at R$ 9k", [("R$ 9k", "money", (9000.0,), "other currency")]),
        ("made it 2.5X cheaper", [("2.5X", "multiple", (2.5,), "times")]),
        (
            "by 3 MWh (−18 %)",
            [("3 MWh", "compute", (3.0,), "watt hour"), ("−18 %", "percent", (18.0,), "percent")],
        ),
        (
            "from 220°C to 180 °C",
            [("from 220°C to 180 °C", "compute", (220.0, 180.0), "degree", "change")],
        ),
        (
            "from 1:30 h to 20 min",
            [("from 1:30 h to 20 min", "duration", (1.5, 20.0), "minute", "change")],
        ),
        ("for 5k-10k users", [("5k-10k", "count", (5000.0, 10000.0), "")]),
        ("1/3 of users", [("1/3", "ratio", (1.0, 3.0), "")]),
        ("moved 3 of 5 teams", [("3 of 5", "count", (3.0, 5.0), "")]),
        ("as one of 5 engineers", [("5", "count", (5.0,), "")]),
        ("a 6-figure budget", [("6-figure", "count", (100_000.0,), "")]),
        ("the 95th-percentile latency", [("95th-percentile", "quantile", (95.0,), "")]),
        ("ranked in the 95th percentile", [("95th percentile", "rank", (95.0,), "")]),
    ],
)
def test_numbers_are_one_amount_however_they_are_written(text: str, expected: list[object]) -> None:
    """Separators, powers, signs of other currencies, ranges of ranges, nines and magnitudes."""
    assert describe(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Raised NPS from 31 to 52.",
        "Increased sales by 300 units for 3 shops.",
        "Grew usage to 300 users in 4 weeks.",
        "Cut p95 latency from 900 ms to 300 ms at $90 a month.",
        "Led three teams of 12 engineers and 4 designers.",
    ],
)
def test_numbers_read_the_same_whatever_the_case(text: str) -> None:
    """In Title Case and in capitals, where a capital letter says nothing of names."""
    plain = [item[1:] for item in describe(text)]
    assert [item[1:] for item in describe(text.title())] == plain
    assert [item[1:] for item in describe(text.upper())] == plain


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("Led it with Python 3 for 40 shops", True),
        ("Led It With Python 3 For 40 Shops", False),
        ("Cut cost. The team grew", True),
        ("SLA 3", True),
        ("GREW USAGE FAST", False),
        ("Moved GPT 4 to prod", True),
    ],
)
def test_capitals_tell_names_unless_all_words_have_them(text: str, tells: bool) -> None:
    """The small words within a sentence give it away."""
    assert tells_names(text) is tells
