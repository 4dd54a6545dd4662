"""How many things a bullet says were delivered: objects strung together, or claims with an object each."""

from __future__ import annotations

from bulletlint.core.facts import Deliverables, Lead, Mark
from bulletlint.evidence.terms import is_term
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words

_MANY, _SOME = 4, 2
_CLAIMS = 3
#: Words of one thing in a list; what is longer is a clause.
_LONGEST = 5
_SUBJECTS = ("nsubj", "nsubjpass")
_NOUNS = ("NOUN", "PROPN")
_PAST = ("VBD", "VBN")
_BETWEEN = frozenset({",", ";", "and", "&", "plus"})
_STOPS = frozenset({".", "!", "?", ":", "(", ")"})
#: What ends a list of things: a stop, or a word that begins for whom, with what or how.
_ENDS = _STOPS | {"that", "which", "who", "–", "—", "to"}
_HOW = frozenset({"IN", "VBG", "WDT", "WP", "TO"})


def read_deliverables(
    tokens: Tokens, words: Words, lead: Lead | None, at: int
) -> tuple[Deliverables, Mark | None]:
    """Return how many deliverables a bullet strings together, and the stretch that they fill where they are many.

    Techniques, inputs, audiences and approvers are not counted. `at` is the lead verb's position, -1 for none.
    """
    if lead is None or at < 0:
        return "one", None
    making = lead.lemma in words.listed["verbs-making"]
    parsed = find_objects(tokens, words, at) if making else []
    listed = find_listed(tokens, words, at) if making else []
    # A parse loses the thread of a long list, and commas do not know what hangs on what: the longer of the two counts.
    chain = max(parsed, listed, key=len)
    claims = max(find_claims(tokens, at), find_clauses(tokens, at), key=len)
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


def find_listed(tokens: Tokens, words: Words, at: int) -> list[int]:
    """Return the last words of the things that stand between commas and "and" behind a verb, by their order alone.

    The list ends at the first word that says for whom, with what or how ("for", "using", "that"): what comes after
    belongs to that word. Technologies and people are no deliverables.
    """
    items: list[int] = []
    first = at + 1
    if first < len(tokens) and tokens.pos[first] == "ADP" and tokens.dep[first] == "prt":
        first += 1  # "Rolled out search, filters …"
    for position in range(first, len(tokens) + 1):
        ends = position == len(tokens) or tokens.lower[position] in _ENDS or tokens.tag[position] in _HOW
        if not ends and tokens.lower[position] not in _BETWEEN:
            continue
        if position > first:
            if is_claim(tokens, first) or position - first > _LONGEST:
                break
            items.append(position - 1)
        elif not items:
            return []  # "Designed, built and tested": verbs stand together, not things
        if ends:
            break
        first = position + 1
    if sum(tokens.pos[position] in _NOUNS for position in items) < _MANY - 1:
        return []  # "fast, cheap, simple and safe services": one thing of many qualities
    return [
        position
        for position in items
        if tokens.lower[position] not in words.sets["nouns-people"]
        and not is_term(tokens, words, "names-technology", position)
    ]


def is_claim(tokens: Tokens, first: int) -> bool:
    """Tell whether a part between commas opens with a verb and its object ("hired two engineers")."""
    return (
        first + 1 < len(tokens)
        and tokens.tag[first] in _PAST
        and tokens.pos[first + 1] in ("DET", "NUM", "PRON", "ADP")
    )


def find_clauses(tokens: Tokens, at: int) -> list[int]:
    """Return the verbs in the past tense that each open a part between commas and have something behind them."""
    verbs = [at] if tokens.tag[at] in _PAST else []
    for position in range(at + 1, len(tokens) - 1):
        before = position - 1
        if tokens.lower[before] in _BETWEEN and tokens.tag[position] in _PAST:
            after = tokens.lower[position + 1]
            if after not in _BETWEEN and after not in _STOPS and tokens.tag[position + 1] not in ("IN", "TO"):
                verbs.append(position)
    return verbs if len(verbs) > 1 and verbs[0] == at else []


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
