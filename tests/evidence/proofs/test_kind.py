"""The kind of whole bullets: delivery, people or other."""

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
    ("text", "kind"),
    [
        ("Built a booking page in React.", "delivery"),
        ("Cut booking time by 40%.", "delivery"),
        ("Helped build a booking page.", "delivery"),
        ("Helped migrate the billing service.", "delivery"),
        ("Design of a booking page.", "delivery"),
        ("Lead developer for a booking page.", "delivery"),
        ("Author of a parser for receipts.", "delivery"),
        ("Responsible for managing the booking page.", "delivery"),
        ("Hired five editors.", "people"),
        ("Mentored four junior editors.", "people"),
        ("Taught evening classes in weaving.", "people"),
        ("Trained care assistants on the new hoist.", "people"),
        ("Seat booking: what took two phone calls is 40 seconds today.", "delivery"),
        ("Responsible for hiring editors.", "people"),
        ("Presented a poster at a conference.", "other"),
        ("Analysed survey data.", "other"),
        ("Volunteer at a food bank.", "other"),
        ("Helped guests at the front desk.", "other"),
        ("Experience with hotel guests.", "other"),
    ],
)
def test_a_bullet_is_of_the_kind_that_a_reader_takes_it_for(text: str, kind: str) -> None:
    """Made or changed something, led or taught people, or neither."""
    assert gather(text).kind == kind


@pytest.mark.parametrize(
    ("text", "hedged"),
    [
        ("Taught weaving to adults.", True),
        ("Taught weaving to adults, raising enrolment from 20 to 45.", False),
        ("Helped cut booking time by 40%.", True),
    ],
)
def test_whoever_taught_hides_nothing_once_the_result_is_stated(text: str, hedged: bool) -> None:
    """A share in a delivery stays open even so."""
    assert gather(text).hedged is hedged


@pytest.mark.parametrize(
    ("text", "ai"),
    [
        ("Launched a help assistant for guests.", True),
        ("Launched a shopping assistant.", True),
        ("Supervised two shop assistants.", False),
        ("Built an assistant that answers guests.", True),
        ("Raised bookings by 8% with an assistant for guests.", True),
        ("Trained care assistants on the new hoist.", False),
        ("Supervised four assistants at the front desk.", False),
        ("Drew up a rota for nursing assistants.", False),
    ],
)
def test_an_assistant_is_ai_where_it_is_made_or_does_what_software_does(text: str, ai: bool) -> None:
    """Else it is somebody with that job."""
    assert gather(text).ai is ai


@pytest.mark.parametrize(
    ("text", "ai"),
    [
        ("Brought the detection limit down to 80 copies per ml.", False),
        ("Bottled syrup in flasks of 250 ml.", False),
        ("Kept endotoxin below 0.5 IU/ml.", False),
        ("Moved the ML pipelines of four teams.", True),
    ],
)
def test_a_millilitre_is_no_machine_learning(text: str, ai: bool) -> None:
    """A unit follows an amount or "per"."""
    assert gather(text).ai is ai
