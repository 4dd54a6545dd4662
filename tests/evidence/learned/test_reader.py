"""The learned reader beside a mentor's own lines: what matches counts, what is excluded does not."""

from __future__ import annotations

from pathlib import Path

from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.core.settings import Settings
from bulletlint.lint.analysis import Analyser, load_analyser
from bulletlint.rulebook.load import load_rules

#: Bullets in which the reader sees no fallback, and one that it is sure of.
UNSEEN = "Launched a rota planner for porters with a brass bell on the desk."
SEEN = "Shipped a search assistant that hands any question below 0.6 confidence to a clerk."


def load_with(folder: Path, text: str) -> Analyser:
    """Load the shipped rules and one evidence file of one's own."""
    (folder / "evidence").mkdir(parents=True)
    (folder / "evidence" / "own.yaml").write_text(text, encoding="utf-8")
    return load_analyser(load_rules(), folders=(find_rules_folder(), folder), settings=Settings())


def test_a_line_of_ones_own_states_what_the_reader_does_not_see(tmp_path: Path) -> None:
    """A mentor can add one phrase in YAML, and it wins."""
    plain = load_with(tmp_path / "none", "label: fallback\nvalues: {}\n")
    own = load_with(tmp_path / "own", 'label: fallback\nvalues:\n  "yes":\n    bell: [brass bell]\n')
    assert plain.read(plain.nlp(UNSEEN)).facts.fallback is False
    facts = own.read(own.nlp(UNSEEN)).facts
    assert facts.fallback is True
    assert [(item.text, item.source) for item in facts.evidence if item.label == "fallback"] == [
        ("brass bell", "bell")
    ]


def test_an_exclusion_of_ones_own_silences_pattern_and_reader(tmp_path: Path) -> None:
    """What only looks like a fallback is none, however sure the reader is."""
    plain = load_with(tmp_path / "none", "label: fallback\nvalues: {}\n")
    own = load_with(
        tmp_path / "own", "label: fallback\nvalues: {}\nunless:\n  - hands any question ..5 to a clerk\n"
    )
    assert plain.read(plain.nlp(SEEN)).facts.fallback is True
    assert own.read(own.nlp(SEEN)).facts.fallback is False
