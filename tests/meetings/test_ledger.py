"""The rows and groups of the ledger of tasks."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from meetings.ledger import groups_of, with_columns, with_parts
from meetings.models import Directive
from tests.factories import make_article, make_assignment, make_citation, make_directive, make_document, make_meeting

pytestmark = pytest.mark.django_db


def ledger(by_meeting: bool = True, first: int = 1) -> list[tuple[str, list[tuple[int, str]]]]:
    """Groups as (meeting, [(number, task)])."""
    rows = with_columns(with_parts(Directive.objects.order_by("pk")))
    groups = groups_of(rows, keys(rows), by_meeting=by_meeting, first=first)
    return [("".join(map(str, g.meetings)), [(r.number, r.directive.text) for r in g.rows]) for g in groups]


def keys(rows: Iterable[Directive]) -> list[tuple[int, int]]:
    return [(directive.pk, directive.meeting_id) for directive in rows]


def test_tasks_stand_under_the_meetings_that_they_follow() -> None:
    first, second = make_meeting("Phiên họp một"), make_meeting("Phiên họp hai")
    for meeting, text in ((first, "a"), (first, "b"), (second, "c")):
        make_directive(meeting, text)
    assert ledger() == [(str(first), [(1, "a"), (2, "b")]), (str(second), [(3, "c")])]
    assert ledger(by_meeting=False, first=21) == [("", [(21, "a"), (22, "b"), (23, "c")])]


def test_without_tasks_there_is_no_group() -> None:
    assert ledger() == ledger(by_meeting=False) == []


def test_whoever_leads_comes_first_and_coordinators_stand_apart() -> None:
    task = make_directive()
    for order, (words, part) in enumerate(
        [("Sở Y tế", "assignee"), ("Sở Tài chính", "lead"), ("Công an tỉnh", "coordinate")]
    ):
        make_assignment(task, words, part=part, order=order)
    make_assignment(task, "Sở Nội vụ", state="rejected")
    rows = with_parts(Directive.objects.all())
    [group] = groups_of(rows, keys(rows), by_meeting=True)
    assert [part.words for part in group.rows[0].leading] == ["Sở Tài chính", "Sở Y tế"]
    assert [part.words for part in group.rows[0].coordinating] == ["Công an tỉnh"]


def test_a_document_cited_twice_comes_in_a_row_and_no_text_is_fetched() -> None:
    article = make_article("Giao Sở Tài chính trình phương án.")
    task = make_directive(make_meeting(), article=article)
    one, other = make_document("57-NQ/TW"), make_document("30-CT/TW")
    for document in (one, other, one):
        make_citation(document, task.meeting, directive=task)
    found = with_columns(with_parts(Directive.objects.all())).get()
    assert [citation.document for citation in found.cites] == [one, one, other]  # type: ignore[attr-defined]
    assert "text" in found.article.get_deferred_fields()  # type: ignore[union-attr]
