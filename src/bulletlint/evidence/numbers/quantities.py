"""One number with its bound, currency, magnitude, unit and rate: "< $0.04/query", "₹2.3 crore", "12+ hours a week"."""

from __future__ import annotations

from bulletlint.evidence.numbers.amount import Amount, AmountKind, Bound, Passage
from bulletlint.evidence.numbers.atoms import DASHES, NumberAtom
from bulletlint.evidence.numbers.number_names import BEHIND, continues_word, find_ordinal, read_named_number
from bulletlint.evidence.numbers.numerals import Numeral, read_numeral

_ABOUT = {"~", "≈", "about", "around", "roughly", "approximately", "nearly", "almost", "circa", "some", "∼"}
_BELOW = {"<", "≤", "under", "below", "sub", "within", "inside", "less", "fewer", "beneath"}
_ABOVE = {">", "≥", "over", "above", "more", "plus", "exceeding", "beyond"}
_PLUS_MINUS = {"+", "-", "−", "–", "±"}
_RATE_STOPS = {"a", "the", "of", "and", "or", "in", "on"}
_ARTICLES = {"a", "an", "each", "every"}
#: What may follow a sum in lakh or crore that counts no noun: then it is money.
_AFTER_RUPEES = {"", ".", ",", "a", "per", "to", "in", "from", "and", "by", "for"}
#: How many bound signs ("<", "~") are read before a number.
_MOST_SIGNS = 3


def read_quantity(passage: Passage, start: int) -> tuple[Amount, int] | None:
    """Read the quantity that begins at an atom; returns it with the index after it."""
    atoms = passage.atoms
    bound, index = read_signs(passage, start)
    currency, index = read_currency(passage, index)
    if index >= len(atoms) or (start != index and atoms[index].kind != "numeral" and not currency):
        return None
    if not currency and continues_word(passage, index):
        return None
    number = read_numeral(atoms, index)
    if number is None:
        return None
    after = number.after
    if special := read_nines(passage, start, number) or read_orders(passage, start, number):
        return special
    if is_glued_plus(passage, after):
        after, bound = after + 1, "above"
    if bound == "none" and start > 0:
        bound = read_bound(atoms[start - 1]) or "none"
    return finish_quantity(passage, start, number, after, currency, bound)


def read_nines(passage: Passage, start: int, number: Numeral) -> tuple[Amount, int] | None:
    """Read "five nines", "4 9s": so many nines of a share that is up, 99.999 %."""
    after = number.after
    if number.value not in range(2, 10):
        return None
    if passage.lower_at(after) == "9" and passage.lower_at(after + 1) == "s":
        after += 2
    elif passage.lower_at(after) == "nines":
        after += 1
    else:
        return None
    share = 100 - 10 ** (2 - number.value)
    return passage.make(start, after, "percent", (share,), "percent"), after


def read_orders(passage: Passage, start: int, number: Numeral) -> tuple[Amount, int] | None:
    """Read "an order of magnitude", "two orders of magnitude": a factor of ten or a hundred."""
    words = [passage.lower_at(number.after + step) for step in range(3)]
    if (
        words[0] not in ("order", "orders")
        or words[1:] != ["of", "magnitude"]
        or number.value not in range(1, 10)
    ):
        return None
    factor = 10.0**number.value
    return passage.make(start, number.after + 3, "multiple", (factor,), "times"), number.after + 3


def read_signs(passage: Passage, index: int) -> tuple[Bound, int]:
    """Read the signs before a number: bounds ("<", "~") and a plus or minus that is glued to it."""
    atoms, bound = passage.atoms, "none"
    first = index
    while index < min(len(atoms), first + _MOST_SIGNS) and atoms[index].kind == "sign":
        found = read_bound(atoms[index])
        if found is None:
            break
        bound, index = found, index + 1
    if index + 1 < len(atoms) and atoms[index].text in _PLUS_MINUS:
        glued = not atoms[index + 1].spaced
        if glued and (index == 0 or atoms[index].spaced or atoms[index - 1].text == "("):
            index += 1
    return bound, index  # type: ignore[return-value]


def read_bound(atom: NumberAtom) -> Bound | None:
    """Return what an atom before a number says of it: about, below or above."""
    if atom.lower in _ABOUT:
        return "about"
    if atom.lower in _BELOW:
        return "below"
    return "above" if atom.lower in _ABOVE else None


def is_glued_plus(passage: Passage, index: int) -> bool:
    """Tell whether a plus without a blank before it stands at an index: "500+"."""
    return passage.lower_at(index) == "+" and not passage.atoms[index].spaced


def read_currency(passage: Passage, index: int) -> tuple[str, int]:
    """Read a currency before a number ("$", "US$", "Rs.", "USD"); "" where there is none."""
    atoms, units = passage.atoms, passage.words.units
    if index + 1 >= len(atoms) or atoms[index].kind == "numeral":
        return "", index
    atom = atoms[index]
    two = atom.lower + atoms[index + 1].text
    glued = not atoms[index + 1].spaced  # "A$3m"; "a $3m deal" is in US dollars
    if glued and two in units and units[two][0] == "money" and index + 2 < len(atoms):
        return units[two][1], index + 2
    found = units.get(atom.lower)
    if found is None or found[0] != "money" or found[1] in BEHIND:
        return "", index
    after = index + 1 + (atom.lower == "rs" and atoms[index + 1].text == ".")
    if after < len(atoms) and (atoms[after].kind == "numeral" or atom.kind == "sign"):
        return found[1], after
    return "", index


def finish_quantity(
    passage: Passage, start: int, number: Numeral, after: int, currency: str, bound: Bound
) -> tuple[Amount, int] | None:
    """Decide what a number counts by what stands after it; None if it is no amount after all ("one of us")."""
    kind: AmountKind = number.fraction or "count"
    unit = ""
    if currency:
        kind, unit = "money", currency
        again = find_unit(passage, after, ("money",))
        if again and passage.atoms[again[0] - 1].kind == "word":
            after = again[0]  # "$40k USD", but not "$10k-$15k"
    elif found := find_unit(passage, after):
        after, kind, unit = found
        if passage.lower_at(after - 1) in ("time", "times") and not passage.holds("words-comparing", after):
            kind, unit = "count", "time"  # "met 3 times" is a frequency, "3 times faster" a factor
    elif number.rupees and passage.lower_at(after) in _AFTER_RUPEES:
        kind, unit = "money", "rupee"
    elif named := read_named_number(passage, start, number, after, bounded=bound != "none"):
        return named
    elif number.word and number.value == 1 and kind == "count":
        return None
    elif ordinal := find_ordinal(passage, start, number):
        kind, after = ordinal
    elif is_glued_word(passage, number.after):
        return None
    if is_glued_plus(passage, after):
        after, bound = after + 1, "above"
    per, after = read_rate(passage, after)
    return passage.make(start, after, kind, (number.value,), unit, per=per, bound=bound), after


def is_glued_word(passage: Passage, index: int) -> bool:
    """Tell whether letters that are no unit follow a number without a blank: "3D", "2v2", "4o"."""
    atoms = passage.atoms
    return index < len(atoms) and not atoms[index].spaced and atoms[index].kind == "word"


def find_unit(
    passage: Passage, index: int, kinds: tuple[AmountKind, ...] = ()
) -> tuple[int, AmountKind, str] | None:
    """Return (index after it, kind, canonical unit) of the unit at an index, the longest spelling first.

    A hyphen between number and unit is skipped ("6-month"). `kinds` limits what is looked for.
    """
    atoms = passage.atoms
    if index + 1 < len(atoms) and atoms[index].text in DASHES and not atoms[index + 1].spaced:
        index += 1
    if machine := find_machine_hours(passage, index):
        return None if kinds and "compute" not in kinds else machine
    for length in (3, 2, 1):
        part = atoms[index : index + length]
        if len(part) < length or length == 3 and part[1].text not in DASHES or part[-1].text in DASHES:
            continue
        spelling = " ".join(atom.lower for atom in part if atom.text not in DASHES)
        found = find_spelling(passage, spelling, glued=not part[0].spaced, raw=part[0].text)
        if found and (not kinds or found[0] in kinds):
            return (index + length, *found)
    return None


def find_machine_hours(passage: Passage, index: int) -> tuple[int, AmountKind, str] | None:
    """Return the unit of "A100-hours": hours of an accelerator whose name ends in figures."""
    atoms = passage.atoms
    if index + 2 >= len(atoms) or atoms[index].kind != "word" or atoms[index + 1].spaced:
        return None
    found = passage.words.units.get(atoms[index].lower + atoms[index + 1].text)
    hours = index + 2 + (atoms[index + 2].text in DASHES)
    if found is None or found[1] != "accelerator" or passage.lower_at(hours) not in ("hour", "hours", "hrs"):
        return None
    return hours + 1, "compute", "accelerator hour"


def find_spelling(passage: Passage, spelling: str, *, glued: bool, raw: str) -> tuple[AmountKind, str] | None:
    """Return the kind and canonical unit of a spelling or its plural; `raw` is its first atom as written."""
    units = passage.words.units
    found = units.get(spelling)
    if found is None and spelling.endswith("s"):
        found = units.get(spelling[:-1])
    if found is None and spelling.endswith("ies"):
        found = units.get(spelling[:-3] + "y")
    if found is None or spelling == "folds":
        return None  # "10 folds" of a validation are no factor
    # "$4 m" is a million: but for seconds, hours and watts a lone letter is a unit only where it is glued to the number
    lone = len(spelling) == 1 and spelling.isalpha() and not (glued and raw == "X")
    if lone and (raw.isupper() != (spelling == "w") or not glued and raw not in ("s", "h", "W")):
        return None
    return None if spelling == "x" and not glued and raw != "x" else found


def read_rate(passage: Passage, index: int) -> tuple[str, int]:
    """Read what a quantity is a rate over ("/query", "per seat", "a week"), singular; "" where it is none."""
    if index + 1 >= len(passage.atoms):
        return "", index
    atom, after = passage.atoms[index], passage.atoms[index + 1]
    singular = after.lower[:-1] if after.lower.endswith("s") and len(after.lower) > 3 else after.lower
    if atom.text == "/" and after.kind == "word" and not after.spaced:
        return singular, index + 2
    if atom.lower == "per" and after.kind == "word" and after.lower not in _RATE_STOPS:
        return singular, index + 2
    if atom.lower in _ARTICLES and passage.holds("nouns-rated", index + 1):
        return singular, index + 2
    return "", index
