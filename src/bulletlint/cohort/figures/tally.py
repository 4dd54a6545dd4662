"""The figures of a cohort, read off its tables part by part, so that no more than a part is in memory."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from bulletlint.cohort.figures.coverage import Block, drop_unnamed, tabulate
from bulletlint.cohort.figures.groups import FEWEST, UNNAMED, GroupSums
from bulletlint.cohort.figures.people import (
    Person,
    RuleName,
    count_repeated,
    make_key,
    name_person,
    read_people,
)
from bulletlint.cohort.tables.parts import Parts

#: Verbs and rules that the page names.
MOST_VERBS, MOST_RULES = 10, 10


@dataclass(frozen=True, slots=True)
class RuleCount:
    """A rule, how many people it has a finding for, and how many findings."""

    code: str
    name: str
    people: int
    findings: int


@dataclass(frozen=True, slots=True)
class Figures:
    """What the page shows; `coverage` is empty where the cohort has fewer than five people.

    `verbs` are lead verbs with the people who use them, `reasons` those why files could not be read with their number.
    `copies` counts the files that are word for word another one, `copied` those of them that are another person's;
    `people` are those with a file that could be judged, but for the `left_out`, who are in none of these.
    """

    coverage: tuple[Block, ...] = ()
    verbs: tuple[tuple[str, int], ...] = ()
    rules: tuple[RuleCount, ...] = ()
    reasons: tuple[tuple[str, int], ...] = ()
    people: int = 0
    left_out: int = 0
    copies: int = 0
    copied: int = 0


@dataclass(slots=True)
class Tally:
    """Counts people as they come; `groups` are by programme and year."""

    groups: defaultdict[tuple[str, str], GroupSums] = field(default_factory=lambda: defaultdict(GroupSums))
    verbs: Counter[str] = field(default_factory=Counter)
    rule_people: Counter[RuleName] = field(default_factory=Counter)
    rule_findings: Counter[RuleName] = field(default_factory=Counter)

    def add(self, person: Person) -> None:
        """Count a person."""
        self.groups[person.programme or UNNAMED, person.year or UNNAMED].add(person.counts)
        self.verbs.update(person.verbs)
        self.rule_people.update(person.rules.keys())
        self.rule_findings.update(person.rules)

    def add_all(self, other: Tally) -> None:
        """Count the people of another tally."""
        for names, sums in other.groups.items():
            self.groups[names].add_all(sums)
        self.verbs.update(other.verbs)
        self.rule_people.update(other.rule_people)
        self.rule_findings.update(other.rule_findings)

    def count_people(self) -> int:
        """Return the number of people."""
        return sum(sums.people for sums in self.groups.values())

    def list_rules(self) -> tuple[RuleCount, ...]:
        """Return the rules that have findings for most people."""
        rules = [
            RuleCount(*rule, number, self.rule_findings[rule])
            for rule, number in self.rule_people.items()
            if number >= FEWEST
        ]
        return tuple(sorted(rules, key=lambda rule: (-rule.people, rule.code))[:MOST_RULES])

    def list_verbs(self) -> tuple[tuple[str, int], ...]:
        """Return the lead verbs that most people use."""
        verbs = [(verb, number) for verb, number in self.verbs.items() if number >= FEWEST]
        return tuple(sorted(verbs, key=lambda item: (-item[1], item[0]))[:MOST_VERBS])


def read_figures(parts: Parts) -> Figures:
    """Return the figures of a cohort; raises CohortError for a damaged part."""
    tally, left_out = leave_out(read_tallies(parts))
    verbs, rules, reasons = tally.list_verbs(), tally.list_rules(), read_reasons(parts)
    copies, copied = count_copies(parts)
    people = tally.count_people()
    return Figures(tabulate(tally.groups), verbs, rules, reasons, people, left_out, copies, copied)


def read_tallies(parts: Parts) -> list[Tally]:
    """Return tallies of those whom the list gives a programme and a year, one of them, or none."""
    tallies: defaultdict[tuple[bool, bool], Tally] = defaultdict(Tally)
    for person in read_people(parts):
        tallies[person.programme is None, person.year is None].add(person)
    return list(tallies.values())


def leave_out(tallies: Sequence[Tally]) -> tuple[Tally, int]:
    """Return the tally of all but the few whom the list does not name, and their number.

    They must be in no figure: from that of a rule that everybody has findings of, one could subtract the others.
    """
    whole = Tally()
    for tally in tallies:
        whole.add_all(tally)
    kept = drop_unnamed(whole.groups)
    listed = Tally()
    for tally in tallies:
        if not tally.groups.keys().isdisjoint(kept):
            listed.add_all(tally)
    return listed, whole.count_people() - listed.count_people()


def read_reasons(parts: Parts) -> tuple[tuple[str, int], ...]:
    """Return why files could not be read, the commonest first; raises CohortError for a damaged part."""
    reasons = Counter(row["error"] for row in parts.read("resumes", ("error",)) if row["error"] is not None)
    return tuple(sorted(reasons.items(), key=lambda item: (-item[1], item[0])))


def count_copies(parts: Parts) -> tuple[int, int]:
    """Return how many files are word for word another one, and how many are another person's."""
    files, owned = array("Q"), array("Q")
    for row in parts.read("resumes", ("resume", "id", "digest")):
        if row["digest"] is not None:
            files.append(make_key(row["digest"]))
            owned.append(make_key(f"{row['digest']} {name_person(row)}"))
    copies = count_repeated(files)
    return copies, copies - count_repeated(owned)
