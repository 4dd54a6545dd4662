"""The reader's network in PyTorch, as it is trained; `bulletlint.evidence.learned.network` runs it without PyTorch."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional

from bulletlint.core.facts import LIKENESSES, REMARKS
from bulletlint.evidence.learned.inputs import COLUMNS, FACTS, FLAGS
from training.evidence.batches import Batch
from training.evidence.bullets import CLASSES, LABELS
from training.evidence.vectors import WordVectors

GLOVE_WIDTH = 50
#: The scores of the values of all classes; behind them stands one for each rule that a bullet may be like, and one for
#: each remark that a coach may make.
OUTPUTS = sum(map(len, CLASSES.values()))
ALONE = len(LIKENESSES) + len(REMARKS)
#: How much all likenesses and remarks together count beside the classes and the labels.
LIKENESS_WEIGHT = 1.0
#: How much a class counts; what is rarely stated counts more, and so does each bullet that states it.
CLASS_WEIGHTS = {"cost": 2.0, "fallback": 2.0, "monitoring": 2.0}
STATED_WEIGHT = 2.0


@dataclass(frozen=True, slots=True)
class Design:
    """What the network is told and how large it is; `context` is the width of a teacher's vectors, 0 for none."""

    width: int = 96
    layers: int = 2
    hidden: int = 96
    vectors: bool = False
    glove: bool = True
    minilm: bool = True
    parse: bool = True
    numbers: bool = True
    patterns: bool = True
    terms: bool = True
    context: int = 0
    dropout: float = 0.15
    #: How often all that patterns and lists say of a bullet is withheld.
    withheld: float = 0.05


class ReaderNetwork(nn.Module):
    """Token and bullet classifiers over window layers that also see the syntactic head."""

    def __init__(self, design: Design, vectors: WordVectors) -> None:
        super().__init__()
        self.design = design
        table = torch.from_numpy(vectors.table).float() * torch.from_numpy(vectors.scale)
        table = table / (table.std(0) + 1e-6)
        if not design.glove:
            table[:, :GLOVE_WIDTH] = 0
        if not design.minilm:
            table[:, GLOVE_WIDTH:] = 0
        self.register_buffer("table", table, persistent=False)
        width = design.width
        self.traits = nn.Embedding(sum(size for _, size in COLUMNS), width)
        nn.init.normal_(self.traits.weight, std=0.1)
        self.dense = nn.Linear(table.shape[1] + len(FLAGS) + 96 + design.context, width)
        self.entry_norm = nn.LayerNorm(width)
        self.blocks = nn.ModuleList(nn.Linear(4 * width, width) for _ in range(design.layers))
        self.norms = nn.ModuleList(nn.LayerNorm(width) for _ in range(design.layers))
        self.token_heads = nn.Linear(width, len(LABELS))
        self.bullet = nn.Linear(4 * width + len(LABELS) + len(FACTS), design.hidden)
        self.class_heads = nn.Linear(design.hidden, OUTPUTS + ALONE)
        # What the patterns answer counts directly, too, so that few examples are enough to learn what it is worth.
        self.token_skip = nn.Linear(len(FLAGS), len(LABELS), bias=False)
        self.class_skip = nn.Linear(len(FACTS) + len(LABELS), OUTPUTS + ALONE, bias=False)
        nn.init.zeros_(self.token_skip.weight)
        nn.init.zeros_(self.class_skip.weight)
        self.drop = nn.Dropout(design.dropout)
        self.register_buffer("flag_mask", make_flag_mask(design), persistent=False)
        self.register_buffer("pattern_flags", find_pattern_flags(), persistent=False)
        self.register_buffer("trait_mask", make_trait_mask(design), persistent=False)

    @staticmethod
    def trait_sizes() -> list[int]:
        """Return how many values each column of traits can take."""
        return [size for _, size in COLUMNS]

    def forward(self, batch: Batch, context: Tensor | None = None) -> tuple[Tensor, Tensor]:
        """Return the token scores (B, T, labels) and the class scores (B, outputs), before sigmoid and softmax.

        The last scores of a bullet are those of its likenesses and of the remarks.
        """
        design = self.design
        flags, facts = batch.flags * self.flag_mask, batch.facts * float(design.patterns)
        words = batch.words
        if self.training:
            kept = (torch.rand(len(flags), 1) > design.withheld).float()
            flags = flags * torch.where(self.pattern_flags, kept, torch.ones_like(kept)).unsqueeze(1)
            facts = facts * kept
            words = words * (torch.rand(words.shape) > 0.05)
        parts = [self.table[words], flags, batch.vectors * float(design.vectors)]
        if context is not None:
            parts.append(context)
        traits = (self.traits(batch.columns) * self.trait_mask.unsqueeze(-1)).sum(2)
        mask = batch.mask.unsqueeze(-1)
        state = functional.relu(self.entry_norm(self.dense(torch.cat(parts, -1)) + traits))
        state = self.drop(state) * mask
        head = batch.head.unsqueeze(-1).expand(-1, -1, design.width)
        for block, norm in zip(self.blocks, self.norms, strict=True):
            before = functional.pad(state, (0, 0, 1, 0))[:, :-1]
            after = functional.pad(state, (0, 0, 0, 1))[:, 1:]
            seen = torch.cat([before, state, after, state.gather(1, head)], -1)
            state = norm(state + self.drop(functional.relu(block(seen)))) * mask
        scores = self.token_heads(state) + self.token_skip(flags)
        low = (scores - 1e4 * (1 - mask)).amax(1)
        pooled = [
            state.sum(1) / mask.sum(1),
            (state - 1e4 * (1 - mask)).amax(1),
            state[torch.arange(len(state)), batch.lead],
            state[:, 0],
            torch.sigmoid(low),
            facts,
        ]
        hidden = functional.relu(self.bullet(self.drop(torch.cat(pooled, -1))))
        told = torch.cat([torch.sigmoid(low), facts], -1)
        return scores, self.class_heads(self.drop(hidden)) + self.class_skip(told)


def make_flag_mask(design: Design) -> Tensor:
    """Return one for each flag that a design is told, else zero."""
    told = {"pattern": design.patterns, "amount": design.numbers, "verb": design.terms, "term": design.terms}
    return torch.tensor([float(told[name.split(" ")[0]]) for name in FLAGS])


def find_pattern_flags() -> Tensor:
    """Return which flags come from patterns and lists, and may be withheld in training."""
    return torch.tensor([not name.startswith("amount") for name in FLAGS])


def make_trait_mask(design: Design) -> Tensor:
    """Return one for each column of traits that a design is told, else zero."""
    parsed = {"tag", "dep", "head tag", "role"}
    numbered = {"amount", "number"}
    told = [
        design.parse if name in parsed else design.numbers if name in numbered else True
        for name, _ in COLUMNS
    ]
    return torch.tensor([float(each) for each in told])


def measure_loss(batch: Batch, scores: Tensor, classes: Tensor, *, token_weight: float = 6.0) -> Tensor:
    """Return the mean loss of a batch: cross entropy of each class, of each label of each token, of each likeness."""
    per_token = functional.binary_cross_entropy_with_logits(scores, batch.labels, reduction="none").mean(-1)
    loss = token_weight * (per_token * batch.mask).sum(1) / batch.mask.sum(1)
    start = 0
    for name, values in CLASSES.items():
        end = start + len(values)
        truth = batch.classes[:, start:end]
        weight = CLASS_WEIGHTS.get(name, 1.0) / 2
        if name in CLASS_WEIGHTS:
            weight = weight * (1 + (STATED_WEIGHT - 1) * (1 - truth[:, 0]))
        loss = loss - weight * (truth * classes[:, start:end].log_softmax(-1)).sum(-1)
        start = end
    own = functional.binary_cross_entropy_with_logits(classes[:, OUTPUTS:], batch.alike, reduction="none")
    alike = LIKENESS_WEIGHT * (own * batch.counts).sum(1).mean()
    # A batch may be of lines alone, which say nothing of the classes.
    return (loss * batch.weight).sum() / batch.weight.sum().clamp(min=1.0) + alike


def split_classes(scores: Any) -> dict[str, Any]:
    """Return the probabilities (B, values) of each class from the class scores."""
    found, start = {}, 0
    for name, values in CLASSES.items():
        found[name] = scores[:, start : start + len(values)].softmax(-1)
        start += len(values)
    return found
