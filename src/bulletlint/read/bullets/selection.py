"""Which blocks of a resume are bullets: the one place that decides it, for every format.

A section's heading says whether its lists hold bullets; a heading below it inherits that; where the heading is
unknown, and for single lines that are none, the shape of the line decides (bulletlint.read.bullets.not_a_bullet).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import dropwhile

from bulletlint.core.document import Block, Bullet, Draft, LeftOut, Place
from bulletlint.core.places import find_line_starts, find_place, fold_stretches
from bulletlint.read.bullets.continuations import join_continuations
from bulletlint.read.bullets.marks import split_glyph_items
from bulletlint.read.bullets.name_lists import is_title_case
from bulletlint.read.bullets.not_a_bullet import Trust, find_reason, is_job_line, is_prize
from bulletlint.read.bullets.openings import find_opening, is_gerund
from bulletlint.read.bullets.scopes import Outline, find_dated_headings
from bulletlint.read.bullets.section_headings import (
    PROMOTED,
    find_paragraph_section,
    find_section,
    marks_sections,
    promote_headings,
)
from bulletlint.read.bullets.section_words import SectionWords
from bulletlint.read.bullets.statements import (
    PHRASE,
    Part,
    find_outline_statements,
    find_parts,
    is_statement,
    split_statements,
)

#: Heading levels are tens, so that entries on the level of their section find a place below it; list items that head a
#: nested list come last, by their depth.
_STEP, _ITEM = 10, 100
#: Words of a pasted line that may still be a bullet, and of an item that heads a list though it has no dates.
_LONGEST_LINE, _LONGEST_HEAD = 150, 6


@dataclass(slots=True)
class _Selection:
    """What has been selected so far; `headed` says that the file has headings.

    `intro` is the level of an item that opened a list which completes it, 0 for a paragraph that did, None where none
    is open; `deeper` says that the list stands deeper than the item.
    """

    known: SectionWords
    line_starts: tuple[int, ...]
    headed: bool
    outline: Outline
    parts: Sequence[Part]
    repeated: frozenset[str]
    coloned: bool
    bullets: list[Bullet] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)
    intro: int | None = None
    deeper: bool = False


def select_bullets(
    draft: Draft, source: str, known: SectionWords, *, above: Sequence[Block] | None = None
) -> tuple[tuple[Bullet, ...], tuple[LeftOut, ...]]:
    """Return the bullets of a draft, and all other lines of it with the reason why they are none.

    `above` holds what stands before the draft in the file that includes it: its headings are in force here. None says
    that the file is a whole resume by itself.
    """
    inherited = [block for block in _fold_blocks(above or (), known) if _is_heading(block, known)]
    blocks = [*inherited, *promote_headings(_fold_blocks(draft.blocks, known), known)]
    outlined = find_outline_statements(blocks, known)
    headings = {
        number for number, block in enumerate(blocks) if number not in outlined and _is_heading(block, known)
    }
    named = [
        block.text.rstrip()
        for number, block in enumerate(blocks)
        if number in headings and block.kind == "paragraph"
    ]
    selection = _Selection(
        known,
        find_line_starts(source),
        bool(headings),
        Outline(known, find_dated_headings(blocks, headings, known)),
        find_parts(blocks, headings, known),
        frozenset(text for text, count in Counter(named).items() if count > 1),
        coloned=len(named) > 1
        and all(text.endswith(":") for text in named)
        and not marks_sections(blocks, known),
    )
    bare = (
        above is None
        and not headings
        and (draft.unmarked or bool(source))
        and all(block.kind == "paragraph" for block in dropwhile(_is_row, blocks))
    )
    for number, block in enumerate(blocks):
        text = block.text
        if number in headings:
            if block.kind == "paragraph" and _is_label(selection, text):
                selection.outline.open_label(text)
            else:
                level = block.level if block.kind == "heading" else PROMOTED
                selection.outline.open(number, text, level * _STEP)
            if number >= len(inherited):
                _leave_out(selection, block, "heading", listed=False)
        elif block.kind == "item":
            if selection.deeper and selection.intro is not None and block.level <= selection.intro:
                selection.intro = None
            _select_item(selection, block, heads=_heads_list(blocks, number))
        elif bare and block.kind == "paragraph":
            _select_bare(selection, block)
        else:
            _select_paragraph(selection, block, selection.parts[number])
        _note_intro(selection, block)
        selection.outline.pass_block(text, is_heading=number in headings)
    return tuple(selection.bullets), tuple(selection.left_out)


def _is_row(block: Block) -> bool:
    """Tell whether a block is a cell, or what a preamble says of the person."""
    return block.kind == "row"


def _fold_blocks(blocks: Iterable[Block], known: SectionWords) -> list[Block]:
    """Split typed bullets and statements off paragraphs, fold white space, and drop what is empty."""
    folded = (
        block.hold(fold_stretches(block.stretches))
        for block in split_statements(split_glyph_items(blocks), known)
        if block.kind != "comment"
    )
    return list(join_continuations([block for block in folded if block.stretches], known))


def _is_heading(block: Block, known: SectionWords) -> bool:
    if block.kind == "heading":
        return True
    return block.kind == "paragraph" and find_paragraph_section(block.text, known) is not None


def _is_label(selection: _Selection, text: str) -> bool:
    """Tell whether a paragraph that is a heading by its words is a label within an entry, and no section."""
    above = selection.outline.scope
    if above.kind is None or not above.level:
        return False
    if text.endswith(":") and (text in selection.repeated or not selection.coloned):
        return True
    # "Key Achievements" right below a job's dates, or below each job.
    begins = above.years is not None or text in selection.repeated
    return above.entry and above.holds == "bullets" and begins


def _heads_list(blocks: Sequence[Block], number: int) -> bool:
    """Tell whether a nested list follows an item, lines about it between them."""
    for following in range(number + 1, len(blocks)):
        block = blocks[following]
        if block.kind in ("item", "heading"):
            return block.kind == "item" and block.level > blocks[number].level
        if block.level < blocks[number].level:
            return False
    return False


def _is_intro(selection: _Selection, block: Block) -> bool:
    """Tell whether a line opens a list that completes it ("Repaired and rolled out these machines:")."""
    return (
        block.kind in ("item", "paragraph")
        and block.text.endswith(":")
        and find_opening(block.text, selection.known) == "past"
    )


def _note_intro(selection: _Selection, block: Block) -> None:
    """Note whether the next item completes a line above it."""
    if _is_intro(selection, block):
        selection.intro, selection.deeper = (block.level if block.kind == "item" else 0), False
    elif block.kind != "item":
        selection.intro = None
    elif selection.intro is not None and block.level > selection.intro:
        selection.deeper = True


def _select_item(selection: _Selection, block: Block, *, heads: bool) -> None:
    """Take an item as a bullet, or leave it out with a reason; `heads` says that a nested list follows."""
    text, known, outline = block.text, selection.known, selection.outline
    outline.close(_ITEM + block.level)
    opening = find_opening(text, known)
    if heads:
        section = find_section(text, known, whole=True)
        titled = (
            find_reason(text, known) is not None
            or is_job_line(text, known)
            or is_title_case(text)
            and len(text.split()) <= _LONGEST_HEAD
        )
        short = opening == "none" and (text.endswith(":") or len(text.split()) <= _LONGEST_HEAD)
        if section is not None or titled or short:
            outline.open(-1, text, _ITEM + block.level)
            _leave_out(selection, block, "heads the list below it")
            return
    if opening == "past":
        outline.close_label()
    scope = outline.scope
    if scope.holds == "nothing":
        _leave_out(selection, block, f"{scope.kind} section")
        return
    trust = _find_trust(selection, block)
    reason = find_reason(text, known, trust)
    if reason is None and trust != "declared" and scope.kind != "experience" and is_prize(text, known):
        reason = "award"
    if reason is None and scope.holds == "statements" and (opening != "past" or is_gerund(text)):
        reason = f"{scope.kind} section"
    if reason is None and selection.intro is not None and (opening != "past" or is_gerund(text)):
        reason = "completes the line above"
    if reason is None:
        _add_bullet(selection, block)
    else:
        outline.note_dates(text)
        _leave_out(selection, block, reason)


def _find_trust(selection: _Selection, block: Block) -> Trust:
    scope = selection.outline.scope
    if block.declared or not selection.headed:
        return "declared"
    if scope.holds != "bullets":
        return "unknown"
    # Right below "Projects" stand names as often as statements; below one of the projects hardly ever.
    return "listed" if scope.entry or scope.kind in ("experience", "achievements") else "named"


def _select_bare(selection: _Selection, block: Block) -> None:
    """Take a line of a file without a heading or a mark as a bullet, unless it is plainly something else."""
    reason = find_reason(block.text, selection.known, "declared")
    if reason is None and len(block.text.split()) > _LONGEST_LINE:
        reason = "prose, not listed as a bullet"
    if reason is None:
        _add_bullet(selection, block)
    else:
        _leave_out(selection, block, reason)


def _select_paragraph(selection: _Selection, block: Block, part: Part) -> None:
    """Take a paragraph, a table's cell or a headline as a bullet where it is a statement; else note its dates."""
    text, known, outline = block.text, selection.known, selection.outline
    if is_job_line(text, known):
        outline.close_label(entry=True)
        outline.note_dates(text)
        _leave_out(selection, block, "job line", listed=False)
    elif _may_state(outline) and (block.kind == "heading" or is_statement(block, known, part)):
        part.opened = True
        _add_bullet(selection, block)
    else:
        outline.note_dates(text)
        listed = (
            block.kind == "paragraph" and outline.scope.holds == "bullets" and len(text.split()) >= PHRASE
        )
        _leave_out(selection, block, _find_paragraph_reason(selection, text, listed=listed), listed=listed)


def _may_state(outline: Outline) -> bool:
    """Tell whether unmarked lines may be statements here: below a job, also one of a file that names no section."""
    scope = outline.scope
    return scope.holds == "bullets" or scope.kind is None and scope.entry


def _add_bullet(selection: _Selection, block: Block) -> None:
    scope = selection.outline.scope
    selection.outline.note_bullet()
    selection.bullets.append(
        Bullet(block.text, block.stretches, scope.title, scope.ended, block.paragraph, block.pointer)
    )


def _find_paragraph_reason(selection: _Selection, text: str, *, listed: bool) -> str:
    """Return why an unmarked line is no bullet."""
    scope = selection.outline.scope
    if listed:
        return "prose, not listed as a bullet"
    if scope.holds in ("nothing", "statements"):
        return f"{scope.kind} section"
    reason = find_reason(text, selection.known, "unknown")
    if reason is not None:
        return reason
    return "no statement below a job" if scope.holds == "bullets" else "outside of a section with bullets"


def _leave_out(selection: _Selection, block: Block, reason: str, *, listed: bool = True) -> None:
    bullet = Bullet(block.text, block.stretches, None, None, block.paragraph, block.pointer)
    place: Place = find_place(bullet, selection.line_starts, 0, len(bullet.text))
    selection.left_out.append(LeftOut(bullet.text, reason, place, listed))
