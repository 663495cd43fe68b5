"""How figures are called, those of which a text does not say what they are of among them."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from meetings.indicators import is_unnamed, name_of, named
from meetings.models import Target
from tests.factories import make_meeting, make_province, make_target
from tests.meetings.views.pages import markup, words


@pytest.mark.parametrize(
    ("metric", "vietnamese", "english"),
    [
        ("thu ngân sách", "thu ngân sách", "thu ngân sách"),
        ("tỷ lệ hộ nghèo (giảm)", "tỷ lệ hộ nghèo (giảm)", "tỷ lệ hộ nghèo (giảm)"),
        ("(GRDP) tăng (%)", "(GRDP) tăng (%)", "(GRDP) tăng (%)"),
        ("(%)", "Số liệu không nêu tên (%)", "A figure without a name (%)"),
        ("(tỷ đồng)", "Số liệu không nêu tên (tỷ đồng)", "A figure without a name (tỷ đồng)"),
    ],
)
def test_names(metric: str, vietnamese: str, english: str) -> None:
    assert name_of(metric) == vietnamese
    with override("en"):
        assert name_of(metric) == english
    assert is_unnamed(metric) is (vietnamese != metric)


def test_a_unit_may_name_the_indicator() -> None:
    target = Target(pk=7, metric="(bác sĩ/vạn dân)", canonical_metric="bác sĩ trên vạn dân", value=9, unit="%")
    assert (target.name, target.is_unnamed) == ("bác sĩ trên vạn dân", False)
    assert target.get_absolute_url() == "/chi-tieu/7-bac-si-tren-van-dan/"


@pytest.mark.django_db
class TestWithoutAName:
    """A figure of which the text says only how much it is."""

    def test_the_condition_is_the_same_in_the_database(self) -> None:
        for metric in ("(%)", "(tỷ đồng)", "tỷ lệ hộ nghèo (giảm)", "(GRDP) tăng", "GRDP"):
            make_target(metric=metric)
        kept = set(Target.objects.filter(named()).values_list("canonical_metric", flat=True))
        assert kept == {metric for metric in Target.objects.values_list("metric", flat=True) if not is_unnamed(metric)}

    def test_its_page(self, client: Client) -> None:
        target = make_target(metric="(%)", value="95", unit="%")
        address = target.get_absolute_url()
        assert address == f"/chi-tieu/{target.pk}/"
        page = markup(client, address)
        assert "<h1>Số liệu không nêu tên (%)</h1>" in page
        assert "<title>Số liệu không nêu tên (%): 95%" in page

    def test_no_older_address_of_it_is_lost(self, client: Client) -> None:
        target = make_target(metric="(%)", value="95", unit="%")
        answer = client.get(f"/chi-tieu/{target.pk}--/")
        assert (answer.status_code, answer.headers["Location"]) == (301, target.get_absolute_url())

    def test_two_of_them_are_not_of_one_thing(self, client: Client) -> None:
        one, other = (make_meeting(title, province=make_province()) for title in ("Họp một", "Họp hai"))
        target = make_target(one, "(%)", "95", "%")
        make_target(other, "(%)", "55", "%")
        assert "Họp hai" not in words(client, target.get_absolute_url())

    def test_lists_and_facets_say_so(self, client: Client) -> None:
        make_target(metric="(%)", value="95", unit="%")
        page = markup(client, reverse("meetings:target_list"))
        assert page.count("Số liệu không nêu tên (%)") == 2  # in the facet and in the row
        assert ">(%)<" not in page
        assert client.get(reverse("meetings:target_list"), {"indicator": "(%)"}).context["total"] == 1
