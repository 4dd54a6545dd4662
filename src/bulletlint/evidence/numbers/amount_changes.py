"""What several quantities say together: "from A to B", an arrow, a range, a ratio."""

from __future__ import annotations

from dataclasses import replace

from bulletlint.evidence.numbers.amount import Amount, AmountKind, Passage
from bulletlint.evidence.numbers.atoms import DASHES
from bulletlint.evidence.numbers.number_names import continues_word, read_leading_value
from bulletlint.evidence.numbers.numerals import FREQUENCIES, read_numeral
from bulletlint.evidence.numbers.quantities import find_unit, read_quantity

_ARROWS = {"→", "->", "=>", "➜", "⇒", "➔"}
#: What may stand between "from" or "to" and the number.
_FILLERS = {
    "about", "around", "roughly", "just", "under", "over", "nearly", "almost", "below", "above", "only",
    "approximately", "a", "an", "the", "some", "~", "<", ">", "≈", "less", "more", "than", "as", "low", "up", "high",
    "mid",
}  # fmt: skip
_VAGUE = {"several", "many", "multiple"}
#: How many atoms after the start of a change its "to" may stand.
_TO_WITHIN = 6
#: How many fillers are skipped at most: no honest bullet has more.
_MOST_FILLERS = 8


def join_quantity(passage: Passage, amount: Amount, after: int) -> tuple[Amount, int]:
    """Join to a quantity what follows it: an arrow and its end, a ratio, a range."""
    joined = (
        read_arrow(passage, amount, after)
        or read_ratio(passage, amount, after)
        or read_range(passage, amount, after)
    )
    return joined or (amount, after)


def read_change(passage: Passage, index: int) -> tuple[Amount, int] | None:
    """Read "from A to B", where A may be vague ("from several hours to 12 minutes") or a frequency."""
    first_at = skip_fillers(passage, index + 1)
    if first_at >= len(passage.atoms):
        return None
    if passage.lower_at(first_at) in FREQUENCIES:
        return read_frequency_change(passage, index, first_at)
    first = read_spread(passage, first_at)
    if first is None and continues_word(passage, first_at):
        return None
    to = find_to(passage, first[1] if first else first_at)
    if to is None:
        return None
    second = read_spread(passage, skip_fillers(passage, to + 1))
    if second is None:
        return None
    end, after = second
    changes = not passage.holds("words-ranging", index - 1)
    if first is None:
        vague = any(passage.lower_at(at) in _VAGUE for at in range(first_at, to))
        if not vague or end.kind in ("name", "date"):
            return None
        return passage.make(
            index, after, end.kind, end.values[-1:], end.unit, per=end.per, change=changes
        ), after
    start = first[0]
    if start.kind == "date" and end.kind == "date":
        return passage.make(index, after, "date", start.values + end.values), after
    kind, unit, per = (end.kind, end.unit, end.per)
    if end.kind == "count":
        kind, unit, per = start.kind, start.unit, start.per or end.per
    values = start.values[-1:] + end.values[-1:]
    return passage.make(index, after, kind, values, unit, per=per, change=changes), after


def read_spread(passage: Passage, index: int) -> tuple[Amount, int] | None:
    """Read a quantity, and the range that it begins, if a dash follows: "from 3–5 days to 1–2"."""
    quantity = read_quantity(passage, index)
    if quantity is None or passage.lower_at(quantity[1]) not in DASHES:
        return quantity
    return read_range(passage, *quantity) or quantity


def read_frequency_change(passage: Passage, index: int, first_at: int) -> tuple[Amount, int] | None:
    """Read "from weekly to daily"; values are times a year."""
    to = find_to(passage, first_at + 1)
    if to is None:
        return None
    second_at = skip_fillers(passage, to + 1)
    if passage.lower_at(second_at) not in FREQUENCIES:
        return None
    values = (FREQUENCIES[passage.lower_at(first_at)], FREQUENCIES[passage.lower_at(second_at)])
    amount = passage.make(index, second_at + 1, "duration", values, "times a year", change=True)
    return amount, second_at + 1


def find_to(passage: Passage, index: int) -> int | None:
    """Return where the "to" of a change stands, if it is near and in the same clause."""
    for position in range(index, min(index + _TO_WITHIN, len(passage.atoms))):
        if passage.lower_at(position) == "to":
            return position
        if passage.lower_at(position) in (".", ";", ":", "("):
            return None
    return None


def skip_fillers(passage: Passage, index: int) -> int:
    """Return the index after "just under", "about" and the like."""
    last = min(index + _MOST_FILLERS, len(passage.atoms))
    while index < last and passage.lower_at(index) in _FILLERS:
        index += 1
    return index


def read_arrow(passage: Passage, first: Amount, after: int) -> tuple[Amount, int] | None:
    """Read "38 → 17", "600 ms -> 300 ms"."""
    if passage.lower_at(after) not in _ARROWS:
        return None
    second = read_quantity(passage, skip_fillers(passage, after + 1))
    if second is None:
        return None
    end = second[0]
    kind, unit = (end.kind, end.unit) if end.kind != "count" else (first.kind, first.unit)
    joined = replace(
        end, start=first.start, text=passage.text[first.start : end.end], kind=kind, unit=unit, change=True,
        values=first.values[:1] + end.values[-1:],
    )  # fmt: skip
    return joined, second[1]


def read_ratio(passage: Passage, first: Amount, after: int) -> tuple[Amount, int] | None:
    """Read "4.8/5", "3 out of 4", "3 of 4", "one in ten"; "24/7" and "1:1" are names, "3/4/2021" is a date."""
    if first.kind != "count" or after >= len(passage.atoms):
        return None
    sign = passage.atoms[after]
    if sign.text in ("/", ":", "×", "x") and not sign.spaced and after + 1 < len(passage.atoms):
        return read_signed_ratio(passage, first, after)
    words = [passage.lower_at(after), passage.lower_at(after + 1)]
    figures = passage.text[first.start].isdigit()  # "one of 5 engineers" is no share
    share = words[0] == "of" and figures or words[0] == "in" and first.values[0] <= 10
    skip = 2 if words == ["out", "of"] else 1 if share else 0
    if not skip:
        return None
    second = read_numeral(passage.atoms, after + skip + (passage.lower_at(after + skip) == "every"))
    if second is None or second.value <= first.values[0] or find_unit(passage, second.after):
        return None
    kind: AmountKind = "count" if words[0] == "of" else "ratio"  # "moved 3 of 5 teams" counts teams
    return make_ratio(passage, first, second.after, kind, second.value), second.after


def read_signed_ratio(passage: Passage, first: Amount, after: int) -> tuple[Amount, int] | None:
    """Read the number after a slash, colon or multiplication sign that stands without blanks."""
    sign, other = passage.atoms[after], passage.atoms[after + 1]
    if other.kind != "numeral" or other.spaced:
        return None
    end = after + 2
    while (
        end + 1 < len(passage.atoms)
        and passage.atoms[end].text == sign.text
        and passage.atoms[end + 1].kind == "numeral"
    ):
        end += 2
    value = read_leading_value(other.text)
    part = passage.lower_at(end) == "of" and first.values[0] < value
    rated = sign.text == "/" and (value in (5, 10, 100) or part) and end == after + 2
    kind: AmountKind = "ratio" if rated else "date" if end > after + 2 else "name"
    return make_ratio(passage, first, end, kind, value), end


def make_ratio(passage: Passage, first: Amount, after: int, kind: AmountKind, value: float) -> Amount:
    end = passage.atoms[after - 1].end
    return Amount(first.start, end, passage.text[first.start : end], kind, (*first.values, value))


def read_range(passage: Passage, first: Amount, after: int) -> tuple[Amount, int] | None:
    """Read "10–15 %", "2 to 5 members", "$10k-$15k"; "40 ms to 12 ms" falls, so it is a change."""
    if first.kind in ("name", "date", "multiple"):
        return None
    joint = passage.lower_at(after)
    if joint not in DASHES and joint != "to":
        return None
    second = read_quantity(passage, after + 1)
    if second is None or second[0].kind == "name":
        return None
    end, start = second[0], first.values[0]
    if joint in DASHES:
        start = share_magnitude(passage, first, after)
        if first.kind == "money" and end.kind == "count" and not end.unit:
            end = replace(end, kind="money", unit=first.unit)  # "$5-10k a month"
    if first.kind not in ("count", end.kind):
        return None
    values = (start, *end.values[-1:])
    falling = joint == "to" and first.kind == end.kind != "count" and values[1] < values[0]
    joined = replace(end, start=first.start, text=passage.text[first.start : end.end])
    return replace(joined, bound=first.bound, values=values, change=falling), second[1]


def share_magnitude(passage: Passage, first: Amount, dash: int) -> float:
    """Return the beginning of a range, with the magnitude of its end: "5-10k" begins at 5,000."""
    start = first.values[0]
    bare = passage.atoms[dash - 1].kind == "numeral"
    end = read_numeral(passage.atoms, dash + 1)
    if end is None or end.word or not bare:
        return start
    raw = read_leading_value(passage.atoms[dash + 1].text)
    return start * end.value / raw if start < raw else start
