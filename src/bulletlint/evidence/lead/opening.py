"""Where a bullet's first words end and its opening verb stands: labels, marks and adverbs skipped, nouns told apart."""

from __future__ import annotations

from bulletlint.core.inflect import find_past_base
from bulletlint.evidence.tokens import Tokens
from bulletlint.evidence.words import Words

#: Penn tags of verbs and modals.
VERB_TAGS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
#: Subjects that are the writer.
WRITER = frozenset({"i", "we"})
_BREAKS = frozenset({":", "-", "–", "—", "‒", "‑", "―"})
_MARKS = frozenset({"_", "__", "*", "**", '"'})
#: Verbs whose past is the base form, but which open a bullet as nouns or in the present tense too.
_SAME_BUT_PRESENT = frozenset({"read", "cost", "forecast", "let"})
#: How many tokens a label may have ("Search: …").
_LABEL_WORDS = 8


def skip_label(tokens: Tokens, words: Words) -> int:
    """Return the position after a label ("Search: rebuilt …", "_Docs_ - wrote …") when a verb follows it."""
    for position in range(1, min(_LABEL_WORDS, len(tokens) - 1)):
        word = tokens.lower[position]
        if word == "." and tokens.lower[position - 1] in words.sets["nouns-role"]:
            return position + 1 if looks_like_verb(tokens, words, position + 1) else skip_marks(tokens, 0)
        if word in _BREAKS:
            following = position + 1
            while following < len(tokens) - 1 and tokens.lower[following] in _BREAKS | _MARKS:
                following += 1
            after = skip_adverbs(tokens, words, following)
            if looks_like_verb(tokens, words, after) or tokens.lower[following] in WRITER:
                opener = skip_adverbs(tokens, words, skip_marks(tokens, 0))
                if word == ":" and looks_like_verb(tokens, words, opener) and position - opener > 1:
                    return skip_marks(tokens, 0)
                return following
            if word == ":":
                return skip_marks(tokens, 0)
        elif word in (".", ";", ","):
            break
    return skip_marks(tokens, 0)


def skip_marks(tokens: Tokens, start: int) -> int:
    """Skip quotation marks, glyphs and a remark in brackets that stand before the first word."""
    if tokens.lower[start] == "(" and ")" in tokens.lower[start : start + 8]:
        start = tokens.lower.index(")", start) + 1
    while start < len(tokens) - 1 and not tokens.lower[start][:1].isalnum():
        start += 1
    return start


def skip_adverbs(tokens: Tokens, words: Words, start: int) -> int:
    """Return the position after the adverbs that a bullet opens with: "Quickly and quietly moved …"."""
    place = start
    while place < len(tokens) - 1:
        joint = place > start and tokens.lower[place] in ("and", "&") and is_adverb(tokens, words, place + 1)
        if not (joint or is_adverb(tokens, words, place) or tokens.lower[place] in ("-", ",")):
            break
        place += 1
    return place


def is_adverb(tokens: Tokens, words: Words, place: int) -> bool:
    """Tell whether a word is one of the adverbs that may stand before a lead, or ends like one."""
    word = tokens.lower[place]
    return word in words.sets["adverbs-opening"] or tokens.tag[place] == "RB" and word.endswith("ly")


def find_opening_verb(tokens: Tokens, words: Words, start: int) -> int | None:
    """Return the verb that opens the bullet, adverbs and a first-person subject skipped."""
    at = skip_adverbs(tokens, words, start)
    if tokens.lower[at] in WRITER:
        at = skip_adverbs(tokens, words, at + 1)
        while at < len(tokens) - 1 and tokens.pos[at] == "AUX" and tokens.tag[at + 1] in VERB_TAGS:
            at += 1
    if looks_like_verb(tokens, words, at):
        return hyphened_verb(tokens, words, at) or at  # from "Fine" on to "tuned"
    return hyphened_verb(tokens, words, at)


def hyphened_verb(tokens: Tokens, words: Words, at: int) -> int | None:
    """Return the verb of a hyphened opening ("Fine-tuned", "Shadow-scored"), whose parts are tokens of their own."""
    if at + 1 >= len(tokens) or tokens.text[tokens.end[at] : tokens.start[at + 1]] != "-":
        return None
    word = tokens.lower[at + 1]
    lemma = words.verb_forms.get(word)
    if tokens.tag[at + 1] in ("VBD", "VBG") or tokens.tag[at + 1] == "VBN" and tokens.dep[at + 1] != "amod":
        return at + 1
    joined = f"{tokens.lower[at]}-{lemma}"
    return at + 1 if lemma and joined in words.verb_class else None


def looks_like_verb(tokens: Tokens, words: Words, at: int) -> bool:
    """Tell whether the word at a position, which opens a bullet or follows its label, claims something.

    The form decides where it is clear: a past form of a known verb, or a base form that is no noun ("Create
    incentives to …"). For the rest ("Review police reports", "Support engineer") the parse and what follows decide.
    """
    if at >= len(tokens):
        return False
    word, tag, dep = tokens.lower[at], tokens.tag[at], tokens.dep[at]
    lemma = words.verb_forms.get(word)
    if word in words.lexicons["adjectives-opening"]:
        return takes_figure(tokens, at) or at + 1 < len(tokens) and tokens.tag[at + 1] == "PRP$"
    if at + 1 < len(tokens) and tokens.text[tokens.end[at] : tokens.start[at + 1]] == "-":
        return False  # "End-to-end …"; a hyphened verb is looked for by `hyphened_verb`
    if tokens.lower[at + 1 : at + 2] == ["learning"] and names_method(words, f"{word} learning"):
        return False  # "Federated learning for wearables"
    if word.endswith("ing") and subject_follows(tokens, at):
        return False  # "Waiting lists fell by a fifth"
    if lemma is None and tag == "VBZ" and at + 1 < len(tokens) and tokens.pos[at + 1] == "ADP":
        return False  # "Guardrails for a drafting assistant"
    if lemma is not None:
        if is_past_form(word, lemma, words):
            return True
        nominal = lemma in words.lexicons["verbs-nominal"]
        followed = tokens.pos[at + 1] if at + 1 < len(tokens) else ""
        finite = tokens.tag[tokens.head[at]] in ("VBD", "VBZ", "VBP")
        if nominal and dep in ("nsubj", "nsubjpass") and finite and followed not in ("NOUN", "ADJ", "DET"):
            return False  # "Answers below the score go to a librarian"
        if not word.endswith("ing") and not nominal:
            return True
        if takes_object(tokens, words, at, gerund=word.endswith("ing"), nominal=nominal):
            return True
    past = word.endswith("ed") or find_past_base(word, words.exceptions) is not None
    if past and takes_figure(tokens, at):
        return True  # "Caught 40 leaks", "Resold 40 licences a month"
    if tag not in VERB_TAGS or dep in ("amod", "compound", "nmod", "aux", "auxpass"):
        return False
    return lemma is not None or has_verb_ending(word, tag) or past and tag in ("VBD", "VBN")


def takes_figure(tokens: Tokens, at: int) -> bool:
    """Tell whether an article or an amount stands behind a word: then it is no adjective."""
    return at + 1 < len(tokens) and (tokens.pos[at + 1] == "DET" or at + 1 in tokens.amount)


def names_method(words: Words, term: str) -> bool:
    """Tell whether two words name a kind of machine learning."""
    return term in words.lexicons["names-ai-method"] or term in words.lexicons["words-ai"]


def subject_follows(tokens: Tokens, at: int) -> bool:
    """Tell whether the noun after a position is the subject of the main verb."""
    for position in range(at + 1, min(len(tokens), at + 4)):
        head = tokens.head[position]
        if tokens.dep[position] in ("nsubj", "nsubjpass") and head > position and tokens.dep[head] == "ROOT":
            return tokens.tag[head] in ("VBD", "VBZ", "VBP")
    return False


def has_verb_ending(word: str, tag: str) -> bool:
    """Tell whether a word in no list looks like the verb that the tagger takes it for.

    An unknown word taken for a base form ("Ad scoring service answers …") is no claim by itself.
    """
    return word.endswith(("ing", "ed" if tag in ("VBD", "VBN") else "s"))


def is_past_form(word: str, lemma: str, words: Words) -> bool:
    """Tell whether a form can only be past: "built", "reduced"; also "cut" and "put", whose past is the base form."""
    irregular = words.exceptions.irregular.get(lemma)
    if word == lemma:
        return irregular is not None and irregular[0] == lemma and lemma not in _SAME_BUT_PRESENT
    return word.endswith("ed") or irregular is not None and word in irregular[:2]


def takes_object(tokens: Tokens, words: Words, at: int, *, gerund: bool, nominal: bool) -> bool:
    """Tell whether what may be a noun is a verb here by what follows: "Review the …", "Track key dates and …"."""
    if at + 2 >= len(tokens):
        return False
    following, pos = tokens.lower[at + 1], tokens.pos[at + 1]
    if pos == "DET" or tokens.tag[at + 1] == "PRP$":
        return True
    if gerund:
        return pos == "ADJ"  # "Mentoring junior analysts"
    if following in ("and", ",", "/", "&"):
        return joins_verb(tokens, words, at + 2)
    if following == "with":
        return nominal
    by = range(at + 2, min(len(tokens) - 1, at + 7))
    if any(tokens.lower[after] == "by" and after + 1 in tokens.amount for after in by):
        return True  # "Increase revenue by 35%"
    return precedes_plural(tokens, words, at)


def joins_verb(tokens: Tokens, words: Words, at: int) -> bool:
    """Tell whether the word after an "and" is a verb in the present tense or the base form ("Plan and run …")."""
    word = tokens.lower[at]
    lemma = words.verb_forms.get(word)
    if lemma is None or word not in (lemma, lemma + "s", lemma + "es"):
        return False
    return lemma not in words.lexicons["verbs-nominal"] or tokens.tag[at] in ("VB", "VBP", "VBZ")


def precedes_plural(tokens: Tokens, words: Words, at: int) -> bool:
    """Tell whether nouns follow that a noun at this position could not stand before: "Mentors junior developers"."""
    position = at + 1
    while position < len(tokens) and tokens.pos[position] in ("NOUN", "PROPN", "ADJ", "NUM"):
        position += 1
    last = position - 1
    if last == at or tokens.lower[last] in words.sets["nouns-role"] and tokens.tag[last] in ("NN", "NNP"):
        return False
    plural = tokens.lower[at] == f"{words.verb_forms[tokens.lower[at]]}s"
    if plural and tokens.text[tokens.start[at + 1]].islower():
        return True
    if tokens.tag[last] != "NNS":
        return False
    return tokens.tag[at] in ("VB", "VBP") or tokens.lower[position : position + 1] in (
        ["and"],
        ["to"],
        ["with"],
        [","],
    )
