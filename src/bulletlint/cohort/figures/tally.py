"""The figures of a cohort, read off its tables part by part, so that no more than a part is in memory."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from bulletlint.cohort.figures.groups import FEWEST, UNNAMED, Group, GroupSums, hide_small, make_group
from bulletlint.cohort.figures.topics import COLUMNS, NOTHING, Counts, add_counts, count_topics
from bulletlint.cohort.tables.columns import Row
from bulletlint.cohort.tables.parts import Parts

#: Verbs and rules that the page names.
MOST_VERBS, MOST_RULES = 10, 10
_RESUME = ("resume", "id", "programme", "year", "advisor", "error", "judged", "digest")


@dataclass(frozen=True, slots=True)
class Resume:
    """A resume with what its bullets state; `person` is its id, or its name where the centre's list has none."""

    row: Row
    counts: Counts
    verbs: frozenset[str]
    rules: Mapping[tuple[str, str], int]

    @property
    def person(self) -> str:
        return str(self.row["id"] or self.row["resume"])


@dataclass(frozen=True, slots=True)
class RuleCount:
    """A rule, how many resumes it has a finding in, and how many findings."""

    code: str
    name: str
    resumes: int
    findings: int


@dataclass(frozen=True, slots=True)
class Figures:
    """What the page shows; `whole` is None where the cohort has fewer than five people.

    `verbs` are lead verbs with the resumes that have them, `reasons` those why files could not be read with their
    number. `copies` counts the resumes that are word for word another one; `judged` are those that could be.
    """

    whole: Group | None
    programmes: tuple[Group, ...] = ()
    years: tuple[Group, ...] = ()
    verbs: tuple[tuple[str, int], ...] = ()
    rules: tuple[RuleCount, ...] = ()
    reasons: tuple[tuple[str, int], ...] = ()
    judged: int = 0
    copies: int = 0


@dataclass(slots=True)
class Tally:
    """Counts resumes as they come."""

    whole: GroupSums = field(default_factory=GroupSums)
    programmes: defaultdict[str, GroupSums] = field(default_factory=lambda: defaultdict(GroupSums))
    years: defaultdict[str, GroupSums] = field(default_factory=lambda: defaultdict(GroupSums))
    verbs: Counter[str] = field(default_factory=Counter)
    rule_resumes: Counter[tuple[str, str]] = field(default_factory=Counter)
    rule_findings: Counter[tuple[str, str]] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    digests: Counter[str] = field(default_factory=Counter)

    def add(self, resume: Resume) -> None:
        """Count a resume."""
        row = resume.row
        if row["error"] is not None:
            self.reasons[row["error"]] += 1
            return
        if row["digest"] is not None:
            self.digests[row["digest"]] += 1
        if not row["judged"]:
            return
        for sums in (
            self.whole,
            self.programmes[row["programme"] or UNNAMED],
            self.years[row["year"] or UNNAMED],
        ):
            sums.add(resume.person, resume.counts)
        self.verbs.update(resume.verbs)
        self.rule_resumes.update(resume.rules.keys())
        self.rule_findings.update(resume.rules)

    def sum_up(self) -> Figures:
        """Return the figures of all that was counted."""
        reasons = tuple(sorted(self.reasons.items(), key=lambda item: (-item[1], item[0])))
        copies = sum(number - 1 for number in self.digests.values())
        if not self.whole.is_shown:
            return Figures(None, reasons=reasons, judged=self.whole.resumes, copies=copies)
        rules = [
            RuleCount(*rule, number, self.rule_findings[rule])
            for rule, number in self.rule_resumes.items()
            if number >= FEWEST
        ]
        verbs = [(verb, number) for verb, number in self.verbs.items() if number >= FEWEST]
        return Figures(
            make_group("all", self.whole),
            hide_small(self.programmes) if set(self.programmes) != {UNNAMED} else (),
            hide_small(self.years) if set(self.years) != {UNNAMED} else (),
            tuple(sorted(verbs, key=lambda item: (-item[1], item[0]))[:MOST_VERBS]),
            tuple(sorted(rules, key=lambda rule: (-rule.resumes, rule.code))[:MOST_RULES]),
            reasons,
            self.whole.resumes,
            copies,
        )


def read_resumes(parts: Parts) -> Iterator[Resume]:
    """Yield the resumes of a cohort with what its bullets state; raises CohortError for a damaged part."""
    for number in parts.list_numbers():
        counts: dict[str, Counts] = {}
        verbs: defaultdict[str, set[str]] = defaultdict(set)
        rules: defaultdict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
        for bullet in parts.read_part("bullets", number, (*COLUMNS, "lead_verb")):
            name = bullet["resume"]
            counts[name] = add_counts(counts.get(name, NOTHING), count_topics(bullet))
            if bullet["lead_verb"] is not None and bullet["kind"] == "delivery":
                verbs[name].add(bullet["lead_verb"])
        for finding in parts.read_part("findings", number, ("resume", "code", "rule")):
            rules[finding["resume"]][finding["code"], finding["rule"]] += 1
        for row in parts.read_part("resumes", number, _RESUME):
            name = row["resume"]
            yield Resume(row, counts.get(name, NOTHING), frozenset(verbs[name]), rules[name])


def read_figures(parts: Parts) -> Figures:
    """Return the figures of a cohort; raises CohortError for a damaged part."""
    tally = Tally()
    for resume in read_resumes(parts):
        tally.add(resume)
    return tally.sum_up()
