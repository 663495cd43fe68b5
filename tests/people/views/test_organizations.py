"""The pages on organizations show the tasks they were given, only what readers may see, at a bounded cost."""

from __future__ import annotations

import datetime

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from meetings.models import Directive
from people.models import Organization
from tests.factories import (
    make_alias,
    make_article,
    make_assignment,
    make_directive,
    make_handover,
    make_meeting,
    make_official,
    make_organization,
    make_province,
    make_role,
)
from tests.people.views.test_officials import queries, text_of

pytestmark = pytest.mark.django_db
DAY = datetime.date(2025, 11, 4)


@pytest.fixture
def finance() -> Organization:
    """Sở Tài chính of Nghệ An, which leads one task that is due, and coordinates another without a deadline."""
    province = make_province("Nghệ An")
    former = make_organization("Sở Kế hoạch và Đầu tư", province=province, valid_to=datetime.date(2025, 2, 28))
    finance = make_organization("Sở Tài chính", province=province)
    former.successor = finance
    former.save()
    article = make_article("Giao Sở Tài chính chủ trì.", reported_on=DAY)
    meeting = make_meeting("Phiên họp tháng 11", date=DAY, province=province, body=finance, articles=[article])
    led = make_directive(meeting, "Trình phương án thu.", article=article, deadline_to=datetime.date(2020, 1, 31))
    make_assignment(led, finance, part="lead")
    make_assignment(led, make_organization("Sở Xây dựng", province=province), part="coordinate")
    make_assignment(make_directive(meeting, "Rà soát quy hoạch."), finance, part="coordinate")
    make_role(make_official("Trịnh Thanh Hải", province=province), "Giám đốc Sở", organization=finance)
    make_alias("Sở Tài chính - Vật giá", organization=finance)
    return finance


def english(organization: Organization) -> str:
    with translation.override("en"):
        return organization.get_absolute_url()


class TestList:
    def test_shows_tasks_and_meetings(self, client: Client, finance: Organization) -> None:
        text = text_of(client, "/en/organizations/?q=so tai chinh")
        assert "1 agency" in text
        assert "2 tasks" in text
        assert "1 meeting held" in text

    @pytest.mark.parametrize(
        ("query", "found"),
        [
            ("?tasks=no", ["Sở Kế hoạch và Đầu tư"]),
            ("?tasks=yes", ["Sở Tài chính", "Sở Xây dựng"]),
            ("?kind=party", []),
            ("?province=nghe-an&q=xay", ["Sở Xây dựng"]),
            ("?q=vật giá", ["Sở Tài chính"]),
            ("?q=tai chih", ["Sở Tài chính"]),
        ],
    )
    def test_filters(self, client: Client, finance: Organization, query: str, found: list[str]) -> None:
        page = client.get(f"/en/organizations/{query}")
        assert [organization.name for organization in page.context["page_obj"]] == found


class TestDetail:
    def test_shows_tasks_with_part_and_deadline(self, client: Client, finance: Organization) -> None:
        text = text_of(client, english(finance))
        assert (
            "Leads with Department of Construction (coordinates) Trình phương án thu. “trước ngày 31/01/2020”" in text
        )
        assert "Coordinates Rà soát quy hoạch." in text

    def test_names_those_beside_it_wherever_it_stands_among_them(self, client: Client, finance: Organization) -> None:
        task = make_directive(finance.meetings.get(), "Kiểm tra số liệu.")
        for name in ("Sở Nội vụ", "Sở Y tế"):
            make_assignment(task, make_organization(name, province=finance.province))
        make_assignment(task, finance)
        assert (
            "with Department of Home Affairs (carries out), Department of Health (carries out) Kiểm tra số liệu."
            in text_of(client, english(finance))
        )

    def test_shows_what_it_was_and_who_is_there(self, client: Client, finance: Organization) -> None:
        text = text_of(client, english(finance))
        assert "Formed from Department of Planning and Investment (Nghe An)" in text
        assert "Sở Tài chính - Vật giá" in text
        assert "Trịnh Thanh Hải Director of the Department Giám đốc Sở" in text
        assert "Phiên họp tháng 11" in text

    @pytest.mark.parametrize(
        ("query", "tasks"),
        [
            ("?part=lead", ["Trình phương án thu."]),
            ("?part=coordinate", ["Rà soát quy hoạch."]),
            ("?part=assignee", []),
            ("?deadline=passed", ["Trình phương án thu."]),
            ("?deadline=none", ["Rà soát quy hoạch."]),
            ("?deadline=soon", []),
            ("?q=quy hoach", ["Rà soát quy hoạch."]),
            ("?year=2025&order=deadline", ["Trình phương án thu.", "Rà soát quy hoạch."]),
            ("?part=nonsense&page=x&deadline=?", ["Trình phương án thu.", "Rà soát quy hoạch."]),
        ],
    )
    def test_filters_its_tasks(self, client: Client, finance: Organization, query: str, tasks: list[str]) -> None:
        page = client.get(finance.get_absolute_url() + query)
        assert [assignment.directive.text for assignment in page.context["page_obj"]] == tasks

    def test_shows_a_former_name_and_who_took_over_parts(self, client: Client, finance: Organization) -> None:
        finance.former_names = "Sở Kế hoạch và Đầu tư|Ty Tài chính"
        finance.succession_basis = "Nghị định 45/2025/NĐ-CP"
        finance.succession_pages = "https://www.example.vn/1|https://example.org/2"
        finance.save()
        health = make_organization("Sở Y tế", province=finance.province)
        hidden = make_organization("Sở Muối", province=finance.province, state="rejected")
        make_handover(finance, health, "giá thuốc")
        make_handover(finance, hidden, "giá muối")
        text = text_of(client, english(finance))
        assert "Parts of its work went to Department of Health (Nghe An) ( giá thuốc ) Formed from" in text
        assert "Formed from Department of Planning and Investment (Nghe An) ; Ty Tài chính" in text
        assert "Basis Decree 45/2025/ND-CP ( example.vn ; example.org )" in text
        assert "not verified" not in text
        assert "Took over parts of Department of Finance (Nghe An) ( giá thuốc )" in text_of(client, english(health))

    def test_what_is_from_memory_is_not_shown_as_a_fact(self, client: Client, finance: Organization) -> None:
        former = finance.predecessors.get()
        former.valid_to, former.succession_basis, former.unverified = datetime.date(2025, 2, 28), "Nghị định 1", True
        former.save()
        health = make_organization("Sở Y tế", province=finance.province)
        make_handover(former, health, unverified=True)
        text = text_of(client, english(former))
        for line in (
            "until 28 February 2025 not verified",
            "Became Department of Finance (Nghe An) not verified",
            "( giá thuốc ) not verified",
            "Basis Decree 1 not verified",
        ):
            assert line in text
        assert "Formed from Department of Planning and Investment (Nghe An) not verified" in text_of(
            client, english(finance)
        )
        with translation.override("vi"):
            assert "Nay là Sở Tài chính (Nghệ An) chưa kiểm chứng" in text_of(client, former.get_absolute_url())

    def test_what_may_not_be_seen_is_not_shown(self, client: Client, finance: Organization) -> None:
        Directive.objects.filter(text="Trình phương án thu.").update(state="rejected")
        finance.assignments.filter(part="coordinate").update(state="withdrawn")
        Organization.objects.filter(name="Sở Kế hoạch và Đầu tư").update(state="rejected")
        text = text_of(client, english(finance))
        assert "No text that was read tells of a task given to it" in text
        assert "Department of Planning and Investment" not in text

    def test_another_address_leads_to_the_right_one(self, client: Client, finance: Organization) -> None:
        answer = client.get(reverse("people:organization", kwargs={"pk": finance.pk}))
        assert answer.status_code == 301
        assert answer.headers["Location"] == finance.get_absolute_url()
        Organization.objects.update(state="rejected")
        assert client.get(finance.get_absolute_url()).status_code == 404


def test_the_number_of_queries_does_not_grow_with_the_rows(client: Client, finance: Organization) -> None:
    pages = ("/en/organizations/", "/en/organizations/?q=so&tasks=yes", english(finance))
    few = [queries(client, page) for page in pages]
    for number in range(12):
        province = make_province("Bắc Ninh")
        other = make_organization(f"Sở {number}", province=province, valid_to=DAY, successor=finance)
        meeting = make_meeting(f"Hội nghị {number}", date=DAY, province=province, body=finance)
        leader = make_official(f"Lê Văn {number}")
        make_directive(meeting, f"Việc {number}.", assignees=[finance, other, leader], assigner=leader)
        make_role(leader, f"Phó Giám đốc {number}", organization=finance)
        make_alias(f"STC {number}", organization=finance)
        make_handover(finance, other)
        make_handover(other, finance)
    many = [queries(client, page) for page in pages]
    # Of meetings and officials only the first are shown: that there are more is counted.
    assert many == [*few[:2], few[2] + 2]
    assert max(many) <= 22
