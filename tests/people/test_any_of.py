"""Conditions on many values find what those on few do, on both databases."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import connection

from people.models import Official, Organization, Role
from tests.factories import make_official, make_role

pytestmark = pytest.mark.django_db


def test_many_keys_numbers_and_texts_are_one_parameter_on_postgresql() -> None:
    officials = [make_official(f"Lê Thị {word}") for word in ("An", "Bình", "Chi")]
    roles = [make_role(official) for official in officials]
    own, names = [official.pk for official in officials[:2]], {official.name_key for official in officials[:2]}
    nobody, no_names = range(10**9, 10**9 + 100), {f"tên {number}" for number in range(100)}
    asked: dict[str, tuple[Any, list[Any]]] = {
        "key": (Official.objects.filter(pk__in=[*own, *nobody, None]), officials[:2]),
        "name": (Official.objects.filter(name_key__in=names | no_names), officials[:2]),
        "relation": (Role.objects.filter(official__in=[*own, *nobody]), roles[:2]),
        "records": (Role.objects.filter(official__in=[*officials[:2]] * 40), roles[:2]),
        "across": (Official.objects.filter(roles__in=[role.pk for role in roles[:2]] * 40), officials[:2]),
        "others": (Official.objects.exclude(pk__in={*own, *nobody}), officials[2:]),
        "digits": (Official.objects.filter(pk__in=[str(key) for key in (*own, *nobody)]), officials[:2]),
        "none": (Official.objects.filter(pk__in=[None] * 100), []),
        "within": (Official.objects.filter(pk__in=Official.objects.filter(pk__in=[*own, *nobody])), officials[:2]),
    }
    for name, (rows, expected) in asked.items():
        assert list(rows.order_by("pk")) == expected, name
    if connection.vendor == "postgresql":
        for name in ("key", "name", "relation", "across", "others"):
            assert asked[name][0].query.sql_with_params()[0].count("%s") == 1, name


def test_values_that_are_no_number_are_refused_as_ever() -> None:
    with pytest.raises(ValueError, match="expected a number"):
        list(Organization.objects.filter(pk__in=["x"] * 100))
