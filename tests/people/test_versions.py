"""What the machine left is in the history before a person changes it, whichever way he does."""

from __future__ import annotations

import pytest

from meetings.reconcile.rows import save_quietly
from people.models import Official
from tests.factories import make_official

pytestmark = pytest.mark.django_db


def names(official: Official) -> list[tuple[str, str]]:
    versions = official.history.order_by("history_date", "history_id")
    return [(version.history_type, version.name) for version in versions]


@pytest.fixture
def official() -> Official:
    """As a reading leaves it: without history."""
    made = make_official("Lê Văn Ba")
    made.history.all().delete()
    return Official.objects.get()


def read_again(official: Official, name: str) -> None:
    official.follow({"name": name})
    official.skip_history_when_saving = True  # type: ignore[attr-defined]
    official.save()
    del official.skip_history_when_saving  # type: ignore[attr-defined]


def test_a_reading_leaves_no_version(official: Official) -> None:
    read_again(official, "Lê Văn Bá")
    assert names(official) == []


def test_the_first_change_keeps_what_was_read(official: Official) -> None:
    official.name = "Lê Văn Tư"
    official.save()
    assert names(official) == [("+", "Lê Văn Ba"), ("~", "Lê Văn Tư")]
    assert official.history.last().history_user is None


def test_what_was_read_between_two_changes_is_kept_between_them(official: Official) -> None:
    official.state = "confirmed"
    official.save()
    Official.objects.filter(pk=official.pk).update(name="Lê Văn Bá", name_key="lê văn bá")  # as a reading writes many
    official.refresh_from_db()
    official.name = "Lê Văn Tư"
    official.save()
    assert names(official) == [("+", "Lê Văn Ba"), ("~", "Lê Văn Ba"), ("~", "Lê Văn Bá"), ("~", "Lê Văn Tư")]


def test_nothing_is_kept_twice(official: Official) -> None:
    for name in ("Lê Văn Tư", "Lê Văn Năm"):
        official.name = name
        official.save()
    assert [name for _, name in names(official)] == ["Lê Văn Ba", "Lê Văn Tư", "Lê Văn Năm"]


def test_a_new_record_has_one_version() -> None:
    assert names(make_official("Lê Văn Sáu", by_person=True)) == [("+", "Lê Văn Sáu")]


def test_a_correction_that_a_reading_comes_to_agree_with_ends_with_a_word_in_the_history(official: Official) -> None:
    official.name = "Lê Văn Tư"
    official.save()
    for name in ("Lê Văn Năm", "Lê Văn Tư", "Lê Văn Tư"):
        official.follow({"name": name})
        save_quietly(official)
    assert (official.corrected_fields(), official.conflicts) == ((), {})
    latest = official.history.first()
    assert names(official) == [("+", "Lê Văn Ba"), ("~", "Lê Văn Tư"), ("~", "Lê Văn Tư")]
    assert (latest.history_user, latest.history_change_reason) == (
        None,
        "Máy đọc lại nay trùng với phần đã hiệu đính: tên",
    )
