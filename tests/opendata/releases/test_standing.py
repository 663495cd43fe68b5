"""What became of records: where those lead that are no more, why they went, which are not the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from meetings.moving.newcomers import Newcomer, bring_in
from opendata.releases import standing
from people.corrections import State
from people.models import Forwarding
from tests.factories import make_distinction, make_merge, make_official, make_organization
from tests.meetings.views.pages import make_scene
from tests.opendata.releases.scene import reject

pytestmark = pytest.mark.django_db


def told(rows: Callable[[], Iterator[list[Any]]]) -> list[tuple[Any, ...]]:
    return [row for batch in rows() for row in batch]


def test_redirects_lead_to_who_is_shown_now() -> None:
    first, second, third, gone = (make_official(name) for name in ("Trần Thị Bình", "Trần Bình", "Bình", "Lý Ba"))
    make_merge(second, third)
    make_merge(first, second)
    Forwarding.keep(gone, first)
    key = gone.pk
    gone.delete()
    leads = {row[0]: (row[3].rpartition("/")[2], row[4]) for row in told(standing.redirects)}
    assert leads == {
        f"official/{second.pk}": (str(first.pk), "merged"),
        f"official/{third.pk}": (str(first.pk), "merged"),
        f"official/{key}": (str(first.pk), "moved"),
    }
    assert {row[0]: row[3] for row in told(standing.tombstones)} == {
        f"official/{second.pk}": "merged",
        f"official/{third.pk}": "merged",
        f"official/{key}": "moved",
    }
    reject(first)
    assert told(standing.redirects) == []
    assert {row[3] for row in told(standing.tombstones) if row[0] == f"official/{key}"} == {"deleted"}


def test_tombstones_say_why_a_record_is_not_shown() -> None:
    scene = make_scene()
    scene.meeting.state = State.WITHDRAWN
    scene.meeting.save()
    reject(scene.document)
    older, younger = make_organization("Sở Một"), make_organization("Sở Một và hai")
    make_merge(older, younger)
    why = {row[0]: row[3] for row in told(standing.tombstones)}
    assert why == {
        f"meeting/{scene.meeting.pk}": "withdrawn",
        f"document/{scene.document.pk}": "rejected",
        f"organization/{younger.pk}": "merged",
        f"directive/{scene.directive.pk}": "hidden",
        f"target/{scene.target.pk}": "hidden",
        **{f"assignment/{row.pk}": "hidden" for row in scene.directive.assignments.all()},
        **{key: "hidden" for key in why if key.split("/")[0] in ("decision", "appearance", "citation")},
    }
    assert {key.split("/")[0] for key in why} >= {"decision", "appearance", "citation"}


def test_distinctions_tell_splits_from_what_was_only_said() -> None:
    one, other = make_official("Vũ Ba"), make_official("Vũ Bá")
    make_distinction(one, other)
    split = bring_in(Newcomer(), one, by=None, reason="hai người")
    assert [(row[2:5]) for row in told(standing.distinctions)] == [
        (one.pk, other.pk, "distinct"),
        (one.pk, split.pk, "split"),
    ]
