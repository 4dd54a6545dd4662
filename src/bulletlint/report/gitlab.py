"""The report as a GitLab Code Quality artifact."""

from __future__ import annotations

import os
from collections import Counter
from pathlib import Path
from typing import Any

from bulletlint.core.finding import FileReport, Report, Severity
from bulletlint.report.json_list import JsonList
from bulletlint.report.rows import Row, describe_located, iterate_rows, number_rows
from bulletlint.report.stream import Write, render_stream

_SEVERITIES: dict[Severity, str] = {"error": "major", "warning": "minor", "info": "info"}


class GitlabStream:
    """A list of issues; fingerprints are unique in it and stay when lines move.

    Unlike every other format it has to remember something of each finding: its fingerprint.
    """

    def __init__(self, write: Write) -> None:
        self._write = write
        self._root = find_root()
        self._issues = JsonList(write, 0)
        self._seen: Counter[str] = Counter()

    def add(self, file: FileReport) -> None:
        """Write the issues of the next file."""
        for row, fingerprint, number in number_rows(iterate_rows(file), self._seen):
            self._issues.add(build_issue(row, f"{fingerprint}{number:02x}", self._root))

    def close(self) -> None:
        """Write the end of the list."""
        self._issues.close()
        self._write("\n")


def render_gitlab(report: Report) -> str:
    """Return a report's list of issues."""
    return render_stream(GitlabStream, report.files)


def find_root() -> Path | None:
    """Return the folder that GitLab counts paths from: the top of the repository, else the working folder."""
    try:
        here = Path.cwd()
    except FileNotFoundError:  # it has been deleted
        return None
    return next((folder for folder in (here, *here.parents) if (folder / ".git").exists()), here)


def make_relative(path: str, root: Path | None) -> str:
    """Return a path as GitLab shows it, from a root; one that does not lie below it stays as it is."""
    full = Path(os.path.abspath(path)) if root is not None else None
    if root is None or full is None or not full.is_relative_to(root):
        return path
    return full.relative_to(root).as_posix()


def build_issue(row: Row, fingerprint: str, root: Path | None = None) -> dict[str, Any]:
    """Return a finding as plain values; its path counts from `root`."""
    finding = row.finding
    return {
        "description": describe_located(finding),
        "check_name": f"{finding.code} {finding.rule}",
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": make_relative(row.file.path, root),
            "lines": {"begin": finding.place.line or 1, "end": finding.place.end_line or 1},
        },
    }
