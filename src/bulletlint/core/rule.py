"""A rule as data: what it asks of a bullet, what it says, and the examples that prove it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, Literal

from bulletlint.core.facts import Kind
from bulletlint.core.finding import Action, Severity

Scope = Literal["bullet", "document"]
ClauseKind = Literal["patterns", "lines", "source"]
#: Facts and, for each, the values of which one must be there; all of them must hold.
FactTable = tuple[tuple[str, tuple[str | bool, ...]], ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """What a rule looks for.

    `patterns` are lines in the notation of the evidence files, each with its line in the rule file. A rule about a
    whole file has regular expressions: `lines` over its blocks of text, `source` over the untouched source. `line` is
    the clause's line in the rule file. `called` is what a message calls a match ({other}); `contact` says that only the
    lines about the person are looked at, not those of the jobs.
    """

    kind: ClauseKind
    pattern: tuple[Any, ...]
    line: int
    called: str = ""
    contact: bool = False


@dataclass(frozen=True, slots=True)
class Condition:
    """Facts and clauses of which any one is enough; a match that overlaps one of `exceptions` does not count."""

    facts: FactTable = ()
    clauses: tuple[Clause, ...] = ()
    exceptions: tuple[Clause, ...] = ()


@dataclass(frozen=True, slots=True)
class Message:
    """One wording and when it is true: all facts of `when` hold, a clause of `match` (if any) is found, no `unless`.

    `line` is its line in the rule file. `unsaid` says whether it is true but not worth saying to somebody who named no
    reader.
    """

    text: str
    when: FactTable
    line: int
    match: tuple[Clause, ...] = ()
    unless: Condition = field(default_factory=lambda: Condition())
    unsaid: bool = False

    @property
    def conditional(self) -> bool:
        return bool(self.when or self.match or self.unless != Condition())


@dataclass(frozen=True, slots=True)
class SeverityCase:
    """A severity that replaces the rule's own under certain facts."""

    when: FactTable
    severity: Severity


@dataclass(frozen=True, slots=True)
class Once:
    """What makes a finding a remark that reports for people make once a page, as the bullet has what a reader wants.

    All facts of `when` hold and none of `unless`. `within` names evidence or marks, and before how many words of the
    bullet the first of each begins; `beyond` behind how many. "match" is what the finding points at.
    """

    when: FactTable = ()
    unless: FactTable = ()
    within: tuple[tuple[str, int], ...] = ()
    beyond: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Example:
    """A bullet that proves the rule; `spans` are the character offsets that it must point at, none for a good one.

    The example of a rule about a whole file is a resume in Markdown. `ended` says whether the bullet's job has.
    """

    text: str
    spans: tuple[tuple[int, int], ...]
    line: int
    better: str | None = None
    ended: bool | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule file. It fires if `when` holds and either `forbids` holds or nothing in `requires` does.

    It says the first of its messages that is true of the bullet, and nothing if none is. `joins` names rules that mean
    the same: where one of them fires on the same bullet, this rule's finding becomes a part of theirs; so it does with
    those of `joins_doubtful` where it is doubtful that what the rule requires is missing.

    `likeness` says that it also fires where the learned reader takes the bullet for one of those that it is about,
    whatever `when` says, if one of its clauses is found or it has none; `unless` and what the rule requires still
    silence it. None is for a rule that does not ask the reader.

    `most` is the largest number of findings on one bullet, the first in the text; None for all. `mask` says that
    what its expressions find is shown in no output. `page` is what reports for people say once in place of all its
    findings of severity info; of a rule with `once`, in place of those that one of its entries holds for, if they are
    many.

    `behind` names rules that come first: where one of them is said of a bullet, this one is not. `beside` says that a
    bullet next to it may have what the rule requires, `recent` that it is not said of work long past. `remark` names
    what a coach says of such bullets: where the learned reader takes none of them for one that a coach would make, a
    finding is not worth saying.
    """

    name: str
    code: str
    family: str
    severity: Severity
    applies_to: tuple[Kind, ...]
    summary: str
    what: str
    why: str
    instead: str
    messages: tuple[Message, ...]
    action: Action
    path: str
    question: str | None = None
    scope: Scope = "bullet"
    profiles: tuple[str, ...] = ()
    severity_when: tuple[SeverityCase, ...] = ()
    when: FactTable = ()
    forbids: Condition | None = None
    requires: Condition | None = None
    unless: Condition = field(default_factory=Condition)
    anchor: tuple[str, ...] = ("match", "lead", "bullet")
    most: int | None = None
    likeness: tuple[Clause, ...] | None = None
    mask: bool = False
    suggests: str | None = None
    joins: tuple[str, ...] = ()
    joins_doubtful: tuple[str, ...] = ()
    page: str | None = None
    once: tuple[Once, ...] = ()
    behind: tuple[str, ...] = ()
    beside: bool = False
    recent: bool = False
    remark: tuple[str, ...] = ()
    bad: tuple[Example, ...] = ()
    good: tuple[Example, ...] = ()
    missed: tuple[Example, ...] = ()
    false_alarm: tuple[Example, ...] = ()
