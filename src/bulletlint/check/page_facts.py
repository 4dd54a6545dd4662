"""The facts about a page by which a profile is chosen: what its bullets tell of, and which role it names."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from bulletlint.check.file_facts import claims_product_role, find_papers, is_case_study, iterate_titles
from bulletlint.core.document import Document
from bulletlint.core.facts import TECHNICAL_WORLDS, Facts

#: Words that may stand between a word of AI and the role that it belongs to ("AI platform product manager").
_BETWEEN = 3


def gather_page_facts(
    document: Document, bullets: Sequence[Facts], lexicons: Mapping[str, Sequence[str]]
) -> dict[str, int]:
    """Return each of PAGE_FACTS as a number; `bullets` are the facts of the page's bullets."""
    ai = sum(facts.ai for facts in bullets)
    return {
        "case_study": int(is_case_study(document, lexicons) or any(find_papers(document, lexicons).values())),
        "ai_bullets": ai,
        "ai_share": find_share(ai, bullets),
        "ai_role": int(names_ai_role(document, lexicons)),
        "product_role": int(claims_product_role(document, lexicons.get("titles-product", ()))),
        "technical_share": find_share(sum(is_technical(facts) for facts in bullets), bullets),
    }


def find_share(count: int, bullets: Sequence[Facts]) -> int:
    """Return a count as percent of the bullets, rounded down; 0 without bullets."""
    return 100 * count // len(bullets) if bullets else 0


def is_technical(facts: Facts) -> bool:
    """Tell whether a bullet tells of engineering: by the world that it speaks of, else by what it names."""
    if facts.world != "unknown":
        return facts.world in TECHNICAL_WORLDS
    return facts.ai or any(item.label == "technique" for item in facts.evidence)


def names_ai_role(document: Document, lexicons: Mapping[str, Sequence[str]]) -> bool:
    """Tell whether a heading, a title or the top of the page names a role in AI: "ML engineer", "head of AI"."""
    words, roles = lexicons.get("words-ai-role", ()), lexicons.get("nouns-role", ())
    if not words or not roles:
        return False
    word, role = join_words(words), join_words((*roles, "role"))
    gap = rf"(?:[\s-]+[\w/&-]+){{0,{_BETWEEN}}}?[\s-]+"
    expression = re.compile(
        rf"\b{word}{gap}{role}s?\b|\b{role}s?(?:,|\s+(?:of|for|in|on))\s+(?:\w+\s+)?{word}\b", re.IGNORECASE
    )
    return any(expression.search(text) for text in iterate_titles(document))


def join_words(words: Collection[str]) -> str:
    """Return an expression for any of some words."""
    return f"(?:{'|'.join(re.escape(word) for word in words)})"
