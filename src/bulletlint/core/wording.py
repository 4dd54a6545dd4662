"""Counted words, and the columns of a terminal that words take."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bulletlint.core.finding import Severity, Slot


def count(number: int, noun: str) -> str:
    """Return "1 file", "2 files"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def count_severity(number: int, severity: Severity) -> str:
    """Return "1 error", "2 warnings", "3 info"."""
    return f"{number} info" if severity == "info" else count(number, severity)


def measure_width(text: str) -> int:
    """Return how many terminal columns a text takes: two for a wide character, none for a combining one."""
    if text.isascii():
        return len(text)
    from wcwidth import wcswidth, wcwidth

    width = wcswidth(text)
    # A control character has no width of its own, and wcswidth then gives up on the whole text.
    return width if width >= 0 else sum(max(0, wcwidth(character)) for character in text)


def cut_words(text: str, width: int, ellipsis: str = "…") -> str:
    """Return a text cut at a space to at most `width` columns, with an ellipsis if words are left out."""
    if measure_width(text) <= width:
        return text
    line = wrap_words(text, width - measure_width(ellipsis) - 1)[0]
    return f"{line} {ellipsis}"


def wrap_words(
    text: str, width: int, *, first: int | None = None, measure: Callable[[str], int] = measure_width
) -> list[str]:
    """Return the lines of a text wrapped at spaces; `first` is the first line's own width.

    `measure` tells how many columns a word takes.
    """
    lines: list[str] = []
    line, taken = "", 0
    for word in text.split():
        room = first if first is not None and not lines else width
        needed = measure(word)
        if line and taken + 1 + needed > room:
            lines.append(line)
            line, taken = word, needed
        else:
            line, taken = (f"{line} {word}", taken + 1 + needed) if line else (word, needed)
    return [*lines, line]


def list_numbers(numbers: Iterable[int]) -> str:
    """Return whole numbers in order, runs of three and more as "4 to 9": "1, 4 to 9, 11"."""
    runs: list[list[int]] = []
    for number in sorted(set(numbers)):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    parts = ([f"{run[0]} to {run[-1]}"] if len(run) > 2 else [str(number) for number in run] for run in runs)
    return ", ".join(part for some in parts for part in some)


def list_blanks(slots: Iterable[Slot]) -> list[str]:
    """Return what each blank of a rewrite wants ("cost: hosting per month"), each once."""
    return list(dict.fromkeys(f"{slot.label}: {slot.hint}" for slot in slots if slot.hint))
