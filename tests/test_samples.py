"""The samples on the README's first lines: a weak resume fails, a strong one passes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bulletlint.cli.exit_code import decide_exit_code
from bulletlint.lint.linter import Linter
from bulletlint.report.summary import summarise
from bulletlint.report.text import render_text
from bulletlint.report.text_style import TextStyle

SAMPLES = Path(__file__).parent.parent / "samples"


@pytest.fixture(scope="module")
def linter() -> Linter:
    """The linter with its bundled pipeline and the default settings."""
    return Linter()


def test_the_weak_sample_fails_on_every_weak_bullet(linter: Linter) -> None:
    """The last bullet is a strong one and the one before says how much it moves: neither has a finding above info.

    No bullet tells of AI in use, whose cost is asked.
    """
    report = linter.lint_paths([SAMPLES / "engineer.md"])
    (file,) = report.files
    loud = [
        [
            code
            for finding in bullet.findings
            if finding.severity != "info" and not finding.unsaid
            for code in finding.codes
        ]
        for bullet in file.bullets
    ]
    assert len(file.bullets) == 9
    assert [number for number, codes in enumerate(loud) if not codes] == [7, 8]
    assert {"BL101", "BL102", "BL103", "BL201", "BL501"} <= {code for codes in loud for code in codes}
    assert "Cost: " not in render_text(report, TextStyle())
    asked = replace(report, files=(replace(file, profile_chosen=False),))
    assert [line for line in render_text(asked, TextStyle()).splitlines() if line.startswith("  Cost: ")] == [
        "  Cost: stated in 1 of 7 bullets; it would add most to lines 17, 20 and 28."
    ]


def test_the_strong_sample_passes(linter: Linter) -> None:
    """Nothing at or above the default --fail-on."""
    report = linter.lint_paths([SAMPLES / "product.md"])
    assert decide_exit_code(summarise(report), fail_on="warning") == 0
    assert len(report.files[0].bullets) == 6
