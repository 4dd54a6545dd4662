"""How sure the learned reader must be: `reading/confidence.yaml` of the rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import get_args

from bulletlint.core.facts import LIKENESSES, REMARKS, TECHNICAL_WORLDS, EvidenceLabel, World
from bulletlint.core.rules_folder import find_yaml
from bulletlint.core.strict_yaml import read_rule_yaml, take_share, take_table

_FOLDER, _NAME = "reading", "confidence"
#: Facts that a bullet may state, and the value of each that says it does not.
STATED = {"cost": "none", "fallback": "no", "monitoring": "no"}


@dataclass(frozen=True, slots=True)
class Confidence:
    """Probabilities from which on the reader is believed.

    `spans` by label: words are evidence. `stated` by fact: the bullet states it. `missing` by fact: that nothing
    states it is said as loudly as the rule says, else as a remark. `alike` by rule: the bullet is one of those that the
    rule is about. `metric`: it wins over the number grammar. `remarks` by what is remarked: a coach would.
    """

    spans: Mapping[str, float]
    stated: Mapping[str, float]
    missing: Mapping[str, float]
    alike: Mapping[str, float]
    metric: float
    missing_technical: Mapping[str, float] = field(default_factory=dict)
    remarks: Mapping[str, float] = field(default_factory=dict)

    def find_missing_limit(self, fact: str, world: World) -> float:
        """Return from which probability on a fact of a bullet of some world is surely missing."""
        own = self.missing_technical if world in TECHNICAL_WORLDS else {}
        return own.get(fact, self.missing.get(fact, 0.0))


def load_confidence(folders: Sequence[Path]) -> Confidence:
    """Read the file of every rules folder; a later folder's numbers win.

    Raises RuleError, with the line, for an unknown key and for what is no number from 0 to 1.
    """
    facts = ("metric", *STATED)
    keys = {
        "spans": get_args(EvidenceLabel),
        "stated": tuple(STATED),
        "missing": facts,
        "missing_technical": facts,
        "alike": LIKENESSES,
        "remarks": REMARKS,
    }
    found: dict[str, dict[str, float]] = {part: {} for part in keys}
    metric = 1.0
    for folder in folders:
        path = find_yaml(folder / _FOLDER, _NAME)
        if not path.is_file():
            continue
        root, source = read_rule_yaml(path)
        for part, node in take_table(root, source, "confidence.yaml", (*keys, "metric")).items():
            if part == "metric":
                metric = take_share(node, source, part)
                continue
            for name, value in take_table(node, source, part, keys[part]).items():
                found[part][name] = take_share(value, source, f"{part}: {name}")
    return Confidence(**found, metric=metric)
