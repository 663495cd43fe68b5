"""Two officials or two agencies side by side: the numbers are those of their own pages, at a bounded cost."""

from __future__ import annotations

import datetime
import re
from typing import Any

import pytest
from django.test import Client

from meetings.models import Appearance, Directive, Meeting
from people.models import Official, Organization
from tests.factories import (
    make_appearance,
    make_article,
    make_assignment,
    make_attestation,
    make_directive,
    make_handover,
    make_meeting,
    make_mention,
    make_merge,
    make_official,
    make_organization,
    make_province,
    make_role,
)
from tests.people.views.test_officials import queries, text_of

pytestmark = pytest.mark.django_db
DAY = datetime.date(2025, 11, 4)
OFFICIALS, AGENCIES = "/en/compare/officials/", "/en/compare/organizations/"


def numbers(client: Client, address: str, name: str) -> list[tuple[str, int, int]]:
    answer = client.get(address)
    assert answer.status_code == 200
    return [(pair.label, pair.left, pair.right) for pair in answer.context[name]]


@pytest.fixture
def two() -> tuple[Official, Official]:
    """Vinh, who chaired two meetings and gave a task at each; and Hải, who spoke at one of them."""
    province = make_province("Nghệ An")
    vinh, hai = make_official("Lê Hồng Vinh", province=province), make_official("Trịnh Thanh Hải", province=province)
    chair = make_role(vinh, "Chủ tịch UBND tỉnh", rank=25, first_attested=DAY, last_attested=DAY)
    finance = make_organization("Sở Tài chính", province=province)
    for number, year in ((1, 2024), (2, 2025)):
        day = DAY.replace(year=year)
        article = make_article(f"Lê Hồng Vinh chủ trì, Trịnh Thanh Hải dự họp {number}.", reported_on=day)
        meeting = make_meeting(f"Phiên họp thứ {number}", date=day, province=province, articles=[article])
        make_appearance(meeting, vinh, act="chairs", article=article, quote="Lê Hồng Vinh chủ trì")
        make_mention(vinh, article)
        make_directive(meeting, f"Việc {number}.", assigner=vinh, assignees=[finance], deadline_to=day)
    make_attestation(chair, article, attested_on=DAY)
    make_appearance(meeting, hai, act="speaks", article=article, quote="Trịnh Thanh Hải dự họp")
    return vinh, hai


@pytest.fixture
def agencies() -> tuple[Organization, Organization]:
    """Finance, which leads one task, and Building, which coordinates it and carries out another."""
    province = make_province("Nghệ An")
    finance = make_organization("Sở Tài chính", province=province)
    building = make_organization("Sở Xây dựng", province=province)
    giver = make_official("Hoàng Phú Hiền", province=province)
    article = make_article("Giao Sở Tài chính chủ trì.", reported_on=DAY)
    meeting = make_meeting("Phiên họp tháng 11", date=DAY, province=province, body=finance, articles=[article])
    shared = make_directive(meeting, "Trình phương án.", article=article, assigner=giver, deadline_text="sớm")
    make_assignment(shared, finance, part="lead")
    make_assignment(shared, building, part="coordinate")
    make_directive(meeting, "Rà soát.", assigner=giver, assignees=[building], deadline_to=datetime.date(2020, 1, 31))
    both = make_official("Bùi Thanh An", province=province)
    make_role(both, "Giám đốc Sở Tài chính", organization=finance)
    make_role(both, "Giám đốc Sở Xây dựng", organization=building)
    return finance, building


class TestChoosing:
    def test_names_typed_lead_to_the_address_with_numbers(self, client: Client, two: Any) -> None:
        vinh, hai = two
        answer = client.get(OFFICIALS, {"a": "vinh le", "b": hai.pk})
        assert answer.status_code == 302
        assert answer.headers["Location"] == f"{OFFICIALS}?a={vinh.pk}&b={hai.pk}"

    def test_one_merged_away_leads_to_whom_it_was_merged_into(self, client: Client, two: Any) -> None:
        vinh, hai = two
        other = make_official("Lê Hồng Vịnh", province=vinh.province)
        make_merge(vinh, other)
        answer = client.get(OFFICIALS, {"a": other.pk, "b": hai.pk})
        assert answer.headers["Location"] == f"{OFFICIALS}?a={vinh.pk}&b={hai.pk}"

    def test_every_link_that_chooses_leads_to_a_page_without_another_step(self, client: Client, two: Any) -> None:
        vinh, _hai = two
        make_role(make_official("Lê Văn An"), "Chủ tịch UBND tỉnh", last_attested=DAY, first_attested=DAY)
        make_official("Lê Văn Bé")
        for asked in ({"a": vinh.pk}, {"b": vinh.pk}, {"a": vinh.pk, "b": "lê"}, {"a": "lê", "b": vinh.pk}):
            page = client.get(OFFICIALS, asked).content.decode()
            links = re.findall(r'href="(\?(?:a|b)=[^"]+)"', page)
            assert links
            for link in links:
                assert client.get(OFFICIALS + link.replace("&amp;", "&")).status_code == 200

    def test_suggests_those_of_the_same_office_and_those_beside(self, client: Client, two: Any) -> None:
        vinh, hai = two
        same = make_official("Nguyễn Khắc Thận", province=make_province("Bắc Ninh"))
        make_role(same, "Chủ tịch UBND tỉnh", last_attested=DAY, first_attested=DAY)
        answer = client.get(OFFICIALS, {"a": vinh.pk})
        assert (answer.context["alike"], answer.context["beside"]) == ([same], [hai])

    def test_suggests_agencies_of_the_same_name_and_those_given_the_same_task(
        self, client: Client, agencies: Any
    ) -> None:
        finance, building = agencies
        same = make_organization("Sở Tài chính", province=make_province("Bắc Ninh"))
        answer = client.get(AGENCIES, {"b": finance.pk})
        assert (answer.context["alike"], answer.context["beside"]) == ([same], [building])

    @pytest.mark.parametrize("page", [OFFICIALS, AGENCIES])
    @pytest.mark.parametrize(
        "asked",
        ["", "?a=x", "?a=0&b=0", "?a=" + "9" * 50, "?a=%00&b=%F0", "?a=" + "a" * 9000, "?page=x", "?a=1&a=2&b=3"],
    )
    def test_no_address_is_an_error(self, client: Client, page: str, asked: str) -> None:
        assert client.get(page + asked).status_code == 200

    def test_machines_are_asked_not_to_keep_every_pair(self, client: Client, two: Any) -> None:
        assert "noindex" not in client.get(OFFICIALS).content.decode()
        assert "noindex" in client.get(OFFICIALS, {"a": two[0].pk}).content.decode()


class TestOfficials:
    def test_shows_what_texts_tell_of_each(self, client: Client, two: Any) -> None:
        vinh, hai = two
        text = text_of(client, f"{OFFICIALS}?a={vinh.pk}&b={hai.pk}")
        assert "s Committee attested on 4 November 2025 No office in the texts" in text
        assert "2 meetings · from 4 November 2024 to 4 November 2025 1 meeting · 4 November 2025" in text
        assert "2 tasks · 2 with a day none found" in text

    def test_numbers_face_each_other(self, client: Client, two: Any) -> None:
        address = f"{OFFICIALS}?a={two[0].pk}&b={two[1].pk}"
        assert numbers(client, address, "by_act") == [("Chairs", 2, 0), ("Speaks", 0, 1)]
        assert numbers(client, address, "by_year") == [("2025", 1, 1), ("2024", 1, 0)]
        assert numbers(client, address, "by_agency") == [("Sở Tài chính (Nghệ An)", 2, 0)]

    def test_numbers_lead_to_lists_of_as_many(self, client: Client, two: Any) -> None:
        page = client.get(f"{OFFICIALS}?a={two[0].pk}&b={two[1].pk}").content.decode()
        links = re.findall(r'<a href="(/en/[^"]+\?(?:official|assigner)=[^"]+)">(\d+)', page)
        assert len(links) >= 6
        for address, number in links:
            answer = client.get(address.replace("&amp;", "&"))
            assert answer.context["total"] == int(number), address
            assert answer.context["filter"].notices == []

    def test_shows_the_meetings_where_both_were_with_what_each_did(self, client: Client, two: Any) -> None:
        vinh, hai = two
        page = client.get(f"{OFFICIALS}?a={vinh.pk}&b={hai.pk}")
        (meeting,) = page.context["together"]
        assert meeting.title == "Phiên họp thứ 2"
        assert [[act.act for act in acts] for acts in meeting.acts] == [["chairs"], ["speaks"]]
        for act in Appearance.objects.filter(meeting=meeting):
            assert f"#w-appearance-{act.pk}" in page.content.decode()

    def test_what_may_not_be_seen_is_not_counted(self, client: Client, two: Any) -> None:
        vinh, hai = two
        Meeting.objects.filter(title="Phiên họp thứ 2").update(state="rejected")
        vinh.roles.update(state="rejected")
        text = text_of(client, f"{OFFICIALS}?a={vinh.pk}&b={hai.pk}")
        assert "1 meeting · 4 November 2024 none found" in text
        assert "1 task · 1 with a day" in text
        assert "Chairman" not in text
        assert "No text that was read tells of a meeting where both were." in text

    def test_a_day_that_nobody_knows_is_not_shown(self, client: Client, two: Any) -> None:
        Meeting.objects.update(date=None, date_precision="none", year=None, sort_date=datetime.date.min)
        text = text_of(client, f"{OFFICIALS}?a={two[0].pk}&b={two[1].pk}")
        assert "0001" not in text
        assert "2 meetings 1 meeting" in text

    def test_swapping_swaps(self, client: Client, two: Any) -> None:
        address = f"{OFFICIALS}?a={two[0].pk}&b={two[1].pk}"
        swapped = client.get(address).context["swapped"]
        turned = [(label, right, left) for label, left, right in numbers(client, address, "by_act")]
        assert numbers(client, f"{OFFICIALS}?{swapped}", "by_act") == turned


class TestAgencies:
    def test_numbers_face_each_other(self, client: Client, agencies: Any) -> None:
        address = f"{AGENCIES}?a={agencies[0].pk}&b={agencies[1].pk}"
        assert numbers(client, address, "by_part") == [("Leads", 1, 0), ("Coordinates", 0, 1), ("Carries out", 0, 1)]
        assert numbers(client, address, "by_year") == [("2025", 1, 2)]
        assert numbers(client, address, "by_giver") == [("Hoàng Phú Hiền", 1, 2)]
        deadlines = [(a, b) for _label, a, b in numbers(client, address, "by_deadline")]
        assert sorted(deadlines) == [(0, 1), (1, 1)]

    def test_numbers_lead_to_lists_of_as_many(self, client: Client, agencies: Any) -> None:
        page = client.get(f"{AGENCIES}?a={agencies[0].pk}&b={agencies[1].pk}").content.decode()
        links = re.findall(r'<a href="(/en/[^"#]+\?(?:part|deadline|year|agency)=[^"#]+)(?:#tasks)?">(\d+)', page)
        assert len(links) >= 9
        for address, number in links:
            assert client.get(address.replace("&amp;", "&")).context["total"] == int(number), address

    def test_shows_tasks_given_to_both_and_officials_of_both(self, client: Client, agencies: Any) -> None:
        finance, building = agencies
        make_handover(finance, building, "quản lý giá")
        page = client.get(f"{AGENCIES}?a={finance.pk}&b={building.pk}")
        assert [task.text for task in page.context["page_obj"]] == ["Trình phương án."]
        text = text_of(client, f"{AGENCIES}?a={finance.pk}&b={building.pk}")
        assert "Officials with an office in both 1 Bùi Thanh An" in text
        assert "went to Department of Construction (Nghe An): quản lý giá" in text

    def test_what_may_not_be_seen_is_not_counted(self, client: Client, agencies: Any) -> None:
        finance, building = agencies
        Directive.objects.filter(text="Trình phương án.").update(state="withdrawn")
        address = f"{AGENCIES}?a={finance.pk}&b={building.pk}"
        assert numbers(client, address, "by_part") == [("Carries out", 0, 1)]
        assert "No text that was read tells of a task given to both." in text_of(client, address)

    def test_a_successor_that_may_not_be_seen_is_not_named(self, client: Client, agencies: Any) -> None:
        finance, building = agencies
        finance.successor = make_organization("Sở Không Còn", state="rejected")
        finance.save()
        assert "Became no successor known no successor known" in text_of(
            client, f"{AGENCIES}?a={finance.pk}&b={building.pk}"
        )


def test_the_pages_of_each_lead_here(client: Client, two: Any, agencies: Any) -> None:
    for record, page in ((two[0], OFFICIALS), (agencies[0], AGENCIES)):
        address = f"{page.replace('/en/compare/officials/', '/so-sanh/can-bo/')}?a={record.pk}"
        address = address.replace("/en/compare/organizations/", "/so-sanh/co-quan/")
        assert f'href="{address}"' in client.get(record.get_absolute_url()).content.decode()
        assert client.get(address).status_code == 200


def test_the_number_of_queries_does_not_grow_with_the_rows(
    client: Client, two: tuple[Official, Official], agencies: tuple[Organization, Organization]
) -> None:
    pages = [f"{OFFICIALS}?a={two[0].pk}&b={two[1].pk}", f"{AGENCIES}?a={agencies[0].pk}&b={agencies[1].pk}"]
    pages += [f"{OFFICIALS}?a={two[0].pk}&b=nguyen", f"{AGENCIES}?a={agencies[0].pk}&b=so"]

    def more(begin: int) -> None:
        for number in range(begin, begin + 12):
            make_official(f"Nguyễn Văn {chr(97 + number)}")
            meeting = make_meeting(f"Hội nghị {number}", date=DAY.replace(year=2000 + number))
            for official in two:
                make_appearance(meeting, official, act="attends")
                make_role(official, f"Chức vụ {number}", first_attested=DAY, last_attested=DAY)
                told = [*agencies, make_organization(f"Sở {number}")]
                make_directive(meeting, f"Việc của {official} {number}.", assigner=official, assignees=told)

    more(0)
    few = [queries(client, page) for page in pages]
    more(12)
    assert [queries(client, page) for page in pages] == few
    assert max(few) <= 20
