"""The grammar of amounts: every digit and number word of a bullet becomes part of one typed amount.

Only the text is read here. What an amount proves (outcome, scale, scope or spec) is decided in `measures`, which
also knows the parse.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from bulletlint.evidence.atoms import Atom, cut_atoms
from bulletlint.evidence.numerals import CHANGE_VERBS, FREQUENCIES, PLURALS, SMALL, Numeral, read_numeral

AmountKind = Literal[
    "percent", "points", "multiple", "money", "duration", "labour", "data", "compute", "ratio", "rank", "quantile",
    "date", "name", "count",
]  # fmt: skip
Bound = Literal["none", "about", "below", "above"]
#: spelling in lower case → (kind, canonical unit)
Units = Mapping[str, tuple[AmountKind, str]]


@dataclass(frozen=True, slots=True)
class Amount:
    """One amount of a bullet.

    `start` and `end` are character offsets in the bullet's text. `values` holds one number, or two for a range and
    for a change from the first to the second, with k, M, lakh and the like multiplied out. `unit` is the canonical
    unit, `per` what it is a rate over ("day", "query"). `change` says that the values are a start and an end.
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


_ABOUT = {"~", "≈", "about", "around", "roughly", "approximately", "nearly", "almost", "circa", "some", "∼"}
_BELOW = {"<", "≤", "under", "below", "sub", "within", "inside", "less", "fewer", "beneath"}
_ABOVE = {">", "≥", "over", "above", "more", "plus", "exceeding", "beyond"}
_DASHES = {"-", "–", "—", "−", "--", "‑"}
_ARROWS = {"→", "->", "=>", "➜", "⇒", "➔"}
_FILLERS = {
    "about", "around", "roughly", "just", "under", "over", "nearly", "almost", "below", "above", "only", "approximately",
    "a", "an", "the", "some", "~", "<", ">", "≈", "less", "more", "than", "as", "low", "as", "up", "high", "mid",
}  # fmt: skip
_ORDINALS = {"first": 1, "second": 2, "third": 3, "1st": 1, "2nd": 2, "3rd": 3}
_RATE_UNITS_STOP = {"a", "the", "of", "and", "or", "in", "on"}
_MONTHS = {
    "jan", "january", "feb", "february", "mar", "march", "apr", "april", "may", "jun", "june", "jul", "july", "aug",
    "august", "sep", "sept", "september", "oct", "october", "nov", "november", "dec", "december", "spring", "summer",
    "fall", "autumn", "winter", "fy", "diwali",
}  # fmt: skip
_PREFIXES = {"sub", "under", "over", "near", "top", "a", "of", "to", "the", "and", "by", "at"}
_ARTICLES = {"a", "an", "each", "every"}
_RATED = {
    "second", "sec", "minute", "min", "hour", "day", "week", "month", "quarter", "year", "annum", "night", "query",
    "request", "call", "answer", "label", "token", "user", "seat", "ticket", "message", "document", "page", "image",
    "order", "item", "record", "invoice", "transaction", "customer", "employee", "head", "developer", "store", "tenant",
    "inference", "prediction", "lead", "click", "session", "summary", "unit", "claim", "case", "run", "build", "search",
    "deployment", "conversation", "visit", "person", "patient", "shipment", "mile", "email", "sprint", "quarter", "shift",
}  # fmt: skip
#: Words and signs that can begin an amount.
_BEGINNINGS = frozenset(
    {
        *SMALL,
        *PLURALS,
        *CHANGE_VERBS,
        *_ORDINALS,
        *_MONTHS,
        "from",
        "a",
        "an",
        "dozen",
        "half",
        "us",
        "ca",
        "au",
        "nz",
        "hk",
    }
    | {"~", "≈", "∼", "<", "≤", ">", "≥", "+", "-", "−", "–", "±", "$"}
)


def read_amounts(text: str, units: Units, numbered_names: frozenset[str]) -> tuple[Amount, ...]:
    """Read every amount of a bullet, in order and without overlap.

    `numbered_names` are words that take a number as part of their name ("Fortune 50", "Python 3"), lower case.
    No digit of the text is left outside an amount: what fits no other form is a name.
    """
    if not text:
        return ()
    grammar = _Grammar(text, cut_atoms(text), units, numbered_names)
    return tuple(grammar.read_all())


@dataclass(frozen=True, slots=True)
class _Grammar:
    """The atoms of one text with the readers of each form; every reader returns the amount and the next index."""

    text: str
    atoms: list[Atom]
    units: Units
    numbered_names: frozenset[str]

    def read_all(self) -> list[Amount]:
        amounts: list[Amount] = []
        index = 0
        while index < len(self.atoms):
            read = self.read_at(index)
            if read is None:
                index += 1
                continue
            amount, after = read
            while amounts and amounts[-1].end > amount.start:
                amounts.pop()
            amounts.append(amount)
            index = max(after, index + 1)
        return amounts

    def read_at(self, index: int) -> tuple[Amount, int] | None:
        atom = self.atoms[index]
        if atom.kind != "numeral" and not self.may_begin(atom):
            return None
        if atom.kind == "word":
            if atom.lower == "from":
                return self.read_change(index)
            if atom.lower in _ORDINALS and (support_level := self.read_level(index)) is not None:
                return support_level
            if atom.lower in CHANGE_VERBS:
                return self.make(
                    index, index + 1, "multiple", (CHANGE_VERBS[atom.lower],), "times"
                ), index + 1
            if atom.lower in _MONTHS and (date := self.read_month(index)) is not None:
                return date
        if self.glued_to_letters(index):
            return self.read_name(index)
        quantity = self.read_quantity(index)
        if quantity is not None:
            return self.extend(quantity[0], quantity[1], index)
        if atom.kind == "numeral":
            return self.read_name(index)
        return None

    def may_begin(self, atom: Atom) -> bool:
        """Say quickly whether a word or sign can begin an amount; most cannot."""
        return atom.lower in _BEGINNINGS or self.units.get(atom.lower, ("",))[0] == "money"

    def read_level(self, index: int) -> tuple[Amount, int] | None:
        """Read "second and third level", "first line": ordinals that name a level, not a rank."""
        after = index + 1
        while self.atom_lower(after) in set(_ORDINALS) | {"and", "&", "/", ",", "-"} and after < index + 5:
            after += 1
        if self.atom_lower(after) not in ("level", "line", "tier"):
            return None
        return self.make(index, after + 1, "name", (float(_ORDINALS[self.atoms[index].lower]),)), after + 1

    # ---- forms over several quantities

    def extend(self, amount: Amount, after: int, index: int) -> tuple[Amount, int]:
        """Join what follows a quantity: an arrow and its end, a range, a ratio."""
        joined = (
            self.read_arrow(amount, after) or self.read_ratio(amount, after) or self.read_range(amount, after)
        )
        return joined or (amount, after)

    def read_change(self, index: int) -> tuple[Amount, int] | None:
        """Read "from A to B", where A may be vague ("from several hours to 12 minutes") or a frequency."""
        first_at = self.skip_fillers(index + 1)
        if first_at >= len(self.atoms):
            return None
        if self.atoms[first_at].lower in FREQUENCIES:
            return self.read_frequency_change(index, first_at)
        first = self.read_quantity(first_at)
        if first is None and self.glued_to_letters(first_at):
            return None
        to = self.find_to(first[1] if first else first_at)
        if to is None:
            return None
        second_at = self.skip_fillers(to + 1)
        second = self.read_quantity(second_at)
        if second is None or (first is None and second[0].kind in ("name", "date")):
            return None
        if first is None and not any(
            a.lower in ("several", "many", "multiple") for a in self.atoms[first_at:to]
        ):
            return None
        start, end = first[0] if first else second[0], second[0]
        if start.kind == "date" and end.kind == "date":
            return self.make(index, second[1], "date", (start.values + end.values)), second[1]
        ranged = index > 0 and self.atoms[index - 1].lower in (
            "ranging",
            "range",
            "ranged",
            "size",
            "sizes",
            "ages",
        )
        kind, unit, per = (
            (end.kind, end.unit, end.per)
            if end.kind != "count"
            else (start.kind, start.unit, start.per or end.per)
        )
        values = (start.values[:1] if first else ()) + end.values[-1:]
        amount = self.make(index, second[1], kind, values, unit)
        return replace(amount, per=per, change=not ranged), second[1]

    def read_frequency_change(self, index: int, first_at: int) -> tuple[Amount, int] | None:
        to = self.find_to(first_at + 1)
        if to is None:
            return None
        second_at = self.skip_fillers(to + 1)
        if second_at >= len(self.atoms) or self.atoms[second_at].lower not in FREQUENCIES:
            return None
        values = (FREQUENCIES[self.atoms[first_at].lower], FREQUENCIES[self.atoms[second_at].lower])
        amount = self.make(index, second_at + 1, "duration", values, "times a year")
        return replace(amount, change=True), second_at + 1

    def find_to(self, index: int) -> int | None:
        for position in range(index, min(index + 6, len(self.atoms))):
            if self.atoms[position].lower == "to":
                return position
            if self.atoms[position].text in (".", ";", ":", "("):
                return None
        return None

    def skip_fillers(self, index: int) -> int:
        while index < len(self.atoms) and self.atoms[index].lower in _FILLERS:
            index += 1
        return index

    def read_arrow(self, first: Amount, after: int) -> tuple[Amount, int] | None:
        if after >= len(self.atoms) or self.atoms[after].text not in _ARROWS:
            return None
        second = self.read_quantity(self.skip_fillers(after + 1))
        if second is None:
            return None
        amount = second[0]
        kind, unit = (amount.kind, amount.unit) if amount.kind != "count" else (first.kind, first.unit)
        joined = replace(
            amount, start=first.start, text=self.text[first.start : amount.end], kind=kind, unit=unit, change=True,
            values=first.values[:1] + amount.values[-1:],
        )  # fmt: skip
        return joined, second[1]

    def read_ratio(self, first: Amount, after: int) -> tuple[Amount, int] | None:
        """Read "4.8/5", "3 out of 4", "one in ten", "24/7", "1:1"."""
        if first.kind != "count" or after >= len(self.atoms):
            return None
        atom = self.atoms[after]
        if atom.text in ("/", ":", "×", "x") and not atom.spaced and after + 1 < len(self.atoms):
            other = self.atoms[after + 1]
            if other.kind != "numeral" or other.spaced:
                return None
            end = after + 2
            while (
                end + 1 < len(self.atoms)
                and self.atoms[end].text == atom.text
                and self.atoms[end + 1].kind == "numeral"
            ):
                end += 2
            rated = atom.text == "/" and float_or_zero(other.text) in (5, 10, 100) and end == after + 2
            kind: AmountKind = "ratio" if rated else "date" if end > after + 2 else "name"
            return self.span(first.start, end, kind, (*first.values, float_or_zero(other.text))), end
        words = [a.lower for a in self.atoms[after : after + 2]]
        skip = 2 if words == ["out", "of"] else 1 if words[:1] == ["in"] and first.values[0] <= 10 else 0
        if skip:
            second = self.read_numeral(after + skip + (self.atom_lower(after + skip) == "every"))
            if second is not None and second.value > first.values[0] and not self.unit_at(second.after):
                return self.span(
                    first.start, second.after, "ratio", (*first.values, second.value)
                ), second.after
        return None

    def read_range(self, first: Amount, after: int) -> tuple[Amount, int] | None:
        """Read "10–15 %", "2 to 5 members", "$10k-$15k"."""
        if after >= len(self.atoms) or first.kind in ("name", "date", "multiple"):
            return None
        atom = self.atoms[after]
        if not (atom.text in _DASHES or atom.lower == "to"):
            return None
        second = self.read_quantity(after + 1)
        if second is None or second[0].kind == "name":
            return None
        amount = second[0]
        if first.kind not in ("count", amount.kind):
            return None
        values = first.values[:1] + amount.values[-1:]
        falling = atom.lower == "to" and first.kind == amount.kind != "count" and values[1] < values[0]
        joined = replace(amount, start=first.start, text=self.text[first.start : amount.end])
        return replace(joined, bound=first.bound, values=values, change=falling), second[1]

    # ---- one quantity

    def read_quantity(self, index: int) -> tuple[Amount, int] | None:
        """Read one number with its bound, currency, magnitude, unit and rate."""
        start = index
        bound: Bound = "none"
        while (
            index < len(self.atoms)
            and (found := read_bound(self.atoms[index]))
            and self.atoms[index].kind == "sign"
        ):
            bound, index = found, index + 1
        if (
            index < len(self.atoms)
            and self.atoms[index].text in ("+", "-", "−", "–", "±")
            and index + 1 < len(self.atoms)
        ):
            glued = not self.atoms[index + 1].spaced
            if glued and (index == 0 or self.atoms[index].spaced):
                index += 1
        currency, index = self.read_currency(index)
        if index >= len(self.atoms) or (
            start != index and self.atoms[index].kind != "numeral" and not currency
        ):
            return None
        if self.glued_to_letters(index) and not currency:
            return None
        number = self.read_numeral(index)
        if number is None:
            return None
        after = number.after
        plus = after < len(self.atoms) and self.atoms[after].text == "+" and not self.atoms[after].spaced
        if plus:
            after, bound = after + 1, "above"
        if bound == "none" and start > 0:
            bound = read_bound(self.atoms[start - 1]) or "none"
        return self.finish_quantity(start, number, after, currency, bound)

    def finish_quantity(
        self, start: int, number: Numeral, after: int, currency: str, bound: Bound
    ) -> tuple[Amount, int] | None:
        kind: AmountKind = number.fraction or "count"
        unit = ""
        if currency:
            kind, unit = "money", currency
            if self.unit_at(after, ("money",)):
                after = self.unit_at(after, ("money",))[0][0]  # "$40k USD"
        elif units := self.unit_at(after):
            (after, kind, unit), *_ = units
            if self.atoms[after - 1].lower in ("time", "times") and not self.compares(after):
                kind, unit = "count", "time"
        elif number.rupees and self.atom_lower(after) in (
            "",
            ".",
            ",",
            "a",
            "per",
            "to",
            "in",
            "from",
            "and",
            "by",
            "for",
        ):
            kind, unit = "money", "rupee"
        elif self.is_numbered_name(start, number):
            end = number.after
            while (
                end + 1 < len(self.atoms) and self.atoms[end].text == "-" and not self.atoms[end + 1].spaced
            ):
                end += 2  # "ATR 72-600"
            return self.make(start - 1 if start else start, end, "name", (number.value,)), end
        elif is_year(number) and bound == "none":
            return self.read_year(start, number)
        elif number.word and number.value == 1 and kind == "count":
            return None
        elif self.is_capitalised_name(start, number):
            return self.make(start, number.after + 1, "name", (number.value,)), number.after + 1
        elif self.atom_lower(after) in ("am", "pm") and not number.word:
            return self.make(start, after + 1, "date", (number.value,)), after + 1
        elif self.atom_lower(after) in _MONTHS and not number.word and self.atoms[after].text[0].isupper():
            return self.make(start, after + 1, "date", (number.value,)), after + 1
        elif self.atom_lower(after) == "percentile":
            return self.make(start, after + 1, "rank", (number.value,)), after + 1
        elif self.follows_sign(start, "=") or self.hyphened_to_name(after):
            return self.make(start, number.after, "name", (number.value,)), number.after
        elif (
            self.atom_lower(after) in ("a", "p")
            and self.atom_lower(after + 1) == "."
            and self.atom_lower(after + 2) == "m"
        ):
            return self.make(start, after + 3, "date", (number.value,)), after + 3
        elif self.ordinal_at(number.after):
            kind, after = self.ordinal_kind(start), number.after + 1
        elif self.letters_glued_after(number):
            return None
        if after < len(self.atoms) and self.atoms[after].text == "+" and not self.atoms[after].spaced:
            after, bound = after + 1, "above"
        per, after = self.read_rate(after)
        amount = self.make(start, after, kind, (number.value,), unit)
        return replace(amount, per=per, bound=bound), after

    def read_numeral(self, index: int) -> Numeral | None:
        return read_numeral(self.atoms, index)

    def read_currency(self, index: int) -> tuple[str, int]:
        if index >= len(self.atoms):
            return "", index
        atom = self.atoms[index]
        if atom.kind == "numeral" or index + 1 >= len(self.atoms):
            return "", index
        two = atom.lower + self.atoms[index + 1].text
        if two in self.units and self.units[two][0] == "money" and index + 2 < len(self.atoms):
            return self.units[two][1], index + 2
        found = self.units.get(atom.lower)
        if found is None or found[0] != "money" or found[1] in ("penny", "cent"):
            return "", index  # "p99" is no price: pence and cents stand after their number
        after = index + 1 + (atom.lower == "rs" and self.atoms[index + 1].text == ".")
        if after < len(self.atoms) and (self.atoms[after].kind == "numeral" or atom.kind == "sign"):
            return found[1], after
        return "", index

    def unit_at(self, index: int, kinds: tuple[AmountKind, ...] = ()) -> list[tuple[int, AmountKind, str]]:
        """Return (next index, kind, unit) of the unit that stands at an index, longest spelling only."""
        if index >= len(self.atoms):
            return []
        if (
            self.atoms[index].text in _DASHES
            and index + 1 < len(self.atoms)
            and not self.atoms[index + 1].spaced
        ):
            index += 1
        for length in (3, 2, 1):
            part = self.atoms[index : index + length]
            if len(part) < length:
                continue
            if length == 3 and part[1].text not in _DASHES:
                continue
            words = [a.lower for a in part if a.text not in _DASHES]
            found = self.lookup_unit(words, glued=not part[0].spaced, raw=part[0].text)
            if found and (not kinds or found[0] in kinds):
                return [(index + length, *found)]
        return []

    def lookup_unit(self, words: list[str], *, glued: bool, raw: str) -> tuple[AmountKind, str] | None:
        spelling = " ".join(words)
        found = self.units.get(spelling)
        if found is None and spelling.endswith("s"):
            found = self.units.get(spelling[:-1])
        if found is None and spelling.endswith("ies"):
            found = self.units.get(spelling[:-3] + "y")
        if found is None:
            return None
        # "$4 m" is a million, "4 h" hours; a lone letter counts as a unit only where it is glued to the number
        if (
            len(spelling) == 1
            and spelling.isalpha()
            and (raw.isupper() != (spelling == "w") or not glued and raw != "W")
        ):
            return None
        if spelling == "x" and not glued and raw != "x":
            return None
        return found

    def compares(self, index: int) -> bool:
        """Say whether "N times" is a comparison ("3 times faster"), not a frequency ("met 3 times")."""
        return self.atom_lower(index) in (
            "faster", "more", "less", "as", "higher", "lower", "cheaper", "smaller", "larger", "bigger", "better", "the",
            "quicker", "fewer", "longer", "shorter", "over",
        )  # fmt: skip

    def read_rate(self, index: int) -> tuple[str, int]:
        if index + 1 >= len(self.atoms):
            return "", index
        atom, after = self.atoms[index], self.atoms[index + 1]
        singular = after.lower[:-1] if after.lower.endswith("s") and len(after.lower) > 3 else after.lower
        if atom.text == "/" and after.kind == "word" and not after.spaced:
            return singular, index + 2
        if atom.lower == "per" and after.kind == "word" and after.lower not in _RATE_UNITS_STOP:
            return singular, index + 2
        if atom.lower in _ARTICLES and after.lower in _RATED:
            return singular, index + 2
        return "", index

    # ---- names, dates, ordinals

    def glued_to_letters(self, index: int) -> bool:
        """Say whether a numeral continues a word: "S3", "GPT-4", "HTTP/2", "C++17", "NDCG@10"."""
        atom = self.atoms[index]
        if atom.kind != "numeral" or atom.spaced or index == 0:
            return False
        before = self.atoms[index - 1]
        if before.kind == "word":
            return self.units.get(before.lower, ("",))[0] != "money"
        if before.text in "-–‑/.+#@&_" and not before.spaced and index >= 2:
            previous = self.atoms[index - 2]
            if before.text == "+" and previous.text == "+" and index >= 3:
                previous = self.atoms[index - 3]
            return previous.kind == "word" and not (
                previous.lower in _PREFIXES
                and before.text in "-–‑"
                or before.text in "/+&"
                and previous.text.islower()
            )
        return False

    def read_name(self, index: int) -> tuple[Amount, int]:
        """Read the whole chunk around a numeral that names something ("Qwen2.5-7B", "A100", "2v2")."""
        first = index
        while (
            first > 0 and not self.atoms[first].spaced and self.atoms[first - 1].text not in "([{\"“'‘,;:!?…"
        ):
            first -= 1
        end = index + 1
        while (
            end < len(self.atoms)
            and not self.atoms[end].spaced
            and self.atoms[end].text not in ")]}\"”'’,;:!?…%"
        ):
            end += 1
        while end > index + 1 and self.atoms[end - 1].kind == "sign" and self.atoms[end - 1].text != "+":
            end -= 1
        chunk = self.text[self.atoms[first].start : self.atoms[end - 1].end]
        kind: AmountKind = "quantile" if is_quantile(chunk) else "name"
        numeral = self.atoms[index].text
        return self.make(first, end, kind, (float_or_zero(numeral),)), end

    def is_numbered_name(self, start: int, number: Numeral) -> bool:
        """Say whether the word before makes the number part of a name: "Fortune 50", "Python 3.11", "SOC 2"."""
        if start == 0 or number.after - start > 1:
            return False
        before = self.atoms[start - 1]
        if number.word:
            return before.lower in (
                "week",
                "month",
                "day",
                "phase",
                "year",
                "sprint",
                "level",
                "tier",
                "version",
                "series",
            )
        if before.kind != "word" or before.end + 1 < self.atoms[start].start:
            return False
        if before.lower in self.numbered_names:
            return not (start == 1 and before.lower.endswith("ed"))
        follower = self.atoms[number.after] if number.after < len(self.atoms) else None
        ends = follower is None or follower.kind != "word" or follower.text[0].isupper() or follower.lower in (
            "and", "or", "with", "in", "on", "for", "to", "using", "as", "at", "from", "by",
        )  # fmt: skip
        opens = start == 1 or self.atoms[start - 2].text in (".", ":", ";", "-", "–", "—", "•")
        proper = before.text[0].isupper() and not opens or before.text.isupper() and len(before.text) > 1
        return proper and ends

    def read_year(self, start: int, number: Numeral) -> tuple[Amount, int]:
        after = number.after
        if after + 1 < len(self.atoms) and self.atoms[after].text in _DASHES | {"/"}:
            following = self.atoms[after + 1]
            if following.kind == "numeral" or following.lower in ("present", "now", "today", "current"):
                after += 2
        return self.make(start, after, "date", (number.value,)), after

    def read_month(self, index: int) -> tuple[Amount, int] | None:
        after = index + 1
        while (
            after < len(self.atoms) and self.atoms[after].text in (".", ",", "’", "'") and after < index + 3
        ):
            after += 1
        if after >= len(self.atoms) or self.atoms[after].kind != "numeral" or "," in self.atoms[after].text:
            return None
        value = float_or_zero(self.atoms[after].text)
        if self.atoms[index].text[0].islower() or value > 31 and not 1900 <= value <= 2100:
            return None
        end = after + 1
        following = self.atoms[end + 1] if end + 1 < len(self.atoms) and self.atoms[end].text == "," else None
        if (
            following is not None
            and following.kind == "numeral"
            and 1900 <= float_or_zero(following.text) <= 2100
        ):
            end += 2
        return self.make(index, end, "date", (value,)), end

    def is_capitalised_name(self, start: int, number: Numeral) -> bool:
        """Say whether a number word and the next word are written as a name: "Six Sigma"."""
        if not number.word or start == 0 or number.after >= len(self.atoms) or number.after - start > 1:
            return False
        first, second = self.atoms[start].text, self.atoms[number.after].text
        return first[0].isupper() and not first.isupper() and second[:1].isupper()

    def follows_sign(self, start: int, sign: str) -> bool:
        return start > 0 and self.atoms[start - 1].text == sign

    def hyphened_to_name(self, after: int) -> bool:
        """Say whether a capitalised word is hyphened to the number: "7-Eleven"."""
        if after + 1 >= len(self.atoms) or self.atoms[after].text != "-" or self.atoms[after].spaced:
            return False
        name = self.atoms[after + 1]
        return name.kind == "word" and not name.spaced and name.text[0].isupper() and not name.text.isupper()

    def ordinal_at(self, index: int) -> bool:
        return (
            index < len(self.atoms)
            and not self.atoms[index].spaced
            and self.atoms[index].lower in ("st", "nd", "rd", "th")
        )

    def ordinal_kind(self, start: int) -> AmountKind:
        before = {a.lower for a in self.atoms[max(0, start - 4) : start]}
        return (
            "rank"
            if before & {"ranked", "placed", "finished", "won", "rank", "place", "came", "top"}
            else "name"
        )

    def letters_glued_after(self, number: Numeral) -> bool:
        """Say whether letters that are no unit follow without a space: "3D", "2v2", "4o"."""
        after = number.after
        return after < len(self.atoms) and not self.atoms[after].spaced and self.atoms[after].kind == "word"

    def atom_lower(self, index: int) -> str:
        return self.atoms[index].lower if 0 <= index < len(self.atoms) else ""

    def make(
        self, first: int, after: int, kind: AmountKind, values: tuple[float, ...], unit: str = ""
    ) -> Amount:
        return self.span(self.atoms[first].start, after, kind, values, unit)

    def span(
        self, start: int, after: int, kind: AmountKind, values: tuple[float, ...], unit: str = ""
    ) -> Amount:
        end = self.atoms[after - 1].end
        return Amount(start, end, self.text[start:end], kind, values, unit)


def read_bound(atom: Atom) -> Bound | None:
    """Return what an atom before a number says of it: about, below or above."""
    if atom.lower in _ABOUT:
        return "about"
    if atom.lower in _BELOW:
        return "below"
    return "above" if atom.lower in _ABOVE else None


def is_year(number: Numeral) -> bool:
    return (
        not number.word and number.digits == 4 and number.value.is_integer() and 1900 <= number.value <= 2099
    )


def is_quantile(chunk: str) -> bool:
    return (
        chunk[:1] in "pP"
        and chunk[1:].replace(".", "").replace("/", "").replace("p", "").isdigit()
        and len(chunk) >= 3
    )


def float_or_zero(numeral: str) -> float:
    """Return the value of a numeral; a version such as "3.11.2" counts by its first part."""
    parts = numeral.replace(",", "").split(".")
    return float(".".join(parts[:2]) or 0) if parts[0] or len(parts) > 1 else 0.0
