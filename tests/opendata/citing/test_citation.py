"""Citations: who said what, when and where, according to which text, and where it is found for good."""

from __future__ import annotations

import datetime
import re
from typing import Any

import pytest
from django.utils import translation

from meetings.models import Decision
from opendata.citing import Citation, cite
from opendata.identifiers import KINDS, absolute, identifier
from tests.factories import make_article, make_directive, make_meeting, make_target
from tests.meetings.views.pages import Scene, make_scene

pytestmark = pytest.mark.django_db
SEEN = datetime.date(2026, 3, 5)
WHERE = "Phiên họp thường kỳ 0, Nghệ An, chiều 14/11/2024"
SOURCE = "Theo “Phiên họp 0”, Báo Nghệ An, 14/11/2024."


def cited(record: Any) -> Citation:
    return cite(record, "https://viectinh.example" + identifier(record), SEEN)


def here(record: Any) -> str:
    return f"Việc Tỉnh, https://viectinh.example{identifier(record)}, truy cập ngày 05/03/2026."


def test_each_kind_of_record_in_words() -> None:
    scene = make_scene()
    told = {
        scene.directive: f"Lê Hồng Vinh: “{scene.directive.text.rstrip('.')}”, {WHERE}. {SOURCE}",
        scene.target: f"thu ngân sách: trên 26.000\u00a0tỷ đồng (năm 2025, mục tiêu), {WHERE}. {SOURCE}",
        scene.meeting: f"UBND tỉnh: Phiên họp thường kỳ 0, Nghệ An, chiều 14/11/2024. {SOURCE}",
        scene.official: "Lê Hồng Vinh, Chủ tịch UBND tỉnh, Nghệ An.",
        scene.finance: "Sở Tài chính (Nghệ An).",
        scene.document: "Bộ Chính trị: Nghị quyết 57-NQ/TW.",
        scene.article: "Báo Nghệ An: “Phiên họp 0”, 14/11/2024.",
        Decision.objects.get(): f"“UBND tỉnh thống nhất thông qua dự thảo”, {WHERE}. {SOURCE}",
    }
    for record, words in told.items():
        assert cited(record).text == f"{words} {here(record)}"


def test_every_kind_with_an_identifier_can_be_cited() -> None:
    make_scene()
    for kind, model in KINDS.items():
        record = model._default_manager.order_by("pk")[0]
        said = cited(record).text
        assert f"/id/{kind}/{record.pk}, truy cập ngày 05/03/2026." in said, kind
        assert not said.startswith(("Việc Tỉnh", "“”")), kind


def test_an_english_citation_says_in_english_what_is_no_quotation() -> None:
    scene = make_scene()
    with translation.override("en"):
        assert cited(scene.target).text == (
            "Budget revenue: more than 26,000\u00a0billion VND (2025, aimed at), "
            "Regular session of the Provincial People's Committee, Nghe An, afternoon of 14\u00a0November 2024. "
            "According to “Phiên họp 0”, Báo Nghệ An, 14\u00a0November 2024. "
            f"Việc Tỉnh, https://viectinh.example/id/target/{scene.target.pk}, seen on 5\u00a0March 2026."
        )


def test_what_is_not_known_is_not_said() -> None:
    meeting = make_meeting("Cuộc họp", body_name="")
    assert cited(meeting).text == f"Cuộc họp, chưa rõ ngày. {here(meeting)}"
    assert "year" not in cited(meeting).bibtex
    assert cited(meeting).csl.keys() == {"id", "type", "title", "container-title", "URL", "accessed", "note"}
    directive = make_directive(meeting, "Rà soát.", by_person=True)
    assert cited(directive).text == f"“Rà soát”, Cuộc họp, chưa rõ ngày. {here(directive)}"


@pytest.mark.parametrize(
    ("precision", "known"), [("day", [2025, 4, 1]), ("month", [2025, 4]), ("quarter", [2025]), ("year", [2025])]
)
def test_a_day_is_as_exact_as_it_is_known(precision: str, known: list[int]) -> None:
    meeting = make_meeting(date=datetime.date(2025, 4, 1), date_precision=precision)
    assert cited(meeting).csl["issued"] == {"date-parts": [known]}
    assert f"  date = {{{'-'.join(f'{part:02}' for part in known)}}},\n" in cited(meeting).bibtex


def test_long_words_are_cut_and_inner_quotation_marks_are_inner_ones() -> None:
    directive = make_directive(text="Thực hiện “ba cùng” " + "với dân " * 60)
    said = re.findall("“(.*?)”", cited(directive).text)[0]
    assert said.startswith("Thực hiện ‘ba cùng’ với dân")
    assert said.endswith("…")
    assert len(said) <= 240


def test_an_article_without_a_title_is_called_by_its_first_words() -> None:
    article = make_article("Sáng 27/3, UBND tỉnh họp.\n\nNội dung.")
    assert cited(article).text == f"“Sáng 27/3, UBND tỉnh họp”. {here(article)}"


def test_bibtex_is_an_entry_that_tex_can_read() -> None:
    scene = make_scene()
    target = make_target(scene.meeting, metric="tỷ lệ A&B_1 #2 {x}", unit="%", article=scene.article)
    assert cited(target).bibtex.splitlines() == [
        f"@misc{{viectinh-target-{target.pk},",
        r"  title = {{tỷ lệ A\&B\_1 \#2 \{x\}: 26.000\% (mục tiêu)}},",
        "  year = {2024},",
        "  date = {2024-11-14},",
        "  howpublished = {Việc Tỉnh},",
        f"  note = {{{WHERE}; “Phiên họp 0”, Báo Nghệ An, 14/11/2024}},",
        f"  url = {{https://viectinh.example/id/target/{target.pk}}},",
        "  urldate = {2026-03-05},",
        "}",
    ]
    assert absolute(identifier(target)).endswith(f"/id/target/{target.pk}")


def test_csl_has_what_a_reference_manager_asks_for() -> None:
    scene: Scene = make_scene()
    assert cited(scene.directive).csl == {
        "id": f"viectinh-directive-{scene.directive.pk}",
        "type": "webpage",
        "title": f"“{scene.directive.text.rstrip('.')}”",
        "author": [{"literal": "Lê Hồng Vinh"}],
        "issued": {"date-parts": [[2024, 11, 14]]},
        "container-title": "Việc Tỉnh",
        "URL": f"https://viectinh.example/id/directive/{scene.directive.pk}",
        "accessed": {"date-parts": [[2026, 3, 5]]},
        "source": "“Phiên họp 0”, Báo Nghệ An, 14/11/2024",
        "note": WHERE,
    }
