"""What is said of many bullets at once: figures first, the weakest by number, and which lines are no bullets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from bulletlint.check.need import sort_by_need
from bulletlint.check.score import score_resume
from bulletlint.core.document import LeftOut
from bulletlint.core.finding import SEVERITIES, BulletReport, Finding
from bulletlint.core.wording import count, count_severity, cut_words, list_numbers, wrap_words
from bulletlint.report.text import NARROWEST_MESSAGE
from bulletlint.report.text_style import TextStyle

#: More bullets than these fill more than a screen; then a summary comes first, and each by its number.
MOST_SHOWN = 5
#: How many rules and weak bullets a summary names.
_NAMED = 5


def summarise_bullets(bullets: Sequence[BulletReport]) -> str:
    """Return one line: how many bullets, how many findings, which score on average."""
    mean = score_resume([bullet.score for bullet in bullets])
    found = Counter(finding.severity for bullet in bullets for finding in bullet.findings)
    said = count(found.total(), "finding") if found else "no findings"
    if len(bullets) > MOST_SHOWN and found:
        parts = [count_severity(found[severity], severity) for severity in SEVERITIES if found[severity]]
        said += f" ({', '.join(parts)})"
    score = f"; score {mean} of 100" if mean is not None else ""
    return f"{count(len(bullets), 'bullet')}: {said}{score}"


def render_overview(bullets: Mapping[int, BulletReport], style: TextStyle, *, hint: bool = True) -> list[str]:
    """Return the figures of many bullets, the rules that fire most, and the weakest bullets by number.

    With `hint` the commands that show more come last.
    """
    lines = wrap_words(summarise_bullets(list(bullets.values())), style.width)
    fired = Counter(
        f"{finding.code} {finding.rule}" for bullet in bullets.values() for finding in bullet.findings
    )
    if fired:
        often = [f"{name} ({number})" for name, number in fired.most_common(_NAMED)]
        lines += _wrap(f"most often: {', '.join(often)}", style.width, hang=2)
    weakest = [number for number in sort_by_need(bullets) if bullets[number].findings]
    if weakest:
        lines += [style.paint("weakest first:", "1")]
        lines += [line for number in weakest[:_NAMED] for line in render_row(number, bullets[number], style)]
    sound = [number for number, bullet in bullets.items() if not bullet.findings]
    if sound:
        lines += _wrap(f"no findings: {list_numbers(sound)}", style.width, hang=2)
    if hint:
        first = weakest[0] if weakest else next(iter(bullets))
        said = f":show {first} shows that bullet with its rewrite, :show all every one, :list a line for each"
        lines += _wrap(said, style.width, hang=2)
    return lines


def render_row(number: int, bullet: BulletReport, style: TextStyle) -> list[str]:
    """Return a bullet in short: number, score, as much of its text as a line holds, and the codes below."""
    score = "–" if style.unicode else "-"
    head = f"{f'[{number}]':<5} {bullet.score if bullet.score is not None else score:>3}  "
    codes = " ".join(dict.fromkeys(finding.code for finding in bullet.findings)) or "no findings"
    lines = [head + cut_words(bullet.text, style.width - len(head), style.ellipsis)]
    lines += [" " * len(head) + style.paint(line, "2") for line in wrap_words(codes, style.width - len(head))]
    return lines


def describe_findings(findings: Sequence[Finding], style: TextStyle, *, whole: bool) -> list[str]:
    """Return the lines of findings about all the bullets together: each, or if they are many the first of each rule."""
    if whole or len(findings) <= MOST_SHOWN:
        return [line for finding in findings for line in describe_finding(finding, style)]
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault(finding.code, []).append(finding)
    lines: list[str] = []
    for first, *others in by_rule.values():
        more = f" (and {len(others)} more like it)" if others else ""
        lines += describe_finding(replace(first, message=first.message + more), style)
    return lines


def describe_finding(finding: Finding, style: TextStyle) -> list[str]:
    """Return the lines of a finding about all the bullets together."""
    head = f"{finding.severity}  {finding.code}  {finding.rule}  "
    room = style.width - len(head)
    if room < NARROWEST_MESSAGE:
        return [head.rstrip(), *("  " + line for line in wrap_words(finding.message, style.width - 2))]
    first, *rest = wrap_words(finding.message, style.width - 2, first=room)
    return [head + first, *("  " + line for line in rest)]


def describe_left_out(lines: Sequence[LeftOut], style: TextStyle, *, whole: bool) -> list[str]:
    """Return what was not taken for a bullet, with the reason: a line for each, or for each reason if they are many."""
    if whole or len(lines) <= MOST_SHOWN:
        return [
            row
            for line in lines
            for row in _wrap(
                f"not a bullet ({line.reason}): {cut_words(line.text, 2 * style.width, style.ellipsis)}",
                style.width,
                hang=2,
            )
        ]
    reasons: dict[str, list[str]] = {}
    for line in lines:
        reasons.setdefault(line.reason, []).append(line.text)
    rows: list[str] = []
    for reason, texts in reasons.items():
        room = style.width // 3 if len(texts) > 1 else style.width
        shown = style.separator.join(cut_words(text, room, style.ellipsis) for text in texts[:_NAMED])
        more = f"{style.separator}{len(texts) - _NAMED} more" if len(texts) > _NAMED else ""
        said = f"{count(len(texts), 'line')} not taken for bullets ({reason}): {shown}{more}"
        rows += _wrap(said, style.width, hang=2)
    return rows


def _wrap(text: str, width: int, *, hang: int) -> list[str]:
    """Return a text wrapped at words, every line but the first indented by so many columns."""
    first, *rest = wrap_words(text, width - hang, first=width)
    return [first, *(" " * hang + line for line in rest)]
