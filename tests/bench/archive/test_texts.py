"""A folder of made-up press texts: loaded without a failure, the same for the same seed, unlike another one."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from bench.archive.texts import COLUMNS, Press, main
from meetings.loading.runs import load
from meetings.models import Article, Meeting


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.*")}


def test_the_same_seed_gives_the_same_texts_and_another_one_others() -> None:
    texts = [text.text for text in Press(3).texts(30)]
    assert [text.text for text in Press(3).texts(30)] == texts
    assert {text.text for text in Press(4).texts(30)}.isdisjoint(texts)


def test_some_are_frequent_and_many_are_rare() -> None:
    provinces = [text.known["province"] for text in Press(1).texts(400)]
    counts = sorted((provinces.count(name) for name in set(provinces) if name), reverse=True)
    assert len(counts) > 25
    assert counts[0] > 5 * counts[len(counts) // 2]


@pytest.mark.django_db
def test_the_folder_is_loaded_with_what_its_table_says(tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    assert main([str(folder), "--count", "40"]) == 0
    with (folder / "0000/articles.csv").open(encoding="utf-8", newline="") as lines:
        table = list(csv.DictReader(lines))
    assert tuple(table[0]) == COLUMNS
    run = load([folder])
    assert not run.failures
    assert Article.objects.count() == len(table) == 40
    assert Article.objects.exclude(publisher="").count() == sum(1 for row in table if row["publisher"])
    others = Article.objects.filter(subject="other").count()
    assert 0 < others < 8
    assert 0 < Meeting.objects.count() < 40 - others  # some are told of twice


def test_a_folder_that_holds_something_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(SystemExit):
        main([str(tmp_path)])
    assert "not empty" in capsys.readouterr().err
    assert files(tmp_path) == {"mine.txt": b"mine"}
