"""The pages of single tasks, figures, documents and articles."""

from __future__ import annotations

import datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from meetings.models import Appearance, Article, Attestation, Mention
from tests.factories import make_article, make_citation, make_directive, make_meeting, make_province, make_target
from tests.meetings.views.pages import TASK, Scene, make_scene, markup, queries, words

pytestmark = pytest.mark.django_db


def test_a_task_shows_who_when_and_the_words_around(client: Client) -> None:
    scene = make_scene()
    page = words(client, scene.directive.get_absolute_url())
    for said in (TASK, "Chủ trì: Sở Tài chính", "Phối hợp: Sở Y tế", "“trước ngày 15/12”", "chậm nhất 15/12/2024"):
        assert said in page
    assert "… UBND tỉnh thống nhất" in page or "UBND tỉnh thống nhất" in page  # the sentence before it
    assert f"#w-directive-{scene.directive.pk}" in markup(client, scene.directive.get_absolute_url())


def test_a_figure_stands_beside_others_of_its_indicator_in_the_province(client: Client) -> None:
    scene = make_scene()
    former = make_province("Nghệ An", former=True)
    former.successor = scene.meeting.province
    former.save()
    then = make_meeting("Phiên họp cũ", province=former)
    elsewhere = make_meeting("Phiên họp tỉnh khác", province=make_province("Sơn La"))
    make_target(then, value="24500", status="achieved", period="2023")
    make_target(elsewhere, value="7000")
    page = words(client, scene.target.get_absolute_url())
    assert "24.500" in page
    assert "Phiên họp cũ" in page
    assert "7.000" not in page


@pytest.mark.parametrize("record", ["directive", "target"])
def test_words_that_the_text_has_lost_are_quoted_without_it(client: Client, record: str) -> None:
    scene = make_scene()
    row = getattr(scene, record)
    row.start = row.end = None
    row.save()
    page = words(client, row.get_absolute_url())
    assert f"Bản trước của bài “Phiên họp 0” có những chữ này: {row.quote}" in page
    assert f"#w-{record}-" not in markup(client, row.get_absolute_url())


def test_names_and_titles_that_the_text_has_lost_lead_to_no_words(client: Client) -> None:
    scene = make_scene()
    pages = [scene.meeting.get_absolute_url(), scene.official.get_absolute_url()]
    assert all("#w-mention-" in markup(client, page) or "#w-attestation-" in markup(client, page) for page in pages)
    for rows in (Mention.objects, Attestation.objects, Appearance.objects):
        rows.update(start=None, end=None)
    for page in pages:
        assert scene.official.name in words(client, page)
        for kind in ("mention", "attestation", "appearance"):
            assert f"#w-{kind}-" not in markup(client, page)


def test_a_figure_of_an_unplaced_meeting_stands_alone(client: Client) -> None:
    first, second = make_target(make_meeting("Họp một")), make_target(make_meeting("Họp hai"), value="5")
    assert second.meeting.title not in words(client, first.get_absolute_url())


def test_a_document_says_who_cites_it_in_which_words(client: Client) -> None:
    scene = make_scene()
    hidden = make_meeting("Cuộc họp đã loại", state="rejected")
    make_citation(scene.document, hidden)
    page = words(client, scene.document.get_absolute_url())
    for said in ("Bộ Chính trị", scene.meeting.title, "Nghị quyết số 57-NQ/TW", "ở 1 chỗ, tại 1 cuộc họp"):
        assert said in page
    assert hidden.title not in page


def test_an_article_shows_its_text_with_links_to_the_meeting(client: Client) -> None:
    scene = make_scene()
    page = markup(client, scene.article.get_absolute_url())
    assert f'href="{scene.meeting.get_absolute_url()}#directive-{scene.directive.pk}"' in page
    assert "Không lấy mục nào từ bài này" not in page


def test_an_article_about_something_else_says_why(client: Client) -> None:
    article = make_article(
        "Thủ tướng Chính phủ chủ trì hội nghị toàn quốc.",
        subject=Article.Subject.OTHER,
        detection_rule="held by a nation body",
        detection_quote="Thủ tướng Chính phủ",
    )
    page = markup(client, article.get_absolute_url())
    assert "Không lấy mục nào từ bài này" in page
    assert '<q lang="vi">Thủ tướng Chính phủ</q>' in page
    assert "<code>held by a nation body</code>" in page
    assert '<mark class="words words-meeting" id="w-detection"><a href="#why">Thủ tướng Chính phủ</a></mark>' in page


@pytest.mark.parametrize("state", ["rejected", "withdrawn"])
@pytest.mark.parametrize("record", ["directive", "target", "document", "article"])
def test_what_is_not_published_has_no_page_and_no_place_in_lists(client: Client, record: str, state: str) -> None:
    shown = getattr(make_scene(), record)
    shown.state = state
    shown.save()
    assert client.get(shown.get_absolute_url()).status_code == 404
    assert f'href="{shown.get_absolute_url()}"' not in markup(client, reverse(f"meetings:{record}_list"))


@pytest.mark.parametrize("record", ["directive", "target"])
def test_records_of_a_meeting_that_is_not_published_are_not_either(client: Client, record: str) -> None:
    scene = make_scene()
    scene.meeting.state = "rejected"
    scene.meeting.save()
    assert client.get(getattr(scene, record).get_absolute_url()).status_code == 404
    assert "Chưa có gì ở đây." in words(client, reverse(f"meetings:{record}_list"))


@pytest.mark.parametrize("record", ["directive", "target", "document", "article"])
def test_an_id_alone_leads_to_the_record(client: Client, record: str) -> None:
    shown = getattr(make_scene(), record)
    for address in (
        reverse(f"meetings:{record}", args=[shown.pk]),
        reverse(f"meetings:{record}_detail", args=[1, "x"]),
    ):
        answer = client.get(address.replace("/1-x", f"/{shown.pk}-x"))
        assert (answer.status_code, answer.headers["Location"]) == (301, shown.get_absolute_url())


def test_a_retelling_points_to_the_first_telling(client: Client) -> None:
    scene = make_scene()
    told = make_directive(scene.meeting, "Sở Tài chính trình phương án.", same_as=scene.directive)
    assert f'href="{scene.directive.get_absolute_url()}"' in markup(client, told.get_absolute_url())
    assert told.get_absolute_url() not in markup(client, reverse("meetings:directive_list"))


@pytest.mark.parametrize("record", ["directive", "target", "document", "article"])
def test_queries_do_not_grow(client: Client, record: str) -> None:
    scene = make_scene()
    make_target(scene.meeting, value=0, article=scene.article)  # the figure has a series from the start
    Article.objects.update(title="")  # it is then called by its first words
    scene.article.refresh_from_db()
    address = getattr(scene, record).get_absolute_url()
    few = queries(client, address)
    _more(scene)
    Article.objects.update(title="")
    assert queries(client, address) <= few
    assert few <= 15


def _more(scene: Scene) -> None:
    for number in range(1, 6):
        make_scene(number)
        make_directive(scene.meeting, f"Việc {number}.", article=scene.article, same_as=scene.directive)
        make_target(scene.meeting, value=number, article=scene.article)
        make_target(scene.meeting, value=number, directive=scene.directive, same_as=scene.target, article=scene.article)
        make_citation(scene.document, scene.meeting, scene.article, directive=scene.directive)


@pytest.mark.parametrize(
    ("days", "said"),
    [(30, "Còn hạn"), (3, "Sắp đến hạn"), (-3, "Đã qua mốc thời gian trong văn bản; chưa thấy tin về kết quả")],
)
def test_how_a_deadline_stands_in_the_list(client: Client, days: int, said: str) -> None:
    make_directive(deadline_to=timezone.localdate() + datetime.timedelta(days=days))
    rows = markup(client, reverse("meetings:directive_list")).partition('<table class="ledger">')[2]
    assert said in rows
    assert "quá hạn" not in rows.lower()


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"value": "8", "value_high": "8.5", "unit": "%"}, "8 đến 8,5%"),
        ({"value": "327", "of_total": "411", "unit": "xã"}, "327 trên tổng số 411"),
        ({"comparator": "~", "value": "1573.1"}, "khoảng 1.573,1"),
    ],
)
def test_figures_in_the_list(client: Client, values: dict[str, Any], said: str) -> None:
    make_target(**values)
    assert said in words(client, reverse("meetings:target_list"))
