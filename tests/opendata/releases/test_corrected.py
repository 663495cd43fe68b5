"""What people set right: the field, what was read, what stands there now."""

import pytest

from opendata.releases.corrected import corrections
from people.corrections import State
from tests.factories import make_official, make_target
from tests.opendata.releases.scene import reject

pytestmark = pytest.mark.django_db


def test_corrections_tell_field_reading_and_value() -> None:
    target = make_target(value="26000")
    target.value = 27000
    target.save()
    checked = make_target(value="5")
    checked.state = State.CONFIRMED
    checked.save()
    added = make_official("Lê Thêm", by_person=True)
    hidden = make_target(value="6")
    hidden.value = 7
    reject(hidden)
    assert [(row[0], *row[4:]) for rows in corrections() for row in rows] == [
        (f"official/{added.pk}/added", None, "added", None, None),
        (f"target/{target.pk}/value", "value", "corrected", "26000", "27000"),
        (f"target/{checked.pk}/checked", None, "checked", None, None),
    ]
