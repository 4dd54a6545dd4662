"""Counts how much of what a check says is worth reading, on resumes of many trades whose findings are labelled.

python -m benchmarks.noise [--set open] [--profile ai-pm]… [--by rule] [--unlabelled]

`labels.tsv` of a set names a file, a line, a rule's code and what an ordinary career coach would call the finding:
useful, pedantic or false. A label with `saying` holds only for a message with these words in it, so that a message that
was reworded is judged anew where it matters. The code `-` and the label `fine` mark a bullet that needs no change.
What a report says once a page (a grouped finding) counts once a file; its label has the line 0.
"""

from __future__ import annotations

import argparse
import csv
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bulletlint import Linter, Settings
from bulletlint.core.finding import FileReport
from bulletlint.report.page_lines import list_page_lines
from bulletlint.report.ranking import choose_shown

FOLDER = Path(__file__).parent / "noise"
LABELS = ("useful", "pedantic", "false")
SETS = (
    "open",
    "open-second",
    "open-third",
    "open-fourth",
    "held-out",
    "held-out-second",
    "held-out-third",
    "held-out-fourth",
)


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that a report says: the file's stem, the line (0: of the whole page), the code and the message."""

    file: str
    line: int
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class Label:
    """What a reader calls a finding; `saying` is a part of the message that it was said of, empty for any."""

    label: str
    saying: str


Labels = dict[tuple[str, int, str], list[Label]]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--set", choices=SETS, action="append", dest="sets")
    parser.add_argument("--profile", action="append", dest="profiles")
    parser.add_argument("--by", choices=("trade", "rule"), default="trade")
    parser.add_argument("--unlabelled", action="store_true", help="print what has no label yet")
    arguments = parser.parse_args()
    for name in arguments.sets or SETS:
        labels = read_labels(FOLDER / name / "labels.tsv")
        for profile in arguments.profiles or [Settings().profile]:
            reports = Linter(Settings(profile=profile)).lint_paths(sorted((FOLDER / name).glob("*.md"))).files
            said = [item for report in reports for item in list_said(report)]
            print(f"\n{name}, profile {profile}")
            print_shares(said, labels, by=arguments.by)
            print_fine(said, labels)
            if arguments.unlabelled:
                for item in said:
                    if find_label(item, labels) == "unlabelled":
                        print(f"{item.file}\t{item.line}\t{item.code}\t?\t\t{item.message}")


def read_labels(path: Path) -> Labels:
    """Read a set's labels; raises ValueError, naming the line, for an unknown label."""
    labels: Labels = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as stream:
        for number, row in enumerate(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE), 2):
            if row["label"] not in (*LABELS, "fine"):
                raise ValueError(f"{path}:{number}: unknown label {row['label']}")
            key = row["file"], int(row["line"]), row["code"]
            labels[key].append(Label(row["label"], row["saying"] or ""))
    return labels


def list_said(report: FileReport) -> Iterator[Said]:
    """Yield what the text report says of a file: each finding, and what is said once a page, at line 0."""
    file = Path(report.path).stem
    shown = choose_shown(report, complete=False)
    for bullet in shown.bullets:
        for finding in bullet.findings:
            yield Said(file, bullet.place.line or 0, finding.code, finding.message)
    for finding in shown.findings:
        yield Said(file, finding.place.line or 0, finding.code, finding.message)
    for code, _, said in list_page_lines(report):
        yield Said(file, 0, code, said)


def find_label(said: Said, labels: Labels) -> str:
    """Return the label of a finding: that of the longest words that its message holds, "unlabelled" without one."""
    fitting = [
        label for label in labels.get((said.file, said.line, said.code), ()) if label.saying in said.message
    ]
    return max(fitting, key=lambda label: len(label.saying)).label if fitting else "unlabelled"


def print_shares(said: Sequence[Said], labels: Labels, *, by: str) -> None:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for item in said:
        label = find_label(item, labels)
        counts[item.file if by == "trade" else item.code][label] += 1
        counts["all"][label] += 1
    print(f"{by:24}{'said':>6}{'useful':>9}{'pedantic':>10}{'false':>8}{'unlabelled':>12}")
    for name in (*sorted(set(counts) - {"all"}), "all"):
        count = counts[name]
        labelled = sum(count[label] for label in LABELS)
        shares = [f"{count[label] / labelled:.0%}" if labelled else "-" for label in LABELS]
        print(
            f"{name:24}{count.total():>6}{shares[0]:>9}{shares[1]:>10}{shares[2]:>8}{count['unlabelled']:>12}"
        )


def print_fine(said: Sequence[Said], labels: Labels) -> None:
    fine = {(file, line) for (file, line, code) in labels if code == "-"}
    touched = {(item.file, item.line) for item in said}
    print(f"bullets that need no change: {len(fine)}, left alone {len(fine - touched)}")


if __name__ == "__main__":
    main()
