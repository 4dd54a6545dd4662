"""Statements that no mark makes bullets: which lines and paragraphs they are, whatever the format.

Below a job, lines or sentences that open with a verb are its bullets, where one stands below another.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from bulletlint.core.document import Block
from bulletlint.core.places import slice_in_order, slice_stretches
from bulletlint.read.bullets.name_lists import is_one_sentence, is_title_case
from bulletlint.read.bullets.not_a_bullet import find_reason, is_job_line
from bulletlint.read.bullets.openings import OPENING, find_opening, is_gerund
from bulletlint.read.bullets.section_words import SectionWords

#: Words from which on an unmarked paragraph is prose; and from which on a line without a verb may be a statement.
PROSE, PHRASE = 70, 10
#: Words of a line with capitals that names something, at most.
_TITLE = 6
#: Words of a line below a statement that opens with what may be a verb, more than.
_OPENED = 4
#: Words of a heading of an outline that is a statement, at least.
_OUTLINED = 4
#: Sentences of one paragraph, all of which open with a verb, that are as many statements.
_SENTENCES = 3
#: Words of each of two sentences of one paragraph that are two statements, at least.
_LONG = 4
_SENTENCE_END = re.compile(r"(?<=[\w)%\"”’][.!?])\s+(?=[A-Z])")
#: A name before a colon, dash or bar; a gerund and what it governs; "I" and "we"; a lead-in.
_NAME = re.compile(r"(.{3,40}?)(?::\s|\s[–—|-]\s)")
_GOVERNS = re.compile(r"\w+ (?!of\b|and\b)[a-z0-9]")
_PERSONAL = re.compile(r"\b(?:I|[Ww]e)\b")
_LEAD = re.compile(r"[^:.;!?]{2,40}:\s+(?=\S)")
#: Characters behind a mark or the end of a sentence that are looked at: a lead-in and what opens behind it.
_AHEAD = 50 + OPENING
#: A round mark within a line ("Skiff ▪ Built a parser ▪ Cut its memory by half").
_MID_MARK = re.compile(r"(?<!\s)\s+[•●▪◦‣∙■□◆◇❖➢➤►▶▸▹⁃✓✔⦁⬤○▫◾◼]\s*(?=[A-Z])")


@dataclass(slots=True)
class Part:
    """What stands between two headings or job lines: how many items, and whether an unmarked line was a bullet."""

    items: int = 0
    opened: bool = False


def find_outline_statements(blocks: Sequence[Block], known: SectionWords) -> frozenset[int]:
    """Return the numbers of the headings that are statements ("*** Rebuilt the nightly load so that …").

    They are those of an outline whose headings of one level nearly all open with a verb.
    """
    levels: dict[int, list[int]] = {}
    for number, block in enumerate(blocks):
        if block.kind == "heading":
            levels.setdefault(block.level, []).append(number)
    return frozenset(
        number
        for headings in levels.values()
        if len(headings) > 1 and _nearly_all_state([blocks[number].text for number in headings], known)
        for number in headings
    )


def _nearly_all_state(headings: Sequence[str], known: SectionWords) -> bool:
    """Tell whether at most a fifth of some headings are no statements; as soon as more are, the others don't count."""
    left = len(headings) // 5
    for text in headings:
        left -= (
            len(text.split()) < _OUTLINED or find_opening(text, known) == "none" or is_job_line(text, known)
        )
        if left < 0:
            return False
    return True


def find_parts(blocks: Sequence[Block], headings: Collection[int], known: SectionWords) -> list[Part]:
    """Return for each block the part that it stands in; a job line or heading stands in the one it begins."""
    part = Part()
    parts: list[Part] = []
    for number, block in enumerate(blocks):
        if number in headings or block.kind in ("paragraph", "row") and is_job_line(block.text, known):
            part = Part()
        elif block.kind == "item":
            part.items += 1
        parts.append(part)
    return parts


def is_statement(block: Block, known: SectionWords, part: Part) -> bool:
    """Tell whether an unmarked line below a job is a bullet; `part.opened` says that one above it in its part was.

    Beside marked ones it must open with a verb in the past, as they do. A line without a verb is one where it
    follows another statement of its part.
    """
    text = block.text
    count = len(text.split())
    if (
        count > PROSE
        or text.endswith(":")
        or is_job_line(text, known)
        or find_reason(text, known) is not None
    ):
        return False
    name = _NAME.match(text)
    named = name is not None and is_title_case(name[1]) and len(name[1].split()) > 1
    if (
        count <= _TITLE
        and is_title_case(text)
        or name is not None
        and named
        and not _states(text, name.end(), known)
    ):
        return False
    if is_gerund(text) and not _GOVERNS.match(text):
        return False
    opening = find_opening(text, known)
    begins = text[0].isupper() or not text[0].isalpha()
    if part.items:
        sentence = block.pointer is None or count >= PHRASE and is_one_sentence(text)
        return opening == "past" and not is_gerund(text) and begins and count >= 4 and sentence
    if block.kind == "row":
        return opening == "past" and not is_gerund(text) and begins and count >= 5
    if opening != "none":
        return count >= 3 and (begins or count >= PHRASE or opening == "past" and not is_gerund(text))
    if not part.opened or not begins:
        return False
    # "Check tyres and brakes before each run": a verb that may be a noun, below a statement.
    return (
        count >= PHRASE
        or count > _OPENED
        and text.split()[0].lower() in known.verbs
        and not is_title_case(text)
    )


def split_statements(blocks: Iterable[Block], known: SectionWords) -> Iterator[Block]:
    """Cut a paragraph into its lines or sentences where each is a statement, and any text at round marks within it."""
    for block in blocks:
        cuts: list[int] = []
        text = block.text
        if block.kind == "paragraph":
            cuts = _find_line_cuts(text, known) or _find_sentence_cuts(text, known)
        # Marks are no ASCII, and few lines hold any: they are not looked for in the others.
        marked = block.kind in ("item", "paragraph") and not text.isascii()
        marks = [
            match
            for match in (_MID_MARK.finditer(text) if marked else ())
            if find_opening(_cut_lead(text[match.end() : match.end() + _AHEAD]), known) != "none"
            and len(text[match.end() : match.end() + _AHEAD].split()) >= 3
        ]
        if marks:
            yield from _split_at_marks(block, marks)
        elif cuts:
            spans = zip([0, *cuts], [*cuts, len(text)], strict=True)
            for stretches in slice_in_order(block.stretches, spans):
                yield block.hold(stretches)
        else:
            yield block


def _states(text: str, start: int, known: SectionWords) -> bool:
    """Tell whether what follows the name of a thing is a statement about it."""
    return find_opening(text[start : start + OPENING], known) == "past"


def _find_line_cuts(text: str, known: SectionWords) -> list[int]:
    """Return where the lines begin that are statements of their own, none unless the first line is one, too."""
    if "\n" not in text:
        return []
    starts = [0, *(match.end() for match in re.finditer(r"\n\s*", text))]
    ends = [text.find("\n", start) for start in starts[:-1]]
    lines = [text[start:end].strip() for start, end in zip(starts, [*ends, len(text)], strict=True)]
    opened = [
        start
        for start, line in zip(starts, lines, strict=True)
        if line[:1].isupper() and len(line.split()) >= 3 and find_opening(_cut_lead(line), known) != "none"
    ]
    first = starts.index(opened[0]) if opened else 0
    if first and len(opened) == len(starts) - first and _is_title(text[: opened[0]], known):
        return opened  # "Assistant, Visus" and what was done there, on the line below
    return opened[1:] if len(opened) > 1 and opened[0] == 0 else []


def _is_title(text: str, known: SectionWords) -> bool:
    """Tell whether the lines above a statement are those of its job: short, and no sentence that goes on."""
    title = text.strip()
    plain = find_opening(title, known) == "none" and title[:1].isupper() and title[-1:] not in ",;:"
    return plain and len(title.split()) <= PHRASE and title.split()[-1].lower() not in known.function_words


def _find_sentence_cuts(text: str, known: SectionWords) -> list[int]:
    """Return where the sentences of a paragraph begin if it has some and all of them open with a verb."""
    starts = [0, *(match.end() for match in _SENTENCE_END.finditer(text))]
    if len(starts) < 2:
        return []
    if is_job_line(text[: starts[1]].rstrip(" .\n"), known):
        # "Town Economist, Umeå, 2016 to 2020. Raised … Negotiated …": the rest is about that job.
        return starts[1:] if all(find_opening(text[start:], known) == "past" for start in starts[1:]) else []
    if len(starts) < _SENTENCES:
        # Two are a claim and its explanation more often, unless both say at length what was done.
        sentences = text[: starts[1]].strip(), text[starts[1] :]
        openings = ["none" if is_gerund(one) else find_opening(one, known) for one in sentences]
        done = "past" in openings and "none" not in openings
        return starts[1:] if done and all(len(one.split()) >= _LONG for one in sentences) else []
    openings = [find_opening(text[start : start + _AHEAD], known) for start in starts]
    past = sum(opening == "past" for opening in openings)
    verbs = sum(opening != "none" for opening in openings)
    personal = _PERSONAL.search(text) is not None
    return starts[1:] if verbs == len(starts) and past >= verbs - 1 and not personal else []


def _cut_lead(line: str) -> str:
    """Return a line without its lead-in ("Refunds: rebuilt …")."""
    lead = _LEAD.match(line)
    return line[lead.end() :] if lead is not None else line


def _split_at_marks(block: Block, marks: Sequence[re.Match[str]]) -> Iterator[Block]:
    text = block.text
    if text[: marks[0].start()].strip():
        yield block.hold(slice_stretches(block.stretches, 0, marks[0].start()))
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    spans = [(mark.end(), end) for mark, end in zip(marks, ends, strict=True)]
    for stretches in slice_in_order(block.stretches, spans):
        yield replace(block, kind="item", stretches=stretches)
