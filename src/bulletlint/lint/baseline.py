"""Findings that are known and not reported again: by fingerprint and count, never by line, and without resume text."""

from __future__ import annotations

import json
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path

from bulletlint.core.errors import ConfigError
from bulletlint.core.finding import BulletReport, FileReport, Finding
from bulletlint.core.regular_file import read_settings_file

BASELINE_VERSION = 1
_DIGEST_BYTES = 12

#: How often a fingerprint is known.
Baseline = Mapping[str, int]


def make_fingerprint(finding: Finding, text: str) -> str:
    """Return a digest of the rule and the bullet's words, which moving lines, spacing and case leave as it is."""
    content = f"{finding.code}\0{fold_text(text)}".encode("utf-8", "surrogatepass")
    return blake2b(content, digest_size=_DIGEST_BYTES).hexdigest()


def fold_text(text: str) -> str:
    """Return what two bullets share that say the same: their words, whatever their spacing and case."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFKC", text)).strip().casefold()


def read_baseline(path: Path) -> Baseline:
    """Return a baseline file's fingerprints; raises ConfigError if it is missing or not what was written."""
    try:
        content = json.loads(read_settings_file(path))
    except OSError as error:
        raise ConfigError(
            f"the baseline cannot be read ({error.strerror}); write it with --update-baseline", path=str(path)
        ) from None
    except (ValueError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else None
        raise ConfigError(
            "the baseline is damaged; write it again with --update-baseline", path=str(path), line=line
        ) from None
    if not isinstance(content, dict) or content.get("version") != BASELINE_VERSION:
        raise ConfigError(
            f"this is not a baseline of version {BASELINE_VERSION}; write it again with --update-baseline",
            path=str(path),
        )
    counts = content.get("findings")
    if not isinstance(counts, dict) or not all(
        isinstance(count, int) and not isinstance(count, bool) and count > 0 for count in counts.values()
    ):
        raise ConfigError("the baseline is damaged; write it again with --update-baseline", path=str(path))
    return counts


def write_baseline(counts: Mapping[str, int], path: Path) -> None:
    """Write fingerprints as the new baseline, in one step; what is not among them is thereby pruned.

    Raises ConfigError.
    """
    content = {"version": BASELINE_VERSION, "findings": dict(sorted(counts.items()))}
    scratch = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        scratch.write_text(json.dumps(content, indent=1) + "\n", encoding="utf-8")
        scratch.replace(path)
    except OSError as error:
        scratch.unlink(missing_ok=True)
        raise ConfigError(
            f"the baseline cannot be written ({error.strerror}); check the path", path=str(path)
        ) from None


def iterate_texts(file: FileReport) -> Iterator[tuple[Finding, str]]:
    """Yield each finding of a file with the text that it is about; a finding about the whole file has its message."""
    for bullet in file.bullets:
        for finding in bullet.findings:
            yield finding, bullet.text
    for finding in file.findings:
        yield finding, finding.message


def count_findings(file: FileReport) -> Counter[str]:
    """Return how often each fingerprint is in a file."""
    return Counter(make_fingerprint(finding, text) for finding, text in iterate_texts(file))


class KnownFindings:
    """What a baseline still has to silence while the files of a run are reported in order.

    Each fingerprint silences as many findings as the baseline knows of it: a second finding of the same kind in the
    same words is new. `known` counts the silenced ones.
    """

    def __init__(self, baseline: Baseline) -> None:
        self._left = Counter(baseline)
        self.known = 0

    @property
    def stale(self) -> int:
        """How many entries have matched nothing so far."""
        return self._left.total()

    def leave_out(self, file: FileReport) -> FileReport:
        """Return a file's report without what is known."""
        bullets = tuple(self._leave_out_of_bullet(bullet) for bullet in file.bullets)
        findings = tuple(finding for finding in file.findings if not self._use_up(finding, finding.message))
        return replace(file, bullets=bullets, findings=findings)

    def _leave_out_of_bullet(self, bullet: BulletReport) -> BulletReport:
        from bulletlint.rewrite.drop_slots import withdraw_slots

        findings = tuple(finding for finding in bullet.findings if not self._use_up(finding, bullet.text))
        rewrite = withdraw_slots(bullet.rewrite, bullet.text, before=bullet.findings, after=findings)
        return replace(bullet, findings=findings, rewrite=rewrite)

    def _use_up(self, finding: Finding, text: str) -> bool:
        fingerprint = make_fingerprint(finding, text)
        if self._left[fingerprint] <= 0:
            return False
        self._left[fingerprint] -= 1
        self.known += 1
        return True


class NewBaseline:
    """Collects the findings of a run, to be written as the baseline at the end."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()

    def leave_out(self, file: FileReport) -> FileReport:
        """Take note of a file's findings, and return its report without them."""
        counts = count_findings(file)
        self._counts.update(counts)
        return KnownFindings(counts).leave_out(file)

    def write(self, path: Path) -> int:
        """Write the baseline and return how many findings it holds; raises ConfigError."""
        write_baseline(self._counts, path)
        return self._counts.total()
