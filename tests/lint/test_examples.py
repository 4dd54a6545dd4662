"""Rules run by their own examples."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from builders import RULE, load_shipped, make_rule, write_rule
from bulletlint.core.errors import RuleError
from bulletlint.core.settings import Settings
from bulletlint.lint.examples import check_examples, check_rules, render_outcome, run_examples

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "writing-rules.md"
RESUME = RULE.replace("severity: error", "severity: error\nscope: document").replace("anchor: [lead]\n", "")
RESUME = RESUME.replace("lead_class: [build]", "match: [{lines: ['born (\\d+)']}]").replace(
    "'\"{lead}\" says what you worked on'", "Take it out"
)
RESUME = RESUME.replace('"[Built] a cache."', '"# Ida\\nBorn [1990]"').replace(
    '"[Made] a tool."', '"# Jon\\nborn [1980]"'
)


def test_the_rule_of_the_guide_works(tmp_path: Path) -> None:
    """Whoever follows docs/writing-rules.md ends with green tests."""
    page = GUIDE.read_text(encoding="utf-8")
    example = re.search(r"```yaml\n(name: (\S+)\n.*?)```", page, re.DOTALL)
    assert example is not None
    write_rule(tmp_path, example[1], name=example[2])
    outcome = check_examples([tmp_path])
    assert outcome.failures == ()
    assert render_outcome(outcome) == "1 rule, 7 examples, 9 formats: all as the rule files say\n"


def test_the_guide_names_every_fact() -> None:
    """A fact that the page does not name is found by nobody."""
    from bulletlint.core.facts import DOCUMENT_FACT_VALUES, FACT_VALUES

    page = GUIDE.read_text(encoding="utf-8")
    assert [fact for fact in (*FACT_VALUES, *DOCUMENT_FACT_VALUES) if f"`{fact}`" not in page] == []


def test_a_rule_about_files_runs_on_its_resumes() -> None:
    """Its examples are Markdown; the spans are offsets in that text."""
    rule = make_rule(RESUME)
    spans = run_examples([(rule, example) for example in (*rule.bad, *rule.good)], load_shipped())
    assert spans == [((11, 15),), ((11, 15),), (), ()]


def test_without_folders_the_shipped_rules_and_those_of_the_settings_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder that is named runs alone."""
    shipped = tmp_path / "shipped"
    shipped.mkdir()
    (tmp_path / "ours").mkdir()
    write_rule(shipped, RULE)
    own = (
        RULE.replace("BL101", "ACME001")
        .replace("weak-verb", "acme-verb")
        .replace("[Made] a tool", "Made a [tool]")
    )
    path = write_rule(tmp_path / "ours", own, name="acme-verb")
    loaded = load_shipped()
    monkeypatch.setattr("bulletlint.lint.examples.find_rules_folder", lambda: shipped)
    monkeypatch.setattr("bulletlint.lint.examples.load_analyser", lambda rules, **options: loaded)
    outcome = check_examples(settings=Settings(rule_folders=(tmp_path / "ours",)))
    assert (outcome.rules, outcome.failures) == (
        2,
        (f'{path}:16: acme-verb: points at "Made", not at "tool": Made a tool.',),
    )
    assert check_examples([shipped], settings=Settings(rule_folders=(tmp_path / "ours",))).rules == 1


def test_an_example_that_comes_out_otherwise_is_a_line(tmp_path: Path) -> None:
    """File, line, rule, what happened, and the bullet."""
    path = write_rule(tmp_path, RULE.replace("[Built] a cache.", "Built a [cache]."))
    assert check_examples([tmp_path]).failures == (
        f'{path}:16: weak-verb: points at "Built", not at "cache": Built a cache.',
    )


def test_a_rule_that_no_example_fires_is_dead() -> None:
    """Whatever its other examples say."""
    rule = make_rule(RULE.replace("[build]", "[product]"))
    assert check_rules([rule], load_shipped())[-1].endswith(
        "no example fires this rule; fix the rule or its examples"
    )


def test_a_named_folder_without_rules_is_an_error(tmp_path: Path) -> None:
    """Zero rules that all pass would look like success."""
    (tmp_path / "lexicons").mkdir()
    with pytest.raises(RuleError, match="no rule file in this folder; name a folder with rules") as caught:
        check_examples([tmp_path])
    assert caught.value.path == str(tmp_path)
