"""Skills that a page lists and no bullet shows, and the reverse; only technologies, which have one name."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from bulletlint.core.document import Document
from bulletlint.core.finding import BulletReport

#: Technologies that must be listed, and missing in the bullets or in the list, before it is worth a word.
_FEW_LISTED, _FEW_UNSHOWN, _FEW_UNLISTED = 3, 3, 2
#: The share of what is listed that no bullet shows from which on it is worth a word, and names that are told.
_MOSTLY, _MOST_NAMES = 0.5, 5
#: A heading that ends with such a word, or with "and" something else: "Software Engineer, Quillon" is a job.
_HEADING = re.compile(
    r"\b(?:skills?|tools?|technolog(?:y|ies)|stack|competenc(?:y|ies)|software)(?:\s*(?:&|/|\band\b)[\w &/-]+)?\W*$",
    re.IGNORECASE,
)
#: Headings and labels under which everything is a technology.
_TOOLS = re.compile(
    r"\b(?:tools?|technical|technolog(?:y|ies)|tech stack|stack|software|frameworks?)\b", re.IGNORECASE
)
_CUT = re.compile(r"[,;|/•·\n()]|\s[–—-]\s|\band\b")
_LABEL = re.compile(r"^[^:]{1,30}:\s*")


def list_skills(document: Document, technologies: Collection[str]) -> tuple[str, ...]:
    """Return the technologies that stand under a heading about skills, as they are written."""
    known = frozenset(technologies)
    skills: dict[str, str] = {}
    inside = tools = False
    bullets = {bullet.text for bullet in document.bullets}
    for block in document.blocks:
        if block.kind == "heading":
            inside = _HEADING.search(block.text) is not None
            tools = _TOOLS.search(block.text) is not None
        elif inside and block.kind != "comment" and block.text not in bullets:
            for line in block.text.splitlines():
                label = _LABEL.match(line.strip())
                sure = tools or label is not None and _TOOLS.search(label[0]) is not None
                for piece in _CUT.split(_LABEL.sub("", line.strip())):
                    skill = " ".join(piece.split()).strip(" .*")
                    if skill and len(skill.split()) <= 3 and (sure or is_technology(skill, known)):
                        skills.setdefault(skill.lower(), skill)
    return tuple(skills.values())


def is_technology(skill: str, known: Collection[str]) -> bool:
    """Tell whether a listed skill is a technology: a known name, or one with a capital inside, a plus or a sharp."""
    return skill.lower() in known or any(re.search(r"[a-z][A-Z]|[+#]", word) for word in skill.split())


def find_unshown(listed: Sequence[str], reports: Sequence[BulletReport]) -> tuple[str, ...]:
    """Return the listed technologies that no bullet names, where they are most of the list; none otherwise."""
    said = " ".join(report.text for report in reports)
    unshown = tuple(skill for skill in listed if not names(said, skill))
    few = len(listed) < _FEW_LISTED or len(unshown) < _FEW_UNSHOWN or len(unshown) < _MOSTLY * len(listed)
    return () if few or not reports else unshown


def find_unlisted(listed: Sequence[str], reports: Sequence[BulletReport]) -> tuple[str, ...]:
    """Return the technologies that two or more bullets name and the list does not; none where no list stands."""
    if len(listed) < _FEW_LISTED:
        return ()
    counts: dict[str, int] = {}
    for report in reports:
        used = dict.fromkeys(item.text for item in report.evidence if item.source == "names-technology")
        for name in used:
            counts[name] = counts.get(name, 0) + 1
    written = " , ".join(listed)
    unlisted = tuple(name for name, count in counts.items() if count > 1 and not names(written, name))
    return unlisted if len(unlisted) >= _FEW_UNLISTED else ()


def find_technologies(lexicons: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    return (*lexicons.get("names-technology", ()), *lexicons.get("names-capitalised", ()))


def names(text: str, skill: str) -> bool:
    """Tell whether a text names a skill, as whole words in any case."""
    return re.search(rf"(?<!\w){re.escape(skill)}(?!\w)", text, re.IGNORECASE) is not None


def join_names(skills: Sequence[str]) -> str:
    """Return the first few names with commas, and how many more there are."""
    told = ", ".join(skills[:_MOST_NAMES])
    rest = len(skills) - _MOST_NAMES
    return f"{told} and {rest} more" if rest > 0 else told
