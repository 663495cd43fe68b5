"""Nobody but staff gets into the admin, on any of its pages; and every page asks as much for many rows as for few."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.contrib import admin
from django.contrib.auth.models import Group, User
from django.db.models import Model
from django.test import Client
from django.urls import NoReverseMatch, URLPattern, URLResolver, reverse

from meetings.models import Article, Attestation, Citation, Decision, LegalDocument, Meeting, Mention, Report
from people.desk.site import Desk
from people.models import Alias, Distinction, Merge, MistakeReport, Official, Organization, Province, Role
from tests.desk import admin_url
from tests.factories import (
    make_alias,
    make_appearance,
    make_article,
    make_attestation,
    make_citation,
    make_decision,
    make_directive,
    make_distinction,
    make_document,
    make_handover,
    make_meeting,
    make_mention,
    make_merge,
    make_mistake,
    make_official,
    make_organization,
    make_province,
    make_role,
    make_target,
)
from tests.staff import login

pytestmark = pytest.mark.django_db
MODELS = [model for model in admin.site._registry if model not in (User, Group)]
# Pages that anybody may open, because nobody is in yet or any more.
OPEN = {"login", "logout", "jsi18n"}


def admin_addresses() -> Iterator[tuple[str, str]]:
    """Every named page of the admin with an address, made of keys that need not exist."""

    def walk(patterns: list[Any]) -> Iterator[URLPattern]:
        for pattern in patterns:
            if isinstance(pattern, URLResolver):
                yield from walk(pattern.url_patterns)
            else:
                yield pattern

    for pattern in walk(admin.site.urls[0]):
        if pattern.name is None:
            continue
        for arguments in ([], ["1"], ["1", "1"], ["auth"]):
            try:
                yield pattern.name, reverse(f"admin:{pattern.name}", args=arguments)
                break
            except NoReverseMatch:
                continue


ADDRESSES = sorted(set(admin_addresses()))


def test_the_admin_is_the_desk() -> None:
    assert isinstance(admin.site._wrapped, Desk)  # type: ignore[attr-defined]
    names = {name for name, _ in ADDRESSES}
    assert {"meetings_directive_reject", "people_official_simple_history", "index", "autocomplete"} <= names


def test_every_model_of_both_applications_has_an_admin() -> None:
    models = {
        model
        for app in ("people", "meetings")
        for model in apps.get_app_config(app).get_models()
        if not model.__name__.startswith("Historical") and model._meta.default_permissions
    }
    assert models == set(MODELS)


@pytest.mark.parametrize("method", ["get", "post"])
def test_visitors_and_users_who_are_no_staff_get_no_further(client: Client, method: str) -> None:
    user = User.objects.create_user("reader", is_superuser=False)
    for who in (None, user):
        if who is not None:
            login(client, who)
        for name, address in ADDRESSES:
            if name in OPEN:
                continue
            response = getattr(client, method)(address)
            assert response.status_code == 302, (name, who)
            assert response.url.startswith(reverse("admin:login")), (name, who)


def test_staff_without_rights_get_no_further(client: Client) -> None:
    login(client, User.objects.create_user("new", is_staff=True))
    filled(1)
    for model in MODELS:
        record = model._default_manager.first()
        assert record is not None
        pages: list[tuple[str, Any]] = [
            ("changelist", model),
            ("add", model),
            ("change", record),
            ("delete", record),
            ("history", record),
        ]
        if hasattr(admin.site.get_model_admin(model), "reject_view"):
            pages += [("reject", record)] if not isinstance(record, Article) else []
        for page, of in pages:
            for method in (client.get, client.post):
                assert method(admin_url(of, page)).status_code == 403, (model, page)
        versions = getattr(record, "history", None)
        if versions is not None and (version := versions.first()):
            assert client.post(admin_url(record, "simple_history", version.pk)).status_code == 403, model
    choices = {"app_label": "meetings", "model_name": "directive", "field_name": "assigner", "term": ""}
    assert client.get(reverse("admin:autocomplete"), choices).status_code == 403


def filled(count: int) -> dict[type[Model], Model]:
    """`count` rows of every kind around one record of each, which is returned."""
    number = Official.objects.count()
    province = make_province()
    officials = [make_official(f"Nguyễn Văn {number + n}", province=province) for n in range(count)]
    bodies = [make_organization(f"Sở {number + n}", province=province) for n in range(count)]
    article = make_article("Nguyễn Văn An, Chủ tịch UBND tỉnh. " + " ".join(f"chữ{n}" for n in range(count)))
    meeting = make_meeting(province=province, body=bodies[0], articles=[article])
    document = make_document(f"{number}-NQ/TW")
    directive = make_directive(meeting, assigner=officials[0], article=article, assignees=bodies)
    roles = [make_role(officials[0], f"Chức vụ {number} {n}", organization=bodies[n]) for n in range(count)]
    for n in range(count):
        make_alias(f"Tên khác {number} {n}", official=officials[0])
        make_alias(f"Tên khác {number} {n}", organization=bodies[0])
        handover = make_handover(bodies[0], make_organization(f"Ban {number + n}", province=province))
        make_mention(officials[0], article, f"chữ{n}")
        make_attestation(roles[0], article if not n else make_article())
        make_appearance(meeting, officials[n], role=roles[0], article=article)
        make_directive(meeting, assigner=officials[n], article=article, same_as=directive)
        target = make_target(meeting, value=number + n, directive=directive, article=article)
        make_citation(document, meeting, article, directive=directive)
        decision = make_decision(meeting, article=article)
        merge = make_merge(officials[n], make_official(f"Nguyễn Văn Ẩn {number + n}", province=province))
        distinction = make_distinction(officials[n], make_official(f"Nguyễn Văn Ân {number + n}", province=province))
        mistake = make_mistake(directive, source="https://example.vn/bai")
        if n:
            make_meeting(province=province, body=bodies[0], articles=[make_article()])
    return {
        Province: province,
        Official: officials[0],
        Merge: merge,
        MistakeReport: mistake,
        Distinction: distinction,
        Organization: bodies[0],
        Alias: officials[0].aliases.all()[0],
        type(handover): handover,
        Role: roles[0],
        Article: article,
        Meeting: meeting,
        Report: meeting.reports.all()[0],
        Mention: article.mentions.all()[0],
        Attestation: roles[0].attestations.all()[0],
        type(directive): directive,
        type(directive.assignments.all()[0]): directive.assignments.all()[0],
        type(target): target,
        LegalDocument: document,
        Citation: document.citations.all()[0],
        Decision: decision,
        type(meeting.appearances.all()[0]): meeting.appearances.all()[0],
    }


def test_lists_and_pages_ask_as_much_for_many_rows_as_for_few(
    admin_client: Client, django_assert_num_queries: Any, django_assert_max_num_queries: Any
) -> None:
    few, many = filled(1), filled(7)
    assert set(few) == set(MODELS)
    for model in MODELS:
        assert admin_client.get(admin_url(few[model], "change")).status_code == 200  # fills what Django caches
        with django_assert_max_num_queries(45) as asked:
            admin_client.get(admin_url(few[model], "change"))
        with django_assert_num_queries(len(asked), info=f"{model.__name__}, its page"):
            admin_client.get(admin_url(many[model], "change"))

    asked_by_list: dict[type[Model], int] = {}
    for model in MODELS:
        with django_assert_max_num_queries(20) as asked:
            assert admin_client.get(admin_url(model, "changelist"), {"q": "o"}).status_code == 200
        asked_by_list[model] = len(asked)
    filled(4)
    for model in MODELS:
        with django_assert_num_queries(asked_by_list[model], info=f"{model.__name__}, the list"):
            admin_client.get(admin_url(model, "changelist"), {"q": "o"})
