"""Which job each bullet stands under, and jobs whose bullets do not fit the title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache

from bulletlint.check.spot import Spot
from bulletlint.core.document import Block, Document
from bulletlint.core.finding import BulletReport

#: Words up to which a line that is no bullet may name a job, and bullets from which on a job shows a habit.
_TITLE_WORDS, _FEW_BULLETS = 14, 3
#: Words by which a bullet is found in a block that holds more than it, and fewest words for that.
_OPENING, _FEWEST = 6, 3
#: The share of a leader's bullets that only take part from which on the title is in doubt.
_MOSTLY = 0.66


@dataclass(slots=True)
class Job:
    """A job's title line, empty where none was found, and the numbers of its bullets."""

    title: str
    bullets: list[int] = field(default_factory=list)


def find_jobs(document: Document, titles: tuple[str, ...]) -> tuple[Job, ...]:
    """Return the jobs of a document in their order: each line with a word of `titles` opens one."""
    known = compile_words(titles)
    jobs = [Job("")]
    for block, text, held in pair_blocks(document):
        if held:
            jobs[-1].bullets += held
        elif (
            block.kind == "heading"
            or block.kind in ("paragraph", "row")
            and len(text.split()) <= _TITLE_WORDS
        ):
            if known is not None and known.search(text):
                jobs.append(Job(text))
            elif block.kind == "heading":
                jobs.append(Job(""))
    return tuple(job for job in jobs if job.bullets)


def pair_blocks(document: Document) -> Iterator[tuple[Block, str, list[int]]]:
    """Yield each block, its text on one line, and the numbers of the bullets that open in it.

    A paragraph may hold several bullets, and a bullet may go on in the next block, so that only its first words count.
    """
    number = 0
    for block in document.blocks:
        text = " ".join(block.text.split())
        held = []
        while number < len(document.bullets) and opens_in(document.bullets[number].text, text):
            held.append(number)
            number += 1
        yield block, text, held


def opens_in(bullet: str, text: str) -> bool:
    """Tell whether a bullet's first words stand in a text; one of few words must be all of it."""
    words = bullet.split()
    return " ".join(words[:_OPENING]) in text if len(words) >= _FEWEST else " ".join(words) == text


@cache
def compile_words(words: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return an expression for any of some words as whole words, None for no words."""
    if not words:
        return None
    choice = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"\b(?:{choice})\b", re.IGNORECASE)


def find_misfits(
    document: Document, reports: Sequence[BulletReport], lexicons: Mapping[str, Sequence[str]]
) -> Iterator[Spot]:
    """Yield a spot for each leader's job that mostly takes part, and each beginner's bullet that sets a direction.

    The spot points at the lead verb of the first such bullet; `other` is the title.
    """
    leaders, beginners = tuple(lexicons.get("titles-lead", ())), tuple(lexicons.get("titles-junior", ()))
    leading, beginning = compile_words(leaders), compile_words(beginners)
    direction = compile_words(tuple(lexicons.get("nouns-direction", ())))
    hedges = frozenset(lexicons.get("verbs-hedge", ()))
    directing = frozenset(lexicons.get("verbs-directing", ()))
    for job in find_jobs(document, (*leaders, *beginners)):
        role = re.split(r"[,|(–—·]| - | at ", job.title, maxsplit=1)[0].strip()
        leads = [(number, lead) for number in job.bullets if (lead := reports[number].lead) is not None]
        if beginning is not None and beginning.search(role):
            for number, lead in leads:
                rest = reports[number].text[lead.end :]
                if lead.lemma in directing and direction is not None and direction.search(rest[:60]):
                    yield Spot(number, lead.start, lead.end, other=role)
        elif leading is not None and leading.search(role):
            hedged = [(number, lead) for number, lead in leads if lead.lemma in hedges]
            if len(job.bullets) >= _FEW_BULLETS and len(hedged) >= _MOSTLY * len(job.bullets):
                number, lead = hedged[0]
                yield Spot(number, lead.start, lead.end, len(hedged), other=role)
