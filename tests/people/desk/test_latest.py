"""On every record's own page: who changed what, when and why, the way back by one button, and room for a reason."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.contrib.admin import site
from django.db.models import Model
from django.test import Client
from simple_history.models import HistoricalChanges

from meetings.models import Assignment
from people.models import Province
from tests.desk import admin_url, save
from tests.factories import make_alias, make_article, make_directive, make_handover, make_official, make_organization
from tests.people.desk.test_site import filled
from tests.staff import login, make_editor, make_reviewer, make_staff

pytestmark = pytest.mark.django_db
# A field of each kind of record that anybody may change, and what to.
CHANGES: dict[str, dict[str, str]] = {
    "alias": {"name": "Tên khác hẳn"},
    "appearance": {"act": "speaks"},
    "article": {"title": "Tên bài mới"},
    "assignment": {"words": "Sở Nội vụ"},
    "citation": {"directive": ""},
    "decision": {"text": "Quyết định mới"},
    "directive": {"text": "Nhiệm vụ mới"},
    "handover": {"duties": "việc khác"},
    "legaldocument": {"issuer": "Ban Bí thư"},
    "meeting": {"place": "Hội trường"},
    "official": {"name": "Lê Văn Khác"},
    "organization": {"name": "Sở Khác"},
    "province": {"region": "Vùng khác"},
    "role": {"title": "Phó Chủ tịch"},
    "target": {"metric": "thu khác"},
}


def of_each_kind() -> dict[type[Model], Any]:
    records = filled(1)
    return {model: record for model, record in records.items() if hasattr(model, "history")}


def versions(client: Client, record: Model) -> list[Any]:
    found: list[Any] = client.get(admin_url(record, "change")).context["latest_versions"]
    return found


def section(client: Client, record: Model) -> str:
    page = client.get(admin_url(record, "change")).content.decode()
    return " ".join(page.partition('class="module latest-versions"')[2].partition("</section>")[0].split())


def test_every_kind_of_record_has_a_history() -> None:
    written_by_machines_or_logs = {"mention", "attestation", "report", "merge", "distinction", "mistakereport"}
    kinds = {m._meta.model_name for m in site._registry if m._meta.app_label in ("people", "meetings")}
    assert kinds - set(CHANGES) <= written_by_machines_or_logs | {"reviewitem"}
    assert {str(model._meta.model_name) for model in of_each_kind()} == set(CHANGES)


def test_a_change_of_any_record_is_told_on_its_page_and_taken_back_by_one_button() -> None:
    reviewer = login(Client(), make_reviewer(username="lan", first_name="Lan"))
    for model, record in of_each_kind().items():
        kind = str(model._meta.model_name)
        name = next(iter(CHANGES[kind]))
        before = getattr(record, name)
        assert save(reviewer, record, **CHANGES[kind], change_reason=f"Theo nguồn {kind}").status_code == 302, kind
        record.refresh_from_db()
        assert getattr(record, name) != before, kind

        shown = section(reviewer, record)
        assert "<td>Lan </td>" in shown, kind
        assert f"Theo nguồn {kind}" in shown, kind
        assert "<ins>" in shown, kind
        buttons = re.findall(r'<form method="post" action="([^"]+)">', shown)
        assert buttons, kind
        assert reviewer.post(buttons[0]).status_code == 302, kind
        record.refresh_from_db()
        assert getattr(record, name) == before, kind
        assert "Lấy lại phiên bản lúc" in section(reviewer, record), kind


def test_the_first_change_of_what_was_loaded_in_bulk_can_be_taken_back() -> None:
    reviewer = login(Client(), make_reviewer())
    province = Province.objects.today().get(slug="nghe-an")
    assert not province.history.exists()
    save(reviewer, province, region="Vùng khác")
    assert [version.region for version in versions(reviewer, province)] == ["Vùng khác", province.region]


def test_an_editor_sees_versions_without_the_button() -> None:
    editor = login(Client(), make_editor())
    official = make_official("Lê Văn Ba")
    save(editor, official, name="Lê Văn Tư")
    shown = section(editor, official)
    assert "<ins>" in shown
    assert "<form" not in shown


def test_who_may_only_look_sees_versions_and_is_not_asked_why() -> None:
    official = make_official("Lê Văn Ba")
    official.name = "Lê Văn Tư"
    official.save()
    reader = login(Client(), make_staff("view_official"))
    assert "Lê Văn" in section(reader, official)
    assert 'name="change_reason"' not in reader.get(admin_url(official, "change")).content.decode()


def test_five_versions_at_most_and_the_rest_one_link_away(admin_client: Client) -> None:
    official = make_official("Lê Văn Ba")
    for number in range(7):
        official.name = f"Lê Văn Ba {number}"
        official.save()
    shown = versions(admin_client, official)
    assert [version.name for version in shown] == [f"Lê Văn Ba {n}" for n in (6, 5, 4, 3, 2)]
    assert all(version.history_delta_changes for version in shown)
    assert f'href="{admin_url(official, "history")}"' in section(admin_client, official)


def test_a_record_that_nobody_changed_says_so(admin_client: Client) -> None:
    directive = make_directive()
    directive.history.all().delete()
    assert "chưa ai sửa" in section(admin_client, directive)


def test_the_reason_is_kept_for_rows_of_the_record_too_and_typed_again_after_an_error(admin_client: Client) -> None:
    directive = make_directive(assignees=["Sở Tài chính"])
    reason = "  Theo   công văn 12 "
    answer = save(admin_client, directive, **{"assignments-0-words": "Sở Y tế", "change_reason": reason})
    assert answer.status_code == 302
    assert Assignment.objects.get().history.first().history_change_reason == "Theo công văn 12"
    answer = save(admin_client, directive, text="", change_reason="Vì thế")
    assert 'value="Vì thế"' in answer.content.decode()
    save(admin_client, directive, text="Nhiệm vụ khác", change_reason="x" * 300)
    assert directive.history.first().history_change_reason == "x" * 100


def test_no_reason_is_no_reason(admin_client: Client) -> None:
    alias, handover = make_alias("Anh Ba", official=make_official()), None
    handover = make_handover(make_organization("Sở A"), make_organization("Sở B"))
    for record, change in ((alias, {"name": "Anh Tư"}), (handover, {"duties": "khác"})):
        save(admin_client, record, **change, change_reason=" ")
        assert not record.history.first().history_change_reason


def test_the_page_asks_as_much_for_many_versions_as_for_few(
    admin_client: Client, django_assert_num_queries: Any, django_assert_max_num_queries: Any
) -> None:
    directive = make_directive(article=make_article())
    for number in range(2):
        directive.assigner = make_official(f"Lê Văn {number}")
        directive.save()
    admin_client.get(admin_url(directive, "change"))
    with django_assert_max_num_queries(45) as few:
        admin_client.get(admin_url(directive, "change"))
    for number in range(2, 9):
        directive.assigner = make_official(f"Lê Văn {number}")
        directive.save()
    with django_assert_num_queries(len(few)):
        admin_client.get(admin_url(directive, "change"))


def test_histories_have_no_pages_of_their_own() -> None:
    assert not [model for model in site._registry if issubclass(model, HistoricalChanges)]
