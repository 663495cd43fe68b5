"""What two articles tell of one meeting: the same thing stands once, what differs stands side by side."""

from typing import Any

import pytest

from meetings.models import Appearance, Decision, Directive, Meeting, Target
from people.corrections import State
from tests import factories
from tests.meetings.telling import Telling

pytestmark = pytest.mark.django_db


def order(text: str, *assignees: str, **values: Any) -> Telling:
    return Telling(f"Họp. {text}").directive(text, *assignees, **values)


def told_twice(model: Any, *tellings: Telling) -> bool:
    """Whether the record of the second article points to that of the first; the first always stands."""
    for telling in tellings:
        telling.loads()
    first, second = model.objects.order_by("pk")
    assert first.same_as is None
    return bool(second.same_as == first)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            order("Sở Tài chính chủ trì tham mưu điều chuyển vốn các dự án chậm.", "Sở Tài chính"),
            order("Chủ tịch yêu cầu Sở Tài chính điều chuyển vốn của các dự án chậm tiến độ.", "Sở Tài chính"),
        ),
        (
            order("UBND huyện Kỳ Sơn bàn giao mặt bằng cao tốc trước 31/5.", "UBND huyện Kỳ Sơn"),
            order("Chủ tịch UBND huyện Kỳ Sơn bàn giao mặt bằng cao tốc trước 31/5.", "Chủ tịch UBND huyện Kỳ Sơn"),
        ),
        (
            order("Cần rà soát ngay danh mục công trình chống lũ ven sông."),
            order("Phải rà soát danh mục công trình chống lũ ven sông."),
        ),
    ],
)
def test_orders_alike_in_words_and_agencies_are_one(one: Telling, other: Telling) -> None:
    assert told_twice(Directive, one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # Another agency, another day, another task, too few words to tell.
        (
            order("Sở Tài chính rà soát danh mục công trình chống lũ.", "Sở Tài chính"),
            order("Sở Xây dựng rà soát danh mục công trình chống lũ.", "Sở Xây dựng"),
        ),
        (
            order(
                "Sở Tài chính quyết toán xong dự án cầu trước 31/5.",
                "Sở Tài chính",
                deadline=("trước 31/5", "2024-05-31"),
            ),
            order(
                "Sở Tài chính quyết toán xong dự án cầu trước 30/6.",
                "Sở Tài chính",
                deadline=("trước 30/6", "2024-06-30"),
            ),
        ),
        (
            order("Sở Y tế mua sắm thuốc và vật tư cho các bệnh viện tuyến huyện.", "Sở Y tế"),
            order("Sở Y tế tuyển dụng bác sĩ cho trạm y tế các xã biên giới.", "Sở Y tế"),
        ),
        (order("Sở Y tế rà soát.", "Sở Y tế"), order("Sở Y tế đôn đốc.", "Sở Y tế")),
        (
            order("Cần rà soát ngay danh mục công trình chống lũ ven sông."),
            order("Cần rà soát quy hoạch các khu công nghiệp phía nam."),
        ),
    ],
)
def test_orders_that_differ_stay_two(one: Telling, other: Telling) -> None:
    assert not told_twice(Directive, one, other)


def test_two_orders_of_one_article_are_never_one() -> None:
    text = "Sở Y tế rà soát danh mục thuốc thiết yếu. Sở Y tế rà soát lại danh mục thuốc thiết yếu."
    told = Telling(text).directive(text[:41], "Sở Y tế").directive(text[42:], "Sở Y tế")
    told.loads()
    assert not Directive.objects.exclude(same_as=None).exists()


def figure(value: str = "26000", unit: str = "tỷ đồng", metric: str = "thu ngân sách", **values: Any) -> Telling:
    return Telling(f"Họp. Đạt {value} {unit}.").target(f"{value} {unit}", metric, value, unit, **values)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        (figure(), True),
        (figure(metric="Thu ngân sách"), True),
        (figure("26500"), False),
        (figure(unit="triệu USD"), False),
        (figure(metric="chi ngân sách"), False),
        (figure(period="2025"), False),
        (figure(status="achieved"), False),
    ],
)
def test_figures_are_one_only_where_nothing_differs(other: Telling, same: bool) -> None:
    assert told_twice(Target, figure(), other) is same


def test_a_figure_that_a_heading_repeats_is_one_within_a_text() -> None:
    told = Telling("Thu ngân sách 26.000 tỷ đồng. Cố gắng đạt trên 26.000 tỷ đồng.")
    told.target("26.000 tỷ đồng.", "thu ngân sách", "26000", "tỷ đồng")
    told.target("trên 26.000 tỷ đồng", "thu ngân sách", "26000", "tỷ đồng", comparator=">")
    told.loads()
    assert [target.comparator for target in Target.objects.first_tellings()] == ["="]


def present(act: str = "attends", name: str = "Lê Văn Tám") -> Telling:
    text = f"Họp. Ông {name}, Chủ tịch UBND tỉnh dự họp."
    return Telling(text).official(name, "Chủ tịch UBND tỉnh").appearance(name, act, "dự họp")


@pytest.mark.parametrize(
    ("other", "same"), [(present(), True), (present("chairs"), False), (present(name="Lê Văn Chín"), False)]
)
def test_who_did_the_same_is_told_once(other: Telling, same: bool) -> None:
    assert told_twice(Appearance, present(), other) is same


def test_an_office_without_a_name_is_told_once() -> None:
    told = Telling("Họp. Chủ tịch HĐND tỉnh dự.").appearance(None, "attends", "dự", title="Chủ tịch HĐND tỉnh")
    assert told_twice(Appearance, told, told)


def test_a_decision_is_told_once() -> None:
    one = Telling("Họp. UBND tỉnh thống nhất thông qua tờ trình về giá đất.")
    other = Telling("Họp. Thống nhất thông qua tờ trình về bảng giá đất.")
    one.decision("UBND tỉnh thống nhất thông qua tờ trình về giá đất.")
    other.decision("Thống nhất thông qua tờ trình về bảng giá đất.")
    assert told_twice(Decision, one, other)


def test_the_second_telling_stands_where_the_first_was_rejected_or_is_gone() -> None:
    first, _ = figure().loads()
    second, _ = figure().loads()
    Target.objects.filter(article=first).update(state=State.REJECTED)
    figure().loads(second)
    assert Target.objects.first_tellings().get().article == second
    Target.objects.filter(article=first).update(state=State.READ)
    figure().loads(second)
    assert Target.objects.first_tellings().get().article == first
    Telling(first.text).loads(first)
    assert Target.objects.first_tellings().get().article == second


def test_the_second_telling_stands_where_the_first_turns_out_to_be_of_no_meeting() -> None:
    first, _ = figure().loads()
    second, _ = figure().loads()
    assert Target.objects.first_tellings().get().article == first
    Telling(first.text, is_meeting=False).loads(first)
    assert Target.objects.first_tellings().get().article == second


def test_what_a_person_says_of_two_tellings_stays() -> None:
    """He may tie two that the machine holds apart, and untie two that it holds for one."""
    figure().loads()
    second, _ = figure().loads()
    third, _ = figure("26500").loads()
    one, two, three = Target.objects.order_by("pk")
    two.same_as, three.same_as = None, one
    two.save()
    three.save()
    for article, telling in ((second, figure()), (third, figure("26500"))):
        telling.loads(article)
    assert [t.same_as for t in Target.objects.order_by("pk")] == [None, None, one]


def test_what_a_person_added_stands_before_what_the_machine_finds_later() -> None:
    article, _ = Telling(present().text).loads()
    official = factories.make_official("Lê Văn Tám", province=factories.make_province(), by_person=True)
    added = factories.make_appearance(Meeting.objects.get(), official, act="attends", by_person=True)
    present().loads(article)
    assert list(Appearance.objects.first_tellings()) == [added]


def test_two_that_a_person_points_the_other_way_do_not_point_in_a_circle() -> None:
    first, _ = figure().loads()
    second, _ = figure().loads()
    one, two = Target.objects.order_by("pk")
    one.same_as = two
    one.save()
    for article in (first, second):
        figure().loads(article)
    assert list(Target.objects.first_tellings()) == [two]
