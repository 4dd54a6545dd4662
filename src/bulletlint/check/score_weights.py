"""What each part of a score is worth: `reading/score.yaml` of the rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from bulletlint.core.errors import RuleError
from bulletlint.core.rules_folder import find_yaml
from bulletlint.core.strict_yaml import Node, Source, read_rule_yaml, refuse, take_table, take_text

_FOLDER, _NAME = "reading", "score"
#: The parts, in the order in which a panel asks for them, and what each may give less for. What gives more stands
#: before what gives less where a bullet may have both.
PARTS: Mapping[str, tuple[str, ...]] = {
    "outcome": ("model_score", "scale", "scope", "spec"),
    "scale": (),
    "price": (),
    "containment": (),
    "monitoring": ("watch",),
    "safeguard": (),
    "method": (),
    "decision": ("without_reason",),
    "ownership": ("build", "support"),
    "clarity": ("result_first", "short"),
}
#: What stands in place of a result, the strongest first: more of it never gives less.
_LADDERS: Mapping[str, tuple[str, ...]] = {
    "outcome": ("scale", "scope", "spec"),
    "ownership": ("build", "support"),
}
#: Parts that every profile asks for, or none; no rule stands for them.
_UNASKED = ("decision", "clarity")


@dataclass(frozen=True, slots=True)
class PartWeights:
    """What one part is worth: `most` points, `less` for what stands in its place, by name.

    `meaning` says in a sentence what it is about; `asked_by` is the rule whose place in a profile says that the profile
    asks for it, empty for none.
    """

    most: int
    meaning: str
    asked_by: str
    less: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class ScoreWeights:
    """The parts of a score in the order of PARTS; `one_breath` is the length, in characters, that is still short."""

    parts: Mapping[str, PartWeights]
    one_breath: int


def load_score_weights(folders: Sequence[Path]) -> ScoreWeights:
    """Read the file of every rules folder; what a later folder says wins, key by key.

    Raises RuleError, with the line, for an unknown key, for what is no number of points, for a part that gives more for
    less, and where a part is missing.
    """
    found: dict[str, dict[str, Node]] = {name: {} for name in PARTS}
    less: dict[str, dict[str, Node]] = {name: {} for name in PARTS}
    length: tuple[Node, Source] | None = None
    sources: dict[str, Source] = {}
    for folder in folders:
        path = find_yaml(folder / _FOLDER, _NAME)
        if not path.is_file():
            continue
        root, source = read_rule_yaml(path)
        table = take_table(root, source, "score.yaml", ("parts", "one_breath"))
        if "one_breath" in table:
            length = table["one_breath"], source
        for name, node in (
            take_table(table["parts"], source, "parts", tuple(PARTS)).items() if "parts" in table else ()
        ):
            entry = dict(take_table(node, source, name, ("most", "is", "asked_by", "less")))
            if "less" in entry:
                less[name].update(take_table(entry.pop("less"), source, f"{name}: less", PARTS[name]))
            found[name].update(entry)
            sources[name] = source
    if length is None:
        raise RuleError("no reading/score.yaml says what a score is made of; add one")
    parts = {name: read_part(name, found[name], less[name], sources.get(name, length[1])) for name in PARTS}
    return ScoreWeights(parts, read_points(length[0], length[1], "one_breath"))


def read_part(name: str, entry: Mapping[str, Node], less: Mapping[str, Node], source: Source) -> PartWeights:
    """Return one part; raises RuleError where something is missing, or less gives more."""
    needed = ("most", "is", *(() if name in _UNASKED else ("asked_by",)))
    for key in needed:
        if key not in entry:
            refuse(source, 1, f"the part `{name}` lacks `{key}`; write one")
    for key in PARTS[name]:
        if key not in less:
            refuse(source, entry["most"].line, f"the part `{name}` lacks `{key}` under `less`; write one")
    most = read_points(entry["most"], source, f"{name}: most")
    points = {key: read_points(less[key], source, f"{name}: {key}") for key in PARTS[name]}
    for key, given in points.items():
        if given > most:
            refuse(
                source, less[key].line, f"{name}: {key} gives {given}, more than the {most} of the whole part"
            )
    for more, fewer in pairwise(_LADDERS.get(name, ())):
        if points[fewer] > points[more]:
            refuse(source, less[fewer].line, f"{name}: {fewer} may not give more than {more}")
    if name == "clarity" and sum(points.values()) != most:
        refuse(source, entry["most"].line, f"clarity: what stands under `less` must add up to {most}")
    asked_by = take_text(entry["asked_by"], source, f"{name}: asked_by") if "asked_by" in entry else ""
    return PartWeights(most, take_text(entry["is"], source, f"{name}: is"), asked_by, points)


def read_points(node: Node, source: Source, what: str) -> int:
    """Return a whole number of at least 0; raises RuleError for anything else."""
    if isinstance(node.value, bool) or not isinstance(node.value, int) or node.value < 0:
        refuse(source, node.line, f"{what} must be a whole number of at least 0")
    return node.value
