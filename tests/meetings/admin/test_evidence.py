"""Records that stand on words of an article: evidence is chosen for new ones and settled for the others."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from meetings.admin.evidence import only_place
from meetings.models import Appearance, Decision, Directive, Target
from people.corrections import State
from tests.desk import admin_url, errors, form_data, save
from tests.factories import make_article, make_decision, make_directive, make_meeting, make_target

TEXT = "Sở Tài chính trình phương án. Sở Nội vụ báo cáo. Sở Tài chính chủ trì."


@pytest.mark.parametrize(("words", "place"), [("Sở Nội vụ", 30), ("Sở Tài chính trình", 0), ("chủ trì.", 62)])
def test_only_place(words: str, place: int) -> None:
    assert only_place(TEXT, words) == place


@pytest.mark.parametrize("words", ["Sở Tài chính", "Sở Y tế"])
def test_words_that_stand_nowhere_or_twice_have_no_place(words: str) -> None:
    with pytest.raises(ValidationError):
        only_place(TEXT, words)


def add(client: Client, model: type[Any], **values: Any):  # type: ignore[no-untyped-def]
    url = admin_url(model, "add")
    return client.post(url, {**form_data(client.get(url)), "_save": "1", **values})  # type: ignore[arg-type]


@pytest.mark.django_db
def test_a_person_adds_what_was_missed_with_its_words(admin_client: Client) -> None:
    article, meeting = make_article(TEXT), make_meeting()
    values = {"meeting": meeting.pk, "text": "Sở Nội vụ báo cáo", "strength": "order", "article": article.pk}
    assert add(admin_client, Directive, **values, quote=" Sở Nội vụ báo cáo ").status_code == 302
    directive = Directive.objects.get()
    assert article.text[directive.start : directive.end] == directive.quote == "Sở Nội vụ báo cáo"
    assert (directive.state, directive.extracted, directive.article) == (State.CONFIRMED, {}, article)
    assert "<mark>Sở Nội vụ báo cáo</mark>" in admin_client.get(admin_url(directive, "change")).content.decode()


@pytest.mark.django_db
def test_evidence_is_optional(admin_client: Client) -> None:
    values = {"meeting": make_meeting().pk, "text": "Thông qua", "outcome": "thông qua"}
    assert add(admin_client, Decision, **values).status_code == 302
    assert admin_client.get(admin_url(Decision.objects.get(), "change")).status_code == 200


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("quote", "with_article", "field"),
    [("Sở Tài chính", True, "quote"), ("Sở Y tế", True, "quote"), ("Sở Nội vụ", False, "article")],
)
def test_words_without_a_place_are_asked_about(
    admin_client: Client, quote: str, with_article: bool, field: str
) -> None:
    values = {"meeting": make_meeting().pk, "text": "x", "strength": "order", "quote": quote}
    article = {"article": make_article(TEXT).pk} if with_article else {}
    assert list(errors(add(admin_client, Directive, **values, **article))) == [field]
    assert not Directive.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize("make", [make_directive, make_target, make_decision])
def test_the_evidence_of_what_was_read_is_settled(admin_client: Client, make: Any) -> None:
    record = make(make_meeting(), article=make_article(TEXT), quote="Sở Nội vụ")
    other = make_meeting()
    assert save(admin_client, record, quote="x", start="0", end="2", rule="y", meeting=str(other.pk)).status_code == 302
    was = (record.quote, record.start, record.end, record.rule, record.meeting)
    record.refresh_from_db()
    assert (record.quote, record.start, record.end, record.rule, record.meeting) == was


@pytest.mark.django_db
def test_words_that_a_later_text_lost_stand_alone(admin_client: Client) -> None:
    directive = make_directive(article=make_article(TEXT), quote="Sở Nội vụ")
    directive.start = directive.end = None
    directive.quote = "Sở Văn hóa"
    directive.save()
    assert "<mark>Sở Văn hóa</mark>" in admin_client.get(admin_url(directive, "change")).content.decode()


@pytest.mark.django_db
def test_other_articles_that_say_the_same_are_quoted_too(admin_client: Client) -> None:
    meeting = make_meeting()
    first = make_directive(meeting, article=make_article(TEXT), quote="Sở Nội vụ")
    make_directive(meeting, article=make_article("Báo khác: Sở Nội vụ báo cáo."), quote="Sở Nội vụ", same_as=first)
    text = admin_client.get(admin_url(first, "change")).content.decode()
    assert text.count("<mark>Sở Nội vụ</mark>") == 2


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("make", "changes", "field"),
    [
        (make_directive, {"deadline_from": "02/01/2024", "deadline_to": "01/01/2024"}, "deadline_to"),
        (make_target, {"value": "8", "value_high": "7"}, "value_high"),
    ],
)
def test_what_contradicts_itself_is_said_at_the_field(
    admin_client: Client, make: Any, changes: dict[str, str], field: str
) -> None:
    assert list(errors(save(admin_client, make(), **changes))) == [field]


@pytest.mark.django_db
def test_an_appearance_is_of_somebody(admin_client: Client) -> None:
    response = add(admin_client, Appearance, meeting=make_meeting().pk, act="chairs")
    assert list(errors(response)) == ["official"]


@pytest.mark.django_db
def test_figures_are_shown_without_empty_zeros_and_saved_as_they_were(admin_client: Client) -> None:
    target = make_target(value="26000.50", value_high=None)
    form = admin_client.get(admin_url(target, "change")).context["adminform"].form
    assert form["value"].value() == "26000.5"
    assert save(admin_client, target).status_code == 302
    assert Target.objects.get().corrected_fields() == ()


@pytest.mark.django_db
def test_the_deadlines_words_stand_beside_it(admin_client: Client) -> None:
    text = "Sở Nội vụ báo cáo trước ngày 15/4."
    directive = make_directive(article=make_article(text), quote="Sở Nội vụ báo cáo", deadline_text="trước ngày 15/4")
    directive.deadline_start, directive.deadline_end, directive.deadline_rule = 18, 33, "before_day"
    directive.save()
    form = admin_client.get(admin_url(directive, "change")).context["adminform"].form
    note = form.fields["deadline_text"].help_text
    assert "trước ngày 15/4</a>" in note
    assert f"#w-deadline-{directive.pk}" in note
    assert "before_day" in note
