"""Numbers that name or order something and count nothing: names, versions, dates, ordinals, levels, quantiles."""

from __future__ import annotations

from bulletlint.evidence.numbers.amount import Amount, AmountKind, Passage
from bulletlint.evidence.numbers.atoms import DASHES, read_figures_value
from bulletlint.evidence.numbers.numerals import FRACTION_SIGNS, GLUED, ORDINALS, Numeral

#: Units of money that stand behind their number.
BEHIND = frozenset({"penny", "cent"})
_BEFORE_HYPHEN = {"sub", "under", "over", "near", "top", "a", "of", "to", "the", "and", "by", "at"}
#: Function words before which a capitalised word and its number end: "on Python 3 with".
_AFTER_NAME = {"and", "or", "with", "in", "on", "for", "to", "using", "as", "at", "from", "by"}
_NOW = {"present", "now", "today", "current"}
_ENDINGS = {"st", "nd", "rd", "th"}
_OPENING_SIGNS = "([{\"“'‘,;:!?…"
_CLOSING_SIGNS = ")]}\"”'’,;:!?…%"
#: How many atoms a written name may have on either side of its number; longer chunks are no names of anything.
_LONGEST_CHUNK = 40
_YEARS = range(1900, 2100)


def continues_word(passage: Passage, index: int) -> bool:
    """Tell whether a numeral continues a word: "S3", "GPT-4", "HTTP/2", "C++17", "NDCG@10"."""
    atoms = passage.atoms
    atom = atoms[index]
    if atom.kind != "numeral" or atom.spaced or index == 0:
        return False
    before = atoms[index - 1]
    if before.kind == "word":
        kind, unit = passage.words.units.get(before.lower, ("", ""))
        return kind != "money" or unit in BEHIND  # "USD40" is money, "p95" is no price
    if before.text not in "-–‑/.+#@&_" or before.spaced or index < 2:
        return False
    previous = atoms[index - 2]
    if before.text == "+" and previous.text == "+" and index >= 3:
        previous = atoms[index - 3]
    hyphened = before.text in "-–‑" and (previous.lower in _BEFORE_HYPHEN or is_magnitude(passage, index - 2))
    joined = before.text in "/+&" and previous.text.islower()
    return previous.kind == "word" and not (hyphened or joined)


def is_magnitude(passage: Passage, index: int) -> bool:
    """Tell whether a word is the magnitude of the figures before it: "5k-10k"."""
    atoms = passage.atoms
    atom = atoms[index]
    figures = index > 0 and atoms[index - 1].kind == "numeral" and not atom.spaced
    return figures and atom.lower in GLUED and not continues_word(passage, index - 1)


def read_chunk(passage: Passage, index: int) -> tuple[Amount, int]:
    """Read the whole chunk around a numeral that names something ("Qwen2.5-7B", "A100", "2v2")."""
    atoms = passage.atoms
    first = index
    while first > max(0, index - _LONGEST_CHUNK) and not (
        atoms[first].spaced or atoms[first - 1].text in _OPENING_SIGNS
    ):
        first -= 1
    end = index + 1
    while end < min(len(atoms), index + _LONGEST_CHUNK) and not (
        atoms[end].spaced or atoms[end].text in _CLOSING_SIGNS
    ):
        end += 1
    while end > index + 1 and atoms[end - 1].kind == "sign" and atoms[end - 1].text != "+":
        end -= 1
    chunk = passage.text[atoms[first].start : atoms[end - 1].end]
    kind: AmountKind = "quantile" if is_quantile(chunk) else "name"
    return passage.make(first, end, kind, (read_leading_value(atoms[index].text),)), end


def is_quantile(chunk: str) -> bool:
    """Tell whether a chunk names a quantile: "p95", "P99.9", "p50/p95"."""
    rest = chunk[1:].replace(".", "").replace("/", "").replace("p", "")
    return chunk[:1] in "pP" and rest.isdigit() and len(chunk) >= 3


def read_leading_value(numeral: str) -> float:
    """Return the value of a numeral; a version such as "3.11.2" counts by its first two parts."""
    if numeral in FRACTION_SIGNS:
        return FRACTION_SIGNS[numeral]
    return read_figures_value(numeral)


def read_named_number(
    passage: Passage, start: int, number: Numeral, after: int, *, bounded: bool
) -> tuple[Amount, int] | None:
    """Read a number without a unit that names, dates or ranks; None if it counts something.

    `start` is the index of its first atom, `after` the one behind it; `bounded` says that "over", "<" or the like
    stands before it, so that it is no year.
    """
    if is_numbered_name(passage, start, number):
        return read_numbered_name(passage, start, number)
    if is_year(number) and not bounded:
        return read_year(passage, start, number)
    if number.word and number.value == 1:
        return None
    if is_capitalised_name(passage, start, number):
        return passage.make(start, number.after + 1, "name", (number.value,)), number.after + 1
    if not number.word and (end := find_time_end(passage, after)):
        return passage.make(start, end, "date", (number.value,)), end
    if passage.lower_at(after) == "percentile":
        return passage.make(start, after + 1, "rank", (number.value,)), after + 1
    if is_hyphened_name(passage, after):
        return passage.make(start, after + 2, "name", (number.value,)), after + 2
    if passage.lower_at(start - 1) == "=":
        return passage.make(start, number.after, "name", (number.value,)), number.after
    return None


def is_numbered_name(passage: Passage, start: int, number: Numeral) -> bool:
    """Tell whether the word before makes the number part of a name: "Fortune 50", "Python 3.11", "SOC 2"."""
    atoms = passage.atoms
    if start == 0 or number.after - start > 1:
        return False
    before = atoms[start - 1]
    if number.word:
        return passage.holds("nouns-numbered", start - 1)
    if before.kind != "word" or before.end + 1 < atoms[start].start:
        return False
    if passage.holds("names-numbered", start - 1):
        return not (start == 1 and before.lower.endswith("ed"))
    follower = atoms[number.after] if number.after < len(atoms) else None
    ends = (
        follower is None
        or follower.kind != "word"
        or follower.text[0].isupper()
        or follower.lower in _AFTER_NAME
    )
    opens = start == 1 or atoms[start - 2].text in (".", ":", ";", "-", "–", "—", "•")
    proper = before.text[0].isupper() and not opens or before.text.isupper() and len(before.text) > 1
    return proper and ends


def read_numbered_name(passage: Passage, start: int, number: Numeral) -> tuple[Amount, int]:
    """Read the name that a word and its number make, with what is hyphened to it ("ATR 72-600")."""
    atoms, end = passage.atoms, number.after
    while end + 1 < len(atoms) and atoms[end].text == "-" and not atoms[end + 1].spaced:
        end += 2
    return passage.make(start - 1, end, "name", (number.value,)), end


def is_capitalised_name(passage: Passage, start: int, number: Numeral) -> bool:
    """Tell whether a number word and the next word are written as a name: "Six Sigma"."""
    if not number.word or start == 0 or number.after >= len(passage.atoms) or number.after - start > 1:
        return False
    first, second = passage.atoms[start].text, passage.atoms[number.after].text
    return first[0].isupper() and not first.isupper() and second[:1].isupper()


def is_hyphened_name(passage: Passage, after: int) -> bool:
    """Tell whether a capitalised word is hyphened to the number: "7-Eleven"."""
    atoms = passage.atoms
    if after + 1 >= len(atoms) or atoms[after].text != "-" or atoms[after].spaced:
        return False
    name = atoms[after + 1]
    return name.kind == "word" and not name.spaced and name.text[0].isupper() and not name.text.isupper()


def is_year(number: Numeral) -> bool:
    """Tell whether a number is written as a year from 1900 to 2099."""
    return not number.word and number.digits == 4 and number.value in _YEARS


def read_year(passage: Passage, start: int, number: Numeral) -> tuple[Amount, int]:
    """Read a year or a stretch of years: "2023", "2019–2021", "2020 - present"."""
    after, atoms = number.after, passage.atoms
    if after + 1 < len(atoms) and (atoms[after].text in DASHES or atoms[after].text == "/"):
        following = atoms[after + 1]
        if following.kind == "numeral" or following.lower in _NOW:
            after += 2
    return passage.make(start, after, "date", (number.value,)), after


def read_month(passage: Passage, index: int) -> tuple[Amount, int] | None:
    """Read a month or season with its day or year: "May 2023", "Sept. 14, 2022", "Summer '19"."""
    atoms, after = passage.atoms, index + 1
    while after < min(len(atoms), index + 3) and atoms[after].text in (".", ",", "’", "'"):
        after += 1
    if after >= len(atoms) or atoms[after].kind != "numeral" or "," in atoms[after].text:
        return None
    value = read_leading_value(atoms[after].text)
    if atoms[index].text[0].islower() or value > 31 and not 1900 <= value <= 2100:
        return None
    end = after + 1
    if passage.lower_at(end) == "," and end + 1 < len(atoms) and atoms[end + 1].kind == "numeral":
        end += 2 * (1900 <= read_leading_value(atoms[end + 1].text) <= 2100)
    return passage.make(index, end, "date", (value,)), end


def find_time_end(passage: Passage, after: int) -> int | None:
    """Return the index after what makes a number a time or a day: "6 pm", "6 p.m.", "14 May"."""
    if passage.lower_at(after) in ("am", "pm"):
        return after + 1
    if passage.holds("names-month", after) and passage.atoms[after].text[0].isupper():
        return after + 1
    written = [passage.lower_at(after + step) for step in range(3)]
    return after + 3 if written in (["a", ".", "m"], ["p", ".", "m"]) else None


def find_ordinal(passage: Passage, start: int, number: Numeral) -> tuple[AmountKind, int] | None:
    """Return the kind and the index after an ordinal's ending: "ranked 3rd" is a rank, "the 3rd release" a name."""
    at = number.after
    if passage.lower_at(at) not in _ENDINGS or passage.atoms[at].spaced:
        return None
    ranked = any(passage.holds("words-ranking", before) for before in range(max(0, start - 4), start))
    share = at + 1 + (passage.lower_at(at + 1) in DASHES)
    if passage.lower_at(share) == "percentile":
        return ("rank" if ranked else "quantile"), share + 1
    return ("rank" if ranked else "name"), at + 1


def read_level(passage: Passage, index: int) -> tuple[Amount, int] | None:
    """Read "second and third level", "first line": ordinals that name a level, not a rank."""
    after = index + 1
    while after < index + 5 and (
        passage.lower_at(after) in ORDINALS or passage.lower_at(after) in ("and", "&", "/", ",", "-")
    ):
        after += 1
    if not passage.holds("nouns-level", after):
        return None
    value = float(ORDINALS[passage.lower_at(index)])
    return passage.make(index, after + 1, "name", (value,)), after + 1
