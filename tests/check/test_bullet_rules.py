"""The engine: when a rule fires, at what it points and what it says."""

from __future__ import annotations

from dataclasses import replace

import pytest

from builders import (
    RULE,
    load_shipped_words,
    make_evidence,
    make_facts,
    make_lead,
    make_pipeline,
    make_rule,
    read_simply,
)
from bulletlint.check.bullet_rules import (
    check_bullet,
    doubt_guesses,
    join_finding,
    join_findings,
    quote_words,
)
from bulletlint.check.rule_patterns import compile_rules
from bulletlint.core.document import Place
from bulletlint.core.facts import Facts
from bulletlint.core.finding import Finding
from bulletlint.core.rule import Rule
from bulletlint.evidence import Reading
from bulletlint.evidence.tokens import read_tokens

TEXT = "Built five dashboards with synergy."
FILLER = RULE.replace(
    "forbids:\n  lead_class: [build]\nanchor: [lead]", "forbids: {match: [{patterns: [synergy]}]}"
)
COST = RULE.replace(
    "forbids:\n  lead_class: [build]\nanchor: [lead]", "requires: {cost: [paid, saved]}\nanchor: [lead]"
)
METRIC = """\
messages:
  - {when: {metric: [scope]}, text: '"{number}" is effort'}
  - {when: {metric: [spec]}, text: '"{technique}" is a name'}
  - {text: Nothing says what improved}
"""


def check(rule: Rule, facts: Facts) -> tuple[Finding, ...]:
    tokens = read_tokens(make_pipeline()(facts.text), facts.text, ())
    return check_bullet(Reading(tokens, facts), compile_rules([rule], load_shipped_words()))


def fires(rule: Rule, facts: Facts) -> bool:
    return bool(check(rule, facts))


def test_a_forbidden_fact_fires_and_points_at_the_lead() -> None:
    """The finding is whole but for its place in the file."""
    facts = make_facts(TEXT, lead=make_lead("Built", "build"))
    assert check(make_rule(), facts) == (
        Finding(
            "BL101", "weak-verb", "error", '"Built" says what you worked on', 0, 5, Place(), "auto", None, ()
        ),
    )
    assert not fires(make_rule(), make_facts(TEXT, lead=make_lead("Built", "outcome")))


def test_a_forbidden_match_fires_once_a_place() -> None:
    """Each match is a finding, in text order, and {match} is what it points at."""
    rule = make_rule(FILLER.replace("{lead}", "{match}"))
    found = check(rule, make_facts("Synergy by synergy."))
    assert [(finding.start, finding.end, finding.message) for finding in found] == [
        (0, 7, '"Synergy" says what you worked on'),
        (11, 18, '"synergy" says what you worked on'),
    ]


LIKENESS = (
    RULE.replace("name: weak-verb", "name: vague-ai")
    .replace(
        """message: '"{lead}" says what you worked on'""",
        """messages:\n  - {text: '"{match}" is vague'}\n  - {text: This is vague}""",
    )
    .replace(
        "forbids:\n  lead_class: [build]\nanchor: [lead]",
        "forbids: {match: [{patterns: [synergies]}], except: [by hand]}\nunless: {fallback: [true]}\nlikeness: true",
    )
)


def make_likeness_rule() -> Rule:
    """Return a rule for which the reader's word is enough."""
    return make_rule(LIKENESS, name="vague-ai")


def test_the_readers_word_is_enough_for_a_remark_that_quotes_nothing() -> None:
    """Where no pattern matches, nothing stands there to be quoted, and the finding is no more than a remark."""
    rule = make_likeness_rule()
    alike = frozenset({"vague-ai"})
    found = check(rule, make_facts(TEXT, alike=alike))
    assert [(finding.message, finding.severity) for finding in found] == [("This is vague", "info")]
    matched = check(rule, make_facts("Built synergies.", alike=alike))
    assert [(finding.message, finding.severity) for finding in matched] == [('"synergies" is vague', "error")]


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (TEXT, {"alike": frozenset({"bolt-on-ai"})}),
        (TEXT, {"alike": frozenset({"vague-ai"}), "fallback": True}),
        ("Built five dashboards by hand.", {"alike": frozenset({"vague-ai"})}),
    ],
)
def test_the_readers_word_is_cleared_as_a_match_is(text: str, facts: dict[str, object]) -> None:
    """By a fact of `unless`, by an exception from the patterns; and it counts for its own rule only."""
    assert not fires(make_likeness_rule(), make_facts(text, **facts))


def test_the_readers_word_may_need_a_word_of_the_bullet() -> None:
    """A rule about AI says nothing of a bullet that speaks of none."""
    rule = make_rule(LIKENESS.replace("likeness: true", "likeness: [dashboards, reports]"), name="vague-ai")
    alike = frozenset({"vague-ai"})
    assert fires(rule, make_facts(TEXT, alike=alike))
    assert not fires(rule, make_facts("Built a shed.", alike=alike))


@pytest.mark.parametrize(
    ("remarks", "unsaid"), [({"lead"}, False), ({"result", "cost"}, False), ({"cost"}, True), (set(), True)]
)
def test_what_no_coach_would_say_is_left_unsaid(remarks: set[str], unsaid: bool) -> None:
    """A finding stays one, but is told only where one of the remarks that it amounts to would be made."""
    rule = make_rule(RULE.replace("anchor:", "remark: [lead, result]\nanchor:"))
    facts = make_facts(TEXT, lead=make_lead("Built", "build"), remarks=frozenset(remarks))
    (finding,) = check(rule, facts)
    assert finding.unsaid is unsaid


@pytest.mark.parametrize(("cost", "fired"), [("none", True), ("paid", False), ("saved", False)])
def test_a_required_fact_clears_by_any_of_its_values(cost: str, fired: bool) -> None:
    """A rule that requires fires where none of the values holds."""
    assert fires(make_rule(COST), make_facts(TEXT, cost=cost)) is fired


def test_kind_when_and_unless_hold_a_rule_back() -> None:
    """A rule is asked of its kinds only, where all of `when` and nothing of `unless` holds."""
    lead = make_lead("Built", "build")
    assert not fires(make_rule(), make_facts(TEXT, lead=lead, kind="people"))
    when = make_rule(RULE + "when: {ai: [true]}\n")
    assert not fires(when, make_facts(TEXT, lead=lead))
    assert fires(when, make_facts(TEXT, lead=lead, ai=True))
    unless = make_rule(RULE + "unless: {fallback: [true], match: [{patterns: [synergy]}]}\n")
    assert not fires(unless, make_facts(TEXT, lead=lead))
    assert not fires(unless, make_facts("Built it.", lead=lead, fallback=True))
    assert fires(unless, make_facts("Built it.", lead=lead))


def test_severity_follows_the_facts() -> None:
    """The first case that holds wins over the rule's own severity."""
    rule = make_rule(COST + "severity_when: [{when: {ai: [false]}, severity: warning}]\n")
    assert check(rule, make_facts(TEXT))[0].severity == "warning"
    assert check(rule, make_facts(TEXT, ai=True))[0].severity == "error"


def test_the_anchor_is_the_first_thing_that_the_bullet_has() -> None:
    """Evidence before the lead, the lead before the bullet; "number" is the strongest number."""
    rule = make_rule(COST.replace("anchor: [lead]", "anchor: [number, lead, bullet]"))
    lead = make_lead("Built", "build")
    evidence = (make_evidence(TEXT, "five", "scope"),)
    assert check(rule, make_facts(TEXT, lead=lead, metric="scope", evidence=evidence))[0].start == 6
    assert check(rule, make_facts(TEXT, lead=lead))[0].end == 5
    found = check(rule, make_facts(TEXT))[0]
    assert (found.start, found.end) == (0, len(TEXT))


def test_the_first_message_that_holds_and_has_its_words_is_said() -> None:
    """A message whose evidence is missing is passed over."""
    rule = make_rule(COST.replace("message: '\"{lead}\" says what you worked on'\n", METRIC))
    evidence = (make_evidence(TEXT, "five", "scope"),)
    assert check(rule, make_facts(TEXT, metric="scope", evidence=evidence))[0].message == '"five" is effort'
    assert check(rule, make_facts(TEXT, metric="spec"))[0].message == "Nothing says what improved"


def test_suggestions_are_asked_for_by_rules_that_want_them() -> None:
    """Only a rule with `suggestions` gets words."""
    reading = read_simply(make_pipeline()(TEXT))
    for text, words in ((RULE, ()), (RULE + "suggestions: verbs\n", ("Cut", "Launched"))):
        compiled = compile_rules([make_rule(text)], load_shipped_words())
        (found,) = check_bullet(reading, compiled, suggest=lambda reading: ("Cut", "Launched"))
        assert found.suggestions == words


SAID = """\
messages:
  - {text: 'with synergy', match: [{patterns: [synergy]}]}
  - {text: 'alone', unless: {metric: [scope], match: [{patterns: [team]}]}}
"""


@pytest.mark.parametrize(
    ("text", "metric", "said"),
    [
        ("Built five dashboards with synergy.", "none", ["with synergy"]),
        ("Built five dashboards.", "none", ["alone"]),
        ("Built five dashboards.", "scope", []),
        ("Built dashboards with a team.", "none", []),
    ],
)
def test_a_rule_says_the_first_message_that_is_true_or_nothing(
    text: str, metric: str, said: list[str]
) -> None:
    """A message may ask for patterns and facts, and be ruled out by them."""
    rule = make_rule(RULE.replace("message: '\"{lead}\" says what you worked on'\n", SAID))
    facts = make_facts(text, lead=make_lead("Built", "build"), metric=metric)
    assert [finding.message for finding in check(rule, facts)] == said


def test_rules_that_mean_the_same_make_one_finding() -> None:
    """It is the other rule's, as loud as the louder one, and has both codes."""
    weak = make_rule()
    filler = make_rule(
        FILLER.replace("BL101", "BL606")
        .replace("weak-verb", "filler")
        .replace("severity: error", "severity: info")
        + "joins: [weak-verb]\n",
        name="filler",
    )
    facts = make_facts(TEXT, lead=make_lead("Built", "build"))
    reading = Reading(read_tokens(make_pipeline()(TEXT), TEXT, ()), facts)
    compiled = compile_rules([weak, filler], load_shipped_words())
    (finding,) = check_bullet(reading, compiled)
    assert (finding.code, finding.codes, finding.rules, finding.severity) == (
        "BL101", ("BL101", "BL606"), ("weak-verb", "filler"), "error",
    )  # fmt: skip
    (alone,) = check_bullet(reading, compiled, rules=[filler])
    assert (alone.codes, alone.severity) == (("BL606",), "info")
    assert (
        check_bullet(
            reading, compiled, rules=[replace(filler, severity="error"), replace(weak, severity="info")]
        )[0].severity
        == "error"
    )


def make_joining(*joins: str) -> list[Finding]:
    """Return what is left of a finding of each rule "first>second": its name, and the rule that it joins."""
    findings, rules = [], []
    for number, join in enumerate(joins):
        name, _, other = join.partition(">")
        rule = make_rule(
            RULE.replace("weak-verb", f"rule-{name}").replace("BL101", f"BL10{number}"), name=f"rule-{name}"
        )
        rules.append(replace(rule, joins=(f"rule-{other}",) if other else ()))
        findings.append(Finding(f"BL10{number}", f"rule-{name}", "info", "m", 0, 1, Place(), "auto"))
    return join_findings(findings, rules, make_facts(TEXT))


@pytest.mark.parametrize(
    ("joins", "left"),
    [
        (("b>a", "a>c", "c"), [("c", "b", "a")]),
        (("c", "a>c", "b>a"), [("c", "a", "b")]),
        (("a>b", "b>a"), [("b", "a")]),
        (("a>b", "b>c", "c>a"), [("c", "a", "b")]),
        (("a>b", "c"), [("a",), ("c",)]),
    ],
)
def test_a_finding_follows_the_one_that_it_joins(joins: tuple[str, ...], left: list[tuple[str, ...]]) -> None:
    """Whatever the order of the rules; where they join each other in a circle, one is left."""
    assert [tuple(name[-1] for name in finding.rules) for finding in make_joining(*joins)] == left


def test_a_doubtful_fault_joins_a_sure_one_and_changes_nothing_that_is_said() -> None:
    """It keeps its name, which a rewrite asks for; alone it is a finding of its own."""
    weak = make_rule()
    cost = make_rule(
        COST.replace("BL101", "BL301").replace("weak-verb", "missing-cost") + "joins_doubtful: [weak-verb]\n",
        name="missing-cost",
    )
    sure = make_facts(TEXT, lead=make_lead("Built", "build"))
    compiled = compile_rules([weak, cost], load_shipped_words())
    tokens = read_tokens(make_pipeline()(TEXT), TEXT, ())
    assert [finding.code for finding in check_bullet(Reading(tokens, sure), compiled)] == ["BL101", "BL301"]
    doubtful = Reading(tokens, replace(sure, doubtful=frozenset({"cost"})))
    (finding,) = check_bullet(doubtful, compiled)
    assert (finding.codes, finding.rules) == (("BL101",), ("weak-verb", "missing-cost"))
    assert [finding.code for finding in check_bullet(doubtful, compiled, rules=[cost])] == ["BL301"]


def test_a_remark_of_a_rule_with_a_line_for_the_page_is_grouped() -> None:
    """An error or a warning of the same rule stands in its place."""
    text = (
        COST
        + "page: '{stated} of {asked}: {lines}'\nseverity_when: [{when: {ai: [false]}, severity: info}]\n"
    )
    rule = make_rule(text)
    assert [finding.grouped for finding in check(rule, make_facts(TEXT))] == [True]
    assert [finding.grouped for finding in check(rule, make_facts(TEXT, ai=True))] == [False]
    assert [finding.grouped for finding in check(make_rule(COST), make_facts(TEXT))] == [False]


def test_a_finding_that_is_told_once_a_page_is_a_remark() -> None:
    """Where nothing holds that makes it one it is as loud as the rule, and its other remarks stand in their places."""
    text = COST + "page: '{found}: {lines}'\nonce: [{when: {ai: [false]}}]\n"
    (told,) = check(make_rule(text), make_facts(TEXT))
    assert (told.severity, told.grouped) == ("info", True)
    (said,) = check(make_rule(text), make_facts(TEXT, ai=True))
    assert (said.severity, said.grouped) == ("error", False)
    (doubted,) = check(make_rule(text), make_facts(TEXT, ai=True, doubtful=frozenset({"cost"})))
    assert (doubted.severity, doubted.grouped) == ("info", False)


def test_a_remark_that_a_louder_finding_joins_stands_in_its_place() -> None:
    """So no error hides in a line about the page."""
    remark = Finding("BL101", "weak-verb", "info", "m", 0, 1, Place(), "auto", grouped=True)
    error = Finding("BL301", "missing-cost", "error", "m", 0, 1, Place(), "auto")
    joined = join_finding(remark, error, doubtful=False)
    assert (joined.severity, joined.grouped) == ("error", False)
    assert join_finding(remark, replace(error, severity="info"), doubtful=False).grouped
    assert join_finding(remark, error, doubtful=True).grouped


def test_a_guess_of_the_reader_is_a_doubt_beside_a_finding() -> None:
    """It has a line of its own where nothing else is said in the bullet's place."""
    guess = Finding("BL504", "tool-name-dropping", "info", "m", 0, 1, Place(), "auto")
    error = Finding("BL101", "weak-verb", "error", "m", 0, 1, Place(), "auto")
    remark = replace(error, severity="info", grouped=True)
    assert doubt_guesses([], [guess]) == [guess]
    assert doubt_guesses([error], []) == [error]
    assert doubt_guesses([remark], [guess]) == [remark, guess]
    assert doubt_guesses([remark, error], [guess]) == [
        remark,
        replace(error, doubts=(("BL504", "tool-name-dropping"),)),
    ]


def test_a_message_may_be_better_left_unsaid() -> None:
    """By itself, whatever a coach would remark."""
    old = """message: '"{lead}" says what you worked on'"""
    rules = [
        make_rule(RULE.replace(old, f"messages: [{{text: Said{told}}}]"))
        for told in ("", ", unsaid: true", ", unsaid: false")
    ]
    facts = make_facts(TEXT, lead=make_lead("Built", "build"))
    assert [check(rule, facts)[0].unsaid for rule in rules] == [False, True, False]


def test_what_the_reader_alone_has_found_is_better_left_unsaid() -> None:
    """It stands in no words that the writer could look at."""
    alike = frozenset({"vague-ai"})
    texts = (TEXT, "Built synergies.")
    found = [check(make_likeness_rule(), make_facts(text, alike=alike))[0] for text in texts]
    assert [finding.unsaid for finding in found] == [True, False]


@pytest.mark.parametrize(
    ("text", "end", "quoted"),
    [
        ("several A/B-tests of menus", 9, "several A/B-tests"),
        ("multiple self-hosted ovens", 13, "multiple self-hosted"),
        ("various ovens, pans", 13, "various ovens"),
        ("various ovens - pans", 13, "various ovens"),
        ("various ovens-", 13, "various ovens"),
        ("many R&D labs", 6, "many R&D"),
        ("40 %", 4, "40 %"),
    ],
)
def test_no_word_that_is_quoted_is_cut_in_two(text: str, end: int, quoted: str) -> None:
    """A match may end inside a word with a hyphen or a stroke."""
    assert quote_words(text, 0, end) == quoted
