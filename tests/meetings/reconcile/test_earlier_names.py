"""A name that a person marked stays marked, moves with the text, and says who is named there."""

import pytest

from meetings.models import Article, Mention
from people.models import Official
from tests import factories
from tests.meetings.telling import Telling

pytestmark = pytest.mark.django_db

TEXT = """Sáng 27/3, UBND tỉnh họp. Ông Trần Bảo Lâm, Chủ tịch UBND tỉnh chủ trì.
Bà Lê Thị Mai, Giám đốc Sở Y tế phát biểu."""
LOST = TEXT.replace("Lê Thị Mai", "giám đốc")


def told(text: str = TEXT) -> Telling:
    return Telling(text).official("Trần Bảo Lâm", "Chủ tịch UBND tỉnh")


def more(text: str = TEXT) -> Telling:
    return told(text).official("Lê Thị Mai", "Giám đốc Sở Y tế")


def marked(article: Article, quote: str = "Lê Thị Mai", name: str = "Lê Thị Mai") -> Mention:
    official = factories.make_official(name, by_person=True, province=factories.make_province())
    return factories.make_mention(official, article, quote, by_person=True)


def where(mention: Mention) -> str | None:
    """The words at the mention's place in the text as it is now."""
    mention = Mention.objects.select_related("article").get(pk=mention.pk)
    assert mention.by_person
    assert mention.article is not None
    return mention.article.text[mention.start : mention.end] if mention.start is not None else None


@pytest.mark.parametrize("again", [told(), more(), Telling(TEXT, is_meeting=False)])
def test_a_marked_name_outlives_every_reading(again: Telling) -> None:
    article, _ = told().loads()
    mention = marked(article)
    for _n in range(2):
        again.loads(article)
        assert where(mention) == "Lê Thị Mai"
    assert list(Mention.objects.filter(official=mention.official)) == [mention]


@pytest.mark.parametrize("quote", ["Lê Thị Mai", "Bà Lê Thị Mai", "Mai", "Bà Lê Thị Mai, Giám đốc Sở Y tế phát biểu"])
def test_what_is_read_on_marked_words_is_neither_another_place_nor_another_person(quote: str) -> None:
    article, _ = told().loads()
    mention = marked(article, quote)
    for _n in range(2):
        more().loads(article)
    assert Official.objects.get(name_key=mention.official.name_key) == mention.official
    assert Mention.objects.filter(official=mention.official).get() == mention
    assert mention.official.roles.count() == 1


def test_a_spelling_that_only_the_words_have_is_whom_they_were_marked_as() -> None:
    article, _ = told().loads()
    mention = marked(article, name="Lê Mai")
    more().loads(article)
    assert mention.official.roles.count() == 1
    assert not Official.objects.filter(name="Lê Thị Mai").exists()


def test_others_within_many_marked_words_are_read_all_the_same() -> None:
    article, _ = Telling(TEXT).loads()
    mention = marked(article, "Trần Bảo Lâm, Chủ tịch UBND tỉnh chủ trì.\nBà Lê Thị Mai, Giám đốc Sở Y tế phát biểu")
    more().loads(article)
    assert set(Mention.objects.values_list("official__name", "by_person")) == {
        ("Trần Bảo Lâm", False),
        ("Lê Thị Mai", True),
    }
    assert where(mention)


def test_whom_a_person_named_it_is_wherever_the_meeting_turns_out_to_be() -> None:
    article, _ = told().loads()
    mention = marked(article)
    more().loads(article)
    moved = Telling(TEXT, province="Đắk Lắk").official("Lê Thị Mai", "Giám đốc Sở Y tế")
    moved.loads(article)
    assert Official.objects.get(name="Lê Thị Mai") == mention.official
    assert mention.official.roles.exists()


def test_one_place_that_a_person_marked_as_a_namesake_turns_no_other() -> None:
    text = f"{TEXT}\nÔng Trần Bảo Lâm ở Sở Y tế."
    article, _ = told(text).loads()
    first, second = Mention.objects.order_by("start")
    second.delete()
    namesake = factories.make_official("Trần Bảo Lâm", by_person=True, homonym=1, province=factories.make_province())
    own = Mention.objects.create(
        article=article, official=namesake, name=second.name, start=second.start, end=second.end, quote=second.quote,
        by_person=True,
    )  # fmt: skip
    for _n in range(2):
        told(text).loads(article)
    assert dict(Mention.objects.values_list("pk", "official")) == {first.pk: first.official_id, own.pk: namesake.pk}


@pytest.mark.parametrize("kind", [told, more, lambda text: Telling(text, is_meeting=False)])
def test_a_marked_name_moves_with_the_text_and_is_found_again(kind: type[Telling]) -> None:
    article, _ = told().loads()
    mention = marked(article)
    kind(f"Tin mới.\n{TEXT}").loads(article)
    assert where(mention) == "Lê Thị Mai"
    told(LOST).loads(article)
    assert where(mention) is None
    assert Mention.objects.get(pk=mention.pk).quote == "Lê Thị Mai"
    kind(TEXT).loads(article)
    assert where(mention) == "Lê Thị Mai"
    assert Mention.objects.filter(official=mention.official).count() == 1


def test_marked_names_that_change_places_do_not_get_in_each_others_way() -> None:
    one, other = "Lê Thị Mai phát biểu.", "Vũ Văn Nam phát biểu."
    article, _ = Telling(f"UBND tỉnh họp.\n{one}\n{other}").loads()
    mai, nam = marked(article), marked(article, "Vũ Văn Nam", "Vũ Văn Nam")
    Telling(f"UBND tỉnh họp.\n{other}\n{one}").official("Vũ Văn Nam").loads(article)
    assert (where(mai), where(nam)) == ("Lê Thị Mai", "Vũ Văn Nam")
    assert Mention.objects.count() == 2


def test_two_marks_on_one_name_that_is_left_are_two_again_later() -> None:
    twice = "UBND tỉnh họp.\nBà Lê Thị Mai phát biểu. Lê Thị Mai cho rằng thuốc thiếu."
    article, _ = Telling(twice).loads()
    first = marked(article)
    start = twice.rindex("Lê Thị Mai")
    second = Mention.objects.create(
        article=article, official=first.official, name="Lê Thị Mai", quote="Lê Thị Mai", start=start, end=start + 10,
        by_person=True,
    )  # fmt: skip
    Telling("UBND tỉnh họp.\nBà Lê Thị Mai phát biểu.").loads(article)
    assert sorted([where(first) or "", where(second) or ""]) == ["", "Lê Thị Mai"]
    Telling(twice).loads(article)
    assert (where(first), where(second)) == ("Lê Thị Mai", "Lê Thị Mai")
