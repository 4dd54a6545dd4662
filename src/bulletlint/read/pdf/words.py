"""Words of a printed line, and where such a line falls apart into a label, its text, and dates beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby, pairwise
from statistics import median
from typing import Literal

from bulletlint.core.document import Box
from bulletlint.core.places import join_boxes
from bulletlint.read.bullets import marks
from bulletlint.read.pdf.characters import Character

#: Gaps between characters that part words, in font sizes: any, and one in which PDFium itself sees a space.
_WORD_GAP, _SEEN_GAP = 0.17, 0.06
#: The gap in a line of so many characters at least that are set close to each other without a written space.
_NARROW_GAP, _LONG_LINE = 0.11, 12
#: Letters in a row, each with a gap behind it, that are one word set apart; how much wider the gaps between words are.
_SPACED_LETTERS, _WIDER = 5, 1.45
#: A note's mark: how small and how high it is set, of the size of the line.
_SMALL, _RAISED = 0.85, 0.18
#: The space of a symbol font.
_SYMBOL_SPACE = "\uf020"
_UNITS = frozenset({"m", "km", "cm", "mm", "ft"})
LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
_LIGATURES = str.maketrans(LIGATURES)
#: Characters that are a bullet's mark wherever they begin a line; the private ones are those of symbol fonts.
ROUND_MARKS = marks.ROUND_MARKS + "➔»\uf06f\uf076\uf0fc\uf0a8"
#: text: a line of the column. label: what stands in the margin left of a line. aside: dates or a place set at the
#: right of a line, or in the margin beside it, which is no part of its sentence.
Role = Literal["text", "label", "aside"]
#: From the text of a line to what is set at its right, in font sizes at least, and to a range of dates; words of that,
#: and of a sentence that it is no part of.
ASIDE_GAP = 1.5
_RANGE_GAP, _LONGEST_ASIDE, _SENTENCE = 0.7, 6, 6
_DATED = re.compile(r"\b(?:19|20)\d\d\b|'\d\d\b|\b\d{1,2}/\d\d\b|\b(?:present|now|current|today|ongoing)\b")
_DATE_PART = re.compile(
    r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?|\b(?:spring|summer|fall|autumn|winter)\b"
    r"|\b(?:present|now|current|today|ongoing|since|to|until|from|q[1-4])\b|\d+|\W+"
)


@dataclass(frozen=True, slots=True)
class Word:
    """Characters without a space between them; `gap` is the space before it in font sizes, 0 at a line's start.

    `colour` is that of its first character, red, green and blue of four bits each.
    """

    text: str
    box: Box
    gap: float
    bold: bool
    known: bool
    colour: int = 0


def find_words(row: Sequence[Character]) -> tuple[Word, ...]:
    """Return the words of the characters of a line, which stand from left to right."""
    words: list[Word] = []
    part: list[Character] = []
    right = gap = 0.0
    spaced = boldly = False
    widest = _find_word_gap(row)
    for character in _read_raised(row):
        text, left, _, end, _, _, size, bold, _, seen, _ = character
        if text.isspace() or text == _SYMBOL_SPACE:
            spaced = True
            continue
        space = (left - right) / size
        if part:
            apart = spaced or space > (_SEEN_GAP if seen else widest)
            # A title in bold begins right behind a plain word, or the reverse.
            if apart or bold != boldly and text.isupper() and part[-1].text.islower():
                words.append(_make_word(part, gap))
                part, gap = [], space
        if not part or end > right:
            right = end
        part.append(character)
        spaced, boldly = False, bold
    if part:
        words.append(_make_word(part, gap))
    return tuple(_join_letters(words)) if len(words) >= _SPACED_LETTERS else tuple(words)


def _find_word_gap(row: Sequence[Character]) -> float:
    """Return the gap, in font sizes, from which on it parts words: less in a line that no written space parts."""
    if len(row) < _LONG_LINE or any(each.text.isspace() for each in row):
        return _WORD_GAP
    gaps = [(after.left - before.right) / after.size for before, after in pairwise(row)]
    return _NARROW_GAP if median(gaps) < _SEEN_GAP / 2 else _WORD_GAP


def is_date(text: str) -> bool:
    """Tell whether a text is a date or a range of dates, and nothing else."""
    lowered = text.lower().replace("’", "'")
    return _DATED.search(lowered) is not None and not _DATE_PART.sub("", lowered)


def is_marked(words: Sequence[Word]) -> bool:
    """Tell whether a line begins with a bullet's mark."""
    return words[0].text[0] in ROUND_MARKS or words[0].text in "-–*" and len(words) > 2


def split_asides(words: tuple[Word, ...]) -> Iterator[tuple[Role, tuple[Word, ...]]]:
    """Yield the parts of a line: a date or label before a mark, the text, and what is set apart at its right."""
    first = next((at for at, word in enumerate(words[:6]) if at and word.text[0] in ROUND_MARKS), None)
    if first is not None and (is_date(_join(words[:first])) or words[first].gap > ASIDE_GAP and first < 4):
        yield ("aside" if is_date(_join(words[:first])) else "label"), words[:first]
        words = _set_off(words[first:])
    marked = is_marked(words)
    for at in range(max(2 if marked else 1, len(words) - _LONGEST_ASIDE), len(words)):
        # What is printed over the end of a sentence is no part of it either.
        gap = abs(words[at].gap)
        if gap <= _RANGE_GAP:
            continue
        tail = _join(words[at:])
        dated = is_date(tail) and (marked or at > _SENTENCE)
        ranged = dated and len(_DATED.findall(tail.lower())) > 1
        if gap > (_RANGE_GAP if ranged else ASIDE_GAP) and dated or gap > 2 * ASIDE_GAP and marked:
            yield "text", words[:at]
            yield "aside", _set_off(words[at:])
            return
    yield "text", words


def _join(words: Sequence[Word]) -> str:
    return " ".join(word.text for word in words)


def _set_off(words: tuple[Word, ...]) -> tuple[Word, ...]:
    return (replace(words[0], gap=0.0), *words[1:])


def _make_word(part: Sequence[Character], gap: float) -> Word:
    texts, lefts, tops, rights, bottoms, _, _, bold, known, *_ = zip(*part, strict=True)
    box = round(min(lefts), 1), round(min(tops), 1), round(max(rights), 1), round(max(bottoms), 1)
    text = "".join(texts).translate(_LIGATURES)
    return Word(text, box, gap, all(bold), all(known), part[0].colour)


def _read_raised(row: Sequence[Character]) -> Sequence[Character]:
    """Leave out the marks of notes ("40 shops¹"); a raised figure behind a figure is a power."""
    sizes = {each.size for each in row}
    size = max(sizes, default=0.0)
    if min(sizes, default=0.0) > _SMALL * size:
        return row
    read: list[Character] = []
    baseline = max(each.baseline for each in row if each.size == size)
    before = ""
    for each in row:
        raised = each.size < _SMALL * size and baseline - each.baseline > _RAISED * size
        if raised and (each.text.isdecimal() or each.text in "*†‡§"):
            if before[-1:].isdecimal():
                each = each._replace(text="^" + each.text)
            elif before.lstrip("0123456789") not in _UNITS and before:
                continue
        before = "" if each.text.isspace() else before + each.text
        read.append(each)
    return read


def _join_letters(words: Sequence[Word]) -> Iterator[Word]:
    """Join letters that are set apart ("E X P E R I E N C E") to words."""
    for single, group in groupby(words, key=lambda word: len(word.text) == 1):
        letters = list(group)
        gaps = [word.gap for word in letters[1:]]
        if not single or len(letters) < _SPACED_LETTERS or sum(one.text.isalpha() for one in letters) < 3:
            yield from letters
            continue
        widest = _WIDER * median(gaps)
        joined = letters[:1]
        for letter in letters[1:]:
            if letter.gap > widest:
                joined.append(letter)
            else:
                joined[-1] = _glue(joined[-1], letter)
        yield from joined


def _glue(one: Word, other: Word) -> Word:
    box = join_boxes(one.box, other.box)
    return Word(
        one.text + other.text, box, one.gap, one.bold and other.bold, one.known and other.known, one.colour
    )
