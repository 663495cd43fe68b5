"""The review page: who may open it, what each button does, and where it leads."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from meetings.models import Article, Directive
from people.corrections import State
from tests.factories import make_article, make_directive, make_meeting, make_organization
from tests.staff import login, make_editor, make_reviewer, make_staff

pytestmark = pytest.mark.django_db
TEXT = "Sở Y tế rà soát thuốc. Sở Tài chính trình phương án."


@pytest.fixture
def article() -> Article:
    article = make_article(TEXT)
    meeting = make_meeting(articles=[article])
    make_directive(meeting, "Rà soát thuốc.", article=article, quote="rà soát thuốc", order=0)
    told = [make_organization("Sở Tài chính")]
    make_directive(meeting, "Trình phương án.", article=article, quote="trình phương án", order=1, assignees=told)
    return article


@pytest.fixture
def reviewer(client: Client) -> Client:
    return login(client, make_reviewer())


def page(article: Article, query: str = "") -> str:
    return reverse("review:article", args=[article.pk]) + query


def task(number: int) -> Directive:
    return Directive.objects.get(order=number)


def act(client: Client, article: Article, **data: Any) -> Any:
    return client.post(reverse("review:act", args=[article.pk]), data)


def card_of(client: Client, article: Article, key: str) -> Any:
    return client.get(page(article)).context["sheet"].card_of(key)


def test_the_text_stands_beside_what_was_read_from_it(reviewer: Client, article: Article) -> None:
    response = reviewer.get(page(article))
    body = response.content.decode()
    assert f'<a href="#card-directive-{task(0).pk}">rà soát thuốc</a>' in body
    assert f'id="card-directive-{task(0).pk}"' in body
    assert "Đã xem 0 trên 4 mục" in body


def test_the_words_of_the_card_in_focus_stand_out(reviewer: Client, article: Article) -> None:
    body = reviewer.get(page(article, f"?focus=directive-{task(1).pk}")).content.decode()
    assert body.count("is-strong") == 1
    assert f'is-strong" id="w-directive-{task(1).pk}"' in body


def test_accepting_confirms_a_card_and_goes_on_to_the_next_one(reviewer: Client, article: Article) -> None:
    key = f"directive-{task(0).pk}"
    response = act(reviewer, article, act="accept", card=key, seen=card_of(reviewer, article, key).version)
    assert response.headers["Location"].endswith(f"?focus=directive-{task(1).pk}#card-directive-{task(1).pk}")
    assert task(0).state == State.CONFIRMED


def test_accepting_a_task_accepts_who_is_told_to_do_it(reviewer: Client, article: Article) -> None:
    key = f"directive-{task(1).pk}"
    act(reviewer, article, act="accept", card=key, seen=card_of(reviewer, article, key).version)
    assert task(1).assignments.get().state == State.CONFIRMED
    act(reviewer, article, act="undo")
    assert (task(1).state, task(1).assignments.get().state) == (State.READ, State.READ)


def test_what_changed_meanwhile_is_not_accepted_unseen(reviewer: Client, article: Article) -> None:
    key = f"directive-{task(0).pk}"
    seen = card_of(reviewer, article, key).version
    other = task(0)
    other.text = "Rà soát vật tư."
    other.save()
    response = act(reviewer, article, act="accept", card=key, seen=seen)
    assert response.headers["Location"].endswith(f"#card-{key}")
    assert task(0).state == State.READ


def test_rejecting_asks_why_and_keeps_the_place(reviewer: Client, article: Article) -> None:
    key = f"directive-{task(0).pk}"
    refused = act(reviewer, article, act="reject", record=key, reason=" ")
    assert refused.status_code == 200
    assert refused.context["focus"].key == key
    assert "errornote" in refused.content.decode()
    act(reviewer, article, act="reject", record=key, reason="Câu của phóng viên")
    assert task(0).state == State.REJECTED
    assert task(0).history.first().history_change_reason == "Câu của phóng viên"
    act(reviewer, article, act="restore", record=key)
    assert task(0).state == State.READ


def test_an_editor_neither_sees_nor_gets_the_rejection(client: Client, article: Article) -> None:
    login(client, make_editor())
    assert "part-reject" not in client.get(page(article)).content.decode()
    response = act(client, article, act="reject", record=f"directive-{task(0).pk}", reason="nhầm")
    assert response.status_code == 403
    assert task(0).state == State.READ


def test_an_editor_takes_his_own_step_back(client: Client, article: Article) -> None:
    login(client, make_editor())
    key = f"directive-{task(0).pk}"
    act(client, article, act="accept", card=key, seen=card_of(client, article, key).version)
    act(client, article, act="undo")
    assert task(0).state == State.READ
    said = [str(message) for message in client.get(page(article)).context["messages"]]
    assert any("Đã hoàn tác" in words for words in said)


def test_nothing_to_take_back_is_said(reviewer: Client, article: Article) -> None:
    response = reviewer.post(reverse("review:act", args=[article.pk]), {"act": "undo"}, follow=True)
    assert "không có bước nào để hoàn tác" in response.content.decode()


@pytest.mark.parametrize(
    "data", [{"act": "accept", "card": "directive-0"}, {"act": "delete", "card": "meeting-1"}, {"act": ""}, {}]
)
def test_what_makes_no_sense_is_not_found(reviewer: Client, article: Article, data: dict[str, str]) -> None:
    assert act(reviewer, article, **data).status_code == 404


def test_who_may_only_look_is_turned_away(client: Client, article: Article) -> None:
    login(client, make_staff("view_article", "view_directive"))
    assert client.get(page(article)).status_code == 403
    assert act(client, article, act="accept", card=f"directive-{task(0).pk}").status_code == 403


def test_an_article_without_a_meeting_is_reviewed_too(reviewer: Client) -> None:
    other = make_article("Một tai nạn giao thông.", subject=Article.Subject.OTHER)
    response = reviewer.get(page(other))
    assert [card.kind for card in response.context["sheet"].in_turn] == ["article"]
    assert "add-words" not in response.content.decode()


def test_an_article_that_does_not_exist_is_not_found(reviewer: Client) -> None:
    assert reviewer.get(reverse("review:article", args=[0])).status_code == 404
