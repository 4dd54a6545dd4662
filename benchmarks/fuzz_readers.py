"""Feed changed resumes to every reader: whatever the input, a document or a ReadError, within two seconds and 500 MB.

    python -m benchmarks.fuzz_readers --inputs 20000 --seed 1 [--only latex pdf] [--state FILE] [--keep FOLDER]

The resumes are the samples and all layouts of benchmarks/layouts. Of sixteen inputs one is a whole resume, in which a
construct may stand four thousand times or levels deep, the others are pieces of some ten lines, which take a fraction
of the time. They are changed by what their format is made of (benchmarks/fuzzing), an eighth of them byte by byte, and
every place of what was read is looked at again. Each input is made of the seed and its number alone. With --state a run
that was stopped goes on where it was. Prints a table by format, and each input that crashed, took too much, or gave a
place that is wrong; exits 1 if any did.
"""

from __future__ import annotations

import argparse
import faulthandler
import json
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from types import FrameType

from benchmarks.fuzzing.grammars import DEEPEST, GRAMMARS, change_text
from benchmarks.fuzzing.marred import mar_bytes
from benchmarks.fuzzing.pieces import cut_pieces
from benchmarks.fuzzing.places import WrongPlaceError, check_places
from benchmarks.fuzzing.printed import change_print
from benchmarks.fuzzing.trees import change_tree
from benchmarks.fuzzing.word import change_word
from benchmarks.layouts.__main__ import LAYOUTS, TYPESET
from benchmarks.layouts.people import load_people
from bulletlint.core.document import Document
from bulletlint.core.errors import ReadError
from bulletlint.read import FORMATS, find_format, read_bytes
from bulletlint.read.pdf.guard import PROCESSOR_SECONDS, TOO_LONG, TOO_MUCH

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
#: What an input may take beyond what the process has, in bytes.
MOST_MEMORY = 500_000_000
#: One input in so many is changed byte by byte and not by its format.
MARRED = 8
#: One input in so many is a whole resume, the others are small; how deep anything is nested in a small one.
WHOLE, SHALLOW = 16, 30
#: Inputs after which the state is written.
_OFTEN = 200


class TooSlowError(BaseException):
    """An input took longer than allowed; no reader may take it for an error of its own."""


def stop_slow(signum: int, frame: FrameType | None) -> None:
    """Interrupt the reader that is running."""
    raise TooSlowError


Corpus = dict[str, list[tuple[str, bytes]]]


def load_corpus(only: list[str] | None) -> Corpus:
    """Return the names and contents of the resumes that are changed, by format, in an order that never varies."""
    corpus: dict[str, list[tuple[str, bytes]]] = {}
    for path in sorted(SAMPLES.rglob("*")):
        if path.is_file() and (format := find_format(path.name)):
            corpus.setdefault(format, []).append((path.name, path.read_bytes()))
    people = load_people()
    for number, layout in enumerate((*LAYOUTS, *TYPESET)):
        format = find_format(f"a{layout.suffix}")
        if format is None or (only and format not in only):
            continue
        written = layout.write(people[number % len(people)])
        content = written.encode() if isinstance(written, str) else written
        corpus.setdefault(format, []).append((f"{layout.name}{layout.suffix}", content))
    return {format: corpus[format] for format in FORMATS if format in corpus and (not only or format in only)}


def cut_corpus(corpus: Corpus) -> Corpus:
    """Return small resumes made of those of a corpus."""
    return {
        format: [(name, piece) for name, content in resumes for piece in cut_pieces(format, name, content)]
        for format, resumes in corpus.items()
    }


def make_input(corpus: Corpus, pieces: Corpus, seed: int, number: int) -> tuple[str, str, bytes]:
    """Return the format, name and content of an input, by its number; the formats come in turn."""
    chance = random.Random(f"{seed}:{number}")
    format = list(corpus)[number % len(corpus)]
    whole = chance.randrange(WHOLE) == 0
    resumes, deepest = (corpus[format], DEEPEST) if whole else (pieces[format], SHALLOW)
    name, content = chance.choice(resumes)
    other = chance.choice(resumes)[1]
    if chance.randrange(MARRED) == 0:
        return format, name, mar_bytes(content, other, chance)
    if format == "docx":
        return format, name, change_word(content, other, chance, deepest)
    if format == "pdf":
        return format, name, change_print(content, other, chance, deepest)
    text, borrowed = content.decode("utf-8", "replace"), other.decode("utf-8", "replace")
    changed = (
        change_tree(text, borrowed, format, chance, deepest)
        if format in ("json", "yaml") and chance.randrange(3)
        else None
    )
    if changed is None:
        changed = change_text(text, borrowed, GRAMMARS[format], chance, deepest)
    return format, name, changed.encode("utf-8", "replace")


def try_input(name: str, content: bytes) -> tuple[str, float]:
    """Read an input and return what came of it, with the seconds of processor time that reading took.

    It is "read", "refused", "stopped" by a limit that is there to stop it, or what is wrong.
    """
    started = time.process_time()
    documents: tuple[Document, ...] = ()
    try:
        signal.setitimer(signal.ITIMER_PROF, PROCESSOR_SECONDS)
        documents = read_bytes(content, name=name)
        outcome = "read"
    except ReadError as error:
        limited = error.message in (TOO_LONG, TOO_MUCH)
        outcome = "refused in several lines" if "\n" in str(error) else "stopped" if limited else "refused"
    except TooSlowError:
        outcome = "slow"
    except MemoryError:
        outcome = "large"
    except Exception as error:  # the point of the run is to find these
        outcome = f"crashed: {type(error).__name__}: {error}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    seconds = time.process_time() - started
    try:
        for document in documents:
            check_places(document, content)
    except WrongPlaceError as error:
        outcome = f"misplaced: {error}"
    return outcome, seconds


def limit_memory() -> None:
    """Let this process take no more than MOST_MEMORY beyond what it has now, where the system has such limits."""
    with suppress(ImportError, OSError, ValueError):
        import resource

        pages = int(Path("/proc/self/statm").read_text().split()[0])
        limit = pages * resource.getpagesize() + MOST_MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (limit, resource.getrlimit(resource.RLIMIT_AS)[1]))


class Tallied:
    """What came of the inputs so far, by format, and the slowest of each; kept in a file if one is named."""

    def __init__(self, path: Path | None, seed: int) -> None:
        self._path = path
        self.seed = seed
        self.done = 0
        self.outcomes: Counter[str] = Counter()
        self.slowest: dict[str, float] = {}
        self.wrong: list[str] = []
        if path is not None and path.is_file():
            stored = json.loads(path.read_text(encoding="utf-8"))
            if stored["seed"] != seed:
                sys.exit(f"{path} is of a run with seed {stored['seed']}; name another file")
            self.done, self.wrong = stored["done"], stored["wrong"]
            self.outcomes, self.slowest = Counter(stored["outcomes"]), stored["slowest"]

    def save(self) -> None:
        """Write what is known, so that a later run goes on from here."""
        if self._path is not None:
            stored = {name: getattr(self, name) for name in ("seed", "done", "outcomes", "slowest", "wrong")}
            self._path.write_text(json.dumps(stored, indent=1), encoding="utf-8")

    def describe(self) -> Iterator[str]:
        """Yield the lines of the table."""
        formats = sorted({key.partition(" ")[0] for key in self.outcomes}, key=list(FORMATS).index)
        kinds = sorted(
            {key.partition(" ")[2] for key in self.outcomes}, key=lambda kind: (kind != "read", kind)
        )
        yield f"{'':10}" + "".join(f"{kind:>12}" for kind in kinds) + f"{'slowest s':>12}"
        for format in formats:
            counts = "".join(f"{self.outcomes[f'{format} {kind}']:12,}" for kind in kinds)
            yield f"{format:10}{counts}{self.slowest[format]:12.2f}"
        yield f"{sum(self.outcomes.values()):,} inputs, {len(self.wrong)} wrong"


def run(tallied: Tallied, corpus: Corpus, count: int, keep: Path, minutes: float) -> int:
    """Read every input up to a number, as far as the time goes; return how many went wrong."""
    signal.signal(signal.SIGPROF, stop_slow)
    pieces = cut_corpus(corpus)
    limit_memory()
    end = time.monotonic() + 60 * minutes
    for number in range(tallied.done, count):
        if time.monotonic() > end:
            break
        format, name, content = make_input(corpus, pieces, tallied.seed, number)
        outcome, seconds = try_input(name, content)
        tallied.slowest[format] = max(tallied.slowest.get(format, 0.0), seconds)
        kind, _, detail = outcome.partition(": ")
        tallied.outcomes[f"{format} {kind}"] += 1
        tallied.done = number + 1
        if kind not in ("read", "refused", "stopped"):
            keep.mkdir(parents=True, exist_ok=True)
            kept = keep / f"{tallied.seed}-{number}-{name}"
            kept.write_bytes(content)
            tallied.wrong.append(f"{kept.name}: {kind}: {detail[:300]}")
            print(tallied.wrong[-1], flush=True)
        if number % _OFTEN == _OFTEN - 1:
            tallied.save()
    tallied.save()
    print(*tallied.describe(), sep="\n")
    return len(tallied.wrong)


def main() -> None:
    """Read the options, run, exit 1 if anything went wrong."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", nargs="*", help="formats to try")
    parser.add_argument(
        "--state", type=Path, help="keep in this file how far the run is, and go on from there"
    )
    parser.add_argument(
        "--minutes", type=float, default=float("inf"), help="stop after so many minutes on the clock"
    )
    parser.add_argument("--keep", type=Path, default=Path("fuzzed"), help="folder for inputs that went wrong")
    options = parser.parse_args()
    faulthandler.enable()
    tallied = Tallied(options.state, options.seed)
    wrong = run(tallied, load_corpus(options.only), options.inputs, options.keep, options.minutes)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
