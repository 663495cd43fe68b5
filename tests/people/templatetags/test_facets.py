"""Inputs are what Django's own templates make of them."""

from __future__ import annotations

import pytest
from django import forms
from django.test.html import parse_html

from meetings.filters import MeetingFilter
from meetings.models import Meeting
from people.templatetags.facets import form_input


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["q", "since", "until"])
@pytest.mark.parametrize(
    "typed", ["", "Nguyễn <b>“A” & 'B'", "2025-03-01", "1/3/2025", "hôm qua", '" onfocus="alert(1)', " "]
)
def test_an_input(name: str, typed: str) -> None:
    field: forms.BoundField = MeetingFilter({name: typed}, queryset=Meeting.objects.all()).form[name]
    assert parse_html(form_input(field)) == parse_html(str(field))
