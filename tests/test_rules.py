"""The shipped rules by their own examples, on the real pipeline and through every text format."""

from __future__ import annotations

import pytest

from bulletlint.core.rule import Example, Rule
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.core.settings import Settings
from bulletlint.lint.analysis import Analyser, load_analyser
from bulletlint.lint.examples import check_formats, check_rules, judge_example, list_examples, run_examples
from bulletlint.lint.samples import WRAPPERS
from bulletlint.read import FORMATS
from bulletlint.rulebook.load import load_rules

RULES = load_rules()
CASES = [
    pytest.param(rule, group, example, id=f"{rule.name}-{group}-{number}")
    for rule in RULES
    for number, (group, example) in enumerate(list_examples(rule))
]


@pytest.fixture(scope="module")
def analyser() -> Analyser:
    """The bundled pipeline with the shipped rules."""
    return load_analyser(RULES, folders=(find_rules_folder(),), settings=Settings())


@pytest.mark.parametrize(("rule", "group", "example"), CASES)
def test_an_example_comes_out_as_its_file_says(
    rule: Rule, group: str, example: Example, analyser: Analyser
) -> None:
    """Bad ones fire on exactly the marked words, good ones do not; known errors stay errors until they are moved."""
    (spans,) = run_examples([(rule, example)], analyser)
    assert judge_example(group, example, spans) is None


def test_no_rule_is_dead(analyser: Analyser) -> None:
    """Every rule is fired by an example of its own."""
    assert [line for line in check_rules(RULES, analyser) if line.endswith("it is dead")] == []


def test_examples_arrive_from_every_text_format() -> None:
    """So that no rule is silently dead in one."""
    assert check_formats(RULES) == []


def test_every_text_format_has_a_sample_resume() -> None:
    """A new reader is left out of no example test."""
    assert {name for name, row in FORMATS.items() if row.takes == "text"} == set(WRAPPERS)


def test_names_codes_and_families_do_not_collide() -> None:
    """A word on the command line calls one thing."""
    names = [rule.name for rule in RULES]
    assert not set(names) & {rule.family for rule in RULES}
    assert len(set(names)) == len(names)
