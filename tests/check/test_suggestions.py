"""The verbs that a weak lead is offered."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bulletlint.check.suggestions import VerbChoice, find_result_verbs, load_choices, suggest_verbs
from bulletlint.core.errors import RuleError
from bulletlint.core.facts import World
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.evidence import Words, gather_facts, load_words, read_bullet
from bulletlint.pipeline import load_pipeline


@pytest.fixture(scope="module")
def words() -> Words:
    return load_words([find_rules_folder()])


def suggest(text: str, words: Words) -> tuple[str, ...]:
    reading = read_bullet(load_pipeline()(text), words)
    own = find_result_verbs(reading.tokens, words)
    return suggest_verbs(reading.facts, load_choices([find_rules_folder()]), own)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Built a churn model with XGBoost.", ("Cut", "Reduced", "Halved")),
        ("Implemented Redis caching for the search API, cutting p95 latency by 40 %.", ()),
        ("Developed a partner portal, increasing sign-ups for shops.", ("Increased", "Launched", "Shipped")),
        ("Wrote a haiku.", ()),
        ("Wrote a haiku for the app.", ()),
    ],
)
def test_verbs_fit_the_bullet(text: str, expected: tuple[str, ...], words: Words) -> None:
    """The bullet's own result verb comes first, then the verbs for what the lead acts on.

    None where no entry fits, and none where the message quotes the result.
    """
    assert suggest(text, words) == expected


def test_the_lead_itself_is_not_suggested(words: Words) -> None:
    """A verb that the bullet opens with already is left out."""
    facts = gather_facts(load_pipeline()("Launched a model."), words)
    choices = (VerbChoice(frozenset(), ("Launched", "Measured")),)
    assert suggest_verbs(facts, choices) == ("Measured",)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("about: x\n", "this must be a list of entries; write `- ` before each"),
        (
            "- about: x\n  words: []\n",
            "an entry has the keys about, words and verbs, and may have worlds; add or remove the others",
        ),
        ("- about: x\n  words: []\n  verbs: []\n", "words and verbs must be lists; write at least one verb"),
    ],
)
def test_a_wrong_file_is_refused_with_its_line(content: str, message: str, tmp_path: Path) -> None:
    """The message names the file and the line."""
    path = tmp_path / "wording" / "suggestions.yaml"
    path.parent.mkdir()
    path.write_text(content, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        load_choices([tmp_path])
    assert str(caught.value) == f"{path}:1: {message}"


@pytest.mark.parametrize(
    ("text", "world", "expected"),
    [
        ("Implemented a new scanner system.", "software", ("Launched", "Shipped", "Released")),
        ("Implemented a new scanner system.", "unknown", ("Launched", "Shipped", "Released")),
        ("Implemented a new scanner system.", "care", ()),
        ("Developed quality checks.", "care", ("Prevented", "Caught", "Measured")),
    ],
)
def test_verbs_fit_the_world_of_the_bullet(
    text: str, world: World, expected: tuple[str, ...], words: Words
) -> None:
    """Nobody launches a ward; where no entry fits, nothing is suggested."""
    facts = replace(gather_facts(load_pipeline()(text), words), world=world)
    assert suggest_verbs(facts, load_choices([find_rules_folder()])) == expected


@pytest.mark.parametrize(
    ("worlds", "message"),
    [
        ("[softwear]", "unknown world `softwear`; did you mean `software`?"),
        ("[]", "worlds must be a list; write at least one"),
        ("care", "worlds must be a list; write at least one"),
    ],
)
def test_a_wrong_world_is_refused(worlds: str, message: str, tmp_path: Path) -> None:
    """With file and line."""
    path = tmp_path / "wording" / "suggestions.yaml"
    path.parent.mkdir()
    path.write_text(f"- about: x\n  words: []\n  verbs: [Cut]\n  worlds: {worlds}\n", encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        load_choices([tmp_path])
    assert str(caught.value) == f"{path}:4: {message}"
