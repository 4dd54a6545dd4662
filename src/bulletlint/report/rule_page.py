"""The pages about rules: the list, one rule's page, the page of the score."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from bulletlint.check.score_weights import ScoreWeights
from bulletlint.core.errors import ConfigError
from bulletlint.core.rule import Example, FactTable, Once, Rule
from bulletlint.core.strict_yaml import hint_near
from bulletlint.core.wording import count, wrap_words
from bulletlint.report.score_page import render_score_page
from bulletlint.rulebook.notices import NOTICES, Notice
from bulletlint.rulebook.profile import names_of

#: Columns of a rule's page.
PAGE_WIDTH = 88
#: The families in the order in which a reader asks for them, and what each is about.
FAMILIES: Mapping[str, str] = {
    "ownership": "Whose work is it?",
    "outcome": "What improved, and by how much?",
    "cost": "What did it cost?",
    "risk": "What happens when it is wrong?",
    "framing": "What is the claim, and what was the decision?",
    "style": "Can it be read in thirty seconds?",
    "privacy": "What should not be in the file?",
    "case-study": "Does a case study hold?",
    "parse": "What does a recruiter's parser make of it?",
}


def find_rule(word: str, rules: Sequence[Rule]) -> Rule:
    """Return the rule with this code or name; raises ConfigError that names the nearest one."""
    for rule in rules:
        if word.lower() in (rule.code.lower(), rule.name):
            return rule
    near = hint_near(word, [name for rule in rules for name in (rule.name, rule.code)])
    raise ConfigError(f"unknown rule `{word}`; {near}")


def select_named(word: str, rules: Sequence[Rule]) -> list[Rule]:
    """Return the rules that a word names: one by its code or name, all of a family or of the beginning of a code.

    Raises ConfigError that names the nearest one.
    """
    folded = word.casefold()
    exact = [rule for rule in rules if folded in (rule.code.casefold(), rule.name)]
    if exact:
        return exact
    several = [rule for rule in rules if folded in {name.casefold() for name in names_of(rule)}]
    if several:
        return several
    choices = {name for rule in rules for name in (rule.name, rule.code, rule.family)}
    raise ConfigError(f"unknown rule `{word}`; {hint_near(word, choices)}")


def explain_words(
    words: Sequence[str], rules: Sequence[Rule], weights: ScoreWeights, *, width: int = PAGE_WIDTH
) -> list[str]:
    """Return what is to be said of some words, each once: a page, or the list of the rules that one word names."""
    pages: list[str] = []
    for word in dict.fromkeys(words):
        notice = find_notice(word)
        if word.casefold() == "score":
            pages.append(render_score_page(weights))
        elif notice is not None:
            pages.append(render_notice(notice, width=width))
        else:
            named = select_named(word, rules)
            whole = len(named) == 1 and word.casefold() in (named[0].code.casefold(), named[0].name)
            pages.append(render_page(named[0], width=width) if whole else render_group(word, named))
    return pages


def render_group(word: str, rules: Sequence[Rule]) -> str:
    """Return the list of the rules that a family or the beginning of a code names."""
    question = FAMILIES.get(word.casefold())
    head = f"{word.casefold()}: {question}" if question else f"{word}: {count(len(rules), 'rule')}"
    return f"{head}\n\n{render_rule_list(rules)}\n`bulletlint explain RULE` shows the page of one.\n"


def render_families(rules: Sequence[Rule]) -> str:
    """Return each family with what it asks and its rules, in the order in which a reader asks."""
    blocks = [
        "\n".join(
            [
                f"{family}: {question}" if question else family,
                *(f"  {rule.code}  {rule.name}" for rule in members),
            ]
        )
        for family, question, members in list_families(rules)
    ]
    return "\n\n".join(blocks) + "\n"


def render_families_json(rules: Sequence[Rule]) -> str:
    """Return the families as a JSON list of objects."""
    rows = [
        {"family": family, "question": question or None, "rules": [rule.name for rule in members]}
        for family, question, members in list_families(rules)
    ]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def list_families(rules: Sequence[Rule]) -> list[tuple[str, str, list[Rule]]]:
    """Return each family that has a rule with its question, "" for one of the user's own, and its rules."""
    names = [*FAMILIES, *sorted({rule.family for rule in rules} - FAMILIES.keys())]
    found = [(name, [rule for rule in rules if rule.family == name]) for name in names]
    return [(name, FAMILIES.get(name, ""), members) for name, members in found if members]


def find_notice(word: str) -> Notice | None:
    """Return the notice about directives with this code or name, None if there is none."""
    return next((notice for notice in NOTICES if word.lower() in (notice.code.lower(), notice.name)), None)


def render_notice(notice: Notice, *, width: int = PAGE_WIDTH) -> str:
    """Return the page of a finding about a directive."""
    return (
        "\n".join(
            [
                f"{notice.code} {notice.name}",
                "",
                notice.summary,
                "",
                "Instead",
                *_indent(notice.instead, width),
            ]
        )
        + "\n"
    )


def render_rule_list(rules: Sequence[Rule], notices: Sequence[Notice] = ()) -> str:
    """Return one line per rule; those about suppressions come first."""
    rows = [(notice.code, notice.name, str(notice.severity), notice.summary) for notice in notices]
    rows += [(rule.code, rule.name, describe_severities(rule), rule.summary) for rule in rules]
    names, said = (max((len(row[column]) for row in rows), default=0) for column in (1, 2))
    lines = [
        f"{code}  {name:<{names}}  {severity:<{said}}  {summary}" for code, name, severity, summary in rows
    ]
    return "".join(line + "\n" for line in lines)


def describe_severities(rule: Rule) -> str:
    """Return the severity of a rule, with the others that it has under certain facts: "info or error"."""
    return " or ".join(dict.fromkeys((rule.severity, *(case.severity for case in rule.severity_when))))


def render_rule_table(rules: Sequence[Rule]) -> str:
    """Return the rules as a Markdown table, as the README has it."""
    lines = ["| code | name | severity | fires when |", "|---|---|---|---|"]
    lines += [
        f"| {rule.code} | `{rule.name}` | {describe_severities(rule)} | {rule.summary} |" for rule in rules
    ]
    return "\n".join(lines) + "\n"


def render_page(rule: Rule, *, width: int = PAGE_WIDTH) -> str:
    """Return one rule's page: what it looks at, why a reader minds, what to write instead, examples, settings.

    Its paragraphs are wrapped to `width` columns.
    """
    lines = [f"{rule.code} {rule.name}", "", rule.summary, ""]
    for title, text in (
        ("What it looks at", rule.what),
        ("Why a reader minds", rule.why),
        ("Instead", rule.instead),
    ):
        lines += [title, *_indent(text, width), ""]
    if rule.question:
        lines += ["What an interviewer would ask", *_indent(rule.question, width), ""]
    lines.append("Examples")
    for example in rule.bad:
        lines.append(f"  bad:    {mark_example(example)}")
        if example.better:
            lines.append(f"  better: {example.better}")
    lines += [f"  good:   {example.text}" for example in rule.good]
    for title, examples in (("Known to be missed", rule.missed), ("Known false alarms", rule.false_alarm)):
        if examples:
            lines += ["", title, *(f"  {mark_example(example)}" for example in examples)]
    cases = (f", {case.severity} if {describe_facts(case.when)}" for case in rule.severity_when)
    severity = rule.severity + "".join(cases)
    lines += ["", "Settings", f"  severity: {severity}", f"  applies to: {', '.join(rule.applies_to)}"]
    lines += [f"  a remark, made once a page: if {describe_once(entry)}" for entry in rule.once]
    lines += [f"  family: {rule.family} (can be selected or ignored as a whole)"]
    return "\n".join(lines) + "\n"


def _indent(text: str, width: int) -> list[str]:
    return ["  " + line for line in wrap_words(text, width - 2)]


def mark_example(example: Example) -> str:
    """Return an example with [brackets] round what the finding points at."""
    text = example.text
    for start, end in reversed(example.spans):
        text = f"{text[:start]}[{text[start:end]}]{text[end:]}"
    return text


def describe_facts(facts: FactTable) -> str:
    """Return facts as words: "ai is false and metric is scope or spec"."""
    parts = []
    for fact, values in facts:
        words = [str(value).lower() if isinstance(value, bool) else value for value in values]
        parts.append(f"{fact} is {' or '.join(words)}")
    return " and ".join(parts)


def describe_once(entry: Once) -> str:
    """Return the circumstances of a remark as words: "result is last, ai is not true, outcome within 18 words"."""
    parts = [describe_facts(entry.when)] if entry.when else []
    for fact, values in entry.unless:
        words = [str(value).lower() if isinstance(value, bool) else value for value in values]
        parts.append(f"{fact} is not {' or '.join(words)}")
    parts += [f"{label} within {words} words" for label, words in entry.within]
    parts += [f"{label} behind {words} words or more" for label, words in entry.beyond]
    return ", ".join(parts)


def render_rules_json(rules: Sequence[Rule], notices: Sequence[Notice] = ()) -> str:
    """Return rules as JSON: a list of objects."""
    rows = [*map(build_notice, notices), *map(build_rule, rules)]
    return json.dumps(rows, ensure_ascii=False, indent=2) + "\n"


def build_notice(notice: Notice) -> dict[str, Any]:
    """Return the page of a finding about a directive as plain values, with the keys of a rule's."""
    return {
        "code": notice.code,
        "name": notice.name,
        "family": "suppression",
        "severity": notice.severity,
        "severity_when": [],
        "scope": "file",
        "applies_to": [],
        "summary": notice.summary,
        "what": notice.summary,
        "why": "",
        "instead": notice.instead,
        "action": "auto",
        "question": None,
        "examples": {"bad": [], "good": [], "missed": [], "false_alarm": []},
    }


def build_rule(rule: Rule) -> dict[str, Any]:
    """Return a rule's page as plain values."""
    return {
        "code": rule.code,
        "name": rule.name,
        "family": rule.family,
        "severity": rule.severity,
        "severity_when": [
            {"when": _facts(case.when), "severity": case.severity} for case in rule.severity_when
        ],
        "scope": rule.scope,
        "applies_to": list(rule.applies_to),
        "summary": rule.summary,
        "what": rule.what,
        "why": rule.why,
        "instead": rule.instead,
        "action": rule.action,
        "question": rule.question,
        "examples": {
            "bad": [{"text": mark_example(example), "better": example.better} for example in rule.bad],
            "good": [{"text": example.text} for example in rule.good],
            "missed": [{"text": mark_example(example)} for example in rule.missed],
            "false_alarm": [{"text": mark_example(example)} for example in rule.false_alarm],
        },
    }


def _facts(table: FactTable) -> dict[str, list[str | bool]]:
    return {fact: list(values) for fact, values in table}
