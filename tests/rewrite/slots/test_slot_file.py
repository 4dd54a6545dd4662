"""The file of the slots: read strictly, later folders first."""

from __future__ import annotations

from pathlib import Path

import pytest

from bulletlint.core.errors import RuleError
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.evidence import Words
from bulletlint.rewrite.slots.slot_file import BROAD, CHOSEN, ELSEWHERE, NAMES, PLAIN, STATED, load_slots

ROOT = Path(__file__).resolve().parents[3]


def write(folder: Path, text: str) -> Path:
    (folder / "wording").mkdir(parents=True, exist_ok=True)
    (folder / "wording" / "slots.yaml").write_text(text, encoding="utf-8")
    return folder


def test_every_slot_has_a_plain_wording_and_the_chosen_ones_a_limit(words: Words) -> None:
    """That fits every bullet."""
    loaded = load_slots((find_rules_folder(),), words.exceptions)
    assert [name for name in NAMES if not loaded.wordings[name][PLAIN].own.is_empty] == []
    assert sorted(loaded.least) == sorted((*CHOSEN, ELSEWHERE, BROAD, STATED))


def test_every_question_is_one(words: Words) -> None:
    """And every label has at most three words, its verb included, every hint fits below a bullet."""
    loaded = load_slots((find_rules_folder(),), words.exceptions)
    wordings = [wording for entries in loaded.wordings.values() for wording in entries.values()]
    assert [wording.question for wording in wordings if not wording.question.endswith("?")] == []
    labels = [f"{wording.verb} {wording.label}".replace("–", "") for wording in wordings]
    assert [label for label in labels if len(label.split()) > 3] == []
    assert [wording.hint for wording in wordings if len(wording.hint) > 65] == []


def test_commas_part_words_as_a_list_does(tmp_path: Path, words: Words) -> None:
    """A text may run over several lines; an empty entry is refused with its line."""
    shipped = find_rules_folder()
    listed = write(tmp_path / "a", "cost:\n  shop: {hint: a, question: b, words: [kiosk, corner shop]}\n")
    parted = write(
        tmp_path / "b", "cost:\n  shop:\n    hint: a\n    question: b\n    words: kiosk,\n      corner shop\n"
    )
    loaded = [load_slots((shipped, folder), words.exceptions) for folder in (listed, parted)]
    assert loaded[0] == loaded[1]
    doubled = write(tmp_path / "c", "cost:\n  shop:\n    hint: a\n    question: b\n    words: kiosk,, shop\n")
    with pytest.raises(RuleError, match="slots.yaml:5: `` in `words` would never match"):
        load_slots((shipped, doubled), words.exceptions)


def test_own_wordings_take_the_place_of_shipped_ones_and_come_first(tmp_path: Path, words: Words) -> None:
    """Of the same name; the others stay, and so do limits that are not named."""
    own = write(
        tmp_path,
        "least: {cost: 0.5}\ncost:\n  hives: {words: [hive], hint: a, question: b}\n"
        "  plain: {label: price, hint: a, question: b}\n",
    )
    shipped = load_slots((find_rules_folder(),), words.exceptions)
    loaded = load_slots((find_rules_folder(), own), words.exceptions)
    assert list(loaded.wordings["cost"])[:2] == ["hives", "plain"]
    assert loaded.wordings["cost"]["plain"].label == "price"
    assert len(loaded.wordings["cost"]) == len(shipped.wordings["cost"]) + 1
    assert loaded.least == {**shipped.least, "cost": 0.5}


def test_the_example_of_the_page_loads(tmp_path: Path, words: Words) -> None:
    """And is tried before the shipped file."""
    page = (ROOT / "docs" / "rewriting.md").read_text(encoding="utf-8")
    own = write(tmp_path, page.partition("```yaml\n")[2].partition("```")[0])
    loaded = load_slots((find_rules_folder(), own), words.exceptions)
    assert next(iter(loaded.wordings["cost"])) == "hive"
    assert loaded.wordings["what"]["work-time"].verb == "free"


@pytest.mark.parametrize(
    ("text", "line", "fault"),
    [
        ("price:\n  plain: {hint: a, question: b}\n", 1, "unknown key `price` in slots.yaml"),
        ("cost:\n  plain: {hint: a}\n", 2, "missing key `question` in a wording"),
        ("cost:\n  plain: {hint: a, question: b, wordz: [c]}\n", 2, "did you mean `words`?"),
        ("cost:\n  plain: {label: '⟨a⟩', hint: a, question: b}\n", 2, "a label has"),
        ("cost:\n  plain: {label: a b c d, hint: a, question: b}\n", 2, "a label has more than 3 words"),
        (
            "cost:\n  a: {named: cost, hint: a, question: b}\n",
            2,
            "`cost` in `named` needs one thing of the bullet",
        ),
        (
            "cost:\n  a: {named: '{goal} cost', hint: a, question: b}\n",
            2,
            "write one of {made}, {work}, {purpose}",
        ),
        (
            "what:\n  a: {verb: cut, label: b, named: 'all {the work} costs at once', hint: a, question: b}\n",
            2,
            "has more than 4 words with its verb",
        ),
        (
            "what:\n  plain: {verb: c, label: d e f, hint: a, question: b}\n",
            2,
            "a label with its verb has more",
        ),
        ("cost:\n  hives: {hint: a, question: b}\n", 1, "`cost` needs a wording `plain`"),
        ("cost:\n  plain: {hint: a, question: b, words: [c]}\n", 1, "`cost` needs a wording `plain`"),
        (
            "what:\n  a: {hint: b, question: c, covers: [errors, erors]}\n  errors: {hint: b, question: c}\n"
            "  plain: {hint: b, question: c}\n",
            2,
            "`covers` names `erors`, which `what` does not have",
        ),
        ("cost: 5\n", 1, "cost must be a mapping"),
        ("cost:\n  plain: {hint: a, question: b, unless: [car]}\n", 2, "and there are none"),
        ("cost:\n  plain: {hint: a, question: b, words: ['-']}\n", 2, "`-` in `words` would never match"),
        ("least: {cost: 2}\n", 1, "least: cost must be a number from 0 to 1"),
        ("least: {size: 1}\n", 1, "unknown key `size` in least"),
    ],
)
def test_a_wrong_file_is_refused_with_its_line(
    text: str, line: int, fault: str, tmp_path: Path, words: Words
) -> None:
    """And with what to do."""
    with pytest.raises(RuleError, match=rf"slots\.yaml:{line}: .*") as caught:
        load_slots((write(tmp_path, text),), words.exceptions)
    assert fault in str(caught.value)
