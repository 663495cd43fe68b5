"""Tests of columns of many rows that are written at once."""

import datetime
from typing import Any

import pytest

from meetings.reconcile.rewriting import rewrite
from people.models import Official, Organization, Role

pytestmark = pytest.mark.django_db


def test_each_row_gets_its_own_values_and_others_keep_theirs() -> None:
    official = Official.objects.create(name="Trần Văn A", extracted={"name": "Trần Văn A"})
    titles = ("Giám đốc", "Chánh Văn phòng", "Bí thư")
    rows = [Role.objects.create(official=official, title=t, canonical_title=t, status="current") for t in titles]
    day = datetime.date(2024, 2, 29)
    rows[0].first_attested = rows[0].last_attested = day
    rows[0].extracted = {"title": 'với "ngoặc", {phẩy}\\', "organization": None}
    rows[1].state = Role(state="withdrawn").state
    rows[0].title = rows[1].title = "không viết"
    rewrite(Role, rows[:2], ("first_attested", "last_attested", "state", "extracted"))
    stored = {row.pk: row for row in Role.objects.all()}
    assert stored[rows[0].pk].first_attested == stored[rows[0].pk].last_attested == day
    assert stored[rows[0].pk].extracted == {"title": 'với "ngoặc", {phẩy}\\', "organization": None}
    assert [stored[row.pk].state for row in rows] == ["read", "withdrawn", "read"]
    assert stored[rows[1].pk].first_attested is None
    assert {row.title for row in stored.values()} == set(titles)


def test_relations_are_written_and_taken_away() -> None:
    old, new, other = (Organization.objects.create(name=name) for name in ("Sở A", "Sở B", "Sở C"))
    old.successor, other.successor = new, None
    Organization.objects.filter(pk=other.pk).update(successor=new)
    rewrite(Organization, [old, other], ("successor",))
    assert dict(Organization.objects.values_list("name", "successor")) == {"Sở A": new.pk, "Sở B": None, "Sở C": None}


def test_nothing_is_asked_for_no_rows(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        rewrite(Role, [], ("state",))
