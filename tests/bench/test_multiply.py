"""The archive that releases are measured with: as many tasks as asked for, and all that was read beside them."""

import pytest

from bench.releases.multiply import MULTIPLIED, multiply
from meetings.models import Assignment, Directive
from opendata.releases.contents import contents
from people.models import Official
from tests.meetings.views.pages import make_scene

pytestmark = pytest.mark.django_db


def test_each_copy_has_its_own_meeting_and_articles() -> None:
    make_scene()
    before = {model: model.objects.count() for model in MULTIPLIED}
    officials = Official.objects.count()
    assert multiply(7) == 7
    assert {model: model.objects.count() for model in MULTIPLIED} == {model: 7 * n for model, n in before.items()}
    assert Official.objects.count() == officials
    assert Directive.objects.values("meeting").distinct().count() == 7
    assert Assignment.objects.exclude(directive__meeting__articles=None).count() == 14
    rows = {table.name: sum(map(len, table.rows())) for table in contents()}
    assert (rows["directives"], rows["reports"]) == (7, 7)


def test_a_number_that_is_there_already_changes_nothing() -> None:
    make_scene()
    assert multiply(1) == 1
