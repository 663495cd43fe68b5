"""The admin of the register: keys stay unique in plain words, changed names stay findable, evidence is shown."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from people.models import Alias, Official, Organization, Province, Role
from tests.desk import admin_url, errors, form_data, save
from tests.factories import (
    make_alias,
    make_appearance,
    make_article,
    make_attestation,
    make_directive,
    make_meeting,
    make_mention,
    make_official,
    make_organization,
    make_province,
    make_role,
)

pytestmark = pytest.mark.django_db


def add(client: Client, model: type[Any], **values: Any):  # type: ignore[no-untyped-def]
    url = admin_url(model, "add")
    return client.post(url, {**form_data(client.get(url)), "_save": "1", **values})  # type: ignore[arg-type]


@pytest.mark.parametrize("placed", [True, False])
def test_a_second_official_of_one_name_must_be_a_homonym(admin_client: Client, placed: bool) -> None:
    province = make_province() if placed else None
    make_official("Nguyễn Văn Hoà", province=province)
    values = {"name": "Nguyễn Văn Hòa", "province": province.pk if province else "", "homonym": "0"}
    assert list(errors(add(admin_client, Official, **values))) == ["homonym"]
    assert add(admin_client, Official, **{**values, "homonym": "1"}).status_code == 302


def test_a_second_organization_of_one_name_needs_another_province(admin_client: Client) -> None:
    make_organization("Sở Tài chính", province=make_province("Nghệ An"))
    values = {"name": "sở tài chính", "kind": "department", "province": make_province("Nghệ An").pk}
    assert list(errors(add(admin_client, Organization, **values))) == ["name"]
    assert add(admin_client, Organization, **{**values, "province": make_province("Phú Thọ").pk}).status_code == 302
    assert add(admin_client, Organization, **{**values, "province": ""}).status_code == 302
    assert list(errors(add(admin_client, Organization, **{**values, "province": ""}))) == ["name"]


def test_a_role_is_held_once_in_a_province(admin_client: Client) -> None:
    role = make_role(title="Chủ tịch UBND tỉnh")
    values = {"official": role.official.pk, "title": "Chủ tịch", "canonical_title": "Chủ tịch UBND tỉnh"}
    assert list(errors(add(admin_client, Role, **values))) == ["canonical_title"]
    assert add(admin_client, Role, **{**values, "canonical_title": "Bí thư Tỉnh ủy"}).status_code == 302


@pytest.mark.parametrize(("official", "organization"), [(True, True), (False, False)])
def test_an_alias_is_of_one(admin_client: Client, official: bool, organization: bool) -> None:
    values = {
        "name": "Tên khác",
        "official": make_official().pk if official else "",
        "organization": make_organization().pk if organization else "",
    }
    assert list(errors(add(admin_client, Alias, **values))) == ["__all__"]


def test_an_alias_is_not_given_twice(admin_client: Client) -> None:
    official = make_official()
    make_alias("Anh Ba", official=official)
    assert list(errors(add(admin_client, Alias, name="anh ba", official=official.pk))) == ["name"]


def test_aliases_are_added_in_place(admin_client: Client) -> None:
    official = make_official()
    row = {"aliases-TOTAL_FORMS": "1", "aliases-0-name": "Anh Ba", "aliases-0-official": official.pk}
    assert save(admin_client, official, **row).status_code == 302
    assert [alias.name for alias in official.aliases.all()] == ["Anh Ba"]


def test_a_changed_name_stays_findable(admin_client: Client) -> None:
    official = make_official("Lê Văn Ba")
    assert save(admin_client, official, name="Lê Văn Bá").status_code == 302
    assert [str(alias) for alias in official.aliases.all()] == ["Lê Văn Ba"]
    official.refresh_from_db()
    assert official.corrected_fields() == ("name",)


def test_what_the_machine_counts_is_not_in_the_form(admin_client: Client) -> None:
    role = make_role(first_attested="2024-01-01", last_attested="2024-02-01")
    fields = set(admin_client.get(admin_url(role, "change")).context["adminform"].form.fields)
    assert not fields & {"first_attested", "last_attested", "rank", "extracted", "title_key", "state", "confidence"}
    save(admin_client, role, first_attested="2000-01-01", rank="1", state="rejected")
    role.refresh_from_db()
    assert (str(role.first_attested), role.rank, role.state) == ("2024-01-01", 20, "read")


def test_an_officials_page_shows_names_in_texts_roles_and_what_refers_to_him(admin_client: Client) -> None:
    official = make_official("Lê Văn Ba")
    make_role(official, "Chủ tịch UBND tỉnh")
    mention = make_mention(official, make_article("Chủ trì là ông Lê Văn Ba."))
    make_appearance(make_meeting(), official)
    page = admin_client.get(admin_url(official, "change"))
    text = page.content.decode()
    assert "Chủ trì là ông <mark>Lê Văn Ba</mark>." in text
    assert f"#w-mention-{mention.pk}" in text
    assert "Chủ tịch UBND tỉnh" in text
    lists = {(str(item.records), item.count) for item in page.context["related_lists"]}
    assert lists == {("Chỗ nhắc tên", 1), ("Lượt tham gia", 1)}
    for item in page.context["related_lists"]:
        assert len(admin_client.get(item.url).context["cl"].result_list) == item.count


def test_a_roles_page_shows_where_it_is_printed(admin_client: Client) -> None:
    role = make_role(title="Chủ tịch")
    make_attestation(role, make_article("Chủ tịch UBND tỉnh chủ trì."))
    assert "<mark>Chủ</mark> tịch UBND" in admin_client.get(admin_url(role, "change")).content.decode()


def test_names_and_titles_that_people_marked_are_listed_apart(admin_client: Client) -> None:
    official, article = make_official("Lê Văn Ba"), make_article("Chủ tịch Lê Văn Ba")
    marks: list[Any] = [make_mention(official, article, by_person=True)]
    marks.append(make_attestation(make_role(official, "Chủ tịch"), article, by_person=True))
    make_mention(official, article, "Ba")
    make_attestation(make_role(official, "Bí thư"), article)
    for mark in marks:
        page = admin_client.get(admin_url(type(mark), "changelist"), {"by_person__exact": 1})
        assert list(page.context["cl"].result_list) == [mark]
        assert "do người thêm" in admin_client.get(admin_url(mark, "change")).content.decode().lower()


def test_an_organizations_page_shows_where_it_is_told_to_act(admin_client: Client) -> None:
    text = "Giao Sở Tài chính trình phương án."
    organization = make_organization("Sở Tài chính")
    directive = make_directive(text="trình", article=make_article(text), quote=text)
    make = directive.assignments.create
    make(organization=organization, words="Sở Tài chính", start=5, end=17, part="lead")
    page = admin_client.get(admin_url(organization, "change")).content.decode()
    assert "Giao <mark>Sở Tài chính</mark> trình phương án." in page
    assert f"#w-directive-{directive.pk}" in page


def test_provinces_are_listed_by_era(admin_client: Client) -> None:
    make_province("Thái Nguyên", former=True)
    url = admin_url(Province, "changelist")
    counts = [admin_client.get(url, {"era": era}).context["cl"].result_count for era in ("today", "former", "x")]
    assert counts == [
        Province.objects.filter(valid_to=None).count(),
        Province.objects.exclude(valid_to=None).count(),
        Province.objects.count(),
    ]


def test_a_province_that_is_referred_to_cannot_be_deleted(admin_client: Client) -> None:
    province = make_province()
    make_meeting(province=province)
    admin_client.post(admin_url(province, "delete"), {"post": "yes"})
    assert Province.objects.filter(pk=province.pk).exists()


def test_the_admin_speaks_vietnamese_and_bears_the_sites_name(admin_client: Client) -> None:
    text = admin_client.get("/admin/").content.decode()
    assert "Việc Tỉnh – Bàn hiệu đính" in text
    assert "Không còn việc cần xem lại" in text
    assert "Đến nội dung chính" in text  # Django's own catalogue has it in English alone
    with translation.override("vi"):  # a request leaves its language behind
        assert "Nothing needs a look" in admin_client.get("/en/admin/").content.decode()


def test_who_took_over_parts_is_edited_in_place(admin_client: Client) -> None:
    labour, health = make_organization("Sở Lao động"), make_organization("Sở Y tế")
    row = {
        "handovers-TOTAL_FORMS": "1",
        "handovers-0-heir": health.pk,
        "handovers-0-former": labour.pk,
        "handovers-0-duties": "trẻ em",
    }
    assert save(admin_client, labour, **row).status_code == 302
    assert [(part.heir, part.duties, part.unverified) for part in labour.handovers.all()] == [(health, "trẻ em", False)]


@pytest.mark.parametrize(
    ("cell", "told"), [("https://example.vn/1|http://example.vn/2", False), ("https://example.vn/1|javascript:x", True)]
)
def test_pages_are_addresses(admin_client: Client, cell: str, told: bool) -> None:
    response = save(admin_client, make_organization("Sở Y tế"), succession_pages=cell)
    assert response.status_code == (200 if told else 302)
    if told:
        assert "javascript:x" in str(errors(response)["succession_pages"])
