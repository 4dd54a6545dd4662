"""Case studies that say everything, in words and under headings of their own, are accused of nothing."""

from __future__ import annotations

import pytest

from bulletlint import Linter, Settings

#: Each has an evaluation, a failure mode, a decision, hindsight and the source of its data, none under its usual heading.
WHOLE = {
    "letters": """\
# Shorter waits at the tax office
## Context
Callers waited 19 minutes on average, and a quarter hung up.
## How we went about it
Before we built anything we agreed with the clerks what a good answer looks like: 45 of 50 letters sorted the way two
of them would. The letters were two years of scanned post from one region. We looked at a large model and at a table of
keywords, and went with the keywords for half of the topics, as they were nearly as good for a tenth of the price.
## Impact
Waits are down to 11 minutes. It still mixes up inheritance and gift tax about once a day.
## Looking back
I would ask the clerks on the first day.
""",
    "reminders": """\
# Reminders for a dental practice
## The problem
One slot in eight stayed empty.
## Solution
A text two days ahead. To know whether it works we split patients by the parity of their number for six weeks. Names and
times come out of the booking system each night; people who walk in are not in it. Instead of guessing who forgets,
everybody gets the text. If the provider is down, the front desk gets a list to call.
## What surprised us
Older patients liked the text most. Were I to start over, I would begin with the call list.
""",
    "search": """\
# A search that admits it does not know
## Background
Lawyers search 40,000 contracts by hand.
## Approach
We asked six lawyers to mark 300 answers right or wrong in advance. Scans from before 2005 were left out since nobody
could read them. Showing nothing costs trust less than showing nonsense, which is why the bar is high.
## Next steps
Tables are where it stumbles. We underestimated them and would now start there.
""",
}
#: What each of these leaves out.
LACKING = {
    "evaluation": """\
# Bread for Monday
## Problem
Bakers threw away a fifth of the bread.
## Data
Sales of two years from nine shops; holidays are missing.
## Approach
A forecast each night. We chose a plain average over a network. On rainy days it is wrong, and the baker decides.
## What I would do differently
Ask the bakers first.
""",
    "failure-mode": """\
# Bread for Monday
## Problem
Bakers threw away a fifth of the bread.
## Evaluation
Ten weeks against last year's plan.
## Data
Sales of two years from nine shops; holidays are missing.
## Approach
A plain average instead of a network.
## What I would do differently
Ask the bakers first.
""",
    "decision": """\
# Bread for Monday
## Problem
Bakers threw away a fifth of the bread.
## Evaluation
Ten weeks, graded by the bakers.
## Data
Sales of two years from nine shops; holidays are missing.
## Approach
A forecast each night. On rainy days it fails.
## What I learned
Rain.
""",
    "retrospective": """\
# Bread for Monday
## Problem
Bakers threw away a fifth of the bread.
## Evaluation
Ten weeks, graded by the bakers.
## Data
Sales collected over two years from nine shops.
## Decisions
A plain average instead of a network. On rainy days it fails.
## Results
A tenth is thrown away.
""",
    "data-provenance": """\
# Bread for Monday
## Problem
Bakers threw away a fifth of the bread.
## Evaluation
Ten weeks, graded by the bakers.
## Decisions
A plain average instead of a network. On rainy days it fails.
## What I would do differently
Ask the bakers first.
""",
}


def find_cases(text: str) -> list[str]:
    """Return the names of the rules about case studies that find something, without their beginning."""
    linter = Linter(Settings(profile="portfolio", rewrites=False))
    (file,) = linter.lint_text(text, format="markdown").files
    return [
        finding.rule.removeprefix("case-without-")
        for finding in file.findings
        if finding.rule.startswith("case-")
    ]


@pytest.mark.parametrize("name", WHOLE)
def test_a_part_in_running_text_is_not_accused(name: str) -> None:
    """Nobody has to use our headings."""
    assert find_cases(WHOLE[name]) == []


@pytest.mark.parametrize("part", LACKING)
def test_what_is_left_out_is_found(part: str) -> None:
    """And nothing else."""
    assert find_cases(LACKING[part]) == [part]
