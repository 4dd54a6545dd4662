"""Shared matchers: what they find, and what they refuse because it could never match."""

from __future__ import annotations

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from builders import RULE, make_pipeline, make_rule
from bulletlint.errors import RuleError
from bulletlint.matching import Match, compile_rules, find_labels, find_matches, find_slots, keep_longest
from bulletlint.rule import Rule

LEXICONS = {"filler": ("synergy", "passion"), "phrases": ("team player", "self-starter")}


def make_match_rule(*clauses: str, unless: str = "") -> Rule:
    lines = "".join(f"    - {clause}\n" for clause in clauses)
    text = RULE.replace("forbids:\n  lead_class: [build]\n", f"forbids:\n  match:\n{lines}{unless}")
    return make_rule(text, lexicons=list(LEXICONS))


def make_parsed_pipeline() -> Language:
    """Return a pipeline whose tagger and parser know a few labels of the English scheme."""
    nlp = make_pipeline()
    tagger = nlp.add_pipe("tagger")
    for tag in ("VBD", "NN", "DT"):
        tagger.add_label(tag)  # type: ignore[attr-defined]
    parser = nlp.add_pipe("parser")
    for label in ("dobj", "nsubj", "det"):
        parser.add_label(label)  # type: ignore[attr-defined]
    return nlp


def test_tokens_phrases_and_lexicons_match_with_character_offsets() -> None:
    """A lexicon stands for any of its words; phrases may have several tokens and any case."""
    nlp = make_pipeline()
    rule = make_match_rule(
        '{tokens: [{LOWER: "@filler"}]}', '{phrases: "@phrases"}', "{phrases: [went well]}"
    )
    compiled = compile_rules(nlp, [rule], LEXICONS)
    doc = nlp("A Self-Starter and team player with synergy; it went well.")
    found = keep_longest(find_matches(doc, compiled, trees=True)["BL101", "forbids"])
    assert [doc.text[match.start : match.end] for match in found] == [
        "Self-Starter", "team player", "synergy", "went well",
    ]  # fmt: skip


def test_a_tree_binds_its_nodes() -> None:
    """The match spans the whole tree, and each node has its own place."""
    nlp = make_parsed_pipeline()
    tree = (
        "{tree: [{RIGHT_ID: verb, RIGHT_ATTRS: {TAG: VBD}},"
        " {LEFT_ID: verb, REL_OP: '>', RIGHT_ID: object, RIGHT_ATTRS: {DEP: dobj}}]}"
    )
    compiled = compile_rules(nlp, [make_match_rule(tree)], {})
    doc = Doc(
        nlp.vocab,
        ["Built", "the", "cache"],
        tags=["VBD", "DT", "NN"],
        heads=[0, 2, 0],
        deps=["ROOT", "det", "dobj"],
    )
    match = Match(0, 15, {"verb": (0, 5), "object": (10, 15)})
    assert find_matches(doc, compiled, trees=True) == {("BL101", "forbids"): [match]}
    assert find_matches(doc, compiled, trees=False) == {}


@pytest.mark.parametrize(
    ("clause", "message"),
    [
        ("{tokens: [{TAG: VBX}]}", "the pipeline has no TAG `VBX`; did you mean `VBD`?"),
        ("{tokens: [{DEP: {IN: [nsubj, obj]}}]}", "the pipeline has no DEP `obj`; did you mean `dobj`?"),
        ("{tokens: [{LEMMA: build}]}", "no component of the pipeline sets LEMMA"),
        ("{tokens: [{POS: VERB}]}", "no component of the pipeline sets POS"),
        (
            '{tokens: [{LOWER: "@phrases"}]}',
            "@phrases holds `team player`, which is no single token; use phrases:",
        ),
    ],
)
def test_what_the_pipeline_can_never_give_is_refused(clause: str, message: str) -> None:
    """spaCy itself neither warns nor matches."""
    with pytest.raises(RuleError) as caught:
        compile_rules(make_parsed_pipeline(), [make_match_rule(clause)], LEXICONS)
    assert str(caught.value).startswith(f"rules/weak-verb.yaml:14: {message}")


def test_labels_come_from_the_components() -> None:
    """A bare tokenizer sets none of them."""
    assert find_labels(make_pipeline()) == {}
    assert find_labels(make_parsed_pipeline())["TAG"] == {"DT", "NN", "VBD", "_SP"}


def test_the_longest_match_wins_over_those_that_overlap_it() -> None:
    """Equal lengths give way to the earlier one, and the result is in text order."""
    matches = [Match(4, 9, {}), Match(0, 6, {}), Match(7, 12, {}), Match(12, 15, {})]
    assert keep_longest(matches) == (Match(0, 6, {}), Match(7, 12, {}), Match(12, 15, {}))


def test_slots_are_the_names_in_braces() -> None:
    """Doubled braces are words; the slots of every rule's messages are known by their text."""
    assert find_slots('"{lead}" for {{words}}: {number}, {lead}') == {"lead", "number"}
    rule = make_match_rule("{tokens: [{LOWER: build}]}")
    compiled = compile_rules(make_parsed_pipeline(), [rule], LEXICONS)
    assert compiled.slots == {rule.messages[0].text: find_slots(rule.messages[0].text)}
