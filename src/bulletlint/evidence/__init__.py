"""Evidence: what a bullet proves, found before any rule looks at it."""

from __future__ import annotations

from bulletlint.evidence.gather import gather_facts, read_bullet, read_bullets
from bulletlint.evidence.reading import Reading
from bulletlint.evidence.words import Words, load_words

__all__ = ["Reading", "Words", "gather_facts", "load_words", "read_bullet", "read_bullets"]
