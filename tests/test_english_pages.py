"""Pages in English: whatever is Vietnamese there says so."""

from __future__ import annotations

import datetime

import pytest
from django.test import Client

from tests.factories import make_decision, make_directive, make_handover, make_organization, make_role
from tests.languages import unmarked_vietnamese
from tests.public_pages import PAGES, STATES, addresses, make_public_scene


@pytest.mark.parametrize(
    ("page", "found"),
    [
        ('<html lang="en"><body><p>Tasks</p><p lang="vi">Giao việc</p></body>', []),
        ('<html lang="en"><p lang="vi"><b>Giao</b> <i lang="en">việc</i> giao</p>', ["i: việc"]),
        ('<html lang="en"><title>Giao việc</title><br><p>Giao <img alt="sổ"> việc', ["img alt=sổ", "p: việc"]),
        ('<html lang="vi"><p>Giao việc', []),
    ],
)
def test_what_does_not_say_that_it_is_vietnamese_is_found(page: str, found: list[str]) -> None:
    assert unmarked_vietnamese(page) == found


@pytest.mark.django_db
def test_no_english_page_has_vietnamese_that_does_not_say_so(client: Client) -> None:
    scene = make_public_scene()
    told = make_organization("Ban Muối", province=scene.finance.province)
    make_handover(scene.finance, told, "giá muối")
    make_role(scene.official, "Trưởng Ban Muối", organization=told, last_attested=datetime.date(2024, 1, 2))
    make_directive(scene.meeting, "Rà soát.", assignees=[told, "hộ làm muối"], assigner_title="Trưởng Ban Muối")
    make_decision(scene.meeting, "Thông qua tờ trình.", article=scene.article)
    pages = {**addresses(scene, "en"), "another agency": "", "another search": "/en/search/?q=muoi"}
    pages["another agency"] = pages["people:organization_detail"].replace(str(scene.finance.pk), str(told.pk), 1)
    found = {name: unmarked_vietnamese(client.get(page, follow=True).content.decode()) for name, page in pages.items()}
    assert {name: words for name, words in found.items() if words} == {}
    assert found.keys() >= {*PAGES, *STATES}
