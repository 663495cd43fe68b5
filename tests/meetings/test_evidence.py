"""Evidence: words, rule and certainty, each only where there is something to say."""

from __future__ import annotations

import pytest
from django.contrib.auth import get_user_model
from django.template import Context, Template
from django.test import Client

from people.revisions import describe
from tests.factories import make_article, make_directive, make_meeting
from tests.staff import login

pytestmark = pytest.mark.django_db
QUOTE = "Sở Y tế báo cáo trước 15/12."


def shown(record: object, options: str = "") -> str:
    page = Template("{% load evidence %}{% evidence record " + options + " %}").render(Context({"record": record}))
    return " ".join(page.split())


def test_words_and_rule() -> None:
    article = make_article(f"Kết luận: {QUOTE}", title="Bài báo")
    directive = make_directive(make_meeting(), QUOTE, article=article, quote=QUOTE)
    page = shown(directive)
    assert f'<q class="quote" lang="vi">{QUOTE}</q>' in page
    assert f'href="#w-directive-{directive.pk}"' in page
    assert "<code>test</code>, từ ký tự 10 đến 38 của bài “Bài báo”" in page
    assert "chưa chắc" not in page
    assert f'href="/x/#w-directive-{directive.pk}"' in shown(directive, "page='/x/'")
    assert "<q" not in shown(directive, "quote=False")


def test_a_record_that_a_person_added_points_at_no_words() -> None:
    page = shown(make_directive(make_meeting(), "Việc thêm.", by_person=True))
    assert "Do biên tập viên thêm vào." in page
    assert "#w-" not in page
    assert "quy tắc" not in page


def test_words_that_the_text_has_lost_are_shown_and_not_linked() -> None:
    directive = make_directive(make_meeting(), QUOTE, article=make_article(QUOTE, title="Bài báo"), quote=QUOTE)
    directive.start = directive.end = None
    directive.save()
    page = shown(directive)
    assert f'<q class="quote" lang="vi">{QUOTE}</q>' in page
    assert "#w-" not in page
    assert "nay không còn trong bài “Bài báo”" in page
    assert "None" not in page


def test_what_a_person_set_right_is_named() -> None:
    directive = make_directive(make_meeting(), QUOTE, article=make_article(QUOTE), quote=QUOTE)
    directive.text = "Sở Y tế báo cáo."
    directive.save()
    describe([directive])
    page = shown(directive)
    assert "đã hiệu đính ngày" in page
    assert "Sở Y tế báo cáo." in page
    assert "đã hiệu đính ngày" not in shown(directive, "revised=False")


def test_quotes_are_escaped() -> None:
    article = make_article("<b>đậm</b>")
    assert "<b>" not in shown(make_directive(make_meeting(), "x", article=article, quote="<b>đậm</b>"))


@pytest.mark.parametrize(
    ("staff", "superuser", "offered"), [(True, True, True), (True, False, False), (False, False, False)]
)
def test_only_who_may_change_a_record_is_offered_to(
    client: Client, staff: bool, superuser: bool, offered: bool
) -> None:
    user = get_user_model().objects.create_user("an", is_staff=staff, is_superuser=superuser)
    directive = make_directive(make_meeting(), QUOTE)
    login(client, user)
    page = client.get(directive.get_absolute_url()).content.decode()
    assert (f"/admin/meetings/directive/{directive.pk}/change/" in page) is offered


def test_a_reader_is_offered_no_form(client: Client) -> None:
    assert "/change/" not in client.get(make_directive(make_meeting()).get_absolute_url()).content.decode()
