"""One bullet as it was read."""

from __future__ import annotations

from dataclasses import dataclass

from bulletlint.core.facts import Facts
from bulletlint.evidence.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Reading:
    """The tokens of a bullet, column by column, and the facts that were gathered from them."""

    tokens: Tokens
    facts: Facts
