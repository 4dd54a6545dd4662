"""The figures of a cohort, read off its tables part by part, so that no more than a part is in memory."""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from dataclasses import dataclass, field

from bulletlint.cohort.figures.coverage import Block, tabulate
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
    `people` are those with a file that could be judged.
    """

    coverage: tuple[Block, ...] = ()
    verbs: tuple[tuple[str, int], ...] = ()
    rules: tuple[RuleCount, ...] = ()
    reasons: tuple[tuple[str, int], ...] = ()
    people: int = 0
    copies: int = 0
    copied: int = 0


@dataclass(slots=True)
class Tally:
    """Counts people as they come; `groups` are by programme and year."""

    people: int = 0
    groups: defaultdict[tuple[str, str], GroupSums] = field(default_factory=lambda: defaultdict(GroupSums))
    verbs: Counter[str] = field(default_factory=Counter)
    rule_people: Counter[RuleName] = field(default_factory=Counter)
    rule_findings: Counter[RuleName] = field(default_factory=Counter)

    def add(self, person: Person) -> None:
        """Count a person."""
        self.people += 1
        self.groups[person.programme or UNNAMED, person.year or UNNAMED].add(person.counts)
        self.verbs.update(person.verbs)
        self.rule_people.update(person.rules.keys())
        self.rule_findings.update(person.rules)

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
    tally = Tally()
    for person in read_people(parts):
        tally.add(person)
    verbs, rules = tally.list_verbs(), tally.list_rules()
    return Figures(
        tabulate(tally.groups), verbs, rules, read_reasons(parts), tally.people, *count_copies(parts)
    )


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
