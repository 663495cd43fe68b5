"""Who set a value, when and why."""

from __future__ import annotations

import pytest
from django.contrib.auth.models import User

from meetings.models import Directive
from people.corrections import State
from people.desk.spoken import latest_versions, who_set
from tests.factories import make_directive

pytestmark = pytest.mark.django_db


def change(directive: Directive, user: User | None, reason: str = "", **values: object) -> None:
    for name, value in values.items():
        setattr(directive, name, value)
    directive._history_user, directive._change_reason = user, reason  # type: ignore[attr-defined]
    directive.save()


def told(directive: Directive, field: str) -> tuple[str, str] | None:
    spoken = who_set(directive, field, latest_versions(directive))
    return (spoken.who, spoken.why) if spoken else None


def test_the_one_who_set_the_present_value_is_named_not_the_one_who_saved_last() -> None:
    an = User.objects.create_user("an", first_name="An", last_name="Lê")
    binh = User.objects.create_user("binh")
    directive = make_directive(text="Cũ")
    change(directive, binh, text="Khác")
    change(directive, an, "Theo công báo", text="Mới")
    change(directive, binh, strength="note")
    assert told(directive, "text") == ("An Lê", "Theo công báo")
    assert told(directive, "strength") == ("binh", "")


def test_of_a_confirmed_record_the_one_who_confirmed_it() -> None:
    an = User.objects.create_user("an")
    directive = make_directive(text="Cũ")
    change(directive, an, state=State.CONFIRMED)
    assert told(directive, "text") == ("an", "")


def test_a_value_set_without_a_history_is_nobodys() -> None:
    directive = make_directive(text="Cũ")
    directive.history.all().delete()
    Directive.objects.update(text="Mới")
    assert told(Directive.objects.get(), "text") is None
