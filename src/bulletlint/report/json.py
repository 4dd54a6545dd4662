"""The report as JSON, schema version 1 (described in schema/report-1.json; additive changes only)."""

from __future__ import annotations

from typing import Any

from bulletlint.core.document import Place
from bulletlint.core.finding import BulletReport, FileReport, Finding, Report, Tool
from bulletlint.report.json_list import JsonList, OneLine, render_value
from bulletlint.report.stream import Write, render_stream
from bulletlint.report.summary import Summary, Tally

SCHEMA_VERSION = 1


class JsonStream:
    """The report as indented JSON: head, files, and the summary at the end."""

    def __init__(self, write: Write, tool: Tool) -> None:
        self._write = write
        self._tool = tool
        self._tally = Tally()
        self._files: JsonList | None = None

    def add(self, file: FileReport) -> None:
        """Write the next file."""
        self._tally.add(file)
        self._begin().add(build_file(file))

    def close(self) -> None:
        """Write the summary."""
        self._begin().close()
        summary = render_value(build_summary(self._tally.summarise()), 1)
        self._write(f',\n  "summary": {summary}\n}}\n')

    def _begin(self) -> JsonList:
        if self._files is None:
            tool = render_value(build_tool(self._tool), 1)
            self._write(f'{{\n  "schema": {SCHEMA_VERSION},\n  "tool": {tool},\n  "files": ')
            self._files = JsonList(self._write, 1)
        return self._files


def render_json(report: Report) -> str:
    """Return the report as indented JSON with a line end."""
    return render_stream(lambda write: JsonStream(write, report.tool), report.files)


def build_tool(tool: Tool) -> dict[str, Any]:
    """Return what made a report as plain values."""
    return {"name": tool.name, "version": tool.version, "model": tool.model, "profile": tool.profile}


def build_summary(summary: Summary) -> dict[str, Any]:
    """Return the figures of a run as plain values."""
    return {
        "files": summary.files,
        "unreadable": summary.unreadable,
        "bullets": summary.bullets,
        "unjudged": summary.unjudged,
        "findings": summary.findings,
        "by_rule": dict(summary.by_rule),
        "by_severity": dict(summary.by_severity),
        "score": summary.score,
        "coverage": {
            "metric": summary.coverage.metric,
            "cost": summary.coverage.cost,
            "fallback": summary.coverage.fallback,
            "outcome_first": summary.coverage.outcome_first,
        },
    }


def build_file(file: FileReport) -> dict[str, Any]:
    """Return one file as plain values."""
    return {
        "path": file.path,
        "format": file.format,
        "error": file.error,
        "profile": file.profile or None,
        "profile_reason": file.profile_reason or None,
        "doubt": file.doubt or None,
        "bullets": [build_bullet(bullet) for bullet in file.bullets],
        "findings": [build_finding(finding) for finding in file.findings],
        "notes": list(file.notes),
    }


def build_bullet(bullet: BulletReport) -> dict[str, Any]:
    """Return one bullet as plain values."""
    lead = bullet.lead
    rewrite = bullet.rewrite
    return {
        "text": bullet.text,
        **build_place(bullet.place),
        "section": bullet.section,
        "kind": bullet.kind,
        "world": bullet.world,
        "lead_verb": OneLine(lemma=lead.lemma, text=lead.text, **{"class": lead.lead_class})
        if lead
        else None,
        "confidence": dict(bullet.confidence),
        "evidence": [
            OneLine(
                label=evidence.label,
                text=evidence.text,
                start=evidence.start,
                end=evidence.end,
                source=evidence.source,
                confidence=evidence.confidence,
            )
            for evidence in bullet.evidence
        ],
        "score": bullet.score,
        "score_parts": [
            OneLine(name=part.name, given=part.given, most=part.most, asked=part.asked)
            for part in bullet.parts
        ],
        "asked": list(bullet.asked),
        "foreign": bullet.foreign,
        "findings": [build_finding(finding) for finding in bullet.findings],
        "rewrite": {
            "text": rewrite.text,
            "source": rewrite.source,
            "slots": [
                OneLine(
                    name=slot.name,
                    label=slot.label,
                    hint=slot.hint,
                    question=slot.question,
                    kind=slot.kind,
                    start=slot.start,
                    end=slot.end,
                )
                for slot in rewrite.slots
            ],
        }
        if rewrite
        else None,
    }


def build_finding(finding: Finding) -> dict[str, Any]:
    """Return one finding as plain values; `start` and `end` are character offsets in the bullet's text."""
    return OneLine(
        code=finding.code,
        also=[code for code, _ in finding.also],
        rule=finding.rule,
        severity=finding.severity,
        message=finding.message,
        start=finding.start,
        end=finding.end,
        **build_place(finding.place),
        action=finding.action,
        question=finding.question,
        suggestions=list(finding.suggestions),
        grouped=finding.grouped,
        unsaid=finding.unsaid,
    )


def build_place(place: Place) -> dict[str, Any]:
    """Return line and column, always there, and whatever else the format has: page, box, paragraph, pointer."""
    values: dict[str, Any] = {
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
    }
    if place.page is not None:
        values["page"] = place.page
    if place.box is not None:
        values["box"] = list(place.box)
    if place.paragraph is not None:
        values["paragraph"] = place.paragraph
    if place.pointer is not None:
        values["pointer"] = place.pointer
    return values
