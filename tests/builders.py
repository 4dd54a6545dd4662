"""Hand-built bullets, facts and pipelines, so that a test needs no trained pipeline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from bulletlint.core.document import Bullet, Document, Place, Stretch
from bulletlint.core.facts import Evidence, Facts, Lead, LeadClass
from bulletlint.core.finding import BulletReport, FileReport, Finding, Report, Rewrite, Slot, Tool
from bulletlint.core.rule import Rule
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.core.settings import Settings
from bulletlint.core.strict_yaml import Source, parse_yaml
from bulletlint.evidence import Reading, Words, load_words
from bulletlint.evidence.tokens import read_tokens
from bulletlint.lint.analysis import Analyser, load_analyser
from bulletlint.rulebook.load import load_rules, parse_rule

RULE = """\
name: weak-verb
code: BL101
family: ownership
severity: error
applies_to: [delivery]
summary: The lead verb names effort.
what: The lead verb.
why: Everybody built something.
instead: Say what changed.
message: '"{lead}" says what you worked on'
action: auto
forbids:
  lead_class: [build]
anchor: [lead]
examples:
  bad: ["[Built] a cache.", "[Made] a tool."]
  good: ["Cut latency by 40 %.", "Launched search."]
"""


def make_rule(text: str = RULE, *, name: str = "weak-verb") -> Rule:
    """Return the rule that a YAML text says."""
    source = Source(f"rules/{name}.yaml")
    return parse_rule(parse_yaml(text, source), source, name=name, profiles=("ai-pm", "portfolio"))


def make_facts(text: str, **changes: Any) -> Facts:
    """Return the facts of a delivery bullet that proves nothing and has no lead verb, but for the changes."""
    facts = Facts(
        text=text,
        lead=None,
        kind="delivery",
        metric="none",
        cost="none",
        fallback=False,
        monitoring="no",
        technique_first=False,
        duty=False,
        hedged=False,
        ai=False,
        safeguard=False,
        evidence=(),
    )
    return replace(facts, **changes)


def make_lead(text: str, lead_class: LeadClass, *, start: int = 0) -> Lead:
    """Return a lead verb whose dictionary form is its own text in small letters."""
    return Lead(text, text.lower(), lead_class, start, start + len(text), token=0)


def make_evidence(text: str, words: str, label: Any) -> Evidence:
    """Return evidence on the first place of some words in a bullet."""
    start = text.index(words)
    return Evidence(label, words, start, start + len(words), "test")


def make_document(*texts: str, path: str = "resume.txt") -> Document:
    """Return a plain text resume with a bullet a line, each after "- "."""
    source = "".join(f"- {text}\n" for text in texts)
    bullets = []
    offset = 0
    for text in texts:
        start = offset + 2
        bullets.append(Bullet(text, (Stretch(text, start, start + len(text)),), section="Experience"))
        offset = start + len(text) + 1
    return Document(path, "plain", source, tuple(bullets))


def make_pipeline() -> Language:
    """Return an English pipeline that only tokenizes."""
    return spacy.blank("en")


def read_simply(doc: Doc) -> Reading:
    """Return a bullet whose facts are told by the first word alone: Built and Made are of construction, every other word an outcome."""
    first = doc[0].text
    lead_class: LeadClass = "build" if first in ("Built", "Made") else "outcome"
    fallback = "fallback" in doc.text
    return Reading(
        read_tokens(doc, doc.text, ()),
        make_facts(doc.text, lead=make_lead(first, lead_class), fallback=fallback),
    )


def read_all_simply(docs: Sequence[Doc]) -> list[Reading]:
    """Read several bullets so."""
    return [read_simply(doc) for doc in docs]


def write_rule(folder: Path, text: str = RULE, *, name: str = "weak-verb") -> Path:
    """Write a rule file and return its path."""
    path = folder / f"{name}.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def make_report(*, path: str = "resume.md", text: str | None = None) -> Report:
    """Return a report of two files: one with a weak, a strong and a wide bullet, one that could not be read."""
    weak = text or "Implemented Redis caching for the search API, cutting p95 latency by 40 %."
    strong = "Cut p95 latency by 40 % at $90 a month, with the database as fallback."
    findings = (
        Finding(
            "BL101", "weak-verb", "error", '"Implemented" says what you worked on, not what changed', 0, 11,
            Place(3, 3, 3, 14), "auto", None, ("Cut", "Reduced"),
        ),
        Finding(
            "BL301", "missing-cost", "warning", "Nothing says what this cost", 0, len(weak),
            Place(3, 3, 3, 3 + len(weak)), "ask", "What does one query cost?",
        ),
    )  # fmt: skip
    slot = "⟨cost: per query⟩"
    rewritten = f"Cut p95 latency by 40 % by implementing Redis caching for the search API, at {slot}."
    rewrite = Rewrite(
        rewritten,
        (
            Slot(
                "cost",
                "What does one query cost?",
                len(rewritten) - 1 - len(slot),
                len(rewritten) - 1,
                label="cost",
                kind="price",
            ),
        ),
    )
    bullets = (
        BulletReport(
            weak, Place(3, 3, 3, 3 + len(weak)), "Experience", "delivery", make_lead("Implemented", "build"),
            (make_evidence(weak, "40 %", "outcome"), make_evidence(weak, "Redis", "technique")),
            findings, rewrite, 55, metric="outcome", asked=("missing-cost", "missing-fallback"),
        ),
        BulletReport(
            strong, Place(4, 3, 4, 3 + len(strong)), "Experience", "delivery", make_lead("Cut", "outcome"), (), (),
            None, 100, metric="outcome", cost="paid", fallback=True, outcome_first=True, asked=("missing-cost", "missing-fallback"),
        ),
    )  # fmt: skip
    files = (
        FileReport(
            path,
            "markdown",
            None,
            bullets,
            notes=("read as Windows-1252",),
            profile="ai-pm",
            profile_reason="2 bullets tell of an AI system",
            profile_chosen=True,
        ),
        FileReport("notes.bin", None, "notes.bin: this is a binary file; name a resume"),
        FileReport("empty.md", "markdown", None),
    )
    return Report(Tool("bulletlint", "0.1.0", "bundled", "ai-pm"), files)


@cache
def load_shipped_words() -> Words:
    """Return the shipped word lists and patterns, loaded once a test run."""
    return load_words((find_rules_folder(),))


@cache
def load_shipped() -> Analyser:
    """Return the bundled pipeline with the shipped rules, loaded once a test run."""
    return load_analyser(load_rules(), folders=(find_rules_folder(),), settings=Settings())


def read_facts_of(text: str) -> Facts:
    """Return all facts of a bullet, on the bundled pipeline."""
    analyser = load_shipped()
    return analyser.read(analyser.nlp(text)).facts
