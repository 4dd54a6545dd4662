"""A comparison of two versions of a resume, for people and as JSON (described in schema/comparison-1.json)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from bulletlint.core.finding import FileReport, Finding, Report, Tool
from bulletlint.core.visible import show_line
from bulletlint.core.web_pages import find_page_url
from bulletlint.core.wording import count, count_severity, wrap_words
from bulletlint.lint.comparison import ComparedBullet, ComparedFindings, Comparison, Located
from bulletlint.report.closing import wrap_painted
from bulletlint.report.json import build_finding, build_place, build_tool
from bulletlint.report.json_list import OneLine, render_value
from bulletlint.report.places import describe_place
from bulletlint.report.ranking import rank_findings
from bulletlint.report.redaction import redact_bullet, redact_evidence, redact_file, redact_finding
from bulletlint.report.summary import summarise
from bulletlint.report.text import NARROWEST_MESSAGE
from bulletlint.report.text_style import BOLD, CYAN, GREEN, INDENT, TextStyle

SCHEMA_VERSION = 1
#: The colours of what was taken out and put in, as in a diff.
_RED = "31"


def redact_comparison(comparison: Comparison, summaries: Mapping[str, str]) -> Comparison:
    """Return a comparison without a word of the resumes; `summaries` are those of the rules, by code."""

    def redact_findings(findings: ComparedFindings) -> ComparedFindings:
        gone, new, same = (
            tuple(redact_finding(finding, summaries) for finding in each)
            for each in (findings.gone, findings.new, findings.same)
        )
        return ComparedFindings(gone, new, same)

    def redact(item: Located | None) -> Located | None:
        return replace(item, report=redact_bullet(item.report, summaries)) if item is not None else None

    return Comparison(
        tuple(redact_file(file, summaries) for file in comparison.old),
        tuple(redact_file(file, summaries) for file in comparison.new),
        tuple(
            replace(
                bullet,
                old=redact(bullet.old),
                new=redact(bullet.new),
                findings=redact_findings(bullet.findings),
                lost=redact_evidence(bullet.lost),
            )
            for bullet in comparison.bullets
        ),
        redact_findings(comparison.page),
    )


def render_comparison(comparison: Comparison, style: TextStyle) -> str:
    """Return what changed, bullet by bullet, and the figures of both versions at the end.

    What is as it was is counted; it is shown when the style is verbose.
    """
    blocks = [
        list(_render_bullet(bullet, style))
        for bullet in comparison.bullets
        if style.verbose or bullet.change != "same" or bullet.findings.gone or bullet.findings.new
    ]
    page = list(_render_findings(comparison.page, style))
    if page:
        blocks.append([style.paint("the page as a whole", BOLD), *page])
    if not style.quiet:
        figures = _render_figures(comparison, style)
        blocks.append([line for said in figures for line in wrap_painted(said, style.width)])
    return "\n".join("".join(f"{line}\n" for line in block) for block in blocks)


def _render_bullet(bullet: ComparedBullet, style: TextStyle) -> Iterator[str]:
    shown = bullet.new or bullet.old
    assert shown is not None
    head = style.paint(describe_place(show_line(shown.path), shown.report.place), BOLD)
    said = {"same": "same words", "changed": "changed", "added": "added", "removed": "removed"}[bullet.change]
    if bullet.old is not None and bullet.new is not None:
        said += f", was {describe_place(show_line(bullet.old.path), bullet.old.report.place)}"
        said += ", moved" if bullet.moved else ""
    scores = [item.report.score for item in (bullet.old, bullet.new) if item is not None]
    said += _describe_scores(scores, style)
    yield f"{head}  {said}"
    if bullet.change == "same":
        yield from _render_text("  ", bullet.new, style)
    else:
        yield from _render_text("- ", bullet.old, style, _RED)
        yield from _render_text("+ ", bullet.new, style, GREEN)
    yield from _render_findings(bullet.findings, style)
    for item in bullet.lost:
        yield INDENT + style.paint("lost", CYAN) + f'  {item.label} "{show_line(item.text)}"'


def _render_text(sign: str, item: Located | None, style: TextStyle, *codes: str) -> Iterator[str]:
    if item is not None:
        lines = wrap_words(show_line(item.report.text), style.width - len(INDENT) - len(sign))
        for number, line in enumerate(lines):
            yield INDENT + style.paint((sign if number == 0 else " " * len(sign)) + line, *codes)


def _render_findings(findings: ComparedFindings, style: TextStyle) -> Iterator[str]:
    """Yield a line for each finding that is gone, new, and, when verbose, the same."""
    rows: list[tuple[str, Sequence[Finding], str]] = [
        ("gone", findings.gone, GREEN),
        ("new", findings.new, _RED),
    ]
    if style.verbose:
        rows.append(("same", findings.same, ""))
    for word, found, colour in rows:
        for finding in rank_findings(found):
            label = f"{finding.severity:<7}  {finding.code}  {finding.rule}"
            linked = label.replace(finding.code, style.link(finding.code, find_page_url(finding.rule)), 1)
            painted = INDENT + (style.paint(f"{word:<4}", colour) if colour else f"{word:<4}")
            if word == "gone":  # what was said of words that are gone would only puzzle
                yield f"{painted}  {linked}"
                continue
            hang = len(INDENT) + 6 + len(label) + 2
            if style.width - hang < NARROWEST_MESSAGE:
                yield f"{painted}  {linked}"
                hang = 2 * len(INDENT)
                lines = wrap_words(show_line(finding.message), style.width - hang)
            else:
                first, *lines = wrap_words(show_line(finding.message), style.width - hang)
                yield f"{painted}  {linked}  {first}"
            for line in lines:
                yield " " * hang + line


def _render_figures(comparison: Comparison, style: TextStyle) -> Iterator[str]:
    findings = comparison.list_findings()
    gone = style.paint(f"{len(findings.gone):,} gone", GREEN) if findings.gone else "none gone"
    new = style.paint(_count_new(findings.new), _RED) if findings.new else "none new"
    old, fresh = (_score(files) for files in (comparison.old, comparison.new))
    yield f"Findings: {gone}, {new}, {len(findings.same):,} the same{_describe_scores([old, fresh], style, ' of 100')}"
    changes = [bullet.change for bullet in comparison.bullets]
    parts = [
        f"{changes.count(change):,} {word}"
        for change, word in (
            ("changed", "changed"),
            ("added", "added"),
            ("removed", "removed"),
            ("same", "the same"),
        )
        if change in changes
    ]
    moved = sum(bullet.moved for bullet in comparison.bullets)
    parts += [f"{moved:,} moved"] if moved else []
    lost = sum(len(bullet.lost) for bullet in comparison.bullets)
    yield f"Bullets: {', '.join(parts) or 'none'}" + (f"; {count(lost, 'fact')} lost" if lost else "")
    profiles = sorted({file.profile for file in (*comparison.old, *comparison.new) if file.profile})
    if profiles:
        yield f"Profile: {', '.join(profiles)}."


def _count_new(findings: Sequence[Finding]) -> str:
    severities = dict.fromkeys(finding.severity for finding in rank_findings(findings))
    parts = [
        count_severity(sum(finding.severity == severity for finding in findings), severity)
        for severity in severities
    ]
    return f"{len(findings):,} new ({', '.join(parts)})"


def _describe_scores(scores: Sequence[int | None], style: TextStyle, unit: str = "") -> str:
    known = [str(score) for score in scores if score is not None]
    if not known:
        return ""
    arrow = " → " if style.unicode else " -> "
    return f"; score {arrow.join(known)}{unit}"


def _score(files: Sequence[FileReport]) -> int | None:
    return summarise(Report(Tool("", "", "", ""), tuple(files))).score


def render_comparison_json(comparison: Comparison, tool: Tool) -> str:
    """Return what changed as JSON, with what is as it was."""
    lost = sum(len(bullet.lost) for bullet in comparison.bullets)
    findings = comparison.list_findings()
    content = {
        "schema": SCHEMA_VERSION,
        "tool": build_tool(tool),
        "old": _build_version(comparison.old),
        "new": _build_version(comparison.new),
        "bullets": [_build_bullet(bullet) for bullet in comparison.bullets],
        "page": _build_findings(comparison.page),
        "summary": {
            "gone": len(findings.gone),
            "new": len(findings.new),
            "same": len(findings.same),
            "lost": lost,
            "score": [_score(comparison.old), _score(comparison.new)],
        },
    }
    return render_value(content, 0) + "\n"


def _build_version(files: Sequence[FileReport]) -> dict[str, Any]:
    return {
        "files": [
            OneLine(path=file.path, format=file.format, error=file.error, profile=file.profile or None)
            for file in files
        ],
        "bullets": sum(len(file.bullets) for file in files),
        "score": _score(files),
    }


def _build_bullet(bullet: ComparedBullet) -> dict[str, Any]:
    return {
        "change": bullet.change,
        "moved": bullet.moved,
        "old": _build_located(bullet.old),
        "new": _build_located(bullet.new),
        "findings": _build_findings(bullet.findings),
        "lost": [OneLine(label=item.label, text=item.text) for item in bullet.lost],
    }


def _build_located(item: Located | None) -> dict[str, Any] | None:
    if item is None:
        return None
    report = item.report
    return {
        "path": item.path,
        "text": report.text,
        **build_place(report.place),
        "section": report.section,
        "score": report.score,
    }


def _build_findings(findings: ComparedFindings) -> dict[str, Any]:
    return {
        "gone": [build_finding(finding) for finding in findings.gone],
        "new": [build_finding(finding) for finding in findings.new],
        "same": [build_finding(finding) for finding in findings.same],
    }
