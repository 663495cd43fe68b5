"""What a person added is one row, the person's, whatever a machine reads of it later."""

from typing import Any

import pytest

from meetings.models import Appearance, Article, Assignment, Decision, Directive, Meeting, Target
from people.corrections import State
from people.models import Official
from tests import factories
from tests.meetings.reconcile.test_identity_of_rows import RECORDS
from tests.meetings.telling import Telling

pytestmark = pytest.mark.django_db

TEXT = """Sáng 27/3, UBND tỉnh họp. Ông Trần Bảo Lâm, Chủ tịch UBND tỉnh chủ trì.
Bà Lê Thị Mai, Giám đốc Sở Y tế phát biểu.
Sở Y tế rà soát danh mục thuốc. Thu ngân sách đạt 26.000 tỷ đồng, tăng 8%.
UBND tỉnh thống nhất thông qua tờ trình."""
SPOKE = "Bà Lê Thị Mai, Giám đốc Sở Y tế phát biểu"
ORDER = "Sở Y tế rà soát danh mục thuốc."
TITLE = "Giám đốc Sở Y tế"


def told(text: str = TEXT) -> Telling:
    return Telling(text).official("Trần Bảo Lâm", "Chủ tịch UBND tỉnh").appearance("Trần Bảo Lâm", "chairs", "chủ trì")


def spoke(title: str | None = None, text: str = TEXT) -> Telling:
    return told(text).official("Lê Thị Mai", TITLE).appearance("Lê Thị Mai", "speaks", "phát biểu", title)


def mai() -> Official:
    return factories.make_official("Lê Thị Mai", by_person=True, province=factories.make_province())


def speaker(article: Article, quote: str = SPOKE, **values: Any) -> Appearance:
    who = {"state": State.CONFIRMED, **values}
    if "official" not in who:
        who["official"] = mai()
    return factories.make_appearance(
        Meeting.objects.get(), act="speaks", by_person=True, article=article, quote=quote, **who
    )


def order(article: Article, **values: Any) -> Directive:
    told_as = {"text": ORDER, "quote": ORDER, "state": State.CONFIRMED, **values}
    return factories.make_directive(Meeting.objects.get(), by_person=True, article=article, **told_as)


def speakers() -> list[Appearance]:
    return list(Appearance.objects.filter(act="speaks").order_by("pk"))


@pytest.mark.parametrize(("mine", "theirs"), [("", None), ("", TITLE), (TITLE, None), ("Giám đốc", TITLE)])
@pytest.mark.parametrize("quote", [SPOKE, "phát biểu", "Giám đốc"])
def test_who_did_what_is_told_once_whatever_the_title(mine: str, theirs: str | None, quote: str) -> None:
    article, _ = told().loads()
    added = speaker(article, quote, title=mine)
    for _n in range(2):
        _, tally = spoke(theirs).loads(article)
        assert tally.kept == 1
        assert [(row.pk, row.title, row.state) for row in speakers()] == [(added.pk, mine, State.CONFIRMED)]


@pytest.mark.parametrize(("mine", "theirs"), [("Giám đốc Sở Y tế", TITLE), ("Giám đốc Sở Y tế tỉnh", TITLE)])
def test_an_office_whose_holder_a_person_named_or_left_unnamed_is_the_same_on_the_same_words(
    mine: str, theirs: str
) -> None:
    article, _ = told().loads()
    added = speaker(article, title=mine)
    told().appearance(None, "speaks", "phát biểu", theirs).loads(article)
    assert speakers() == [added]


def test_an_office_that_a_person_added_is_the_one_that_is_read_with_a_name() -> None:
    article, _ = told().loads()
    added = speaker(article, official=None, title=TITLE)
    spoke(TITLE).loads(article)
    assert speakers() == [added]


def test_whoever_shares_the_words_with_somebody_added_is_another() -> None:
    text = TEXT.replace("phát biểu", "và ông Vũ Văn Nam dự họp")
    article, _ = told(text).loads()
    factories.make_appearance(
        Meeting.objects.get(), mai(), act="attends", by_person=True, article=article, quote="dự họp"
    )
    both = told(text).official("Vũ Văn Nam", "Chủ tịch UBND tỉnh").appearance("Vũ Văn Nam", "attends", "dự họp")
    for _n in range(2):
        both.loads(article)
    assert sorted(str(row.official) for row in Appearance.objects.filter(act="attends")) == ["Lê Thị Mai", "Vũ Văn Nam"]


def test_a_namesake_on_the_same_words_is_whom_the_person_said() -> None:
    article, _ = spoke().loads()
    Appearance.objects.filter(act="speaks").delete()
    namesake = factories.make_official("Lê Thị Mai", by_person=True, homonym=1, province=factories.make_province())
    added = speaker(article, official=namesake)
    spoke().loads(article)
    assert speakers() == [added]


def test_what_the_machine_had_lost_comes_back_as_what_a_person_added_meanwhile() -> None:
    article, _ = spoke(TITLE).directive(ORDER, "Sở Y tế").loads()
    told().loads(article)
    lost = [speakers()[0], Directive.objects.get()]
    mine = [speaker(article, official=Official.objects.get(name="Lê Thị Mai")), order(article)]
    for _n in range(2):
        spoke(TITLE).directive(ORDER, "Sở Y tế").loads(article)
        assert [row for model in (Appearance, Directive) for row in model.objects.published() if row in mine] == mine
        for row in lost:
            row.refresh_from_db()
            assert row.state == State.WITHDRAWN


def test_what_stands_already_stays_where_a_person_adds_it_too_and_takes_that_back() -> None:
    article, _ = spoke(TITLE).directive(ORDER, "Sở Y tế").loads()
    standing: list[Any] = [speakers()[0], Directive.objects.get()]
    speaker(article, official=standing[0].official, title=TITLE, state=State.REJECTED)
    order(article, state=State.REJECTED)
    for _n in range(2):
        spoke(TITLE).directive(ORDER, "Sở Y tế").loads(article)
        assert [*Appearance.objects.published().filter(act="speaks"), *Directive.objects.published()] == standing


def test_what_a_person_adds_beside_what_stands_is_told_once() -> None:
    article, _ = spoke(TITLE).loads()
    added = speaker(article, "Giám đốc", official=Official.objects.get(name="Lê Thị Mai"))
    spoke(TITLE).loads(article)
    assert list(Appearance.objects.first_tellings().filter(act="speaks")) == [added]


FIGURE = "26.000 tỷ đồng"


def reading(text: str = TEXT) -> Telling:
    return (
        spoke(TITLE, text)
        .directive(ORDER, "Sở Y tế")
        .target(FIGURE, "thu ngân sách", "26000", "tỷ đồng")
        .decision("UBND tỉnh thống nhất thông qua tờ trình.")
    )


def everything(article: Article, state: State) -> list[Any]:
    meeting, words = Meeting.objects.get(), "UBND tỉnh thống nhất thông qua tờ trình."
    common: dict[str, Any] = {"by_person": True, "article": article, "state": state}
    return [
        speaker(article, state=state),
        order(article, state=state),
        factories.make_target(meeting, "thu ngân sách", "26000", "tỷ đồng", quote=f"đạt {FIGURE}", **common),
        factories.make_decision(meeting, words, quote="thông qua tờ trình", **common),
    ]


@pytest.mark.parametrize("state", [State.CONFIRMED, State.REJECTED])
def test_what_a_person_added_or_took_back_is_kept_when_it_is_read(state: State) -> None:
    article, _ = told().loads()
    added = everything(article, state)
    for _n in range(2):
        _, tally = reading().loads(article)
        assert tally.kept == len(added)
        for row in added:
            rows = [kept for kept in type(row).objects.all() if getattr(kept, "act", "") != "chairs"]
            assert [(kept.pk, kept.state, kept.extracted) for kept in rows] == [(row.pk, state, {})]


def test_what_a_person_added_moves_with_the_text_and_is_found_again() -> None:
    article, _ = told().loads()
    added = everything(article, State.CONFIRMED)
    for text, read in (
        (f"Tin.\n{TEXT}", told),
        (f"Tin mới.\n{TEXT}", reading),
        (f"Tin.\n{TEXT}", lambda text: Telling(text, is_meeting=False)),
        ("UBND tỉnh họp.", Telling),
        (TEXT, reading),
    ):
        read(text).loads(article)
        for row in added:
            row.refresh_from_db()
            assert row.quote in text or row.start is None
            assert row.start is None or text[row.start : row.end] == row.quote
            assert row.start is not None or row.quote not in text
    assert Directive.objects.count() == Target.objects.count() == Decision.objects.count() == len(speakers()) == 1


def test_another_figure_on_the_words_that_a_person_marked_is_another() -> None:
    article, _ = told().loads()
    words = f"Thu ngân sách đạt {FIGURE}, tăng 8%"
    added = factories.make_target(
        Meeting.objects.get(), "tăng thu", "8", "%", by_person=True, article=article, quote=words
    )
    for _n in range(2):
        told().target(FIGURE, "thu ngân sách", "26000", "tỷ đồng").loads(article)
    assert Target.objects.exclude(pk=added.pk).get().metric == "thu ngân sách"


@pytest.mark.parametrize("state", [State.CONFIRMED, State.REJECTED])
@pytest.mark.parametrize("by", ["words", "organization"])
def test_who_is_told_is_told_once(by: str, state: State) -> None:
    article, _ = told().directive(ORDER).loads()
    who: Any = "sở y tế"
    if by == "organization":
        who = factories.make_organization("Sở Y tế", province=factories.make_province())
    added = factories.make_assignment(Directive.objects.get(), who, by_person=True, state=state, part="lead")
    if by == "organization":
        added.words = "ngành y tế"
        added.save()
    for _n in range(2):
        told().directive(ORDER, "Sở Y tế", "Sở Tài chính").loads(article)
    assert [(row.words, row.state) for row in Assignment.objects.order_by("pk")] == [
        (added.words, state),
        ("Sở Tài chính", State.READ),
    ]


def test_what_a_person_added_is_never_withdrawn() -> None:
    article, _ = told().loads()
    added = everything(article, State.READ)
    Telling(TEXT, is_meeting=False).loads(article)
    for model in RECORDS:
        assert {row.pk for row in added if isinstance(row, model)} <= {row.pk for row in model.objects.published()}
