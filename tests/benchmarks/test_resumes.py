"""The resumes on which speed is measured: all different, always the same, and much like real ones."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from benchmarks.resume_files import WRITERS
from benchmarks.resumes import generate_resumes, list_bullets, write_resumes

from builders import load_shipped
from bulletlint.lint.source import read_paths


def test_no_bullet_stands_in_the_resumes_twice() -> None:
    """A linter that remembers a bullet would otherwise be measured on half of its work."""
    bullets = list_bullets(generate_resumes(300))
    assert [text for text, times in Counter(bullets).items() if times > 1] == []


def test_the_same_seed_gives_the_same_resumes() -> None:
    """Another seed gives others, and fewer resumes are the first ones of more."""
    resumes = list(generate_resumes(4, seed=3))
    assert resumes == list(generate_resumes(4, seed=3))
    assert resumes[:2] == list(generate_resumes(2, seed=3))
    assert set(list_bullets(resumes)).isdisjoint(list_bullets(generate_resumes(4, seed=4)))


def test_every_slot_is_filled() -> None:
    """No brace is left, and no bullet begins small or with a space."""
    bullets = list_bullets(generate_resumes(300))
    assert [text for text in bullets if re.search(r"[{}]|  | ,|^[^A-Z0-9.]", text)] == []


@pytest.mark.parametrize("format", WRITERS)
def test_each_format_is_read_back_to_the_same_bullets(format: str, tmp_path: Path) -> None:
    """So that a ratio compares the same bullets; nothing but bullets is read as one."""
    resumes = list(generate_resumes(30))
    write_resumes(resumes, tmp_path, format)
    read = [tuple(bullet.text for bullet in document.bullets) for document in read_paths([str(tmp_path)])]
    assert [tuple(list_bullets([resume])) for resume in resumes] == read


def test_bullets_and_phrases_can_be_set() -> None:
    """How many bullets a resume has and how long they are, for the measurements of scale."""
    few, many = (len(list_bullets(generate_resumes(60, bullets=bullets))) / 60 for bullets in (3, 24))
    assert (2 <= few <= 4, 22 <= many <= 26) == (True, True)
    bullets = list_bullets(generate_resumes(60))
    twice = list_bullets(generate_resumes(60, joined=2))
    length, longer = (sum(map(len, texts)) / len(texts) for texts in (bullets, twice))
    assert longer == pytest.approx(2 * length, rel=0.1)


def test_bullets_are_as_long_as_in_resumes() -> None:
    """About 18 tokens on average, as 1,431 bullets of public resumes have; and new words keep coming."""
    texts = list_bullets(generate_resumes(100))
    docs = [[token.lower_ for token in doc] for doc in load_shipped().nlp.tokenizer.pipe(texts)]
    tokens = [token for doc in docs for token in doc]
    assert len(tokens) / len(texts) == pytest.approx(18, abs=1.5)
    assert len(set(tokens)) > 3_000


def test_evidence_stands_in_them_about_as_often_as_in_resumes() -> None:
    """More figures, costs and fallbacks than in public resumes, which is the dearer case; not many times more."""
    analyser = load_shipped()
    texts = list_bullets(generate_resumes(40))
    facts = [analyser.read(doc).facts for doc in analyser.nlp.pipe(texts)]
    shares = {
        "weak lead": sum(fact.lead_class in ("build", "support") for fact in facts) / len(facts),
        "outcome": sum(fact.metric == "outcome" for fact in facts) / len(facts),
        "cost": sum(fact.cost != "none" for fact in facts) / len(facts),
        "fallback": sum(fact.fallback for fact in facts) / len(facts),
    }
    expected = {
        "weak lead": (0.45, 0.75),
        "outcome": (0.08, 0.3),
        "cost": (0.02, 0.15),
        "fallback": (0.01, 0.1),
    }
    assert {
        name: share for name, share in shares.items() if not expected[name][0] < share < expected[name][1]
    } == {}
