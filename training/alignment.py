"""Alignment of trees with the tokens that spaCy's English tokenizer makes of the same text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from training.tree import Tree

Tokenize = Callable[[str], Sequence[str]]
NUMBER = re.compile(r"^[~<>]?\d[\d.,]*(?:[kKMBx]|bn)?\.?$")
CURRENCIES = frozenset("$€£¥₹")
MAGNITUDES = frozenset(["K", "k", "M", "B", "T", "bn", "m"])
JOINERS = frozenset("-–—/&+→")
PREFIX_ADVERBS = frozenset(
    "well highly newly fully self cross near real low high long hand pre post re non co ever fast".split()
)


def tag_piece(piece: str, *, tag: str, last: bool, place: int) -> str:
    """Guess the Penn tag of one piece of a word that the tokenizer splits."""
    if NUMBER.match(piece):
        return "CD"
    if piece in CURRENCIES:
        return "$"
    if piece in ("-", "–", "—"):
        return "HYPH"
    if piece in ("/", "+", "#", "~", "<", ">", "&", "→", "=", "*", "_"):
        return "SYM"
    if not any(character.isalnum() for character in piece):
        return {"(": "-LRB-", ")": "-RRB-", ",": ",", ".": ".", "%": "NN", "'": "''", '"': "''"}.get(
            piece, ":"
        )
    if tag in ("NNP", "NNPS"):
        return tag if last else "NNP"
    if last:
        if tag == "JJ" and piece.endswith("ed"):
            return "VBN"
        if tag == "JJ" and piece.endswith("ing"):
            return "VBG"
        if (
            tag == "JJ"
            and place > 0
            and piece.lower() not in ("free", "wide", "level", "ready", "low", "high")
        ):
            return "NN"
        return tag
    low = piece.lower()
    if low in ("to", "of", "by", "in", "on", "up", "over", "as", "for", "with", "at"):
        return "IN"
    if low in ("and", "or"):
        return "CC"
    if low in ("the", "a"):
        return "DT"
    if low in PREFIX_ADVERBS:
        return {"well": "RB", "highly": "RB", "newly": "RB", "fully": "RB", "ever": "RB", "fast": "RB"}.get(
            low, "JJ"
        )
    return "NNP" if piece[0].isupper() and place > 0 else "NN"


def split_word(pieces: Sequence[str], *, tag: str) -> tuple[int, list[str], list[int], list[str]] | None:
    """Give the pieces of one word a head, tags, heads (piece index) and labels.

    The label of the head piece is left empty. None when no piece can be the head.
    """
    content = [i for i, piece in enumerate(pieces) if any(c.isalnum() for c in piece) or piece == "%"]
    if not content:
        return None
    rate = next((i for i, p in enumerate(pieces) if p == "/" and i and NUMBER.match(pieces[i - 1])), None)
    if rate is not None and rate + 1 < len(pieces) and pieces[rate + 1][0].isdigit():
        rate = None
    head = content[-1]
    if rate is not None:
        head = [i for i in content if i < rate][-1]
    tags = [tag_piece(p, tag=tag, last=i == head, place=i) for i, p in enumerate(pieces)]
    heads = [head] * len(pieces)
    labels = ["punct"] * len(pieces)
    labels[head] = ""
    money = any(piece in CURRENCIES for piece in pieces)
    if pieces[head] in MAGNITUDES and head and NUMBER.match(pieces[head - 1]):
        tags[head] = "CD"
    for i, piece in enumerate(pieces):
        if i == head:
            continue
        if rate is not None and i == rate:
            tags[i], labels[i] = "IN", "prep"
        elif rate is not None and i > rate:
            heads[i], labels[i] = (rate, "pobj") if i == content[-1] else (content[-1], "punct")
            tags[i] = "NN" if i == content[-1] else tags[i]
        elif piece in CURRENCIES:
            labels[i] = "quantmod" if pieces[head] in MAGNITUDES else "nmod"
        elif i in content:
            if tags[i] == "CD":
                labels[i] = "compound" if money or tags[head] == "CD" else "nummod"
            elif tags[i] in ("RB", "JJ", "IN", "CC", "DT"):
                labels[i] = {"RB": "advmod", "JJ": "amod", "IN": "prep", "CC": "cc", "DT": "det"}[tags[i]]
            else:
                labels[i] = "npadvmod" if tags[head] in ("VBN", "VBG", "VBD", "VB") else "compound"
    return head, tags, heads, labels


def _ends(words: Sequence[str]) -> list[int]:
    ends, place = [], 0
    for word in words:
        place += len(word)
        ends.append(place)
    return ends


def align_tree(tree: Tree, *, tokenize: Tokenize) -> Tree | None:
    """Carry a tree over to the tokenizer's tokens; None where the two cannot be brought together.

    Words that the tokenizer joins must form a subtree; a word that it splits gets its inner arcs by rule.
    """
    tokens = tokenize(tree.text)
    if list(tokens) == list(tree.words):
        return tree
    if "".join(tokens) != "".join(tree.words):
        return None
    word_ends, token_ends = _ends(tree.words), _ends(tokens)
    cuts = sorted(set(word_ends) & set(token_ends))
    spaces: list[bool] = [False] * len(tokens)
    tags: list[str] = [""] * len(tokens)
    labels: list[str] = [""] * len(tokens)
    inner: list[int | None] = [None] * len(tokens)
    outer_head: list[int] = [0] * len(tokens)
    new_place: dict[int, int] = {}
    word_at = token_at = 0
    for cut in cuts:
        word_to, token_to = word_ends.index(cut) + 1, token_ends.index(cut) + 1
        words, pieces = range(word_at, word_to), range(token_at, token_to)
        if len(pieces) > 1 and all(tree.labels[w] == "punct" for w in words):
            for piece in pieces:
                tags[piece], labels[piece] = tree.tags[words[0]], "punct"
                outer_head[piece] = tree.heads[words[0]]
            new_place.update(dict.fromkeys(words, pieces[0]))
            spaces[pieces[-1]] = tree.spaces[words[-1]]
            word_at, token_at = word_to, token_to
            continue
        spoken = [w for w in words if tree.labels[w] != "punct"]
        if len(words) > 1 and len(pieces) > 1 and len(spoken) != 1:
            return None
        tops = [w for w in words if tree.heads[w] not in words or tree.heads[w] == w]
        if len(spoken) == 1:
            tops = spoken  # "SaaS" and its full stop are one token, "SaaS."
        if len(tops) != 1:
            return None
        top = tops[0]
        if len(pieces) == 1:
            head_piece = pieces[0]
            tags[head_piece], labels[head_piece] = tree.tags[top], tree.labels[top]
        else:
            parts = split_word([tokens[p] for p in pieces], tag=tree.tags[top])
            if parts is None:
                return None
            head, piece_tags, piece_heads, piece_labels = parts
            head_piece = pieces[0] + head
            for offset, piece in enumerate(pieces):
                tags[piece], labels[piece] = piece_tags[offset], piece_labels[offset]
                inner[piece] = pieces[0] + piece_heads[offset]
            inner[head_piece], labels[head_piece] = None, tree.labels[top]
        outer_head[head_piece] = tree.heads[top]
        if tree.heads[top] == top:
            outer_head[head_piece] = -1
        for word in words:
            new_place[word] = head_piece
        spaces[pieces[-1]] = tree.spaces[words[-1]]
        word_at, token_at = word_to, token_to
    heads = []
    for index in range(len(tokens)):
        within = inner[index]
        if within is not None:
            heads.append(within)
        else:
            heads.append(index if outer_head[index] == -1 else new_place[outer_head[index]])
    return Tree(tuple(tokens), tuple(spaces), tuple(tags), tuple(heads), tuple(labels))
