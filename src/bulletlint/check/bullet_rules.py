"""Ask every rule of one bullet: facts and matches in, findings out, in the order of the text."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace

from bulletlint.check.fact_table import holds_all, holds_any, is_asked
from bulletlint.check.once import is_told_once
from bulletlint.check.rule_patterns import (
    CompiledRules,
    Hit,
    Hits,
    find_hits,
    find_slots,
    keep_longest,
    name_role,
)
from bulletlint.core.document import Place
from bulletlint.core.facts import Evidence, Facts, Mark
from bulletlint.core.finding import SEVERITIES, Finding, Severity
from bulletlint.core.rule import Message, Rule
from bulletlint.evidence import Reading

#: Gives the words that a finding suggests, best first.
Suggest = Callable[[Reading], tuple[str, ...]]


def check_bullet(
    reading: Reading,
    compiled: CompiledRules,
    *,
    rules: Sequence[Rule] | None = None,
    suggest: Suggest | None = None,
) -> tuple[Finding, ...]:
    """Return what the rules find in one bullet, by offset and code, places in the file still to be filled in.

    `rules` are those in force for the file, with the severities of its profile; all the compiled ones if not given.
    A bullet in another language has no findings.
    """
    facts = reading.facts
    if facts.foreign:
        return ()
    hits = find_hits(reading.tokens, compiled.patterns)
    findings: list[Finding] = []
    guesses: list[Finding] = []
    asked = compiled.rules if rules is None else rules
    for rule in asked:
        if rule.scope != "bullet" or (rule.code, "unless") in hits:
            continue
        if not is_asked(rule, facts) and not is_alike(rule, facts, hits):
            continue
        for hit in select_hits(rule, facts, hits)[: rule.most]:
            finding = _make_finding(rule, reading, hit, hits, compiled, suggest)
            if finding is None:
                continue
            guessed = finding.severity == "info" and is_guess(rule, facts, hits)
            (guesses if guessed else findings).append(finding)
    findings = doubt_guesses(join_findings(findings, asked, facts), guesses)
    findings.sort(key=lambda finding: (finding.start, finding.end, finding.code))
    return tuple(findings)


def join_findings(findings: Sequence[Finding], rules: Sequence[Rule], facts: Facts) -> list[Finding]:
    """Return the findings of a bullet with those that mean the same as another made part of it, as louder of the two.

    A finding joins the first finding of the first rule that its own rule `joins` and that found something, and with it
    what that one joins.
    """
    if len(findings) < 2:  # one can join nothing, and most bullets have no more
        return list(findings)
    joins = {
        rule.name: (*rule.joins, *(rule.joins_doubtful if is_doubtful(rule, facts) else ()))
        for rule in rules
        if rule.joins or rule.joins_doubtful
    }
    firsts: dict[str, int] = {}
    for number, finding in enumerate(findings):
        firsts.setdefault(finding.rule, number)
    targets: dict[int, int] = {}
    for number, finding in enumerate(findings):
        for rule in joins.get(finding.rule, ()):
            # Rules of one's own may join each other in a circle; then the later finding joins.
            if rule in firsts and follow_joins(firsts[rule], targets) != number:
                targets[number] = firsts[rule]
                break
    if not targets:
        return list(findings)
    same = {rule.name: rule.joins for rule in rules}
    kept = {number: finding for number, finding in enumerate(findings) if number not in targets}
    for number, finding in enumerate(findings):
        if number in targets:
            target = follow_joins(number, targets)
            doubtful = findings[targets[number]].rule not in same[finding.rule]
            kept[target] = join_finding(kept[target], finding, doubtful=doubtful)
    return list(kept.values())


def doubt_guesses(findings: Sequence[Finding], guesses: Sequence[Finding]) -> list[Finding]:
    """Return the findings of a bullet with what the reader alone has found as doubts of the loudest of them.

    A guess is worth a line of its own only where nothing else is said in the bullet's place.
    """
    told = [number for number, finding in enumerate(findings) if not finding.grouped]
    if not told or not guesses:
        return [*findings, *guesses]
    loudest = min(told, key=lambda number: SEVERITIES.index(findings[number].severity))
    doubted = list(findings)
    for guess in guesses:
        doubted[loudest] = join_finding(doubted[loudest], guess, doubtful=True)
    return doubted


def follow_joins(number: int, targets: Mapping[int, int]) -> int:
    """Return the number of the finding that one of a number becomes part of in the end."""
    while number in targets:
        number = targets[number]
    return number


def join_finding(finding: Finding, joining: Finding, *, doubtful: bool) -> Finding:
    """Return a finding with another one made part of it; a `doubtful` one changes nothing that is said."""
    said = (joining.code, joining.rule)
    if doubtful:
        return replace(finding, doubts=(*finding.doubts, said))
    louder = min(finding.severity, joining.severity, key=SEVERITIES.index)
    also = finding.also if said in finding.also else (*finding.also, said)
    return replace(finding, severity=louder, also=also, grouped=finding.grouped and louder == "info")


def select_hits(rule: Rule, facts: Facts, hits: Hits) -> Sequence[Hit | None]:
    """Return what a rule that applies points at, None for the bullet as a whole."""
    if rule.requires is not None:
        return () if holds_any(rule.requires.facts, facts) else (None,)
    found = hits.get((rule.code, "forbids"))
    if found:
        return keep_longest(found)
    told = rule.forbids is not None and holds_any(rule.forbids.facts, facts)
    return (None,) if told or is_alike(rule, facts, hits) else ()


def is_alike(rule: Rule, facts: Facts, hits: Hits) -> bool:
    """Tell whether the learned reader takes a bullet for one of those that a rule is about, and nothing clears it.

    An exception from the rule's patterns is one from what the reader says, too.
    """
    return (
        rule.likeness is not None
        and rule.name in facts.alike
        and (not rule.likeness or (rule.code, "likeness") in hits)
        and (rule.code, "except") not in hits
        and not holds_any(rule.unless.facts, facts)
    )


def is_idle(rule: Rule, facts: Facts) -> bool:
    """Tell whether a coach would make none of the remarks that a rule's finding amounts to."""
    return bool(rule.remark) and facts.remarks.isdisjoint(rule.remark)


def is_guess(rule: Rule, facts: Facts, hits: Hits) -> bool:
    """Tell whether a rule found something in a bullet by what the learned reader takes it for, and by nothing else."""
    if not is_alike(rule, facts, hits):
        return False
    told = rule.forbids is not None and holds_any(rule.forbids.facts, facts)
    return (
        not is_asked(rule, facts) or rule.requires is None and (rule.code, "forbids") not in hits and not told
    )


def is_doubtful(rule: Rule, facts: Facts) -> bool:
    """Tell whether what a rule requires may be there after all: then it is no more than a remark."""
    return rule.requires is not None and any(fact in facts.doubtful for fact, _ in rule.requires.facts)


def _make_finding(
    rule: Rule,
    reading: Reading,
    hit: Hit | None,
    hits: Hits,
    compiled: CompiledRules,
    suggest: Suggest | None,
) -> Finding | None:
    facts = reading.facts
    start, end, named = _find_anchor(rule, facts, hit)
    # What the reader alone has found stands in no words of its own: then no message may quote some.
    quotes = named or not is_alike(rule, facts, hits)
    worded = _word_message(
        rule, facts, quote_words(facts.text, start, end) if quotes else None, compiled.slots, hits
    )
    if worded is None:
        return None
    said, unsaid = worded
    severity: Severity = rule.severity
    for case in rule.severity_when:
        if holds_all(case.when, facts):
            severity = case.severity
            break
    once = is_told_once(rule, facts, start)
    if once or is_doubtful(rule, facts) or not quotes:
        severity = "info"
    return Finding(
        code=rule.code,
        rule=rule.name,
        severity=severity,
        message=said,
        start=start,
        end=end,
        place=Place(),
        action=rule.action,
        question=rule.question,
        suggestions=suggest(reading) if rule.suggests and suggest else (),
        grouped=once or not rule.once and rule.page is not None and severity == "info",
        unsaid=unsaid or not quotes or is_idle(rule, facts),
    )


def find_evidence(facts: Facts, label: str) -> Evidence | Mark | None:
    """Return the first evidence or mark of a label; "number" is the strongest number that there is."""
    number = "spec" if facts.metric == "none" else facts.metric
    wanted = number if label == "number" else label
    found: tuple[Evidence | Mark, ...] = (*facts.evidence, *facts.marks)
    return next((span for span in found if span.label == wanted), None)


def _find_anchor(rule: Rule, facts: Facts, hit: Hit | None) -> tuple[int, int, bool]:
    """Return the offsets of the first thing in the rule's `anchor` that the bullet has, else the whole bullet.

    The last value says whether it is what the rule is about: words that matched, evidence or a mark.
    """
    for anchor in rule.anchor:
        if anchor == "lead":
            if facts.lead is not None:
                return facts.lead.start, facts.lead.end, False
        elif anchor == "match":
            if hit is not None:
                return hit.start, hit.end, True
        elif anchor == "bullet":
            break
        else:
            evidence = find_evidence(facts, anchor)
            if evidence is not None:
                return evidence.start, evidence.end, True
    return 0, len(facts.text), False


def quote_words(text: str, start: int, end: int) -> str:
    """Return the words between two offsets; none of them is cut in two ("several A/B-tests", not "several A")."""
    while end < len(text) and text[end - 1].isalnum() and (text[end].isalnum() or text[end] in "-/&"):
        end += 1
        if text[end - 1] in "-/&" and not text[end : end + 1].isalnum():
            return text[start : end - 1]
        if text[end - 1] in "-/&":
            end += 1
    return text[start:end]


def _word_message(
    rule: Rule, facts: Facts, pointed: str | None, known: Mapping[str, frozenset[str]], hits: Hits
) -> tuple[str, bool] | None:
    """Return the first message that is true of the bullet and whose slots it can fill, None if there is none.

    With it whether it is to be left unsaid. `pointed` are the words that {match} stands for, None where a message may
    quote none; `known` holds the slots of each text.
    """
    for number, message in enumerate(rule.messages):
        if not is_true(message, number, rule, facts, hits):
            continue
        slots = known[message.text] if message.text in known else find_slots(message.text)
        words = _find_words(slots, facts, pointed)
        if words is not None:
            return message.text.format_map(words), message.unsaid
    return None


def is_true(message: Message, number: int, rule: Rule, facts: Facts, hits: Hits) -> bool:
    """Tell whether what a rule's message of a number says is true of a bullet."""
    return (
        holds_all(message.when, facts)
        and not holds_any(message.unless.facts, facts)
        and (not message.match or (rule.code, name_role(number, said=True)) in hits)
        and (rule.code, name_role(number, said=False)) not in hits
    )


def _find_words(slots: Collection[str], facts: Facts, pointed: str | None) -> dict[str, str] | None:
    """Return the words that fill a message's slots, None if the bullet lacks one of them."""
    words: dict[str, str] = {}
    for slot in slots:
        if slot == "lead" and (facts.lead or pointed):
            words[slot] = facts.lead.text if facts.lead else str(pointed)
        elif slot == "lemma" and (facts.lead or pointed):
            words[slot] = facts.lead.lemma if facts.lead else str(pointed)
        elif slot == "match" and pointed is not None:
            words[slot] = pointed
        elif slot == "words":
            words[slot] = str(len(facts.text.split()))
        elif slot == "characters":
            words[slot] = str(len(facts.text))
        elif (evidence := find_evidence(facts, slot)) is not None:
            words[slot] = evidence.text
        else:
            return None
    return words
