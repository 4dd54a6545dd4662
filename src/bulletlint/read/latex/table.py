"""The tokens of a LaTeX file with their matching braces: where the arguments of a macro are."""

from __future__ import annotations

from collections.abc import Sequence

from bulletlint.read.latex.tokens import Token, match_braces

#: The token indices of what is inside a pair of braces or brackets, the end exclusive.
Group = tuple[int, int]
#: Tokens within which an optional argument must end.
_LONGEST_OPTION = 100


class TokenTable:
    """Tokens and matching braces; the text of a macro that is put where it is called is added at the end."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = list(tokens)
        self.matches, self.unclosed = match_braces(tokens)
        self._openings: dict[int, int] = {}

    def add(self, tokens: Sequence[Token]) -> Group:
        """Add tokens at the end and return their indices."""
        offset = len(self.tokens)
        self.tokens += tokens
        matches, _ = match_braces(tokens)
        self.matches.update((offset + opened, offset + end) for opened, end in matches.items())
        return offset, len(self.tokens)

    def is_kind(self, index: int, kind: str) -> bool:
        """Tell whether there is a token of a kind at an index."""
        return index < len(self.tokens) and self.tokens[index].kind == kind

    def find_group(self, index: int, last: int) -> Group | None:
        """Return the group that begins at an index or behind white space there, None if none does."""
        while index < last and self.tokens[index].kind == "space":
            index += 1
        end = self.matches.get(index) if index < last else None
        return (index + 1, end) if end is not None and end < last else None

    def find_groups(self, index: int, last: int, most: int) -> list[Group]:
        """Return the groups that follow each other from an index on, `most` of them at most."""
        groups: list[Group] = []
        while len(groups) < most and (group := self.find_group(index, last)):
            groups.append(group)
            index = group[1] + 1
        return groups

    def find_opening(self, index: int) -> int | None:
        """Return the index of the brace that the one at an index closes, None where none stands there."""
        if not self.is_kind(index, "close"):
            return None
        if len(self._openings) != len(self.matches):
            self._openings = {end: opened for opened, end in self.matches.items()}
        return self._openings.get(index)

    def skip_group(self, index: int, last: int) -> int:
        """Return the index behind the group that follows, the same index where none does."""
        group = self.find_group(index, last)
        return index if group is None else group[1] + 1

    def find_optional(self, index: int, last: int) -> Group | None:
        """Return the bracketed argument that begins at an index, None if none does."""
        if index >= last or self.tokens[index].kind != "left":
            return None
        at = index + 1
        limit = min(last, index + _LONGEST_OPTION)
        while at < limit:
            token = self.tokens[at]
            if token.kind == "right":
                return index + 1, at
            if token.kind == "break" or token.kind == "word" and token.text in {"item", "begin", "end"}:
                return None
            at = self.matches.get(at, at) + 1
        return None

    def skip_optional(self, index: int, last: int) -> int:
        """Return the index behind the bracketed arguments that follow."""
        while bracket := self.find_optional(index, last):
            index = bracket[1] + 1
        return index

    def read_name(self, index: int, last: int) -> tuple[str, int]:
        """Return the name in the group that follows (that of an environment) and the index behind it."""
        group = self.find_group(index, last)
        if group is None or group[1] - group[0] > 8:
            return "", index
        return "".join(token.text for token in self.tokens[group[0] : group[1]]).strip(), group[1] + 1
