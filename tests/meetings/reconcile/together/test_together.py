"""Texts that are reconciled together make the very records that they make one by one."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from bench.archive.texts import write
from bench.extraction.articles import articles
from meetings.loading.articles import read_text
from meetings.loading.batches import load_batch
from meetings.loading.files import Source
from meetings.loading.following import load_read
from meetings.models import Article
from tests.meetings.reconcile.snapshot import snapshot, sources

pytestmark = pytest.mark.django_db


def both(texts: Sequence[Source]) -> tuple[dict[str, Counter[Any]], dict[str, Counter[Any]]]:
    """What is there after loading texts one by one, and after loading them together."""
    states = []
    for together in (False, True):
        with transaction.atomic():
            if together:
                assert not any(done.failures for done in load_batch(texts))
            else:
                for source in texts:
                    load_read(read_text(source))
            states.append(snapshot())
            transaction.set_rollback(True)
    return states[0], states[1]


def test_the_sample_makes_the_same_records_together_and_one_by_one() -> None:
    apart, together = both(sources(Path(settings.BASE_DIR) / "fixtures/articles"))
    for model, rows in apart.items():
        assert together[model] == rows, model
    assert apart["Directive"].total() > 10


def test_an_archive_makes_the_same_records_together_and_one_by_one(tmp_path: Path) -> None:
    """Reports made up from a grammar, some told twice, and people who are named in many of them."""
    texts = list(articles(3, 1200, seed=5))
    texts += [texts[0].replace("tỉnh", "tỉnh ", 1) + "\nTin thêm.\n", texts[1]]
    people = "Ông Trần Bảo Lâm, Chủ tịch UBND tỉnh {0} và bà Lê Thị Đào, Giám đốc Sở Y tế tỉnh {0} dự họp."
    meeting = (
        "Ngày {1}/6/20{2}, UBND tỉnh {0} họp phiên thường kỳ.\n\n"
        + people
        + (
            "\n\nChủ tịch UBND tỉnh yêu cầu Sở Y tế rà soát trang thiết bị của các trạm y tế xã trước ngày 30/9/2024"
            " theo Nghị quyết số 57-NQ/TW.\n"
        )
    )
    for province, day, year in (("Nghệ An", 3, 24), ("Nghệ An", 9, 24), ("Phú Yên", 4, 24), ("Đắk Lắk", 4, 24)):
        texts.append(meeting.format(province, day, year))
    texts.append("Mùa cam năm nay được giá. Bà con trong bản phấn khởi thu hoạch.\n")
    for number, text in enumerate(texts):
        (tmp_path / f"{number:02}.txt").write_text(text, encoding="utf-8")
    apart, together = both(sources(tmp_path))
    for model, rows in apart.items():
        assert together[model] == rows, model
    assert apart["Repetition"].total() > 1
    assert apart["Role"].total() < apart["Attestation"].total()


def test_papers_of_provinces_make_the_same_records_together_and_one_by_one(tmp_path: Path) -> None:
    """Officials and agencies who come again and again, meetings that two papers tell of, and what a curator knows."""
    write(tmp_path, 40, seed=6)
    apart, together = both(sources(tmp_path))
    for model, rows in apart.items():
        assert together[model] == rows, model
    assert apart["Meeting"].total() < apart["Report"].total() - 2
    assert apart["Role"].total() < apart["Attestation"].total()


def test_texts_on_meetings_of_their_own_take_few_queries_each(tmp_path: Path) -> None:
    for number, text in enumerate(articles(10, 900, seed=6)):
        (tmp_path / f"{number:02}.txt").write_text(text, encoding="utf-8")
    texts = sources(tmp_path)
    list(load_batch(texts[:4]))  # makes the agencies that all of them name
    with CaptureQueriesContext(connection) as queries:
        list(load_batch(texts[4:]))
    assert Article.objects.count() == 10
    assert len(queries) / 6 < 30
