"""Lines of a PDF page in reading order, with the labels and dates beside them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from operator import attrgetter

from bulletlint.read.pdf.characters import Character, Page
from bulletlint.read.pdf.columns import Part, chain_columns, split_columns
from bulletlint.read.pdf.pieces import Piece, find_pieces
from bulletlint.read.pdf.words import ASIDE_GAP, Role, Word, find_words, is_date, is_marked, split_asides

_DASHES = frozenset("-–—")
#: Characters of a text that is printed over another one, at least.
_SHORTEST_RUN = 3
#: Words of the line of a job beside which a date stands, at most.
_LONGEST_TITLE = 10


@dataclass(frozen=True, slots=True)
class PrintedLine:
    """A line of a column; `left_limit` and `right_limit` are where the lines of its column begin and end, in points.

    `column` numbers the columns of the file in reading order; `beside` says that it stands beside another one.
    """

    words: tuple[Word, ...]
    page: int
    column: int
    baseline: float
    size: float
    right_limit: float
    left_limit: float
    role: Role = "text"
    beside: bool = False

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def left(self) -> float:
        """Where the line begins."""
        return self.words[0].box[0]

    @property
    def right(self) -> float:
        """Where the line ends."""
        return self.words[-1].box[2]


def find_lines(pages: Iterable[Page]) -> list[PrintedLine]:
    """Return the lines of all pages, column after column."""
    parts = [
        (page.number, part)
        for page in pages
        for part in split_columns(find_pieces(page.characters), page.width)
    ]
    lines: list[PrintedLine] = []
    for column, (page, part) in enumerate(chain_columns(parts)):
        lines += _read_column(part, page, column)
    return lines


def _read_column(part: Part, page: int, column: int) -> Iterator[PrintedLine]:
    """Yield the lines of a column with the labels beside them, a date behind its line, any other before it."""
    labels = sorted(part.labels, key=lambda label: label[0].baseline, reverse=True)
    rows = [(row, words) for row in _join_rows(part.pieces) if (words := find_words(row))]
    limit = max((_find_text_end(words) for _, words in rows), default=0.0)
    start = min((words[0].box[0] for _, words in rows), default=0.0)
    places = [(_find_size(row), _find_baseline(row)) for row, _ in rows]
    for (_, words), (size, baseline) in zip(rows, places, strict=True):
        line = partial(
            PrintedLine,
            page=page,
            column=column,
            right_limit=limit,
            left_limit=start,
            beside=part.side != "whole",
        )
        beside: list[tuple[Role, tuple[Word, ...]]] = []
        while labels and labels[-1][0].baseline < baseline + 0.5 * size:
            beside.append(_read_label(labels.pop()))
        dates = [said for role, said in beside if role == "aside"]
        if len(dates) == 1 and not is_marked(words) and _is_title(words):
            date = dates[0]
            # A span that is open is told by its end.
            front, behind = (words, date) if date[-1].text in _DASHES else (date, words)
            words = (*front, replace(behind[0], gap=ASIDE_GAP), *behind[1:])
            dates = []
        for role, said in [*(each for each in beside if each[0] == "label"), *split_asides(words)]:
            yield line(said, baseline=baseline, size=size, role=role)
        for said in dates:
            yield line(said, baseline=baseline, size=size, role="aside")
    for label in reversed(labels):
        role, said = _read_label(label)
        yield PrintedLine(said, page, column, label[0].baseline, label[0].size, limit, start, role)


def _read_label(pieces: Sequence[Piece]) -> tuple[Role, tuple[Word, ...]]:
    """Return the lines of a label in the margin as one, and whether it is a date."""
    words: list[Word] = []
    for piece in pieces:
        words += find_words(piece.characters)
    return ("aside" if is_date(" ".join(word.text for word in words)) else "label"), tuple(words)


def _is_title(words: Sequence[Word]) -> bool:
    """Tell whether a line may be that of a job, to which a date in the margin belongs, and is no sentence."""
    return len(words) <= _LONGEST_TITLE and not words[-1].text.endswith((".", ",", ";"))


def _find_baseline(row: Sequence[Character]) -> float:
    return _find_common(map(attrgetter("baseline"), row))


def _find_text_end(words: Sequence[Word]) -> float:
    """Return where a line's running text ends, before the first wide gap."""
    end = words[0].box[2]
    for number, word in enumerate(words[1:], 1):
        if word.gap > ASIDE_GAP and number > 1:
            break
        end = word.box[2]
    return end


# Lines and words


def _join_rows(pieces: Sequence[Piece]) -> list[list[Character]]:
    """Return the lines of a column as characters from left to right; raised and lowered ones join their line."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda each: (each.baseline, each.left)):
        row = rows[-1] if rows else None
        if row is not None and _overlap(row, piece):
            row.append(piece)
        else:
            rows.append([piece])
    return [_order_row(row) for row in rows]


def _order_row(row: Sequence[Piece]) -> list[Character]:
    """Return the characters of a line from left to right; of texts printed over each other one behind the other."""
    if len(row) == 1:
        return list(row[0].characters)
    ordered = sorted(row, key=attrgetter("left"))
    if not any(_covers(*pair) for pair in pairwise(ordered)):
        return sorted((each for piece in row for each in piece.characters), key=attrgetter("left"))
    characters: list[Character] = []
    for piece in ordered:
        if characters:
            characters.append(piece.characters[0]._replace(text=" "))
        characters += piece.characters
    return characters


def _covers(piece: Piece, other: Piece) -> bool:
    """Tell whether a text runs into the one that begins at its right, on the same baseline and as large."""
    return (
        other.left < piece.right - 0.1 * piece.size
        and min(len(piece.characters), len(other.characters)) > _SHORTEST_RUN
        and abs(piece.baseline - other.baseline) < 0.1 * piece.size
    )


def _overlap(row: Sequence[Piece], piece: Piece) -> bool:
    main = max(row, key=lambda each: each.size)
    shared = min(main.bottom, piece.bottom) - max(main.top, piece.top)
    height = min(main.bottom - main.top, piece.bottom - piece.top)
    apart = abs(main.baseline - piece.baseline)
    return shared > 0.6 * max(height, 0.1) and apart < 0.5 * max(main.size, piece.size)


def _find_size(row: Sequence[Character]) -> float:
    return _find_common(map(attrgetter("size"), row))


def _find_common(values: Iterable[float]) -> float:
    """Return the most frequent of some numbers, to a tenth."""
    counts = Counter(values)
    if len(counts) == 1:
        return round(next(iter(counts)), 1)
    rounded = Counter[float]()
    for value, count in counts.items():
        rounded[round(value, 1)] += count
    return rounded.most_common(1)[0][0]
