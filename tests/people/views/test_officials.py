"""The pages on officials show what texts attest, only what readers may see, at a bounded cost."""

from __future__ import annotations

import datetime
import re
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import translation

from meetings.models import Meeting
from people.models import Official
from tests.factories import (
    make_alias,
    make_appearance,
    make_article,
    make_attestation,
    make_directive,
    make_meeting,
    make_mention,
    make_merge,
    make_official,
    make_organization,
    make_province,
    make_role,
)
from tests.plain import plain

pytestmark = pytest.mark.django_db
DAY = datetime.date(2025, 11, 4)


def text_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return plain(answer.content.decode())


def queries(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.fixture
def vinh() -> Official:
    """Lê Hồng Vinh, whom two texts of 2024 and 2025 give two roles, at two meetings, with a task given at one."""
    province = make_province("Nghệ An")
    official = make_official("Lê Hồng Vinh", province=province)
    committee = make_organization("UBND tỉnh Nghệ An", province=province, kind="committee")
    earlier = datetime.date(2024, 11, 14)
    deputy = make_role(official, "Phó Bí thư Tỉnh ủy", rank=23, first_attested=earlier, last_attested=DAY)
    chair = make_role(
        official, "Chủ tịch UBND tỉnh", rank=25, organization=committee, first_attested=DAY, last_attested=DAY
    )
    for day, number in ((earlier, 1), (DAY, 2)):
        article = make_article(f"Đồng chí Lê Hồng Vinh chủ trì cuộc họp thứ {number}.", reported_on=day)
        meeting = make_meeting(f"Phiên họp thứ {number}", date=day, province=province, articles=[article])
        make_appearance(meeting, official, act="chairs", article=article, quote="Lê Hồng Vinh chủ trì")
        make_mention(official, article)
        make_attestation(deputy, article, attested_on=day)
    make_attestation(chair, article, attested_on=DAY)
    make_directive(meeting, "Sở Tài chính trình phương án.", assigner=official, assignees=[make_organization()])
    make_alias("Lê Hồng Vịnh", official=official)
    return official


class TestList:
    def test_shows_roles_last_attested_province_and_meetings(self, client: Client, vinh: Official) -> None:
        text = text_of(client, "/en/officials/")
        assert "Lê Hồng Vinh Deputy Secretary of the Provincial Party Committee Phó Bí thư Tỉnh ủy" in text
        assert "Chủ tịch UBND tỉnh · Nghe An Provincial People's Committee" in text
        assert "2 meetings" in text

    @pytest.mark.parametrize("typed", ["vinh hong le", "LÊ HỒNG", "le hogn vinh", "lê hồng vịnh"])
    def test_finds_by_name(self, client: Client, vinh: Official, typed: str) -> None:
        make_official("Hoàng Nghĩa Hiếu")
        text = text_of(client, f"/en/officials/?q={typed}")
        assert "1 official" in text
        assert "Hoàng Nghĩa Hiếu" not in text

    def test_without_results_suggests_what_to_do(self, client: Client, vinh: Official) -> None:
        text = text_of(client, "/en/officials/?q=vinh&level=central")
        assert "0 officials" in text
        assert "Drop one of the filters" in text

    @pytest.mark.parametrize(
        "query",
        [
            "?page=0",
            "?page=99",
            "?page=x",
            "?province=nowhere",
            "?q=%00",
            "?year=abc&level=x&era=12",
            "?order=nonsense",
            "?organization=" + "9" * 40,
            "?q=" + "a" * 10_000,
            "?q=" + "%22" * 500,
        ],
    )
    def test_no_address_is_an_error(self, client: Client, vinh: Official, query: str) -> None:
        assert client.get(f"/en/officials/{query}").status_code == 200


class TestDetail:
    def test_shows_roles_as_attested_and_never_as_begun_or_ended(self, client: Client, vinh: Official) -> None:
        with translation.override("en"):
            text = text_of(client, vinh.get_absolute_url())
        assert "attested from 14 November 2024 to 4 November 2025" in text
        assert "attested on 4 November 2025" in text
        assert "Lê Hồng Vịnh" in text
        assert "Sở Tài chính trình phương án." in text

    def test_links_acts_mentions_and_titles_to_their_words(self, client: Client, vinh: Official) -> None:
        page = client.get(vinh.get_absolute_url()).content.decode()
        for record in (
            *vinh.appearances.all(),
            *vinh.mentions.all(),
            *vinh.roles.get(rank=25).attestations.all(),
        ):
            assert f"#w-{record._meta.model_name}-{record.pk}" in page

    def test_every_place_it_links_to_is_there(self, client: Client, vinh: Official) -> None:
        page = client.get(vinh.get_absolute_url()).content.decode()
        places = re.findall(r'href="(/[^"#]+)#([^"]+)"', page)
        assert len(places) > 5
        for address, place in places:
            assert f'id="{place}"' in client.get(address).content.decode(), place

    def test_meetings_stand_the_latest_first(self, client: Client, vinh: Official) -> None:
        text = text_of(client, vinh.get_absolute_url())
        assert text.index("Phiên họp thứ 2") < text.index("Phiên họp thứ 1")

    def test_what_may_not_be_seen_is_not_shown(self, client: Client, vinh: Official) -> None:
        vinh.roles.update(state="rejected")
        vinh.directives_given.update(state="withdrawn")
        Meeting.objects.filter(title="Phiên họp thứ 1").update(state="rejected")
        text = text_of(client, vinh.get_absolute_url())
        assert "Chủ tịch UBND tỉnh" not in text
        assert "Sở Tài chính" not in text
        assert "Phiên họp thứ 1" not in text
        assert "Phiên họp thứ 2" in text

    def test_an_official_who_is_not_published_is_not_found(self, client: Client, vinh: Official) -> None:
        Official.objects.update(state="rejected")
        assert client.get(vinh.get_absolute_url()).status_code == 404

    @pytest.mark.parametrize("name", ["people:official", "people:official_detail"])
    def test_another_address_leads_to_the_right_one(self, client: Client, vinh: Official, name: str) -> None:
        values: dict[str, Any] = {"pk": vinh.pk, **({"slug": "old-name"} if name.endswith("detail") else {})}
        answer = client.get(reverse(name, kwargs=values) + "?page=2")
        assert answer.status_code == 301
        assert answer.headers["Location"] == vinh.get_absolute_url() + "?page=2"


def test_the_number_of_queries_does_not_grow_with_the_rows(client: Client, vinh: Official) -> None:
    pages = ("/en/officials/", "/en/officials/?q=le&era=63&year=2025", vinh.get_absolute_url())
    province = make_province("Bắc Ninh")

    def more(begin: int) -> list[int]:
        for number in range(begin, begin + 8):
            other = make_official(f"Lê Văn {chr(65 + number)}", province=province)
            article = make_article(f"Lê Văn và Lê Hồng Vinh, tin {number}.", reported_on=DAY)
            meeting = make_meeting(f"Hội nghị {number}", date=DAY, province=province, articles=[article])
            role = make_role(other, f"Chức vụ {number}", last_attested=DAY, first_attested=DAY)
            mine = make_role(vinh, f"Chức vụ {number}", last_attested=DAY, first_attested=DAY)
            for who, office in ((other, role), (vinh, mine)):
                make_appearance(meeting, who, article=article)
                make_attestation(office, article, attested_on=DAY)
            make_mention(vinh, article)
            told = [make_organization(f"Sở {number}"), other]
            make_directive(meeting, f"Việc {number}.", assigner=vinh, assignees=told)
        return [queries(client, page) for page in pages]

    more(0)
    few = more(8)
    assert more(16) == few
    assert max(few) <= 26


def test_what_a_person_did_is_told_for_the_official_and_each_office(client: Client) -> None:
    official, other = make_official("Lê Văn Ba"), make_official("Lê Văn Bá")
    role = make_role(official)
    make_merge(official, other)
    official.refresh_from_db()

    def correct(record: Any, **values: Any) -> None:
        for name, value in values.items():
            setattr(record, name, value)
        record.save()

    correct(official, name="Lê Văn Tư")
    correct(role, status="ended")
    page = text_of(client, official.get_absolute_url())
    assert page.count("đã hiệu đính ngày") == 2
    assert "Máy đọc: Lê Văn Ba Hiện nay: Lê Văn Tư" in page
    assert "“Lê Văn Bá” được gộp vào đây ngày" in page
    with CaptureQueriesContext(connection) as few:
        client.get(official.get_absolute_url())
    for number in range(4):
        correct(make_role(official, f"Phó Chủ tịch {number}"), status="ended")
    with CaptureQueriesContext(connection) as many:
        client.get(official.get_absolute_url())
    assert len(many) == len(few)


def test_texts_without_a_title_and_a_meeting_are_fetched_with_all_others(client: Client) -> None:
    """Their addresses are made of their first words."""
    official = make_official("Lê Hồng Vinh")

    def more(begin: int) -> int:
        for number in range(begin, begin + 5):
            role = make_role(official, f"Chức vụ {number}", last_attested=DAY, first_attested=DAY)
            make_attestation(role, make_article(f"Lê Hồng Vinh, Chức vụ {number}.", title=""), attested_on=DAY)
        return queries(client, official.get_absolute_url())

    more(0)
    few = more(5)
    assert more(10) == few
