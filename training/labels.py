"""From Universal Dependencies to the label scheme of spaCy's own English pipelines.

Universal Dependencies hangs function words below content words; the English scheme (ClearNLP) does the
reverse for prepositions and copulas. Each step below is one such turn; `convert_words` is their order.
"""

from __future__ import annotations

from training.conllu import Word
from training.tree import Tree, find_crossing

GERUND_PREPOSITIONS = frozenset(
    "about after against as at before besides beyond by despite for from in into like of on over since "
    "through to toward towards upon via with without".split()
)
NEGATIONS = frozenset(["not", "n't", "n’t", "never", "nt"])
# Adverbs that speak about the whole clause when they stand between a copula and its predicate.
CLAUSE_ADVERBS = NEGATIONS | frozenset(
    "actually again also already always apparently certainly currently definitely ever finally generally "
    "however just maybe now obviously often only perhaps probably rarely really simply sometimes soon still "
    "then therefore usually yet here there".split()
)
CLAUSE_RELATIONS = frozenset(
    "nsubj nsubj:pass nsubj:outer csubj csubj:pass csubj:outer aux aux:pass cop expl mark advcl parataxis "
    "discourse vocative dislocated reparandum orphan list".split()
)
SIMPLE = {
    "acl": "acl",
    "acl:relcl": "relcl",
    "advcl": "advcl",
    "advcl:relcl": "relcl",
    "advmod": "advmod",
    "amod": "amod",
    "appos": "appos",
    "aux": "aux",
    "aux:pass": "auxpass",
    "case": "case",
    "cc": "cc",
    "cc:preconj": "preconj",
    "ccomp": "ccomp",
    "compound": "compound",
    "compound:prt": "prt",
    "conj": "conj",
    "cop": "cop",
    "csubj": "csubj",
    "csubj:outer": "csubj",
    "csubj:pass": "csubjpass",
    "dep": "dep",
    "det": "det",
    "det:predet": "predet",
    "discourse": "intj",
    "dislocated": "dep",
    "expl": "expl",
    "fixed": "fixed",
    "flat": "compound",
    "goeswith": "dep",
    "iobj": "dative",
    "list": "dep",
    "mark": "mark",
    "nmod": "nmod",
    "nmod:desc": "compound",
    "nmod:poss": "poss",
    "nmod:unmarked": "npadvmod",
    "nsubj": "nsubj",
    "nsubj:outer": "nsubj",
    "nsubj:pass": "nsubjpass",
    "nummod": "nummod",
    "obj": "dobj",
    "obl": "npadvmod",
    "obl:agent": "npadvmod",
    "obl:unmarked": "npadvmod",
    "orphan": "dep",
    "parataxis": "parataxis",
    "punct": "punct",
    "reparandum": "meta",
    "root": "ROOT",
    "vocative": "npadvmod",
    "xcomp": "xcomp",
}


class Turner:
    """Hold a sentence while its arcs are turned."""

    def __init__(self, words: list[Word]) -> None:
        self.words = words
        self.low = [word.form.lower() for word in words]
        self.tags = [word.tag for word in words]
        self.ud = [word.label for word in words]
        self.heads = [word.head for word in words]
        self.labels = [SIMPLE.get(word.label, SIMPLE.get(word.label.split(":")[0], "dep")) for word in words]
        self.clausal = [self._is_clausal(index) for index in range(len(words))]

    def children(self, index: int) -> list[int]:
        """Return the present children of a word, in order."""
        return [i for i, head in enumerate(self.heads) if head == index and i != index]

    def hang(self, child: int, head: int, label: str) -> None:
        """Hang a word below another one."""
        self.heads[child] = head
        self.labels[child] = label

    def promote(self, child: int, *, label: str) -> None:
        """Swap a word with its head: the child takes place and label, the old head hangs below it."""
        old = self.heads[child]
        if self.heads[old] == old:
            self.heads[child] = child
        else:
            self.heads[child] = self.heads[old]
        self.labels[child] = self.labels[old]
        self.hang(old, child, label)

    def _is_clausal(self, index: int) -> bool:
        if self.words[index].upos in ("VERB", "AUX"):
            return True
        return any(self.ud[i] in ("cop", "nsubj", "nsubj:pass") for i in self.children(index))


def turn_names(turner: Turner) -> None:
    """Give a name its last word as head."""
    for index in range(len(turner.words)):
        flats = [i for i in turner.children(index) if i > index and turner.ud[i] == "flat"]
        if not flats or turner.tags[flats[-1]] not in ("NNP", "NNPS", "NN", "CD"):
            continue
        last = flats[-1]
        others = [i for i in turner.children(index) if i != last]
        turner.promote(last, label="compound")
        turner.ud[last], turner.ud[index] = turner.ud[index], "flat"
        turner.clausal[last] = turner.clausal[index]
        for other in others:
            turner.heads[other] = last


def turn_currencies(turner: Turner) -> None:
    """Give an amount of money its number as head."""
    for index in range(len(turner.words)):
        if turner.tags[index] != "$":
            continue
        numbers = [i for i in turner.children(index) if turner.ud[i] == "nummod" and i > index]
        if not numbers:
            continue
        number = numbers[-1]
        others = [i for i in turner.children(index) if i != number]
        turner.promote(number, label="nmod")
        turner.ud[number], turner.ud[index] = turner.ud[index], "nmod"
        for other in others:
            turner.heads[other] = number


def turn_conjuncts(turner: Turner) -> None:
    """Chain conjuncts: each hangs below the one before it, with its conjunction and comma."""
    for first in range(len(turner.words)):
        conjuncts = [i for i in turner.children(first) if turner.ud[i] == "conj"]
        before = first
        for conjunct in conjuncts:
            for child in turner.children(conjunct):
                if (
                    child < conjunct
                    and turner.ud[child] == "cc"
                    or (
                        child < conjunct
                        and turner.ud[child] == "punct"
                        and turner.low[child] in (",", ";", "/")
                    )
                ):
                    turner.heads[child] = before
            turner.heads[conjunct] = before
            before = conjunct


def turn_copulas(turner: Turner) -> None:
    """Make the copula the head of its predicate."""
    for index in range(len(turner.words)):
        copulas = [i for i in turner.children(index) if turner.ud[i] == "cop"]
        if not copulas:
            continue
        copula = copulas[0]
        outer = any(turner.ud[i] in ("nsubj:outer", "csubj:outer") for i in turner.children(index))
        children = [i for i in turner.children(index) if i != copula]
        tag = turner.tags[index]
        if any(turner.ud[i] == "case" for i in children):
            label = "npadvmod"  # turn_prepositions makes it prep
        elif turner.words[index].upos == "ADJ":
            label = "acomp"
        elif turner.words[index].upos == "ADV":
            label = "advmod"
        elif outer or tag.startswith("VB"):
            label = "ccomp" if any(turner.ud[i] == "nsubj" for i in children) else "xcomp"
        else:
            label = "attr"
        root_label = turner.ud[index]
        turner.promote(copula, label=label)
        turner.ud[copula], turner.ud[index] = root_label, "pred"
        turner.clausal[copula] = True
        for child in children:
            if _belongs_to_copula(turner, child, copula=copula, predicate=index, outer=outer):
                turner.heads[child] = copula


def _belongs_to_copula(turner: Turner, child: int, *, copula: int, predicate: int, outer: bool) -> bool:
    relation = turner.ud[child]
    if outer and relation in ("nsubj", "csubj", "mark", "aux", "advcl"):
        return child < copula and relation not in ("nsubj",)
    if relation in CLAUSE_RELATIONS:
        return True
    if relation == "conj":
        return turner.clausal[child]
    if relation == "cc":
        later = [i for i in turner.children(predicate) if i > child and turner.ud[i] == "conj"]
        return bool(later) and turner.clausal[later[0]]
    if relation == "punct":
        return child < copula or child > max(
            [predicate] + [i for i in turner.children(predicate) if turner.ud[i] != "punct"]
        )
    if relation in ("advmod", "obl", "obl:unmarked"):
        if child < min(copula, predicate):
            return True
        if copula < child < predicate:
            return relation != "advmod" or turner.low[child] in CLAUSE_ADVERBS
        return relation == "advmod" and turner.words[predicate].upos != "ADJ"
    return False


def turn_prepositions(turner: Turner) -> None:
    """Make a preposition the head of its noun."""
    for index in range(len(turner.words)):
        cases = [i for i in turner.children(index) if turner.ud[i] == "case" and turner.tags[i] != "POS"]
        cases = [i for i in cases if i < index]
        if not cases:
            continue
        kept = [i for i in turner.children(index) if i not in cases]
        relation, inner_label = turner.ud[index], "pobj"
        turner.promote(cases[0], label=inner_label)
        head = cases[0]
        turner.ud[head], turner.ud[index] = relation, "pobj"
        turner.labels[head] = _preposition_label(turner, head, relation)
        for case in cases[1:]:
            turner.hang(case, head, "prep")
            turner.hang(index, case, "pobj")
            head = case
        for child in kept:
            relation = turner.ud[child]
            if (
                child < cases[0]
                or relation in ("conj", "cc")
                and turner.clausal[child]
                or relation == "conj"
                and any(turner.ud[i] == "case" for i in turner.children(child))
            ):
                turner.heads[child] = cases[0]
            elif relation == "cc":
                later = [i for i in kept if i > child and turner.ud[i] == "conj"]
                if later and turner.heads[later[0]] != index:
                    turner.heads[child] = turner.heads[later[0]]
                elif later and any(turner.ud[i] == "case" for i in turner.children(later[0])):
                    turner.heads[child] = cases[0]
        fixed = [i for i in turner.children(head) if turner.ud[i] == "fixed"]
        if turner.low[head] == "such" and fixed and turner.low[fixed[0]] == "as":
            turner.promote(fixed[0], label="amod")
            turner.heads[index] = fixed[0]
            turner.labels[fixed[0]] = "prep"
            turner.ud[fixed[0]], turner.ud[head] = turner.ud[head], "such"
            for child in turner.children(head):
                turner.heads[child] = fixed[0]
            continue
        for child in fixed:
            turner.labels[child] = "pcomp"


def _preposition_label(turner: Turner, index: int, relation: str) -> str:
    if relation == "obl:agent":
        return "agent"
    if relation in ("root", "conj", "parataxis", "list", "dep", "orphan", "reparandum", "appos"):
        return turner.labels[index]
    if relation in ("advcl", "acl", "ccomp", "acl:relcl"):
        return turner.labels[index]
    return "prep"


def turn_gerunds(turner: Turner) -> None:
    """Make a preposition the head of its gerund."""
    for index in range(len(turner.words)):
        if turner.tags[index] != "VBG" or turner.ud[index] not in (
            "advcl",
            "acl",
            "conj",
            "xcomp",
            "ccomp",
            "pred",
        ):
            continue
        if any(turner.ud[i] in ("nsubj", "nsubj:pass", "aux") for i in turner.children(index)):
            continue
        marks = [
            i
            for i in turner.children(index)
            if i < index and turner.ud[i] in ("mark", "case") and turner.low[i] in GERUND_PREPOSITIONS
        ]
        if not marks:
            continue
        mark = marks[-1]
        kept = [i for i in turner.children(index) if i < mark]
        keeps_label = turner.ud[index] == "conj"
        turner.promote(mark, label="pcomp")
        turner.ud[mark] = turner.ud[index]
        if not keeps_label:
            turner.labels[mark] = "prep"
        for child in kept:
            turner.heads[child] = mark


def turn_marks(turner: Turner) -> None:
    """Relabel infinitival `to`, fixed expressions, negations, modifiers of numbers and predicates."""
    for index in range(len(turner.words)):
        label, head, low = turner.labels[index], turner.heads[index], turner.low[index]
        if label == "mark" and turner.tags[index] == "TO":
            turner.labels[index] = "aux"
        elif label == "fixed":
            turner.labels[index] = "aux" if turner.tags[index] == "TO" else "advmod"
        elif label == "advmod" and low in NEGATIONS:
            turner.labels[index] = "neg"
        elif label == "advmod" and turner.tags[head] == "CD" and index < head:
            turner.labels[index] = "quantmod"
        elif label == "case" and turner.tags[index] != "POS":
            turner.labels[index] = "prep"
        elif label == "cop":
            turner.labels[index] = "aux"
        elif label == "xcomp" and turner.words[index].upos in ("NOUN", "PROPN", "PRON", "ADJ"):
            has_object = any(turner.labels[i] == "dobj" for i in turner.children(head))
            other = "acomp" if turner.words[index].upos == "ADJ" else "attr"
            if not turner.clausal[index]:
                turner.labels[index] = "oprd" if has_object else other
        elif label == "npadvmod" and turner.ud[index] == "nmod:unmarked" and turner.tags[index] == "CD":
            turner.labels[index] = "nummod"
        elif label == "ROOT" and head != index:
            turner.labels[index] = "dep"


def lift_punctuation(turner: Turner) -> None:
    """Hang punctuation that crosses an arc one step higher until it does not."""
    for _ in range(3 * len(turner.words)):
        crossing = find_crossing(turner.heads)
        if crossing is None:
            return
        for child in crossing:
            head = turner.heads[child]
            if turner.labels[child] in ("punct", "cc", "intj") and turner.heads[head] != head:
                turner.heads[child] = turner.heads[head]
                break
        else:
            return


def convert_words(words: list[Word]) -> Tree:
    """Convert one sentence of a treebank."""
    turner = Turner(words)
    turn_names(turner)
    turn_currencies(turner)
    turn_copulas(turner)
    turn_prepositions(turner)
    turn_gerunds(turner)
    turn_conjuncts(turner)
    turn_marks(turner)
    lift_punctuation(turner)
    for index, head in enumerate(turner.heads):
        if head == index:
            turner.labels[index] = "ROOT"
    return Tree(
        words=tuple(word.form for word in words),
        spaces=tuple(word.space for word in words),
        tags=tuple(turner.tags),
        heads=tuple(turner.heads),
        labels=tuple(turner.labels),
    )
