"""Finds nouns that are counted, so that one of them takes an article: by how treebanks and bullets use them.

    python -m training.countness TREEBANKS OUT [BULLETS…]

TREEBANKS is a folder of CoNLL-U files, BULLETS are tab-separated files whose last column is a bullet. A noun is counted
where it is met behind "a" or "an" and in the plural about as often as bare: bullets leave articles out, so that half of
its uses may lack one, but nobody writes "a software". Nouns of action are left out. OUT becomes a word list in the form
of those in `rules/lexicons`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import click

from bulletlint.core.inflect import pluralize
from bulletlint.core.lexicon import read_lexicon
from bulletlint.core.rules_folder import find_rules_folder
from bulletlint.pipeline import load_pipeline
from training.conllu import read_sentences

HEADER = """\
# Nouns that are counted: one of them takes an article inside a sentence ("by building a dashboard"). Written by
# training/countness.py from counts in UD_English-EWT and UD_English-GUM 2.16 (CC BY-SA 4.0, CC BY 4.0) and in labelled
# bullets; a noun that is wrong here goes into EXCLUDED of that file.
"""
#: Nouns that the counts take for counted, though resumes often use them for a kind of work or thing, without article.
EXCLUDED = frozenset(
    "being benefit build business can care change cloud color column combination community competition control cost "
    "current custom customer damage default degree demand deploy drive duty economy effect effort error exercise "
    "fair feedback female fiction fifth filing fish fit fluid force forum front fun fund future general gold good "
    "governance growth hand hope hour human impact improvement individual industry influence injury kind language "
    "law light line litigation mail mailing major male manner market mass matter meter mile minute mobile motion "
    "move music native need off old one out paper payment people personnel population position posting practice "
    "primary professional profit property prospect provision python quality quarter rail reading reason release "
    "remote repair response responsibility rest review reward right risk root sale scale school scrum season second "
    "secret sense session setting shared single skill software sound space special stake standard state stay steak "
    "substance success switch tax technology test text theory thing third thought thousand ton total trade traffic "
    "treat treatment type university upgrade user utility value variety video view voice volume wall waste way week "
    "weight whole will wine winter word work world year".split()
)
_INSIDE = frozenset({"JJ", "JJR", "JJS", "NN", "NNP", "VBG", "VBN", "CD", "HYPH", "AFX"})
_NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS", "HYPH", "POS"})
_DETERMINERS = frozenset({"DT", "PRP$", "POS", "WP$", "PDT"})
#: Fewest uses as something counted, and the least share of them among these and the bare ones.
LEAST_USES, LEAST_SHARE = 4, 0.45
#: Fewest uses in bullets that say something by themselves, and the least share there.
LEAST_BULLETS, LEAST_BULLET_SHARE = 5, 0.4


@dataclass(frozen=True, slots=True)
class Uses:
    """How often each noun stands behind "a" or "an", in the plural, and in the singular without any determiner."""

    single: Counter[str] = field(default_factory=Counter)
    plural: Counter[str] = field(default_factory=Counter)
    bare: Counter[str] = field(default_factory=Counter)

    def count(self, noun: str) -> tuple[int, int, int]:
        """Return the three counts of a noun in the singular."""
        return self.single[noun], self.plural[pluralize(noun)], self.bare[noun]


@click.command(help=(__doc__ or "").splitlines()[0])
@click.argument("treebanks", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.argument("out", type=click.Path(path_type=Path))
@click.argument("bullets", nargs=-1, type=click.Path(exists=True, dir_okay=False, path_type=Path))
def main(treebanks: Path, out: Path, bullets: Sequence[Path]) -> None:
    prose, headlines = Uses(), Uses()
    for sentence in read_treebanks(treebanks):
        count_uses(sentence, prose)
    for sentence in read_bullets(bullets):
        count_uses(sentence, headlines)
    folder = find_rules_folder() / "lexicons"
    acts = {
        entry.split()[0]
        for name in ("nouns-action", "nouns-change")
        for entry in read_lexicon(folder / f"{name}.txt")
    }
    counted = choose_counted(prose, headlines) - acts - EXCLUDED
    out.write_text(HEADER + "".join(f"{noun}\n" for noun in sorted(counted)), encoding="utf-8")
    click.echo(f"{len(counted)} nouns")


def count_uses(sentence: Sequence[tuple[str, str]], uses: Uses) -> None:
    """Add the nouns that end a noun phrase of a sentence, given as words with their Penn tags."""
    for place, (word, tag) in enumerate(sentence):
        noun = word.lower()
        if tag == "NNS":
            uses.plural[noun] += 1
            continue
        ends = place + 1 == len(sentence) or sentence[place + 1][1] not in _NOUNS
        if tag != "NN" or not ends:
            continue
        start = place
        while start and sentence[start - 1][1] in _INSIDE:
            start -= 1
        before, before_tag = sentence[start - 1] if start else ("", "")
        if before.lower() in ("a", "an"):
            uses.single[noun] += 1
        elif before_tag not in _DETERMINERS:
            uses.bare[noun] += 1


def choose_counted(prose: Uses, headlines: Uses) -> set[str]:
    """Return the nouns that are counted, by how whole sentences and bullets use them."""
    found: set[str] = set()
    for noun in {*prose.single, *headlines.single}:
        if not (noun.isascii() and noun.isalpha() and len(noun) > 2):
            continue
        single, plural, bare = (a + b for a, b in zip(prose.count(noun), headlines.count(noun), strict=True))
        own_single, own_plural, own_bare = headlines.count(noun)
        told = own_single + own_plural + own_bare
        agreed = told < LEAST_BULLETS or own_single + own_plural >= LEAST_BULLET_SHARE * told
        counted = single + plural
        if plural and counted >= LEAST_USES and counted >= LEAST_SHARE * (counted + bare) and agreed:
            found.add(noun)
    return found


def read_treebanks(folder: Path) -> Iterator[list[tuple[str, str]]]:
    """Yield the sentences of every CoNLL-U file of a folder as words with tags."""
    for path in sorted(folder.glob("*.conllu")):
        for words in read_sentences(path):
            yield [(word.form, word.tag) for word in words]


def read_bullets(paths: Iterable[Path]) -> Iterator[list[tuple[str, str]]]:
    """Yield the bullets of tab-separated files, their last column, as words with the tags that the pipeline gives."""
    lines = (line for path in paths for line in path.read_text(encoding="utf-8").splitlines()[1:])
    for doc in load_pipeline().pipe(line.split("\t")[-1] for line in lines):
        yield [(token.text, token.tag_) for token in doc]


if __name__ == "__main__":
    main()
