"""Sets up a blind reading of rewrites beside another writer's, and counts what the readers said.

python -m benchmarks.pairs make BULLETS REFERENCE FOLDER [--seed 1]   write FOLDER/form.tsv and FOLDER/key.tsv
python -m benchmarks.pairs count FOLDER READING…                     print the figures

BULLETS has the columns `number` and `text`, REFERENCE a number and the other's rewrite a line. The form shows each
bullet with the two rewrites as A and B, drawn by the seed; readers never see the key. A reading has a line a bullet:
`number`, then `a` and `b` as letters of what holds of each (g grammatical, f faithful: nothing lost, nothing added;
k blanks fit; t better than the bullet), then `chosen`: A, B or `-` for neither.
"""

from __future__ import annotations

import argparse
import csv
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from bulletlint import Linter, Settings
from bulletlint.core.finding import BulletReport

#: What a reader may say of a rewrite, by its letter.
QUALITIES = {"g": "grammatical", "f": "faithful", "k": "blanks fit", "t": "better"}
OURS, OTHERS = "ours", "reference"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one reader said of one bullet's two rewrites: letters of QUALITIES by side, and the side that they chose."""

    number: str
    said: Mapping[str, str]
    chosen: str


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    make = commands.add_parser("make")
    make.add_argument("bullets", type=Path)
    make.add_argument("reference", type=Path)
    make.add_argument("folder", type=Path)
    make.add_argument("--seed", type=int, default=1)
    make.add_argument("--profile", default="ai-pm")
    count = commands.add_parser("count")
    count.add_argument("folder", type=Path)
    count.add_argument("readings", type=Path, nargs="+")
    arguments = parser.parse_args()
    if arguments.command == "make":
        rows = read_table(arguments.bullets)
        reference = dict(line.split("\t", 1) for line in read_lines(arguments.reference))
        reports = lint_all([row["text"] for row in rows], profile=arguments.profile)
        make_form(rows, reports, reference, arguments.folder, seed=arguments.seed)
    else:
        key = {row["number"]: row["ours"] for row in read_table(arguments.folder / "key.tsv")}
        readings = [read_reading(path, key) for path in arguments.readings]
        print(*render_figures(readings, key), sep="\n")


def read_lines(path: Path) -> list[str]:
    """Return the lines of a file that have something on them."""
    return [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def read_table(path: Path) -> list[dict[str, str]]:
    """Return the rows of a file of tab-separated columns with a header."""
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, delimiter="\t", quoting=csv.QUOTE_NONE))


def lint_all(texts: Sequence[str], *, profile: str) -> dict[str, BulletReport]:
    """Return the reports of the texts, each a bullet of one page, by its text; what is read as none is absent."""
    page = "".join(f"- {text}\n" for text in texts)
    source = f"# Experience\n\n## Work, 2019 – 2024\n\n{page}"
    report = Linter(Settings(profile=profile)).lint_text(source, format="markdown")
    return {bullet.text: bullet for bullet in report.files[0].bullets}


def make_form(
    rows: Sequence[Mapping[str, str]],
    reports: Mapping[str, BulletReport],
    reference: Mapping[str, str],
    folder: Path,
    *,
    seed: int,
) -> None:
    """Write the form and the key for the bullets that have both rewrites, and say how many have none of ours."""
    draw = random.Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    without = 0
    with (
        (folder / "form.tsv").open("w", encoding="utf-8") as form,
        (folder / "key.tsv").open("w", encoding="utf-8") as key,
    ):
        print("number\tbullet\tA\tB", file=form)
        print("number\tours", file=key)
        for row in rows:
            number = row["number"]
            first = draw.choice("AB")
            report = reports.get(row["text"])
            if report is None or report.rewrite is None:
                without += 1
                continue
            sides = [report.rewrite.text, reference[number]]
            print(number, row["text"], *(sides if first == "A" else sides[::-1]), sep="\t", file=form)
            print(number, first, sep="\t", file=key)
    print(f"{len(rows) - without} pairs in {folder}; {without} bullets have no rewrite of ours")


def read_reading(path: Path, key: Mapping[str, str]) -> list[Verdict]:
    """Return what a reader said, a verdict a bullet; raises ValueError, naming the line, for what the form has not."""
    verdicts = []
    for place, row in enumerate(read_table(path), 2):
        number, chosen = row["number"], row["chosen"].strip()
        said = {"A": row["a"].strip(), "B": row["b"].strip()}
        if (
            number not in key
            or chosen not in ("A", "B", "-")
            or not set("".join(said.values())) <= {*QUALITIES, "-"}
        ):
            raise ValueError(f"{path}:{place}: no bullet, letter or choice of the form")
        verdicts.append(Verdict(number, said, chosen))
    if missing := key.keys() - {verdict.number for verdict in verdicts}:
        raise ValueError(f"{path}: {len(missing)} bullets of the form are not in it, such as {min(missing)}")
    return verdicts


def render_figures(readings: Sequence[Sequence[Verdict]], key: Mapping[str, str]) -> Iterator[str]:
    """Yield the lines of the figures: of each reader, of all, and how often two readers chose the same."""
    for place, reading in enumerate(readings, 1):
        yield f"reader {place}: {render_choice(reading, key)}"
        for writer in (OURS, OTHERS):
            yield f"  {writer:9} {render_shares(reading, key, writer)}"
    for first, second in pairwise(readings):
        others = {verdict.number: verdict.chosen for verdict in second}
        same = sum(verdict.chosen == others[verdict.number] for verdict in first)
        yield f"two readers chose the same for {same} of {len(first)}"


def render_choice(reading: Sequence[Verdict], key: Mapping[str, str]) -> str:
    """Return whose rewrites a reader chose."""
    chosen = Counter(find_writer(verdict.chosen, key[verdict.number]) for verdict in reading)
    return f"chosen {chosen[OURS]} ours, {chosen[OTHERS]} reference, {chosen['neither']} neither of {len(reading)}"


def render_shares(reading: Sequence[Verdict], key: Mapping[str, str], writer: str) -> str:
    """Return the share of a writer's rewrites of which each quality holds."""
    held: Counter[str] = Counter()
    for verdict in reading:
        side = next(side for side in "AB" if find_writer(side, key[verdict.number]) == writer)
        held.update(verdict.said[side])
    return ", ".join(f"{name} {held[letter] / len(reading):.0%}" for letter, name in QUALITIES.items())


def find_writer(side: str, ours: str) -> str:
    """Return whose rewrite stands on a side of the form."""
    return "neither" if side == "-" else OURS if side == ours else OTHERS


if __name__ == "__main__":
    main()
