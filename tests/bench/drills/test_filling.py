"""Tables of any state can be filled by what its models say."""

import pytest
from django.apps import apps

from bench.drills.filling import ROWS, fill
from bench.drills.upgrades import OURS
from meetings.models import Directive, Target


@pytest.mark.django_db
def test_every_table_of_the_present_state_is_filled() -> None:
    made, empty = fill(apps, set(OURS))
    assert empty == []
    assert made > 60
    assert Directive.objects.count() == Target.objects.count() == ROWS
