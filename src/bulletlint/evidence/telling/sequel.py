"""Whether a bullet goes on to tell what became of the work, in a sentence of its own.

"Wrote the allergen book that the waiters read from; there has not been a mix-up since": no figure, and no verb of
improvement, but a reader knows what came of it.
"""

from __future__ import annotations

from bulletlint.core.facts import Facts
from bulletlint.evidence.tokens import Tokens

#: Marks behind which another sentence begins, and words that join one.
_BREAKS = frozenset({";", ":", "–", "—", "."})
_JOINING = frozenset({"and", "but", "so", "until", "till", "after"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "expl"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
#: Subjects that tell of the writer again, or belong to a clause about a thing.
_NO_SUBJECTS = frozenset({"i", "we", "you", "that", "which", "who", "what", "where"})
_RELATIVE = frozenset({"which", "whom", "whose"})
_DEPENDENT = frozenset({"relcl", "acl", "ccomp", "csubj", "pcomp"})


def has_sequel(tokens: Tokens, facts: Facts) -> bool:
    """Tell whether a main clause behind the lead has a subject that is not the writer."""
    lead = facts.lead
    at = tokens.index.index(lead.token) if lead is not None and lead.token >= 0 else 0
    last_break = -1
    if lead is not None and ends_in_count(tokens, at):
        return True
    for position in range(at + 1, len(tokens)):
        if tokens.lower[position] in _BREAKS or opens_clause(tokens, position):
            last_break = position
        elif (
            last_break >= 0
            and tokens.dep[position] in _SUBJECTS
            and tokens.lower[position] not in _NO_SUBJECTS
            and is_main(tokens, position, last_break)
        ):
            return True
    return False


def ends_in_count(tokens: Tokens, at: int) -> bool:
    """Tell whether a last sentence counts what was left, without a verb: "One fracture in the following year."."""
    last = len(tokens) - 1
    while last > at and tokens.lower[last] in _BREAKS:
        last -= 1
    first = last
    while first > at and tokens.lower[first - 1] not in _BREAKS:
        first -= 1
    if first <= at + 1 or last - first < 2 or tokens.lower[first - 1] in (":", "–", "—"):
        return False
    counted = tokens.pos[first] == "NUM" or tokens.lower[first] in ("no", "none", "zero", "never")
    return counted and not any(tokens.tag[place] in _FINITE for place in range(first, last + 1))


def opens_clause(tokens: Tokens, position: int) -> bool:
    """Tell whether a word joins a clause: "until the doctor came", ", and nobody phones"."""
    word = tokens.lower[position]
    return word in _JOINING and (word in ("until", "till", "so") or tokens.lower[position - 1] == ",")


def is_main(tokens: Tokens, subject: int, opening: int) -> bool:
    """Tell whether a subject belongs to a finite verb behind the opening of its sentence, and to no lesser clause."""
    verb = tokens.head[subject]
    finite = tokens.tag[verb] in _FINITE or any(
        tokens.head[child] == verb and tokens.tag[child] in _FINITE and tokens.dep[child].startswith("aux")
        for child in range(opening + 1, min(len(tokens), verb + 1))
    )
    first = opening + 1 if tokens.lower[opening : opening + 2] != ["after", "which"] else opening + 2
    inside = _RELATIVE.intersection(tokens.lower[first:subject])
    return verb > opening and finite and not inside and tokens.dep[verb] not in _DEPENDENT
