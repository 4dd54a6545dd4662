"""The headings in force at a place of a resume: which section it is in, which entry, and whether that has ended."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace

from bulletlint.core.document import Block
from bulletlint.read.bullets.dates import find_end, find_later_end, find_years, is_date_line
from bulletlint.read.bullets.not_a_bullet import find_reason, is_job_line
from bulletlint.read.bullets.section_headings import find_paragraph_section, find_section, trim_heading
from bulletlint.read.bullets.section_words import Holds, SectionWords

#: The level of a label within an entry ("Achievements:"), at least.
LABEL = 80


#: Sections whose headings also stand within an entry, as labels.
_LABEL_KINDS = frozenset({"achievements", "leadership"})


@dataclass(frozen=True, slots=True)
class Scope:
    """A heading that is in force: its level, what its section holds (None: unknown), and whether the job has ended.

    `entry` says that a job or project has begun in it, `hosts` that its entries have headings of its own level, `label`
    that it is one within an entry, `years` the span of the dates since which no bullet was read.
    """

    level: int
    kind: str | None = None
    holds: Holds | None = None
    title: str | None = None
    ended: bool | None = None
    entry: bool = False
    hosts: bool = False
    label: bool = False
    years: tuple[int, int] | None = None


@dataclass(slots=True)
class Outline:
    """The scopes around the block that is read; `dated` are the numbers of unknown headings that hold dated entries."""

    known: SectionWords
    dated: frozenset[int]
    scopes: list[Scope] = field(default_factory=lambda: [Scope(0)])
    _last: str = ""
    _fresh: bool = False

    @property
    def scope(self) -> Scope:
        """The innermost heading in force."""
        return self.scopes[-1]

    def open_label(self, text: str) -> None:
        """Put a label within an entry in force ("Achievements:"); the next one and the next entry end it."""
        self._close_labels()
        parent = self.scope
        section = find_section(text, self.known, whole=True) or find_paragraph_section(text, self.known)
        level = max(parent.level + 1, LABEL)
        if section is None or parent.holds == section.holds == "bullets":
            scope = replace(parent, level=level, label=True, entry=True)
        else:
            title = trim_heading(text)
            scope = Scope(level, section.kind, section.holds, title, parent.ended, label=True)
        self.scopes.append(scope)

    def open(self, number: int, text: str, level: int) -> None:
        """Put a heading in force; one that names no section inherits from the heading above it."""
        dated = find_end(text)
        begun = self.scope.years is not None
        sibling = self._close_for(level)
        parent = self.scope
        section = find_section(text, self.known, whole=parent.kind is not None)
        if section is None and parent.holds == "nothing":
            section = find_section(text, self.known, whole=False)
            section = section if section is not None and section.holds == "bullets" else None
        if begun and sibling is not None and section is not None and section.kind in _LABEL_KINDS:
            # "Key Achievements" right below a job's dates, set as the sections are.
            self.scopes.append(sibling)
            parent, section, level = sibling, None, level + 1
        elif section is None and sibling is not None:
            hosts = sibling.holds == "bullets" and not sibling.entry and (self._fresh or dated is not None)
            if sibling.hosts or hosts or sibling.entry and self._fresh:
                # "## Experience" and then "## Acme" on the same level, or "#### 2019 – 2021" and then "#### Oslo".
                parent = replace(sibling, hosts=sibling.hosts or hosts)
                self.scopes.append(parent)
                level += 1
        if dated is None and section is None and is_date_line(self._last):
            dated = find_end(self._last)  # the dates of an entry, right above its heading
        ended = dated if dated is not None else parent.ended
        title = trim_heading(text)
        if (
            section is not None
            and parent.holds == section.holds == "bullets"
            and (parent.entry or level == LABEL)
        ):
            section = None  # "Key achievements" below a job is still of its section
        if section is not None:
            scope = Scope(level, section.kind, section.holds, title, ended)
        elif parent.kind is not None:
            scope = Scope(level, parent.kind, parent.holds, parent.title, ended, entry=True)
        elif number in self.dated:
            scope = Scope(level, "experience", "bullets", title, ended)
        elif dated is not None:
            scope = Scope(level, "experience", "bullets", None, ended, entry=True)
        else:
            scope = Scope(level, title=title, ended=ended)
        self.scopes.append(scope)
        self._note_later_end(text)

    def close(self, level: int) -> None:
        """End the headings of a level and of those below it."""
        while self.scope.level >= level:
            self.scopes.pop()

    def close_label(self, *, entry: bool = False) -> None:
        """End a label that holds nothing, since a statement follows; any label at a new `entry`."""
        if entry or self.scope.holds == "nothing":
            self._close_labels()

    def note_dates(self, text: str) -> None:
        """Take from a line whether the job has ended."""
        ended = find_end(text)
        if ended is not None:
            years, around = find_years(text), self.scope.years
            if years and around and around[0] <= years[0] and years[1] <= around[1]:
                return  # a role within the years at one company
            self.scopes[-1] = replace(self.scope, ended=ended, entry=True, years=years)
        self._note_later_end(text)

    def note_bullet(self) -> None:
        """Remember that a bullet was read: later dates are those of another job."""
        if self.scope.years is not None:
            self.scopes[-1] = replace(self.scope, years=None)

    def pass_block(self, text: str, *, is_heading: bool) -> None:
        """Remember the block that was read, for what the next one goes on with."""
        self._last, self._fresh = text, is_heading

    def _close_labels(self) -> None:
        while self.scope.label:
            self.scopes.pop()

    def _note_later_end(self, text: str) -> None:
        later = find_later_end(self._last, text)
        if later is not None:
            self.scopes[-1] = replace(self.scope, ended=later, entry=True)

    def _close_for(self, level: int) -> Scope | None:
        """End the headings that one of a level ends; return the one of the same level, if there was one."""
        closed: Scope | None = None
        while self.scope.level >= level:
            closed = self.scopes.pop()
        return closed if closed is not None and closed.level == level else None


def find_dated_headings(
    blocks: Sequence[Block], headings: Collection[int], known: SectionWords
) -> frozenset[int]:
    """Return the numbers of the headings that no list knows and below which jobs stand with their dates.

    A dated line counts for the nearest heading above it that is neither dated nor, being the heading of the entry
    itself, right above the dates with another unknown heading around it. Degrees are no jobs.
    """
    found: set[int] = set()
    stack: list[tuple[int, int, bool]] = []  # number, level, whether it names a section
    first = min(headings, default=-1)
    # The first heading is the person's name, unless others are set as it is and an entry's own heading is below it.
    alone = sum(blocks[number].level == blocks[first].level for number in headings) < 2
    for number, block in enumerate(blocks):
        # Dates take long to look for: they are looked for last, and not where they would count for nothing.
        if number in headings and find_end(block.text) is None and not is_date_line(block.text):
            level = block.level if block.kind == "heading" else 7
            while stack and stack[-1][1] >= level:
                stack.pop()
            stack.append((number, level, find_section(block.text, known, whole=False) is not None))
            continue
        if not stack or any(named for _, _, named in stack):
            continue
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        heads = following is not None and following.kind == "item" and following.level > block.level
        if block.kind == "item" and not heads or find_end(block.text) is None:
            continue
        if number not in headings and not is_job_line(block.text, known):
            continue
        if find_reason(block.text, known) == "education line":
            continue
        section = number in headings and not alone
        holders = [one for one, _, _ in stack if one != first or len(stack) == 1 and (section or one != 0)]
        if len(holders) > 1 and number not in headings:
            holders = holders[:-1]
        above = number - 1
        while len(holders) > 1 and holders[-1] == above:
            # "### Acme", "#### Engineer" and then the dates: all of them head the entry.
            holders, above = holders[:-1], above - 1
        found.update(holders[-1:])
    return frozenset(found)
