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


@pytest.mark.parametrize(
    ("text", "foreign"),
    [
        ("Zarządzanie zespołem 12 osób w magazynie i kontakt z klientami.", True),
        ("Obniżenie kosztów transportu o 20 % dzięki nowym trasom.", True),
        ("Nakliye maliyetlerini yüzde 20 azalttı ve ekibi yönetti.", True),
        ("Vastasi varaston hallinnasta ja työvuorojen suunnittelusta.", True),
        ("Bertanggung jawab atas pengelolaan gudang.", True),
        ("asdf qwer zxcv lkjh", True),
        ("Deployed Istio, Envoy, Consul and Nomad on Hetzner.", False),
        ("Wrote phlebotomy rotas for physiotherapists.", False),
        ("Kubernetes, Terraform", False),
        ("Ran Zarządzanie.", False),
        ("40 % in 2024", False),
        ("", False),
    ],
)
def test_a_bullet_of_unknown_words_is_foreign(text: str, foreign: bool) -> None:
    """No list of small words has every language, but the reader has learned the words of English."""
    analyser = Linter().load_analyser()
    assert analyser.read(analyser.nlp(text)).facts.foreign is foreign


def test_nothing_is_said_of_another_language() -> None:
    """A linter that knows English only keeps silent."""
    report = Linter().lint_text("- Réduit les coûts de 30 % en six mois\n", format="markdown")
    assert [bullet.findings for bullet in report.files[0].bullets] == [()]
