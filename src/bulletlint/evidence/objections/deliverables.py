"""How many things a bullet says were delivered: objects strung together, or claims with an object each."""

from __future__ import annotations

from bulletlint.core.facts import Deliverables, Lead, Mark
from bulletlint.evidence.terms import is_term
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words

_MANY, _SOME = 4, 2
_CLAIMS = 3
_SUBJECTS = ("nsubj", "nsubjpass")
_NOUNS = ("NOUN", "PROPN")


def read_deliverables(
    tokens: Tokens, words: Words, lead: Lead | None, at: int
) -> tuple[Deliverables, Mark | None]:
    """Return how many deliverables a bullet strings together, and the stretch that they fill where they are many.

    Techniques, inputs, audiences and approvers are not counted. `at` is the lead verb's position, -1 for none.
    """
    if lead is None or at < 0:
        return "one", None
    chain = find_objects(tokens, words, at) if lead.lemma in words.listed["verbs-making"] else []
    claims = find_claims(tokens, at)
    if len(chain) >= _MANY and not shares_noun(tokens, chain):
        start, end = tokens.start[chain[0]], tokens.end[chain[-1]]
        return "many", Mark("deliverable", tokens.text[start:end], start, end)
    if len(claims) > _CLAIMS:
        start, end = tokens.start[claims[1]], tokens.end[claims[-1]]
        return "many", Mark("deliverable", tokens.text[start:end], start, end)
    return ("some" if max(len(chain), len(claims)) >= _SOME else "one"), None


def find_objects(tokens: Tokens, words: Words, at: int) -> list[int]:
    """Return the head nouns of a verb's objects that are strung together with commas and "and"."""
    verbs = {at}
    if "conj" in tokens.dep:
        verbs.update(position for position in range(len(tokens)) if is_conjoined(tokens, position, at))
    chains: dict[int, list[int]] = {}
    for position in range(at + 1, len(tokens)):
        head, dep = tokens.head[position], tokens.dep[position]
        if dep == "dobj" and head in verbs:
            chains[position] = [position]
        elif dep == "conj" and head < position and head in chains and tokens.pos[position] in _NOUNS:
            chains[position] = chains[head]
            chains[head].append(position)
    chain = max(chains.values(), key=len, default=[])
    return [
        position
        for position in chain
        if tokens.lower[position] not in words.sets["nouns-people"]
        and not is_term(tokens, words, "names-technology", position)
    ]


def shares_noun(tokens: Tokens, chain: list[int]) -> bool:
    """Tell whether the last noun belongs to all ("unit, load and smoke tests"): one thing of many kinds."""
    bare = all(
        tokens.tag[position] == "NN" and tokens.lower[position - 1] in (",", "and")
        for position in chain[1:-1]
    )
    return bare and tokens.tag[chain[0]] == "NN" and tokens.tag[chain[-1]] == "NNS"


def is_conjoined(tokens: Tokens, position: int, at: int) -> bool:
    """Tell whether a verb is coordinated with the lead verb, directly or through others."""
    for _ in range(6):
        if tokens.dep[position] != "conj" or tokens.pos[position] not in ("VERB", "AUX"):
            return False
        position = tokens.head[position]
        if position == at:
            return True
    return False


def find_claims(tokens: Tokens, at: int) -> list[int]:
    """Return the verbs that each claim something of their own: past tense, an object, no subject but the writer."""
    objects = {head for head, dep in zip(tokens.head, tokens.dep, strict=True) if dep == "dobj"}
    if not objects:
        return []
    subjects = {head for head, dep in zip(tokens.head, tokens.dep, strict=True) if dep in _SUBJECTS}
    return [
        position
        for position in sorted(objects - subjects)
        if tokens.tag[position] in ("VBD", "VBN")
        and (
            position == at
            or tokens.dep[position] == "ROOT"
            or is_conjoined(tokens, position, root_of(tokens, position))
        )
    ]


def root_of(tokens: Tokens, position: int) -> int:
    """Return the first verb of the coordination that a verb belongs to."""
    for _ in range(6):
        if tokens.dep[position] != "conj":
            break
        position = tokens.head[position]
    return position
