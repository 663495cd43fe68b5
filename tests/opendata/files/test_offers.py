"""The files that pages offer hold exactly the rows of the page, on pages that are no list as well."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from meetings.models import Target
from tests.factories import make_directive, make_organization, make_target
from tests.meetings.views.pages import make_scene, markup
from tests.opendata.files.exports import body

pytestmark = pytest.mark.django_db


def offered(client: Client, page: str) -> list[int]:
    """The keys in the JSON file that the page offers."""
    (address,) = re.findall(r'href="([^"]+\.json[^"]*)" rel="nofollow" download', markup(client, page))
    answer = client.get(unescape(address))
    assert answer.status_code == 200
    return sorted(row["id"] for row in json.loads(body(answer))["rows"])


def test_a_comparison_offers_its_figures_in_every_unit_of_the_measure(client: Client) -> None:
    scene = make_scene()
    kept = [
        make_target(scene.meeting, "GRDP", Decimal(5), "tỷ đồng", period="2025"),
        make_target(scene.meeting, "GRDP", Decimal(5000), "triệu đồng", period="2024"),
    ]
    make_target(scene.meeting, "GRDP", Decimal(5), "%", period="2025")
    make_target(scene.meeting, "khác", Decimal(5), "tỷ đồng", period="2025")
    page = reverse("meetings:target_comparison") + "?indicator=GRDP&unit=tỷ+đồng"
    assert offered(client, page) == [target.pk for target in kept]
    assert offered(client, page + "&year=2024&province=nghe-an&era=63") == [kept[1].pk]
    assert "danh-sach.json" not in markup(client, page + "&year=1999")
    assert Target.objects.count() == 5


def test_an_agency_offers_its_tasks_as_far_as_the_list_of_tasks_has_the_filters(client: Client) -> None:
    scene = make_scene()
    other = make_directive(scene.meeting, "Rà soát đất đai.", assignees=[scene.finance], order=1)
    make_directive(scene.meeting, "Việc của sở khác.", assignees=[make_organization("Sở Xây dựng")], order=2)
    page = scene.finance.get_absolute_url()
    assert offered(client, page) == [scene.directive.pk, other.pk]
    assert offered(client, page + "?q=dat+dai") == [other.pk]
    assert offered(client, page + "?part=lead&deadline=passed&year=2024") == [scene.directive.pk]
    assert "danh-sach.json" not in markup(client, page + "?since=2020-01-01")


@pytest.mark.parametrize("query", ["q=%40%40", "q=%22%22", "q=x&year=x&foo=1", "q=tai+chinh&utm_source=x"])
def test_whatever_was_typed_the_file_that_a_page_offers_is_there(client: Client, query: str) -> None:
    scene = make_scene()
    page = client.get(f"/nhiem-vu/?{query}").context["page_obj"]
    if page.object_list:
        assert offered(client, f"/nhiem-vu/?{query}") == [scene.directive.pk]
    assert bool(page.object_list) is ("q=x" not in query)
