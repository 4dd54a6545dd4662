"""Tests of the conversion from Universal Dependencies to spaCy's English labels."""

import pytest
from snippets import arcs, words
from training.labels import convert_words
from training.tree import find_fault

CASES = {
    "a preposition heads its noun": (
        """She PRON PRP 2 nsubj
        cut VERB VBD 0 root
        costs NOUN NNS 2 obj
        by ADP IN 6 case
        40 NUM CD 6 nummod
        % SYM NN 2 obl""",
        ["She nsubj cut", "cut ROOT cut", "costs dobj cut", "by prep cut", "40 nummod %", "% pobj by"],
    ),
    "a preposition heads its gerund": (
        """Cut VERB VBD 0 root
        costs NOUN NNS 1 obj
        by SCONJ IN 4 mark
        caching VERB VBG 1 advcl
        answers NOUN NNS 4 obj""",
        ["Cut ROOT Cut", "costs dobj Cut", "by prep Cut", "caching pcomp by", "answers dobj caching"],
    ),
    "a subordinator stays below its clause": (
        """It PRON PRP 2 nsubj
        pauses VERB VBZ 0 root
        when ADV WRB 5 advmod
        errors NOUN NNS 5 nsubj
        rise VERB VBP 2 advcl""",
        [
            "It nsubj pauses",
            "pauses ROOT pauses",
            "when advmod rise",
            "errors nsubj rise",
            "rise advcl pauses",
        ],
    ),
    "a copula heads an adjective": (
        """Answers NOUN NNS 4 nsubj
        are AUX VBP 4 cop
        not PART RB 4 advmod
        slow ADJ JJ 0 root
        . PUNCT . 4 punct""",
        ["Answers nsubj are", "are ROOT are", "not neg are", "slow acomp are", ". punct are"],
    ),
    "a copula heads a noun that keeps its own modifiers": (
        """The DET DT 2 det
        cache NOUN NN 5 nsubj
        is AUX VBZ 5 cop
        our PRON PRP$ 5 nmod:poss
        fallback NOUN NN 0 root
        today NOUN NN 5 obl:unmarked""",
        [
            "The det cache",
            "cache nsubj is",
            "is ROOT is",
            "our poss fallback",
            "fallback attr is",
            "today npadvmod fallback",
        ],
    ),
    "a copula heads a prepositional predicate": (
        """Models NOUN NNS 4 nsubj
        are AUX VBP 4 cop
        in ADP IN 4 case
        production NOUN NN 0 root""",
        ["Models nsubj are", "are ROOT are", "in prep are", "production pobj in"],
    ),
    "a name has its last word as head": (
        """Ask VERB VB 0 root
        Ada PROPN NNP 1 obj
        King PROPN NNP 2 flat
        Noel PROPN NNP 2 flat""",
        ["Ask ROOT Ask", "Ada compound Noel", "King compound Noel", "Noel dobj Ask"],
    ),
    "an amount of money has its number as head": (
        """Saved VERB VBD 0 root
        $~ SYM $ 1 obj
        40 NUM CD 2 nummod
        yearly ADV RB 1 advmod""",
        ["Saved ROOT Saved", "$ nmod 40", "40 dobj Saved", "yearly advmod Saved"],
    ),
    "conjuncts form a chain with their commas and conjunction": (
        """Designed VERB VBD 0 root
        , PUNCT , 3 punct
        built VERB VBD 1 conj
        and CCONJ CC 5 cc
        ran VERB VBD 1 conj
        it PRON PRP 5 obj""",
        [
            "Designed ROOT Designed",
            ", punct Designed",
            "built conj Designed",
            "and cc built",
            "ran conj built",
            "it dobj ran",
        ],
    ),
    "a passive has nsubjpass, auxpass and agent": (
        """It PRON PRP 3 nsubj:pass
        was AUX VBD 3 aux:pass
        cut VERB VBN 0 root
        by ADP IN 5 case
        us PRON PRP 3 obl:agent""",
        ["It nsubjpass cut", "was auxpass cut", "cut ROOT cut", "by agent cut", "us pobj by"],
    ),
    "infinitival to is an auxiliary": (
        """Tuned VERB VBD 0 root
        it PRON PRP 1 obj
        to PART TO 4 mark
        save VERB VB 1 advcl
        fuel NOUN NN 4 obj""",
        ["Tuned ROOT Tuned", "it dobj Tuned", "to aux save", "save advcl Tuned", "fuel dobj save"],
    ),
    "a possessive keeps its case marker": (
        """Ran VERB VBD 0 root
        Ada~ PROPN NNP 4 nmod:poss
        's PART POS 2 case
        lab NOUN NN 1 obj""",
        ["Ran ROOT Ran", "Ada poss lab", "'s case Ada", "lab dobj Ran"],
    ),
    "such as becomes a preposition with a modifier": (
        """Tools NOUN NNS 0 root
        such ADJ JJ 4 case
        as ADP IN 2 fixed
        Rust PROPN NNP 1 nmod""",
        ["Tools ROOT Tools", "such amod as", "as prep Tools", "Rust pobj as"],
    ),
    "an adverb before a number modifies its quantity": (
        """Hired VERB VBD 0 root
        over ADV RB 3 advmod
        20 NUM CD 4 nummod
        nurses NOUN NNS 1 obj""",
        ["Hired ROOT Hired", "over quantmod 20", "20 nummod nurses", "nurses dobj Hired"],
    ),
}


@pytest.mark.parametrize("case", CASES, ids=list(CASES))
def test_conversion_of_a_sentence(case: str) -> None:
    """Every word of the snippet gets exactly this label and head, and the tree is valid."""
    text, expected = CASES[case]
    tree = convert_words(words(text))
    assert (arcs(tree), find_fault(tree)) == (expected, "")
