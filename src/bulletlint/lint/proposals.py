"""Rewrites that a program of the user's proposes: what it is told, and which of its answers are shown.

An answer is shown if nothing in it is new, nothing of the bullet is lost, and the rules read it as no worse. Otherwise
the template stands, and the reason is told.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from bulletlint.core.finding import BulletReport, Finding, Rewrite, Slot
from bulletlint.core.rule import Rule
from bulletlint.core.visible import show_line
from bulletlint.evidence.words import Words
from bulletlint.lint.program import Answered
from bulletlint.lint.rewriting import Proposed, settle_actions
from bulletlint.rewrite.filled import fill_likely, find_rule_faults
from bulletlint.rewrite.proposal import find_changes, read_proposal
from bulletlint.rewrite.sentence.piece import make_rewrite

if TYPE_CHECKING:
    from bulletlint.core.facts import Ended
    from bulletlint.lint.analysis import Analyser
    from bulletlint.rewrite.slots.wording import Wordings

#: Most words that a blank may have: it stands in a line that somebody reads.
MOST_BLANK_WORDS = 3
#: Most answers for one bullet that are looked at.
MOST_PROPOSALS = 10
_STANDS = "the template stands"
_STAYS = "the bullet stays as it is"

#: Gives a program the rows of all bullets and returns what it answered.
Ask = Callable[[Sequence[dict[str, Any]]], Answered]


@dataclass(frozen=True, slots=True)
class Wanted:
    """A bullet that a program may rewrite: its report, its rules, whether its job has ended, and how it is named."""

    bullet: BulletReport
    rules: tuple[Rule, ...]
    ended: Ended
    where: str


@dataclass(frozen=True, slots=True)
class Heard:
    """The bullets with the rewrites that hold, in the order asked, notes on the others, and what went wrong."""

    bullets: tuple[BulletReport, ...]
    notes: tuple[str, ...]
    faults: tuple[str, ...]


def describe_bullet(number: int, bullet: BulletReport) -> dict[str, Any]:
    """Return what a program is told of a bullet; `number` is what its answer must name."""
    rewrite = bullet.rewrite
    return {
        "id": number,
        "text": bullet.text,
        "findings": [
            {"rule": finding.rule, "severity": finding.severity, "message": finding.message}
            for finding in bullet.findings
        ],
        "facts": {
            "lead": bullet.lead.text if bullet.lead else None,
            "metric": bullet.metric,
            "cost": bullet.cost,
            "fallback": bullet.fallback,
            "evidence": [{"label": item.label, "text": item.text} for item in bullet.evidence],
        },
        "blanks": [
            {"label": slot.label, "question": slot.question} for slot in (rewrite.slots if rewrite else ())
        ],
        "rewrite": rewrite.text if rewrite else None,
    }


def hear_program(analyser: Analyser, wanted: Sequence[Wanted], ask: Ask) -> Heard:
    """Ask a program about bullets and return them with those of its rewrites that hold; the first for a bullet wins.

    Raises ProgramError if the program cannot be started.
    """
    if not wanted:
        return Heard((), (), ())
    words, wordings = analyser.words, analyser.wordings
    assert words is not None
    assert wordings is not None
    answered = ask([describe_bullet(number, item.bullet) for number, item in enumerate(wanted, 1)])
    answers, faults = sort_answers(answered, len(wanted))
    drafts = {
        (number, place): read_draft(wanted[number], text)
        for number, texts in answers.items()
        for place, text in enumerate(texts)
    }
    refusals: dict[int, list[str]] = {number: [] for number in answers}
    sound: dict[int, list[Rewrite]] = {number: [] for number in answers}
    for (number, _), (draft, reason) in drafts.items():
        reason = reason or find_invented(draft, wanted[number].bullet.text, words, wordings)
        if reason:
            refusals[number].append(reason)
        else:
            sound[number].append(draft)
    bullets = [item.bullet for item in wanted]
    told = [number for number in sound if sound[number]]
    before = check_texts(analyser, told, [wanted[number].bullet.text for number in told], wanted)
    rivals = check_texts(analyser, told, [fill_template(wanted[number]) for number in told], wanted)
    shown: set[int] = set()
    tried = [(number, draft) for number in told for draft in sound[number]]
    again = check_texts(
        analyser, [number for number, _ in tried], [fill_likely(draft) for _, draft in tried], wanted
    )
    open_rules = dict(zip(told, zip(before, rivals, strict=True), strict=True))
    for (number, draft), after in zip(tried, again, strict=True):
        if number in shown:
            continue
        found, rival = open_rules[number]
        fault = explain_broken(draft, found, after) or explain_worse(found, rival, after)
        if fault:
            refusals[number].append(fault)
            continue
        shown.add(number)
        bullet = bullets[number]
        bullets[number] = replace(bullet, rewrite=draft, findings=settle_actions(bullet.findings, after))
    notes = [
        note_refusal(wanted[number], refusals[number])
        for number in range(len(wanted))
        if number not in shown and refusals.get(number)
    ]
    silent = [item.where for number, item in enumerate(wanted) if number not in answers]
    if silent:
        named = ", ".join(silent[:3]) + (f" and {len(silent) - 3} more" if len(silent) > 3 else "")
        notes.append(show_line(f"note: {named}: the program proposed nothing; {_STANDS}"))
    return Heard(tuple(bullets), tuple(notes), tuple(faults))


def check_texts(
    analyser: Analyser, numbers: Sequence[int], texts: Sequence[str], wanted: Sequence[Wanted]
) -> list[tuple[Finding, ...]]:
    """Return what the rules of their bullets find in texts, whatever a comment silences."""
    return analyser.check_again(
        [
            Proposed(text, wanted[number].rules, wanted[number].ended)
            for number, text in zip(numbers, texts, strict=True)
        ]
    )


def fill_template(item: Wanted) -> str:
    """Return the template's rewrite of a bullet with its blanks filled, the bullet itself where there is none."""
    return fill_likely(item.bullet.rewrite) if item.bullet.rewrite else item.bullet.text


def sort_answers(answered: Answered, most: int) -> tuple[dict[int, list[str]], list[str]]:
    """Return the proposed texts by bullet, counted from 0, and an error for each answer that names none or has none."""
    texts: dict[int, list[str]] = {}
    faults = [str(fault) for fault in answered.faults]
    for line, row in answered.rows:
        number, text = row.get("id"), row.get("rewrite")
        if not isinstance(number, int) or isinstance(number, bool) or not 1 <= number <= most:
            faults.append(f"--with: line {line} of the answers: `id` must be the id of a bullet, 1 to {most}")
        elif isinstance(text, str):
            several = texts.setdefault(number - 1, [])
            if len(several) < MOST_PROPOSALS:
                several.append(text)
        elif text is not None:
            faults.append(f"--with: line {line} of the answers: `rewrite` must be a text or null")
    return texts, faults


def read_draft(item: Wanted, text: str) -> tuple[Rewrite, str]:
    """Return a proposed text as a rewrite and why it is none, "" if it is; blanks that the template has keep their
    question.
    """
    text = text.strip()
    original = item.bullet.text
    if not text:
        return Rewrite(""), "it is empty"
    if text != show_line(text):
        return Rewrite(""), "it has a line break or another control character"
    if text == original:
        return Rewrite(""), "it changes nothing"
    if len(text) > 2 * len(original) + 200:
        return Rewrite(""), "it is far longer than the bullet"
    draft = read_proposal(original, text)
    if any(len(slot.label.split()) > MOST_BLANK_WORDS for slot in draft.slots):
        return draft, f"a blank has more than {MOST_BLANK_WORDS} words"
    if any(not slot.label.strip() for slot in draft.slots):
        return draft, "a blank is empty"
    known = item.bullet.rewrite.slots if item.bullet.rewrite else ()
    return take_questions(draft, known), ""


def take_questions(draft: Rewrite, known: Sequence[Slot]) -> Rewrite:
    """Return a program's rewrite with the names, questions and hints of blanks that bulletlint itself asked for."""
    by_label: Mapping[str, Slot] = {slot.label.casefold(): slot for slot in known}
    by_name: Mapping[str, Slot] = {slot.name: slot for slot in known}
    pieces = []
    for piece in draft.pieces:
        slot = by_label.get(piece.text[1:-1].strip().casefold()) if piece.slot else None
        slot = slot or (by_name.get(piece.slot) if piece.slot else None)
        if slot is not None:
            piece = replace(piece, slot=slot.name, question=slot.question, hint=slot.hint)
        pieces.append(piece)
    return replace(make_rewrite(pieces), source="program")


def find_invented(draft: Rewrite, text: str, words: Words, wordings: Wordings) -> str:
    """Return what a rewrite invents or loses, "" if nothing."""
    changes = find_changes(draft, text, words, wordings)
    told = []
    if changes.new:
        told.append(f"new: {', '.join(changes.new[:5])}")
    if changes.lost:
        told.append(f"lost: {', '.join(changes.lost[:5])}")
    return "; ".join(told)


def explain_broken(draft: Rewrite, before: Sequence[Finding], after: Sequence[Finding]) -> str:
    """Return which rules a rewrite newly breaks, or leaves broken though it should answer them; "" if none."""
    broken = find_rule_faults(draft, before, after)
    names = {name for finding in before for name in finding.rules}
    new = [name for name in broken if name not in names]
    if new:
        return f"newly breaks {', '.join(new[:3])}"
    return f"still breaks {', '.join(broken[:3])}" if broken else ""


def explain_worse(before: Sequence[Finding], rival: Sequence[Finding], after: Sequence[Finding]) -> str:
    """Return which errors and warnings a rewrite leaves that the template answers; "" if none."""
    answered = {finding.rule for finding in before if finding.severity != "info"}
    answered -= {finding.rule for finding in rival}
    left = [finding.rule for finding in after if finding.rule in answered]
    return f"leaves {', '.join(left[:3])}, which the template answers" if left else ""


def note_refusal(item: Wanted, reasons: Sequence[str]) -> str:
    """Return the line that says why no proposal for a bullet is shown."""
    more = f" (and {len(reasons) - 1} more)" if len(reasons) > 1 else ""
    stands = _STANDS if item.bullet.rewrite else _STAYS
    return show_line(f"note: {item.where}: the program's rewrite is refused: {reasons[0]}{more}; {stands}")
