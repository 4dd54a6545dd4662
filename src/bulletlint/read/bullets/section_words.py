"""The words by which sections and line shapes are known, read from rules/sections.yaml."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from bulletlint.core.errors import RuleError
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.core.strict_yaml import Node, Source, parse_yaml

Phrases = frozenset[str]
Holds = Literal["bullets", "statements", "nothing"]
_HOLDS: tuple[Holds, ...] = ("bullets", "statements", "nothing")


@dataclass(frozen=True, slots=True)
class Section:
    """A kind of section: what its lists hold, its whole headings, and the words that give it away."""

    kind: str
    holds: Holds
    headings: Phrases
    words: Phrases


@dataclass(frozen=True, slots=True)
class SectionWords:
    """Everything that rules/sections.yaml says, ready to look up."""

    sections: tuple[Section, ...]
    technology_labels: Phrases
    coursework_labels: Phrases
    link_labels: Phrases
    role_labels: Phrases
    titles: Phrases
    degrees: Phrases
    schools: Phrases
    trait_openers: Phrases
    award_openers: Phrases
    certification_words: Phrases
    publication_marks: Phrases
    references: Phrases
    irregular_verbs: Phrases
    base_verbs: Phrases
    not_verbs: Phrases
    blurb: re.Pattern[str]
    blurb_openers: re.Pattern[str]


@lru_cache(maxsize=1)
def load_section_words() -> SectionWords:
    """Read rules/sections.yaml; raises RuleError, with the line, where it is wrong."""
    path = find_rules_folder() / "sections.yaml"
    source = Source(str(path))
    try:
        root = parse_yaml(path.read_text("utf-8"), source)
    except OSError as error:
        raise RuleError(f"cannot be read: {error.strerror}; reinstall bulletlint", path=str(path)) from error
    top = _take_mapping(root, source)
    words = _take_mapping(top["words"], source)
    verbs = _take_mapping(top["verbs"], source)
    sections = tuple(
        _make_section(kind, _take_mapping(node, source), source)
        for kind, node in _take_mapping(top["sections"], source).items()
    )
    try:
        return SectionWords(
            sections,
            **{name: _split_phrases(node) for name, node in words.items()},
            irregular_verbs=_split_phrases(verbs["irregular"]),
            base_verbs=_split_phrases(verbs["base"]),
            not_verbs=_split_phrases(verbs["not_verbs"]),
            blurb=re.compile(str(top["blurb"].value)),
            blurb_openers=re.compile(str(top["blurb_openers"].value), re.IGNORECASE),
        )
    except (TypeError, KeyError, re.error) as error:
        raise RuleError(
            f"a key is missing, unknown or no pattern: {error}; mend it", path=str(path)
        ) from error


def _make_section(kind: str, fields: dict[str, Node], source: Source) -> Section:
    given = fields["holds"].value if "holds" in fields else None
    holds = next((name for name in _HOLDS if name == given), None)
    if set(fields) != {"holds", "headings", "words"} or holds is None:
        message = f"section {kind} needs holds (bullets, statements or nothing), headings and words, and no other key"
        raise RuleError(message, path=source.path, line=next(iter(fields.values())).line)
    return Section(kind, holds, _split_phrases(fields["headings"]), _split_phrases(fields["words"]))


def _take_mapping(node: Node, source: Source) -> dict[str, Node]:
    if not isinstance(node.value, dict):
        raise RuleError("this must hold keys and values", path=source.path, line=node.line)
    return node.value


def _split_phrases(node: Node) -> Phrases:
    return frozenset(" ".join(part.split()) for part in str(node.value).split(",") if part.strip())
