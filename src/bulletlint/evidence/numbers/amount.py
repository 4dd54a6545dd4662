"""The amount: one number of a bullet with everything that belongs to it, and the passage that it is read from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from bulletlint.evidence.numbers.atoms import NumberAtom, cut_atoms

AmountKind = Literal[
    "percent", "points", "multiple", "money", "duration", "labour", "data", "compute", "ratio", "rank", "quantile",
    "date", "name", "count",
]  # fmt: skip
#: Money per one of these is a rate of spending; per anything else it is a price.
_SPENDING_TIMES = frozenset({"day", "week", "month", "quarter", "year", "annum"})
#: From here on an amount of money, in any currency, and a count are large: the work of many, or for many.
LARGE = {"money": 1_000_000.0, "count": 500.0}
#: What an amount proves (RULES, "Numbers are typed").
NumberClass = Literal["outcome", "scale", "scope", "spec"]
Bound = Literal["none", "about", "below", "above"]
#: spelling in lower case → (kind, canonical unit); from `rules/reading/units.yaml`
Units = Mapping[str, tuple[AmountKind, str]]
#: The lexicons that amounts are read by, beside the units.
AMOUNT_LEXICONS = (
    "names-month", "names-numbered", "nouns-level", "nouns-numbered", "nouns-rated", "words-comparing", "words-ranging",
    "words-ranking",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount of a bullet.

    `start` and `end` are character offsets in the bullet's text. `values` holds one number, or two for a range and
    for a change from the first to the second, with k, M, lakh and the like multiplied out. `unit` is the canonical
    unit of `rules/reading/units.yaml`, `per` what it is a rate over ("day", "query"). `change` says that the values
    are a start and an end.
    """

    start: int
    end: int
    text: str
    kind: AmountKind
    values: tuple[float, ...]
    unit: str = ""
    per: str = ""
    bound: Bound = "none"
    change: bool = False


@dataclass(frozen=True, slots=True)
class AmountWords:
    """The words that amounts are read by: units by spelling, and the entries of AMOUNT_LEXICONS by lexicon.

    `beginnings` are the words and signs that can begin an amount.
    """

    units: Units
    lexicons: Mapping[str, frozenset[str]]
    beginnings: frozenset[str]


@dataclass(frozen=True, slots=True)
class Passage:
    """A text cut into atoms; the readers of each form of amount take one, and the index of the atom to begin at."""

    text: str
    atoms: tuple[NumberAtom, ...]
    words: AmountWords

    def lower_at(self, index: int) -> str:
        """Return an atom in lower case, "" beyond either end."""
        return self.atoms[index].lower if 0 <= index < len(self.atoms) else ""

    def make(
        self,
        first: int,
        after: int,
        kind: AmountKind,
        values: tuple[float, ...],
        unit: str = "",
        *,
        per: str = "",
        bound: Bound = "none",
        change: bool = False,
    ) -> Amount:
        """Make the amount from the atom at `first` up to the one before `after`."""
        start, end = self.atoms[first].start, self.atoms[after - 1].end
        return Amount(start, end, self.text[start:end], kind, values, unit, per, bound, change)

    def holds(self, lexicon: str, index: int) -> bool:
        """Tell whether the atom at an index is an entry of a lexicon."""
        return self.lower_at(index) in self.words.lexicons[lexicon]


def cut_passage(text: str, words: AmountWords) -> Passage:
    """Cut a text into the atoms that amounts are read from."""
    return Passage(text, tuple(cut_atoms(text)), words)


def name_kinds(amount: Amount) -> set[str]:
    """Return the names that a pattern may call an amount by: "amount", its kind and the narrower ones it fits."""
    kinds = {"amount", amount.kind}
    if amount.kind in LARGE and amount.values and max(amount.values) >= LARGE[amount.kind]:
        kinds.add("large")
    if amount.kind == "money" and amount.per and amount.per not in _SPENDING_TIMES:
        kinds.add("price")
    falling = amount.change and len(amount.values) == 2 and amount.values[1] < amount.values[0]
    if amount.kind == "money" and falling:
        kinds.add("cheaper")
    if amount.unit == "accelerator hour":
        kinds.add("machine-time")
    if amount.bound == "below" and not amount.change:
        kinds.add("below")
        if amount.unit in ("millisecond", "microsecond"):
            kinds.add("latency")
    return kinds
