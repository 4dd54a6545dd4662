"""Lists of names told from statements: how long their parts are, with capitals or not, and what links them."""

from __future__ import annotations

import re

from bulletlint.read.bullets.openings import find_opening
from bulletlint.read.bullets.section_words import SectionWords

_NAME_WORD = re.compile(r"[^\W\d_][\w.'’+#&-]*")
_LIST_CUT = re.compile(r"\s*(?:[,;|•·∙]|\s/\s|\s[–—-]\s|\band\b|&)\s*")
#: A full stop and what begins behind it, which is no initial ("dir. A. Moss").
_SENTENCE = re.compile(r"[a-z)]{2}[.!]\s+(?![A-Z]\.)[A-Z]")
#: The end of a word for something done.
ACTIVITY = re.compile(
    r"(?:tions?|sions?|ments?|ings?|ances?|ences?|sis|ship|ed|ers?hip|setup|support|design|repairs?)$"
)
#: Words that link what stands around them into a clause.
LINKING = frozenset(
    "the a an to from by with that which was were is are our their its his her than into for on in at of across over "
    "through via onto under between within without against upon among during until while when where who whose".split()
)
_SMALL = frozenset("of the and for in at a an to on with de la und von der & y et des du".split())


def is_one_sentence(text: str) -> bool:
    """Tell whether no second sentence begins in a text."""
    return _SENTENCE.search(text) is None


def is_list(text: str, known: SectionWords) -> bool:
    """Tell whether what follows a technology label is a list, or one name."""
    pieces = [piece for piece in _LIST_CUT.split(text) if piece]
    if not pieces or find_opening(text, known) == "past" and len(pieces) < 3:
        return False
    words = sum(len(piece.split()) for piece in pieces)
    return words / len(pieces) <= 4 and is_one_sentence(text)


def count_names(text: str, known: SectionWords) -> int:
    """Return of how many short names a text is a list, 0 if it is none."""
    if not is_one_sentence(text):
        return 0
    bare = re.sub(r"\([^()]*\)", "", text).rstrip(".")
    pieces = [piece for piece in _LIST_CUT.split(bare) if piece.strip()]
    if len(pieces) < 2 or any(len(piece.split()) > 3 for piece in pieces):
        return 0
    words = [word for piece in pieces for word in piece.split()]
    most = 3 if all(is_title_case(piece) for piece in pieces) else 2
    if len(words) / len(pieces) > most or any(find_opening(piece, known) == "past" for piece in pieces):
        return 0
    if any(word.lower() in LINKING for word in words):
        return 0
    named = sum(1 for piece in pieces if not piece[:1].islower() or len(piece.split()) == 1)
    return len(pieces) if named >= len(pieces) * 0.6 else 0


def lists_activities(text: str) -> bool:
    """Tell whether each part of a list is something done ("Ticket system setup, repair and translation")."""
    pieces = [piece.split() for piece in _LIST_CUT.split(text.rstrip(".")) if piece.strip()]
    return not is_title_case(text) and all(ACTIVITY.search(piece[-1].lower()) for piece in pieces)


def is_title_case(text: str) -> bool:
    """Tell whether nearly all words but small ones begin with a capital."""
    words = [word for word in _NAME_WORD.findall(text) if word.lower() not in _SMALL]
    return bool(words) and sum([word[0].isupper() for word in words]) >= len(words) * 0.75
