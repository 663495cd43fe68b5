"""What readers are told of a person's work: the day, the machine's reading, nobody's name, at a bounded cost."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.utils import timezone

from people.corrections import State
from people.models import Official
from people.revisions import ADDED, CHECKED, CORRECTED, Change, describe, merges_into, revision_of
from tests.factories import (
    make_appearance,
    make_article,
    make_directive,
    make_meeting,
    make_merge,
    make_official,
    make_organization,
    make_province,
    make_role,
    make_target,
)

pytestmark = pytest.mark.django_db
NOVEMBER = datetime.datetime(2026, 11, 26, 20, tzinfo=datetime.UTC)  # the 27th in Vietnam


def saved_by(user: User | None, record: Any, when: datetime.datetime = NOVEMBER) -> Any:
    record._history_user = user
    record._history_date = when
    record.save()
    return record


@pytest.fixture
def lan() -> User:
    return User.objects.create_user("lan", first_name="Lan")


def test_nothing_is_told_of_what_no_person_touched(django_assert_num_queries: Any) -> None:
    record = make_directive()
    with django_assert_num_queries(0):
        assert revision_of(record) is None


def test_a_correction_tells_its_day_and_what_was_read(lan: User) -> None:
    directive = make_directive(text="Sở Tài chính trình phương án", deadline_to=datetime.date(2026, 4, 15))
    directive.text, directive.strength = "Sở Tài chính trình đề án", "note"
    saved_by(lan, directive)
    revision = revision_of(directive)
    assert revision is not None
    assert (revision.kind, revision.day) == (CORRECTED, datetime.date(2026, 11, 27))
    assert revision.changes == (
        Change("Nội dung nhiệm vụ", "Sở Tài chính trình phương án", "Sở Tài chính trình đề án"),
        Change("Cách giao", "Yêu cầu", "Lưu ý"),
    )


def test_the_day_is_that_of_a_person_s_last_change_not_of_a_later_reading(lan: User) -> None:
    official = make_official("Lê Văn Ba")
    official.name = "Lê Văn Tư"
    saved_by(lan, official)
    later = timezone.make_aware(datetime.datetime(2026, 12, 24))
    saved_by(None, official, later)
    revision = revision_of(Official.objects.get())
    assert revision is not None
    assert revision.day == datetime.date(2026, 11, 27)


def test_what_was_set_right_without_a_login_has_the_day_of_its_last_version() -> None:
    official = make_official("Lê Văn Ba")
    official.name = "Lê Văn Tư"
    later = timezone.now() + datetime.timedelta(days=2)  # its first version is of this very moment
    saved_by(None, official, later)
    assert revision_of(official).day == timezone.localdate(later)  # type: ignore[union-attr]
    official.history.all().delete()
    assert revision_of(Official.objects.get()).day is None  # type: ignore[union-attr]


def test_added_and_checked_records() -> None:
    assert revision_of(make_directive(by_person=True)).kind == ADDED  # type: ignore[union-attr]
    assert revision_of(make_directive(by_person=True, state=State.CONFIRMED)).kind == ADDED  # type: ignore[union-attr]
    checked = revision_of(make_target(state=State.CONFIRMED))
    assert checked is not None
    assert (checked.kind, checked.changes) == (CHECKED, ())


def test_a_confirmed_correction_is_a_correction() -> None:
    official = make_official("Lê Văn Ba", state=State.CONFIRMED)
    official.name = "Lê Văn Tư"
    assert revision_of(official).kind == CORRECTED  # type: ignore[union-attr]


def test_records_are_named_as_readers_know_them() -> None:
    vinh, phu_tho = make_province("Nghệ An"), make_province("Phú Thọ")
    one, other = make_organization(province=vinh), make_organization(province=phu_tho)
    role: Any = make_role(organization=one)
    role.organization = other
    assert revision_of(role).changes == (  # type: ignore[union-attr]
        Change("Cơ quan", "Sở Tài chính (Nghệ An)", "Sở Tài chính (Phú Thọ)"),
    )
    role.revision = None
    role.organization = None
    describe([role])
    assert role.revision.changes[0].now == "(trống)"


def test_a_record_read_once_that_is_gone() -> None:
    gone = make_official("Lê Văn Ba")
    directive = make_directive(assigner=gone)
    directive.assigner = None
    directive.save()
    number = gone.pk
    gone.delete()
    assert revision_of(directive).changes[0].read == f"số {number}, không còn nữa"  # type: ignore[union-attr]


def test_many_records_cost_no_more_than_one_of_each_kind(
    lan: User, django_assert_num_queries: Any, django_assert_max_num_queries: Any
) -> None:
    meeting = make_meeting()

    def some(count: int) -> list[Any]:
        made: list[Any] = []
        for number in range(count):
            first, second = make_official(f"Lê Văn A{number} {count}"), make_official(f"Lê Văn B{number} {count}")
            directive = make_directive(meeting, assigner=first)
            directive.assigner = second
            appearance = make_appearance(meeting, first)
            appearance.official = second
            target = make_target(meeting)
            target.value = 7
            made += [
                saved_by(lan, directive),
                saved_by(lan, appearance),
                saved_by(lan, target),
                make_directive(meeting),
            ]
        return made

    few, many = some(1), some(6)
    with django_assert_max_num_queries(4) as asked:
        describe(few)
    with django_assert_num_queries(len(asked)):
        describe(many)
    assert [record.revision is None for record in many] == [False, False, False, True] * 6


def test_merges_are_told_on_the_survivor_s_page_with_their_day(lan: User, django_assert_num_queries: Any) -> None:
    first, second, third = (make_official(name) for name in ("Lê Văn Ba", "Lê Văn Bá", "Lê Văn Bà"))
    with django_assert_num_queries(1):
        assert merges_into(first) == []
    make_merge(second, third, by=lan)
    make_merge(first, second, by=lan)
    today = timezone.localdate()
    assert merges_into(first) == [("Lê Văn Bà", today), ("Lê Văn Bá", today)]


def test_of_an_article_the_list_is_said_to_have_told_it(client: Client) -> None:
    article = make_article(title="Tên cũ")
    article.title = "Tên mới"
    article.save()
    page = client.get(article.get_absolute_url()).content.decode()
    assert 'Danh mục hoặc máy ghi: <q lang="vi">Tên cũ</q>' in page
