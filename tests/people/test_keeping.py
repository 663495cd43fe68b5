"""Two who hold one row each save what they changed, and neither undoes the other's."""

from __future__ import annotations

import datetime

import pytest

from meetings.models import Directive, Meeting, Target
from people.models import Official
from tests.factories import make_directive, make_meeting, make_official, make_province, make_target

pytestmark = pytest.mark.django_db


def test_two_who_changed_different_fields_keep_both() -> None:
    pk = make_directive(text="Cũ").pk
    first, second = Directive.objects.get(pk=pk), Directive.objects.get(pk=pk)
    first.text = "Mới"
    first.save()
    second.strength = "note"
    second.save()
    stored = Directive.objects.get(pk=pk)
    assert (stored.text, stored.strength, second.text) == ("Mới", "note", "Mới")
    assert stored.history.first().text == "Mới"  # no version says that the second took the first's word back


def test_a_reading_in_between_is_no_correction() -> None:
    pk = make_directive(text="Cũ").pk
    person, machine = Directive.objects.get(pk=pk), Directive.objects.get(pk=pk)
    machine.follow({"text": "Đọc lại", "strength": "request"})
    machine.save()
    person.strength = "note"
    person.save()
    stored = Directive.objects.get(pk=pk)
    assert (stored.text, stored.strength, stored.corrected_fields()) == ("Đọc lại", "note", ("strength",))
    assert stored.extracted["strength"] == "request"


def test_conflicts_are_kept_field_by_field() -> None:
    pk = make_directive().pk
    Directive.objects.update(conflicts={"text": {"value": "Cũ"}})
    first, second = Directive.objects.get(pk=pk), Directive.objects.get(pk=pk)
    del first.conflicts["text"]
    first.save()
    second.conflicts["strength"] = {"value": "note"}
    second.save(update_fields=["conflicts"])
    assert Directive.objects.get(pk=pk).conflicts == {"strength": {"value": "note"}}


def test_what_both_changed_is_the_later_ones() -> None:
    pk = make_directive(text="Cũ").pk
    first, second = Directive.objects.get(pk=pk), Directive.objects.get(pk=pk)
    first.text, second.text = "Một", "Hai"
    first.save()
    second.save()
    assert Directive.objects.get(pk=pk).text == "Hai"


def test_a_relation_that_another_set_is_that_of_the_row() -> None:
    pk = make_directive().pk
    first, second = Directive.objects.get(pk=pk), Directive.objects.get(pk=pk)
    assert second.assigner is None
    first.assigner = official = make_official()
    first.save()
    second.text = "Mới"
    second.save()
    assert second.assigner == official


def test_columns_that_follow_from_others_follow_from_what_both_set() -> None:
    pk = make_target(period="2025").pk
    first, second = Target.objects.get(pk=pk), Target.objects.get(pk=pk)
    first.period = "2027"
    first.save()
    second.unit = "%"
    second.save(update_fields=["unit"])
    stored = Target.objects.get(pk=pk)
    assert (stored.year, stored.unit, stored.factor) == (2027, "%", second.factor)

    meeting = make_meeting(date=datetime.date(2024, 3, 27))
    one, other = Meeting.objects.get(pk=meeting.pk), Meeting.objects.get(pk=meeting.pk)
    one.date = datetime.date(2025, 1, 2)
    one.save()
    other.place = "Vinh"
    other.save()
    assert (other.sort_date, Meeting.objects.get(pk=meeting.pk).year) == (datetime.date(2025, 1, 2), 2025)


def test_rows_of_which_only_some_columns_were_fetched() -> None:
    pk = make_directive(text="Cũ", assigner_title="Chủ tịch").pk
    part = Directive.objects.only("strength").get(pk=pk)
    Directive.objects.filter(pk=pk).update(text="Mới")
    part.strength = "note"
    part.save()
    stored = Directive.objects.get(pk=pk)
    assert (stored.text, stored.strength, stored.assigner_title) == ("Mới", "note", "Chủ tịch")


def test_what_was_fetched_anew_or_saved_is_what_changes_are_counted_from() -> None:
    pk = make_official("Lê Văn Ba").pk
    official = Official.objects.get(pk=pk)
    Official.objects.filter(pk=pk).update(homonym=3)
    official.refresh_from_db(fields=["homonym"])
    official.province = make_province()
    official.save()
    Official.objects.filter(pk=pk).update(homonym=4)
    official.name = "Lê Văn Bá"
    official.save()
    assert list(Official.objects.values_list("name", "homonym", "province__name")) == [("Lê Văn Bá", 4, "Nghệ An")]
