"""How a bullet is told: the passive, the tense of the lead verb, the length."""

from __future__ import annotations

from bulletlint.core.facts import Lead, Length, Mark, Tense
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words

#: Limits of a bullet's length: words up to which it is read in one breath, characters that fit two printed lines,
#: and words below which it cannot hold a result.
MOST_WORDS, MOST_CHARACTERS, FEWEST_WORDS = 35, 240, 6
_AUXILIARIES = frozenset({"was", "were", "is", "are", "been", "being", "be", "got", "gets"})
_BETWEEN = frozenset({"RB", "RBR", "RBS"})


def find_passive(tokens: Tokens, words: Words, at: int) -> Mark | None:
    """Return the passive verb of the main clause with its auxiliary; `at` is the lead verb's position, -1 for none.

    The verb of the first sentence counts too, where a noun was taken for the lead ("Costs were cut").
    Honours are no passive ("was promoted", lexicon verbs-honour), nor are states ("is based on") and what can be done.
    """
    if at >= 0 and tokens.tag[at].startswith("V") and tokens.tag[at] != "VBZ":
        return find_passive_at(tokens, words, at)
    mark = find_passive_at(tokens, words, at)
    if mark is not None or "ROOT" not in tokens.dep:
        return mark
    root = tokens.dep.index("ROOT")
    return find_passive_at(tokens, words, root) if tokens.sentence[root] == tokens.sentence[0] else None


def find_passive_at(tokens: Tokens, words: Words, at: int) -> Mark | None:
    """Return the passive verb at a position with its auxiliary."""
    if at < 1 or tokens.tag[at] not in ("VBN", "VBD"):
        return None
    first = at - 1
    while first > 0 and tokens.tag[first] in _BETWEEN:
        first -= 1
    if tokens.lower[first] not in _AUXILIARIES or (first and tokens.tag[first - 1] in ("MD", "TO")):
        return None
    if tokens.lower[first] in ("be", "being") and (first == 0 or tokens.pos[first - 1] != "AUX"):
        return None
    if (
        tokens.lower[at] in words.sets["verbs-honour"]
        or tokens.lower[at] in words.listed["participles-state"]
    ):
        return None
    if tokens.lower[first] in ("been", "being") and first > 0 and tokens.pos[first - 1] == "AUX":
        first -= 1
    start, end = tokens.start[first], tokens.end[at]
    return Mark("passive", tokens.text[start:end], start, end)


def read_tense(tokens: Tokens, words: Words, lead: Lead | None, at: int) -> Tense:
    """Return the tense of a lead verb that the writer is the subject of; "none" where its form does not tell."""
    if lead is None or at < 0 or lead.token < 0:
        return "none"
    if any(tokens.dep[child] in ("nsubj", "nsubjpass") and tokens.head[child] == at for child in range(at)):
        first_person = any(tokens.lower[child] in ("i", "we") for child in range(at))
        if not first_person:
            return "none"
    if lead.lemma not in words.verb_class:
        return "none"
    word, tag = tokens.lower[at], tokens.tag[at]
    if word in words.sets["verbs-same-past"] and not word.endswith(("s", "ing")):
        return "none"
    base = lead.lemma.split(" ")[0].rpartition("-")[2]
    if tag == "VBZ" or (word == base + "s" and tag != "NNS"):
        return "present"
    if tag in ("VBP", "VB") and word == base:
        return "present"
    return "past" if tag in ("VBD", "VBN") else "none"


def read_length(text: str) -> Length:
    """Return whether a bullet is too short to hold a result, too long for one breath, or neither."""
    if len(text) > MOST_CHARACTERS:
        return "long"
    count = len(text.split())
    if count > MOST_WORDS:
        return "long"
    return "short" if count < FEWEST_WORDS else "fit"


def find_overlong(text: str) -> Mark:
    """Return the words of a text that is too long which stand beyond either limit."""
    start, count = len(text), 0
    for position, character in enumerate(text):
        if not character.isspace() and (position == 0 or text[position - 1].isspace()):
            count += 1
            if count > MOST_WORDS or position > MOST_CHARACTERS:
                start = position
                break
    if start == len(text):
        start = text.rfind(" ") + 1
    return Mark("overlong", text[start:], start, len(text))
