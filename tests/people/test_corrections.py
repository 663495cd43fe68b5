"""Records follow what is read, except where a person has spoken: through any order of readings and corrections."""

import datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from meetings.models import Appearance, Directive, Target
from people.corrections import State
from people.models import Official, Organization, Role
from tests import factories

FIELDS = {"name": "A", "kind": "other", "province": None}


def read(**values: Any) -> Organization:
    """A record as if loaded from the database, made by a machine that read these values."""
    record = Organization()
    record.follow({**FIELDS, **values})
    record._state.adding = False
    return record


def test_an_untouched_field_follows_the_next_reading() -> None:
    record = read(name="Sở A")
    assert record.follow({"name": "Sở B"})
    assert (record.name, record.extracted["name"], record.conflicts) == ("Sở B", "Sở B", {})


def test_the_same_reading_again_changes_nothing() -> None:
    record = read(name="Sở A")
    assert not record.follow({**FIELDS, "name": "Sở A"})


def test_a_corrected_field_stays_and_the_disagreement_is_kept() -> None:
    record = read(name="Sở A")
    record.name = "Sở Đúng"
    assert record.corrected_fields() == ("name",)
    record.follow({"name": "Sở A"})
    assert record.conflicts == {}
    assert record.follow({"name": "Sở C"})
    assert (record.name, record.extracted["name"], record.conflicts) == ("Sở Đúng", "Sở C", {"name": {"value": "Sở A"}})
    record.follow({"name": "Sở D"})
    assert record.conflicts == {"name": {"value": "Sở A"}}


@pytest.mark.parametrize("later", ["Sở Đúng", "Sở A"])
def test_a_conflict_ends_when_they_agree_or_the_old_mistake_returns(later: str) -> None:
    record = read(name="Sở A")
    record.name = "Sở Đúng"
    record.follow({"name": "Sở C"})
    record.follow({"name": later})
    assert (record.name, record.conflicts) == ("Sở Đúng", {})
    assert record.is_corrected("name") == (later == "Sở A")


def test_a_correction_of_one_field_leaves_the_others_to_the_machine() -> None:
    record = read(name="Sở A", kind="other")
    record.name = "Sở Đúng"
    record.follow({"name": "Sở C", "kind": "department"})
    assert (record.name, record.kind) == ("Sở Đúng", "department")


def test_emptying_a_field_is_a_correction() -> None:
    directive = Directive()
    directive.follow({"deadline_text": "sớm", "deadline_to": datetime.date(2025, 1, 2)})
    directive._state.adding = False
    directive.deadline_to = None
    directive.follow({"deadline_to": datetime.date(2025, 1, 3)})
    assert directive.deadline_to is None
    assert directive.conflicts == {"deadline_to": {"value": "2025-01-02"}}


def test_a_reading_of_nothing_disagrees_too() -> None:
    directive = Directive()
    directive.follow({"deadline_to": datetime.date(2025, 1, 2)})
    directive._state.adding = False
    directive.deadline_to = datetime.date(2025, 1, 9)
    directive.follow({"deadline_to": None})
    assert directive.conflicts == {"deadline_to": {"value": "2025-01-02"}}
    directive.deadline_to = None
    assert directive.follow({"deadline_to": None})
    assert directive.conflicts == {}


def test_what_means_nothing_apart_follows_together_or_not_at_all() -> None:
    directive = Directive()
    first = {
        "deadline_kind": "date",
        "deadline_from": datetime.date(2025, 1, 1),
        "deadline_to": datetime.date(2025, 1, 2),
    }
    directive.follow({**first, "deadline_value": "2025-01-02", "deadline_text": "trước ngày 2/1"})
    directive._state.adding = False
    directive.deadline_to = datetime.date(2025, 1, 1)
    later = {**first, "deadline_from": datetime.date(2025, 2, 1), "deadline_to": datetime.date(2025, 2, 2)}
    directive.follow({**later, "deadline_text": "trước ngày 2/2"})
    assert (directive.deadline_from, directive.deadline_to) == (datetime.date(2025, 1, 1), datetime.date(2025, 1, 1))
    assert directive.deadline_text == "trước ngày 2/2"
    assert directive.conflicts == {"deadline_to": {"value": "2025-01-02"}}
    directive.give_back("deadline_to")
    directive.follow(later)
    assert (directive.deadline_from, directive.deadline_to) == (datetime.date(2025, 2, 1), datetime.date(2025, 2, 2))


def test_a_confirmed_record_keeps_every_value() -> None:
    record = read(name="Sở A", kind="department")
    record.state = State.CONFIRMED
    assert record.follow({"name": "Sở C", "kind": "office"})
    assert (record.name, record.kind, record.state) == ("Sở A", "department", State.CONFIRMED)
    assert record.conflicts == {"name": {"value": "Sở A"}, "kind": {"value": "department"}}


def test_a_rejected_record_stays_rejected() -> None:
    record = read(name="Sở A")
    record.state = State.REJECTED
    record.follow({"name": "Sở C"})
    assert record.state == State.REJECTED
    assert not record.withdraw()


def test_a_withdrawn_record_comes_back_as_read() -> None:
    record = read(name="Sở A")
    assert record.withdraw()
    assert not record.withdraw()
    assert record.follow({"name": "Sở A"})
    assert record.state == State.READ


@pytest.mark.parametrize("state", [State.CONFIRMED, State.REJECTED])
def test_no_reading_withdraws_what_a_person_judged(state: State) -> None:
    record = read()
    record.state = state
    assert not record.withdraw()
    assert record.state == state


def test_no_reading_withdraws_what_a_person_corrected_or_made() -> None:
    corrected = read(name="Sở A")
    corrected.name = "Sở Đúng"
    made = Organization(name="Sở B")
    assert not corrected.withdraw()
    assert not made.withdraw()


def test_what_a_person_made_is_a_persons_in_all_fields() -> None:
    record = Organization(name="Sở B", kind="department")
    record._state.adding = False
    assert all(record.is_corrected(field) for field in record.correctable_fields)
    record.follow({"name": "Sở A", "kind": "department"})
    assert record.name == "Sở B"


def test_a_field_that_became_correctable_later_is_filled_while_it_is_empty() -> None:
    record = read(name="Sở A")
    del record.extracted["kind"]
    record.kind = "other"
    record.follow({"kind": "department"})
    assert record.kind == "department"
    del record.extracted["kind"]
    record.follow({"kind": "office"})
    assert record.kind == "department"


def test_giving_back_returns_the_last_reading() -> None:
    record = read(name="Sở A")
    record.name = "Sở Đúng"
    record.follow({"name": "Sở C"})
    record.give_back("name")
    assert (record.name, record.conflicts, record.corrected_fields()) == ("Sở C", {}, ())


def test_a_field_that_is_not_correctable_is_refused() -> None:
    with pytest.raises(KeyError, match=r"Organization\.abbreviations"):
        read().follow({"abbreviations": "STC"})


def test_text_is_cut_to_its_column_and_counts_as_read() -> None:
    record = read(name="a" * 300)
    assert len(record.name) == 250
    assert not record.is_corrected("name")
    assert not record.follow({"name": "a" * 300})


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("model", "values"),
    [
        (Target, {"value": "26000", "value_high": Decimal("26000.50"), "of_total": 411}),
        (Target, {"value": Decimal("47.0730004"), "value_high": None, "of_total": Decimal("-0.0")}),
        (Target, {"value": Decimal("1E+3"), "metric": "m" * 400}),
        (Directive, {"deadline_to": datetime.date(2025, 12, 15), "deadline_from": "2025-12-01", "assigner": None}),
        (Directive, {"deadline_text": None, "assigner_title": "x" * 400}),
        (Appearance, {"title": "Bí thư Tỉnh ủy", "act": "attends"}),
    ],
)
def test_what_is_stored_still_equals_what_was_read(model: Any, values: dict[str, Any]) -> None:
    base: dict[type, dict[str, Any]] = {
        Target: {"metric": "GRDP", "canonical_metric": "GRDP", "unit": "%", "status": "planned", "value": 1},
        Directive: {"text": "Làm.", "strength": "order"},
        Appearance: {},
    }
    record = model(meeting=factories.make_meeting())
    reading = {**base[model], **values}
    record.follow(reading)
    record.save()
    stored = model._default_manager.get(pk=record.pk)
    assert stored.corrected_fields() == ()
    assert not stored.follow(reading)
    assert not stored.touched_by_person()


@pytest.mark.django_db
def test_relations_are_followed_by_key_and_by_record() -> None:
    an, binh = factories.make_official("Trần An"), factories.make_official("Trần Bình")
    role = factories.make_role(an)
    assert role.follow({"official": binh})
    assert role.official == binh
    assert role.follow({"official": an.pk})
    assert role.official == an
    role.official = binh
    role.save()
    role = Role.objects.get(pk=role.pk)
    assert role.corrected_fields() == ("official",)
    role.give_back("official")
    assert role.official == an


@pytest.mark.django_db
def test_published_leaves_out_what_was_rejected_or_withdrawn() -> None:
    for state in State.values:
        factories.make_official(f"Người {state}", state=state)
    assert {official.state for official in Official.objects.published()} == {State.READ, State.CONFIRMED}


STEPS = st.lists(
    st.one_of(
        st.tuples(st.just("read"), st.sampled_from("ABC")),
        st.tuples(st.just("set"), st.sampled_from("ABCX")),
        st.tuples(st.just("give back"), st.just("")),
    ),
    max_size=12,
)


@given(STEPS)
def test_through_any_history_the_last_word_is_the_persons_until_the_machine_agrees(
    steps: list[tuple[str, str]],
) -> None:
    record = read(name="A")
    last_reading, word = "A", None
    for what, value in steps:
        if what == "read":
            record.follow({"name": value})
            last_reading = value
        elif what == "set":
            record.name = word = value
        else:
            record.give_back("name")
            word = None
        if word == last_reading:
            word = None  # they agree: the machine's again
        assert record.extracted["name"] == last_reading
        assert record.name == (word or last_reading)
        assert record.is_corrected("name") == (word is not None)
        if word is None and what != "set":
            assert record.conflicts == {}


@pytest.mark.django_db
def test_a_group_is_given_back_as_it_was_read_together() -> None:
    meeting = factories.make_meeting(date=datetime.date(2024, 3, 27))
    meeting.date = datetime.date(2024, 3, 28)
    meeting.follow({"date": datetime.date(2024, 3, 1), "date_precision": "month"})
    assert (meeting.date, meeting.date_precision) == (datetime.date(2024, 3, 28), "day")
    meeting.give_back("date")
    assert (meeting.date, meeting.date_precision, meeting.corrected_fields()) == (
        datetime.date(2024, 3, 1),
        "month",
        (),
    )


def test_a_group_follows_at_once_when_a_reading_agrees_with_the_person() -> None:
    directive = Directive()
    directive.follow({"deadline_kind": "date", "deadline_to": datetime.date(2025, 1, 2), "deadline_from": None})
    directive._state.adding = False
    directive.deadline_to = datetime.date(2025, 1, 9)
    reading = {
        "deadline_kind": "period",
        "deadline_to": datetime.date(2025, 1, 9),
        "deadline_from": datetime.date(2025, 1, 1),
    }
    directive.follow(reading)
    assert (directive.deadline_kind, directive.corrected_fields()) == ("period", ())
    assert not directive.follow(reading)
