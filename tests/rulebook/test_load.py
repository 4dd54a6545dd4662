"""Rule files: what is read, and each way in which one is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from builders import RULE, make_rule, write_rule
from bulletlint.core.errors import RuleError
from bulletlint.core.rule import Condition, Example, Message, SeverityCase
from bulletlint.rulebook.load import load_rules

MATCH_RULE = RULE.replace(
    "forbids:\n  lead_class: [build]", "forbids:\n  match:\n    - {patterns: [synergy]}"
)


def test_a_rule_file_becomes_a_rule() -> None:
    """Every part of the file stands in the value, with the lines that later messages need."""
    rule = make_rule(RULE.replace("action: auto", "action: ask\nquestion: Who noticed?"))
    assert (rule.name, rule.code, rule.severity, rule.action) == ("weak-verb", "BL101", "error", "ask")
    assert rule.question == "Who noticed?"
    assert rule.forbids == Condition(facts=(("lead_class", ("build",)),))
    assert rule.messages == (Message('"{lead}" says what you worked on', (), 10),)
    assert rule.bad[0] == Example("Built a cache.", ((0, 5),), 17)
    assert rule.good[0] == Example("Cut latency by 40 %.", (), 18)


def test_severity_may_depend_on_facts() -> None:
    """`severity_when` keeps its cases in order."""
    rule = make_rule(RULE + "severity_when: [{when: {ai: [false]}, severity: warning}]\n")
    assert rule.severity_when == (SeverityCase((("ai", (False,)),), "warning"),)


REFUSALS = {
    "a key is unknown": ("severity: error", "serverity: error", "4: unknown key `serverity` in a rule file; did you mean `severity`?"),
    "a key is missing": ("family: ownership\n", "", "1: missing key `family`; add it"),
    "the name is not the file name": ("name: weak-verb", "name: weak-verbs", "1: `name` must be the file name `weak-verb`"),
    "the name has other letters": ("name: weak-verb", "name: weak_verb", "1: `name` must be small letters with hyphens"),
    "the code is no code": ("code: BL101", "code: weak", "2: `code` must be letters and three figures"),
    "the severity is unknown": ("severity: error", "severity: eror", "4: `severity` cannot be `eror`; did you mean `error`?"),
    "a kind is unknown": ("[delivery]", "[deliveries]", "5: `applies_to` cannot be `deliveries`; did you mean `delivery`?"),
    "a text is no text": ("summary: The lead verb names effort.", "summary: [a]", "6: `summary` must be text"),
    "a slot is bound by nothing": ("{lead}", "{leed}", "10: unknown blank {leed}; did you mean `lead`?"),
    "the last message needs evidence": ("{lead}", "{cost}", "10: not every bullet has {cost}"),
    "a brace is stray": ("{lead}", "{lead", "10: the message has a stray brace"),
    "the reader has not learned the rule": ("anchor:", "likeness: true\nanchor:", "14: the reader has learned no `weak-verb`, only bolt-on-ai"),
    "the reader's word is no yes or no": ("anchor:", "likeness: often\nanchor:", "14: `likeness` must be true, or a list of patterns"),
    "an ask has no question": ("action: auto", "action: ask", "11: action `ask` needs a `question`"),
    "a fact is unknown": ("lead_class: [build]", "lead_klass: [build]", "13: unknown fact `lead_klass` in `forbids`; did you mean"),
    "a fact never has the value": ("[build]", "[bild]", "13: unknown value `bild` of the fact `lead_class`; did you mean `build`?"),
    "a yes is no boolean": ("lead_class: [build]", "ai: [yes]", "13: unknown value `yes` of the fact `ai`; write one of false, true"),
    "a number is no boolean": ("lead_class: [build]", "ai: [1]", "13: unknown value `1` of the fact `ai`"),
    "a fact is no list": ("[build]", "build", "13: the fact `lead_class` must be a list"),
    "a fact has no value": ("[build]", "[]", "13: the fact `lead_class` has no value"),
    "both ways to fire": ("anchor:", "requires: {cost: [paid]}\nanchor:", "1: a rule must have either `forbids` or `requires`"),
    "no way to fire": ("forbids:\n  lead_class: [build]\n", "", "1: a rule must have either `forbids` or `requires`"),
    "an anchor is unknown": ("[lead]", "[leed]", "14: `anchor` cannot be `leed`; did you mean `lead`?"),
    "too few bad examples": (', "[Made] a tool."', "", "16: a rule needs at least 2 bad examples; add one"),
    "too few good examples": (', "Launched search."', "", "17: a rule needs at least 2 good examples; add one"),
    "a bad example marks nothing": ("[Built] a cache.", "Built a cache.", "16: a `bad` example has no [brackets]"),
    "a bracket is never closed": ("[Built] a cache.", "[Built a cache.", "16: a bracket is never closed"),
    "most is no number": ("anchor:", "most: 0\nanchor:", "14: `most` must be 1 or more"),
    "ended is no truth": ('"[Made] a tool."', '{text: "[Made] a tool.", ended: maybe}', "16: `ended` must be true or false"),
    "an exception of nothing": ("[build]", "[build]\n  except: [many]", "14: `forbids`: `except` narrows `patterns`"),
    "a key stands twice": ("code: BL101", "code: BL101\ncode: BL102", "3: duplicate key `code`"),
    "a profile is unknown": ("anchor:", "profiles: [ai-pn]\nanchor:", "14: `profiles` cannot be `ai-pn`"),
}  # fmt: skip


@pytest.mark.parametrize("case", REFUSALS)
def test_a_wrong_rule_file_is_refused(case: str) -> None:
    """The line says the file, the line in it, what is wrong and what to do."""
    old, new, message = REFUSALS[case]
    assert old in RULE
    with pytest.raises(RuleError) as caught:
        make_rule(RULE.replace(old, new, 1))
    assert str(caught.value).startswith(f"rules/weak-verb.yaml:{message}")
    assert "\n" not in str(caught.value)


def test_rules_of_a_folder_are_sorted_by_code(tmp_path: Path) -> None:
    """Being in the folder is the whole registration."""
    write_rule(tmp_path, RULE.replace("BL101", "ACME002"))
    write_rule(tmp_path, RULE.replace("BL101", "ACME001").replace("weak-verb", "weak-noun"), name="weak-noun")
    assert [rule.code for rule in load_rules([tmp_path])] == ["ACME001", "ACME002"]


def test_a_code_or_name_is_given_once(tmp_path: Path) -> None:
    """The second file is refused and told where the first one is."""
    first = write_rule(tmp_path)
    second = write_rule(tmp_path, RULE.replace("weak-verb", "weaker-verb"), name="weaker-verb")
    with pytest.raises(RuleError) as caught:
        load_rules([tmp_path])
    assert str(caught.value) == f"{second}: duplicate code `BL101` (also in {first}); choose another"


def test_a_rule_file_has_either_suffix(tmp_path: Path) -> None:
    """One rule in both is one rule too many."""
    write_rule(tmp_path).rename(tmp_path / "weak-verb.yml")
    assert [rule.name for rule in load_rules([tmp_path])] == ["weak-verb"]
    write_rule(tmp_path)
    with pytest.raises(RuleError, match="duplicate name `weak-verb`"):
        load_rules([tmp_path])


def test_a_folder_with_nothing_to_read_is_refused(tmp_path: Path) -> None:
    """A typing error would otherwise look like rules that find nothing; word lists alone are enough."""
    (tmp_path / "notes.md").write_text("x", encoding="utf-8")
    (tmp_path / "lexicons").mkdir()
    with pytest.raises(RuleError, match="there is nothing to read in this rules folder; put rules"):
        load_rules([tmp_path])
    (tmp_path / "lexicons" / "verbs-outcome.txt").write_text("derisk\n", encoding="utf-8")
    assert load_rules([tmp_path]) == ()


def test_a_missing_folder_and_an_unreadable_file_are_refused(tmp_path: Path) -> None:
    """Neither is taken for "no rules"."""
    with pytest.raises(RuleError, match="no such rules folder"):
        load_rules([tmp_path / "nowhere"])
    (tmp_path / "weak-verb.yaml").write_bytes(b"name: \xff\n")
    with pytest.raises(RuleError, match=r"weak-verb\.yaml:1: is not UTF-8; save it as UTF-8"):
        load_rules([tmp_path])


EXPRESSIONS = {
    "patterns in a file rule": ("{patterns: [x]}", "unknown key `patterns` in a clause of a document rule"),
    "no expression": ("{lines: []}", "the clause is empty and would never match"),
    "a broken expression": ("{lines: ['(']}", "invalid regular expression"),
    "an expression of nothing": ("{lines: ['x*']}", "this expression matches the empty text everywhere"),
    "two groups": ("{source: ['(a)(b)']}", "this expression has several groups"),
}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            RULE + "page: '{bullets} of {asked}'\n",
            "`page` may have only the blanks {stated}, {asked}, {found} and {lines}",
        ),
        (
            MATCH_RULE.replace("severity: error", "severity: error\nscope: document")
            .replace("{patterns: [synergy]}", "{lines: [synergy]}")
            .replace("{lead}", "It")
            + "page: '{stated} of {asked}'\n",
            "`page` is for rules about bullets; drop it",
        ),
        (RULE + "once: [{when: {ai: [true]}}]\n", "`once` needs a `page`; write the line"),
        (RULE + "page: '{lines}'\nonce: []\n", "`once` is empty; drop it or write an entry"),
        (RULE + "page: '{lines}'\nonce: [{}]\n", "an entry of `once` is empty; name a fact"),
        (
            RULE + "page: '{lines}'\nonce: [{within: {outcome: 0}}]\n",
            "`within`: `outcome` must be a number of words, 1 or more",
        ),
        (RULE + "page: '{lines}'\nonce: [{within: {outcmoe: 3}}]\n", "unknown key `outcmoe` in `within`"),
    ],
)
def test_a_line_for_the_page_that_cannot_be_filled_is_refused(text: str, message: str) -> None:
    """Before anybody reads it with a blank."""
    with pytest.raises(RuleError) as caught:
        make_rule(text)
    assert message in str(caught.value)


@pytest.mark.parametrize("case", EXPRESSIONS)
def test_an_expression_that_could_not_point_at_words_is_refused(case: str) -> None:
    """The clauses of a rule about whole files are regular expressions."""
    clause, message = EXPRESSIONS[case]
    text = MATCH_RULE.replace("severity: error", "severity: error\nscope: document").replace(
        "{patterns: [synergy]}", clause
    )
    with pytest.raises(RuleError) as caught:
        make_rule(text)
    assert message in str(caught.value)


def test_a_rule_for_which_the_readers_word_is_enough_can_say_so() -> None:
    """What the reader finds stands in no words of its own, so that a message must do without {match}."""
    text = RULE.replace("name: weak-verb", "name: vague-ai").replace("anchor:", "likeness: true\nanchor:")
    assert make_rule(text, name="vague-ai").likeness == ()
    with pytest.raises(
        RuleError, match="14: what the reader finds has no words to quote; add a message without"
    ):
        make_rule(text.replace("{lead}", "{match}"), name="vague-ai")
