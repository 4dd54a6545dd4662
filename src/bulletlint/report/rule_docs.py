"""Rules as Markdown: one page per rule and a page that lists them, for the folder docs/rules."""

from __future__ import annotations

from collections.abc import Sequence

from bulletlint.core.rule import Example, Rule
from bulletlint.report.rule_page import (
    FAMILIES,
    describe_facts,
    describe_once,
    find_notice,
    find_rule,
    mark_example,
    render_notice,
)
from bulletlint.rulebook.profile import Profile, apply_profile
from bulletlint.rulebook.rulebook import Rulebook


def render_documents(rules: Sequence[Rule], profiles: Sequence[Profile]) -> dict[str, str]:
    """Return the text of every page by its file name."""
    pages = {f"{rule.name}.md": render_document(rule, profiles) for rule in rules}
    return {"README.md": render_index(rules, profiles), **pages}


def render_document(rule: Rule, profiles: Sequence[Profile]) -> str:
    """Return one rule's page."""
    lines = [
        f"# {rule.code} `{rule.name}`", "", rule.summary, "",
        "## What it looks at", "", rule.what, "",
        "## Why a reader minds", "", rule.why, "",
        "## Instead", "", rule.instead, "",
    ]  # fmt: skip
    if rule.question:
        lines += ["An interviewer would ask:", "", f"> {rule.question}", ""]
    lines += ["## Examples", "", "The [brackets] show what the finding points at.", ""]
    for example in rule.bad:
        lines += _render_example("Bad", example, rule)
    for example in rule.good:
        lines += _render_example("Good", example, rule)
    for title, examples in (("Known to be missed", rule.missed), ("Known false alarms", rule.false_alarm)):
        if examples:
            lines += [f"## {title}", ""]
            for example in examples:
                lines += _render_example("Bullet", example, rule)
    lines += ["## Settings", "", "| profile | severity |", "|---|---|"]
    lines += [f"| `{profile.name}` | {describe_severity(rule, profile)} |" for profile in profiles]
    if rule.once:
        lines += ["", "A remark, made once a page where many bullets have it, if", ""]
        lines += [f"- {describe_once(entry)}" for entry in rule.once]
    about = "whole files" if rule.scope == "document" else f"bullets of kind {', '.join(rule.applies_to)}"
    lines += ["", f"Family: `{rule.family}`. Applies to {about}.", ""]
    return "\n".join(lines)


def render_page(word: str, rulebook: Rulebook) -> str:
    """Return the page of a rule, by its code or name, as Markdown; raises ConfigError for an unknown one."""
    notice = find_notice(word)
    if notice is not None:
        return render_notice(notice)
    return render_document(find_rule(word, rulebook.rules), list(rulebook.profiles.values()))


def describe_severity(rule: Rule, profile: Profile) -> str:
    """Return a rule's severity in a profile, with the facts on which that depends."""
    asked = apply_profile([rule], profile)
    if not asked:
        return "off"
    (changed,) = asked
    cases = (f", {case.severity} if {describe_facts(case.when)}" for case in changed.severity_when)
    words = changed.severity + "".join(cases)
    added = changed.when[len(rule.when) :]
    excluded = changed.unless.facts[len(rule.unless.facts) :]
    if added:
        words += f", only if {describe_facts(added)}"
    if excluded:
        words += f", not if {describe_facts(excluded)}"
    return words


def render_index(rules: Sequence[Rule], profiles: Sequence[Profile]) -> str:
    """Return the page that lists all rules by family."""
    names = [profile.name for profile in profiles]
    lines = [
        "# The rules",
        "",
        "Generated from the files in `rules/` by `python docs/build.py`; a test keeps it current.",
        "",
    ]
    for family, question in FAMILIES.items():
        chosen = [rule for rule in rules if rule.family == family]
        if not chosen:
            continue
        lines += [
            f"## {question}",
            "",
            f"| rule | fires when | {' | '.join(names)} |",
            "|---|---|" + "---|" * len(names),
        ]
        for rule in chosen:
            loudness = [describe_severity(rule, profile).split(",")[0] for profile in profiles]
            lines.append(
                f"| [{rule.code} `{rule.name}`]({rule.name}.md) | {rule.summary} | {' | '.join(loudness)} |"
            )
        lines.append("")
    return "\n".join(lines)


def _render_example(title: str, example: Example, rule: Rule) -> list[str]:
    text = mark_example(example)
    if rule.scope == "document":
        shown = text.replace("[]", "", 1) if example.spans else text
        lines = [f"{title}:", "", "````markdown", shown, "````", ""]
    else:
        ended = {True: " (in a job that has ended)", False: " (in a current job)", None: ""}[example.ended]
        lines = [f"{title}{ended}:", "", f"> {_escape(text)}", ""]
    if example.better:
        lines += ["better:", "", f"> {_escape(example.better)}", ""]
    return lines


def _escape(text: str) -> str:
    return text.replace("<", "&lt;").replace("*", "\\*")
