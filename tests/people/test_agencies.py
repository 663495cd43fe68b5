"""How long agencies existed and what became of them."""

import datetime

import pytest

from people.agencies import lifetimes, link_successors
from people.models import Organization
from people.names import name_key
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("name", "valid_from", "valid_to", "successor"),
    [
        ("Sở Kế hoạch và Đầu tư", None, (2025, 2, 28), "Sở Tài chính"),
        ("Sở Nông nghiệp và Môi trường", (2025, 3, 1), None, None),
        ("Thuế tỉnh", (2025, 7, 1), None, None),
    ],
)
def test_the_mergers_of_2025(
    name: str, valid_from: tuple[int, int, int] | None, valid_to: tuple[int, int, int] | None, successor: str | None
) -> None:
    life = lifetimes()[name_key(name)]
    assert life.valid_from == (datetime.date(*valid_from) if valid_from else None)
    assert life.valid_to == (datetime.date(*valid_to) if valid_to else None)
    assert life.successor == successor


def test_no_agency_ends_before_it_begins() -> None:
    both = [life for life in lifetimes().values() if life.valid_from and life.valid_to]
    assert both
    assert all(life.valid_from < life.valid_to for life in both if life.valid_from and life.valid_to)


@pytest.mark.parametrize("successor_first", [True, False])
def test_what_became_of_an_agency_is_linked_in_either_order(successor_first: bool) -> None:
    province, elsewhere = factories.make_province("Nghệ An"), factories.make_province("Sơn La")
    names = ["Sở Tài chính", "Sở Kế hoạch và Đầu tư"]
    factories.make_organization("Sở Tài chính", province=elsewhere)
    made = [
        factories.make_organization(name, province=province) for name in (names if successor_first else names[::-1])
    ]
    for organization in made:
        link_successors(organization)
    planning = Organization.objects.get(name="Sở Kế hoạch và Đầu tư")
    assert planning.successor == Organization.objects.get(name="Sở Tài chính", province=province)
    assert not Organization.objects.filter(name="Sở Tài chính", successor__isnull=False).exists()


def test_a_successor_that_a_person_gave_stays() -> None:
    province = factories.make_province()
    planning = factories.make_organization("Sở Kế hoạch và Đầu tư", province=province)
    planning.successor = factories.make_organization("Văn phòng UBND tỉnh", province=province)
    planning.save()
    link_successors(factories.make_organization("Sở Tài chính", province=province))
    planning.refresh_from_db()
    assert str(planning.successor) == "Văn phòng UBND tỉnh"
