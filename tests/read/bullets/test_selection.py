"""What is a bullet and what is not, by section and shape, whatever the format."""

from __future__ import annotations

import pytest

from bulletlint.core.document import Block, Draft, LeftOut, Place, Stretch
from bulletlint.read.bullets.section_words import load_section_words
from bulletlint.read.bullets.selection import select_bullets


def make_draft(text: str, *, unmarked: bool = False) -> Draft:
    """Return a draft out of lines: "# " begins a heading, "- " an item, two spaces before it a nested one."""
    blocks = []
    for line in text.strip("\n").splitlines():
        bare = line.strip()
        if not bare:
            continue
        if bare.startswith("#"):
            marks, _, words = bare.partition(" ")
            blocks.append(Block("heading", (Stretch(words, None, None),), level=len(marks)))
        elif bare.startswith("- "):
            level = 1 + (len(line) - len(bare)) // 2
            blocks.append(Block("item", (Stretch(bare[2:], None, None),), level=level))
        else:
            blocks.append(Block("paragraph", (Stretch(bare, None, None),)))
    return Draft(tuple(blocks), unmarked=unmarked)


def select(text: str, *, unmarked: bool = False) -> list[tuple[str | None, bool | None, str]]:
    """Return section, whether the job has ended, and text of the bullets."""
    bullets, _ = select_bullets(make_draft(text, unmarked=unmarked), "", load_section_words())
    return [(bullet.section, bullet.ended, bullet.text) for bullet in bullets]


def leave_out(text: str) -> list[tuple[str, str]]:
    """Return reason and text of what was left out."""
    _, left_out = select_bullets(make_draft(text), "", load_section_words())
    return [(left.reason, left.text) for left in left_out if left.listed]


def test_sections_decide() -> None:
    """Lists below Experience and Projects are bullets, lists below Skills, Education and Awards are not."""
    text = """
# Mara
## Experience
### Acme, 2019–2021
- Built the search
## Skills
- Leading teams of many people
## Projects
- Wrote a parser
## Education
- Built a thesis on search
"""
    assert select(text) == [("Experience", True, "Built the search"), ("Projects", None, "Wrote a parser")]
    assert leave_out(text) == [
        ("skills section", "Leading teams of many people"),
        ("education section", "Built a thesis on search"),
    ]


def test_a_subheading_inherits_and_may_name_its_own_section() -> None:
    """A company below Experience holds bullets, "Technologies" below it does not, and the next company does again."""
    text = """
## Experience
### Education Technology Group
- Cut costs by 4%
### Technologies
- Python and more of that kind
### Beta
- Cut costs by 5%
"""
    assert [bullet for _, _, bullet in select(text)] == ["Cut costs by 4%", "Cut costs by 5%"]


def test_jobs_on_the_level_of_their_section_stay_in_it() -> None:
    """Where jobs and sections share a level, a dated heading belongs to the section above it."""
    text = "## Work\n## Acme, 2019-2021\n- Cut costs by 4%\n## Beta, 2021-now\n- Lead engineer for payments and billing\n"
    assert select(text) == [
        ("Work", True, "Cut costs by 4%"),
        ("Work", False, "Lead engineer for payments and billing"),
    ]


def test_paragraphs_that_name_a_section_are_headings() -> None:
    """A line that says "SKILLS" or "Work Experience:" is a heading although no mark-up says so."""
    text = (
        "WORK EXPERIENCE:\nAcme, 2019 - 2021\n- Cut costs by 4%\nS K I L L S\n- Talking to people at length\n"
    )
    assert select(text) == [("WORK EXPERIENCE", True, "Cut costs by 4%")]


def test_a_label_within_a_job_lasts_until_the_next_job() -> None:
    """ "Technologies:" below a job holds no bullets; the next line with dates ends it."""
    text = """
EXPERIENCE
Acme, Engineer, 2019 – 2021
- Cut costs by 4%
Technologies:
- Kafka on many small machines
Beta, Engineer, 2021 – present
- Cut costs by 5%
"""
    assert select(text) == [("EXPERIENCE", True, "Cut costs by 4%"), ("EXPERIENCE", False, "Cut costs by 5%")]


def test_nested_lists_below_sections_and_jobs_as_items() -> None:
    """A resume that is one nested list is read by its outer items; a statement with sub-points is a bullet too."""
    text = """
- Experience
  - Acme Inc. (2019-2021)
    - Built a ranking model that lifted clicks 4%
      - Ran it on one machine
  - Initech, Software Engineer
    - Wrote the report generator
- Skills
  - Speaking with large crowds of people
"""
    assert select(text) == [
        ("Experience", True, "Built a ranking model that lifted clicks 4%"),
        ("Experience", True, "Ran it on one machine"),
        ("Experience", None, "Wrote the report generator"),
    ]


def test_a_summary_holds_statements_only() -> None:
    """In a summary a line about the person is none, one that opens with a past verb is a bullet."""
    text = "# Summary\n- Engineer with ten years in retail search\n- Led a group of 20 across 3 sites\n"
    assert select(text) == [("Summary", None, "Led a group of 20 across 3 sites")]


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("Engineer, Acme, 2019–2021", "job title line"),
        ("Senior Software Engineer at Acme (Jan 2019 - Present)", "job title line"),
        ("Acme Corporation, Berlin", "title of an entry"),
        ("2019 – 2021", "dates"),
        ("Sept 2019 to present", "dates"),
        ("Python, Go, SQL", "list of names"),
        ("Languages: Java, C++", "technology list"),
        ("Technologies used: Kafka, Spark and Airflow", "technology list"),
        ("Tech stack – Django", "technology list"),
        ("https://example.com/a", "link or contact line"),
        ("GitHub: github.com/example", "link or contact line"),
        ("mara@example.com | +46 70 555 01 23", "link or contact line"),
        ("M.Sc. Computer Science, Example University, 2016", "education line"),
        ("AWS Certified Solutions Architect", "certification"),
        ("“Ranking with small models”, ExampleConf 2021", "publication"),
        ("A. Doe et al, Ranking with small models", "publication"),
        ("Winner of the Example Hackathon", "award"),
        ("Available upon request", "references"),
        ("Acme is a Series B startup that sells anvils", "company blurb"),
        ("Acme Corp, a Series B fintech startup with 200 people", "company blurb"),
        ("Relevant coursework: statistics, databases", "coursework"),
        ("Client: a large retailer", "label line"),
        ("Python", "a single word"),
        ("Teaching Assistant at the University of Oslo for Statistics 101", "title of an entry"),
        ("Sorting Bus Riders by Ticket Data", "title of an entry"),
        ("Handheld scanners and receipt printers", "names something, states nothing"),
        ("Maker of frozen soups for schools", "company blurb"),
        ("???", "no words"),
        ("Built " + "very " * 700 + "long", "too long for a bullet (3510 characters)"),
    ],
)
def test_what_a_line_is_that_is_no_bullet(line: str, reason: str) -> None:
    """Each kind of listed line that is none is left out with its reason."""
    assert leave_out(f"# Experience\n- {line}\n") == [(reason, line)]


def test_a_trait_is_a_bullet_below_a_job_and_nowhere_else() -> None:
    """There it stands where something that was done should; the rule `trait-claim` speaks of it."""
    line = "Strong communication skills"
    assert leave_out(f"# Experience\n- {line}\n") == []
    assert leave_out(f"# Summary\n- {line}\n") != []


@pytest.mark.parametrize(
    "line",
    [
        "Helped with model evaluation.",
        "Mentored 3 interns",
        "Design of a retrieval benchmark for legal search",
        "Search: rebuilt the index, the ranker and the cache",
        "Designed, built, and shipped the ranker",
        "Successfully launched in 2021",
        "Fine-tuned Llama, Mistral and Qwen",
        "I led the rollout",
        "Skiff: open-source prompt tester used by 400 teams",
        "Lead engineer for the payments platform, serving 2M users",
        "Payments now settle in 2 hours instead of 2 days",
        "40% fewer tickets after the new onboarding",
        "Responsible for on-call",
        "Trained engineers in Python, Go and SQL",
        "Wrote to press@example.com lists for the launch, reaching 40 reporters in two weeks",
        "Hired the first data scientist (2019–2021) and grew the group to 12",
        "Integrated Stripe, Adyen and PayPal",
        "Jan 2020 – Present: Search – rebuilt the index",
        "An ERP for an insurance company, with accounting and claims",
        "There was a lot of testing to do",
        "Decreased costs to 2019 levels",
        "Used by 7 high school rowing teams to plan races",
        "Leading a team of nine engineers",
        "Close the books of four companies",
    ],
)
def test_statements_are_bullets(line: str) -> None:
    """Verb-led lines and noun phrases that say something are bullets below a job."""
    assert leave_out(f"# Experience\n- {line}\n") == []


def test_an_unknown_heading_leaves_it_to_the_shape() -> None:
    """Below a heading that nobody knows, statements count and short names do not."""
    text = "# Zebra\n- Cut costs by 4%\n- Large scale systems\n"
    assert select(text) == [("Zebra", None, "Cut costs by 4%")]
    assert leave_out(text) == [("too short for a statement", "Large scale systems")]


def test_declared_lines_are_doubted_least() -> None:
    """What the format calls an accomplishment may be short, but no list of technologies."""
    blocks = [
        Block("heading", (Stretch("work", None, None),)),
        Block("item", (Stretch("Team Lead", None, None),), declared=True),
        Block("item", (Stretch("Tech: Go, Kafka", None, None),), declared=True),
    ]
    bullets, left_out = select_bullets(Draft(tuple(blocks)), "", load_section_words())
    assert [bullet.text for bullet in bullets] == ["Team Lead"]
    assert left_out == (
        LeftOut("work", "heading", Place(), listed=False),
        LeftOut("Tech: Go, Kafka", "technology list", Place()),
    )


def test_lines_without_heading_or_mark_are_bullets() -> None:
    """Text pasted one bullet a line is all bullets, also noun phrases, but no dates and addresses."""
    text = "Reduced churn by 8%\nDesign of a benchmark\n2019 - 2021\nLead developer for Acme Payments\nmara@example.com\n"
    assert [bullet for _, _, bullet in select(text, unmarked=True)] == [
        "Reduced churn by 8%",
        "Design of a benchmark",
        "Lead developer for Acme Payments",
    ]
    assert select(text) == []


def test_a_line_of_any_text_format_is_a_bullet() -> None:
    """One line without mark-up is a bullet in Markdown as in plain text; a page of prose is none."""
    line, page = "Led the rollout", "We went on and on. " * 50
    source = f"{line}\n\n{page}"
    blocks = (
        Block("paragraph", (Stretch(line, 0, 15),)),
        Block("paragraph", (Stretch(page, 17, 17 + len(page)),)),
    )
    bullets, left_out = select_bullets(Draft(blocks), source, load_section_words())
    assert [bullet.text for bullet in bullets] == [line]
    assert [left.reason for left in left_out] == ["prose, not listed as a bullet"]


def test_unmarked_statements_below_a_job_are_bullets_where_nothing_is_marked() -> None:
    """Below a job whose lines carry no marks, statements count; titles, prose and names do not."""
    text = """
EXPERIENCE
Acme, Engineer, 2019 – 2021
Built the search service in Go
Payments Platform
Beta, Engineer, 2021 – present
- Cut costs by 4%
Joined as the second engineer of all
SKILLS
Wrote much in Python and Go
"""
    assert select(text, unmarked=True) == [
        ("EXPERIENCE", True, "Built the search service in Go"),
        ("EXPERIENCE", False, "Cut costs by 4%"),
        ("EXPERIENCE", False, "Joined as the second engineer of all"),
    ]


def test_prose_below_a_job_is_left_out_with_its_reason() -> None:
    """A paragraph where bullets would stand is named, so that nobody wonders."""
    text = "# Experience\nIn this job I did many things that mattered a lot.\n"
    assert leave_out(text) == [
        ("prose, not listed as a bullet", "In this job I did many things that mattered a lot.")
    ]


def test_a_list_that_completes_a_line_ends_with_its_level() -> None:
    """An item beside the one that opened the nested list is a bullet, however it opens."""
    text = """
# Ada
## Experience
- Owned the launch of shipment chat:
  - four markets behind a flag
- ⟨your own part⟩ while helping with model evaluation.
- Repaired and rolled out these machines:
- Handheld scanners of the older sort with a cradle
"""
    assert [bullet for _, _, bullet in select(text)] == [
        "Owned the launch of shipment chat:",
        "⟨your own part⟩ while helping with model evaluation.",
        "Repaired and rolled out these machines:",
    ]
    assert leave_out(text) == [
        ("completes the line above", "four markets behind a flag"),
        ("completes the line above", "Handheld scanners of the older sort with a cradle"),
    ]


def test_a_prize_is_an_achievement_of_a_job_only() -> None:
    """Under "Achievements" it is an award, below a job it is left to the rules."""
    line = "Won the Roe Medal for survey methods in 2018"
    assert leave_out(f"# Achievements\n- {line}\n") == [("award", line)]
    assert leave_out(f"# Experience\n- {line}\n") == []


def test_a_date_right_above_a_heading_is_that_of_the_entry() -> None:
    """Not of the entry before it."""
    text = "## Work\n2014 – 2018\n### Clerk\n- Cut costs by 4%\n\n2018 – now\n### Lead\n- Cut costs by 5%\n"
    assert select(text) == [("Work", True, "Cut costs by 4%"), ("Work", False, "Cut costs by 5%")]


def test_statements_below_a_dated_line_count_in_a_file_without_sections() -> None:
    """As its listed lines do."""
    text = "# Jo Doe\n\n**2018 – 2023** Clerk, Acme\n\nCut the costs of it by 4%.\n\n## Notes\n\nCut the rest out of it.\n"
    assert [bullet for _, _, bullet in select(text)] == ["Cut the costs of it by 4%."]
