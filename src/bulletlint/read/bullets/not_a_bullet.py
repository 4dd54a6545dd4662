"""How to tell a listed line that is not an accomplishment: a job title, technologies, a link, dates.

Judged without a parser, by the words of rules/reading/sections.yaml and by shape, so that it costs nothing and works
alike for every format. A line that opens with a verb is hardly ever anything else than a bullet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from bulletlint.read.bullets.dates import find_end, has_date, is_date_line
from bulletlint.read.bullets.name_lists import (
    ACTIVITY,
    LINKING,
    count_names,
    is_list,
    is_one_sentence,
    is_title_case,
    lists_activities,
)
from bulletlint.read.bullets.openings import WORD, Opening, find_opening, governs_object, is_gerund
from bulletlint.read.bullets.section_words import Phrases, SectionWords

#: "Mentor to new nurses; seven signed off since 2020" tells what came of it, and is no title.
_SECOND_CLAUSE = re.compile(r";\s+[a-z]+ \w+ \w+")
#: Longest bullet in characters; what is longer is a page of prose, or no resume at all.
LONGEST_BULLET = 3000
_URL = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|ai|me|edu|co|app|gov|in|uk|de|eu)\b(?:/\S*)?",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.]+")
_PHONE = re.compile(r"(?:\+\d|\(\d{2,4}\)|\b\d{3})[\d\s().-]{6,20}\d")
_LABEL = re.compile(r"(?P<label>[^:.;!?]{2,60}?)\s*(?::|\s[–—-]\s)\s*(?=\S)")
_LEAD_IN = re.compile(r"[^:.;!?]{2,80}?(?::\s+|\s[–—]\s+|\s-\s+)(?=\S)")
_QUOTED_TITLE = re.compile(r"^[\"“‘'].{10,}[\"”’']")

_FINITE = frozenset("is are was were has have had can could will would does did do".split())
#: Scripts in which no space stands between words.
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
_FIGURE = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|dozens?|hundreds?"
    r"|thousands?|millions?)\b"
)
_YEARS = re.compile(r"\b(?:19|20)\d\d\b")
_SHARE = re.compile(r"\d\s*%")
#: What parts the words of a line beside white space.
_APART = re.compile(r"[(),|:;–—/]")
#: What stands between a title and a place ("Barista, Visus", "Cook at Kellogg").
_SEPARATOR = re.compile(r",|\||\s[–—@·-]\s|\bat\b|\(")
_DIGIT = re.compile(r"\d")

Trust = Literal["declared", "listed", "named", "unknown"]
#: Characters in which lead-ins before the verb may stand ("2019 – 2021: Search – rebuilt …").
_LONGEST_LEAD_IN = 80
#: Words of a title with capitals, at most, though it opens as a statement does ("Invited Talks and Panels").
_SHORT_TITLE = 5
#: Words of a title that opens with a gerund, at most; of a line that tells of a prize.
_TITLE, _LONGEST_PRIZE = 6, 16
#: What was done for a prize: "for cutting …", "after …", "by …".
_REASON = re.compile(r"\b(?:for|after) \w+ing\b|\bby\b|\bwhich\b")
#: A participle and whom or what it reached.
_REACHED = re.compile(
    r"\b(?P<verb>\w{2,}ed|built|run|sold|read|seen|taught)\s+(?:in|by|on|at|to|across|for)\s+(?P<whom>[^,;]{2,60})"
)


@dataclass(frozen=True, slots=True)
class ListedLine:
    """A line with what the shapes ask of it: its words in lower case and how it opens."""

    text: str
    words: tuple[str, ...]
    opening: Opening


def read_line(text: str, known: SectionWords) -> ListedLine:
    """Return a line's words and opening; a lead-in ("Search: rebuilt …") does not count as opening."""
    words = tuple(_read_words(text[:LONGEST_BULLET]))
    opening = find_opening(text, known)
    start = 0
    while (
        opening != "past"
        and (lead_in := _LEAD_IN.match(text, start)) is not None
        and start < _LONGEST_LEAD_IN
    ):
        start = lead_in.end()
        rest = text[start:]
        # Behind a name, a gerund as often describes it: "City Opera: touring house, 1,500 seats".
        states = find_opening(rest, known) == "past" and (not is_gerund(rest) or governs_object(rest, known))
        opening = "past" if states else opening
    return ListedLine(text, words, opening)


def _read_words(text: str) -> Iterator[str]:
    """Yield the words of a text; two characters stand for one where words are written without spaces."""
    if text.isascii() or _UNSPACED.search(text) is None:
        yield from [word.rstrip(".") for word in WORD.findall(text.lower())]
        return
    for word in WORD.findall(text):
        if _UNSPACED.search(word) is not None:
            yield from (word[at : at + 2] for at in range(0, len(word), 2))
        else:
            yield word.lower().rstrip(".")


@lru_cache(maxsize=256)
def find_reason(text: str, known: SectionWords, trust: Trust = "listed") -> str | None:
    """Return why a line is not a bullet, None if it is one.

    A `declared` line, which the format itself calls an accomplishment, or which somebody pasted without any heading,
    is doubted only where it plainly lists technologies, links or dates. One that is `listed` below a heading that
    promises bullets may also be a title or a label; below an `unknown` heading it must read like a statement, and so it
    must where the `named` things of a section stand ("Projects"), unless it says what became of the thing.
    """
    if len(text) > LONGEST_BULLET:
        return f"too long for a bullet ({len(text)} characters)"
    line = read_line(text, known)
    reason = _find_plain_reason(line, known)
    if reason is not None:
        return reason
    if trust != "declared" and line.opening != "past":
        if line.opening == "base" and text[:3].lower() == "we " and known.blurb_openers.match(text):
            return "company blurb"
        reason = _find_title_reason(line, known)
        if reason is not None:
            return reason
    if trust != "declared" and is_gerund(text) and _names_activity(line, known):
        return "title of an entry"
    if (
        line.opening == "none"
        and count_names(text, known) >= 3
        and not (trust == "listed" and lists_activities(text))
    ):
        return "list of names"
    if trust == "unknown" and line.opening == "base" and line.words[0] == "i":
        return "about the person"
    if (
        trust == "unknown"
        and len(line.words) <= _SHORT_TITLE
        and is_title_case(text)
        and text[-1] not in ".!;"
    ):
        return "title of an entry"
    stated = line.opening != "none" and (
        trust == "listed" or not is_gerund(text) or governs_object(text, known)
    )
    if trust == "declared" or stated:
        return None
    reason = _find_phrase_reason(line, known)
    if reason == "trait" and trust == "listed":
        return (
            None  # below a job a trait is a weak statement about it, which the rule `trait-claim` speaks of
        )
    if reason is not None:
        return reason
    if len(line.words) < (3 if trust == "listed" else 5):
        return "too short for a statement"
    if trust == "listed":
        return "names something, states nothing" if _is_bare_name(line) else None
    if _has_clause(line) or trust == "named" and _reports_use(line, known):
        return None
    return "names something, states nothing"


def _names_activity(line: ListedLine, known: SectionWords) -> bool:
    """Tell whether a gerund opens a title ("Teaching Assistant at Oslo", "Sorting Riders by Ticket")."""
    if not is_title_case(line.text) or line.text[-1] in ".!;":
        return False
    return len(line.words) <= _TITLE or any(word in known.titles for word in line.words[1:3])


def _is_bare_name(line: ListedLine) -> bool:
    """Tell whether a line names things and nothing done with them ("Handheld scanners and receipt printers")."""
    bare = re.sub(r"\([^()]*\)", " ", line.text).strip()
    words = [*_read_words(bare)]
    return (
        len(words) <= 6
        and not re.search(r"[\d.%:;!]", bare)
        and not any(word in LINKING or ACTIVITY.search(word) for word in words)
    )


def _has_clause(line: ListedLine) -> bool:
    """Tell whether a line that opens with no verb is a sentence all the same ("All tickets are priced right")."""
    return any(word in _FINITE for word in line.words[1:]) or not is_one_sentence(line.text)


def _reports_use(line: ListedLine, known: SectionWords) -> bool:
    """Tell whether the name of a thing comes with what became of it ("prompt tester used by 400 teams")."""
    has_figure = re.search(r"\d", re.sub(r"\b(?:19|20)\d\d\b", "", line.text)) is not None
    verbs = any(
        word in known.irregular_verbs or word.endswith("ed") and len(word) > 3 for word in line.words[1:]
    )
    return has_figure and verbs


def _reports_reach(line: ListedLine, known: SectionWords) -> bool:
    """Tell whether a dated role also says what came of it ("Lead of the viewer, used in nine cities, 2018")."""
    if is_title_case(line.text):
        return False
    for match in _REACHED.finditer(_YEARS.sub(" ", line.text.lower())):
        if match["verb"] not in known.not_verbs and _FIGURE.search(match["whom"]):
            return True
    return False


def is_prize(text: str, known: SectionWords) -> bool:
    """Tell whether a line says what the writer was given, and nothing of what it was done for."""
    words = [match[0].lower() for match in WORD.finditer(text)]
    if not words or len(words) > _LONGEST_PRIZE or words[0] not in known.award_verbs:
        return False
    if _FIGURE.search(_YEARS.sub(" ", text.lower())) or _REASON.search(text):
        return False
    return any(word.removesuffix("s") in known.award_nouns for word in words[1:])


def _find_plain_reason(line: ListedLine, known: SectionWords) -> str | None:
    """Return why a line is none whatever its format calls it."""
    text = line.text
    if len(line.words) <= 12 and is_date_line(text):
        return "dates"
    if not line.words:
        return "no words"
    if len(line.words) < 2 and not (line.opening == "past" and re.search(r"\s\S*\d", text)):
        return "a single word"
    # Every link and address has a full stop; to look for one takes long.
    bare = _EMAIL.sub(" ", _URL.sub(" ", text)) if "." in text or "://" in text else text
    if bare != text and len(WORD.findall(bare)) <= 4 and line.opening != "past":
        return "link or contact line"
    if (
        len(line.words) < 12
        and "@" in text
        and _EMAIL.search(text)
        or len(line.words) < 8
        and line.opening == "none"
        and _PHONE.search(text)
    ):
        return "link or contact line"
    label = _LABEL.match(text)
    if label is not None and line.opening != "past":
        name = _fold_label(label["label"])
        rest = text[label.end() :]
        if name in known.technology_labels and is_list(rest, known):
            return "technology list"
        if name in known.coursework_labels:
            return "coursework"
        if name in known.link_labels and len(WORD.findall(rest)) <= 6:
            return "link or contact line"
        if name in known.role_labels and len(WORD.findall(rest)) <= 10:
            return "label line"
        if count_names(rest, known) >= 2 and len(name.split()) <= 4 and find_opening(rest, known) == "none":
            return "technology list"
    return None


def _find_title_reason(line: ListedLine, known: SectionWords) -> str | None:
    """Return why a line is a job, a degree or an entry's title rather than a statement."""
    text = line.text
    count = len(line.words)
    dated = find_end(text) is not None or has_date(text[-30:])
    if count <= 18 and _matches(line, known.degrees) and (_matches(line, known.schools) or dated):
        return "education line"
    if not is_one_sentence(text) or _SECOND_CLAUSE.search(text):
        return None
    has_title = any(word.rstrip("s") in known.titles or word in known.titles for word in line.words[:10])
    if dated and count <= 16 and (has_title or line.opening == "none" and is_title_case(line.text)):
        return None if _reports_reach(line, known) else "job title line"
    if (
        has_title
        and count <= 9
        and _SEPARATOR.search(text)
        and not _DIGIT.search(text)
        and is_title_case(line.text)
    ):
        return "job title line"
    if (
        has_title
        and line.opening == "base"
        and 1 < count <= 5
        and is_title_case(text)
        and text[-1] not in ".;!"
    ):
        return "job title line"
    if line.opening == "none" and dated and _matches(line, known.schools) and is_title_case(line.text):
        return "education line"
    return None


def _find_phrase_reason(line: ListedLine, known: SectionWords) -> str | None:
    """Return what kind of listed phrase a line without a verb is."""
    text, count = line.text, len(line.words)
    lowered = text.lower()
    if count <= 16 and lowered.startswith(tuple(known.award_openers)):
        return "award"
    if (
        count <= 10
        and is_title_case(line.text)
        and any(word in known.certification_words for word in line.words)
    ):
        return "certification"
    if _matches(line, known.publication_marks) or _QUOTED_TITLE.match(text) and has_date(text):
        return "publication"
    if any(phrase in lowered for phrase in known.references) and count <= 10:
        return "references"
    if known.blurb.match(text) or known.blurb_openers.match(text):
        return "company blurb"
    if lowered.startswith(tuple(known.trait_openers)) and not _SHARE.search(text):
        openers = [opener for opener in known.trait_openers if lowered.startswith(opener)]
        if any(re.match(re.escape(opener) + r"\b", lowered) for opener in openers):
            return "trait"
    has_title = any(word in known.titles for word in line.words[:8])
    if has_title and count <= 6 and is_title_case(line.text) and not re.search(r"[.%]$", text):
        return "job title line"
    if count <= 5 and is_title_case(line.text) and not re.search(r"\d|[.;!]$", text):
        return "title of an entry"
    return None


def is_job_line(text: str, known: SectionWords) -> bool:
    """Tell whether an unlisted line names a job or an entry with its dates."""
    if find_end(text) is None or len(text.split()) > 24:
        return False
    return find_opening(text, known) != "past" or is_title_case(text)


def _matches(line: ListedLine, phrases: Phrases) -> bool:
    words = _APART.sub(" ", line.text.lower()).split()
    if not phrases.isdisjoint(words):
        return True
    lowered = f" {' '.join(words)} "
    return any(f" {phrase} " in lowered for phrase in _list_longer(phrases))


@lru_cache(maxsize=16)
def _list_longer(phrases: Phrases) -> tuple[str, ...]:
    """Return those of some phrases that are more than a word."""
    return tuple(phrase for phrase in phrases if " " in phrase)


def _fold_label(label: str) -> str:
    return " ".join(re.sub(r"[^\w\s/'-]", " ", label.lower().replace("&", " and ")).split())
