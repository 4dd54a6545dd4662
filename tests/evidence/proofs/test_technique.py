"""Whether whole bullets open with how."""

from __future__ import annotations

import pytest

from builders import load_shipped
from bulletlint.core.facts import Facts
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.evidence import gather_facts, load_words

WORDS = load_words((find_rules_folder(),))


def gather(text: str) -> Facts:
    return gather_facts(load_shipped().nlp(text), WORDS)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Implemented Redis caching, cutting latency by 40%.", True),
        ("Fine-tuned a 7B model.", True),
        ("Launched a Kafka pipeline.", True),
        ("Moved archived footage to S3.", True),
        ("Hands-on experience with Kafka.", True),
        ("Helped migrate the billing service.", True),
        ("Author of a parser for receipts.", True),
        ("Cut booking time by 40% with Redis.", False),
        ("Launched a chatbot so that guests get answers at night.", False),
        ("Wrote the style guide.", False),
        ("Worked closely with designers on a booking page.", False),
        ("Experience with hotel guests.", False),
    ],
)
def test_a_bullet_opens_with_how_or_with_what_for(text: str, expected: bool) -> None:
    """An outcome verb never does; a technical object does, unless a product verb names whom it serves."""
    assert gather(text).technique_first is expected
