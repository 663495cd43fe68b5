"""Texts that are reconciled together make the very records that they make one by one."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, models, transaction
from django.test.utils import CaptureQueriesContext

from bench.archive.texts import write
from bench.extraction.articles import articles
from meetings.loading.articles import load_text
from meetings.loading.batches import load_batch
from meetings.loading.files import Source, find_sources
from meetings.models import (
    Appearance,
    Article,
    Assignment,
    Attestation,
    Citation,
    Decision,
    Directive,
    LegalDocument,
    Meeting,
    Mention,
    Repetition,
    Report,
    ReviewItem,
    Target,
)
from people.models import Handover, Official, Organization, Role
from people.register import ProvinceRegister

pytestmark = pytest.mark.django_db

# By kind, the columns by which its records are called here.
CALLED: dict[Any, tuple[str, ...]] = {
    Article: ("file_name",),
    Organization: ("name", "province"),
    Official: ("name", "province", "homonym"),
    LegalDocument: ("canonical",),
    Role: ("official", "canonical_title", "province"),
    Meeting: ("title", "date", "identity"),
    Directive: ("article", "start", "order"),
    Assignment: ("directive", "order", "words"),
    Appearance: ("article", "start", "title", "act"),
    Target: ("article", "start", "metric", "value"),
}
OTHERS = (Attestation, Citation, Decision, Handover, Mention, Report, Repetition, ReviewItem)
# What depends on the clock, or is a key, a digest of keys, or nothing that is reconciled.
LEFT_OUT = {
    "id",
    "created_at",
    "updated_at",
    "loaded_at",
    "read_at",
    "facts_digest",
    "object_id",
    "place",
    "chain",
    "detail",
    "fingerprint",
}


class Names:
    """What records are called whatever their keys, each fetched once."""

    def __init__(self) -> None:
        self._rows: dict[Any, dict[Any, Any]] = {}
        self._called: dict[tuple[Any, Any], Any] = {}

    def of(self, model: Any, pk: Any) -> Any:
        if model not in self._rows:
            self._rows[model] = model._base_manager.in_bulk()
        if (model, pk) not in self._called:
            row = self._rows[model][pk]
            columns = [row._meta.get_field(name) for name in CALLED.get(model, ())]
            values = [self.plain(row, column) for column in columns]
            self._called[model, pk] = (model._meta.model_name, *values) if values else str(row)
        return self._called[model, pk]

    def plain(self, row: Any, field: Any) -> Any:
        value = getattr(row, field.attname)
        is_record = isinstance(field, models.ForeignKey) and value is not None
        return self.of(field.related_model, value) if is_record else str(value)


def snapshot() -> dict[str, Counter[Any]]:
    """All records of the site by kind, without what is the database's own."""
    found: dict[str, Counter[Any]] = {}
    names = Names()
    for model in (*CALLED, *OTHERS):
        rows: Counter[Any] = Counter()
        for row in model._base_manager.all():
            fields = [field for field in model._meta.concrete_fields if field.name not in {*LEFT_OUT, "extracted"}]
            columns = [(field.name, names.plain(row, field)) for field in fields]
            for name, value in sorted(getattr(row, "extracted", {}).items()):
                field = model._meta.get_field(name)
                is_record = isinstance(field, models.ForeignKey) and value is not None
                columns.append((f"read {name}", names.of(field.related_model, value) if is_record else value))
            rows[tuple(columns)] += 1
        found[model.__name__] = rows
    return found


def sources(*paths: Path) -> Sequence[Source]:
    found = list(find_sources(paths, ProvinceRegister()))
    texts = [source for source in found if isinstance(source, Source)]
    assert len(texts) == len(found)
    return texts


def both(texts: Sequence[Source]) -> tuple[dict[str, Counter[Any]], dict[str, Counter[Any]]]:
    """What is there after loading texts one by one, and after loading them together."""
    states = []
    for together in (False, True):
        with transaction.atomic():
            if together:
                assert not any(done.failures for done in load_batch(texts))
            else:
                for source in texts:
                    load_text(source)
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
