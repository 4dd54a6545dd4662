"""Findings that are known and not reported again: by fingerprint and count, never by line, and without resume text."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from hashlib import blake2b
from pathlib import Path

from bulletlint.errors import ConfigError
from bulletlint.finding import BulletReport, FileReport, Finding, Report

BASELINE_VERSION = 1
_DIGEST_BYTES = 12

#: How often a fingerprint is known.
Baseline = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Applied:
    """A report without its known findings, how many those were, and how many entries no longer match anything."""

    report: Report
    known: int
    stale: int


def make_fingerprint(finding: Finding, text: str) -> str:
    """Return a digest of the rule and the bullet's words, which moving lines, spacing and case leave as it is."""
    words = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip().casefold()
    return blake2b(f"{finding.code}\0{words}".encode(), digest_size=_DIGEST_BYTES).hexdigest()


def read_baseline(path: Path) -> Baseline:
    """Return a baseline file's fingerprints; raises ConfigError where it is missing or not what was written."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(
            f"the baseline cannot be read ({error.strerror}); write it with --update-baseline", path=str(path)
        ) from None
    except ValueError as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else None
        raise ConfigError(
            "the baseline is broken; write it anew with --update-baseline", path=str(path), line=line
        ) from None
    if not isinstance(content, dict) or content.get("version") != BASELINE_VERSION:
        raise ConfigError(
            f"this is no baseline of version {BASELINE_VERSION}; write it anew with --update-baseline",
            path=str(path),
        )
    counts = content.get("findings")
    if not isinstance(counts, dict) or not all(
        isinstance(count, int) and not isinstance(count, bool) and count > 0 for count in counts.values()
    ):
        raise ConfigError("the baseline is broken; write it anew with --update-baseline", path=str(path))
    return counts


def write_baseline(report: Report, path: Path) -> int:
    """Write the findings of a report as the new baseline, and return how many they are.

    What is no longer found is thereby pruned. The file is replaced in one step. Raises ConfigError.
    """
    counts = Counter(
        make_fingerprint(finding, text) for file in report.files for finding, text in iterate_texts(file)
    )
    content = {"version": BASELINE_VERSION, "findings": dict(sorted(counts.items()))}
    scratch = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        scratch.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
        scratch.replace(path)
    except OSError as error:
        scratch.unlink(missing_ok=True)
        raise ConfigError(f"the baseline cannot be written ({error.strerror})", path=str(path)) from None
    return counts.total()


def iterate_texts(file: FileReport) -> Iterator[tuple[Finding, str]]:
    """Yield each finding of a file with the text that it is about; a finding about the whole file has its message."""
    for bullet in file.bullets:
        for finding in bullet.findings:
            yield finding, bullet.text
    for finding in file.findings:
        yield finding, finding.message


def apply_baseline(report: Report, baseline: Baseline) -> Applied:
    """Return the report without the findings that a baseline knows, each as often as it is known there.

    A second finding of the same kind in the same words is new: counts are used up in the order of the report.
    """
    left = Counter(baseline)
    total = left.total()
    files = tuple(_drop_known(file, left) for file in report.files)
    stale = left.total()
    return Applied(replace(report, files=files), total - stale, stale)


def _drop_known(file: FileReport, left: Counter[str]) -> FileReport:
    bullets = tuple(_drop_known_of_bullet(bullet, left) for bullet in file.bullets)
    findings = tuple(finding for finding in file.findings if not _use_up(finding, finding.message, left))
    return replace(file, bullets=bullets, findings=findings)


def _drop_known_of_bullet(bullet: BulletReport, left: Counter[str]) -> BulletReport:
    findings = tuple(finding for finding in bullet.findings if not _use_up(finding, bullet.text, left))
    from bulletlint.rewrite.withdrawal import withdraw_slots

    rewrite = withdraw_slots(bullet.rewrite, bullet.text, before=bullet.findings, after=findings)
    return replace(bullet, findings=findings, rewrite=rewrite)


def _use_up(finding: Finding, text: str, left: Counter[str]) -> bool:
    fingerprint = make_fingerprint(finding, text)
    if left[fingerprint] <= 0:
        return False
    left[fingerprint] -= 1
    return True
