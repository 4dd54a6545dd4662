"""Model scores, relative changes and what cannot be."""

from __future__ import annotations

import pytest

from builders import read_facts_of


@pytest.mark.parametrize(
    ("text", "only"),
    [
        ("Trained a ticket classifier that reached 94 % accuracy.", True),
        ("Built a speech model with a WER of 6.2 %.", True),
        ("Reached 94 % accuracy on routing and cut first response from 9 hours to 2.", False),
        ("Launched a classifier with an AUC of 0.91 for 2M users.", False),
        ("Operated a cash register with 98 % accuracy.", False),
        ("Raised inventory accuracy to 99 % with a model.", False),
        ("Cut support tickets by 22 % with a classifier.", False),
        ("Cut word error rate from 11.2 % to 7.9 % on telephone audio.", True),
        ("Lifted area under the curve from 0.81 to 0.88 on fraud cases.", True),
        ("Raised exact match to 70 % on the question set.", True),
        ("Improved recall@20 by 8 points.", True),
        ("Reached 0.47 mAP with a smaller detector.", True),
        ("Raised top-5 accuracy to 93 % on plant photos.", True),
        ("Redrew the evacuation map for 12 schools and cut drill time by 40 %.", False),
        ("Cut the error rate of the packing line by 12 %.", False),
    ],
)
def test_a_model_score_counts_as_one_only_of_a_model_and_alone(text: str, only: bool) -> None:
    """A figure that somebody felt, or work of people that is called accurate, clears it."""
    assert read_facts_of(text).score_only is only


@pytest.mark.parametrize(
    ("text", "baseline"),
    [
        ("Improved latency by 50 % with a cache.", "missing"),
        ("Doubled sign-ups with a shorter form.", "missing"),
        ("Made deployments 3x faster.", "missing"),
        ("Cut latency from 600 ms to 300 ms, 50 % less.", "stated"),
        ("Reduced churn by 6 % over two quarters.", "stated"),
        ("Raised conversion by 8 % for 40k sellers.", "stated"),
        ("Raised conversion by 8 % against the control group.", "stated"),
        ("Lifted first-attempt delivery by 4pp across smaller cities.", "stated"),
        ("Kept checkout at 99.95 % uptime.", "none"),
        ("Reached 90 % test coverage in the payment module.", "none"),
        ("Launched search for 300 law firms.", "none"),
    ],
)
def test_a_change_needs_a_start_an_end_a_window_or_a_population(text: str, baseline: str) -> None:
    """A level is no change."""
    assert read_facts_of(text).baseline == baseline


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Reduced query time by 120 % with an index.", "120 %"),
        ("Trained a fraud classifier with 100 % accuracy.", "100 %"),
        ("Grew traffic by 4,500 % with a referral scheme.", "4,500 %"),
        ("Raised throughput by 150 % on the same machines.", None),
        ("Raised unit test coverage to 100 % for the payment module.", None),
        ("Operated a cash register with 100 % accuracy.", None),
        ("Raised accuracy to 101%.", "101%"),
        ("Raised uptime from 99% to 101%.", "from 99% to 101%"),
        ("Raised accuracy by 150% with a new model.", None),
        ("Reduced overhead from 110% to 20% of wages.", None),
    ],
)
def test_what_cannot_be_is_pointed_at(text: str, words: str | None) -> None:
    """More than all of it taken away, a perfect model, growth without bounds."""
    marks = [mark.text for mark in read_facts_of(text).marks if mark.label == "implausible"]
    assert marks == ([words] if words else [])
