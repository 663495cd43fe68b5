"""The sheet of an article: what was read from it on cards, in the order of the text, in few queries."""

from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from meetings.models import Article
from meetings.review.article.sheet import Sheet
from people.corrections import State
from tests.factories import (
    make_appearance,
    make_article,
    make_assignment,
    make_attestation,
    make_directive,
    make_meeting,
    make_mention,
    make_official,
    make_organization,
    make_role,
    make_target,
)
from tests.staff import make_editor, make_reviewer

pytestmark = pytest.mark.django_db
TEXT = "Ông Lê Hồng Vinh chủ trì. Sở Y tế rà soát thuốc. Thu 5 tỷ đồng. Sở Tài chính trình phương án."


@pytest.fixture
def article() -> Article:
    """An article with a person, two tasks and a figure."""
    article = make_article(TEXT)
    meeting = make_meeting(articles=[article])
    official = make_official("Lê Hồng Vinh")
    make_mention(official, article)
    make_attestation(make_role(official), article)
    make_appearance(meeting, official, act="chairs", article=article, quote="chủ trì")
    make_directive(meeting, "Trình phương án.", article=article, quote="trình phương án", order=1)
    first = make_directive(meeting, "Rà soát thuốc.", article=article, quote="rà soát thuốc", order=0)
    make_assignment(first, make_organization("Sở Y tế"))
    make_target(meeting, "thu", "5", article=article, quote="Thu 5 tỷ đồng")
    return article


def keys(sheet: Sheet) -> list[str]:
    return [card.key.partition("-")[0] for card in sheet.in_turn]


def test_cards_stand_in_groups_in_the_order_of_the_text(article: Article) -> None:
    sheet = Sheet(article, make_reviewer())
    assert keys(sheet) == ["article", "meeting", "official", "directive", "directive", "target"]
    person, task = sheet.in_turn[2], sheet.in_turn[3]
    assert person.heading == "Lê Hồng Vinh"
    assert [type(part.record).__name__ for part in person.parts] == ["Role", "Appearance"]
    assert [part.first for part in task.parts] == ["Rà soát thuốc.", "Sở Y tế"]


def test_every_mark_leads_to_a_card_and_is_told_by_one(article: Article) -> None:
    sheet = Sheet(article, make_reviewer())
    cards = {f"#card-{card.key}": set(card.words) for card in sheet.in_turn}
    assert len(sheet.marks) > 5
    for mark in sheet.marks:
        assert mark.key in cards[mark.href]


def test_what_was_rejected_stands_apart_and_is_not_marked(article: Article) -> None:
    task = article.directives.get(order=0)
    task.state = State.REJECTED
    task.save()
    task.assignments.update(state=State.REJECTED)
    sheet = Sheet(article, make_reviewer())
    assert [card.key for card in sheet.cards["rejected"]] == [f"directive-{task.pk}"]
    assert f"directive-{task.pk}" not in {mark.key for mark in sheet.marks}
    assert f"directive-{task.pk}" not in {card.key for card in sheet.in_turn}


def test_the_next_card_is_the_first_that_nobody_has_looked_at_going_round(article: Article) -> None:
    article.directives.update(state=State.CONFIRMED)
    sheet = Sheet(article, make_reviewer())
    first, second = (f"directive-{pk}" for pk in article.directives.order_by("order").values_list("pk", flat=True))
    following = sheet.behind(second)
    assert following is not None
    assert following.key.startswith("target")
    after_all = sheet.behind(following.key)
    assert after_all is not None
    assert after_all.key.startswith("article")
    assert sheet.seen == 1  # the second task; the first has an assignment that nobody has looked at
    assert sheet.card_of(first) is not None


def test_a_record_leads_to_the_card_that_holds_it(article: Article) -> None:
    sheet = Sheet(article, make_reviewer())
    assignment = article.directives.get(order=0).assignments.get()
    card = sheet.card_of(f"assignment-{assignment.pk}")
    assert card is not None
    assert card.key == f"directive-{assignment.directive_id}"
    assert sheet.card_of("directive-0") is None


def test_an_editor_corrects_and_a_reviewer_also_rejects(article: Article) -> None:
    for user, may_reject in ((make_editor(), False), (make_reviewer(), True)):
        part = Sheet(article, user).in_turn[3].parts[0]
        assert (part.may_change, part.may_reject) == (True, may_reject)


def test_an_article_cannot_be_rejected(article: Article) -> None:
    assert not Sheet(article, make_reviewer()).in_turn[0].parts[0].may_reject


def show(sheet: Sheet) -> Any:
    return [
        (card.version, card.is_settled, str(part.marks)) for card in sheet.in_turn for part in card.parts
    ], sheet.marks


def test_more_records_need_no_more_queries(
    article: Article, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    meeting = article.meetings.get()
    for number in range(12):
        official = make_official(f"Nguyễn Văn {chr(65 + number)}")
        make_attestation(make_role(official), article)
        make_appearance(meeting, official, article=article, quote="chủ trì")
        task = make_directive(meeting, f"Việc {number}.", article=article, quote="Sở Tài chính", assigner=official)
        make_assignment(task, make_organization(f"Sở {number}"))
    fresh, user = Article.objects.get(pk=article.pk), make_reviewer()
    user.has_perm("meetings.change_directive")  # permissions are asked for once
    with django_assert_max_num_queries(12):
        show(Sheet(fresh, user))


def test_words_that_the_text_has_lost_are_linked_from_no_card(article: Article) -> None:
    for rows in (article.mentions, article.attestations, article.directives, article.targets):
        rows.update(start=None, end=None)
    sheet = Sheet(article, make_reviewer())
    marked = {mark.key for mark in sheet.marks}
    assert {word for card in sheet.in_turn for word in card.words} <= marked
    assert [card.words for card in sheet.in_turn if card.kind == "directive"] == [[], []]
