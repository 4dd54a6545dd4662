"""Changed values: each file is made of its text and its seed alone."""

import json
import random

from benchmarks.fuzzing.trees import change_tree

TEXT = json.dumps(
    {"work": [{"name": "Acme", "highlights": ["Cut costs by 30%.", "Led 3 teams."]}], "basics": {}}
)


def change_texts(seeds: range) -> list[str | None]:
    return [change_tree(TEXT, TEXT, "json", random.Random(seed), 10) for seed in seeds]


def test_files_made_before_change_nothing_in_those_that_follow() -> None:
    # The odd values were shared: they grew from file to file, until after 15,000 none could be turned into text.
    alone = change_texts(range(300))
    change_texts(range(300, 600))
    assert change_texts(range(300)) == alone


def test_a_lent_text_that_is_nested_too_deeply_costs_the_file_alone() -> None:
    # Seed 81 takes the whole of it and lays two thousand lists around: JSON writes no list nested so deeply.
    deep = "[" * 900 + "]" * 900
    made = [change_tree("[]", deep, "json", random.Random(seed), 900) for seed in range(75, 85)]
    assert any(text is not None for text in made)
