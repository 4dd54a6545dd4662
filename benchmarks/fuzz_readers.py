"""Feed mutated samples to every reader: whatever the input, a document or a ReadError, and soon.

    python benchmarks/fuzz_readers.py --inputs 20000 --seed 1

Prints a line per format and each input that crashed, hung or gave a place outside of its source; exits 1 if any did.
"""

from __future__ import annotations

import argparse
import faulthandler
import random
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from types import FrameType

from bulletlint.core.document import Document
from bulletlint.core.errors import ReadError
from bulletlint.core.places import find_line_starts, find_place
from bulletlint.read import FORMATS, find_format, read_bytes

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
#: What a mutation may insert: marks of every format, openers without closers, odd characters.
PIECES = [
    piece.encode()
    for piece in (
        *"- |* |+ |• |o |1. |\n|\r\n|\r|\t|    |\n\n|#|## |\\|\\\n|{|}|(|)|$|%|\"|'|:|: |,|2019 - |Present|a@b.c".split(
            "|"
        ),
        *"* |== |**|_|`|``|```|~~|[|](|](http://a.b)|![|+++|--- |http://".split("|"),
        *"<|>|</li>|<li>|<ul>|<br>|<!--|-->|<script>|<svg>|&amp;|&#x|&|\\u00|\\ud83d|\\x|null|true|1e999".split(
            "|"
        ),
        *"- - - |[[[[|{{{{|((((|]]]]|}}}}|*a|&a |*|!!python/object:x |? |... |>-\n".split("|"),
        *"//|/*|*/|#let x = |#list(|]|.. |::|.. x::|:a:`|`_|x|:PROPERTIES:|:END:|#+BEGIN_SRC".split("|"),
        *"\\item |\\begin{itemize}|\\end{itemize}|\\input{x}|\\resumeItem{|\\newcommand{\\x}{\\x}".split("|"),
        *"\u00a0|\u200b|\ufeff|\u2028|é|😀".split("|"),
        "|",
        "\0",
        "\x01",
        "\x1b",
    )
]
RAW = [
    b"\xff",
    b"\xfe\xff",
    b"\xef\xbb\xbf",
    b"\xc3",
    b"\x80",
    b"\x00\x00",
    b"PK\x03\x04",
    b"%PDF-1.7",
    b"\xd0\xcf\x11\xe0",
]


class TooSlowError(Exception):
    """An input took longer than allowed."""


def stop_slow(signum: int, frame: FrameType | None) -> None:
    """Interrupt the reader that is running."""
    raise TooSlowError


def mutate(content: bytes, others: list[bytes], chance: random.Random) -> bytes:
    """Return content with one to eight random changes."""
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 1, 2, 4, 8))):
        first = chance.randrange(len(changed) + 1)
        last = min(len(changed), first + chance.choice((0, 1, 1, 2, 5, 20, 200)))
        kind = chance.randrange(9)
        if kind == 0:
            del changed[first:last]
        elif kind == 1:
            changed[first:first] = chance.choice(PIECES)
        elif kind == 2:
            changed[first:last] = chance.choice(PIECES)
        elif kind == 3:
            changed[first:first] = chance.choice(PIECES) * chance.choice((3, 30, 300, 3000))
        elif kind == 4:
            changed[first:first] = changed[first:last]
        elif kind == 5:
            changed[first:first] = chance.choice(RAW)
        elif kind == 6 and changed:
            changed[first % len(changed)] = chance.randrange(256)
        elif kind == 7:
            del changed[first:]
        else:
            other = chance.choice(others)
            start = chance.randrange(len(other) + 1)
            changed[first:last] = other[start : start + chance.choice((10, 100, 1000))]
    return bytes(changed)


def check_places(documents: tuple[Document, ...]) -> None:
    """Assert that every bullet stands inside its source, in order, and says what stands there."""
    for document in documents:
        starts = find_line_starts(document.source)
        for bullet in document.bullets:
            assert bullet.text == "".join(stretch.text for stretch in bullet.stretches)
            assert bullet.text.strip() == bullet.text != ""
            find_place(bullet, starts, 0, len(bullet.text))
            for stretch in bullet.stretches:
                if stretch.start is None or stretch.end is None:
                    continue
                assert 0 <= stretch.start <= stretch.end <= len(document.source)
                there = document.source[stretch.start : stretch.end]
                if len(there) == len(stretch.text) > 1:
                    # White space may stand for anything (a tie, a brace), a zero byte is shown as a replacement.
                    pairs = zip(there, stretch.text, strict=True)
                    assert all(one in (other, "\0") or other.isspace() for one, other in pairs), (
                        there,
                        stretch.text,
                    )


def make_inputs(samples: list[Path], count: int, chance: random.Random) -> Iterator[tuple[str, bytes]]:
    """Yield the name and content of each input, the formats in turn."""
    contents = {path: path.read_bytes() for path in samples}
    others = list(contents.values())
    for number in range(count):
        path = samples[number % len(samples)]
        yield path.name, mutate(contents[path], others, chance)


def run(
    samples: list[Path], count: int, seed: int, limit: float, read: Callable[..., tuple[Document, ...]]
) -> int:
    """Read every input; return how many went wrong."""
    chance = random.Random(seed)
    outcomes: Counter[tuple[str, str]] = Counter()
    slowest: dict[str, float] = {}
    wrong = 0
    signal.signal(signal.SIGPROF, stop_slow)
    for number, (name, content) in enumerate(make_inputs(samples, count, chance)):
        started = time.process_time()
        outcome = "read"
        try:
            signal.setitimer(signal.ITIMER_PROF, limit)
            check_places(read(content, name=name))
        except ReadError as error:
            outcome = "refused" if "\n" not in str(error) else "refused in several lines"
        except TooSlowError:
            outcome = "hung"
        except Exception as error:  # the point of the run is to find these
            outcome = f"crashed: {type(error).__name__}: {error}"[:150]
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        kind = str(find_format(name))
        slowest[kind] = max(slowest.get(kind, 0.0), time.process_time() - started)
        outcomes[kind, outcome.split(":", maxsplit=1)[0]] += 1
        if outcome not in ("read", "refused"):
            wrong += 1
            kept = Path(f"fuzz-{seed}-{number}-{name}")
            kept.write_bytes(content)
            print(f"{name} input {number}: {outcome} (kept as {kept})", flush=True)
    for kind in FORMATS:
        counts = {outcome: number for (of, outcome), number in sorted(outcomes.items()) if of == kind}
        if counts:
            print(f"{kind:9} {counts} slowest {slowest[kind]:.2f} s")
    print(f"{sum(outcomes.values())} inputs, {wrong} wrong")
    return wrong


def main() -> None:
    """Read the options, run, exit 1 if anything went wrong."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=float, default=5.0, help="seconds of CPU time that an input may take")
    parser.add_argument("--only", nargs="*", help="formats to try")
    options = parser.parse_args()
    faulthandler.enable()
    samples = sorted(path for path in SAMPLES.rglob("*") if path.is_file() and find_format(path.name))
    if options.only:
        samples = [path for path in samples if find_format(path.name) in options.only]
    sys.exit(1 if run(samples, options.inputs, options.seed, options.limit, read_bytes) else 0)


if __name__ == "__main__":
    main()
