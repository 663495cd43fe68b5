"""No record stands whose meeting or task a reading took from view; what a person said of a part holds the whole."""

from __future__ import annotations

from typing import Any

import pytest

from meetings.models import Appearance, Article, Assignment, Citation, Directive, Meeting
from people.corrections import State
from tests import factories
from tests.meetings.telling import Telling

pytestmark = pytest.mark.django_db

TEXT = """Sáng 27/3, UBND tỉnh họp. Ông Trần Bảo Lâm, Chủ tịch UBND tỉnh chủ trì.
Giao Sở Tài chính trình phương án theo Nghị quyết 57-NQ/TW. Giao Sở Y tế rà soát danh mục thuốc."""
FIRST = "Giao Sở Tài chính trình phương án theo Nghị quyết 57-NQ/TW."
SECOND = "Giao Sở Y tế rà soát danh mục thuốc."


def told(*, first: bool = True, title: str = "Chủ tịch UBND tỉnh", **values: Any) -> Telling:
    telling = Telling(TEXT, **values).official("Trần Bảo Lâm", "Chủ tịch UBND tỉnh")
    telling.appearance("Trần Bảo Lâm", "chairs", "chủ trì", title).reference("Nghị quyết 57-NQ/TW", "57-NQ/TW")
    if first:
        telling.directive(FIRST, "Sở Tài chính", "các sở")
    return telling.directive(SECOND, "Sở Y tế")


def test_a_task_of_which_a_person_corrected_who_is_told_stays() -> None:
    article, _ = told().loads()
    assignment = Assignment.objects.get(words="các sở")
    assignment.words = "các sở, ngành"
    assignment.save()
    told(first=False).loads(article)
    assert Directive.objects.get(text=FIRST).state == State.READ
    assert Assignment.objects.get(pk=assignment.pk).words == "các sở, ngành"


def test_a_task_to_which_a_person_tied_a_citation_stays() -> None:
    article, _ = told().loads()
    second = Directive.objects.get(text=SECOND)
    Citation.objects.update(directive=second)
    Telling(TEXT).official("Trần Bảo Lâm", "Chủ tịch UBND tỉnh").loads(article)
    assert Directive.objects.get(pk=second.pk).state == State.READ
    assert Citation.objects.get().directive == second


def test_a_record_that_a_person_pointed_another_to_stays() -> None:
    article, _ = told().loads()
    first, second = Directive.objects.order_by("order")
    second.same_as = first
    second.save()
    told(first=False).loads(article)
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.same_as) == (State.READ, first)


def test_a_meeting_with_a_confirmed_record_stays_and_leaves_with_it() -> None:
    article, _ = told().loads()
    kept = Directive.objects.get(text=SECOND)
    kept.state = State.CONFIRMED
    kept.save()
    Telling(TEXT, is_meeting=False).loads(article)
    assert Meeting.objects.get().state == State.READ
    kept.state = State.REJECTED
    kept.save()
    Telling(TEXT, is_meeting=False).loads(article)
    assert Meeting.objects.get().state == State.WITHDRAWN


@pytest.mark.parametrize("date", ["2024-03-27", None])
def test_a_text_that_tells_of_a_meeting_again_tells_of_the_same_one(date: str | None) -> None:
    article, _ = told(date=date).loads()
    meeting = Meeting.objects.get()
    meeting.title = "Tên đúng"
    meeting.save()
    Telling(TEXT, is_meeting=False).loads(article)
    told(date=date).loads(article)
    assert Meeting.objects.get().title == "Tên đúng"
    assert Directive.objects.published().filter(meeting=meeting).count() == 2


def test_what_a_person_added_goes_where_the_article_went() -> None:
    other = Telling("UBND tỉnh họp ngày 29/3.", date="2024-03-29")
    other.loads()
    article, _ = told().loads()
    meeting = Meeting.objects.get(reports__article=article)
    made = factories.make_directive(meeting, "Việc khác.", by_person=True)
    told(date="2024-03-29").loads(article)
    made.refresh_from_db()
    assert made.meeting == Meeting.objects.get(reports__article=article) != meeting
    meeting.refresh_from_db()
    assert meeting.state == State.WITHDRAWN


@pytest.mark.parametrize("title", ["Chủ tịch", None])
def test_a_rejected_appearance_does_not_come_back_under_another_title(title: str | None) -> None:
    article, _ = told().loads()
    Appearance.objects.update(state=State.REJECTED)
    for _ in range(2):
        told(title=title or "").loads(article)
        assert Appearance.objects.get().state == State.REJECTED


def test_a_rejected_assignment_does_not_come_back_under_another_form_of_the_name() -> None:
    article, _ = told().loads()
    Assignment.objects.filter(words="Sở Tài chính").update(state=State.REJECTED)
    again = Telling(TEXT).directive(FIRST, "Sở Tài chính tỉnh", "các sở")
    again.loads(article)
    assert sorted(Assignment.objects.filter(directive__text=FIRST).values_list("words", "state")) == [
        ("Sở Tài chính tỉnh", State.REJECTED),
        ("các sở", State.READ),
    ]


def test_places_of_kept_assignments_move_with_the_text() -> None:
    article, _ = told().loads()
    assignment = Assignment.objects.get(words="Sở Y tế")
    start = TEXT.index("Sở Y tế")
    assignment.start, assignment.end, assignment.part = start, start + len("Sở Y tế"), "coordinate"
    assignment.save()
    longer = "Tin của báo tỉnh.\n" + TEXT
    Telling(longer).loads(article)
    assignment.refresh_from_db()
    assert longer[assignment.start : assignment.end] == "Sở Y tế"
    Telling("UBND tỉnh họp.").loads(article)
    assignment.refresh_from_db()
    assert [assignment.start, assignment.end, assignment.words] == [None, None, "Sở Y tế"]


def test_a_deadline_whose_words_are_gone_has_no_place() -> None:
    text = "UBND tỉnh họp. Giao Sở Y tế rà soát danh mục thuốc. Việc này xong trước ngày 15/4."
    telling = Telling(text).directive(SECOND, "Sở Y tế", deadline=("trước ngày 15/4", "2024-04-15"))
    article, _ = telling.loads()
    Directive.objects.update(strength="note")
    later = text.replace("trước ngày 15/4", "trong quý tới")
    Telling(f"Tin.\n{later}").loads(article)
    directive = Directive.objects.get()
    assert f"Tin.\n{later}"[directive.start : directive.end] == SECOND
    assert directive.deadline_start is None
    assert Article.objects.get().text.startswith("Tin.")


def test_words_of_kept_records_move_when_the_text_becomes_another_ones() -> None:
    article, _ = told().loads()
    Directive.objects.filter(text=FIRST).update(state=State.CONFIRMED)
    shorter = TEXT.replace(" Giao Sở Y tế rà soát danh mục thuốc.", "").replace("Sáng 27/3, ", "")
    Telling(shorter, is_meeting=False).loads(article)
    kept, gone = Directive.objects.order_by("order")
    assert (kept.state, shorter[kept.start : kept.end]) == (State.CONFIRMED, FIRST)
    assert (gone.state, gone.start) == (State.WITHDRAWN, None)
