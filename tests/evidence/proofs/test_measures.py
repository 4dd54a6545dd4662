"""What the amounts of whole bullets prove: outcome, scale, scope or spec."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import load_shipped
from bulletlint.core.facts import Facts
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.evidence import gather_facts, load_words

WORDS = load_words((find_rules_folder(),))


def gather(text: str) -> Facts:
    return gather_facts(load_shipped().nlp(text), WORDS)


def class_numbers(text: str) -> list[tuple[str, str]]:
    """Return text and class of each number of a bullet, in order."""
    return [(item.text, item.label) for item in gather(text).evidence if item.source.startswith("number:")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Cut p95 latency from 600 ms to 300 ms.", [("p95", "spec"), ("from 600 ms to 300 ms", "outcome")]),
        ("Reduced churn by 30%.", [("30%", "outcome")]),
        ("Saved $2M a year.", [("$2M a year", "outcome")]),
        ("Doubled signups.", [("Doubled", "outcome")]),
        ("Cut the backlog in half.", [("half", "outcome")]),
        ("Ended the season with zero outages.", [("zero", "outcome")]),
        ("Reached an F1 of 0.91.", [("F1", "spec"), ("0.91", "outcome")]),
        ("Launched search for 2M users.", [("2M", "scale")]),
        ("Served 10M queries a day.", [("10M", "scale")]),
        ("Moved 3 TB of photos a day.", [("3 TB", "scale")]),
        ("Rolled out the page to 5% of hotels.", [("5%", "scale")]),
        ("Exposed the ranking to one in fifty guests.", [("one in fifty", "scale")]),
        ("Led a team of 5.", [("5", "scope")]),
        ("Built twelve dashboards.", [("twelve", "scope")]),
        ("Ran a 6-month project.", [("6-month", "scope")]),
        ("Managed a $1M budget.", [("$1M", "scope")]),
        ("Trained a model on 40,000 labelled photos.", [("40,000", "scope")]),
        ("Fine-tuned a 7B model on 4 GPUs.", [("7B", "spec"), ("4 GPUs", "spec")]),
        ("Ported the site to Python 3.11 and HTTP/2.", [("Python 3.11", "spec"), ("HTTP/2", "spec")]),
        ("Upgraded Magento from 1.9 to 2.4.", [("from 1.9 to 2.4", "spec")]),
        ("Pulled the model if disagreement passes 15%.", [("15%", "spec")]),
        ("Wrote leaflets for pensioners over 65.", [("65", "spec")]),
    ],
)
def test_a_number_is_of_the_class_that_its_words_give_it(text: str, expected: list[tuple[str, str]]) -> None:
    """Every number of a bullet in the order of the text."""
    assert class_numbers(text) == expected


OUTCOMES = [
    "Reduced churn by 30%",
    "Cut waiting from 12 days to 3",
    "Saved $2M a year",
    "Doubled signups",
    "Raised revenue 4x",
]
SPECS = ["on Python 3.11", "with GPT-4", "over HTTP/2", "on AWS S3", "in Q3 2022", "under ISO 27001", "with Qwen2.5-7B"]  # fmt: skip


@given(st.sampled_from(OUTCOMES), st.lists(st.sampled_from(SPECS), min_size=1, max_size=2, unique=True))
@settings(max_examples=35, deadline=None)
def test_a_spec_number_never_changes_the_class_of_an_outcome(outcome: str, specs: list[str]) -> None:
    """The words "On Python 3.11" adds a specification; the result stays the strongest number and the same span."""
    before, after = gather(f"{outcome}."), gather(f"{outcome} {' '.join(specs)}.")
    assert before.metric == after.metric == "outcome"
    kept = [item for item in after.evidence if item.label == "outcome"]
    assert [(item.text, item.start) for item in kept] == [
        (item.text, item.start) for item in before.evidence if item.label == "outcome"
    ]
