"""Facts against the tables of a rule."""

from __future__ import annotations

import pytest

from builders import make_facts
from bulletlint.check.fact_table import holds_all, holds_any
from bulletlint.core.rule import FactTable

FACTS = make_facts("Built a cache.", cost="paid", fallback=False)


@pytest.mark.parametrize(
    ("table", "all_hold", "some_holds"),
    [
        ((), True, False),
        ((("cost", ("paid", "saved")),), True, True),
        ((("cost", ("none",)),), False, False),
        ((("cost", ("paid",)), ("fallback", (True,))), False, True),
        ((("cost", ("paid",)), ("fallback", (False,))), True, True),
    ],
)
def test_a_fact_holds_by_one_of_its_values(table: FactTable, all_hold: bool, some_holds: bool) -> None:
    """An empty table asks for nothing, and nothing in it holds."""
    assert (holds_all(table, FACTS), holds_any(table, FACTS)) == (all_hold, some_holds)
