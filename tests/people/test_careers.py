"""What texts say of an official in time, told without claiming more than they say."""

from __future__ import annotations

import datetime

import pytest
from pytest_django import DjangoAssertNumQueries

from people import careers
from people.models import Role
from tests.factories import (
    make_alias,
    make_appearance,
    make_article,
    make_attestation,
    make_meeting,
    make_mention,
    make_official,
    make_role,
)

OLD, NEW = datetime.date(2024, 5, 1), datetime.date(2025, 11, 4)


def role(title: str, last: datetime.date | None, rank: int = 20, status: str = "unknown") -> Role:
    return Role(canonical_title=title, last_attested=last, rank=rank, status=status)


@pytest.mark.parametrize(
    ("held", "current"),
    [
        ([], []),
        ([role("a", NEW)], ["a"]),
        ([role("a", OLD), role("b", NEW)], ["b"]),
        ([role("b", NEW, 30), role("a", NEW, 20)], ["a", "b"]),
        ([role("a", NEW, status="ended"), role("b", OLD)], ["b"]),
        ([role("a", None), role("b", OLD)], ["b"]),
        ([role("a", None)], ["a"]),
    ],
)
def test_current_roles_are_those_of_the_latest_text(held: list[Role], current: list[str]) -> None:
    assert [str(one) for one in careers.current(held)] == current


@pytest.mark.django_db
class TestOfAnOfficial:
    def test_describe_counts_each_published_meeting_once(self) -> None:
        official, nobody = make_official("Lê Hồng Vinh"), make_official("Mai Lan")
        meeting, hidden = make_meeting(), make_meeting("Ẩn", state="rejected")
        first = make_appearance(meeting, official, act="chairs")
        make_appearance(meeting, official, act="concludes")
        make_appearance(make_meeting("Kể lại"), official, same_as=first)
        make_appearance(hidden, official)
        careers.describe([official, nobody])
        assert official.meetings_attended == 1  # type: ignore[attr-defined]
        assert nobody.meetings_attended == 0  # type: ignore[attr-defined]
        assert nobody.current_roles == []  # type: ignore[attr-defined]

    def test_presences_join_acts_and_mentions_of_a_meeting(self) -> None:
        official = make_official("Lê Hồng Vinh")
        article = make_article("Lê Hồng Vinh dự. Lê Hồng Vinh nói.", reported_on=NEW)
        meeting = make_meeting("Có mặt", date=NEW, articles=[article])
        make_appearance(meeting, official, act="attends", article=article)
        make_mention(official, article)
        named_in = make_article("Vắng mặt: Lê Hồng Vinh.")
        only_named = make_meeting("Chỉ nhắc tên", date=OLD, articles=[named_in])
        make_mention(official, named_in)
        make_meeting("Chuyện khác", date=NEW)
        found = careers.presences(official, careers.meetings_with(official))
        assert [(p.meeting, len(p.acts), len(p.mentions)) for p in found] == [(meeting, 1, 1), (only_named, 0, 1)]
        assert found[0].mentions[0].meeting == meeting

    def test_a_text_that_names_somebody_no_more_does_not_count(self) -> None:
        official = make_official("Lê Hồng Vinh")
        article = make_article("Lê Hồng Vinh dự.")
        make_meeting("Từng nhắc tên", articles=[article])
        mention = make_mention(official, article, by_person=True)
        assert careers.meetings_with(official).exists()
        mention.start = mention.end = None
        mention.save()
        assert not careers.meetings_with(official).exists()

    def test_a_role_shows_the_latest_texts_that_give_it_and_how_many_do(self) -> None:
        held = make_role(make_official("Lê Hồng Vinh"), "Chủ tịch UBND tỉnh")
        for year in range(2019, 2024):
            article = make_article(f"Năm {year}.")
            make_meeting(f"Họp {year}", articles=[article])
            make_attestation(held, article, attested_on=datetime.date(year, 1, 1))
        make_attestation(held, make_article("Không có cuộc họp."), attested_on=datetime.date(2024, 1, 1))
        (shown,) = careers.with_attestations(careers.roles())
        assert shown.times == 6  # type: ignore[attr-defined]
        assert [place.attested_on.year for place in shown.attested] == [2024, 2023, 2022]  # type: ignore[attr-defined]
        assert [str(place.meeting) for place in shown.attested] == ["None", "Họp 2023", "Họp 2022"]  # type: ignore[attr-defined]

    @pytest.mark.parametrize(("texts", "queries"), [(1, 2), (2, 2), (3, 3), (4, 3)])
    def test_texts_are_counted_only_where_more_may_be_there_than_are_shown(
        self, texts: int, queries: int, django_assert_num_queries: DjangoAssertNumQueries
    ) -> None:
        held = make_role(make_official("Lê Hồng Vinh"), "Chủ tịch UBND tỉnh")
        for year in range(2020, 2020 + texts):
            make_attestation(held, make_article(f"Năm {year}."), attested_on=datetime.date(year, 1, 1))
        with django_assert_num_queries(queries):
            (shown,) = careers.with_attestations(careers.roles())
        assert shown.times == texts  # type: ignore[attr-defined]

    def test_other_names_are_aliases_and_what_texts_print(self) -> None:
        official = make_official("Lê Hồng Vinh")
        make_alias("Lê Hồng Vịnh", official=official)
        article = make_article("Lê Hồng Vinh, Hồng Vinh, LÊ HỒNG VINH.")
        for quote in ("Lê Hồng Vinh", "Hồng Vinh,", "LÊ HỒNG VINH"):
            mention = make_mention(official, article, quote)
            mention.name = quote.rstrip(",")
            mention.save()
        assert careers.other_names(official) == ["Lê Hồng Vịnh", "Hồng Vinh", "LÊ HỒNG VINH"]
