"""Fixes that need no fact and change no claim: a pronoun, a full stop, a filler word, a doubled space."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from bulletlint.check.bullet_rules import check_bullet
from bulletlint.check.file_facts import find_odd_endings
from bulletlint.core.document import Bullet, Document
from bulletlint.core.finding import FileReport, Finding, Piece
from bulletlint.core.rule import Rule
from bulletlint.rewrite.sentence.filler import drop_words, is_needed

if TYPE_CHECKING:
    from bulletlint.evidence.tokens import Tokens
    from bulletlint.lint.analysis import Analyser

#: The rules whose findings may be fixed so.
PRONOUN, FILLER, PUNCTUATION = "first-person", "filler", "inconsistent-punctuation"
#: A change of a text: the characters from `start` to `end` (exclusive) give way to other words.
Change = tuple[int, int, str]
#: Signs that a full stop may follow, beside letters and figures.
_BEFORE_STOP = frozenset(")]%\"'”’+°€£$")
#: An address would take the full stop for a part of itself.
_ADDRESS = re.compile(r"[/@\\]|\w\.\w")
_INNER_END = re.compile(r"[.!?][\"'”’)]*\s")
#: More spaces, or a tab, are somebody's columns.
_DOUBLED = re.compile(r" {2,3}")
#: Verbs that open no bullet by themselves ("I have built").
_HELPERS = frozenset({"be", "have", "do"})


def find_fixes(
    document: Document, file: FileReport, analyser: Analyser, rules: Sequence[Rule], *, spaces: bool
) -> dict[int, tuple[Piece, ...]]:
    """Return the fixed bullets of a file, by number, as pieces.

    `file` holds the findings that may be fixed, bullet by bullet, and `rules` are those in force. With `spaces` doubled
    spaces inside a line become one.
    """
    asked = [replace(rule, most=None, joins=()) for rule in rules if rule.name in (PRONOUN, FILLER)]
    stops = find_stops(document, file)
    fixes = {}
    for number, (bullet, report) in enumerate(zip(document.bullets, file.bullets, strict=True)):
        if report.foreign or report.text != bullet.text:  # covered
            continue
        changes = list(find_doubled(document.source, bullet)) if spaces else []
        found = {rule for finding in report.findings for rule in finding.rules} & {PRONOUN, FILLER}
        if found or number in stops:
            reading = analyser.read(analyser.nlp(bullet.text))
            wanted = [rule for rule in asked if rule.name in found]
            findings = check_bullet(reading, analyser.compiled, rules=wanted)
            changes += find_word_changes(reading.tokens, findings)
            if number in stops:
                changes += find_stop_change(reading.tokens, stop=stops[number])
        if changes:
            fixes[number] = cut_pieces(bullet.text, changes)
    return fixes


def find_stops(document: Document, file: FileReport) -> Mapping[int, bool]:
    """Return the bullets that end differently from most, and whether they should end in a full stop."""
    if not any(finding.rule == PUNCTUATION for finding in file.findings):
        return {}
    return find_odd_endings([bullet.text for bullet in document.bullets])


def find_doubled(source: str, bullet: Bullet) -> Iterator[Change]:
    """Yield the changes that make one space of several in a line of the source."""
    offset = 0
    for stretch in bullet.stretches if source else ():
        if stretch.text == " " and _DOUBLED.fullmatch(source[stretch.start : stretch.end]):
            yield offset, offset + 1, " "
        offset += len(stretch.text)


def find_word_changes(tokens: Tokens, findings: Sequence[Finding]) -> list[Change]:
    """Return the changes that drop an opening "I" and filler; `findings` point at them.

    "We" and "our" stay, since whose work or whose thing it was is a fact, and so does an "I" that is not the only one.
    """
    spans = [(finding.start, finding.end) for finding in findings]
    found = [place for place in range(len(tokens)) if (tokens.start[place], tokens.end[place]) in spans]
    dropped = {place for place in found if tokens.tag[place] == "RB" and not is_needed(tokens, place)}
    others = {tokens.lower[place] for place in found if place} & {"i", "we", "me", "us"}
    if 0 in found and tokens.lower[0] == "i" and not others:
        verb = next((place for place in range(1, len(tokens)) if place not in dropped), 0)
        if tokens.tag[verb] == "VBD" and tokens.lemma[verb] not in _HELPERS:
            dropped.add(0)
    changes = []
    for place, word in drop_words(tokens, dropped).items():
        start, end = tokens.start[place], tokens.end[place]
        if not word and tokens.text[end : end + 1] == " ":
            end += 1
        changes.append((start, end, word))
    return changes


def find_stop_change(tokens: Tokens, *, stop: bool) -> list[Change]:
    """Return the change that gives a bullet a full stop at its end, or takes it away; none where that is not sure."""
    text = tokens.text
    last = text.rsplit(" ", 1)[-1]
    if stop:
        sure = (text[-1].isalnum() or text[-1] in _BEFORE_STOP) and not _ADDRESS.search(last)
        return [(len(text), len(text), ".")] if sure else []
    # The point of an abbreviation belongs to its word, and one of several sentences keeps its own.
    sure = text.endswith(".") and tokens.lower[-1] == "." and not _INNER_END.search(text[:-1])
    return [(len(text) - 1, len(text), "")] if sure and not _ADDRESS.search(last[:-1]) else []


def cut_pieces(text: str, changes: Sequence[Change]) -> tuple[Piece, ...]:
    """Return a bullet as pieces with changes in it, which do not overlap."""
    pieces: list[Piece] = []
    after = 0
    for start, end, word in sorted(changes):
        if start > after:
            pieces.append(Piece(text[after:start], after, start))
        if word:
            pieces.append(Piece(word, start, end) if word.strip() and end > start else Piece(word))
        after = end
    if after < len(text):
        pieces.append(Piece(text[after:], after, len(text)))
    return tuple(pieces)
