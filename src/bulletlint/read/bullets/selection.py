"""Which blocks of a resume are bullets: the one place that decides it, for every format.

A section's heading says whether its lists hold bullets; a heading below it inherits that; where the heading is
unknown, and for single lines that are none, the shape of the line decides (bulletlint.read.bullets.not_a_bullet).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from bulletlint.core.document import Block, Bullet, Draft, LeftOut, Place
from bulletlint.core.places import find_line_starts, find_place, fold_stretches
from bulletlint.read.bullets.marks import split_glyph_items
from bulletlint.read.bullets.not_a_bullet import (
    Trust,
    find_end,
    find_opening,
    find_reason,
    is_job_line,
    is_one_sentence,
)
from bulletlint.read.bullets.section_words import Holds, Section, SectionWords

#: Heading levels of what no mark-up calls a heading: a paragraph that is one by its words, a label within a section
#: ("Achievements:"), and list items, by their depth, that head a nested list.
_PROMOTED, _LABEL, _ITEM = 7, 8, 10
#: Words from which on an unlisted paragraph is prose, and an unmarked line without a verb may be a bullet.
_PROSE, _PHRASE = 70, 10
#: Words of a pasted line that may still be a bullet.
_LONGEST_LINE = 150
_TRUST: dict[Holds | None, Trust] = {
    "bullets": "listed",
    "statements": "unknown",
    "nothing": "unknown",
    None: "unknown",
}


@dataclass(frozen=True, slots=True)
class _Scope:
    """A heading that is in force: its level, what its section holds (None: unknown), and whether the job has ended."""

    level: int
    kind: str | None
    holds: Holds | None
    title: str | None
    ended: bool | None = None


@dataclass(slots=True)
class _Selection:
    """What has been selected so far, and the headings in force; `headed` says that the file has any."""

    known: SectionWords
    line_starts: tuple[int, ...]
    headed: bool
    scopes: list[_Scope] = field(default_factory=lambda: [_Scope(0, None, None, None)])
    bullets: list[Bullet] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)


def select_bullets(
    draft: Draft, source: str, known: SectionWords, *, above: Sequence[Block] | None = None
) -> tuple[tuple[Bullet, ...], tuple[LeftOut, ...]]:
    """Return the bullets of a draft, and the lines that look like bullets and are none, with the reason.

    `above` holds what stands before the draft in the file that includes it: its headings are in force here. None says
    that the file is a whole resume by itself.
    """
    blocks = [
        *(block for block in _fold_blocks(above or ()) if _is_heading(block, known)),
        *_fold_blocks(draft.blocks),
    ]
    headed = any(_is_heading(block, known) for block in blocks)
    selection = _Selection(known, find_line_starts(source), headed)
    pasted = above is None and not headed and (draft.unmarked or bool(source))
    bare = pasted and all(block.kind == "paragraph" for block in blocks)
    unmarked = _find_unmarked(blocks, known) if draft.unmarked and not bare else frozenset()
    for number, block in enumerate(blocks):
        text = block.text
        if block.kind == "heading":
            _open_section(selection, text, block.level)
        elif block.kind == "item":
            following = blocks[number + 1] if number + 1 < len(blocks) else None
            heads = following is not None and following.kind == "item" and following.level > block.level
            _select_item(selection, block, heads=heads)
        elif block.kind == "paragraph" and find_section(text, known, whole=True) is not None:
            _open_section(selection, text, _rank_paragraph(selection, text))
        elif bare:
            _select_bare(selection, block)
        elif number in unmarked:
            _add_bullet(selection, block)
        else:
            _pass_over(selection, block)
    return tuple(selection.bullets), tuple(selection.left_out)


def find_section(heading: str, known: SectionWords, *, whole: bool) -> Section | None:
    """Return the section that a heading names; `whole` asks for a whole phrase instead of a telling word."""
    if len(heading) > 80 or heading.rstrip().endswith((".", ",", ";")):
        return None
    name = _fold_heading(heading)
    parts = name.split(" and ") if " and " in name else []
    for section in known.sections:
        if name in section.headings:
            return section
    named = [section for part in parts for section in known.sections if part in section.headings]
    if parts and len(named) == len(parts):
        return next((section for section in named if section.holds == "bullets"), named[0])
    words = name.split()
    if whole or not 0 < len(words) <= 5:
        return None
    return next((section for section in known.sections if not section.words.isdisjoint(words)), None)


def _fold_heading(heading: str) -> str:
    """Return a heading in lower case, without numbering, dates, decoration and letter-spacing."""
    if re.fullmatch(r"(?:\S\s){3,}\S:?", heading.strip()):
        heading = re.sub(r"\s", "", heading)
    name = re.sub(r"^\s*(?:\d{1,2}|[IVX]{1,4})[.)]\s+", "", heading).lower()
    name = re.sub(r"\([^()]*\)|\b(?:19|20)\d\d\b", " ", name)
    name = re.sub(r"[&/+]", " and ", name).replace("’", "'")
    name = " ".join(re.sub(r"[^\w\s'-]|_", " ", name).replace("-", " ").split())
    return name.removeprefix("my ").removesuffix(" and").strip()


def _trim_heading(heading: str) -> str:
    return heading.strip(" :=*~_-–—|#") or heading


def _fold_blocks(blocks: Iterable[Block]) -> list[Block]:
    """Split typed bullets off paragraphs, fold white space, and drop what is empty."""
    folded = (
        replace(block, stretches=fold_stretches(block.stretches))
        for block in split_glyph_items(blocks)
        if block.kind != "comment"
    )
    return [block for block in folded if block.stretches]


def _open_section(selection: _Selection, text: str, level: int) -> None:
    """Put a heading in force; one that names no section inherits from the heading above it."""
    scopes = selection.scopes
    dated = find_end(text)
    sibling: _Scope | None = None
    while scopes[-1].level >= level:
        sibling = scopes.pop()
    parent = scopes[-1]
    section = find_section(text, selection.known, whole=parent.kind is not None)
    if section is None and parent.kind is None and dated is not None and sibling is not None and sibling.kind:
        # "## Experience" and then "## Acme, 2019–2021" on the same level.
        parent = sibling
    ended = dated if dated is not None else parent.ended
    if section is not None:
        scopes.append(_Scope(level, section.kind, section.holds, _trim_heading(text), ended))
    elif parent.kind is not None:
        scopes.append(_Scope(level, parent.kind, parent.holds, parent.title, ended))
    else:
        scopes.append(_Scope(level, None, None, _trim_heading(text), ended))


def _rank_paragraph(selection: _Selection, text: str) -> int:
    """Return the level of a paragraph that is a heading by its words."""
    above = selection.scopes[-1]
    is_label = text.endswith(":") and above.level >= 1 and above.kind is not None
    if is_label and not (above.level == _PROMOTED and (above.title or "").endswith(":")):
        return _LABEL
    return _PROMOTED


def _select_item(selection: _Selection, block: Block, *, heads: bool) -> None:
    """Take an item as a bullet, or leave it out with a reason; `heads` says that a nested list follows."""
    text, known = block.text, selection.known
    while selection.scopes[-1].level >= _ITEM + block.level:
        selection.scopes.pop()
    scope = selection.scopes[-1]
    if heads:
        section = find_section(text, known, whole=True)
        opening = find_opening(text, known)
        titled = find_reason(text, known) is not None
        if (
            section is not None
            or titled
            or opening == "none"
            and (text.endswith(":") or len(text.split()) <= 6)
        ):
            _open_section(selection, text, _ITEM + block.level)
            _leave_out(selection, block, "heads the list below it")
            return
    if scope.holds == "nothing":
        _leave_out(selection, block, f"{scope.kind} section")
        return
    trust: Trust = "declared" if block.declared or not selection.headed else _TRUST[scope.holds]
    reason = find_reason(text, known, trust)
    if reason is None and scope.holds == "statements" and find_opening(text, known) != "past":
        reason = f"{scope.kind} section"
    if reason is None:
        _add_bullet(selection, block)
    else:
        _note_dates(selection, text)
        _leave_out(selection, block, reason)


def _select_bare(selection: _Selection, block: Block) -> None:
    """Take a line of a file without a heading or a mark as a bullet, unless it is plainly something else."""
    reason = find_reason(block.text, selection.known, "declared")
    if reason is None and len(block.text.split()) > _LONGEST_LINE:
        reason = "prose, not listed as a bullet"
    if reason is None:
        _add_bullet(selection, block)
    else:
        _leave_out(selection, block, reason)


def _pass_over(selection: _Selection, block: Block) -> None:
    """Take from a paragraph or a table's cell whether a job has ended; note prose where bullets would stand."""
    text = block.text
    if is_job_line(text, selection.known):
        while selection.scopes[-1].level >= _LABEL:
            selection.scopes.pop()
        _note_dates(selection, text)
    elif (
        block.kind == "paragraph" and selection.scopes[-1].holds == "bullets" and len(text.split()) >= _PHRASE
    ):
        _leave_out(selection, block, "prose, not listed as a bullet")


def _note_dates(selection: _Selection, text: str) -> None:
    dated = find_end(text)
    if dated is not None:
        selection.scopes[-1] = replace(selection.scopes[-1], ended=dated)


def _add_bullet(selection: _Selection, block: Block) -> None:
    scope = selection.scopes[-1]
    selection.bullets.append(
        Bullet(block.text, block.stretches, scope.title, scope.ended, block.paragraph, block.pointer)
    )


def _leave_out(selection: _Selection, block: Block, reason: str) -> None:
    bullet = Bullet(block.text, block.stretches, None, None, block.paragraph, block.pointer)
    place: Place = find_place(bullet, selection.line_starts, 0, len(bullet.text))
    selection.left_out.append(LeftOut(bullet.text, reason, place))


def _find_unmarked(blocks: list[Block], known: SectionWords) -> frozenset[int]:
    """Return the numbers of the paragraphs that are bullets although nothing marks them.

    These are lines below a heading that read like statements, where that job's or project's bullets are not marked.
    """
    headings = {number for number, block in enumerate(blocks) if _is_heading(block, known)}
    paragraphs = [
        number for number, block in enumerate(blocks) if block.kind == "paragraph" and number not in headings
    ]
    marked_parts: set[int] = set()
    parts: dict[int, int] = {}
    holds: dict[int, bool] = {}
    part = 0
    inside = False
    for number, block in enumerate(blocks):
        if number in headings:
            section = find_section(block.text, known, whole=False)
            inside = section.holds == "bullets" if section is not None else inside
            part += 1
        elif block.kind == "paragraph" and is_job_line(block.text, known):
            part += 1
        elif block.kind == "item":
            marked_parts.add(part)
        parts[number], holds[number] = part, inside
    return frozenset(
        number
        for number in paragraphs
        if holds[number]
        and _reads_like_bullet(blocks[number], known, beside_marked=parts[number] in marked_parts)
    )


def _is_heading(block: Block, known: SectionWords) -> bool:
    return (
        block.kind == "heading"
        or block.kind == "paragraph"
        and find_section(block.text, known, whole=True) is not None
    )


def _reads_like_bullet(block: Block, known: SectionWords, *, beside_marked: bool) -> bool:
    """Tell whether an unmarked line is a bullet; where others are marked, only a one-sentence summary in data is."""
    text = block.text
    count = len(text.split())
    if is_job_line(text, known) or count > _PROSE or find_reason(text, known) is not None:
        return False
    opening = find_opening(text, known)
    if beside_marked:
        return block.pointer is not None and opening == "past" and count >= _PHRASE and is_one_sentence(text)
    return count >= (3 if opening != "none" else _PHRASE) and (opening != "none" or text[0].isupper())
