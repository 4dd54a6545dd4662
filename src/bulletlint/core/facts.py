"""The facts about a bullet: a closed set, read off the evidence and the parse once per bullet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

LeadClass = Literal["outcome", "product", "build", "support", "none"]
Kind = Literal["delivery", "people", "other"]
Metric = Literal["outcome", "scale", "scope", "spec", "none"]
Cost = Literal["paid", "saved", "none"]
Monitoring = Literal["trigger", "watch", "no"]
EvidenceLabel = Literal[
    "outcome", "scale", "scope", "spec", "cost", "fallback", "monitoring", "technique", "safeguard", "ai", "hedge",
]  # fmt: skip
Length = Literal["short", "fit", "long"]
Tense = Literal["past", "present", "none"]
Ended = Literal["yes", "no", "unknown"]
Baseline = Literal["missing", "stated", "none"]
Deliverables = Literal["one", "some", "many"]
#: What a bullet's work is about; "unknown" where its words do not tell.
World = Literal["unknown", "ai", "software", "trade", "care", "teaching", "office", "sales", "research"]
WORLDS: tuple[World, ...] = get_args(World)
#: The worlds of engineering.
TECHNICAL_WORLDS: tuple[World, ...] = ("ai", "software")
#: Those of what may be engineering.
MAYBE_TECHNICAL: tuple[World, ...] = ("unknown", *TECHNICAL_WORLDS)
#: The rules for which the learned reader says how far a bullet is like those that the rule is about.
LIKENESSES = (
    "bolt-on-ai", "deferred-ownership", "feature-list", "missing-monitoring", "monitoring-without-trigger",
    "sensitive-without-safeguard", "tool-name-dropping", "unbounded-cost", "vague-ai",
)  # fmt: skip
#: What a coach may say of a bullet: its opening hides what the writer did; a result is wanting; technique stands before
#: what it was for; a panel would ask for the cost, or for what happens when it is wrong or down.
REMARKS = ("lead", "result", "order", "cost", "guard")
#: What a bullet tells of: something done, something that was given to the writer, or the writer's character.
Tells = Literal["deed", "honour", "trait"]
#: Where the result stands: in the opening, behind a weak lead in the same clause, in a clause of its own, nowhere.
ResultPlace = Literal["first", "inside", "last", "none"]
#: What a number can prove, the strongest first.
METRICS: tuple[Metric, ...] = ("outcome", "scale", "scope", "spec")
#: What a mark can point at: words that a rule may object to, as evidence are words that prove something.
MarkLabel = Literal[
    "passive", "overlong", "score", "change", "implausible", "deliverable", "result", "named", "blank", "deferral",
    "sensitive",
]  # fmt: skip

#: The facts that a rule's `when:` may name, and the values that each can take.
FACT_VALUES: dict[str, tuple[str | bool, ...]] = {
    "lead_class": ("outcome", "product", "build", "support", "none"),
    "kind": ("delivery", "people", "other"),
    "metric": ("outcome", "scale", "scope", "spec", "none"),
    "cost": ("paid", "saved", "none"),
    "fallback": (True, False),
    "monitoring": ("trigger", "watch", "no"),
    "technique_first": (True, False),
    "duty": (True, False),
    "hedged": (True, False),
    "ai": (True, False),
    "safeguard": (True, False),
    "decision": (True, False),
    "reason": (True, False),
    "deferred": (True, False),
    "sensitive": (True, False),
    "method": (True, False),
    "live": (True, False),
    "length": ("short", "fit", "long"),
    "passive": (True, False),
    "tense": ("past", "present", "none"),
    "ended": ("yes", "no", "unknown"),
    "score_only": (True, False),
    "baseline": ("missing", "stated", "none"),
    "implausible": (True, False),
    "deliverables": ("one", "some", "many"),
    "world": WORLDS,
    "tells": ("deed", "honour", "trait"),
    "result": ("first", "inside", "last", "none"),
    "named_technique": (True, False),
    "blank": (True, False),
    "sequel": (True, False),
    "endless": (True, False),
    "bare": (True, False),
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """A span of the bullet that proves something; `start` and `end` are character offsets in its text.

    `source` names the pattern, grammar rule or learned reader that found it, so that every finding can be explained.
    `confidence` is how sure the reader was, from 0 to 1; what patterns and grammar find is sure.
    """

    label: EvidenceLabel
    text: str
    start: int
    end: int
    source: str = ""
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Mark:
    """Words that a rule may object to; `start` and `end` are character offsets in the bullet's text."""

    label: MarkLabel
    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Lead:
    """The verb that carries the bullet's main claim; `start` and `end` are character offsets of the words shown.

    `lemma` is the dictionary form with its particle or preposition where that makes the meaning ("work on", "roll
    out", "be responsible"); `token` is the verb's index in the Doc, -1 where a phrase without a verb leads.
    """

    text: str
    lemma: str
    lead_class: LeadClass
    start: int
    end: int
    token: int = -1


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything known about one bullet.

    `decision` says that something was decided against, limited or delayed; `reason` that it is said why, or what was
    given up; `deferred` that somebody else decided. `sensitive` says that an AI system judges or recognises people,
    `method` that its method, its data or what it decides is named; `live` that people use what it is about.
    `ended` comes from the job's dates, all else from the text. `score_only` says that the one result is a model
    score, `baseline` whether a relative change names what it is relative to. `named_technique` says that the technique
    in the opening has a name, `blank` that something was left to be filled in. `sequel` says that a sentence of its own
    tells what became of the work, `bare` that the bullet is a relative change and nothing else, `endless` that it is
    longer than anything in it is worth. `marks` are what rules point at.

    `world` is where its work belongs, chosen by its words; `alike` names the rules whose bullets it is surely like,
    `remarks` those of REMARKS that a coach would make; without a learned reader nothing is held back.
    `doubtful` names facts that nothing states but that are not surely missing; `confidence` says how sure the learned
    reader was of each of its answers, from 0 to 1, and is empty without one.
    """

    text: str
    lead: Lead | None
    kind: Kind
    metric: Metric
    cost: Cost
    fallback: bool
    monitoring: Monitoring
    technique_first: bool
    duty: bool
    hedged: bool
    ai: bool
    safeguard: bool
    evidence: tuple[Evidence, ...]
    sure: bool = True
    foreign: bool = False
    decision: bool = False
    reason: bool = False
    deferred: bool = False
    sensitive: bool = False
    method: bool = False
    live: bool = False
    length: Length = "fit"
    passive: bool = False
    tense: Tense = "none"
    ended: Ended = "unknown"
    score_only: bool = False
    baseline: Baseline = "none"
    implausible: bool = False
    deliverables: Deliverables = "one"
    world: World = "unknown"
    alike: frozenset[str] = frozenset()
    remarks: frozenset[str] = frozenset(REMARKS)
    tells: Tells = "deed"
    result: ResultPlace = "none"
    named_technique: bool = False
    blank: bool = False
    sequel: bool = False
    endless: bool = False
    bare: bool = False
    marks: tuple[Mark, ...] = ()
    doubtful: frozenset[str] = frozenset()
    confidence: tuple[tuple[str, float], ...] = ()

    @property
    def lead_class(self) -> LeadClass:
        return self.lead.lead_class if self.lead else "none"


#: The facts that a rule of scope `document` may name, and the values that each can take.
DOCUMENT_FACT_VALUES: dict[str, tuple[str | bool, ...]] = {
    "repeated_lead": (True, False),
    "mixed_punctuation": (True, False),
    "duplicate": (True, False),
    "title_misfit": (True, False),
    "unshown_skills": (True, False),
    "unlisted_skills": (True, False),
    "machine_made": (True, False),
    "uniform": (True, False),
    "product_role": (True, False),
    "decision": (True, False),
    "case_study": (True, False),
    "post_mortem": (True, False),
    "data_sheet": (True, False),
    "monitoring_plan": (True, False),
    "decision_brief": (True, False),
    "columns_beside": (True, False),
    "empty_page": (True, False),
    "contact_unseen": (True, False),
    "headings_unknown": (True, False),
    "glyphs_unnamed": (True, False),
    "words_in_pictures": (True, False),
}

#: The facts about a whole page from which a profile may be chosen, each a number: bullets, percent of the bullets, or
#: 1 for what is there.
PAGE_FACTS = ("case_study", "ai_bullets", "ai_share", "ai_role", "product_role", "technical_share")
