"""The page about profiles as Markdown: what each asks, how loudly, and what its score is about."""

from __future__ import annotations

from collections.abc import Sequence

from bulletlint.check.score_weights import ScoreWeights
from bulletlint.core.rule import Rule
from bulletlint.report.rule_docs import describe_severity
from bulletlint.report.rule_page import FAMILIES
from bulletlint.rulebook.profile import Profile, apply_profile

#: Columns that name the severities of a rule, and what stands for a rule that a profile leaves out.
_OFF, _DASH = "off", "–"


def render_profiles(rules: Sequence[Rule], profiles: Sequence[Profile], weights: ScoreWeights) -> str:
    """Return the page: the profiles, then the rules of each family with their severities, then the parts of the score.

    A severity that depends on facts of the bullet has a note at the end of its table.
    """
    lines = [
        "# Profiles",
        "",
        "Who is read for, what each profile asks, and how loudly. This page is written by `python docs/build.py` from "
        "`rules/`; the page of a rule says what its facts mean. `auto` takes one of these, page by page.",
        "",
        "| profile | reads for | errors | warnings | remarks | off |",
        "|---|---|---|---|---|---|",
    ]
    lines += [count_severities(profile, rules) for profile in profiles]
    for family, question in FAMILIES.items():
        members = [rule for rule in rules if rule.family == family]
        if members:
            lines += ["", f"## {question}", "", *render_family(members, profiles)]
    lines += ["", "## What the score is about", "", *render_score_parts(rules, profiles, weights)]
    return "\n".join(lines) + "\n"


def count_severities(profile: Profile, rules: Sequence[Rule]) -> str:
    """Return a profile's row: how many rules it has of each severity, by what they say where no fact changes it."""
    asked = apply_profile(rules, profile)
    counts = [sum(rule.severity == severity for rule in asked) for severity in ("error", "warning", "info")]
    cells = (f"`{profile.name}`", profile.summary, *map(str, counts), str(len(rules) - len(asked)))
    return f"| {' | '.join(cells)} |"


def render_family(rules: Sequence[Rule], profiles: Sequence[Profile]) -> list[str]:
    """Return the table of a family and the notes under it."""
    names = " | ".join(f"`{profile.name}`" for profile in profiles)
    lines = [f"| rule | fires when | {names} |", f"|---|---|{'---|' * len(profiles)}"]
    notes: list[str] = []
    for rule in rules:
        cells = []
        for profile in profiles:
            said = describe_severity(rule, profile)
            severity, _, condition = said.partition(", ")
            if condition and condition not in notes:
                notes.append(condition)
            mark = f" ({notes.index(condition) + 1})" if condition else ""
            cells.append(_DASH if severity == _OFF else severity + mark)
        link = f"[{rule.code}](rules/{rule.name}.md) `{rule.name}`"
        lines.append(f"| {link} | {rule.summary} | {' | '.join(cells)} |")
    if notes:
        lines.append("")
        lines += [f"({number}) {note}  " for number, note in enumerate(notes, start=1)]
    return lines


def render_score_parts(
    rules: Sequence[Rule], profiles: Sequence[Profile], weights: ScoreWeights
) -> list[str]:
    """Return the table of the parts of a score, with what each is worth where a profile asks for it."""
    names = " | ".join(f"`{profile.name}`" for profile in profiles)
    lines = [f"| part | is | {names} |", f"|---|---|{'---|' * len(profiles)}"]
    asked = [{rule.name for rule in apply_profile(rules, profile)} for profile in profiles]
    for part, worth in weights.parts.items():
        cells = [
            str(worth.most) if worth.asked_by in there or part == "clarity" else _DASH for there in asked
        ]
        if part == "decision":
            cells = [f"+{worth.most}"] * len(profiles)
        lines.append(f"| {part} | {worth.meaning} | {' | '.join(cells)} |")
    return [
        *lines,
        "",
        "What a profile does not ask of a bullet still adds on top where the bullet states it.",
    ]
