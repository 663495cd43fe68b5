"""The admin of articles: the text is read only, what the list or the machine says of it can be set right."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from meetings.models import Article
from tests.desk import admin_url, save
from tests.factories import make_article

pytestmark = pytest.mark.django_db


def test_the_subject_is_corrected_and_the_text_is_not(admin_client: Client) -> None:
    article = make_article("Nguyên văn.", detection_quote="Nguyên", detection_rule="lead")
    forbidden = {"text": "Sửa", "sha256": "0", "file_name": "x.txt", "extractor_version": "9"}
    assert save(admin_client, article, subject="other", **forbidden).status_code == 302
    kept = Article.objects.get()
    assert kept.corrected_fields() == ("subject",)
    assert (kept.text, kept.sha256, kept.file_name) == ("Nguyên văn.", article.sha256, article.file_name)
    kept.follow({"subject": "meeting"})
    assert kept.subject == "other"


def test_the_text_is_escaped(admin_client: Client) -> None:
    article = make_article("<script>alert(1)</script>")
    text = admin_client.get(admin_url(article, "change")).content.decode()
    assert "&lt;script&gt;alert(1)" in text
    assert "<script>alert" not in text


def test_articles_come_from_files_alone(admin_client: Client) -> None:
    assert admin_client.get(admin_url(Article, "add")).status_code == 403


def test_a_list_does_not_fetch_texts(admin_client: Client, django_assert_num_queries: Any) -> None:
    url = admin_url(Article, "changelist")
    make_article("a" * 1000)
    admin_client.get(url)
    with django_assert_num_queries(12) as asked:
        admin_client.get(url)
    assert not any('"text"' in query["sql"] for query in asked.captured_queries)
    for number in range(8):
        make_article(f"b {number}")
    with django_assert_num_queries(12):
        admin_client.get(url)


def test_an_article_is_not_rejected_as_a_reading_is(admin_client: Client) -> None:
    article = make_article("Một bài báo.")
    page = admin_client.get(admin_url(article, "change")).content.decode()
    assert "_confirm" in page
    assert "record-reject" not in page
    assert admin_client.get(f"/admin/meetings/article/{article.pk}/reject/").status_code in (302, 404)
    assert 'value="reject_selected"' not in admin_client.get(admin_url(Article, "changelist")).content.decode()
    article.refresh_from_db()
    assert article.state == "read"
