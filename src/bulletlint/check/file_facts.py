"""The facts about a whole file: a small, closed set, with the places that they are about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import floor

from bulletlint.check.jobs import find_misfits
from bulletlint.check.skills import find_technologies, find_unlisted, find_unshown, join_names, list_skills
from bulletlint.check.spot import Spot
from bulletlint.check.uniformity import are_uniform, find_machine_words
from bulletlint.core.document import Block, Bullet, Document
from bulletlint.core.finding import BulletReport

#: How often a verb may open a bullet before it is a habit, and how alike two bullets may be (share of words).
_MOST_LEADS, _ALIKE = 2, 0.85
#: What a product of such a share may be wrong by.
_ROUNDING = 1e-9
#: Bullets from which on their punctuation shows a habit, and words below which two bullets may be alike by chance.
_FEW_BULLETS, _FEW_WORDS = 4, 6
#: Case-study headings that make a file one, and blocks at the top of a file that say who the writer is.
_ENOUGH_HEADINGS, _TOP_BLOCKS = 2, 8
#: Words behind which a role is somebody else's, and words before a role that still opens a longer line.
_OTHERS = frozenset({"with", "to", "for", "from", "under", "alongside", "by", "supporting", "helping"})
_EARLY_WORDS = 5
#: Headings of what is about the person.
_CONTACT = re.compile(
    r"\b(?:contact|personal|address|about me)\b|^\W*(?:my )?(?:details|profile)\W*$", re.IGNORECASE
)
#: Words up to which a line that is no bullet may be a job's title.
_TITLE_WORDS = 8


#: The papers of a portfolio besides case studies, each a fact of its own, and the list of titles that tells which a
#: file is.
PAPERS = {
    "post_mortem": "titles-post-mortem",
    "data_sheet": "titles-data-sheet",
    "monitoring_plan": "titles-monitoring-plan",
    "decision_brief": "titles-decision-brief",
}


@dataclass(frozen=True, slots=True)
class DocumentFacts:
    """The facts about a whole file; the spots are the first place of each thing that a fact is about."""

    repeated_leads: tuple[Spot, ...] = ()
    odd_punctuation: tuple[Spot, ...] = ()
    duplicates: tuple[Spot, ...] = ()
    misfits: tuple[Spot, ...] = ()
    unshown: tuple[Spot, ...] = ()
    unlisted: tuple[Spot, ...] = ()
    machine_words: tuple[Spot, ...] = ()
    uniform: bool = False
    product_role: bool = False
    decision: bool = False
    case_study: bool = False
    post_mortem: bool = False
    data_sheet: bool = False
    monitoring_plan: bool = False
    decision_brief: bool = False
    columns_beside: bool = False
    empty_page: bool = False
    contact_unseen: bool = False
    headings_unknown: bool = False
    glyphs_unnamed: bool = False
    words_in_pictures: bool = False

    @property
    def repeated_lead(self) -> bool:
        return bool(self.repeated_leads)

    @property
    def mixed_punctuation(self) -> bool:
        return bool(self.odd_punctuation)

    @property
    def duplicate(self) -> bool:
        return bool(self.duplicates)

    @property
    def title_misfit(self) -> bool:
        return bool(self.misfits)

    @property
    def unshown_skills(self) -> bool:
        return bool(self.unshown)

    @property
    def unlisted_skills(self) -> bool:
        return bool(self.unlisted)

    @property
    def machine_made(self) -> bool:
        return bool(self.machine_words)

    def find_spots(self, fact: str) -> tuple[Spot, ...]:
        """Return the places that a fact is about, none for a fact about the file as a whole."""
        spots = {
            "repeated_lead": self.repeated_leads,
            "mixed_punctuation": self.odd_punctuation,
            "duplicate": self.duplicates,
            "title_misfit": self.misfits,
            "unshown_skills": self.unshown,
            "unlisted_skills": self.unlisted,
            "machine_made": self.machine_words,
        }
        return spots.get(fact, ())


def gather_document_facts(
    document: Document, reports: Sequence[BulletReport], lexicons: Mapping[str, Sequence[str]]
) -> DocumentFacts:
    """Gather the facts of one file from its text and from what was found in each of its bullets."""
    texts = [report.text for report in reports]
    papers = find_papers(document, lexicons)
    skills = list_skills(document, find_technologies(lexicons))
    return DocumentFacts(
        repeated_leads=find_repeated_leads(reports),
        odd_punctuation=find_odd_punctuation(texts),
        duplicates=find_duplicates(texts),
        misfits=tuple(find_misfits(document, reports, lexicons)),
        unshown=name_page(find_unshown(skills, reports)),
        unlisted=name_page(find_unlisted(skills, reports)),
        machine_words=name_page(find_machine_words(texts, lexicons.get("words-machine-made", ()))),
        uniform=are_uniform(reports),
        product_role=claims_product_role(document, lexicons.get("titles-product", ())),
        decision=any(report.decision for report in reports),
        case_study=is_case_study(document, lexicons) and not any(papers.values()),
        **papers,
        columns_beside="columns" in document.traits,
        empty_page="empty-page" in document.traits,
        contact_unseen="contact" in document.traits,
        headings_unknown="headings" in document.traits,
        glyphs_unnamed="glyphs" in document.traits,
        words_in_pictures="pictures" in document.traits,
    )


def name_page(names: Sequence[str]) -> tuple[Spot, ...]:
    """Return a spot about the page as a whole that names something, none without names."""
    return (Spot(-1, 0, 0, len(names), join_names(names)),) if names else ()


def find_repeated_leads(reports: Sequence[BulletReport]) -> tuple[Spot, ...]:
    """Return the third bullet that a lead verb opens, for each verb that opens three or more."""
    seen: dict[str, list[int]] = {}
    for number, report in enumerate(reports):
        lead = report.lead
        if lead is not None and lead.lead_class != "none" and not lead.lemma.startswith("be "):
            seen.setdefault(lead.lemma, []).append(number)
    spots = []
    for numbers in seen.values():
        if len(numbers) > _MOST_LEADS:
            lead = reports[numbers[_MOST_LEADS]].lead
            assert lead is not None
            spots.append(Spot(numbers[_MOST_LEADS], lead.start, lead.end, len(numbers)))
    return tuple(sorted(spots, key=lambda spot: spot.bullet))


def find_odd_punctuation(texts: Sequence[str]) -> tuple[Spot, ...]:
    """Return the first bullet that ends differently from most: with a full stop, or without one."""
    odd = find_odd_endings(texts)
    if not odd:
        return ()
    number = next(iter(odd))
    length = len(texts[number])
    return (Spot(number, length - 1, length, len(odd)),)


def find_odd_endings(texts: Sequence[str]) -> dict[int, bool]:
    """Return the bullets, by number, that end differently from most, and whether most end in a full stop."""
    endings = {
        number: text.rstrip("\"'”’)").endswith(".")
        for number, text in enumerate(texts)
        if not text.endswith((":", "…", "...", "!", "?"))
    }
    counted = Counter(endings.values())
    if len(endings) < _FEW_BULLETS or len(counted) < 2:
        return {}
    rarer = counted[True] < counted[False]
    return {number: not rarer for number, stopped in endings.items() if stopped is rarer}


def find_duplicates(texts: Sequence[str]) -> tuple[Spot, ...]:
    """Return each bullet that says what an earlier one said: the same words, but for a few."""
    spots = []
    earlier: dict[int, frozenset[str]] = {}
    holding: dict[str, list[int]] = {}
    for number, text in enumerate(texts):
        words = frozenset(re.findall(r"\w+", text.lower()))
        if len(words) < _FEW_WORDS:
            continue
        telling = choose_telling(words)
        near = sorted({first for word in telling for first in holding.get(word, ())})
        twin = next((first for first in near if are_alike(words, earlier[first])), None)
        if twin is not None:
            spots.append(Spot(number, 0, len(text), twin=twin))
        earlier[number] = words
        for word in telling:
            holding.setdefault(word, []).append(number)
    return tuple(spots)


def are_alike(words: frozenset[str], others: frozenset[str]) -> bool:
    """Tell whether two bullets share nearly all of their words."""
    return len(words & others) >= _ALIKE * len(words | others)


def choose_telling(words: frozenset[str]) -> list[str]:
    """Return so many of a bullet's words that one that says the same shares one of its own: long ones are rare.

    Of two sets that are alike neither lacks more than `1 - _ALIKE` of the other, so that, in one order of all words,
    they meet among the first of both: 2,000 bullets are compared with few others each. (Chaudhuri, Ganti and Kaushik,
    "A primitive operator for similarity joins", 2006: prefix filtering.)
    """
    ordered = sorted(words, key=lambda word: (-len(word), word))
    return ordered[: floor((1 - _ALIKE) * len(words) + _ROUNDING) + 1]


def claims_product_role(document: Document, titles: Collection[str]) -> bool:
    """Tell whether a heading, a line as short as a title, or the top of the file names a product role."""
    if not titles:
        return False
    expression = re.compile(rf"\b(?:{'|'.join(re.escape(title) for title in titles)})\b", re.IGNORECASE)
    return any(names_own_role(expression, text) for text in iterate_titles(document))


def names_own_role(expression: re.Pattern[str], text: str) -> bool:
    """Tell whether a line names a role as the writer's: not whom the writer worked with, for or under.

    In a line longer than a title the role stands at the beginning or behind "as": "Ten years as a product manager …".
    """
    for match in expression.finditer(text):
        before = re.findall(r"[\w']+", text[: match.start()].lower())
        if not _OTHERS.isdisjoint(before[-2:]):
            continue
        if len(text.split()) <= _TITLE_WORDS or len(before) <= _EARLY_WORDS or "as" in before[-3:]:
            return True
    return False


def iterate_titles(document: Document) -> Iterator[str]:
    """Yield the headings, the text at the top of the page, and the lines that are as short as a title."""
    yield from document.headings
    for number, block in enumerate(document.blocks):
        words = block.text.split()
        if block.kind in ("paragraph", "row") and (number < _TOP_BLOCKS or len(words) <= _TITLE_WORDS):
            yield " ".join(words)


def is_case_study(document: Document, lexicons: Mapping[str, Sequence[str]]) -> bool:
    """Tell whether a file's headings are those of a case study and not of a resume."""
    known = frozenset(lexicons.get("headings-case-study", ()))
    resume = frozenset(lexicons.get("headings-resume", ()))
    headings = {_fold(heading) for heading in document.headings}
    if any(heading in resume for heading in headings):
        return False
    return len(headings & known) >= _ENOUGH_HEADINGS


def find_papers(document: Document, lexicons: Mapping[str, Sequence[str]]) -> dict[str, bool]:
    """Tell for each paper of a portfolio whether a file is one, by its title: its first heading."""
    title = f" {_fold(document.headings[0].replace('-', ' '))} " if document.headings else ""
    return {
        paper: any(f" {_fold(phrase)} " in title for phrase in lexicons.get(titles, ()))
        for paper, titles in PAPERS.items()
    }


def _fold(heading: str) -> str:
    return " ".join(re.sub(r"[^a-z' ]", " ", heading.lower().replace("’", "'")).split())


def iterate_blocks(document: Document) -> Iterator[Bullet]:
    """Yield every piece of a file's text, with its place, as a bullet; without blocks, the bullets alone."""
    if not document.blocks:
        yield from document.bullets
    for block in document.blocks:
        if block.kind != "comment":
            yield make_bullet(block)


def make_bullet(block: Block) -> Bullet:
    """Return a block as a bullet, so that a place in it can be found."""
    return Bullet(block.text, block.stretches, paragraph=block.paragraph, pointer=block.pointer)


def iterate_contact(document: Document) -> Iterator[Bullet]:
    """Yield the pieces of text about the person: those before the second heading, and those under one about contact."""
    inside, headings = True, 0
    for block in document.blocks:
        if block.kind == "heading":
            headings += 1
            inside = headings < 2 or _CONTACT.search(block.text) is not None
        if inside and block.kind != "comment":
            yield make_bullet(block)
    if not document.blocks:
        yield from document.bullets
