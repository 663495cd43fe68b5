"""Every page below /admin/, and who gets no further than its door: a page that is not in the table fails the tests.

Whoever adds a page adds a line to PAGES (or, for a page that each kind of record has, to RECORD_PAGES).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pytest
from django.apps import apps
from django.contrib.admin import site
from django.contrib.auth.models import User
from django.db.models import Model
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from people.corrections import Correctable
from people.models import Official, Organization
from tests.people.desk.test_site import filled
from tests.staff import login, make_administrator, make_device, make_editor, make_reviewer, make_staff

pytestmark = pytest.mark.django_db

# Who somebody is, each with more rights than the one before.
VISITOR, READER, HALF_IN, STAFF, EDITOR, REVIEWER, ADMINISTRATOR = WHO = range(7)
NAMES = ("visitor", "reader", "half in", "staff", "editor", "reviewer", "administrator")
# Whose business a page is that Django guards by the permissions of the model: tests of the models' admins say more.
BY_MODEL = STAFF
Records = dict[type[Model], Model]


@dataclass(frozen=True, slots=True)
class Page:
    """The least of those who may GET and POST a page, and what its address is made of where it is no record's key."""

    get: int
    post: int
    arguments: Callable[[Records], Sequence[Any]] | None = None


def article(records: Records) -> int:
    """The key of an article."""
    return int(records[apps.get_model("meetings", "Article")].pk)


PAGES = {
    "admin:index": Page(STAFF, STAFF),
    "admin:login": Page(VISITOR, VISITOR),
    "admin:logout": Page(VISITOR, VISITOR),
    "admin:jsi18n": Page(VISITOR, VISITOR),
    "admin:password_change": Page(STAFF, STAFF),
    "admin:password_change_done": Page(STAFF, STAFF),
    "admin:autocomplete": Page(BY_MODEL, BY_MODEL),
    "admin:view_on_site": Page(
        STAFF,
        STAFF,
        lambda records: (apps.get_model("contenttypes", "ContentType").objects.get_for_model(User).pk, 1),
    ),
    "admin:app_list": Page(BY_MODEL, BY_MODEL, lambda records: ("people",)),
    "admin:auth_user_password_change": Page(ADMINISTRATOR, ADMINISTRATOR),
    "admin:auth_user_reset": Page(ADMINISTRATOR, ADMINISTRATOR),
    # Each of the two knows one method.
    "review:queue": Page(EDITOR, STAFF),
    "review:next": Page(STAFF, EDITOR),
    "review:article": Page(EDITOR, STAFF, lambda records: (article(records),)),
    "review:act": Page(STAFF, EDITOR, lambda records: (article(records),)),
    "review:add": Page(EDITOR, EDITOR, lambda records: (article(records),)),
    "review:correct": Page(EDITOR, EDITOR, lambda records: (article(records), f"article-{article(records)}")),
    "admin:people_merge_undo": Page(EDITOR, REVIEWER),
    "admin:meetings_appearance_move": Page(EDITOR, EDITOR, lambda records: (records[Official].pk,)),
    "admin:meetings_directive_repeats": Page(
        EDITOR, EDITOR, lambda records: (records[apps.get_model("meetings", "Directive")].pk,)
    ),
    "admin:meetings_assignment_move": Page(EDITOR, EDITOR, lambda records: (records[Organization].pk,)),
    "accounts:account": Page(STAFF, STAFF),
    "accounts:code": Page(HALF_IN, HALF_IN),
    "accounts:enrol": Page(HALF_IN, HALF_IN),
    "accounts:recovery": Page(STAFF, STAFF),
    "accounts:new_codes": Page(STAFF, STAFF),
    "accounts:everywhere": Page(STAFF, STAFF),
    "accounts:resume": Page(STAFF, STAFF),
    "accounts:leave": Page(VISITOR, VISITOR),
}
RECORD_PAGES = {
    "changelist": Page(BY_MODEL, BY_MODEL),
    "add": Page(BY_MODEL, BY_MODEL),
    "change": Page(BY_MODEL, BY_MODEL),
    "delete": Page(BY_MODEL, BY_MODEL),
    "history": Page(BY_MODEL, BY_MODEL),
    "simple_history": Page(EDITOR, REVIEWER, lambda records: ()),
    "reject": Page(REVIEWER, REVIEWER),
    "duplicates": Page(EDITOR, EDITOR),
    "resembling": Page(EDITOR, EDITOR),
    "compare": Page(EDITOR, REVIEWER, lambda records: (1, 2)),
}


def walk(patterns: Sequence[Any], route: str = "", space: str = "") -> Iterator[tuple[str, str, Sequence[str]]]:
    """Route, full name and the names of the arguments of every page."""
    for one in patterns:
        here = route + str(one.pattern)
        if isinstance(one, URLResolver):
            yield from walk(one.url_patterns, here, f"{one.namespace}:" if one.namespace else space)
        elif isinstance(one, URLPattern):
            yield here, space + one.name if one.name else "", tuple(one.pattern.regex.groupindex)


ALL = [(name, arguments) for route, name, arguments in walk(get_resolver().url_patterns) if route.startswith("admin/")]
NAMED = sorted({(name, arguments) for name, arguments in ALL if name})


def models() -> dict[str, type[Model]]:
    return {f"admin:{model._meta.app_label}_{model._meta.model_name}_": model for model in site._registry}


def page_of(name: str) -> tuple[Page | None, type[Model] | None]:
    """The line of the table for a page, and the model that it is about."""
    model = next((model for prefix, model in models().items() if name.startswith(prefix)), None)
    if name in PAGES or model is None:
        return PAGES.get(name), model
    return RECORD_PAGES.get(name.removeprefix(f"admin:{model._meta.app_label}_{model._meta.model_name}_")), model


def address(name: str, arguments: Sequence[str], page: Page, record: Model | None, records: Records) -> str:
    if name.endswith("_simple_history"):
        assert record is not None
        versioned: Any = type(record)
        history = versioned.history
        if not history.filter(id=record.pk).exists():
            history.bulk_history_create([record])
        version = history.filter(id=record.pk).first()
        return reverse(name, args=[record.pk, version.pk])
    if page.arguments is not None:
        return reverse(name, args=page.arguments(records))
    if arguments:
        assert record is not None, f"{name} needs arguments: say in PAGES where they come from"
        assert len(arguments) == 1, f"{name} needs arguments: say in PAGES where they come from"
        return reverse(name, args=[record.pk])
    return reverse(name)


def come_in(who: int) -> Client:
    client = Client()
    if who == READER:
        login(client, User.objects.create_user(f"reader-{User.objects.count()}"))
    elif who == HALF_IN:
        user = make_editor()
        make_device(user)
        client.force_login(user)
    elif who > HALF_IN:
        make = {STAFF: make_staff, EDITOR: make_editor, REVIEWER: make_reviewer, ADMINISTRATOR: make_administrator}
        login(client, make[who]())
    return client


def turned_away(answer: Any) -> bool:
    """Whether an answer is a refusal, or asks who it is."""
    door = ("/admin/login/", "/admin/account/code/", "/admin/account/enrol/")
    return answer.status_code == 403 or (answer.status_code == 302 and answer.headers["Location"].startswith(door))


def test_every_page_is_in_the_table() -> None:
    unknown = [name for name, _ in NAMED if page_of(name)[0] is None]
    assert unknown == [], "say in PAGES or RECORD_PAGES who may open them"


def test_no_line_of_the_table_is_about_a_page_that_is_gone() -> None:
    assert set(PAGES) <= {name for name, _ in NAMED}


@pytest.mark.parametrize("who", WHO, ids=NAMES)
def test_pages_turn_away_whom_they_are_not_for(who: int) -> None:
    records: Records = {**filled(1), User: make_staff()}
    client = come_in(who)
    wrong = []
    for name, arguments in NAMED:
        page, model = page_of(name)
        assert page is not None, name
        record = records.get(model) if model is not None else None
        if arguments and page.arguments is None and record is None:
            continue  # of a group: its admin's tests
        where = address(name, arguments, page, record, records)
        for method, least in (("get", page.get), ("post", page.post)):
            if least == VISITOR or (least == BY_MODEL and who >= STAFF):
                continue
            if least == HALF_IN and who >= HALF_IN:
                continue  # these are the door
            answer = getattr(client, method)(where)
            if turned_away(answer) is not (who < least):
                wrong.append((method, where, answer.status_code))
    assert wrong == []


@pytest.mark.parametrize("where", ["/admin/people/official/1/", "/admin/no/such/page", "/admin/people/official"])
@pytest.mark.parametrize("who", [VISITOR, READER, HALF_IN], ids=NAMES[:3])
def test_not_even_what_exists_is_told_outside(who: int, where: str) -> None:
    assert turned_away(come_in(who).get(where))


def test_staff_without_a_role_are_refused_by_every_kind_of_record() -> None:
    records: Records = {**filled(1), User: make_staff()}
    client = come_in(STAFF)
    wrong = []
    for name, arguments in NAMED:
        page, model = page_of(name)
        if model is None or page is None or (arguments and model not in records):
            continue
        where = address(name, arguments, page, records.get(model), records)
        wrong += [(where, m) for m in ("get", "post") if getattr(client, m)(where).status_code != 403]
    assert wrong == []


def test_an_editor_gets_into_every_kind_of_record_but_to_no_user() -> None:
    client = come_in(EDITOR)
    for prefix, model in models().items():
        status = client.get(reverse(f"{prefix}changelist")).status_code
        assert status == (403 if model._meta.app_label == "auth" else 200), model
    assert [model for model in site._registry if issubclass(model, Correctable)]
