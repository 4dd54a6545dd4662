"""bulletlint in a spaCy pipeline: the bundled one, one of spaCy's own making, and one that lacks what it needs."""

from __future__ import annotations

import configparser
import contextlib
import io
import re
from dataclasses import replace
from importlib import import_module
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin

import bulletlint
import bulletlint.pipeline
from builders import RULE, write_rule
from bulletlint.core.errors import BulletlintError, ConfigError, PipelineError, RuleError
from bulletlint.lint.spacy_component import FACTORY, FINDINGS, make_component
from bulletlint.pipeline.location import BUNDLED_MODEL, READER

ROOT = Path(__file__).parents[2]
BULLET = "Implemented Redis caching for the search API, cutting p95 latency by 40 %."
PAGE = (ROOT / "samples" / "resume.txt").read_text(encoding="utf-8")
OWN_RULE = (
    RULE.replace("weak-verb", "busy-verb").replace("BL101", "XX101").replace("[build]", "[build, support]")
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    """The bundled pipeline with the component at its end; tests leave it as it is."""
    return bulletlint.load()


def load_bundled(**options: object) -> Language:
    """Return the bundled pipeline as spaCy loads it, without the learned reader: like one of spaCy's own."""
    folder = Path(bulletlint.pipeline.__file__).parent / BUNDLED_MODEL
    return spacy.load(folder, exclude=[READER], **options)  # type: ignore[arg-type]


def list_codes(doc: Doc) -> list[str]:
    return [finding.code for bullet in doc._.bulletlint.bullets for finding in bullet.findings]


def test_the_installed_package_names_the_factory() -> None:
    """So that `add_pipe` finds it without an import."""
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg", encoding="utf-8")
    entries = dict(
        line.split(" = ") for line in setup["options.entry_points"]["spacy_factories"].strip().splitlines()
    )
    module, _, function = entries[FACTORY].partition(":")
    assert getattr(import_module(module), function) is make_component


def test_a_bullet_has_what_check_finds_in_it(nlp: Language) -> None:
    """And its evidence and findings as spans."""
    doc = nlp(BULLET)
    (expected,) = bulletlint.lint_text(BULLET).files
    assert replace(doc._.bulletlint, path="-") == expected
    assert [(span.label_, span.text) for span in doc.spans[FACTORY]] == [
        ("technique", "Redis"), ("technique", "caching"), ("technique", "API"), ("spec", "p95"),
        ("outcome", "40 %"),
    ]  # fmt: skip
    assert [(span.label_, span.text) for span in doc.spans[FINDINGS]] == [
        ("BL101", "Implemented"), ("BL204", "40 %"),
    ]  # fmt: skip


def test_a_page_has_what_check_finds_in_it(nlp: Language) -> None:
    """Headings and contact lines are no bullets, and spans stand at their places in the page."""
    doc = nlp(PAGE)
    (expected,) = bulletlint.lint_text(PAGE).files
    assert replace(doc._.bulletlint, path="-") == expected
    assert len(doc._.bulletlint.bullets) > 5
    found = [item.text for bullet in expected.bullets for item in bullet.evidence]
    assert [span.text for span in doc.spans[FACTORY] if "\n" not in span.text][:3] == found[:3]


def test_docs_of_a_stream_are_read_together_and_stay_in_order(nlp: Language) -> None:
    """Each has its own report."""
    docs = list(nlp.pipe([BULLET, "", "Cut costs by 10 %.", "Experience"], batch_size=3))
    assert [[bullet.text for bullet in doc._.bulletlint.bullets] for doc in docs] == [
        [BULLET], [], ["Cut costs by 10 %."], [],
    ]  # fmt: skip


def test_a_bullet_is_judged_by_the_annotation_that_its_doc_has(nlp: Language) -> None:
    """Whoever corrects a parse gets the findings of the corrected one."""
    doc = nlp("The cache was built by the team in 2021.")
    assert "BL105" in list_codes(doc)
    subject, auxiliary, verb = doc[1], doc[2], doc[3]
    subject.dep_, auxiliary.dep_, verb.dep_, verb.tag_, verb.pos_ = "nsubj", "ROOT", "acomp", "JJ", "ADJ"
    nlp.get_pipe(FACTORY)(doc)  # type: ignore[operator]
    assert "BL105" not in list_codes(doc)


def test_a_pipeline_of_spacys_own_making_is_read_by_patterns() -> None:
    """Without the learned reader; nothing else changes."""
    nlp = load_bundled()
    nlp.add_pipe(FACTORY, config={"profile": "ai-pm", "select": ["weak-verb"]})
    doc = nlp(BULLET)
    assert list_codes(doc) == ["BL101"]
    assert doc._.bulletlint.bullets[0].confidence == ()


def test_components_behind_it_do_not_see_drafts() -> None:
    """A pipeline's own component is called once a Doc, not once a rewrite."""
    seen: list[str] = []

    @Language.component("bulletlint_test_watch")
    def watch(doc: Doc) -> Doc:
        seen.append(doc.text)
        return doc

    nlp = bulletlint.load()
    nlp.add_pipe("bulletlint_test_watch")
    assert nlp(BULLET)._.bulletlint.bullets[0].rewrite is not None
    assert seen == [BULLET]


@pytest.mark.parametrize(
    ("without", "missing"),
    [
        (["tagger", "parser", "attribute_ruler", "lemmatizer"], "token.tag: add a trained tagger"),
        (["parser"], "token.dep: add a trained parser"),
        (["lemmatizer"], "token.lemma: add a trained lemmatizer"),
    ],
)
def test_what_a_pipeline_lacks_is_named(without: list[str], missing: str) -> None:
    """In one line that says how to mend it."""
    nlp = load_bundled()
    for name in without:
        nlp.remove_pipe(name)
    nlp.add_pipe(FACTORY)
    with pytest.raises(PipelineError, match=re.escape(missing)):
        nlp("Built a cache.")
    with pytest.raises(PipelineError, match=re.escape(missing)):
        nlp("- Built a cache.\n- Cut costs.")


def test_a_blank_pipeline_says_what_it_needs() -> None:
    """It may be completed after the component was added, so that only a Doc can tell."""
    nlp = spacy.blank("en")
    nlp.add_pipe(FACTORY)
    with pytest.raises(
        PipelineError, match=r"sets token\.tag.*or take the pipeline of `bulletlint\.load\(\)`"
    ):
        nlp("Built a cache.")


@pytest.mark.parametrize(
    ("language", "config", "error", "reason"),
    [
        ("de", {}, PipelineError, "bulletlint reads English, and this pipeline is for language de"),
        ("en", {"profile": "ai"}, ConfigError, "unknown profile `ai`"),
        ("en", {"select": ["BL9999"]}, ConfigError, "BL9999"),
    ],
)
def test_a_wrong_setting_is_told_when_it_is_added(
    language: str, config: dict[str, object], error: type[BulletlintError], reason: str
) -> None:
    """Not at the first Doc."""
    with pytest.raises(error, match=re.escape(reason)):
        spacy.blank(language).add_pipe(FACTORY, config=config)


def test_a_text_that_cannot_be_read_stops_nothing(nlp: Language) -> None:
    """Its report says why, as that of a file does."""
    doc, other = nlp.pipe(["{\\rtf1 Built a cache.}", BULLET])
    assert doc._.bulletlint.error == "doc.txt: is an RTF file; save it as .docx"
    assert len(doc.spans[FACTORY]) == 0
    assert len(other._.bulletlint.bullets) == 1


def test_a_byte_order_mark_shifts_no_span(nlp: Language) -> None:
    """It is a character of the Doc and none of the page."""
    doc = nlp("\ufeff" + BULLET)
    assert [span.text for span in doc.spans[FINDINGS]][-1] == "40 %"


def test_a_doc_keeps_its_report_when_it_is_written(nlp: Language) -> None:
    """As bytes, and in a DocBin."""
    doc = nlp(BULLET)
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert again._.bulletlint == doc._.bulletlint
    assert [span.label_ for span in again.spans[FACTORY]] == [span.label_ for span in doc.spans[FACTORY]]
    (stored,) = DocBin(docs=[doc], store_user_data=True).get_docs(nlp.vocab)
    assert stored._.bulletlint == doc._.bulletlint
    assert nlp.make_doc(BULLET)._.bulletlint is None


@pytest.mark.slow
def test_processes_hand_reports_over(nlp: Language) -> None:
    """`n_process` gives what one process gives."""
    texts = [BULLET, "Built a cache."] * 3
    assert [list_codes(doc) for doc in nlp.pipe(texts, n_process=2)] == [
        list_codes(nlp(text)) for text in texts
    ]


def test_a_pipeline_is_loaded_with_its_settings(tmp_path: Path) -> None:
    """From a folder and from bytes."""
    nlp = bulletlint.load(profile="ai-pm", select=["cost"], rewrites=False)
    doc = nlp(BULLET)
    assert list_codes(doc) == ["BL301"]
    nlp.to_disk(tmp_path)
    again = spacy.load(tmp_path)
    assert again(BULLET)._.bulletlint == doc._.bulletlint
    copy = spacy.util.load_model_from_config(nlp.config, auto_fill=True)
    copy.from_bytes(nlp.to_bytes())
    assert copy(BULLET)._.bulletlint == doc._.bulletlint


@pytest.mark.parametrize("way", ["disk", "bytes"])
def test_rules_of_ones_own_go_with_the_pipeline(tmp_path: Path, way: str) -> None:
    """The folder that they came from may be gone."""
    folder = tmp_path / "rules"
    folder.mkdir()
    write_rule(folder, OWN_RULE, name="busy-verb")
    nlp = load_bundled()
    nlp.add_pipe(FACTORY, config={"rule_folders": [str(folder)], "select": ["busy-verb"]})
    nlp.to_disk(tmp_path / "pipeline")
    packed = nlp.get_pipe(FACTORY).to_bytes()  # type: ignore[attr-defined]
    (folder / "busy-verb.yaml").unlink()
    folder.rmdir()
    if way == "disk":
        again = spacy.load(tmp_path / "pipeline")
    else:
        again = load_bundled()
        again.add_pipe(FACTORY, config={"rule_folders": [str(folder)], "select": ["busy-verb"]}).from_bytes(
            packed
        )  # type: ignore[attr-defined]
    assert list_codes(again(BULLET)) == ["XX101"]


def test_a_rule_folder_that_is_nowhere_is_an_error() -> None:
    """At the first Doc: until then the pipeline may still bring it along."""
    nlp = load_bundled()
    nlp.add_pipe(FACTORY, config={"rule_folders": ["nowhere"]})
    with pytest.raises((ConfigError, RuleError), match="nowhere"):
        nlp(BULLET)


def test_the_page_about_it_is_true(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each example prints what stands below it."""
    page = (ROOT / "docs" / "spacy.md").read_text(encoding="utf-8")
    examples = re.findall(r"```python\n(.*?)```\n\n```text\n(.*?)```", page, re.DOTALL)
    assert len(examples) == 2
    monkeypatch.chdir(tmp_path)
    for code, expected in examples:
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(code, "docs/spacy.md", "exec"), {})
        assert printed.getvalue() == expected
