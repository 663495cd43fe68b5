"""Articles that are reconciled again some at a time have the very records that they have one by one."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.db.models import Q
from django.test.utils import CaptureQueriesContext

from bench.archive.texts import write
from meetings.loading.articles import read_text
from meetings.loading.batches import load_batch
from meetings.loading.following import load_read
from meetings.loading.rereading import reread_batch
from meetings.models import Article, Directive, Repetition
from tests.meetings.reconcile.snapshot import snapshot, sources

pytestmark = pytest.mark.django_db

State = dict[str, Counter[Any]]
TOLD_AGAIN = """Ngày {day}/6/2024, UBND tỉnh {province} họp phiên thường kỳ.

Ông Trần Bảo Lâm, Chủ tịch UBND tỉnh {province} và bà Lê Thị Đào, Giám đốc Sở Y tế tỉnh {province} dự họp.

Chủ tịch UBND tỉnh yêu cầu Sở Y tế rà soát trang thiết bị của các trạm y tế xã trước ngày 30/9/2024.
"""


def after(*ways: Callable[[], object]) -> list[State]:
    """What is there after each of these, which all start from what is there now."""
    states = []
    for way in ways:
        with transaction.atomic():
            way()
            states.append(snapshot())
            transaction.set_rollback(True)
    return states


def archive(folder: Path) -> None:
    """Papers of provinces, some on one meeting, the texts of the sample, and a task that is told again and again."""
    write(folder, 6, seed=8)
    for number, province in enumerate(["Nghệ An", "Nghệ An", "Đắk Lắk", "Nghệ An", "Đắk Lắk", "Nghệ An", "Nghệ An"]):
        (folder / f"told-{number}.txt").write_text(TOLD_AGAIN.format(day=2 * number + 3, province=province), "utf-8")
    for path in sorted((Path(settings.BASE_DIR) / "fixtures/articles").glob("*.txt")):
        (folder / f"sample-{path.name}").write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    assert not any(done.failures for done in load_batch(sources(folder)))


def test_texts_with_other_words_follow_together_as_one_by_one(tmp_path: Path) -> None:
    archive(tmp_path)
    before = snapshot()
    texts = sorted(tmp_path.rglob("*.txt"))
    words = [path.read_text(encoding="utf-8") for path in texts]
    for number, path in enumerate(texts):
        match number % 5:
            case 0:  # says what another one said
                path.write_text(words[number - 1], encoding="utf-8")
            case 1:  # moves, and says less
                path.write_text("Tin trong tỉnh\n\n" + words[number][: len(words[number]) * 2 // 3], encoding="utf-8")
            case 2:  # on no meeting any more
                path.write_text("Mùa cam năm nay được giá. Bà con phấn khởi.\n", encoding="utf-8")
            case 3:
                path.write_text(words[number].replace("Sở", "Ban", 3), encoding="utf-8")

    def apart() -> None:
        for source in sources(tmp_path):
            load_read(read_text(source))

    def together() -> None:
        assert not any(done.failures for done in load_batch(sources(tmp_path)))

    one, other = after(apart, together)
    for model, rows in one.items():
        assert other[model] == rows, model
        assert before[model] != rows or model == "Handover", model


@pytest.mark.parametrize("rules", ["_rules_of_records", "_rules_of_repeats"])
def test_articles_that_other_rules_read_follow_together_as_one_by_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rules: str
) -> None:
    archive(tmp_path)
    before = snapshot()
    assert before["Repetition"].total() > 4
    # Earlier rules had read a task in other words, so that it was not told again, or had not seen that any is.
    first = Repetition.objects.order_by("directive")[0].directive
    Directive.objects.filter(pk=first.pk).update(text="Khác", extracted={**first.extracted, "text": "Khác"})
    Repetition.objects.filter(Q(directive=first) if rules == "_rules_of_records" else Q()).delete()
    assert snapshot()["Repetition"] != before["Repetition"]
    monkeypatch.setattr("meetings.loading.versions._rules_of_records", lambda: "next")
    monkeypatch.setattr(f"meetings.loading.versions.{rules}", lambda: "next")
    articles = list(Article.objects.order_by("pk").values_list("pk", flat=True))
    one, other = after(lambda: [reread_batch([pk]) for pk in articles], lambda: reread_batch(articles))
    for model, rows in one.items():
        assert other[model] == rows, model
    for model in ("Directive", "Repetition"):
        assert one[model] - before[model] == before[model] - one[model] == Counter(), model


def test_what_is_the_same_as_before_takes_few_queries_each(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    archive(tmp_path)
    monkeypatch.setattr("meetings.loading.versions._rules_of_records", lambda: "next")
    articles = list(Article.objects.order_by("pk").values_list("pk", flat=True))
    with CaptureQueriesContext(connection) as queries:
        outcomes = reread_batch(articles)
    assert sum(outcome.tally.unchanged > 0 for outcome in outcomes) > 10
    assert len(queries) / len(articles) < 40
