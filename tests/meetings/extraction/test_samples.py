"""The extractor against the annotated sample texts: the score must not fall below what is promised."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from meetings.extraction import extract
from meetings.extraction.document import read_document
from meetings.extraction.exchange import to_json

SAMPLES = Path(__file__).parents[2] / "samples"
FOLDERS = ("seeds", "dev", "own")
TEXTS = sorted(path for folder in FOLDERS for path in (SAMPLES / folder).glob("*.txt"))


@pytest.fixture(scope="module")
def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_facts", SAMPLES / "score_facts.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def predicted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("facts")
    for path in TEXTS:
        document = read_document(path)
        (out / f"{path.stem}.json").write_text(to_json(document, extract(document)), encoding="utf-8")
    return out


def score(scorer: ModuleType, predicted: Path, folder: str) -> tuple[dict[str, Any], str]:
    stems = [path.stem for path in TEXTS if path.parent.name == folder]
    result, _, errors = scorer.score(SAMPLES / "gold", predicted, stems)
    return result, "\n".join(f"{stem}: {line}" for stem, lines in errors.items() for line in lines)


def test_every_text_has_its_gold() -> None:
    assert len(TEXTS) == 41
    assert {path.stem for path in TEXTS} == {path.stem for path in (SAMPLES / "gold").glob("*.json")}


def test_gold_was_made_for_these_bytes() -> None:
    for path in TEXTS:
        gold = json.loads((SAMPLES / "gold" / f"{path.stem}.json").read_text(encoding="utf-8"))
        document = read_document(path)
        assert (document.sha256, len(document.text)) == (gold["document"]["sha256"], gold["document"]["length"]), (
            path.name
        )


def test_meetings_are_told_from_other_texts(scorer: ModuleType, predicted: Path) -> None:
    result, errors = scorer.score(SAMPLES / "gold", predicted)[0], scorer.score(SAMPLES / "gold", predicted)[2]
    assert result["detection"]["accuracy"] == 1.0, errors


@pytest.mark.parametrize(("folder", "floor"), [("seeds", 0.95), ("dev", 0.93), ("own", 0.93)])
def test_overall_score(scorer: ModuleType, predicted: Path, folder: str, floor: float) -> None:
    result, errors = score(scorer, predicted, folder)
    assert result["overall"] >= floor, errors


@pytest.mark.parametrize("folder", ["seeds", "dev"])
@pytest.mark.parametrize(("figure", "field", "floor"), [
    ("targets", "f1", 0.95),
    ("target_fields", "accuracy", 0.95),
    ("legal_refs", "f1", 0.98),
    ("deadlines", "accuracy", 0.95),
])  # fmt: skip
def test_figures_references_and_deadlines(
    scorer: ModuleType, predicted: Path, folder: str, figure: str, field: str, floor: float
) -> None:
    result, errors = score(scorer, predicted, folder)
    assert result[figure][field] >= floor, errors
