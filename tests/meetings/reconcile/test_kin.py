"""Agencies that belong together find each other, also when two readings make them at the same time."""

from __future__ import annotations

import datetime
from threading import Thread

import pytest
from django.db import connection, connections, transaction
from django.db.models import F

from meetings.reconcile.organizations import Organizations
from meetings.reconcile.provinces import Place
from people.models import Handover, Organization
from people.register import ProvinceRegister
from tests.side_by_side import wait_until_it_waits, work_beside

pytestmark = pytest.mark.django_db(transaction=True)
BEFORE, AFTER = datetime.date(2024, 5, 16), datetime.date(2025, 11, 4)

Told = tuple[str, str, datetime.date]


def make(told: Told) -> None:
    """Makes the organization that a text of that province and day means."""
    name, province, day = told
    register = ProvinceRegister()
    with transaction.atomic():
        assert Organizations(Place(register, register.find(province, day), day), []).of(name) is not None


def beside(told: Told) -> None:
    try:
        make(told)
    finally:
        connections.close_all()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("Sở Kế hoạch và Đầu tư", "Nghệ An", BEFORE), ("Sở Tài chính", "Nghệ An", BEFORE)),
        (("Công an tỉnh", "Nghệ An", BEFORE), ("Sở Lao động - Thương binh và Xã hội", "Nghệ An", BEFORE)),
        (("Bộ Tài chính", "Nghệ An", BEFORE), ("Bộ Kế hoạch và Đầu tư", "Hà Tĩnh", BEFORE)),
        (("Sở Y tế", "Bắc Giang", BEFORE), ("Sở Y tế", "Bắc Ninh", AFTER)),
    ],
)
def test_two_that_are_made_at_the_same_time_are_tied(first: Told, second: Told) -> None:
    if connection.vendor == "sqlite":
        pytest.skip("SQLite lets nobody write beside another")
    making = Thread(target=beside, args=(second,))
    with work_beside(lambda: make(first)):
        making.start()
        wait_until_it_waits(making)
    making.join(30)
    former, heir = Organization.objects.order_by(F("valid_to").asc(nulls_last=True))
    assert heir in [former.successor, *(handover.heir for handover in Handover.objects.filter(former=former))]
