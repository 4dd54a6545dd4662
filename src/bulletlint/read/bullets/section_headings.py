"""Which section a heading names, and which lines are headings that no mark-up calls so.

A heading is known by its words; and a line that is set as the known ones of the same file are is a heading, too,
whatever its words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from bulletlint.core.document import Block
from bulletlint.read.bullets.dates import find_end, has_date
from bulletlint.read.bullets.section_words import Section, SectionWords

#: Characters of a heading, decoration and what stands in brackets left out.
_LONGEST = 80
#: Words of a line that may be a heading by the way it is set, and of a paragraph that is one by a telling word.
_MOST_WORDS, _MOST_TELLING = 6, 4
_SUBTITLE = re.compile(r"\s*[:|•·]\s+|\s+[–—/-]\s+|\s*//\s*")
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_SPACED = re.compile(r"(?:\S\s){3,}\S:?")
_NUMBERING = re.compile(r"^\s*(?:\d{1,2}|[IVX]{1,4})[.)]\s+")
_ASIDES = re.compile(r"\([^()]*\)|\b(?:19|20)\d\d\b|\bcont(?:inued|'d|\.)(?!\w)")
_JOINERS = re.compile(r"[&/+]")
_DECORATION = re.compile(r"[^\w\s'-]|_")
_ENGLISH = re.compile(r"[A-Za-z]{4}")
#: Scripts whose words stand beside English ones in bilingual headings.
_OTHER_SCRIPTS = re.compile(r"[\u0370-\u05ff\u0600-\u06ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")


@lru_cache(maxsize=256)
def find_section(heading: str, known: SectionWords, *, whole: bool) -> Section | None:
    """Return the section that a heading names; `whole` asks for a whole phrase instead of a telling word."""
    bracketed = "(" in heading or "[" in heading
    if len(heading) > _LONGEST and not bracketed:
        return None
    bare = " ".join((_BRACKETS.sub(" ", heading) if bracketed else heading).split()) or heading
    if len(bare) > _LONGEST or bare.endswith((".", ",", ";")):
        return None
    section = _find_phrase(bare, known)
    if section is not None or whole:
        return section
    for part in _SUBTITLE.split(bare)[:2]:
        section = _find_phrase(part, known)
        if section is not None and not has_date(part):
            return section
    words = _fold_heading(bare).split()
    if not 0 < len(words) <= 5:
        return None
    order = _index_words(known)
    told = [order[word] for word in words if word in order]
    return known.sections[min(told)] if told else None


@lru_cache(maxsize=4)
def _index_words(known: SectionWords) -> dict[str, int]:
    """Return the number of the first section that each telling word gives away."""
    sections = [*enumerate(known.sections)]
    return {word: number for number, section in reversed(sections) for word in section.words}


@lru_cache(maxsize=256)
def find_paragraph_section(text: str, known: SectionWords) -> Section | None:
    """Return the section that a line names which no mark-up calls a heading.

    It says a whole phrase, or is one to four words with capitals of which the last is telling ("Clinical Experience").
    """
    section = find_section(text, known, whole=True)
    if section is not None:
        return section
    words = text.rstrip(" :").split()
    if not 1 < len(words) <= _MOST_TELLING or not re.fullmatch(r"[A-Za-z&'’ -]+", text.rstrip(" :")):
        return None
    if not all(word[0].isupper() or len(word) < 4 for word in words):
        return None
    last = words[-1].lower()
    return next((one for one in known.sections if one.holds == "bullets" and last in one.words), None)


def promote_headings(blocks: Sequence[Block], known: SectionWords) -> list[Block]:
    """Return the blocks with paragraphs made headings that are set like those which name a section.

    `Block.look` says how a line is set, where its format tells. A look counts where most lines that have it are short,
    and at least two of them name a section (one, where all are short). A line that occurs twice is a label of entries.
    So is one with a colon where the format itself marks sections. They come below the heading that stands before the
    first of them, and above the others of mark-up.
    """
    if all(block.look is None for block in blocks):
        return [*blocks]
    marked = marks_sections(blocks, known)
    occurs = Counter(block.text for block in blocks if block.look is not None)
    looks = Counter[object]()
    short = Counter[object]()
    naming = Counter[object]()
    for block in blocks:
        if block.look is None or block.kind != "paragraph" or occurs[block.text] > 1:
            continue
        if marked and block.text.endswith(":"):
            continue
        looks[block.look] += 1
        short[block.look] += _is_heading_shaped(block.text)
        naming[block.look] += find_paragraph_section(block.text, known) is not None
    trusted = {
        look
        for look, count in looks.items()
        if naming[look] >= 2 and short[look] >= 0.7 * count or naming[look] and short[look] == count
    }
    promoted = {
        number
        for number, block in enumerate(blocks)
        if block.kind == "paragraph"
        and block.look in trusted
        and occurs[block.text] == 1
        and not (marked and block.text.endswith(":"))
        and _is_heading_shaped(block.text)
    }
    if not promoted:
        return list(blocks)
    above = [block.level for block in blocks[: min(promoted)] if block.kind == "heading"]
    level = above[-1] + 1 if above else 1
    return [
        replace(block, kind="heading", level=level)
        if number in promoted
        else replace(block, level=block.level + 1)
        if block.kind == "heading" and block.level >= level
        else block
        for number, block in enumerate(blocks)
    ]


def marks_sections(blocks: Iterable[Block], known: SectionWords) -> bool:
    """Tell whether a heading that the format calls one names a section: lines with a colon are then no sections."""
    return any(
        block.kind == "heading" and find_section(block.text, known, whole=True) is not None
        for block in blocks
    )


#: The level of headings that no mark-up calls so; those of mark-up are 1 to 6.
PROMOTED = 7


def trim_heading(heading: str) -> str:
    """Return a heading without decoration around it."""
    return heading.strip(" :=*_~-–—|#") or heading


def _is_heading_shaped(text: str) -> bool:
    bare = trim_heading(text)
    return (
        0 < len(bare.split()) <= _MOST_WORDS
        and not bare.endswith((".", ",", ";", "!", "?"))
        and not any(character.isdigit() or character in "@|•\t" for character in bare)
        and bare[0].isalpha()
        and not bare[0].islower()
        and find_end(bare) is None
    )


def _find_phrase(heading: str, known: SectionWords) -> Section | None:
    name = _fold_heading(heading)
    sections = _index_headings(known)
    if name in sections:
        return sections[name]
    if " and " not in name:
        return None
    parts = name.split(" and ")
    named = [sections[part] for part in parts if part in sections]
    if len(named) == len(parts):
        return next((section for section in named if section.holds == "bullets"), named[0])
    return None


@lru_cache(maxsize=4)
def _index_headings(known: SectionWords) -> dict[str, Section]:
    """Return the section that each whole heading names: the first of those that list it."""
    return {heading: section for section in reversed(known.sections) for heading in section.headings}


def _fold_heading(heading: str) -> str:
    """Return a heading in lower case, without numbering, dates, decoration and letter-spacing."""
    if heading.isascii() and heading.replace(" ", "").isalpha() and not _SPACED.fullmatch(heading.strip()):
        name = " ".join(heading.lower().split())  # as nearly all are
        if "continued" not in name:
            return name.removeprefix("my ").removesuffix(" and").strip()
    if _SPACED.fullmatch(heading.strip()):
        heading = "".join(heading.split())
    if not heading.isascii() and _ENGLISH.search(heading):
        heading = _OTHER_SCRIPTS.sub(" ", heading)
    name = _NUMBERING.sub("", heading).lower()
    name = _ASIDES.sub(" ", name)
    name = _JOINERS.sub(" and ", name).replace("’", "'").replace("i've ", "i have ")
    name = " ".join(_DECORATION.sub(" ", name).replace("-", " ").split())
    return name.removeprefix("my ").removesuffix(" and").strip()
