"""How often answers are right: the figures that all candidates are compared by."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

Answers = Mapping[str, str]
Question = Callable[[Answers], bool]

#: Yes-or-no questions about a bullet's answers; for the missing findings they are those of benchmarks/accuracy.py.
QUESTIONS: dict[str, Question] = {
    "BL501": lambda a: a["kind"] != "people" and a["technique_first"] == "yes",
    "BL201": lambda a: a["kind"] == "delivery" and a["metric"] not in ("outcome", "scale"),
    "BL301": lambda a: a["kind"] == "delivery" and a["cost"] == "none",
    "BL401": lambda a: a["kind"] == "delivery" and a["fallback"] == "no",
    "weak lead": lambda a: a["lead_kind"] in ("build", "support"),
    "cost": lambda a: a["cost"] != "none",
    "fallback": lambda a: a["fallback"] == "yes",
    "monitoring": lambda a: a["monitoring"] != "no",
    "outcome": lambda a: a["metric"] == "outcome",
}
SHARES = ("kind", "lead_kind", "technique_first", "metric", "cost", "monitoring")


@dataclass(frozen=True, slots=True)
class Figure:
    """Counts of one question."""

    right: int
    false_alarms: int
    missed: int

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.false_alarms)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(1, 2 * self.right + self.false_alarms + self.missed)


def ask(question: Question, truth: Sequence[Answers], said: Sequence[Answers]) -> Figure:
    """Count how a question is answered."""
    pairs = [(question(one), question(other)) for one, other in zip(truth, said, strict=True)]
    return Figure(
        sum(one and other for one, other in pairs),
        sum(other and not one for one, other in pairs),
        sum(one and not other for one, other in pairs),
    )


def measure(truth: Sequence[Answers], said: Sequence[Answers]) -> dict[str, float]:
    """Return the shares of right answers by class, and precision, recall, F1 and number by question."""
    found: dict[str, float] = {"bullets": len(truth)}
    for name in SHARES:
        right = sum(one[name] == other[name] for one, other in zip(truth, said, strict=True))
        found[name] = right / max(1, len(truth))
    for name, question in QUESTIONS.items():
        figure = ask(question, truth, said)
        found |= {
            f"{name} F1": figure.f1, f"{name} P": figure.precision, f"{name} R": figure.recall,
            f"{name} n": figure.right + figure.missed,
        }  # fmt: skip
    return found


def print_table(rows: Mapping[str, Mapping[str, float]]) -> None:
    """Print a line a candidate."""
    print(
        f"{'':44}{'n':>5} {'kind':>5} {'lead':>5} {'metr':>5} {'tf F1':>5} {'B201':>5} {'B301':>5} {'B401':>5} "
        f"{'cost F (P/R) n':>18} {'fallback F (P/R) n':>19} {'monitor F (P/R) n':>19} {'outcome F':>9}"
    )
    for name, row in rows.items():
        stated = "  ".join(
            f"{row[f'{label} F1']:.2f} ({row[f'{label} P']:.2f}/{row[f'{label} R']:.2f}) {row[f'{label} n']:3.0f}"
            for label in ("cost", "fallback", "monitoring")
        )
        print(
            f"{name:44}{row['bullets']:5.0f} {row['kind']:5.3f} {row['lead_kind']:5.3f} {row['metric']:5.3f} "
            f"{row['BL501 F1']:5.3f} {row['BL201 F1']:5.3f} {row['BL301 F1']:5.3f} {row['BL401 F1']:5.3f} "
            f" {stated}    {row['outcome F1']:5.3f}"
        )
