"""How to tell a listed line that is not an accomplishment: a job title, technologies, a link, dates.

Judged without a parser, by the words of rules/reading/sections.yaml and by shape, so that it costs nothing and works
alike for every format. A line that opens with a verb is hardly ever anything else than a bullet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from bulletlint.read.bullets.section_words import Phrases, SectionWords

#: Longest bullet in characters; what is longer is a page of prose, or no resume at all.
LONGEST_BULLET = 3000
#: Characters of a heading or job line that are looked at for dates.
_LONGEST_TITLE = 400
# Dates are looked for in lower case.
_MONTH = (
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
_SEASON = r"(?:spring|summer|fall|autumn|winter)"
_YEAR = r"(?:19|20)\d\d"
_DAY = (
    rf"(?:(?:{_MONTH}|{_SEASON}|q[1-4])[\s,']*)?"
    rf"(?:(?:\d{{1,2}}[./-])?{_YEAR}(?:[./-]\d{{1,2}}){{0,2}}|'\d\d|\d{{1,2}}/\d\d)"
)
_OPEN = r"(?:present|now|current(?:ly)?|today|ongoing|date|till date|to date|\.\.\.|…)"
_DATE_RANGE = re.compile(
    rf"(?<![\w$€£])(?P<start>{_DAY}|{_MONTH})[\s()\]]*(?:-{{1,3}}|[–—―~→]|to|until|till|through)\s*\(?"
    rf"(?P<end>{_OPEN}(?!\w)|{_DAY}(?![\w%])|(?:1[3-9]|[2-9]\d)(?![\w%]))?"
)
_SINCE = re.compile(rf"\bsince\s+{_DAY}|{_DAY}\s*(?:-{{1,3}}|[–—])\s*[)\]]?\s*$")
_DATE = re.compile(rf"(?<![\w$€£]){_DAY}(?![\w%])")
_DATE_WORDS = re.compile(
    rf"{_DAY}|\b{_MONTH}|{_OPEN}(?!\w)|\b(?:to|years?|months?|yrs?|mos?|weeks?|{_SEASON})\b|\d+"
)
_URL = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w.-])[\w-]+(?:\.[\w-]+)*\.(?:com|org|net|io|dev|ai|me|edu|co|app|gov|in|uk|de|eu)\b(?:/\S*)?",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.]+")
_PHONE = re.compile(r"(?:\+\d|\(\d{2,4}\)|\b\d{3})[\d\s().-]{6,20}\d")
_LABEL = re.compile(r"(?P<label>[^:.;!?]{2,60}?)\s*(?::|\s[–—-]\s)\s*(?=\S)")
_LEAD_IN = re.compile(r"[^:.;!?]{2,80}?(?::\s+|\s[–—]\s+|\s-\s+)(?=\S)")
_LIST_CUT = re.compile(r"\s*(?:[,;|•·∙]|\s/\s|\s[–—-]\s|\band\b|&)\s*")
_WORD = re.compile(r"[^\W\d_][\w.'’+#-]*")
_SENTENCE = re.compile(r"[a-z)]{2}[.!]\s+[A-Z]")
_QUOTED_TITLE = re.compile(r"^[\"“‘'].{10,}[\"”’']")

#: First parts of compound verbs: "fine-tuned" opens a statement, "web-based" does not.
_PREFIXES = tuple(
    "co- re- pre- fine- hand- self- up out over post- cross- de- single- stress- load- a/b- beta- soft- open-".split()
)
Opening = Literal["past", "base", "none"]
Trust = Literal["declared", "listed", "unknown"]
#: Characters in which lead-ins before the verb may stand ("2019 – 2021: Search – rebuilt …").
_LONGEST_LEAD_IN = 80


@dataclass(frozen=True, slots=True)
class ListedLine:
    """A line with what the shapes ask of it: its words in lower case and how it opens."""

    text: str
    words: tuple[str, ...]
    opening: Opening


def read_line(text: str, known: SectionWords) -> ListedLine:
    """Return a line's words and opening; a lead-in ("Search: rebuilt …") does not count as opening."""
    words = tuple(match[0].lower().rstrip(".") for match in _WORD.finditer(text[:LONGEST_BULLET]))
    opening = find_opening(text, known)
    start = 0
    while (
        opening != "past"
        and (lead_in := _LEAD_IN.match(text, start)) is not None
        and start < _LONGEST_LEAD_IN
    ):
        start = lead_in.end()
        opening = "past" if find_opening(text[start:], known) == "past" else opening
    return ListedLine(text, words, opening)


def find_opening(text: str, known: SectionWords) -> Opening:
    """Tell whether a text opens with a verb, after an adverb or "I": a past form or gerund, a base form, or none."""
    words = [match[0].lower() for match in _WORD.finditer(text[:200])][:3]
    if words and words[0] in {"i", "we", "i've", "also", "then"}:
        words = words[1:]
    if len(words) > 1 and words[0].endswith("ly"):
        words = words[1:]
    if not words or text.startswith(('"', "“", "‘", "'")):
        return "none"
    word = words[0].rstrip(".'’")
    if word in known.not_verbs:
        return "none"
    tail = word.rsplit("-", 1)[-1]
    if word in known.irregular_verbs or tail in known.irregular_verbs and tail != word and len(tail) > 3:
        return "past"
    if len(tail) > 4 and (tail.endswith(("ed", "ing"))) and (tail == word or word.startswith(_PREFIXES)):
        return "past"
    if word in known.base_verbs or (
        word.endswith("s") and (word[:-1] in known.base_verbs or word[:-2] in known.base_verbs)
    ):
        return "base"
    return "none"


def find_reason(text: str, known: SectionWords, trust: Trust = "listed") -> str | None:
    """Return why a line is not a bullet, None if it is one.

    A `declared` line, which the format itself calls an accomplishment, or which somebody pasted without any heading,
    is doubted only where it plainly lists technologies, links or dates. One that is `listed` below a heading that
    promises bullets may also be a title or a label; below an `unknown` heading it must read like a statement.
    """
    if len(text) > LONGEST_BULLET:
        return f"too long for a bullet ({len(text)} characters)"
    line = read_line(text, known)
    reason = _find_plain_reason(line, known)
    if reason is not None:
        return reason
    if trust != "declared" and line.opening != "past":
        reason = _find_title_reason(line, known)
        if reason is not None:
            return reason
    if line.opening == "none" and _count_list(text, known) >= 3:
        return "list of names"
    if trust != "declared" and line.opening == "none":
        reason = _find_phrase_reason(line, known)
        # Below a job a trait is a weak statement about it, which the rule `trait-claim` speaks of.
        if reason is not None and not (reason == "trait" and trust == "listed"):
            return reason
        if len(line.words) < (3 if trust == "listed" else 5):
            return "too short for a statement"
    return None


def _find_plain_reason(line: ListedLine, known: SectionWords) -> str | None:
    """Return why a line is none whatever its format calls it."""
    text = line.text
    if (
        len(line.words) <= 12
        and re.search(r"\d", text)
        and not re.search(r"[^\W_]", _DATE_WORDS.sub(" ", text.lower()))
    ):
        return "dates"
    if not line.words:
        return "no words"
    if len(line.words) < 2:
        return "a single word"
    bare = _EMAIL.sub(" ", _URL.sub(" ", text))
    if bare != text and len(_WORD.findall(bare)) <= 4 and line.opening != "past":
        return "link or contact line"
    if (
        _EMAIL.search(text)
        and len(line.words) < 12
        or _PHONE.search(text)
        and len(line.words) < 8
        and line.opening == "none"
    ):
        return "link or contact line"
    label = _LABEL.match(text)
    if label is not None and line.opening != "past":
        name = _fold_label(label["label"])
        rest = text[label.end() :]
        if name in known.technology_labels and _is_list(rest, known):
            return "technology list"
        if name in known.coursework_labels:
            return "coursework"
        if name in known.link_labels and len(_WORD.findall(rest)) <= 6:
            return "link or contact line"
        if name in known.role_labels and len(_WORD.findall(rest)) <= 10:
            return "label line"
        if _count_list(rest, known) >= 2 and len(name.split()) <= 4 and find_opening(rest, known) == "none":
            return "technology list"
    return None


def _find_title_reason(line: ListedLine, known: SectionWords) -> str | None:
    """Return why a line is a job, a degree or an entry's title rather than a statement."""
    text = line.text
    dated = find_end(text) is not None or _DATE.search(text[-30:].lower()) is not None
    count = len(line.words)
    if count <= 18 and _matches(line, known.degrees) and (_matches(line, known.schools) or dated):
        return "education line"
    if _SENTENCE.search(text) is not None:
        return None
    has_title = any(word.rstrip("s") in known.titles or word in known.titles for word in line.words[:10])
    if dated and count <= 16 and (has_title or line.opening == "none" and _is_title_case(line)):
        return "job title line"
    separated = re.search(r",|\||\s[–—@·-]\s|\bat\b|\(", text) is not None
    if has_title and count <= 9 and separated and _is_title_case(line) and not re.search(r"\d", text):
        return "job title line"
    if line.opening == "none" and dated and _matches(line, known.schools) and _is_title_case(line):
        return "education line"
    return None


def _find_phrase_reason(line: ListedLine, known: SectionWords) -> str | None:
    """Return what kind of listed phrase a line without a verb is."""
    text, count = line.text, len(line.words)
    lowered = text.lower()
    if any(lowered.startswith(opener) for opener in known.award_openers) and count <= 16:
        return "award"
    if count <= 10 and _is_title_case(line) and any(word in known.certification_words for word in line.words):
        return "certification"
    if _matches(line, known.publication_marks) or _QUOTED_TITLE.match(text) and _DATE.search(text.lower()):
        return "publication"
    if any(phrase in lowered for phrase in known.references) and count <= 10:
        return "references"
    if known.blurb.match(text) or known.blurb_openers.match(text):
        return "company blurb"
    if any(re.match(re.escape(opener) + r"\b", lowered) for opener in known.trait_openers) and not re.search(
        r"\d\s*%", text
    ):
        return "trait"
    has_title = any(word in known.titles for word in line.words[:8])
    if has_title and count <= 6 and _is_title_case(line) and not re.search(r"[.%]$", text):
        return "job title line"
    if count <= 5 and _is_title_case(line) and not re.search(r"\d|[.;!]$", text):
        return "title of an entry"
    return None


def find_end(text: str) -> bool | None:
    """Tell whether the span of dates that a line states has ended, None if it states none."""
    head = text[:_LONGEST_TITLE].lower()
    match = _DATE_RANGE.search(head)
    if match is not None and match["end"] is not None:
        return re.fullmatch(_OPEN, match["end"]) is None
    return False if _SINCE.search(head) is not None else None


def is_job_line(text: str, known: SectionWords) -> bool:
    """Tell whether an unlisted line names a job or an entry with its dates."""
    return find_end(text) is not None and len(text.split()) <= 24 and find_opening(text, known) != "past"


def is_one_sentence(text: str) -> bool:
    """Tell whether no second sentence begins in a text."""
    return _SENTENCE.search(text) is None


def _is_list(text: str, known: SectionWords) -> bool:
    """Tell whether what follows a technology label is a list, or one name."""
    pieces = [piece for piece in _LIST_CUT.split(text) if piece]
    if not pieces or find_opening(text, known) == "past" and len(pieces) < 3:
        return False
    words = sum(len(piece.split()) for piece in pieces)
    return words / len(pieces) <= 4 and _SENTENCE.search(text) is None


def _count_list(text: str, known: SectionWords) -> int:
    """Return of how many short names a text is a list, 0 if it is none."""
    if _SENTENCE.search(text) is not None:
        return 0
    bare = re.sub(r"\([^()]*\)", "", text).rstrip(".")
    pieces = [piece for piece in _LIST_CUT.split(bare) if piece.strip()]
    if len(pieces) < 2 or any(len(piece.split()) > 3 for piece in pieces):
        return 0
    words = [word for piece in pieces for word in piece.split()]
    if len(words) / len(pieces) > 2 or any(find_opening(piece, known) == "past" for piece in pieces):
        return 0
    if any(word.lower() in _LINKING for word in words):
        return 0
    named = sum(1 for piece in pieces if not piece[:1].islower() or len(piece.split()) == 1)
    return len(pieces) if named >= len(pieces) * 0.6 else 0


_LINKING = frozenset(
    "the a an to from by with that which was were is are our their its his her than into for on in at of".split()
)
_SMALL = frozenset("of the and for in at a an to on with de la und von der & y et des du".split())


def _is_title_case(line: ListedLine) -> bool:
    """Tell whether nearly all words but small ones begin with a capital."""
    words = [word for word in re.findall(r"[^\W\d_][\w.'’+#&-]*", line.text) if word.lower() not in _SMALL]
    return bool(words) and sum(word[0].isupper() for word in words) >= len(words) * 0.75


def _matches(line: ListedLine, phrases: Phrases) -> bool:
    lowered = f" {' '.join(re.sub(r'[(),|:;–—/]', ' ', line.text.lower()).split())} "
    return any(f" {phrase} " in lowered for phrase in phrases)


def _fold_label(label: str) -> str:
    return " ".join(re.sub(r"[^\w\s/'-]", " ", label.lower().replace("&", " and ")).split())
