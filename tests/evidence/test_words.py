"""Loading the words that evidence is read with: what is refused, with file and line; no pattern or list is dead."""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from builders import load_shipped
from bulletlint.core.errors import RuleError
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.evidence import load_words
from bulletlint.evidence.numbers.amounts import read_amounts
from bulletlint.evidence.patterns.match import find_matches
from bulletlint.evidence.tokens import read_tokens

RULES = find_rules_folder()
SOURCES = Path(load_words.__code__.co_filename).parent.parent
#: A sentence for each pattern group that fires on no bullet of tests/gold.
SENTENCES = {
    ("cost", "saved", "less-spent"): "Made parcels to the islands 12% cheaper.",
    ("decision", "yes", "redesigned"): "Rebuilt the help page around a search that cites its sources.",
    ("decision", "", "unless"): "Wrote lesson plans for retired teachers.",
    ("fallback", "yes", "contain"): "Launched a search that refuses to answer without a source.",
    ("fallback", "yes", "guardrail"): "Gave every rejected tenant an appeal button.",
    (
        "fallback",
        "yes",
        "kept-beside",
    ): "Launched electronic gradebooks; the paper ones stayed open for a term.",
    ("honour", "", "unless"): "Created prizes for the best young bakers.",
    ("honour", "yes", "given"): "Promoted to shift lead after a year.",
    ("honour", "yes", "studied"): "Trained for three years on lathes.",
    ("honour", "yes", "title"): "Employee of the month twice.",
    ("honour", "yes", "won"): "Won a medal for cheese.",
    ("trait", "", "unless"): "Strong track record of all repairs in one book.",
    ("trait", "yes", "able"): "Able to read patterns.",
    ("trait", "yes", "manner"): "Calm, patient and tidy.",
    ("trait", "yes", "person"): "Team player.",
    ("trait", "yes", "skill"): "Good listening skills.",
    ("hedge", "yes", "vague"): "Wrote various reports for a wide range of readers.",
    ("monitoring", "watch", "answers-reviewed"): "Began a weekly review of fifty answers by two nurses.",
    ("outcome", "", "unless"): "Scripted zero downtime deployments.",
    ("outcome", "yes", "record"): "Ran the winter sale with zero incidents.",
    ("safeguard", "yes", "audit"): "Took the ranking of tenants to an ethics board.",
    ("safeguard", "yes", "fairness"): "Blocked the launch until the bias audit was clean.",
}
BULLETS = tuple(
    Path(__file__).parent.parent / "gold" / name for name in ("own.tsv", "phrases.tsv", "rule-lines.tsv")
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A rule folder of its own with the shipped lexicons and nothing else."""
    shutil.copytree(RULES / "lexicons", tmp_path / "lexicons")
    (tmp_path / "evidence").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        ("label: cost\nvalues:\n  free:\n    x: [word]\n", 3, "unknown value 'free' of cost; write paid, saved"),
        ("label: price\nvalues: {}\n", 1, "unknown label 'price'; write one of "),
        ("values: {}\n", 1, "unknown label None; write one of "),
        ("label: cost\nvalue: {}\n", 2, "unknown key `value`; write label, values or unless"),
        ("label: cost\n", 1, "missing key `values`; list them as value, name, pattern lines"),
        ("label: cost\nvalues: [a]\n", 2, "this must be a mapping; write `key: value` lines"),
        ("label: cost\nvalues:\n  paid:\n    x: word\n", 4, "this must be a list of lines; write `- ` before each"),
        ("label: cost\nvalues:\n  paid:\n    x: []\n", 4, "this must be a list of lines; write `- ` before each"),
        (
            "label: cost\nvalues:\n  paid:\n    x:\n      - word\n      - at @nowhere\n", 6,
            'pattern "at @nowhere": unknown lexicon nowhere; write the name of a file in a lexicons folder',
        ),
        (
            "label: cost\nvalues:\n  paid:\n    x:\n      - at cost\n    y:\n      - at cost\n", 7,
            'pattern "at cost" is also in line 5; keep one',
        ),
        ("label: cost\nvalues:\n  paid:\n    x: [word]\nunless: [Word]\n", 5, 'pattern "Word": "Word" has capitals'),
    ],
)  # fmt: skip
def test_an_evidence_file_that_is_wrong_is_refused(
    folder: Path, content: str, line: int, message: str
) -> None:
    """File, line, what is wrong and what to write."""
    path = folder / "evidence" / "cost.yaml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        load_words([folder])
    assert str(caught.value).startswith(f"{path}:{line}: {message}")


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        (
            "percents:\n  percent: ['%']\n",
            1,
            "unknown kind of amount `percents`; write one of percent, points, ",
        ),
        (
            "duration:\n  hour: [h]\ndata:\n  byte: [h]\n",
            4,
            'duplicate spelling "h" (also hour); keep one',
        ),
        ("duration: [h]\n", 1, "this must be a mapping; write `key: value` lines"),
    ],
)
def test_a_unit_table_that_is_wrong_is_refused(folder: Path, content: str, line: int, message: str) -> None:
    """An unknown kind would never be asked for, and a spelling with two meanings would silently keep the last."""
    path = folder / "reading" / "units.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(content, encoding="utf-8")
    with pytest.raises(RuleError) as caught:
        load_words([folder])
    assert str(caught.value).startswith(f"{path}:{line}: {message}")


def test_no_verb_stands_in_two_class_lists() -> None:
    """A verb names an outcome, a decision, effort, participation or nothing: one of them."""
    lexicons = load_words([RULES]).lexicons
    seen: dict[str, str] = {}
    doubled = []
    for name in ("verbs-outcome", "verbs-product", "verbs-build", "verbs-support", "verbs-none"):
        doubled += [(verb, seen[verb], name) for verb in lexicons[name] if verb in seen]
        seen.update(dict.fromkeys(lexicons[name], name))
    assert doubled == []


def test_every_lexicon_is_read_by_something() -> None:
    """A word list that no pattern, rule or module names is dead and goes."""
    code = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES.rglob("*.py"))
    rules = "\n".join(path.read_text(encoding="utf-8") for path in RULES.rglob("*.yaml"))
    lexicons = load_words([RULES]).lexicons
    assert [
        name
        for name in lexicons
        if f'"{name}"' not in code and not re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", rules)
    ] == []


def test_every_lexicon_says_what_it_is() -> None:
    """The first line of each list is a comment with its one purpose."""
    heads = {
        path.name: path.read_text(encoding="utf-8").splitlines()[0] for path in RULES.glob("lexicons/*.txt")
    }
    assert [name for name, head in heads.items() if not re.match(r"# \S.{15,}", head)] == []


def test_lexicon_entries_are_written_as_they_are_compared() -> None:
    """Entries are lower case, since tokens are; a capital could never match."""
    lexicons = load_words([RULES]).lexicons
    assert [
        (name, entry) for name, entries in lexicons.items() for entry in entries if entry != entry.lower()
    ] == []


def find_fired(texts: Sequence[str]) -> set[tuple[str, str, str]]:
    """Return label, value and name of every pattern that fires on some texts."""
    words, nlp = load_words([RULES]), load_shipped().nlp
    fired = set()
    for doc in nlp.pipe(texts):
        tokens = read_tokens(doc, doc.text, read_amounts(doc.text, words.amounts))
        for index in (words.patterns, words.exclusions):
            fired |= {(m.pattern.label, m.pattern.value, m.pattern.name) for m in find_matches(tokens, index)}
    return fired


@pytest.mark.parametrize("group", sorted(SENTENCES), ids="/".join)
def test_a_pattern_group_fires_on_its_sentence(group: tuple[str, str, str]) -> None:
    """Each sentence stands for its group and still makes it fire."""
    assert group in find_fired([SENTENCES[group]])


def test_no_pattern_group_is_dead() -> None:
    """Every name in rules/evidence fires on a bullet of tests/gold or has a sentence above."""
    words = load_words([RULES])
    rows = [row for path in BULLETS for row in path.read_text(encoding="utf-8").splitlines()[1:]]
    own = [row.split("\t")[-1] for row in rows]
    patterns = (*words.patterns.patterns, *words.exclusions.patterns)
    assert {(p.label, p.value, p.name) for p in patterns} - find_fired(own) - set(SENTENCES) == set()
