"""Who changed what, when and why; and back to a version without forgetting what was read since."""

from __future__ import annotations

from typing import Any

import pytest
from django.contrib.auth.models import Permission, User
from django.test import Client

from people.corrections import State
from people.models import Alias, Official
from tests.desk import admin_url, save
from tests.factories import make_alias, make_article, make_directive, make_official, make_province
from tests.staff import login, make_editor, make_reviewer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_followed_at_once")]


def version(record, number: int):  # type: ignore[no-untyped-def]
    """A version of a record, 0 the oldest."""
    return record.history.order_by("history_date", "history_id")[number]


def test_the_history_says_who_what_and_why(admin_client: Client) -> None:
    official = make_official("Lê Văn Ba", province=make_province("Nghệ An"))
    save(admin_client, official, name="Lê Văn Bá", province=str(make_province("Phú Thọ").pk))
    admin_client.post(admin_url(official, "reject"), {"reason": "Trùng người"})
    text = admin_client.get(admin_url(official, "history")).content.decode()
    assert "<del>Lê Văn Ba</del>" in text or "Lê Văn <del>Ba</del>" in text
    assert "<del>Nghệ An</del> → <ins>Phú Thọ</ins>" in text
    assert "Trùng người" in text
    assert "admin" in text


def test_the_history_of_a_record_that_nobody_changed(admin_client: Client) -> None:
    directive = make_directive()
    directive.history.all().delete()
    assert admin_client.get(admin_url(directive, "history")).status_code == 200


def test_a_version_is_shown_beside_the_present(admin_client: Client) -> None:
    directive = make_directive(text="Sở Tài chính trình phương án trong tháng Tư")
    save(admin_client, directive, text="Sở Tài chính trình phương án trong tháng Năm")
    page = admin_client.get(admin_url(directive, "simple_history", version(directive, 0).pk))
    rows = {row["then"]: row["difference"] for row in page.context["rows"]}
    shown = rows["Sở Tài chính trình phương án trong tháng Tư"]
    assert shown == "Sở Tài chính trình phương án trong tháng <del>Năm</del><ins>Tư</ins>"
    assert shown in page.content.decode()


def test_a_version_comes_back_and_later_readings_stay_known(admin_client: Client) -> None:
    directive = make_directive(text="Máy đọc")
    save(admin_client, directive, text="Người sửa")
    directive.refresh_from_db()
    directive.follow({"text": "Máy đọc lại"})
    directive.save()

    back = admin_url(directive, "simple_history", version(directive, 0).pk)
    assert admin_client.post(back).status_code == 302
    directive.refresh_from_db()
    assert (directive.text, directive.extracted["text"]) == ("Máy đọc", "Máy đọc lại")
    directive.follow({"text": "Máy đọc lại"})
    assert directive.text == "Máy đọc"  # a person chose it, so no reading takes it away
    latest = directive.history.first()
    assert latest.history_change_reason
    assert latest.history_user.username == "admin"


def test_a_rejection_is_undone_by_going_back(admin_client: Client) -> None:
    directive = make_directive()
    admin_client.post(admin_url(directive, "reject"), {"reason": "Nhầm"})
    admin_client.post(admin_url(directive, "simple_history", version(directive, 0).pk))
    directive.refresh_from_db()
    assert directive.state == State.READ


def test_a_version_that_would_break_a_rule_does_not_come_back(admin_client: Client) -> None:
    official = make_official("Lê Văn Ba")
    save(admin_client, official, name="Lê Văn Tư")
    Alias.objects.all().delete()
    make_official("Lê Văn Ba")
    back = admin_url(official, "simple_history", version(official, 0).pk)
    page = admin_client.post(back, follow=True)
    official.refresh_from_db()
    assert official.name == "Lê Văn Tư"
    assert [message.level_tag for message in page.context["messages"]][-1] == "error"


def test_a_version_whose_official_is_gone(admin_client: Client) -> None:
    gone = make_official("Lê Văn Ba")
    directive = make_directive(assigner=gone)
    directive.assigner = None
    directive.save()
    gone.delete()
    assert admin_client.get(admin_url(directive, "history")).status_code == 200
    assert admin_client.get(admin_url(directive, "simple_history", version(directive, 0).pk)).status_code == 200


def test_what_is_merged_away_comes_back_by_undoing_alone(admin_client: Client) -> None:
    survivor, official = make_official("Lê Văn Ba"), make_official("Lê Văn Bá")
    save(admin_client, official, name="Lê Văn Bà")
    official.refresh_from_db()
    official.state, official.merged_into = State.REJECTED, survivor
    official.save()
    back = admin_url(official, "simple_history", version(official, 0).pk)
    assert admin_client.post(back).status_code == 403
    assert (
        "<form" not in admin_client.get(admin_url(official, "change")).content.decode().partition("latest-heading")[2]
    )
    official.refresh_from_db()
    assert (official.name, official.state) == ("Lê Văn Bà", State.REJECTED)


def test_a_record_without_standing_goes_back_too(admin_client: Client) -> None:
    alias = make_alias("Anh Ba", official=make_official())
    save(admin_client, alias, name="Anh Tư")
    assert admin_client.post(admin_url(alias, "simple_history", version(alias, 0).pk)).status_code == 302
    alias.refresh_from_db()
    assert alias.name == "Anh Ba"


def test_who_may_only_look_brings_nothing_back(admin_client: Client, client: Client) -> None:
    official = make_official("Lê Văn Ba")
    save(admin_client, official, name="Lê Văn Tư")
    reader = User.objects.create_user("reader", is_staff=True)
    reader.user_permissions.set(Permission.objects.filter(codename="view_official"))
    login(client, reader)
    back = admin_url(official, "simple_history", version(official, 0).pk)
    assert client.get(back).status_code == 200
    assert client.post(back).status_code == 403
    assert Official.objects.get().name == "Lê Văn Tư"


def test_an_editor_sees_versions_and_a_reviewer_brings_them_back(admin_client: Client) -> None:
    official = make_official("Lê Văn Ba")
    save(admin_client, official, name="Lê Văn Tư")
    back = admin_url(official, "simple_history", version(official, 0).pk)
    editor, reviewer = login(Client(), make_editor()), login(Client(), make_reviewer())
    assert "Lấy lại phiên bản này" not in editor.get(back).content.decode()
    assert editor.post(back).status_code == 403
    assert Official.objects.get().name == "Lê Văn Tư"
    assert "Lấy lại phiên bản này" in reviewer.get(back).content.decode()
    assert reviewer.post(back).status_code == 302
    assert Official.objects.get().name == "Lê Văn Ba"


def test_the_page_of_the_whole_history_brings_versions_back_in_one_click(admin_client: Client) -> None:
    official = make_official("Lê Văn Ba")
    save(admin_client, official, name="Lê Văn Tư")
    page, back = admin_url(official, "history"), admin_url(official, "simple_history", version(official, 0).pk)
    assert f'action="{back}"' not in login(Client(), make_editor()).get(page).content.decode()
    shown = login(Client(), make_reviewer()).get(page).content.decode()
    assert (f'action="{back}"' in shown, shown.count("Lấy lại phiên bản này")) == (True, 1)


def test_who_had_not_logged_in_is_not_called_the_machine(admin_client: Client) -> None:
    official = make_official("Lê Văn Ba")
    official.name = "Lê Văn Tư"
    official.save()
    assert "người không đăng nhập" in admin_client.get(admin_url(official, "history")).content.decode()


def test_a_version_of_another_record_is_not_found(admin_client: Client) -> None:
    first, second = make_official("Lê Văn Ba"), make_official("Lê Văn Tư")
    assert admin_client.get(admin_url(first, "simple_history", version(second, 0).pk)).status_code == 404


def test_the_history_asks_as_much_for_many_versions_as_for_few(
    admin_client: Client,
    django_assert_max_num_queries: Any,
    django_assert_num_queries: Any,
) -> None:
    directive = make_directive(article=make_article())
    directive.assigner = make_official("Lê Văn Ba")
    directive.save()
    admin_client.get(admin_url(directive, "history"))
    with django_assert_max_num_queries(8) as few:
        admin_client.get(admin_url(directive, "history"))
    for number in range(12):
        directive.assigner = make_official(f"Lê Văn Ba {number}")
        directive.save()
    with django_assert_num_queries(len(few)):
        admin_client.get(admin_url(directive, "history"))
