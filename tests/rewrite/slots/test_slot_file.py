"""The file of the slots: read strictly, later folders first."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletlint.core.errors import RuleError
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.evidence import Words
from bulletlint.rewrite.slots.slot_file import KINDS, NAMES, load_slots, select_wordings

ROOT = Path(__file__).resolve().parents[3]


def write(folder: Path, text: str) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "wording").mkdir(parents=True, exist_ok=True)
    (folder / "wording" / "slots.yaml").write_text(text, encoding="utf-8")
    return folder


def test_every_kind_of_bullet_has_a_wording_for_every_slot(words: Words) -> None:
    """That asks for nothing."""
    loaded = load_slots((find_rules_folder(),), words.exceptions)
    lacking = [
        (name, kind)
        for name in NAMES
        for kind in KINDS
        if not any(wording.fits_all for wording in select_wordings(loaded.wordings[name], kind))
    ]
    assert lacking == []


def test_every_topic_has_its_own_cost_and_fallback(words: Words) -> None:
    """A topic that no slot is worded for would only hide the ones behind it."""
    loaded = load_slots((find_rules_folder(),), words.exceptions)
    for name in ("cost", "fallback"):
        worded = {topic for wording in loaded.wordings[name] for topic in wording.topics}
        assert [topic.name for topic in loaded.topics if topic.name not in worded] == []


def test_every_question_is_one(words: Words) -> None:
    """And every label has at most three words, every hint fits below a bullet."""
    loaded = load_slots((find_rules_folder(),), words.exceptions)
    wordings = [wording for entries in loaded.wordings.values() for wording in entries]
    assert [wording.question for wording in wordings if "?" not in wording.question] == []
    labels = [f"{wording.verb} {wording.label}".replace("–", "") for wording in wordings]
    assert [label for label in labels if len(label.split()) > 3] == []
    assert [wording.hint for wording in wordings if len(wording.hint) > 65] == []


def test_commas_part_words_as_a_list_does(tmp_path: Path, words: Words) -> None:
    """A text may run over several lines; an empty entry is refused with its line."""
    shipped = find_rules_folder()
    listed = write(tmp_path / "a", "topics:\n  shop: {words: [kiosk, corner shop]}\n")
    parted = write(tmp_path / "b", "topics:\n  shop:\n    words: kiosk,\n      corner shop\n")
    loaded = [load_slots((shipped, folder), words.exceptions) for folder in (listed, parted)]
    assert loaded[0] == loaded[1]
    doubled = write(tmp_path / "c", "topics:\n  shop:\n    words: kiosk,, shop\n")
    with pytest.raises(RuleError, match="slots.yaml:3: `` in `words` would never match"):
        load_slots((shipped, doubled), words.exceptions)


def test_own_wordings_come_first(tmp_path: Path, words: Words) -> None:
    """A later folder's entries are tried before the shipped ones."""
    own = write(tmp_path, "cost:\n  - hint: the price\n    question: Which price?\n")
    loaded = load_slots((find_rules_folder(), own), words.exceptions)
    assert loaded.wordings["cost"][0].hint == "the price"
    assert len(loaded.wordings["cost"]) > 1


def test_own_topics_take_the_place_of_shipped_ones_and_come_first(tmp_path: Path, words: Words) -> None:
    """Of the same name; the others stay."""
    own = write(tmp_path, "topics:\n  cache: {words: [kiosk]}\n  choir: {words: [choir]}\n")
    shipped = load_slots((find_rules_folder(),), words.exceptions).topics
    topics = load_slots((find_rules_folder(), own), words.exceptions).topics
    assert [topic.name for topic in topics[:2]] == ["cache", "choir"]
    assert len(topics) == len(shipped) + 1
    assert topics[0].words == ((frozenset({"kiosk", "kiosks"}),),)


def test_the_example_of_the_page_loads(tmp_path: Path, words: Words) -> None:
    """And is tried before the shipped file."""
    page = (ROOT / "docs" / "rewriting.md").read_text(encoding="utf-8")
    own = write(tmp_path, page.partition("```yaml\n")[2].partition("```")[0])
    loaded = load_slots((find_rules_folder(), own), words.exceptions)
    assert loaded.topics[0].name == "beehive"
    assert loaded.wordings["cost"][0].topics == ("beehive",)


@pytest.mark.parametrize(
    ("text", "line", "fault"),
    [
        ("price:\n  - {hint: a, question: b}\n", 1, "unknown key `price` in slots.yaml"),
        ("cost:\n  - {hint: a}\n", 2, "missing key `question` in a slot"),
        ("cost:\n  - {hint: a, question: b, wordz: [c]}\n", 2, "did you mean `words`?"),
        ("cost:\n  - {label: '⟨a⟩', hint: a, question: b}\n", 2, "a label has"),
        ("cost:\n  - {label: a b c d, hint: a, question: b}\n", 2, "a label has more than 3 words"),
        (
            "what:\n  - {verb: c, label: d e f, hint: a, question: b}\n",
            2,
            "a label with its verb has more than 3",
        ),
        ("cost:\n  - {hint: a, question: b, worlds: [sea]}\n", 2, "sea"),
        (
            "cost:\n  - {hint: a, question: b, words: [c]}\n",
            1,
            "`cost` has no entry without words and topics",
        ),
        ("cost:\n  - {hint: a, question: b, ai: true}\n", 1, "`cost` has no entry without words and topics"),
        ("cost: 5\n", 1, "cost must be a list"),
        ("topics:\n  boat: {unless: [car]}\n", 2, "and there are none"),
        ("topics:\n  boat: {ai: true}\n", 2, "has no words and would never match"),
        ("topics:\n  boat: {words: [boat], ai: 1}\n", 2, "`ai` must be true or false"),
        ("topics:\n  boat: {words: ['-']}\n", 2, "`-` in `words` would never match"),
        ("topics:\n  boat: {word: [boat]}\n", 2, "did you mean `words`?"),
        (
            "topics:\n  boat: {words: [boat]}\ncost:\n  - topics: [boats]\n    hint: a\n    question: b\n",
            4,
            "unknown topic `boats`; did you mean `boat`?",
        ),
    ],
)
def test_a_wrong_file_is_refused_with_its_line(
    text: str, line: int, fault: str, tmp_path: Path, words: Words
) -> None:
    """And with what to do."""
    with pytest.raises(RuleError, match=rf"slots\.yaml:{line}: .*") as caught:
        load_slots((write(tmp_path, text),), words.exceptions)
    assert fault in str(caught.value)
