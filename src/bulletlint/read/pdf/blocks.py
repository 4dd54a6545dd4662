"""Lines of a PDF file to blocks: bullets by their marks, wrapped lines joined, page headers and numbers left out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bulletlint.core.document import Block, Box, Stretch
from bulletlint.read.bullets.section_headings import find_section
from bulletlint.read.bullets.section_words import load_section_words
from bulletlint.read.headings import Looks
from bulletlint.read.pdf.headings import PrintedText, rank_printed_headings
from bulletlint.read.pdf.lines import PrintedLine
from bulletlint.read.pdf.words import ASIDE_GAP, ROUND_MARKS, Role, Word

_CODE = re.compile(r"\(cid:\d+\)")
#: Marks that are punctuation otherwise: they have a space behind them, and no year; the others no figure at all.
_HYPHENS, _DASHES = frozenset("-*"), frozenset("–—·>~+―−›→")
#: Signs that begin words.
_OPENING = frozenset("([{<\"'“‘#$€£&@/\\~+=…")
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_NUMBER = re.compile(r"(\d{1,2})[.)]")
#: Ranges of characters whose meaning is a font's own: icons, and marks.
_PRIVATE = (("\ue000", "\uf8ff"), ("\U000f0000", "\U0010ffff"))
#: From a line to the next one of the same paragraph, in font sizes, at most.
_LARGEST_LEADING = 1.75
#: Between two words of running text, in font sizes, at most; justified text comes near to it.
_LARGEST_SPACE = 1.2
#: Texts beside each other in a line that is no row of a table, at most.
_MOST_CELLS = 2
#: How far a left edge may be from where it should be, and two depths of a list apart, in points.
_ALIGNED, _INDENT = 3.5, 4.0
#: Words of a heading in capitals, at most.
_LONGEST_HEADING = 5
#: Words that end no sentence and no title.
_HANGING = frozenset(
    "a an and as at by for from in into of on or per than that the to via which with within".split()
)
#: Part of a page's height, at the top and at the bottom, where headers and page numbers stand.
_MARGIN = 0.1
_PUNCTUATION = ",.;:|·•-–—()"
_PAGE_NUMBER = re.compile(r"(?:page\s*)?\d{1,2}(?:\s*(?:of|/|\|)\s*\d{1,2})?", re.IGNORECASE)
#: The end of a word that is no word by itself, and so no second half of a compound.
_ENDING = re.compile(
    r"(?:[bcdfglmnpt]{0,2}(?:[st]ions?|ments?|ness|it(?:y|ies)|[ai]ble|[ae]nces?|tives?|tures?|ically|ally|i[sz](?:e[ds]?|ing)"
    r"|ated|ating|ies)|(?:ff|gg|mm|nn?|pp|rr|tt|ch|ck|ld|nt|rm|rt|st|v)ing|m?ers)"
)
#: First halves of compounds that are often broken behind their own hyphen.
_COMPOUNDS = frozenset(
    "all best big co cost cross customer data decision deep double down early end error event ever face fast field "
    "fine first five follow four front full hand hard high home human in industry inter large last lead left light "
    "long low machine many mid mission model money multi near new next no non object off on one open out over part "
    "peer per point post pre problem product quick ready real right role rule same second self semi set short single "
    "six small so state sub super task team ten third three time top two un up user value week well wide work world "
    "year zero".split()
)


@dataclass(slots=True)
class _Group:
    """Lines that make one block; `mark` is where the bullet's mark stands in points, None for a paragraph."""

    lines: list[PrintedLine]
    words: list[Word]
    mark: float | None = None
    level: int = 1
    role: Role = "text"

    @property
    def left(self) -> float:
        """Where the text begins, behind the mark."""
        return self.words[0].box[0]


def make_blocks(
    lines: Sequence[PrintedLine], running: Sequence[PrintedLine], *, hyphenated: bool
) -> tuple[Block, ...]:
    """Return the blocks of the lines of all pages but those that are `running` headers and footers.

    `hyphenated` says that a hyphen at the end of a line may be there only because the line ends.
    """
    passed = {*map(id, running)}
    groups = list(_group_lines([line for line in lines if id(line) not in passed]))
    _set_levels(groups)
    known = Counter(word.text.strip(".,;:()").lower() for line in lines for word in line.words)
    texts = [_join_words(group, known, hyphenated=hyphenated) for group in groups]
    free = _measure_free(lines)
    looks = [
        PrintedText(
            "".join(stretch.text for stretch in text),
            _find_looks(group),
            group.words[0].colour,
            free.get(id(group.lines[0]), 0.0),
            len(group.lines) == 1,
            group.role == "label",
        )
        if group.mark is None
        else None
        for group, text in zip(groups, texts, strict=True)
    ]
    ranks = rank_printed_headings(looks)
    return tuple(_make_block(*each) for each in zip(groups, texts, ranks, strict=True))


def _measure_free(lines: Sequence[PrintedLine]) -> dict[int, float]:
    """Return the gap above each line of text in font sizes, by the line's identity; a column begins with a wide one."""
    free: dict[int, float] = {}
    last: PrintedLine | None = None
    for line in lines:
        if line.role == "text":
            beside = last is not None and (last.page, last.column) == (line.page, line.column)
            free[id(line)] = (
                (line.baseline - last.baseline) / line.size if beside and last is not None else 9.0
            )
            last = line
    return free


def _make_block(group: _Group, text: tuple[Stretch, ...], rank: int | None) -> Block:
    if group.mark is not None:
        return Block("item", text, level=group.level)
    if rank is not None and group.role != "aside":
        return Block("heading", text, level=rank)
    is_row = group.role == "text" and _count_cells(group.lines[0]) > _MOST_CELLS
    return Block("row" if is_row else "paragraph", text)


def find_running_lines(lines: Sequence[PrintedLine], heights: Sequence[float]) -> list[PrintedLine]:
    """Return page numbers, and what is said again in the margin of another page.

    `heights` are those of the pages in points.
    """
    running: list[PrintedLine] = []
    margins: dict[str, set[int]] = {}
    for line in lines:
        if _is_marginal(line, heights):
            margins.setdefault(_fold_figures(line.text), set()).add(line.page)
    name = {word.text.lower().strip(_PUNCTUATION) for word in lines[0].words} if lines else set()
    for line in lines:
        if _is_marginal(line, heights):
            again = len(margins[_fold_figures(line.text)]) > 1
            words = {word.text.lower().strip(_PUNCTUATION) for word in line.words}
            named = line.page > 1 and 1 < len(name) <= 5 and name <= words
            if again or named or _PAGE_NUMBER.fullmatch(line.text.strip(" -–—")):
                running.append(line)
    return running


def _is_marginal(line: PrintedLine, heights: Sequence[float]) -> bool:
    height = heights[line.page - 1]
    return line.baseline < _MARGIN * height or line.baseline > (1 - _MARGIN) * height


def _fold_figures(text: str) -> str:
    return re.sub(r"\d+", "0", text).lower()


# Which lines belong together


def _group_lines(lines: Sequence[PrintedLine]) -> Iterator[_Group]:
    numbered = _find_numbered(lines)
    signs = _find_signs(lines)
    group: _Group | None = None
    before: PrintedLine | None = None
    for index, line in enumerate(lines):
        if line.role != "text":
            aside = _Group([line], list(line.words), role=line.role)
            if group is not None and group.mark is not None and line.role == "aside":
                yield aside  # the bullet may go on below it
                continue
            if group is not None:
                yield group
            yield aside
            group = before = None
            continue
        mark, words = _split_mark(line, numbered=index in numbered, signs=signs)
        if mark is not None and before is not None and _separates(line, before):
            mark, words = None, list(line.words)
        before = line
        if group is not None and mark is None and _continues(group, line):
            group.lines.append(line)
            continue
        if group is not None:
            yield group
        group = _Group([line], words, mark) if words else None
    if group is not None:
        yield group


def _find_signs(lines: Sequence[PrintedLine]) -> frozenset[str]:
    """Return the signs, whatever they mean, that stand before two lines or more at the same place: they are marks."""
    places: Counter[tuple[str, int, int]] = Counter()
    for line in lines:
        first = line.words[0].text
        if len(line.words) > 2 and len(first) == 1 and not first.isalnum() and first not in _OPENING:
            places[first, line.column, round(line.left / _ALIGNED)] += 1
    return frozenset(sign for (sign, _, _), count in places.items() if count > 1)


def _find_numbered(lines: Sequence[PrintedLine]) -> frozenset[int]:
    """Return the indices of the lines that begin with numbers of one list: 1, 2, … below each other."""
    places: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for index, line in enumerate(lines):
        counted = _NUMBER.fullmatch(line.words[0].text)
        if counted and len(line.words) > 1 and not line.words[1].bold:
            place = line.column, round(line.left / _ALIGNED)
            places.setdefault(place, []).append((int(counted[1]), index))
    found: set[int] = set()
    for entries in places.values():
        for (number, index), (following, below) in pairwise(entries):
            if following == number + 1:
                found |= {index, below}
    return frozenset(found)


def _split_mark(
    line: PrintedLine, *, numbered: bool, signs: frozenset[str]
) -> tuple[float | None, list[Word]]:
    """Return where a line's bullet mark stands, None without one, and the words behind it."""
    first, *rest = line.words
    place = first.box[0]
    words = [word for word in line.words if not _is_icon(word)]
    if _CODE.match(first.text):
        text = _CODE.sub("", first.text)
        return place, [_cut_word(first, text), *rest] if text else rest
    if first.text[0] in ROUND_MARKS or len(first.text) == 1 and not first.known:
        text = first.text.lstrip(ROUND_MARKS) if first.text[0] in ROUND_MARKS else ""
        return place, [_cut_word(first, text), *rest] if text else rest
    following = rest[0].text if rest else ""
    if first.text in signs and first.text not in _HYPHENS | _DASHES:
        return place, rest
    if first.text in _HYPHENS:
        marked = bool(following) and not _YEAR.match(following)
    elif first.text in _DASHES:
        marked = bool(following) and not following[0].isdigit()
    elif first.text == "o":
        marked = bool(following) and (rest[0].gap > 0.5 or following[0].isupper())
    else:
        marked = numbered
    return (place, rest) if marked else (None, words)


def _separates(line: PrintedLine, before: PrintedLine) -> bool:
    """Tell whether a line's first sign parts the entries of a line that was wrapped, as in "Oslo · Norway"."""
    sign = line.words[0].text
    return sign in _DASHES and any(word.text == sign for word in before.words[1:])


def _cut_word(word: Word, text: str) -> Word:
    """Return the end of a word; the room that its beginning took is guessed."""
    left, top, right, bottom = word.box
    box: Box = (round(right - (right - left) * len(text) / len(word.text), 1), top, right, bottom)
    return Word(text, box, 0.0, word.bold, word.known)


def _is_icon(word: Word) -> bool:
    return all(any(first <= character <= last for first, last in _PRIVATE) for character in word.text) or (
        not word.known and not any(character.isalnum() for character in word.text)
    )


def _continues(group: _Group, line: PrintedLine) -> bool:
    """Tell whether a line without a mark carries on the block above it."""
    last = group.lines[-1]
    if abs(last.size - line.size) > 0.1 * last.size:
        return False
    first = line.text[0]
    spaced = any(word.gap > _LARGEST_SPACE for word in last.words[2:])
    full = not spaced and last.right + _measure_word(line) > last.right_limit - 0.5 * line.size
    hangs = last.text.endswith((",", "-", "&", "/", "(")) or last.words[-1].text.lower() in _HANGING
    wrapped = full or first.islower() or hangs
    if (last.page, last.column) != (line.page, line.column):
        indent = group.left - group.lines[0].left_limit
        goes_on = abs(line.left - line.left_limit - indent) < _ALIGNED or first.islower()
        return group.mark is not None and wrapped and goes_on
    drop = line.baseline - last.baseline
    if not 0 < drop < _LARGEST_LEADING * line.size:
        return False
    if len(group.lines) > 1 and drop > 1.4 * (group.lines[1].baseline - group.lines[0].baseline):
        return False
    same_face = last.words[-1].bold == line.words[0].bold
    if group.mark is None and len(group.lines) == 1 and _ends_heading(last.text, line.text):
        return False
    if group.mark is None:
        if last.text.endswith((".", "!", "?")) and not first.islower():
            return False  # a sentence that ends with its line: the next one may be another statement
        return wrapped and same_face and abs(line.left - last.left) < _ALIGNED
    if abs(line.left - group.left) < _ALIGNED:
        # The text behind the mark goes on below itself; a sentence that has ended may be followed by another line.
        ended = last.text.endswith((".", "!", "?", ";"))
        return wrapped or same_face and not ended and _count_cells(line) == 1
    # Text that goes back under the mark may as well be the next job.
    return wrapped and same_face and group.mark - _ALIGNED < line.left < group.left


def _ends_heading(text: str, below: str) -> bool:
    """Tell whether a line is the name of a section, or in capitals above one that is not, and so ends with itself."""
    if text.isupper() and len(text.split()) <= _LONGEST_HEADING and not below.isupper():
        return True
    return find_section(text, load_section_words(), whole=True) is not None


def _count_cells(line: PrintedLine) -> int:
    """Return how many texts a line holds with wide gaps between them."""
    return 1 + sum(word.gap > ASIDE_GAP for word in line.words[1:])


def _measure_word(line: PrintedLine) -> float:
    """Return the room that a line's first word would have taken on the line above, in points."""
    first = line.words[0]
    head = first.text.split("-")[0]
    share = (len(head) + 1) / len(first.text) if "-" in first.text[:-1] else 1.0
    return 0.25 * line.size + share * (first.box[2] - first.box[0])


def _set_levels(groups: Sequence[_Group]) -> None:
    """Give each bullet its list depth: how many marks stand further left in its column."""
    columns: dict[int, list[float]] = {}
    for group in groups:
        if group.mark is not None:
            marks = columns.setdefault(group.lines[0].column, [])
            if all(abs(group.mark - mark) >= _INDENT for mark in marks):
                marks.append(group.mark)
    for group in groups:
        if group.mark is not None:
            marks = columns[group.lines[0].column]
            group.level = 1 + sum(mark < group.mark - _INDENT + 0.1 for mark in marks)


# What they say


def _join_words(group: _Group, known: Counter[str], *, hyphenated: bool) -> tuple[Stretch, ...]:
    """Return the words of a block, each with its place, and a space between two."""
    stretches: list[Stretch] = []
    for number, line in enumerate(group.lines):
        words = group.words if number == 0 else list(line.words)
        for index, word in enumerate(words):
            text = word.text
            ends_line = index == len(words) - 1 and number < len(group.lines) - 1
            space = " "
            if ends_line and text.endswith(("-", "\u00ad")) and len(text) > 1:
                following = group.lines[number + 1].words[0].text
                soft = text.endswith("\u00ad") or _is_soft(text[:-1], following, known, hyphenated=hyphenated)
                text = text[:-1] if soft else text
                space = ""
            last = ends_line or index < len(words) - 1
            stretches.append(Stretch(text + (space if last else ""), None, None, line.page, word.box))
    return tuple(stretches)


def _is_soft(before: str, after: str, known: Counter[str], *, hyphenated: bool) -> bool:
    """Tell whether a hyphen between two halves is there only because the line ends."""
    head, tail = before.lower().lstrip("(“\"'"), after.lower().rstrip(".,;:!?)”\"'")
    if not head.isalpha() or not tail[:1].isalpha() or after[0].isupper():
        return False
    if known[f"{head}{tail}"] or known[f"{head}-{tail}"]:
        return not known[f"{head}-{tail}"]
    return head not in _COMPOUNDS and len(head) > 1 and (hyphenated or _ENDING.fullmatch(tail) is not None)


def _find_looks(group: _Group) -> Looks:
    text = "".join(word.text for word in group.words)
    return Looks(
        size=max(line.size for line in group.lines),
        bold=all(word.bold for word in group.words),
        caps=text.isupper(),
    )
