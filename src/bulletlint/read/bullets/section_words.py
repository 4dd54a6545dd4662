"""The words by which sections and line shapes are known, read from rules/reading/sections.yaml."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, cast

from bulletlint.core.inflect import PastForms, find_past_forms, read_exceptions
from bulletlint.core.lexicon import read_lexicon
from bulletlint.core.rules_folder import find_rules_folder, find_yaml
from bulletlint.core.strict_yaml import (
    Node,
    Source,
    read_rule_yaml,
    refuse,
    take_choice,
    take_table,
    take_text,
)

Phrases = frozenset[str]
Holds = Literal["bullets", "statements", "nothing"]
_HOLDS: tuple[Holds, ...] = ("bullets", "statements", "nothing")
_FOLDER, _NAME = "reading", "sections"


@dataclass(frozen=True, slots=True)
class Section:
    """A kind of section: what its lists hold, its whole headings, and the words that give it away."""

    kind: str
    holds: Holds
    headings: Phrases
    words: Phrases


@dataclass(frozen=True, slots=True, eq=False)
class SectionWords:
    """Everything that rules/reading/sections.yaml says, ready to look up; the same only as itself, so that answers for
    a line can be remembered.

    From the lexicons come `verbs`, in their base form, of which the `plain_verbs` are no nouns, too, and `past_forms`
    that no spelling rule gives.
    """

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
    award_verbs: Phrases
    award_nouns: Phrases
    certification_words: Phrases
    publication_marks: Phrases
    references: Phrases
    irregular_verbs: Phrases
    base_verbs: Phrases
    not_verbs: Phrases
    articles: Phrases
    function_words: Phrases
    verbs: Phrases
    plain_verbs: Phrases
    past_forms: PastForms
    blurb: re.Pattern[str]
    blurb_openers: re.Pattern[str]


#: The keys of the file that hold phrases, and the field that each of their keys fills.
_LISTS = {
    "words": {
        name: name
        for name in (
            "technology_labels",
            "coursework_labels",
            "link_labels",
            "role_labels",
            "titles",
            "degrees",
            "schools",
            "trait_openers",
            "award_openers",
            "award_verbs",
            "award_nouns",
            "certification_words",
            "publication_marks",
            "references",
        )
    },
    "verbs": {
        "irregular": "irregular_verbs",
        "base": "base_verbs",
        "not_verbs": "not_verbs",
        "articles": "articles",
        "function_words": "function_words",
    },
}
_KEYS = ("sections", *_LISTS, "blurb", "blurb_openers")


def load_section_words(folders: tuple[Path, ...] = ()) -> SectionWords:
    """Read `reading/sections.yaml` of the shipped rules; that of a later folder adds sections, headings and words.

    The same folders give the same object, by which what was found out of a line is remembered. Raises RuleError, with
    the line, if one of the files is wrong.
    """
    # A cache of its own, since it would keep a call without folders and one with () apart.
    return _load_section_words(folders)


@lru_cache(maxsize=4)
def _load_section_words(folders: tuple[Path, ...]) -> SectionWords:
    shipped = _read_file(find_yaml(find_rules_folder() / _FOLDER, _NAME))
    merged = dict(shipped)
    for folder in folders:
        path = find_yaml(folder / _FOLDER, _NAME)
        if path.is_file():
            _merge(merged, _read_file(path), shipped)
    return SectionWords(**merged, **_read_verbs((find_rules_folder(), *folders)))


def _read_verbs(folders: Sequence[Path]) -> dict[str, Any]:
    """Return what the lexicons of some rule folders say of verbs, by the fields of SectionWords."""
    lists: dict[str, set[str]] = {}
    for folder in folders:
        lexicons = folder / "lexicons"
        for path in (*lexicons.glob("verbs-*.txt"), *lexicons.glob("irregular-verbs.txt")):
            lists.setdefault(path.stem, set()).update(read_lexicon(path))
    verbs = frozenset(
        verb
        for name, listed in lists.items()
        if name.startswith("verbs-")
        for verb in listed
        if " " not in verb
    )
    exceptions = read_exceptions(lists.get("irregular-verbs", ()), ())
    return {
        "verbs": verbs,
        "plain_verbs": verbs - lists.get("verbs-nominal", set()),
        "past_forms": find_past_forms(exceptions),
    }


def _read_file(path: Path) -> dict[str, Any]:
    """Return what one file says, by the fields of SectionWords."""
    root, source = read_rule_yaml(path)
    top = take_table(root, source, "sections.yaml", _KEYS)
    said: dict[str, Any] = {}
    if "sections" in top:
        table = take_table(top["sections"], source, "sections")
        said["sections"] = tuple(_make_section(kind, node, source) for kind, node in table.items())
    for key, names in _LISTS.items():
        if key in top:
            for name, node in take_table(top[key], source, key, names).items():
                said[names[name]] = _split_phrases(node)
    for key, flags in (("blurb", 0), ("blurb_openers", re.IGNORECASE)):
        if key in top:
            try:
                said[key] = re.compile(take_text(top[key], source, key), flags)
            except re.error as error:
                refuse(source, top[key].line, f"{key}: invalid regular expression ({error}); fix it")
    return said


def _merge(merged: dict[str, Any], own: dict[str, Any], shipped: dict[str, Any]) -> None:
    """Add a folder's words: own sections are tried first, own phrases join the shipped ones, expressions replace."""
    for name, value in own.items():
        if name == "sections":
            merged[name] = (*value, *merged[name])
        else:
            merged[name] = merged[name] | value if isinstance(shipped[name], frozenset) else value


def _make_section(kind: str, node: Node, source: Source) -> Section:
    fields = take_table(node, source, f"section {kind}", ("holds", "headings", "words"))
    for key in ("holds", "headings"):
        if key not in fields:
            refuse(source, node.line, f"missing key `{key}` in section {kind}; add it")
    holds = cast(Holds, take_choice(fields["holds"], source, "holds", _HOLDS))
    words = _split_phrases(fields["words"]) if "words" in fields else frozenset()
    return Section(kind, holds, _split_phrases(fields["headings"]), words)


def _split_phrases(node: Node) -> Phrases:
    return frozenset(" ".join(part.split()) for part in str(node.value).split(",") if part.strip())
