"""Lines that cannot stand alone: those that carry on an item, though their format makes them blocks of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from bulletlint.core.document import Block, Stretch
from bulletlint.read.bullets.dates import has_date
from bulletlint.read.bullets.openings import find_opening
from bulletlint.read.bullets.section_words import SectionWords

#: Characters of an item that may go on in the next block: a wrapped line is about as wide as a page.
_SHORTEST = 45
#: Characters of an item's beginning, and of its end, that say whether it goes on.
_LOOKED = 60
#: Share of the items that end with a full stop where that is the habit of a file.
_PUNCTUATED = 0.6
_SENTENCE_END = re.compile(r"[.;!?:][\"')\]”’]?$")
#: Words after which a sentence is not over.
_OPEN_END = re.compile(
    r"(?:[,&(]|\b(?:a|an|the|and|or|of|in|on|to|for|by|with|from|at|as|into|via|per|than|using|across|through|over|that"
    r"|which|while|its|our|their|who|whose|when|where))$",
    re.IGNORECASE,
)
#: Those of them that also end a sentence, as the particle of a verb: "were kept on", "alerts nobody acted on".
_PARTICLE_END = re.compile(
    r"\b(?:in|on|to|for|by|with|from|at|across|through|over|that)$",
    re.IGNORECASE,
)


def join_continuations(blocks: Sequence[Block], known: SectionWords) -> Iterator[Block]:
    """Yield the blocks, those that carry on the item before them joined to it."""
    last: Block | None = None  # an item that may go on
    joined: list[Stretch] = []
    said = ""
    punctuated = _ends_items(blocks)
    for block in blocks:
        if last is not None and _carries_on(last, said, block, known, punctuated=punctuated):
            joined = joined or [*last.stretches]
            joined += (_make_space(joined[-1], block.stretches[0]), *block.stretches)
            said = _shorten(f"{said} {block.text}")
            continue
        if last is not None:
            yield last.hold(tuple(joined)) if joined else last
        if block.kind == "item":
            last, joined, said = block, [], _shorten(block.text)
        else:
            last = None
            yield block
    if last is not None:
        yield last.hold(tuple(joined)) if joined else last


def _shorten(text: str) -> str:
    """Return the beginning and the end of a text, which are all that is looked at: a thousand lines may be joined."""
    return text if len(text) <= 2 * _LOOKED else text[:_LOOKED] + text[-_LOOKED:]


def _ends_items(blocks: Sequence[Block]) -> bool:
    """Tell whether the items of a file end with full stops, where need be on the line below them."""
    ended = items = 0
    for number, block in enumerate(blocks):
        if block.kind == "item":
            items += 1
            later = blocks[number + 1] if number + 1 < len(blocks) else None
            ended += _SENTENCE_END.search(block.text) is not None or (
                later is not None
                and later.kind == "paragraph"
                and _SENTENCE_END.search(later.text) is not None
            )
    return items > 2 and ended >= _PUNCTUATED * items


def _carries_on(last: Block, said: str, block: Block, known: SectionWords, *, punctuated: bool) -> bool:
    """Tell whether a block is the rest of a wrapped item: that one breaks off, and this one begins in mid-sentence.

    `said` is how the item begins and ends so far. Where items end with full stops (`punctuated`), one without has
    broken off.
    """
    if block.kind not in ("item", "paragraph") or block.level != last.level:
        return False
    if last.pointer is not None or len(said) < _SHORTEST or _SENTENCE_END.search(said):
        return False
    text = block.text
    if has_date(text) and len(text.split()) < 12:
        return False
    if _OPEN_END.search(said) is not None:
        begins_anew = block.kind == "item" and text[0].isupper() and find_opening(text, known) == "past"
        return not (begins_anew and _PARTICLE_END.search(said))
    if (
        punctuated
        and block.kind == "paragraph"
        and _SENTENCE_END.search(text)
        and find_opening(text, known) != "past"
    ):
        return True
    begins = text[0].islower() and text.split()[0].rstrip(".,;:").isalpha() and not said[0].islower()
    return begins and (block.kind == "paragraph" or find_opening(text, known) != "past")


def _make_space(before: Stretch, after: Stretch) -> Stretch:
    """Return the space between two stretches, which covers what stands between them in the source."""
    if before.end is None or after.start is None or after.start < before.end:
        return Stretch(" ", before.end, before.end, before.page, before.box)
    return Stretch(" ", before.end, after.start, before.page, before.box)
