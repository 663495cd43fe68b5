"""One meeting, however many articles tell of it; each says what it says, and the most precise word counts."""

import datetime
from typing import Any

import pytest

from meetings.models import Appearance, Article, Directive, Meeting, Report
from meetings.reconcile import Tally
from meetings.reconcile.reports import disagreements
from people.corrections import State
from people.models import Organization
from tests import factories
from tests.meetings.telling import Telling

pytestmark = pytest.mark.django_db

TEXT = "Sáng 27/3, UBND tỉnh họp phiên thường kỳ. Sở Tài chính trình phương án."


def told(**meeting: Any) -> Telling:
    return Telling(TEXT, **meeting).directive("Sở Tài chính trình phương án.", "Sở Tài chính")


def test_two_articles_on_one_meeting_are_two_reports_of_one() -> None:
    first, _ = told(session="morning").loads()
    second, tally = told(title="UBND tỉnh họp", place="Hội trường").loads()
    meeting = Meeting.objects.get()
    assert {report.article for report in meeting.reports.all()} == {first, second}
    assert (meeting.title, meeting.session, meeting.place) == ("Phiên họp UBND tỉnh", "morning", "Hội trường")
    assert tally.updated >= 1
    assert meeting.directives.count() == 2
    again = told(title="UBND tỉnh họp", place="Hội trường").loads(second)[1]
    assert again == Tally(unchanged=again.unchanged)


@pytest.mark.parametrize(
    "other",
    [
        {"date": "2024-03-28"},
        {"date": "2024-03"},
        {"date": None},
        {"province": "Sơn La"},
        {"province": None},
        {"body": "HĐND tỉnh"},
        {"body": None},
        {"kind": "thematic_session"},
        {"number": 8},
        {"session": "afternoon"},
    ],
)
def test_what_differs_is_another_meeting(other: dict[str, Any]) -> None:
    told(number=7, session="morning").loads()
    told(**{"number": 7, **other}).loads()
    assert Meeting.objects.count() == 2


@pytest.mark.parametrize(
    "other", [{"body": "Uỷ ban nhân dân tỉnh"}, {"body": "UBND tỉnh Nghệ An"}, {"number": 7}, {"session": "morning"}]
)
def test_what_one_leaves_out_or_spells_otherwise_makes_no_second_meeting(other: dict[str, Any]) -> None:
    told().loads()
    told(**other).loads()
    told(**other).loads()
    assert Meeting.objects.count() == 1


def test_two_sessions_of_one_day_stay_two_when_read_again() -> None:
    texts = [told(session=session).loads()[0] for session in ("morning", "afternoon")]
    for article, session in zip(texts, ("morning", "afternoon"), strict=True):
        told(session=session).loads(article)
    assert sorted(Meeting.objects.values_list("session", flat=True)) == ["afternoon", "morning"]
    assert len(set(Meeting.objects.values_list("identity", flat=True))) == 2


def test_the_most_precise_word_counts() -> None:
    told(place="Hội trường", term="khóa XV", period="2024-Q1").loads()
    told(place="Hội trường UBND tỉnh", term="khóa XV, nhiệm kỳ 2020-2025", period="2024-03", number=3).loads()
    meeting = Meeting.objects.get()
    assert (meeting.place, meeting.term, meeting.period, meeting.number) == (
        "Hội trường UBND tỉnh",
        "khóa XV, nhiệm kỳ 2020-2025",
        "2024-03",
        3,
    )


def test_reports_say_where_each_value_was_read() -> None:
    told(session="morning", number=3).loads()
    report = Report.objects.get()
    assert report.reading["number"] == {"value": 3, "rule": "test"}
    assert "place" not in report.reading
    assert report.quote == report.article.text[report.start : report.end]


def test_reports_that_contradict_each_other_make_the_meeting_unsure() -> None:
    told(session="morning").loads()
    told(session="all_day").loads()
    meeting = Meeting.objects.get()
    assert disagreements(meeting.reports.order_by("pk")) == {"session": ["morning", "all_day"]}
    assert meeting.confidence == 60
    texts = list(Article.objects.order_by("pk"))
    told(session="morning").loads(texts[1])
    assert Meeting.objects.get().confidence == 100


@pytest.mark.parametrize("sure", [(0.9, 0.6), (0.6, 0.9)])
def test_a_meeting_is_as_sure_as_the_surest_of_its_reports_whichever_was_read_last(sure: tuple[float, float]) -> None:
    texts = [told(confidence=confidence).loads()[0] for confidence in sure]
    assert Meeting.objects.get().confidence == 90
    for text, confidence in zip(texts, sure, strict=True):
        tally = told(confidence=confidence).loads(text)[1]
        assert (tally.updated, Meeting.objects.get().confidence) == (0, 90)
    Telling(TEXT, is_meeting=False).loads(texts[sure.index(0.9)])
    assert Meeting.objects.get().confidence == 60


def test_reports_made_before_they_said_how_sure_they_make_leave_the_meeting_as_sure_as_it_was() -> None:
    _, (second, _) = told(confidence=0.7).loads(), told(confidence=0.7).loads()
    for report in Report.objects.all():
        report.reading.pop("confidence")
        report.save()
    Telling(TEXT, is_meeting=False).loads(second)
    assert (Report.objects.count(), Meeting.objects.get().confidence) == (1, 70)


class TestTheProvince:
    def test_is_the_texts_where_it_names_one(self) -> None:
        told().loads(province=factories.make_province("Sơn La"))
        meeting = Meeting.objects.get()
        assert (str(meeting.province), meeting.province_source) == ("Nghệ An", "text")

    def test_is_the_curators_where_the_text_names_none_and_said_to_be(self) -> None:
        told(province=None).loads(province=factories.make_province("Sơn La"))
        meeting = Meeting.objects.get()
        assert (str(meeting.province), meeting.province_source) == ("Sơn La", "curator")
        assert "province" not in Report.objects.get().reading

    def test_is_unknown_where_nobody_names_one(self) -> None:
        told(province=None).loads()
        meeting = Meeting.objects.get()
        assert (meeting.province, meeting.province_source, meeting.body) == (None, "none", None)
        assert meeting.body_name == "UBND tỉnh"

    @pytest.mark.parametrize(
        ("date", "reported", "name", "former"),
        [
            ("2024-03-27", None, "Phú Yên", True),
            ("2025-11-04", None, "Đắk Lắk", False),
            (None, datetime.date(2024, 3, 27), "Phú Yên", True),
            ("2025", datetime.date(2025, 11, 4), "Đắk Lắk", False),
            (None, None, "Phú Yên", True),
        ],
    )
    def test_is_that_of_the_day(
        self, date: str | None, reported: datetime.date | None, name: str, former: bool
    ) -> None:
        told(province="Phú Yên", date=date).loads(reported_on=reported)
        province = Meeting.objects.get().province
        assert province is not None
        assert (province.name, province.is_former) == (name, former)


class TestTheDay:
    @pytest.mark.parametrize(
        ("date", "reported", "day", "precision", "sorted_by", "year"),
        [
            ("2024-03-27", (2024, 3, 28), (2024, 3, 27), "day", (2024, 3, 27), 2024),
            ("2024-11", None, (2024, 11, 1), "month", (2024, 11, 1), 2024),
            ("2023-Q4", None, (2023, 10, 1), "quarter", (2023, 10, 1), 2023),
            ("2025", (2025, 11, 4), (2025, 1, 1), "year", (2025, 11, 4), 2025),
            ("2025", (2026, 1, 2), (2025, 1, 1), "year", (2026, 1, 2), 2025),
            (None, (2025, 11, 4), None, "none", (2025, 11, 4), 2025),
            (None, None, None, "none", (1, 1, 1), None),
        ],
    )
    def test_is_as_precise_as_the_text(
        self, date: Any, reported: Any, day: Any, precision: str, sorted_by: tuple[int, int, int], year: int | None
    ) -> None:
        told(date=date).loads(reported_on=datetime.date(*reported) if reported else None)
        meeting = Meeting.objects.get()
        assert meeting.date == (datetime.date(*day) if day else None)
        assert (meeting.date_precision, meeting.sort_date, meeting.year) == (
            precision,
            datetime.date(*sorted_by),
            year,
        )


class TestMoving:
    def test_a_text_that_turns_out_to_tell_of_another_meeting_moves_with_its_records(self) -> None:
        other, _ = told(date="2024-04-02").loads()
        article, _ = told().loads()
        told(date="2024-04-02").loads(article)
        kept = Meeting.objects.published().get()
        assert kept == other.reports.get().meeting
        assert kept.reports.count() == kept.directives.count() == 2
        assert Meeting.objects.get(state=State.WITHDRAWN).directives.count() == 0

    def test_a_text_that_leaves_a_shared_meeting_gets_one_of_its_own(self) -> None:
        stays, _ = told(place="Hội trường A").loads()
        leaves, _ = told(place="Hội trường A, tầng 2").loads()
        told(date="2024-04-02").loads(leaves)
        assert stays.reports.get().meeting.place == "Hội trường A"
        assert leaves.reports.get().meeting.date == datetime.date(2024, 4, 2)
        assert leaves.directives.get().meeting == leaves.reports.get().meeting

    def test_a_better_reading_of_the_only_text_keeps_the_row(self) -> None:
        article, _ = told().loads()
        meeting = Meeting.objects.get()
        told(date="2024-04-02", body="HĐND tỉnh", kind="council_session").loads(article)
        assert Meeting.objects.get().pk == meeting.pk
        told(date="2024-04-02", body="HĐND tỉnh", kind="council_session").loads()
        assert Meeting.objects.count() == 1

    def test_articles_that_a_person_put_together_stay_together(self) -> None:
        first, _ = told().loads()
        second, _ = told(date=None, kind="conference").loads()
        keep, drop = first.reports.get().meeting, second.reports.get().meeting
        for rows in (drop.reports, drop.directives):
            rows.update(meeting=keep)
        drop.delete()
        told(date=None, kind="conference").loads(second)
        told().loads(first)
        assert Meeting.objects.get() == keep
        assert keep.reports.count() == 2

    def test_a_person_who_gives_the_day_brings_the_next_article_to_the_meeting(self) -> None:
        first, _ = told(date=None).loads()
        meeting = first.reports.get().meeting
        meeting.date, meeting.date_precision = datetime.date(2024, 3, 27), "day"
        meeting.save()
        told().loads()
        assert Meeting.objects.get().reports.count() == 2

    def test_a_meeting_that_a_person_made_is_joined_and_keeps_its_values(self) -> None:
        province = factories.make_province(former=True)
        body = factories.make_organization("UBND tỉnh", province=province.today, kind="committee")
        made = factories.make_meeting(
            "Họp báo", province=province, body=body, date=datetime.date(2024, 3, 27), by_person=True
        )
        article, _ = told().loads()
        made.refresh_from_db()
        assert (made.title, made.extracted, article.reports.get().meeting) == ("Họp báo", {}, made)
        Telling(TEXT, is_meeting=False).loads(article)
        made.refresh_from_db()
        assert made.state == State.READ

    def test_a_meeting_of_which_no_text_tells_any_more_leaves_view(self) -> None:
        article, _ = told().loads()
        Telling(TEXT, is_meeting=False).loads(article)
        assert Meeting.objects.get().state == State.WITHDRAWN
        assert not Report.objects.exists()
        assert not Organization.objects.published().exists()


def test_the_words_of_all_its_articles_find_a_meeting() -> None:
    told().loads()
    Telling("Họp ở Cửa Lò.").loads()
    assert "cua lo" in Meeting.objects.get().search_text


def test_queries_do_not_grow_with_the_number_of_records(django_assert_max_num_queries: Any) -> None:
    lines = [f"Sở Y tế làm việc số {n}. Trạm {n} dự." for n in range(60)]
    told = Telling("\n".join(lines))
    for n in range(60):
        told.directive(f"Sở Y tế làm việc số {n}.", "Sở Y tế", "các trạm")
        told.target(f"số {n}", f"việc {n}", str(n), "việc")
        told.appearance(None, "attends", f"Trạm {n} dự", title=f"Trạm trưởng {n}")
    with django_assert_max_num_queries(114):
        article, tally = told.loads()
    assert tally.created == 1 + 60 * 5
    with django_assert_max_num_queries(80):
        told.loads(article)
    assert Directive.objects.count() == Appearance.objects.count() == 60
    assert Article.objects.count() == 1
