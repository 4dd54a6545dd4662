"""Tests of the comparison of speeds."""

import spacy
from training.comparison import compare_rounds, measure_in_turn


def test_ratios_are_taken_within_a_round() -> None:
    """A round in which the machine was slow for all does not change the ratio."""
    seconds = {"medium": [2.0, 20.0, 2.0], "tiny": [1.0, 10.0, 1.0]}
    assert compare_rounds(seconds, base="medium") == {"medium": 1.0, "tiny": 2.0}


def test_every_pipeline_is_measured_in_every_round() -> None:
    """Three rounds give three times a pipeline."""
    pipelines = {"one": spacy.blank("en"), "two": spacy.blank("en")}
    seconds = measure_in_turn(pipelines, ["Cut costs.", "Led a team."], rounds=3)
    assert {name: len(runs) for name, runs in seconds.items()} == {"one": 3, "two": 3}
