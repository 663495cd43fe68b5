"""Directives filtered: an agency's part is its part in that very task."""

from __future__ import annotations

import datetime

import pytest

from meetings.filters import DirectiveFilter
from meetings.models import Directive
from people.models import Organization
from tests.factories import make_assignment, make_directive, make_organization

pytestmark = pytest.mark.django_db


@pytest.fixture
def agencies() -> tuple[Organization, Organization]:
    """Finance leads "một" with health coordinating; health leads "hai" alone; "ba" is nobody's."""
    finance, health = make_organization("Sở Tài chính"), make_organization("Sở Y tế")
    first, second = make_directive(text="một"), make_directive(text="hai")
    make_assignment(first, finance, part="lead")
    make_assignment(first, health, part="coordinate")
    make_assignment(second, health, part="lead")
    make_assignment(second, finance, part="coordinate", state="rejected")
    make_directive(text="ba")
    return finance, health


def filtered(**data: object) -> DirectiveFilter:
    return DirectiveFilter({k: [str(v)] for k, v in data.items()}, queryset=Directive.objects.all())


def counts(filters: DirectiveFilter, name: str) -> dict[str, int]:
    return next(({o.value: o.count for o in f.options} for f in filters.facets() if f.name == name), {})


def texts(filters: DirectiveFilter) -> set[str]:
    return set(filters.qs.values_list("text", flat=True))


def test_agency_and_part_hold_for_the_same_assignment(agencies: tuple[Organization, Organization]) -> None:
    finance, health = agencies
    assert texts(filtered(agency=health.pk)) == {"một", "hai"}
    assert texts(filtered(part="lead")) == {"một", "hai"}
    assert texts(filtered(agency=health.pk, part="lead")) == {"hai"}
    assert texts(filtered(agency=health.pk, part="coordinate")) == {"một"}
    assert texts(filtered(agency=finance.pk, part="coordinate")) == set()


def test_their_counts_do_too(agencies: tuple[Organization, Organization]) -> None:
    finance, health = agencies
    assert counts(filtered(), "agency") == {str(finance.pk): 1, str(health.pk): 2}
    assert counts(filtered(), "part") == {"lead": 2, "coordinate": 1}
    assert counts(filtered(agency=health.pk), "part") == {"lead": 1, "coordinate": 1}
    assert counts(filtered(part="lead"), "agency") == {str(finance.pk): 1, str(health.pk): 1}
    assert counts(filtered(agency=health.pk, part="lead"), "agency") == {str(finance.pk): 1, str(health.pk): 1}


def test_deadlines_come_before_tasks_without_a_day() -> None:
    make_directive(text="không hạn")
    make_directive(text="sau", deadline_to=datetime.date(2025, 12, 31))
    make_directive(text="trước", deadline_to=datetime.date(2025, 1, 31))
    assert list(filtered(order="deadline").qs.values_list("text", flat=True)) == ["trước", "sau", "không hạn"]
    assert list(filtered(order="deadline-latest").qs.values_list("text", flat=True)) == ["sau", "trước", "không hạn"]


@pytest.mark.parametrize(("state", "text"), [("passed", "đã qua"), ("undated", "sớm"), ("none", "không hạn")])
def test_how_the_deadline_stands(state: str, text: str) -> None:
    make_directive(text="đã qua", deadline_to=datetime.date(2024, 1, 31), deadline_text="trước 31/1")
    make_directive(text="sớm", deadline_text="sớm")
    make_directive(text="không hạn")
    assert texts(filtered(deadline=state)) == {text}
