"""What other rules would read is told first, and changed when that is asked for."""

import csv
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from meetings.extraction.document import Document
from meetings.extraction.facts import Extraction
from meetings.loading import readings, rereading
from meetings.loading.rereading import reread
from meetings.loading.runs import load
from meetings.models import Article, Directive, Meeting
from tests.meetings.loading.conftest import STORY, TEXT, Write

pytestmark = pytest.mark.django_db


@pytest.fixture
def _other_rules(write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Two texts are loaded, one of them corrected; then the rules find no directives any more."""
    write("a.txt")
    write("b.txt", TEXT.replace("12/6", "13/6"))
    write("c.txt", STORY)
    assert load([tmp_path]).failures == []
    kept = Directive.objects.get(article__file_name="b.txt")
    kept.text = "Sở Tài chính trình phương án khác"
    kept.save()
    read = readings.extract

    def other(document: object) -> Extraction:
        found = read(document)  # type: ignore[arg-type]
        return Extraction(**{**{name: getattr(found, name) for name in found.__slots__}, "directives": ()})

    monkeypatch.setattr(readings, "extract", other)
    monkeypatch.setattr("meetings.loading.versions.extractor_version", lambda: "next")


@pytest.mark.usefixtures("_other_rules")
def test_a_report_changes_nothing_and_tells_all(tmp_path: Path) -> None:
    report = tmp_path / "report.csv"
    call_command("reextract", report=report, no_progress=True, stdout=StringIO())
    assert Directive.objects.published().count() == 2
    assert not Article.objects.filter(extractor_version__startswith="next").exists()
    with report.open(encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text))
    gone = [row for row in rows if row["kind"] == "directive"]
    assert [(row["file"], row["field"], row["after"]) for row in gone] == [("a.txt", "", "")]
    whole = report.read_text(encoding="utf-8")
    report.write_text(whole[:-20], encoding="utf-8")  # as if it had been ended midway
    call_command("reextract", report=report, no_progress=True, stdout=StringIO())
    assert report.read_text(encoding="utf-8") == whole


def test_offices_that_would_be_read_otherwise_are_told(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("a.txt")
    assert load([tmp_path]).failures == []
    read = readings.extract

    def without_offices(document: Document) -> Extraction:
        found = read(document)
        assert found.roles
        return Extraction(**{**{name: getattr(found, name) for name in found.__slots__}, "roles": ()})

    monkeypatch.setattr(readings, "extract", without_offices)
    monkeypatch.setattr("meetings.loading.versions.extractor_version", lambda: "next")
    articles = [article.pk for article in Article.objects.all()]
    (told,) = reread(articles, trial=True)
    assert {(change.kind, change.after) for change in told.changes} >= {("role", "")}
    (done,) = reread(articles)
    assert len({(change.kind, change.record) for change in told.changes}) == done.tally.changes


@pytest.mark.usefixtures("_other_rules")
def test_what_is_applied_keeps_corrections_and_is_done_once() -> None:
    told = StringIO()
    call_command("reextract", apply=True, no_progress=True, stdout=told)
    assert told.getvalue().strip().endswith("1")
    assert [row.article.file_name for row in Directive.objects.published() if row.article] == ["b.txt"]
    assert Article.objects.filter(extractor_version__startswith="next/").count() == 3
    again = StringIO()
    call_command("reextract", apply=True, no_progress=True, stdout=again)
    assert again.getvalue().strip().endswith("0")


def test_another_file_is_not_written_over(tmp_path: Path) -> None:
    other = tmp_path / "other.csv"
    other.write_text("a,b\n1,2\n", encoding="utf-8")
    with pytest.raises(CommandError):
        call_command("reextract", report=other, no_progress=True)
    assert other.read_text(encoding="utf-8") == "a,b\n1,2\n"


def test_the_same_facts_by_the_same_rules_of_records_are_not_followed_again(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Any
) -> None:
    for number in range(4):
        write(f"{number}.txt", TEXT.replace("12/6", f"{number + 3}/6"))
    assert load([tmp_path]).failures == []
    monkeypatch.setattr("meetings.loading.versions.extractor_version", lambda: "next")
    articles = list(Article.objects.order_by("pk").values_list("pk", flat=True))
    rows = list(Meeting.objects.order_by("pk").values("pk", "updated_at"))
    with django_assert_num_queries(5):  # the texts; savepoint, the rows as they are now, what was read, release
        outcomes = rereading.reread_batch(articles)
    assert [(outcome.article, outcome.error, outcome.tally.changes) for outcome in outcomes] == [
        (pk, "", 0) for pk in articles
    ]
    assert Article.objects.filter(extractor_version__startswith="next/").count() == 4
    assert list(Meeting.objects.order_by("pk").values("pk", "updated_at")) == rows
    monkeypatch.setattr("meetings.loading.versions._rules_of_records", lambda: "next")
    assert sum(outcome.tally.unchanged > 0 for outcome in rereading.reread_batch(articles)) == 4


def test_what_a_person_says_meanwhile_is_left_for_the_next_time(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("a.txt")
    assert load([tmp_path]).failures == []
    monkeypatch.setattr("meetings.loading.versions.extractor_version", lambda: "next")
    read = readings.extract

    def and_meanwhile(document: Any) -> Extraction:
        Article.objects.update(subject=Article.Subject.OTHER)
        return read(document)

    monkeypatch.setattr(readings, "extract", and_meanwhile)
    rereading.reread_batch([Article.objects.get().pk])
    assert not Article.objects.get().extractor_version.startswith("next/")
