"""One text into the database: new, changed, unchanged; all of it or nothing."""

import datetime
import unicodedata
from pathlib import Path

import pytest
from django.utils import translation

from meetings.loading.articles import Loaded, read_text
from meetings.loading.failures import Failure, LoadError
from meetings.loading.files import Source, find_sources
from meetings.loading.following import load_read
from meetings.models import Article, Directive, Meeting
from people.models import Province
from people.register import ProvinceRegister
from tests.meetings.loading.conftest import HEAD, STORY, TEXT, Write

pytestmark = pytest.mark.django_db


def loaded(path: Path, *, reread: bool = False) -> Loaded:
    with translation.override("en"):
        (source,) = find_sources([path], ProvinceRegister())
        assert isinstance(source, Source)
        return load_read(read_text(source), reread=reread)


def test_a_text_becomes_an_article_with_records(write: Write) -> None:
    result = loaded(write("a.txt"))
    assert (result.change, result.article.text, result.article.subject) == ("new", TEXT, "meeting")
    meeting = Meeting.objects.get()
    assert (meeting.date, str(meeting.province)) == (datetime.date(2024, 6, 12), "Nghệ An")
    assert Directive.objects.get().deadline_to is not None
    assert result.tally.created > 3


def test_an_unchanged_text_is_not_read_again(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("a.txt")
    loaded(path)
    monkeypatch.setattr("meetings.loading.articles.extract", None)
    assert loaded(path).change == "unchanged"


@pytest.mark.parametrize("reread", [False, True])
def test_the_second_time_changes_nothing(write: Write, reread: bool) -> None:
    path = write("a.txt")
    first = loaded(path).tally
    before = list(Directive.objects.values()) + list(Article.objects.values())
    again = loaded(path, reread=reread)
    assert (again.change, again.tally.changes) == ("unchanged", 0)
    assert again.tally.unchanged == (first.created if reread else 0)
    after = list(Directive.objects.values()) + list(Article.objects.values())
    assert [{k: v for k, v in row.items() if k != "updated_at"} for row in after] == [
        {k: v for k, v in row.items() if k != "updated_at"} for row in before
    ]
    assert Article.history.count() == 0


def test_a_changed_text_is_read_again_into_the_same_rows(write: Write) -> None:
    path = write("a.txt")
    article, directive = loaded(path).article, Directive.objects.get()
    write("a.txt", "Tin trong tỉnh\n\n" + TEXT)
    result = loaded(path)
    assert (result.change, result.article.pk, result.tally.created) == ("changed", article.pk, 0)
    moved = Directive.objects.get()
    assert (moved.pk, moved.start) == (directive.pk, (directive.start or 0) + len("Tin trong tỉnh\n\n"))


@pytest.mark.parametrize(
    "content",
    [
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode("utf-16"),
        unicodedata.normalize("NFD", TEXT).encode(),
        TEXT.replace("\n", "\r\n").encode(),
    ],
)
def test_every_way_of_writing_unicode_gives_the_same_text(write: Write, content: bytes) -> None:
    assert loaded(write("a.txt", content)).article.text == TEXT
    assert Directive.objects.count() == 1


def test_new_rules_read_every_text_again(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("a.txt")
    loaded(path)
    monkeypatch.setattr("meetings.loading.versions.extractor_version", lambda: "next")
    result = loaded(path)
    assert (result.change, result.article.extractor_version[:5]) == ("unchanged", "next/")
    assert not result.tally.unchanged  # the facts are the same
    monkeypatch.setattr("meetings.loading.versions._rules_of_records", lambda: "next")
    result = loaded(path)
    assert (result.change, result.tally.unchanged > 0) == ("unchanged", True)
    assert not loaded(path).tally.unchanged


def test_what_a_curator_knows_is_taken_over_and_taken_back(write: Write) -> None:
    path = write("a.txt")
    write("articles.csv", HEAD + "a.txt,https://baonghean.vn/1,Báo Nghệ An,2024-06-13,Nghệ An,Phiên họp\n")
    article = loaded(path).article
    assert (article.title, article.publisher, article.url) == ("Phiên họp", "Báo Nghệ An", "https://baonghean.vn/1")
    assert (str(article.province), article.reported_on) == ("Nghệ An", datetime.date(2024, 6, 13))
    write("articles.csv", HEAD + "a.txt,,,,,\n")
    result = loaded(path)
    assert result.change == "changed"
    assert (result.article.title, result.article.province, result.article.reported_on) == ("", None, None)


def test_a_curators_province_reaches_the_meeting(write: Write) -> None:
    path = write("a.txt", TEXT.replace(" Nghệ An", ""))
    loaded(path)
    assert Meeting.objects.get().province is None
    write("articles.csv", HEAD + "a.txt,,,,Nghệ An,\n")
    loaded(path)
    meeting = Meeting.objects.get()
    assert (str(meeting.province), meeting.province_source) == ("Nghệ An", "curator")
    assert str(meeting.body) == "UBND tỉnh"


def test_a_list_that_breaks_takes_nothing_back(write: Write) -> None:
    path = write("a.txt")
    write("articles.csv", HEAD + "a.txt,,Báo Nghệ An,,Nghệ An,\n")
    loaded(path)
    write("articles.csv", "file,publisher\na.txt,\n")
    failure, source = find_sources([path], ProvinceRegister())
    assert isinstance(failure, Failure)
    assert isinstance(source, Source)
    assert load_read(read_text(source)).change == "unchanged"
    assert Article.objects.get().publisher == "Báo Nghệ An"


def test_what_staff_set_right_outlives_the_list_and_is_acted_on(write: Write) -> None:
    path = write("a.txt", TEXT.replace(" Nghệ An", ""))
    write("articles.csv", HEAD + "a.txt,,,,Nghệ An,\n")
    article = loaded(path).article
    article.province = Province.objects.get(slug="son-la", valid_to__isnull=False)
    article.title = "Tiêu đề đúng"
    article.save()
    result = loaded(path)
    assert (str(result.article.province), result.article.title) == ("Sơn La", "Tiêu đề đúng")
    assert str(Meeting.objects.get().province) == "Sơn La"


def test_an_article_that_staff_said_to_be_no_meeting_loses_its_records(write: Write) -> None:
    path = write("a.txt")
    article = loaded(path).article
    article.subject = "other"
    article.save()
    assert loaded(path).tally.withdrawn > 3
    assert not Meeting.objects.published().exists()
    assert loaded(path).tally.changes == 0


def test_a_text_that_is_no_meeting_is_kept_and_gives_no_records(write: Write) -> None:
    article = loaded(write("a.txt", STORY)).article
    assert (article.subject, article.text) == ("other", STORY)
    assert article.detection_rule
    assert not Meeting.objects.exists()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (" date 2024-06-13 " + TEXT, datetime.date(2024, 6, 13)),
        (" date 2024-06 " + TEXT, None),
        (TEXT, None),
    ],
)
def test_the_day_that_a_header_prints_is_that_of_the_report(write: Write, text: str, day: datetime.date | None) -> None:
    assert loaded(write("a.txt", text)).article.reported_on == day


def test_a_curators_day_counts_before_the_headers(write: Write) -> None:
    write("articles.csv", HEAD + "a.txt,,,2024-06-14,,\n")
    article = loaded(write("a.txt", " date 2024-06-13 " + TEXT)).article
    assert article.reported_on == datetime.date(2024, 6, 14)


def test_a_text_whose_row_is_wrong_is_not_loaded(write: Write) -> None:
    write("articles.csv", HEAD + "a.txt,,,,Đâu,\n")
    with pytest.raises(LoadError) as caught:
        loaded(write("a.txt"))
    assert [failure.line for failure in caught.value.failures] == [2]
    assert not Article.objects.exists()


def test_a_text_that_breaks_off_midway_leaves_nothing(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("a.txt")
    monkeypatch.setattr("meetings.reconcile.settle_retellings", None)
    with pytest.raises(TypeError):
        loaded(path)
    assert not Article.objects.exists()
    assert not Meeting.objects.exists()
