"""Filters of lists with their counts: what they say is what they list."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from django.test import Client

from meetings.models import Directive, Meeting, Target
from people.corrections import State
from people.desk.corrected import corrected
from people.models import Official, Role
from tests.desk import admin_url
from tests.factories import make_directive, make_meeting, make_official, make_province, make_role, make_target

pytestmark = pytest.mark.django_db


def choices(client: Client, model, title: str, **parameters: str) -> dict[str, tuple[int, str]]:  # type: ignore[no-untyped-def]
    """By label, count and query string of the filter of that title."""
    listed = client.get(admin_url(model, "changelist"), parameters).context["cl"]
    spec = next(spec for spec in listed.filter_specs if str(spec.title) == title)
    found = {}
    for choice in spec.choices(listed):
        if match := re.fullmatch(r"(.*) \((\d+)\)", str(choice["display"])):
            found[match[1]] = (int(match[2]), choice["query_string"])
    return found


def test_every_filter_of_every_list_counts_what_it_lists(admin_client: Client) -> None:
    today, former = make_province("Nghệ An"), make_province("Thái Nguyên", former=True)
    make_meeting(province=today, confidence=50)
    make_meeting(province=former, conflicts={"title": {"value": "Cũ"}}, confidence=90)
    make_meeting(state=State.REJECTED)
    make_meeting(by_person=True)
    wrong = make_meeting("Họp")
    wrong.title = "Họp giao ban"
    wrong.save()
    listed = admin_client.get(admin_url(Meeting, "changelist")).context["cl"]
    seen = 0
    for spec in listed.filter_specs:
        for choice in spec.choices(listed):
            if match := re.search(r"\((\d+)\)$", str(choice["display"])):
                page = admin_client.get(admin_url(Meeting, "changelist") + choice["query_string"])
                assert page.context["cl"].result_count == int(match[1]), choice
                seen += int(match[1])
    assert seen > 20


def test_provinces_that_have_rows_are_listed_with_their_era(admin_client: Client) -> None:
    make_province("Phú Thọ")
    for province in (make_province("Nghệ An"), make_province("Nghệ An", former=True), None):
        make_meeting(province=province)
    found = choices(admin_client, Meeting, "tỉnh, thành phố")
    assert [(label, count) for label, (count, _) in found.items() if count] == [
        ("Nghệ An", 1),
        ("Nghệ An (đến 30/06/2025)", 1),
        ("Chưa rõ", 1),
    ]
    assert "Phú Thọ" not in found


def test_a_chosen_province_stays_listed_when_nothing_is_left(admin_client: Client) -> None:
    province = make_province("Nghệ An")
    found = choices(admin_client, Meeting, "tỉnh, thành phố", province__id__exact=str(province.pk))
    assert found["Nghệ An"][0] == 0


@pytest.mark.parametrize("value", ["x", "-1", "99999999999999999999", "", "1,2", "None"])
@pytest.mark.parametrize(
    "name", ["province", "province__id__exact", "province__isnull", "sure", "corrected", "state__exact"]
)
def test_a_malformed_filter_never_breaks_the_page(admin_client: Client, name: str, value: str) -> None:
    page = admin_client.get(admin_url(Meeting, "changelist"), {name: value}, follow=True)
    assert page.status_code == 200


def test_corrected_in_sql_is_corrected_in_python() -> None:
    nghe_an, phu_tho = make_province("Nghệ An"), make_province("Phú Thọ")
    a, b = make_official("Lê Văn Ba", province=nghe_an), make_official("Lê Văn Tư", province=nghe_an)
    make_official("Lê Văn Năm", by_person=True)
    b.name = "Lê Văn Tự"
    b.save()
    roles = [make_role(a, "Chủ tịch"), make_role(a, "Phó Chủ tịch"), make_role(b, "Bí thư")]
    roles[1].official = b
    roles[1].save()
    targets = [make_target(value=value, value_high=None) for value in ("7.5", "7.50", "8")]
    targets[1].value = Decimal("7.500001")
    targets[2].value_high = Decimal(9)
    for target in targets[1:]:
        target.save()
    meetings = [make_meeting(province=nghe_an), make_meeting(place=""), make_meeting(number=3), make_meeting(number=3)]
    meetings[0].province = phu_tho
    meetings[1].place = "Hội trường"
    meetings[2].number = None
    for meeting in meetings:
        meeting.save()
    make_directive()
    for model in (Official, Role, Target, Meeting, Directive):
        expected = {row.pk for row in model._default_manager.all() if row.corrected_fields()}
        assert set(model._default_manager.filter(corrected(model)).values_list("pk", flat=True)) == expected, model
    assert Meeting.objects.filter(corrected(Meeting)).count() == 3
    assert Target.objects.filter(corrected(Target)).count() == 2
