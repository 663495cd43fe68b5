"""Targets, documents and articles filtered."""

from __future__ import annotations

import datetime

import pytest

from meetings.filters import ArticleFilter, DocumentFilter, TargetFilter
from meetings.listings import documents
from meetings.models import Article, LegalDocument, Target
from people.facets import FacetedFilterSet
from tests.factories import make_article, make_citation, make_document, make_meeting, make_province, make_target

pytestmark = pytest.mark.django_db


def counts(filters: FacetedFilterSet) -> dict[str, dict[str, int]]:
    return {f.name: {o.value: o.count for o in f.options} for f in filters.facets()}


def test_targets() -> None:
    meeting = make_meeting(province=make_province("Sơn La"))
    make_target(meeting, period="2025")
    make_target(meeting, "xã đạt chuẩn", unit="xã", status="achieved")
    assert counts(TargetFilter({}, queryset=Target.objects.all())) == {
        "status": {"planned": 1, "achieved": 1},
        "indicator": {"thu ngân sách": 1, "xã đạt chuẩn": 1},
        "year": {"2025": 1, "none": 1},
        "province": {"son-la": 2},
        "unit": {"tỷ đồng": 1, "xã": 1},
    }
    found = TargetFilter({"unit": "xã"}, queryset=Target.objects.all()).qs
    assert [target.metric for target in found] == ["xã đạt chuẩn"]


def test_documents_are_counted_once_however_often_a_province_cites_them() -> None:
    meeting = make_meeting(province=make_province("Sơn La"), date=datetime.date(2025, 1, 1))
    often, seldom = make_document("57-NQ/TW"), make_document("06", kind="Đề án", issuer="")
    for _ in range(3):
        make_citation(often, meeting)
    make_citation(seldom, meeting)
    make_citation(make_document("71-NQ/TW"), make_meeting(state="rejected", province=meeting.province))
    filters = DocumentFilter({}, queryset=documents())
    assert counts(filters) == {
        "kind": {"Nghị quyết": 2, "Đề án": 1},
        "issuer": {"Bộ Chính trị": 2, "none": 1},
        "province": {"son-la": 2},
        "year": {"2025": 2},
    }
    assert [(d.number, d.cited, d.meeting_count) for d in filters.qs] == [
        ("57-NQ/TW", 3, 1),
        ("06", 1, 1),
        ("71-NQ/TW", 0, 0),
    ]
    assert LegalDocument.objects.count() == 3


def test_articles() -> None:
    make_article(publisher="Báo Sơn La", reported_on=datetime.date(2025, 1, 2), province=make_province("Sơn La"))
    make_article(subject="other")
    assert counts(ArticleFilter({}, queryset=Article.objects.all())) == {
        "subject": {"meeting": 1, "other": 1},
        "publisher": {"Báo Sơn La": 1, "none": 1},
        "province": {"son-la": 1, "none": 1},
    }
    assert ArticleFilter({"since": "03/01/2025"}, queryset=Article.objects.all()).qs.count() == 0
    assert ArticleFilter({"until": "2025-01-02"}, queryset=Article.objects.all()).qs.count() == 1
