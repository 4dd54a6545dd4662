"""The dates of jobs: spans that say whether a job has ended, as people write them in headings and job lines."""

from __future__ import annotations

import re
from functools import lru_cache

#: Characters of a heading or job line that are looked at for dates.
_LONGEST_TITLE = 400
# Dates are looked for in lower case, with straight apostrophes.
_MONTH = (
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
#: A month before a year, also one that is misspelt ("Febuary 2018").
_ANY_MONTH = r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,7}\b\.?"
_SEASON = r"(?:early|mid|late|end of|spring|summer|fall|autumn|winter)"
_YEAR = r"(?:19|20)\d\d"
_DAY = (
    rf"(?:(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{_ANY_MONTH}(?:\s+\d{{1,2}}(?:st|nd|rd|th)?(?=[\s,]))?|{_SEASON}|q[1-4])[\s,'/-]*)?"
    rf"(?:(?:\d{{1,2}}[./-]){{0,2}}{_YEAR}(?:[./-]\d{{1,2}}(?!\d)){{0,2}}|'\d\d(?!\d)|\d{{1,2}}/\d\d(?!\d))"
)
_OPEN = (
    r"(?:(?:the )?present(?: day)?|now(?:adays)?|current(?:ly)?|today|ongoing|date|till date|to date|tbd|\?"
    r"|\.\.\.|…|pres\.|heute|aujourd'hui|actualidad|presente|présent|oggi|heden|nutid|nå|nu|idag|obecnie|至今|现在|現在)"
)
#: What stands between two dates; a bar does where both are whole ("Acme | 2015 | 2022").
_DASH = rf"(?:-{{1,3}}|[–—―~→➔➝‐‑−]|\|(?=\s*(?:{_OPEN}(?!\w)|{_YEAR})))"
_DATE_RANGE = re.compile(
    rf"(?<![\w$€£])(?P<start>{_DAY}|{_MONTH})[\s()\]*_]*(?:{_DASH}|\b(?:to|until|till|through|thru)\b)[\s(\[*_]*"
    rf"(?P<end>{_OPEN}(?!\w)|{_DAY}(?![\w%])|(?:1[3-9]|[2-9]\d)(?![\w%]))?"
)
_SINCE = re.compile(
    rf"\bsince\s+{_DAY}|^\W*from\s+{_DAY}\W*$|{_DAY}\s*{_DASH}\s*(?:$|[)\]:|;,])"
    rf"|^\W*{_DAY}[–—](?!{_OPEN}|{_DAY})[^\W\d_]{{3}}"
)
_OPEN_START = re.compile(
    rf"(?<![\w$€£]){_DAY}\s*(?:{_DASH}|\b(?:to|until)\b)\s*$|^\W*{_DAY}\s*{_DASH}\s+(?!{_DAY}|{_OPEN}(?!\w))"
)
_BEGINS = re.compile(rf"\s*[(\[]?(?:(?P<open>{_OPEN})(?!\w)|{_DAY}(?![\w%]))")
#: "from={2018}, to=now": what keys say of dates, set as dates are.
_START_KEY = re.compile(r"\b(?:from|start|begin)[\w-]*\s*=\s*\{?")
_END_KEY = re.compile(r"\}?\s*,?\s*\b(?:to|until|till|end|stop|finish)[\w-]*\s*=\s*\{?")
#: "2019年4月" is 2019/4.
_IDEOGRAPHIC = re.compile(r"(\d{4})年\s*(\d{1,2})月(?:\s*\d{1,2}日)?")
#: What a line without dates has none of, asked first: most lines are such.
_DIGIT = re.compile(r"\d")
_LETTER = re.compile(r"[^\W_]")
_MAYBE = re.compile(r"\d\d|present|now|current|today|ongoing|date|\.\.\.|…")
_APOSTROPHE = re.compile(r"[’‘`´ʼ]")
#: What stands between the two ends of a span, or opens one that has no end: without it there is no span.
_LINK = re.compile(r"[-–—―~→➔➝‐‑−|]|\b(?:to|until|till|through|thru|since|from)\b")
_DATE = re.compile(rf"(?<![\w$€£]){_DAY}(?![\w%])")
_DATE_WORD = (
    rf"{_DAY}|\b{_MONTH}|{_OPEN}(?!\w)|\d+"
    rf"|\b(?:to|since|from|until|years?|months?|yrs?|mos?|weeks?|{_SEASON})\b"
)
_DATE_WORDS, _OPENS_DATES = re.compile(_DATE_WORD), re.compile(rf"[\W_]*?(?:{_DATE_WORD}|\Z)")


@lru_cache(maxsize=256)
def find_end(text: str) -> bool | None:
    """Tell whether the span of dates that a line states has ended, None if it states none."""
    head = fold_dates(text[:_LONGEST_TITLE])
    if _LINK.search(head) is None or _MAYBE.search(head) is None:
        return None
    match = _DATE_RANGE.search(head)
    if match is not None and match["end"] is not None:
        return re.fullmatch(_OPEN, match["end"]) is None
    return False if _SINCE.search(head) is not None else None


def find_later_end(above: str, text: str) -> bool | None:
    """Tell whether a span that begins at the end of one line and goes on in the next has ended, None without one."""
    if _DIGIT.search(above) is None or _OPEN_START.search(fold_dates(above[:_LONGEST_TITLE])) is None:
        return None
    closing = _BEGINS.match(fold_dates(text[:_LONGEST_TITLE]))
    return None if closing is None else closing["open"] is None


def find_years(text: str) -> tuple[int, int] | None:
    """Return the first and last year of the span of dates that a line states, 9999 for one that is open."""
    match = _DATE_RANGE.search(fold_dates(text[:_LONGEST_TITLE]))
    if match is None or match["end"] is None:
        return None
    start, end = (re.search(_YEAR, match[name]) for name in ("start", "end"))
    if start is None:
        return None
    return int(start[0]), int(end[0]) if end is not None else 9999


def has_date(text: str) -> bool:
    """Tell whether a date stands in a text."""
    return _DIGIT.search(text) is not None and _DATE.search(fold_dates(text)) is not None


def is_date_line(text: str) -> bool:
    """Tell whether a text is dates and nothing else."""
    if _DIGIT.search(text) is None:
        return False
    folded = fold_dates(text)
    # To take all dates out takes long: most lines open with another word.
    return _OPENS_DATES.match(folded) is not None and not _LETTER.search(_DATE_WORDS.sub(" ", folded))


def fold_dates(text: str) -> str:
    """Return a text in lower case with one kind of apostrophe, so that "Sep ’13" is found."""
    folded = text.lower() if text.isascii() and "`" not in text else _APOSTROPHE.sub("'", text.lower())
    if "=" in folded:
        folded = _END_KEY.sub(" – ", _START_KEY.sub(" ", folded))
    return _IDEOGRAPHIC.sub(r"\1/\2", folded).replace("年", " ") if "年" in folded else folded
