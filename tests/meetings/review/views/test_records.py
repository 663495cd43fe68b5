"""Correcting in place and adding from words: what is typed is kept, what is wrong is said, what is right is saved."""

from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from meetings.models import Appearance, Article, Assignment, Decision, Directive, Target
from people.corrections import State
from people.models import Official, Role
from tests.factories import (
    make_article,
    make_directive,
    make_meeting,
    make_mention,
    make_official,
    make_organization,
    make_province,
)
from tests.staff import login, make_reviewer, make_staff

pytestmark = pytest.mark.django_db
TEXT = (
    "Chủ trì phiên họp là Chủ tịch UBND tỉnh Lê Hồng Vinh.\nSở Y tế rà soát thuốc trước ngày 15/4. "
    "Sở Y tế báo cáo. Thu ngân sách đạt 12.500 tỷ đồng. UBND tỉnh thông qua dự thảo."
)


@pytest.fixture
def article() -> Article:
    province = make_province("Nghệ An")
    article = make_article(TEXT)
    meeting = make_meeting(articles=[article], province=province)
    make_directive(meeting, "Báo cáo.", article=article, quote="báo cáo")
    make_mention(make_official("Lê Hồng Vinh", province=province), article)
    return article


@pytest.fixture
def reviewer(client: Client) -> Client:
    return login(client, make_reviewer())


def fields_of(response: Any) -> dict[str, Any]:
    """What a browser would send back, nothing changed."""
    data: dict[str, Any] = {}
    for field in response.context["form"]:
        if field.name in ("give_back", "settled"):
            continue
        value = field.value()
        widget = field.field.widget
        shown = widget.format_value(value) if hasattr(widget, "format_value") else value
        data[field.html_name] = (shown[0] if shown else "") if isinstance(shown, list) else shown or ""
    return {**data, **response.context.get("hidden", {})}


def add(client: Client, article: Article, query: dict[str, Any], **changes: Any) -> Any:
    """Opens the form for words of the text, changes some of it and sends it."""
    address = reverse("review:add", args=[article.pk])
    opened = client.get(address, query)
    return client.post(address, {**fields_of(opened), **changes})


def test_a_field_is_corrected_in_its_place(reviewer: Client, article: Article) -> None:
    task = Directive.objects.get()
    address = reverse("review:correct", args=[article.pk, f"directive-{task.pk}"])
    opened = reviewer.get(address)
    assert "báo cáo" in opened.context["passage"].words
    response = reviewer.post(address, {**fields_of(opened), "text": "Báo cáo kết quả.", "item": "7"})
    assert response.headers["Location"].endswith(f"?item=7&focus=directive-{task.pk}#card-directive-{task.pk}")
    task.refresh_from_db()
    assert (task.text, task.corrected_fields()) == ("Báo cáo kết quả.", ("text",))
    assert task.history.first().history_user is not None
    reviewer.post(reverse("review:act", args=[article.pk]), {"act": "undo"})
    task.refresh_from_db()
    assert (task.text, task.corrected_fields()) == ("Báo cáo.", ())


def test_what_is_wrong_is_said_and_what_was_typed_is_kept(reviewer: Client, article: Article) -> None:
    task = Directive.objects.get()
    address = reverse("review:correct", args=[article.pk, f"directive-{task.pk}"])
    days = {"deadline_from": "2024-05-01", "deadline_to": "2024-04-01", "text": "Báo cáo gấp."}
    response = reviewer.post(address, {**fields_of(reviewer.get(address)), **days})
    assert response.status_code == 200
    assert response.context["form"].errors["deadline_to"]
    assert "Báo cáo gấp." in response.content.decode()
    task.refresh_from_db()
    assert task.text == "Báo cáo."


def test_what_another_changed_meanwhile_is_told(reviewer: Client, article: Article) -> None:
    task = Directive.objects.get()
    address = reverse("review:correct", args=[article.pk, f"directive-{task.pk}"])
    stale = fields_of(reviewer.get(address))
    task.text = "Báo cáo Bộ Y tế."
    task.save()
    response = reviewer.post(address, {**stale, "text": "Báo cáo UBND tỉnh."})
    body = response.content.decode()
    assert response.status_code == 200
    assert "Báo cáo Bộ Y tế." in body
    assert "Báo cáo UBND tỉnh." in body
    task.refresh_from_db()
    assert task.text == "Báo cáo Bộ Y tế."


def test_a_record_of_another_article_is_not_found(reviewer: Client, article: Article) -> None:
    other = make_article("Bài khác.")
    key = f"directive-{Directive.objects.get().pk}"
    assert reviewer.get(reverse("review:correct", args=[other.pk, key])).status_code == 404


def test_a_task_is_added_with_what_its_words_say(reviewer: Client, article: Article) -> None:
    add(reviewer, article, {"add": "directive", "words": "rà soát thuốc trước ngày 15/4"})
    task = Directive.objects.exclude(text="Báo cáo.").get()
    assert (task.quote, task.state, task.extracted) == ("rà soát thuốc trước ngày 15/4", State.CONFIRMED, {})
    assert "15/4" in task.deadline_text
    reviewer.post(reverse("review:act", args=[article.pk]), {"act": "undo"})
    assert Directive.objects.get().text == "Báo cáo."


def test_words_that_stand_twice_are_asked_about(reviewer: Client, article: Article) -> None:
    address = reverse("review:add", args=[article.pk])
    response = reviewer.get(address, {"add": "directive", "words": "Sở Y tế"})
    places = response.context["places"]
    assert len(places) == 2
    assert "có 2 chỗ trong bài" in response.content.decode()
    chosen = {"add": "directive", "start": places[1].start, "end": places[1].end}
    add(reviewer, article, chosen)
    assert Directive.objects.exclude(text="Báo cáo.").get().start == places[1].start


def test_words_that_stand_nowhere_are_said_and_kept(reviewer: Client, article: Article) -> None:
    address = reverse("review:add", args=[article.pk])
    response = reviewer.get(address, {"add": "directive", "words": "Sở Nội vụ"})
    assert "không có cụm từ đúng như vậy" in response.content.decode()
    assert "Sở Nội vụ" in response.content.decode()


def test_who_is_told_is_added_to_a_task(reviewer: Client, article: Article) -> None:
    task, department = Directive.objects.get(), make_organization("Sở Y tế", province=Official.objects.get().province)
    start = TEXT.index("Sở Y tế báo cáo")
    query = {"add": "assignment", "to": task.pk, "start": start, "end": start + len("Sở Y tế")}
    add(reviewer, article, query)
    told = Assignment.objects.get()
    assert (told.directive, told.organization, told.words) == (task, department, "Sở Y tế")


def test_a_figure_is_added(reviewer: Client, article: Article) -> None:
    query = {"add": "target", "words": "Thu ngân sách đạt 12.500 tỷ đồng"}
    add(reviewer, article, query, metric="Thu ngân sách", canonical_metric="thu ngân sách", status="achieved")
    target = Target.objects.get()
    assert (target.value, target.unit, target.status) == (Decimal(12500), "tỷ đồng", "achieved")


def test_what_somebody_did_is_added_for_who_is_named_there(reviewer: Client, article: Article) -> None:
    add(
        reviewer,
        article,
        {"add": "appearance", "words": "Chủ trì phiên họp là Chủ tịch UBND tỉnh Lê Hồng Vinh"},
        act="chairs",
    )
    appearance = Appearance.objects.get()
    assert (str(appearance.official), appearance.act) == ("Lê Hồng Vinh", "chairs")


def test_an_office_of_somebody_new_is_added(reviewer: Client, article: Article) -> None:
    query = {"add": "role", "words": "Chủ tịch UBND tỉnh"}
    changes = {"official": "", "new_official": "Trần  Thị Mai", "title": "Chủ tịch UBND tỉnh"}
    add(reviewer, article, query, **changes)
    role = Role.objects.get()
    assert (role.official.name, str(role.official.province)) == ("Trần Thị Mai", "Nghệ An")
    assert role.attestations.get().quote == "Chủ tịch UBND tỉnh"
    reviewer.post(reverse("review:act", args=[article.pk]), {"act": "undo"})
    assert not Role.objects.exists()
    assert [official.name for official in Official.objects.all()] == ["Lê Hồng Vinh"]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"new_official": "Mai"}, "new_official"),
        ({"new_official": "Trần Thị Mai", "official": "known"}, "new_official"),
        ({"official": ""}, "official"),
        ({"new_official": "Trần Thị Mai", "official": "", "title": ""}, "title"),
    ],
)
def test_an_office_of_nobody_is_not_added(
    reviewer: Client, article: Article, changes: dict[str, str], field: str
) -> None:
    known = str(Official.objects.get().pk)
    values = {name: known if value == "known" else value for name, value in changes.items()}
    if "official" not in values:
        values["official"] = ""
    response = add(reviewer, article, {"add": "role", "words": "Chủ tịch UBND tỉnh"}, **values)
    assert field in response.context["form"].errors
    assert not Role.objects.exists()
    assert Official.objects.count() == 1


def test_a_decision_is_added(reviewer: Client, article: Article) -> None:
    add(reviewer, article, {"add": "decision", "words": "UBND tỉnh thông qua dự thảo"}, outcome="thông qua")
    assert Decision.objects.get().outcome == "thông qua"


@pytest.mark.parametrize("query", [{}, {"add": "meeting"}, {"add": "assignment", "to": "x", "words": "Sở Y tế"}])
def test_what_cannot_be_added_is_not_found(reviewer: Client, article: Article, query: dict[str, str]) -> None:
    assert reviewer.get(reverse("review:add", args=[article.pk]), query).status_code == 404


def test_who_may_not_add_is_turned_away(client: Client, article: Article) -> None:
    login(client, make_staff("change_directive"))
    response = client.get(reverse("review:add", args=[article.pk]), {"add": "directive", "words": "báo cáo"})
    assert response.status_code == 403


def test_who_may_not_change_the_kind_is_turned_away(client: Client, article: Article) -> None:
    login(client, make_staff("change_directive"))
    key = f"meeting-{article.meetings.get().pk}"
    assert client.get(reverse("review:correct", args=[article.pk, key])).status_code == 403
