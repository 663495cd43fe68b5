"""A record keeps its row through readings, and what people set right, rejected or made outlives every one of them."""

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from meetings.models import (
    Appearance,
    Assignment,
    Citation,
    Decision,
    Directive,
    LegalDocument,
    Meeting,
    Mention,
    Target,
)
from meetings.reconcile import Tally
from people.corrections import State
from people.models import Official, Organization, Role
from tests import factories
from tests.meetings.telling import Telling

pytestmark = pytest.mark.django_db

TEXT = """Sáng 27/3, UBND tỉnh họp. Ông Trần Bảo Lâm, Chủ tịch UBND tỉnh chủ trì.
Ông Trần Bảo Lâm giao Sở Tài chính trình phương án theo Nghị quyết 57-NQ/TW trước ngày 15/4.
Sở Y tế rà soát danh mục thuốc. Thu ngân sách phấn đấu đạt 26.000 tỷ đồng.
UBND tỉnh thống nhất thông qua tờ trình."""
ORDER = "Ông Trần Bảo Lâm giao Sở Tài chính trình phương án theo Nghị quyết 57-NQ/TW trước ngày 15/4."
SECOND = "Sở Y tế rà soát danh mục thuốc."


def told(text: str = TEXT) -> Telling:
    return (
        Telling(text)
        .official("Trần Bảo Lâm", "Chủ tịch UBND tỉnh")
        .appearance("Trần Bảo Lâm", "chairs", "chủ trì")
        .directive(ORDER, "Sở Tài chính", assigner="Trần Bảo Lâm", deadline=("trước ngày 15/4", "2024-04-15"))
        .directive(SECOND, "Sở Y tế", assigner="Trần Bảo Lâm")
        .target("26.000 tỷ đồng", "thu ngân sách", "26000", "tỷ đồng", period="2024")
        .reference("Nghị quyết 57-NQ/TW", "57-NQ/TW", "Bộ Chính trị")
        .decision("UBND tỉnh thống nhất thông qua tờ trình.")
    )


RECORDS: tuple[Any, ...] = (Meeting, Role, Appearance, Directive, Assignment, Target, Citation, Decision)


def rows() -> dict[Any, list[int]]:
    return {model: list(model.objects.order_by("pk").values_list("pk", flat=True)) for model in RECORDS}


def test_facts_become_records_with_their_words() -> None:
    article, tally = told().loads()
    meeting = Meeting.objects.get()
    assert (meeting.date, meeting.year, str(meeting.body), str(meeting.province)) == (
        datetime.date(2024, 3, 27),
        2024,
        "UBND tỉnh",
        "Nghệ An",
    )
    first, second = Directive.objects.order_by("order")
    assert first.quote == first.text == TEXT[first.start : first.end] == ORDER
    assert first.assigner == Official.objects.get(name="Trần Bảo Lâm")
    assert (first.deadline_to, first.deadline_value) == (datetime.date(2024, 4, 15), "2024-04-15")
    assert [str(a.organization) for d in (first, second) for a in d.assignments.all()] == ["Sở Tài chính", "Sở Y tế"]
    citation = Citation.objects.get()
    assert (citation.directive, str(citation.document.canonical)) == (first, "57-NQ/TW")
    target = Target.objects.get()
    assert (target.value, target.factor, target.base_unit, target.year) == (Decimal(26000), Decimal("1e9"), "VND", 2024)
    appearance = Appearance.objects.get()
    assert appearance.role == Role.objects.get(canonical_title="Chủ tịch UBND tỉnh")
    assert Mention.objects.filter(official__name="Trần Bảo Lâm").count() == 2
    assert "tran bao lam" in first.search_text
    assert article.subject == "meeting"
    assert tally == Tally(created=10)


def test_the_same_reading_again_changes_nothing() -> None:
    article, first = told().loads()
    before, written = rows(), {row.updated_at for row in Directive.objects.all()}
    article, tally = told().loads(article)
    assert tally == Tally(unchanged=first.created)
    assert rows() == before
    assert {row.updated_at for row in Directive.objects.all()} == written


def test_a_machine_leaves_no_history() -> None:
    article, _ = told().loads()
    told().loads(article)
    for model in (*RECORDS, Official, Organization, LegalDocument):
        assert model.history.count() == 0, model
    official = Official.objects.get()
    official.name = "Trần Bảo Lâm (Ba Lâm)"
    official.save()
    assert Official.history.filter(history_type="~").count() == 1


def test_another_reading_of_the_same_words_changes_the_row() -> None:
    article, _ = told().loads()
    before = rows()
    later = (
        Telling(TEXT)
        .official("Trần Bảo Lâm", "Chủ tịch UBND tỉnh")
        .appearance("Trần Bảo Lâm", "chairs", "chủ trì")
        .directive(ORDER.removesuffix("."), "Sở Tài chính", strength="request")
        .directive(SECOND, "Sở Y tế")
        .target("26.000 tỷ đồng", "thu ngân sách nhà nước", "26000", "tỷ đồng", period="2025")
        .reference("Nghị quyết 57-NQ/TW", "57-NQ/TW")
        .decision("UBND tỉnh thống nhất thông qua tờ trình.", "thông qua")
    )
    _, tally = later.loads(article)
    assert rows() == before
    assert (tally.created, tally.withdrawn) == (0, 0)
    assert Directive.objects.get(order=0).strength == "request"
    assert Directive.objects.get(order=0).deadline_to is None
    target = Target.objects.get()
    assert (target.canonical_metric, target.year) == ("thu ngân sách nhà nước", 2025)
    assert "nha nuoc" in target.search_text


def test_what_is_no_longer_found_is_withdrawn_and_comes_back_as_the_same_row() -> None:
    article, _ = told().loads()
    before = rows()
    less = Telling(TEXT).official("Trần Bảo Lâm", "Chủ tịch UBND tỉnh").directive(SECOND, "Sở Y tế")
    _, tally = less.loads(article)
    assert tally.withdrawn == 6
    assert Directive.objects.get(text=ORDER).state == State.WITHDRAWN
    assert Assignment.objects.get(words="Sở Tài chính").state == State.WITHDRAWN
    assert {model.objects.get().state for model in (Appearance, Target, Citation, Decision)} == {State.WITHDRAWN}
    assert LegalDocument.objects.get().state == State.WITHDRAWN
    assert Organization.objects.get(name="Sở Tài chính").state == State.WITHDRAWN
    assert Organization.objects.get(name="Sở Y tế").state == State.READ
    told().loads(article)
    assert rows() == before
    assert {row.state for model in RECORDS for row in model.objects.all()} == {State.READ}
    assert LegalDocument.objects.get().state == Organization.objects.get(name="Sở Tài chính").state == State.READ


CORRECTIONS: list[tuple[Any, str, Any]] = [
    (Meeting, "title", "Phiên họp tháng 3"),
    (Meeting, "date", datetime.date(2024, 3, 28)),
    (Meeting, "number", 7),
    (Role, "title", "Quyền Chủ tịch UBND tỉnh"),
    (Role, "status", "ended"),
    (Appearance, "act", "speaks"),
    (Appearance, "title", "Chủ tịch"),
    (Directive, "text", "Trình phương án."),
    (Directive, "strength", "note"),
    (Directive, "assigner", None),
    (Directive, "deadline_to", datetime.date(2024, 5, 1)),
    (Directive, "deadline_text", ""),
    (Assignment, "words", "Sở Tài chính và các sở"),
    (Assignment, "organization", None),
    (Assignment, "part", "assignee"),
    (Target, "value", Decimal("26.5")),
    (Target, "period", "2026"),
    (Target, "status", "achieved"),
    (Citation, "directive", None),
    (Decision, "outcome", "cho ý kiến"),
]
LONGER = "Báo tỉnh đưa tin.\n" + TEXT.replace("Sở Y tế", "Ngành y tế và Sở Y tế")


def changed_text() -> Telling:
    second = "Ngành y tế và Sở Y tế rà soát danh mục thuốc."
    return (
        Telling(LONGER)
        .official("Trần Bảo Lâm", "Chủ tịch UBND tỉnh")
        .appearance("Trần Bảo Lâm", "chairs", "chủ trì")
        .directive(ORDER, "Sở Tài chính", assigner="Trần Bảo Lâm", deadline=("trước ngày 15/4", "2024-04-15"))
        .directive(second, "Sở Y tế", assigner="Trần Bảo Lâm")
        .target("26.000 tỷ đồng", "thu ngân sách", "26000", "tỷ đồng", period="2024")
        .reference("Nghị quyết 57-NQ/TW", "57-NQ/TW", "Bộ Chính trị")
        .decision("UBND tỉnh thống nhất thông qua tờ trình.")
    )


def changed_reading() -> Telling:
    return (
        Telling(TEXT, title="Họp UBND tỉnh", date="2024-03-29", number=3, session="morning")
        .official("Trần Bảo Lâm", "Chủ tịch UBND tỉnh")
        .appearance("Trần Bảo Lâm", "chairs", "chủ trì")
        .directive(
            ORDER[:-1],
            "Sở Tài chính",
            assigner="Trần Bảo Lâm",
            deadline=("trước ngày 15/4", "2025-04-15"),
            strength="request",
        )
        .directive(SECOND, "Sở Y tế")
        .target("26.000 tỷ đồng", "thu ngân sách", "26", "tỷ đồng", period="2025", status="projected")
        .reference("Nghị quyết 57-NQ/TW", "57-NQ/TW", "Bộ Chính trị")
        .decision("UBND tỉnh thống nhất thông qua tờ trình.", "thông qua")
    )


@pytest.mark.parametrize("again", [told, changed_text, changed_reading])
@pytest.mark.parametrize(("model", "field", "value"), CORRECTIONS)
def test_a_corrected_value_stays(model: Any, field: str, value: Any, again: Callable[[], Telling]) -> None:
    article, _ = told().loads()
    row = model.objects.order_by("pk").first()
    setattr(row, field, value)
    row.save()
    for _ in range(2):
        _, tally = again().loads(article)
        row = model.objects.get(pk=row.pk)
        assert (getattr(row, field), row.state) == (value, State.READ)
        assert tally.kept == 1
    assert model.objects.count() == len(rows()[model])
    assert again is changed_reading or not row.conflicts


@pytest.mark.parametrize("again", [told, changed_text, changed_reading])
@pytest.mark.parametrize("model", RECORDS)
def test_a_rejected_row_does_not_return(model: Any, again: Callable[[], Telling]) -> None:
    article, _ = told().loads()
    before = len(rows()[model])
    row = model.objects.order_by("pk").first()
    row.state = State.REJECTED
    row.save()
    for _ in range(2):
        again().loads(article)
    assert model.objects.get(pk=row.pk).state == State.REJECTED
    assert model.objects.count() == before


@pytest.mark.parametrize("model", RECORDS)
def test_a_confirmed_row_is_not_withdrawn(model: Any) -> None:
    article, _ = told().loads()
    row = model.objects.order_by("pk").first()
    row.state = State.CONFIRMED
    row.save()
    Telling(TEXT, is_meeting=False).loads(article)
    assert model.objects.get(pk=row.pk).state == State.CONFIRMED


def test_what_a_person_made_stays_and_is_not_doubled() -> None:
    article, _ = Telling(TEXT).loads()
    meeting = Meeting.objects.get()
    made = factories.make_directive(meeting, "Trình phương án.", article=article, quote=ORDER, by_person=True)
    alone = factories.make_directive(meeting, "Việc khác.", by_person=True)
    official = factories.make_official("Trần Bảo Lâm", province=factories.make_province(), by_person=True)
    chair = factories.make_appearance(meeting, official, act="chairs", article=article, quote="chủ trì", by_person=True)
    told().loads(article)
    assert Directive.objects.filter(article=article).earliest("start") == made
    made.refresh_from_db()
    assert (made.text, made.assignments.count(), made.extracted) == ("Trình phương án.", 0, {})
    assert Directive.objects.count() == 3
    assert Appearance.objects.get() == chair
    assert Official.objects.get() == official
    Telling(TEXT, is_meeting=False).loads(article)
    assert set(Directive.objects.published()) == {made, alone}


def test_a_text_that_turns_out_to_be_no_meeting_gives_no_records() -> None:
    article, first = told().loads()
    article, tally = Telling(TEXT, is_meeting=False).loads(article)
    assert tally == Tally(withdrawn=first.created)
    assert article.subject == "other"
    assert not any(model.objects.published().exists() for model in RECORDS)
    assert not Official.objects.published().exists()
    assert not Mention.objects.exists()
    _, tally = told().loads(article)
    assert (tally.created, tally.withdrawn) == (0, 0)
    assert Official.objects.published().count() == 1


def test_a_person_who_says_that_the_text_is_no_meeting_is_believed() -> None:
    article, _ = told().loads()
    article.subject = "other"
    article.save()
    told().loads(article)
    article.refresh_from_db()
    assert article.subject == "other"
    assert not Directive.objects.published().exists()


def test_words_that_a_later_text_has_lost_leave_a_corrected_row_without_a_place() -> None:
    article, _ = told().loads()
    kept = Directive.objects.get(order=1)
    kept.strength = "need"
    kept.save()
    shorter = TEXT.replace(SECOND, "")
    Telling(shorter).directive(ORDER, "Sở Tài chính").loads(article)
    kept.refresh_from_db()
    assert (kept.state, kept.start, kept.end, kept.quote, kept.article) == (State.READ, None, None, SECOND, article)
    told().loads(article)
    kept.refresh_from_db()
    assert (kept.strength, TEXT[kept.start : kept.end]) == ("need", SECOND)
    assert Directive.objects.count() == 2


def test_every_published_record_quotes_the_article() -> None:
    article, _ = told().loads()
    changed_text().loads(article)
    for model in (Appearance, Directive, Target, Citation, Decision):
        for row in model.objects.published():
            assert row.quote == LONGER[row.start : row.end]
    for directive in Directive.objects.exclude(deadline_text=""):
        assert LONGER[directive.deadline_start : directive.deadline_end] == directive.deadline_text
