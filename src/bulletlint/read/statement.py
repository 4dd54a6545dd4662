"""Whether a text is a sentence or nearly one, by its shape: for arguments, cells and values of any format."""

from __future__ import annotations

import re

from bulletlint.read.bullets.openings import find_opening, is_gerund
from bulletlint.read.bullets.section_words import load_section_words

_WORD = re.compile(r"[^\W\d_][\w'’+#]*")
_YEAR = re.compile(r"(?:19|20)\d\d\b")
_SMALL = frozenset(
    "of and or the for in at a an to on with by from as de la und van von der et des du".split()
)
#: A word and a figure that counts what follows.
_COUNTS = re.compile(r"\W*[\w'’+#-]+ (?!(?:19|20)\d\d\b)[$€£]?\d[\d,.]*[km%]? [a-z]{3}")
#: Words that no label has, and words that a short statement has at least.
_MOST_WORDS, _FEWEST_WORDS = 14, 3


def reads_like_statement(text: str) -> bool:
    """Tell whether a text has the small letters of a sentence, and not the capitals of a title."""
    words: list[str] = _WORD.findall(text)
    if len(words) < _FEWEST_WORDS:
        # "Plotted 3,000 crossings"
        return len(words) == _FEWEST_WORDS - 1 and _COUNTS.match(text) is not None and _opens_with_past(text)
    if len(words) > _MOST_WORDS:
        return True
    plain = sum(word[0].islower() and word not in _SMALL for word in words[1:])
    if words[0].istitle() and (words[0].endswith("ed") or plain > 0 and _opens_with_past(text)):
        return plain > 0
    ends = text.rstrip().endswith((".", "!", ";")) and not _YEAR.search(text[-6:])
    return len(words) > _FEWEST_WORDS and plain >= (1 if ends else 2)


def _opens_with_past(text: str) -> bool:
    return find_opening(text, load_section_words()) == "past" and not is_gerund(text)
