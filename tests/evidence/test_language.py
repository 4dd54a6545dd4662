"""Bullets in other languages."""

from __future__ import annotations

import pytest

from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.evidence import gather_facts, load_words
from bulletlint.lint.linter import Linter
from bulletlint.pipeline import load_pipeline

WORDS = load_words([find_rules_folder()])


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("Réduit les coûts de 30 % en six mois", True),
        ("Entwicklung eines Modells mit XGBoost", True),
        ("Desarrollé una aplicación para los clientes", True),
        ("将延迟降低了40%", True),
        ("Сократил расходы на 30 %", True),
        ("Built a print queue for De La Rue.", False),
        ("Ran the Côte d'Azur and Las Vegas launches for los Angeles clients of the bank", False),
        ("Built model.", False),
        ("", False),
    ],
)
def test_another_language_is_told(text: str, foreign: bool) -> None:
    """By its script or by its small words; a foreign name in an English bullet is not enough."""
    assert gather_facts(load_pipeline()(text), WORDS).foreign is foreign


def test_nothing_is_said_of_another_language() -> None:
    """A linter that knows English only keeps silent."""
    report = Linter().lint_text("- Réduit les coûts de 30 % en six mois\n", format="markdown")
    assert [bullet.findings for bullet in report.files[0].bullets] == [()]
