"""The results of a run: findings, rewrites and the report that holds them. Plain values, no behaviour."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from bulletlint.core.document import LeftOut, Place
from bulletlint.core.facts import Cost, Evidence, Kind, Lead, Metric, World

Severity = Literal["error", "warning", "info"]
Action = Literal["auto", "ask"]
#: Who worded a rewrite: bulletlint itself, or a program of the user's.
RewriteSource = Literal["template", "program"]
#: The loudest first.
SEVERITIES: tuple[Severity, ...] = get_args(Severity)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a bullet, or a whole document, is missing.

    `start` and `end` are character offsets in the bullet's text. `question` is what an interviewer would ask, set
    where only the writer knows the answer (`action` is "ask"). `also` are the rules, code and name, that mean the same
    of the same bullet and say it with this finding; `doubts` those that found a fault which is doubtful, and not worth
    a line beside this one. `grouped` says that it is true of so many bullets that reports for people say it once a
    page, `unsaid` that it is true but not worth saying to somebody who named no reader.
    """

    code: str
    rule: str
    severity: Severity
    message: str
    start: int
    end: int
    place: Place
    action: Action
    question: str | None = None
    suggestions: tuple[str, ...] = ()
    also: tuple[tuple[str, str], ...] = ()
    doubts: tuple[tuple[str, str], ...] = ()
    grouped: bool = False
    unsaid: bool = False

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of all rules that say this, each of which silences it; its own first."""
        return (self.code, *(code for code, _ in self.also))

    @property
    def rules(self) -> tuple[str, ...]:
        """The names of all rules that say this, its own first, and of those that found a doubtful fault."""
        return (self.rule, *(name for _, name in (*self.also, *self.doubts)))


def place_finding(finding: Finding, place: Place) -> Finding:
    """Return a finding with its place in the file; a third of the time of `replace`, and every finding needs it."""
    return Finding(
        finding.code, finding.rule, finding.severity, finding.message, finding.start, finding.end, place,
        finding.action, finding.question, finding.suggestions, finding.also, finding.doubts, finding.grouped,
        finding.unsaid,
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Slot:
    """A blank in a rewrite that only the writer can fill; `start` and `end` are offsets in the rewrite.

    `label` is what stands in it, at most three words; `hint` says what is meant, `question` asks for it as an
    interviewer would; `kind` is the kind of answer: a change, a figure, a price, a safeguard, an act.
    """

    name: str
    question: str
    start: int
    end: int
    label: str = ""
    hint: str = ""
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a rewrite and the words of the bullet that it stands for.

    `start` and `end` are character offsets in the bullet's text, None for a word of the template and for a slot;
    `slot` names the slot, `question` asks for it and `hint` says in a few words what is meant.
    """

    text: str
    start: int | None = None
    end: int | None = None
    slot: str = ""
    question: str = ""
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A bullet in the form "outcome + how + at cost + with fallback", in the writer's own words.

    `pieces` make up the text and say where each part of it stands in the bullet.
    """

    text: str
    slots: tuple[Slot, ...] = ()
    pieces: tuple[Piece, ...] = ()
    source: RewriteSource = "template"


@dataclass(frozen=True, slots=True)
class ScorePart:
    """A part of a bullet's score: what it gives of the most that it can give, and whether the profile asks for it."""

    name: str
    given: int
    most: int
    asked: bool


@dataclass(frozen=True, slots=True)
class BulletReport:
    """One bullet with all that was found in it; `score` is 0 to 100, None if the rubric does not apply.

    `confidence` says how sure the learned reader was of each of its answers, from 0 to 1; empty without a reader.
    `foreign` says that it is not in English, so that nothing in it was judged. `asked` names the rules about what is
    missing that the profile asks of this bullet, of those that it need not ask. `world` is what its work is about.
    `parts` are those that the score is made of, none where there is no score.
    """

    text: str
    place: Place
    section: str | None
    kind: Kind
    lead: Lead | None
    evidence: tuple[Evidence, ...]
    findings: tuple[Finding, ...]
    rewrite: Rewrite | None = None
    score: int | None = None
    metric: Metric = "none"
    cost: Cost = "none"
    fallback: bool = False
    outcome_first: bool = False
    decision: bool = False
    confidence: tuple[tuple[str, float], ...] = ()
    asked: tuple[str, ...] = ()
    foreign: bool = False
    world: World = "unknown"
    parts: tuple[ScorePart, ...] = ()


@dataclass(frozen=True, slots=True)
class Group:
    """What reports for people say once of all the grouped findings of a rule.

    `wording` has blanks for `stated`, `asked`, `found` and `lines`: how many bullets have what the rule asks, how many
    it asks, how many have a grouped finding, and where it would add most. `habit` says that it is worth a line only
    where many bullets have one, and that one alone is none.
    """

    code: str
    rule: str
    wording: str
    asked: int
    stated: int
    habit: bool = False


@dataclass(frozen=True, slots=True)
class FileReport:
    """One file; `error` is the line that says why it could not be read, else None.

    `lines` is how many lines the file has, or pieces of text in a format without lines. `profile` is the one that it
    was read with, "" for an unreadable file, and `profile_reason` says why in a few words; `profile_chosen` says that
    the page decided that, not the user. `doubt` says why the page, or a part of it, was not judged.
    """

    path: str
    format: str | None
    error: str | None
    bullets: tuple[BulletReport, ...] = ()
    findings: tuple[Finding, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    notes: tuple[str, ...] = ()
    profile: str = ""
    profile_reason: str = ""
    profile_chosen: bool = False
    groups: tuple[Group, ...] = ()
    lines: int = 0
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Tool:
    """Which bulletlint and pipeline made a report, and the profile that was asked for."""

    name: str
    version: str
    model: str
    profile: str


@dataclass(frozen=True, slots=True)
class Report:
    """Everything that a run found: files in the order named, findings by place."""

    tool: Tool
    files: tuple[FileReport, ...]
