"""Whole resumes stand in the order in which a panel would lay them."""

from __future__ import annotations

from bulletlint import Linter, Settings
from bulletlint.check.score import score_resume

#: Decisions, prices and what happens on a bad day; then skill without a result; then neither, nor whose work it was.
RESUMES = {
    "decides": """\
- Resolved 41 % of refund requests without an agent for 12k customers at $0.03 an answer, with a hand-over below 0.8 confidence and a pause when 3 % of a weekly sample is wrong.
- Decided against a larger model after it won one point of agreement at nine times the price.
- Delayed the second market by a month because gifts were refunded wrongly in the pilot.
- Cut the time to first answer from 9 to 3 minutes for 40 agents, with two engineers in six weeks.
""",
    "builds": """\
- Fine-tuned a 7B-parameter model on 4 GPUs and reached an F1 of 0.93.
- Trained a RoBERTa classifier for incoming invoices with 96 % accuracy.
- Built face recognition for the entrance of an office with an accuracy of 99.1 %.
- Implemented a RAG chatbot with LangChain and Pinecone for 900 colleagues.
""",
    "attends": """\
- Responsible for the roadmap of AI features.
- Worked closely with data science on a churn model used by 300 agents.
- The team decided on the vendor and I rolled it out to 14 branches.
- Monitored model accuracy every week in a dashboard.
""",
}  # fmt: skip


def test_who_decides_is_far_ahead_of_who_builds_and_that_one_ahead_of_who_attends() -> None:
    """By at least ten points each."""
    linter = Linter(Settings(profile="ai-pm", rewrites=False))
    scores = {}
    for name, bullets in RESUMES.items():
        page = f"## Experience\n\n### Product manager, Somewhere, 2019 to 2024\n\n{bullets}"
        (file,) = linter.lint_text(page, format="markdown").files
        scores[name] = score_resume([bullet.score for bullet in file.bullets]) or 0
    assert scores["decides"] >= scores["builds"] + 30
    assert scores["builds"] >= scores["attends"] + 10
