"""Sentences made bullet-like: the subject dropped, or only a verb phrase or a noun phrase kept."""

from __future__ import annotations

from dataclasses import replace

from training.grammar.inflection import inflect
from training.tree import Tree

AUXILIARIES = frozenset("have has had 've 's is are was were am 're 'm will would can could".split())


def _subtree(tree: Tree, top: int) -> list[int]:
    members = {top}
    grown = True
    while grown:
        grown = False
        for index, head in enumerate(tree.heads):
            if index not in members and head in members:
                members.add(index)
                grown = True
    return sorted(members)


def cut_tree(tree: Tree, start: int, stop: int, *, root: int) -> Tree:
    """Keep the words from start to stop as a tree of its own under the given root."""
    heads = []
    labels = list(tree.labels[start:stop])
    for index in range(start, stop):
        inside = start <= tree.heads[index] < stop and index != root
        heads.append((tree.heads[index] if inside else root) - start)
    labels[root - start] = "ROOT"
    words = list(tree.words[start:stop])
    words[0] = words[0][:1].upper() + words[0][1:]
    spaces = (*tree.spaces[start : stop - 1], False)
    return Tree(tuple(words), spaces, tree.tags[start:stop], tuple(heads), tuple(labels))


def drop_subject(tree: Tree) -> Tree | None:
    """Return the sentence from its verb on, or None where that leaves no bullet.

    Auxiliaries of the perfect, the progressive and the future go with the subject: "She has reduced the
    load." becomes "Reduced the load.", "They are testing it." becomes "Testing it.".
    """
    root = next(i for i, head in enumerate(tree.heads) if i == head)
    tags = list(tree.tags)
    if not tags[root].startswith("VB") or tree.words[root].lower() in AUXILIARIES:
        return None
    before = [i for i, head in enumerate(tree.heads) if head == root and i < root]
    subjects = [i for i in before if tree.labels[i] == "nsubj"]
    if len(subjects) != 1 or any(tree.labels[i] == "auxpass" for i in before):
        return None
    after_subject = [i for i in before if i > subjects[0]]
    auxiliaries = [i for i in after_subject if tree.labels[i] == "aux"]
    if any(tree.words[i].lower() not in AUXILIARIES for i in auxiliaries):
        return None
    rest = [i for i in after_subject if i not in auxiliaries]
    if any(tree.labels[i] != "advmod" or not tree.words[i].endswith("ly") for i in rest):
        return None
    start = min([root, *(_subtree(tree, i)[0] for i in rest)])
    if any(tree.heads[i] < start for i in range(start, len(tree.words)) if i != root):
        return None
    if len(tree.words) - start < 4 or any(i > start for i in auxiliaries):
        return None
    tag = tags[root]
    if tag == "VBN":
        tags[root] = "VBD"
    elif tag == "VBP":
        tags[root] = "VB"
    changed = Tree(tree.words, tree.spaces, tuple(tags), tree.heads, tree.labels)
    return cut_tree(changed, start, len(tree.words), root=root)


def cut_noun_phrases(tree: Tree) -> list[Tree]:
    """Return the longer noun phrases of a sentence, each without its determiner."""
    phrases = []
    for index, label in enumerate(tree.labels):
        if label not in ("dobj", "pobj", "nsubj", "attr", "nsubjpass") or not tree.tags[index].startswith(
            "NN"
        ):
            continue
        members = _subtree(tree, index)
        if len(members) < 5 or members != list(range(members[0], members[-1] + 1)):
            continue
        start = members[0] + (tree.labels[members[0]] == "det")
        stop = members[-1] + 1
        if tree.labels[stop - 1] == "punct":
            stop -= 1
        if (
            tree.labels[start] == "punct"
            or stop - start < 4
            or any(
                start <= i < stop and not start <= tree.heads[i] < stop and i != index
                for i in range(start, stop)
            )
        ):
            continue
        phrases.append(cut_tree(tree, start, stop, root=index))
    return phrases


def cut_verb_phrases(tree: Tree) -> list[Tree]:
    """Return the infinitives and gerunds of a sentence that govern something, each as a bullet of its own.

    "They met to reduce the load." gives "Reduce the load".
    """
    phrases = []
    for index, tag in enumerate(tree.tags):
        if tag not in ("VB", "VBG") or tree.heads[index] == index:
            continue
        children = [i for i, head in enumerate(tree.heads) if head == index]
        after_verb = [tree.labels[i] for i in children if i > index]
        if any(tree.labels[i] in ("nsubj", "nsubjpass", "auxpass", "neg") for i in children):
            continue
        if not after_verb or after_verb[0] not in ("dobj", "prep", "prt", "dative", "ccomp"):
            continue
        members = [i for i in _subtree(tree, index) if i >= index]
        if len(members) < 4 or members != list(range(index, members[-1] + 1)):
            continue
        stop = members[-1] + 1
        while tree.labels[stop - 1] == "punct" and stop - 1 > index:
            stop -= 1
        if stop - index >= 4 and all(index <= tree.heads[i] < stop for i in range(index + 1, stop)):
            phrases.append(cut_tree(tree, index, stop, root=index))
    return phrases


def change_tense(tree: Tree, *, lemma: str, tag: str) -> Tree:
    """Return the tree with its root verb, the first word, in the form of a Penn tag."""
    word = inflect(lemma, tag)
    return replace(tree, words=(word[:1].upper() + word[1:], *tree.words[1:]), tags=(tag, *tree.tags[1:]))
