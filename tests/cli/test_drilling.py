"""The command drill from outside."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from bulletlint.cli import commands

SOURCE = (
    "# Ada Quist, AI engineer\n\n## Experience\n\n- Implemented **Redis caching** for the search API, cutting p95 latency by **40 %**.\n"
    "- Cut onboarding from 9 days to 3 at no extra headcount, with the old form as fallback.\n"
)


def run(*arguments: str, given: str | None = None) -> Result:
    return CliRunner().invoke(commands, ["drill", "--isolated", *arguments], input=given)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "resume.md"
    path.write_text(SOURCE, encoding="utf-8")
    return path


def test_drill_asks_about_the_weakest_link(path: Path) -> None:
    """As Markdown or JSON."""
    assert run(str(path)).stdout.splitlines()[4].startswith("**cost** (line 5): ")
    rows = json.loads(run("--format", "json", str(path)).stdout)["questions"]
    assert [(row["line"], row["link"]) for row in rows] == [(5, "cost"), (6, "depth")]
    assert run(str(path)).exit_code == 0


def test_a_mock_interview_says_what_each_answer_named(path: Path) -> None:
    """And at the end what to practise; nobody there ends it."""
    result = run("--mock", str(path), given="$0.002 a query\nnothing much\n")
    assert result.exit_code == 0
    lines = result.stdout.splitlines()
    assert lines[0] == "[1] Implemented Redis caching for the search API, cutting p95 latency by 40 %."
    assert lines[1].startswith("1 of 10: What does it cost a month to run")
    assert "named: cost “$0.002 a query” · not named: outcome, fallback, signal" in result.stdout
    assert "2 answers; they named: outcome 0, cost 1, fallback 0, signal 0" in result.stdout


def test_a_mock_interview_without_a_claim_says_so(tmp_path: Path) -> None:
    """A resume of awards has nothing to be asked about."""
    path = tmp_path / "resume.md"
    path.write_text("## Experience\n\n- Won first prize at the 2019 city hackathon.\n", encoding="utf-8")
    assert run("--mock", str(path)).stdout == "no bullet makes a claim to ask about\n"


@pytest.mark.parametrize("arguments", [("--mock", "-"), ("--mock", "--format", "json", "x.md")])
def test_a_mock_interview_needs_a_listener(arguments: tuple[str, ...]) -> None:
    """Standard input is for the answers."""
    result = run(*arguments)
    assert result.exit_code == 2
    assert "--mock asks and listens" in result.stderr
