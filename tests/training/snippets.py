"""Short notation for hand-written sentences: `form upos tag head relation`, one word a line."""

from training.conllu import Word
from training.tree import Tree


def words(text: str) -> list[Word]:
    """Return the words of a snippet; a head of 0 is the root, a form that ends in `~` has no space after it."""
    found = []
    for index, line in enumerate(text.strip().splitlines()):
        form, upos, tag, head, relation = line.split()
        place = int(head) - 1 if head != "0" else index
        found.append(Word(form.rstrip("~"), upos, tag, place, relation, not form.endswith("~")))
    return found


def arcs(tree: Tree) -> list[str]:
    """Return `word label head` for each word."""
    rows = zip(tree.words, tree.labels, tree.heads, strict=True)
    return [f"{word} {label} {tree.words[head]}" for word, label, head in rows]
