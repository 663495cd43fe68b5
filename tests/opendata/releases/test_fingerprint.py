"""A checksum of the data says whether a release would tell something else."""

from __future__ import annotations

import pytest

from meetings.models import ReviewItem
from opendata.releases.fingerprint import fingerprint
from tests.factories import make_mistake, make_official, make_target


@pytest.mark.django_db
def test_the_fingerprint_changes_with_what_is_told_and_with_nothing_else() -> None:
    target = make_target()
    first = fingerprint("csv")
    assert fingerprint("csv") == first != fingerprint("parquet")
    make_mistake(target)
    ReviewItem.objects.all().delete()
    assert fingerprint("csv") == first
    target.value = 27000
    target.save()
    second = fingerprint("csv")
    assert second != first
    make_official("Trần Ba")
    assert fingerprint("csv") != second
