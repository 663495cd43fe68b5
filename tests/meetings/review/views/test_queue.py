"""The queue's page and the way to the next item."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import User
from django.test import Client
from django.urls import reverse

from meetings.models import ReviewClaim, ReviewItem
from tests.factories import make_article, make_directive, make_meeting, make_official, make_province
from tests.meetings.review.waits import item_of
from tests.staff import login, make_editor, make_staff

pytestmark = pytest.mark.django_db
QUEUE, NEXT = "/admin/review/", "/admin/review/next/"


@pytest.fixture
def editor() -> User:
    return make_editor(username="an")


@pytest.fixture
def editor_client(client: Client, editor: User) -> Client:
    return login(client, editor)


def test_outsiders_get_no_further(client: Client) -> None:
    make_meeting()
    for user in (None, User.objects.create_user("reader")):
        if user is not None:
            login(client, user)
        assert client.get(QUEUE).url.startswith(reverse("admin:login"))  # type: ignore[attr-defined]
        assert client.post(NEXT).url.startswith(reverse("admin:login"))  # type: ignore[attr-defined]
    login(client, make_staff("view_meeting"))
    assert client.get(QUEUE).status_code == 403
    assert client.post(NEXT).status_code == 403
    assert not ReviewClaim.objects.exists()


def test_an_empty_queue_says_so(editor_client: Client) -> None:
    page = editor_client.get(QUEUE)
    assert page.status_code == 200
    assert page.context["overview"].estimate.items == 0
    assert reverse("review:next") not in page.content.decode()


def test_the_page_counts_and_lists_what_waits(editor_client: Client) -> None:
    meeting = make_meeting(province=make_province(), articles=[make_article(title="Bài <b>báo</b>")])
    make_directive(meeting, "Sở Y tế & Sở Nội vụ trình.", confidence=40)
    shown = editor_client.get(QUEUE).context["overview"]
    assert shown.estimate.items == 2
    assert {choice.value: choice.count for choice in shown.reasons} == {"date": 1, "unsure": 1}
    assert {choice.value: choice.count for choice in shown.kinds} == {"meeting": 1, "directive": 1}
    assert [line.item.kind for line in shown.lines] == ["meeting", "directive"]
    page = editor_client.get(QUEUE, {"kind": "directive"})
    shown = page.context["overview"]
    assert [line.item.kind for line in shown.lines] == ["directive"]
    assert {choice.value: choice.count for choice in shown.kinds} == {"meeting": 1, "directive": 1}
    assert "Sở Y tế &amp; Sở Nội vụ" in page.content.decode()
    assert '<input type="hidden" name="kind" value="directive">' in page.content.decode()


@pytest.mark.parametrize("value", ["x", "-1", "9" * 30, "²", "none", "'"])
def test_a_filter_that_makes_no_sense_breaks_nothing(editor_client: Client, value: str) -> None:
    make_meeting()
    for name in ("province", "kind", "article", "reason"):
        assert editor_client.get(QUEUE, {name: value}).status_code == 200
    assert editor_client.post(NEXT, {"after": value}).status_code == 302


def test_next_leads_to_the_most_urgent_item_and_claims_it(editor_client: Client, editor: User) -> None:
    directive = make_directive(make_meeting(province=make_province()), confidence=40)
    response: Any = editor_client.post(NEXT, {"kind": "directive"})
    assert response.url == reverse("admin:meetings_directive_change", args=[directive.pk])
    assert ReviewClaim.objects.get().user == editor
    assert editor_client.get(NEXT).status_code == 405


def test_next_leaves_what_one_comes_from(editor_client: Client, editor: User) -> None:
    first = item_of(make_directive(make_meeting(), confidence=20))
    second = item_of(make_directive(make_meeting(), confidence=40))
    only = {"kind": "directive"}
    assert str(first.object_id) in editor_client.post(NEXT, only).url  # type: ignore[attr-defined]
    response: Any = editor_client.post(NEXT, {**only, "after": first.pk, "skip": "1"})
    assert str(second.object_id) in response.url
    assert list(ReviewClaim.objects.filter(user=editor).order_by("-until").values_list("place", flat=True)[:1]) == [
        second.place
    ]


def test_next_says_when_nothing_is_left(editor_client: Client) -> None:
    make_meeting()
    login(other := Client(), make_editor())
    assert other.post(NEXT).status_code == 302
    response: Any = editor_client.post(NEXT, {"kind": "meeting"})
    assert response.url == f"{QUEUE}?kind=meeting"
    assert len(editor_client.get(QUEUE).context["messages"]) == 1


def test_who_is_at_an_item_is_said_to_others(editor_client: Client, editor: User) -> None:
    make_meeting(province=make_province())
    login(other := Client(), make_editor(username="binh"))
    assert other.post(NEXT).status_code == 302
    assert [line.held_by for line in editor_client.get(QUEUE).context["overview"].lines] == ["binh"]
    assert [line.held_by for line in other.get(QUEUE).context["overview"].lines] == [""]


def test_the_number_of_queries_does_not_grow(
    editor_client: Client, django_assert_num_queries: Any, django_assert_max_num_queries: Any
) -> None:
    def fill() -> None:
        article = make_article()
        meeting = make_meeting(province=make_province(), articles=[article])
        make_directive(meeting, article=article, confidence=40)
        make_official(f"Nguyễn Văn {ReviewItem.objects.count()}", confidence=40)

    fill()
    editor_client.get(QUEUE)
    with django_assert_max_num_queries(14) as few:
        editor_client.get(QUEUE)
    for _ in range(5):
        fill()
    with django_assert_num_queries(len(few)):
        assert editor_client.get(QUEUE).status_code == 200
    assert ReviewItem.objects.count() > 10


def test_what_was_read_from_an_article_is_worked_on_there(editor_client: Client) -> None:
    article = make_article()
    meeting = make_meeting(province=make_province(), articles=[article])
    item = item_of(make_directive(meeting, article=article, confidence=40))
    response: Any = editor_client.post(NEXT, {"kind": "directive"})
    assert response.url == f"{reverse('review:article', args=[article.pk])}?item={item.pk}"
    assert editor_client.get(response.url).status_code == 200


def test_a_chosen_province_does_not_disappear(editor_client: Client) -> None:
    make_meeting(province=make_province())
    empty = str(make_province("Quảng Trị").pk)
    shown = editor_client.get(QUEUE, {"province": empty}).context["overview"]
    assert [(choice.value, choice.count) for choice in shown.provinces if choice.chosen] == [(empty, 0)]
    assert shown.lines == []
