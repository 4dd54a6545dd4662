"""A tokenizer that trusts the special cases it is read from disk with.

spaCy checks each of the 1,300 cases by itself, a third of the time of reading them; those of the bundled pipeline were
checked when they were made (tests/pipeline/test_tokenizer.py checks them again).
"""

from __future__ import annotations

from typing import Any

from spacy.tokenizer import Tokenizer  # type: ignore[import-not-found]


class BundledTokenizer(Tokenizer):  # type: ignore[misc]
    """spaCy's tokenizer, without rules until it is read from disk."""

    _trusting = False

    def from_disk(self, path: Any, **options: Any) -> BundledTokenizer:
        """Read rules and expressions."""
        self._trusting = True
        try:
            super().from_disk(path, **options)
        finally:
            self._trusting = False
        return self

    def _validate_special_case(self, chunk: str, substrings: Any) -> None:
        """Check a case that somebody adds afterwards."""
        if not self._trusting:
            super()._validate_special_case(chunk, substrings)
