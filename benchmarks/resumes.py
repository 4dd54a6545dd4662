"""Writes as many different resumes as are asked for, the same ones each time: no bullet stands in them twice.

    python -m benchmarks.resumes FOLDER [--count N] [--format markdown|docx|pdf] [--seed N]

The bullets make little sense. What they have of real ones is what costs time: their length, their shapes, how many
of them hold figures, costs, fallbacks and weak leads, and that new words keep coming however many were read before.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import islice
from pathlib import Path

import yaml
from training.grammar.inflection import inflect
from training.grammar.lexicon import load_classes

from benchmarks.resume_files import WRITERS, Line, Resume

PHRASES = Path(__file__).parent / "phrases.yaml"
SEED = 1
#: Bullets of a resume on average; a third of them more or less in each.
BULLETS = 12
_SLOT = re.compile(r"\{([^{}]+)\}")
_FORMS = {"": "VBD", "low": "VBD", "ing": "VBG", "base": "VB"}


def generate_resumes(
    count: int, *, seed: int = SEED, bullets: int = BULLETS, joined: int = 1
) -> Iterator[Resume]:
    """Yield resumes; `bullets` a resume on average, each of as many phrases as `joined` says."""
    chance, seen = random.Random(seed), set[str]()
    for number in range(count):
        texts: list[str] = []
        wanted = chance.randint(bullets - bullets // 3, bullets + bullets // 3)
        while len(texts) < wanted:
            text = "; ".join(draw_bullet(chance) for _ in range(joined))
            if text not in seen:
                seen.add(text)
                texts.append(text)
        yield tuple(lay_out(number, texts, chance))


def lay_out(number: int, bullets: list[str], chance: random.Random) -> Iterator[Line]:
    """Yield the lines of a resume: a person, one to three jobs with their bullets, a line of skills."""
    yield Line("title", f"{draw('name', chance)} {draw('name', chance)}")
    yield Line("text", f"{draw('nouns:role', chance).capitalize()}, person{number}@example.com")
    yield Line("section", "Experience")
    jobs = 1 + (len(bullets) > 4) + (len(bullets) > 9)
    for job in range(jobs):
        years = f"{2023 - 3 * job} to {2026 - 3 * job}"
        yield Line("job", f"{draw('nouns:role', chance).title()}, {draw('name', chance)}, {years}")
        yield from (Line("bullet", text) for text in bullets[job::jobs])
    yield Line("section", "Skills")
    yield Line("text", ", ".join(draw("technology", chance) for _ in range(8)))


def draw_bullet(chance: random.Random) -> str:
    """Return the text of one bullet, beginning with a capital letter."""
    text = re.sub(r"\b([Aa]) (?=[aeiou])", r"\1n ", draw("bullet", chance))
    return text[0].upper() + text[1:]


def draw(slot: str, chance: random.Random) -> str:
    """Return a phrase for a slot, with every slot in it filled."""
    name, _, key = slot.partition(":")
    if name == "name":
        parts = ("name-first", "name-middle", "name-last")
        return "".join(chance.choice(load_phrases()[part][0]) for part in parts)
    if name == "number":
        low, high = key.split("-")
        return str(chance.randint(int(low), int(high)))
    if key:
        key, _, form = key.partition(":")
        entry = chance.choice(load_classes(name)[key])
        return conjugate(entry, _FORMS[form]) if name == "verbs" else entry
    phrases, weights = load_phrases()[name]
    (phrase,) = chance.choices(phrases, weights)
    return _SLOT.sub(lambda match: draw(match[1], chance), phrase)


def conjugate(verb: str, tag: str) -> str:
    """Return an entry of the verb list, such as `roll_out`, in the form of a Penn tag."""
    lemma, *particle = verb.split("_")
    return " ".join([inflect(lemma, tag), *particle])


@cache
def load_phrases() -> Mapping[str, tuple[tuple[str, ...], tuple[int, ...]]]:
    """Return the phrases of each slot with their weights."""
    entries = yaml.safe_load(PHRASES.read_text(encoding="utf-8"))
    return {
        slot: (tuple(found), tuple(found.values()) if isinstance(found, dict) else (1,) * len(found))
        for slot, found in entries.items()
    }


def list_bullets(resumes: Iterable[Resume]) -> list[str]:
    """Return the texts of all bullets."""
    return [line.text for resume in resumes for line in resume if line.kind == "bullet"]


def write_resumes(resumes: Iterable[Resume], folder: Path, format: str) -> None:
    """Write resumes as files of one format into a folder; a thousand of them to a folder inside it."""
    suffix, write = WRITERS[format]
    for number, resume in enumerate(resumes):
        part = folder / f"{number // 1000:03}"
        if number % 1000 == 0:
            part.mkdir(parents=True, exist_ok=True)
        (part / f"resume{number:06}{suffix}").write_bytes(write(resume))


def main() -> None:
    """Write resumes and say what they hold."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--format", choices=sorted(WRITERS), default="markdown")
    parser.add_argument("--seed", type=int, default=SEED)
    given = parser.parse_args()
    resumes = tuple(islice(generate_resumes(given.count, seed=given.seed), given.count))
    write_resumes(resumes, given.folder, given.format)
    bullets = list_bullets(resumes)
    words = [word for text in bullets for word in re.findall(r"\w+|[^\w\s]", text.lower())]
    print(
        f"{len(resumes):,} resumes, {len(bullets):,} bullets, {len(words) / len(bullets):.1f} words each, "
        f"{len(set(words)):,} different among {len(words):,}"
    )


if __name__ == "__main__":
    main()
