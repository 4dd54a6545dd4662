"""Why a page, or a part of it, was not judged: nothing is praised that was not understood."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from bulletlint.core.document import Document
from bulletlint.core.facts import Facts
from bulletlint.core.wording import count

#: Words from which on a file without bullets is one full of text, and reasons that are named for what was left out.
_FULL, _MOST_REASONS = 40, 3
_ENGLISH_ONLY = "bulletlint reads English only"


def is_foreign_page(bullets: Sequence[Facts]) -> bool:
    """Tell whether at least half of the bullets are in another language: then none of them is judged."""
    return bool(bullets) and 2 * sum(facts.foreign for facts in bullets) >= len(bullets)


def find_doubt(document: Document, bullets: Sequence[Facts], lexicons: Mapping[str, Sequence[str]]) -> str:
    """Return why a page was not judged, or which part of it was not; "" if all of it was."""
    if not bullets:
        return find_emptiness(document, lexicons)
    foreign = sum(facts.foreign for facts in bullets)
    if is_foreign_page(bullets):
        return f"this page does not look English; {_ENGLISH_ONLY}, so nothing was judged"
    if foreign:
        are = "bullet does" if foreign == 1 else "bullets do"
        return f"{foreign} of {len(bullets)} {are} not look English and got no verdict; {_ENGLISH_ONLY}"
    return ""


def find_emptiness(document: Document, lexicons: Mapping[str, Sequence[str]]) -> str:
    """Return what is to be said of a file without bullets that is full of text; "" for an empty one."""
    words = [word for block in document.blocks if block.kind != "comment" for word in block.text.split()]
    if len(words) < _FULL:
        return ""
    if speaks_otherwise(words, lexicons):
        return f"this page does not look English; {_ENGLISH_ONLY}, so nothing was judged"
    said = f"no bullets found in {len(words):,} words of text"
    if not document.left_out:
        return f"{said}; begin each with a mark, such as a hyphen"
    reasons = Counter(line.reason for line in document.left_out).most_common(_MOST_REASONS)
    named = ", ".join(f"{reason}: {number}" for reason, number in reasons)
    return f"{said}; {count(len(document.left_out), 'line')} left out ({named}); -v lists them"


def speaks_otherwise(words: Sequence[str], lexicons: Mapping[str, Sequence[str]]) -> bool:
    """Tell whether more of a text's small words are of other languages than of English."""
    told = Counter(re.sub(r"\W", "", word).lower() for word in words)
    foreign = sum(told[word] for word in lexicons.get("words-foreign", ()))
    english = sum(told[word] for word in lexicons.get("words-english", ()))
    return foreign > english
