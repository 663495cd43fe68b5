"""A meeting's dossier: first tellings in the order of the texts, each with what else tells of it."""

from __future__ import annotations

import datetime

import pytest

from meetings.dossier import Dossier
from tests.factories import make_article, make_citation, make_directive, make_document, make_meeting, make_report

pytestmark = pytest.mark.django_db


def test_tasks_are_numbered_in_the_order_of_the_texts_the_older_text_first() -> None:
    newer = make_article("Việc ba. Việc bốn.", reported_on=datetime.date(2025, 2, 2))
    older = make_article("Việc một. Việc hai.", reported_on=datetime.date(2025, 1, 1))
    meeting = make_meeting(articles=[newer, older])
    for words, article in (("Việc bốn.", newer), ("Việc hai.", older), ("Việc ba.", newer), ("Việc một.", older)):
        make_directive(meeting, words, article=article, quote=words)
    make_directive(meeting, "Việc thêm.", by_person=True)
    tasks = Dossier(meeting).directives
    assert [task.text for task in tasks] == ["Việc một.", "Việc hai.", "Việc ba.", "Việc bốn.", "Việc thêm."]
    assert [task.number for task in tasks] == [1, 2, 3, 4, 5]  # type: ignore[attr-defined]


def test_retellings_are_with_the_first_unless_rejected() -> None:
    meeting = make_meeting()
    first = make_directive(meeting, "Việc một.")
    again = make_directive(meeting, "Một việc.", same_as=first)
    make_directive(meeting, "Nhầm.", same_as=first, state="rejected")
    (task,) = Dossier(meeting).directives
    assert (task, task.also_told) == (first, [again])  # type: ignore[attr-defined]


def test_a_text_is_fetched_once_for_all_its_records() -> None:
    article = make_article("Việc một. Việc hai.")
    meeting = make_meeting(articles=[article])
    for words in ("Việc một.", "Việc hai."):
        make_directive(meeting, words, article=article, quote=words)
    one, two = Dossier(meeting).directives
    assert one.article is two.article


def test_a_record_of_an_article_without_a_report_still_has_its_article() -> None:
    meeting = make_meeting()
    make_report(meeting)
    elsewhere = make_article("Việc một.")
    make_directive(meeting, article=elsewhere)
    assert Dossier(meeting).directives[0].article == elsewhere


def test_documents_have_all_their_places() -> None:
    meeting = make_meeting()
    for number in ("71-NQ/TW", "57-NQ/TW", "71-NQ/TW"):
        make_citation(make_document(number), meeting)
    found = [(str(document), len(places)) for document, places in Dossier(meeting).documents]
    assert found == [("Nghị quyết 57-NQ/TW", 1), ("Nghị quyết 71-NQ/TW", 2)]
