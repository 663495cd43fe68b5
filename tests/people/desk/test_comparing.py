"""Two records side by side: what the texts say of both, what a merge would move, and the decision of a reviewer."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from people.models import Distinction, Merge, Official, Organization
from tests.desk import admin_url
from tests.factories import (
    make_appearance,
    make_article,
    make_assignment,
    make_attestation,
    make_directive,
    make_distinction,
    make_meeting,
    make_mention,
    make_merge,
    make_official,
    make_organization,
    make_province,
    make_role,
)
from tests.staff import login, make_editor, make_reviewer

pytestmark = pytest.mark.django_db


@pytest.fixture
def reviewer(client: Client) -> Client:
    return login(client, make_reviewer(first_name="Thẩm", last_name="Định"))


@pytest.fixture
def two() -> tuple[Official, Official]:
    province = make_province()
    people = []
    for name in ("Lê Văn Tám", "Lê Văn Tam"):
        official = make_official(name, province=province)
        article = make_article(f"Sáng 27/3, ông {name}, Chủ tịch UBND tỉnh, chủ trì cuộc họp.")
        meeting = make_meeting(f"Cuộc họp có {name}", articles=[article], date=datetime.date(2024, 3, 27))
        role = make_role(official, "Chủ tịch UBND tỉnh", first_attested=meeting.date, last_attested=meeting.date)
        make_attestation(role, article)
        make_mention(official, article)
        make_appearance(meeting, official, role=role, article=article, quote=name)
        people.append(official)
    return people[0], people[1]


def compare(one: Any, other: Any) -> str:
    return admin_url(type(one), "compare", one.pk, other.pk)


def text(answer: Any) -> str:
    assert answer.status_code == 200
    return str(answer.content.decode())


def test_both_stand_beside_each_other_with_their_words(reviewer: Client, two: tuple[Official, Official]) -> None:
    page = text(reviewer.get(compare(two[1], two[0])))
    for official in two:
        assert f"<mark>{official.name}</mark>" in page
        assert f"Cuộc họp có {official.name}" in page
    assert page.index("Lê Văn Tám</a>") < page.index("Lê Văn Tam</a>")  # the older one first, however it is asked
    assert "#w-mention-" in page


def test_what_would_move_is_counted_and_doubts_are_said(reviewer: Client, two: tuple[Official, Official]) -> None:
    keep, drop = two
    Official.objects.filter(pk=drop.pk).update(province=make_province("Sơn La"))
    together = make_meeting("Cùng họp")
    for official in two:
        make_appearance(together, official)
    answer: Any = reviewer.get(compare(keep, drop))
    preview = answer.context["preview"]
    counts = {moving.model._meta.model_name: moving.count for moving in preview.moving}
    assert counts == {"role": 1, "mention": 1, "appearance": 2}
    assert preview.total == 4
    assert len(preview.doubts) == 2


def test_a_merge_asks_why_and_leads_to_the_survivor(reviewer: Client, two: tuple[Official, Official]) -> None:
    keep, drop = two
    answer = reviewer.post(compare(keep, drop), {"action": "merge", "reason": "  ", "name_of": drop.pk})
    assert 'class="errorlist"' in text(answer)
    assert f'value="{drop.pk}" id="id_name_of_1" checked' in " ".join(text(answer).replace("required", "").split())
    assert Merge.objects.count() == 0
    answer = reviewer.post(compare(keep, drop), {"action": "merge", "reason": "thiếu dấu", "name_of": drop.pk})
    assert answer.headers["Location"] == admin_url(keep, "change")
    keep.refresh_from_db()
    done = Merge.objects.get()
    assert (keep.name, done.reason, str(done.by)[:5]) == ("Lê Văn Tam", "thiếu dấu", "staff")
    page = text(reviewer.get(admin_url(keep, "change")))
    assert reverse("admin:people_merge_undo", args=[done.pk]) in page


def test_who_was_merged_away_says_where_and_changes_by_undoing_alone(
    reviewer: Client, two: tuple[Official, Official]
) -> None:
    keep, drop = two
    done = make_merge(keep, drop)
    page = text(reviewer.get(admin_url(drop, "change")))
    assert admin_url(keep, "change") in page
    for button in ("_save", "_restore", "_confirm"):
        assert f'name="{button}"' not in page
    assert reviewer.post(admin_url(drop, "change"), {"name": "Khác", "_restore": "1"}).status_code == 403
    assert reviewer.get(admin_url(drop, "reject")).status_code == 403
    version = drop.history.last()
    assert reviewer.post(admin_url(drop, "simple_history", version.pk)).status_code == 403
    chosen = {"action": "restore_selected", "_selected_action": [drop.pk]}
    reviewer.post(admin_url(Official, "changelist"), chosen)
    drop.refresh_from_db()
    assert drop.merged_into_id == keep.pk
    address = reverse("admin:people_merge_undo", args=[done.pk])
    assert 'class="errorlist"' in text(reviewer.post(address, {"reason": ""}))
    assert reviewer.post(address, {"reason": "hai người"}).headers["Location"] == admin_url(drop, "change")
    assert Official.objects.filter(pk=drop.pk, merged_into=None, state="read").exists()
    assert "đã được hủy" in text(reviewer.post(address, {"reason": "lần nữa"}))


def test_an_editor_may_look_and_no_more(client: Client, two: tuple[Official, Official]) -> None:
    login(client, make_editor())
    page = text(client.get(compare(*two)))
    assert 'name="action"' not in page
    assert client.post(compare(*two), {"action": "merge", "reason": "một người"}).status_code == 403
    done = make_merge(*two)
    address = reverse("admin:people_merge_undo", args=[done.pk])
    assert 'name="reason"' not in text(client.get(address))
    assert client.post(address, {"reason": "hai người"}).status_code == 403
    assert Merge.objects.standing().count() == 1


def test_two_are_told_apart_and_that_is_taken_back(reviewer: Client, two: tuple[Official, Official]) -> None:
    listed = admin_url(Official, "duplicates")
    assert compare(*two) in text(reviewer.get(listed))
    answer = reviewer.post(compare(*two), {"action": "apart", "reason": "hai chức danh"})
    assert answer.headers["Location"] == listed
    assert compare(*two) not in text(reviewer.get(listed))
    assert "hai chức danh" in text(reviewer.get(admin_url(two[1], "change")))
    assert "hai chức danh" in text(reviewer.post(compare(*two), {"action": "merge", "reason": "một người"}))
    reviewer.post(compare(*two), {"action": "take_back", "reason": "nhầm"})
    assert Distinction.objects.count() == 0
    assert "nhầm" in two[0].history.first().history_change_reason


def test_an_agency_that_became_another_is_tied_to_it_and_stays_two(reviewer: Client) -> None:
    province = make_province()
    one, other = (make_organization(name, province=province) for name in ("Sở Nội vụ", "Sở Nội vu"))
    make_assignment(make_directive(make_meeting(body=one)), other)
    answer = reviewer.post(compare(one, other), {"action": "succeed", "reason": "sáp nhập 2025", "heir": other.pk})
    assert answer.status_code == 302
    one.refresh_from_db()
    assert (one.successor, Organization.objects.published().count()) == (other, 2)
    assert Distinction.between(one, other) is not None
    again = reviewer.post(compare(one, other), {"action": "succeed", "reason": "ngược lại", "heir": one.pk})
    assert 'class="errornote"' in text(again)


@pytest.mark.parametrize("action", ["", "nonsense", "succeed"])
def test_what_nobody_offers_is_refused(reviewer: Client, two: tuple[Official, Official], action: str) -> None:
    assert 'class="errornote"' in text(reviewer.post(compare(*two), {"action": action, "reason": "một người"}))
    assert reviewer.get(compare(two[0], two[0])).status_code == 404


def test_a_page_asks_as_much_for_many_rows_as_for_few(
    reviewer: Client, two: tuple[Official, Official], django_assert_num_queries: Any, django_assert_max_num_queries: Any
) -> None:
    text_of_many = make_article("Lê Văn Tam " * 40)

    def more(begin: int) -> None:
        for n in range(begin, begin + 8):
            make_appearance(make_meeting(f"Họp {n}"), two[1])
            make_mention(two[1], text_of_many, "Lê Văn Tam " * (n + 1))

    more(0)
    reviewer.get(compare(*two))
    with django_assert_max_num_queries(60) as asked:
        reviewer.get(compare(*two))
    more(8)
    with django_assert_num_queries(len(asked)):
        reviewer.get(compare(*two))


def test_what_a_version_of_before_names_is_brought_back_as_the_survivor(
    reviewer: Client, two: tuple[Official, Official]
) -> None:
    keep, drop = two
    appearance = make_appearance(make_meeting(), drop)
    appearance.act = "speaks"
    appearance.save()
    make_merge(keep, drop)
    version = appearance.history.last()
    reviewer.post(admin_url(appearance, "simple_history", version.pk))
    appearance.refresh_from_db()
    assert (appearance.official, appearance.act) == (keep, "attends")
    make_distinction(keep, make_official("Trần Văn Bảy"))
