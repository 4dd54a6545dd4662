"""Whether a bullet tells what became of the work, and whether it is a bare change."""

from __future__ import annotations

import pytest

from builders import load_shipped


@pytest.mark.parametrize(
    ("text", "sequel"),
    [
        ("Wrote the key list that the porters read from; there has not been a lost key since.", True),
        ("Trained three porters; two run their own shift now.", True),
        ("Set up a tool library, and nobody buys a drill any more.", True),
        ("Kept a skipper on the line by radio until the lifeboat got there.", True),
        ("Moved the stalls to the yard. The owner has signed for two more summers.", True),
        ("Padded the corners after three falls in one term. One fall in the following year.", True),
        ("Sent the pumps out with a spare seal; over the next winter the depot got no call at night.", True),
        ("Shared one price list, after which the shops stopped ringing.", True),
        ("Wrote letters, minutes and invoices.", False),
        ("Handle complaints and driver issues; answer the phone.", False),
        ("Built a rota that the nurses fill in.", False),
        ("Ran a revision hour, which was well attended.", False),
        ("Painted the hall. I also fixed the roof.", False),
        ("Compared paints on 11 doors, of which 4 were dry.", False),
        ("Two summers on the ferries. Three on the locks.", False),
        ("Learnt the trade: smoking in Leith, and a season on a trawler.", False),
        ("Made sure that orders were complete and that the shelves were full.", False),
    ],
)
def test_a_sentence_of_its_own_tells_what_became_of_the_work(text: str, sequel: bool) -> None:
    """Its subject is not the writer, and it is no clause about a thing; a last sentence may only count."""
    analyser = load_shipped()
    assert analyser.read(analyser.nlp(text)).facts.sequel == sequel


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Improved the quality of bread by 35 %.", True),
        ("Reduced breakages by 30%", True),
        ("Reduced breakages by 30 % with deeper trays.", False),
        ("Reduced breakages from 40 to 28 a month.", False),
        ("Sold 30 % of the stock.", False),
        ("Over a long and wet season of fairs the takings of the stall rose by 30 %.", False),
    ],
)
def test_a_bare_change_is_a_figure_and_nothing_else(text: str, bare: bool) -> None:
    """Neither what was done for it, nor from what to what."""
    analyser = load_shipped()
    assert analyser.read(analyser.nlp(text)).facts.bare == bare


def test_a_bullet_of_sixty_words_is_endless() -> None:
    """Whatever it says."""
    analyser = load_shipped()
    texts = ["Carried " + "very " * (count - 2) + "far" for count in (59, 60)]
    assert [analyser.read(analyser.nlp(text)).facts.endless for text in texts] == [False, True]
