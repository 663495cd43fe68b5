"""Who is at meetings with whom, each meeting counted once, and only what readers may see."""

from __future__ import annotations

import datetime
import re
from typing import Any

import pytest
from django.test import Client

from meetings.models import Appearance, Meeting
from people.attendance import Attendance
from people.company import SHOWN, company_at, company_of
from people.models import Official
from tests.factories import make_appearance, make_meeting, make_official, make_organization
from tests.people.views.test_officials import queries

pytestmark = pytest.mark.django_db
DAY = datetime.date(2025, 11, 4)


def meet(*officials: Official, **values: Any) -> Meeting:
    meeting = make_meeting(f"Họp {Meeting.objects.count()}", date=DAY, **values)
    for official in officials:
        make_appearance(meeting, official)
    return meeting


@pytest.fixture
def three() -> tuple[Official, Official, Official]:
    """An, who was twice with Bé and once with Chi; the three were once together."""
    an, be, chi = (make_official(name) for name in ("Lê Văn An", "Trần Thị Bé", "Phạm Chi"))
    meet(an, be, chi)
    make_appearance(meet(be, an), an, act="speaks")
    meet(chi)
    return an, be, chi


def counts(company: object) -> list[tuple[str, list[int]]]:
    assert company is not None
    return [(row.key.name, [pair.count for pair in row.pairs]) for row in company.matrix.rows]  # type: ignore[attr-defined]


def test_the_official_stands_first_then_those_most_often_there(three: tuple[Official, ...]) -> None:
    assert counts(company_of(three[0], Attendance(three[0]).attended)) == [
        ("Lê Văn An", []),
        ("Trần Thị Bé", [2]),
        ("Phạm Chi", [1, 1]),
    ]
    # The meeting where Chi was without An is none of An's.
    assert counts(company_of(three[2], Attendance(three[2]).attended)) == [
        ("Phạm Chi", []),
        ("Lê Văn An", [1]),
        ("Trần Thị Bé", [1, 1]),
    ]


def test_of_meetings_those_most_often_there(three: tuple[Official, ...]) -> None:
    assert counts(company_at(Meeting.objects.all())) == [("Lê Văn An", []), ("Trần Thị Bé", [2]), ("Phạm Chi", [1, 1])]


def test_too_few_have_no_picture() -> None:
    an, be = make_official("Lê Văn An"), make_official("Trần Thị Bé")
    meet(an, be)
    assert company_of(an, Attendance(an).attended) is None
    assert company_at(Meeting.objects.none()) is None


def test_retellings_and_what_may_not_be_seen_are_not_counted(three: tuple[Official, ...]) -> None:
    an, be, chi = three
    Appearance.objects.filter(official=chi).update(state="rejected")
    assert company_of(an, Attendance(an).attended) is None
    Appearance.objects.filter(official=chi).update(state="read")
    first = Appearance.objects.filter(official=be).first()
    retold = Appearance.objects.filter(official=be).last()
    assert first is not None
    assert retold is not None
    Appearance.objects.filter(pk=retold.pk).update(same_as=first)
    assert counts(company_of(an, Attendance(an).attended)) == [
        ("Lê Văn An", []),
        ("Trần Thị Bé", [1]),
        ("Phạm Chi", [1, 0]),
    ]
    Official.objects.filter(pk=be.pk).update(state="rejected")
    assert company_of(an, Attendance(an).attended) is None


def test_who_is_left_out_is_counted() -> None:
    many = [make_official(f"Người {chr(65 + number)}") for number in range(SHOWN + 3)]
    meet(*many)
    company = company_of(many[0], Attendance(many[0]).attended)
    assert company is not None
    assert (len(company.matrix.rows), company.others) == (SHOWN, 3)
    company = company_at(Meeting.objects.all())
    assert company is not None
    assert (len(company.matrix.rows), company.others) == (SHOWN, 3)


def test_each_number_leads_to_as_many_meetings(client: Client, three: tuple[Official, ...]) -> None:
    page = client.get(three[0].get_absolute_url()).content.decode()
    links = re.findall(r'class="met [^"]+" rel="nofollow" href="([^"#]+)#together".*?<span>(\d+)</span>', page)
    assert [number for _address, number in links] == ["2", "1", "1"]
    for address, number in links:
        answer = client.get(address.replace("&amp;", "&"))
        assert answer.context["page_obj"].paginator.count == int(number)
        assert 'id="together"' in answer.content.decode()


def test_a_body_s_page_shows_who_meets_there(client: Client, three: tuple[Official, ...]) -> None:
    body = make_organization("UBND tỉnh Nghệ An")
    assert client.get(body.get_absolute_url()).context["profile"].company is None
    meet(*three, body=body)
    assert counts(client.get(body.get_absolute_url()).context["profile"].company)[0][0] == "Lê Văn An"


def test_the_number_of_queries_does_not_grow(client: Client, three: tuple[Official, ...]) -> None:
    few = queries(client, three[0].get_absolute_url())
    for number in range(SHOWN + 4):
        meet(*three, make_official(f"Người {chr(65 + number)}"))
    many = queries(client, three[0].get_absolute_url())
    assert many <= few + 1  # one more counts who is left out
    assert many <= 26
