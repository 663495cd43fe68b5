"""Which words of a text belong to which record, and where they lead."""

from __future__ import annotations

import pytest

from meetings.dossier import Dossier
from meetings.marks import key_of, marks_of, place_of
from tests.factories import make_appearance, make_article, make_directive, make_meeting, make_official, make_report
from tests.meetings.views.pages import TEXT, make_scene

pytestmark = pytest.mark.django_db


def test_every_kind_of_record_has_its_words() -> None:
    scene = make_scene()
    ((report, marks),) = Dossier(scene.meeting).texts
    assert report.article == scene.article
    found = {mark.kind: (TEXT[mark.start : mark.end], mark.href) for mark in marks}
    assert found["deadline"] == ("trước ngày 15/12", f"#directive-{scene.directive.pk}")
    assert found["target"] == ("thu ngân sách trên 26.000 tỷ đồng", f"#target-{scene.target.pk}")
    assert found["appearance"] == ("chủ trì phiên họp", f"#official-{scene.official.pk}")
    assert found["mention"] == ("Lê Hồng Vinh", f"#official-{scene.official.pk}")
    assert found["citation"][0] == "Nghị quyết số 57-NQ/TW"
    assert found["decision"][0] == "UBND tỉnh thống nhất thông qua dự thảo."
    assert found["meeting"][1] == "#meeting"
    assert len({mark.key for mark in marks}) == len(marks)


def test_a_text_has_only_its_own_marks() -> None:
    scene = make_scene()
    other = make_article("Sở Tài chính làm.")
    make_report(scene.meeting, other)
    told = make_directive(scene.meeting, article=other, quote="Sở Tài chính", same_as=scene.directive)
    dossier = Dossier(scene.meeting)
    marks = {report.article_id: marks for report, marks in dossier.texts}
    assert [m.key for m in marks[other.pk] if m.kind == "directive"] == [key_of(told)]
    # What another text tells, too, leads to what the first one told.
    assert [m.href for m in marks[other.pk] if m.kind == "directive"] == [f"#{key_of(scene.directive)}"]
    assert all(m.key != key_of(told) for m in marks[scene.article.pk])


def test_a_record_without_words_has_no_mark() -> None:
    scene = make_scene()
    report = scene.meeting.reports.get()
    added = make_directive(scene.meeting, "Việc thêm.", by_person=True)
    assert [m.kind for m in marks_of(report, [added], [], [])] == ["meeting"]


def test_marks_can_lead_to_another_page() -> None:
    scene = make_scene()
    report = scene.meeting.reports.get()
    marks = marks_of(report, [scene.directive], [], [], page="/cuoc-hop/1-x/")
    assert {m.href for m in marks} == {"/cuoc-hop/1-x/#meeting", f"/cuoc-hop/1-x/#directive-{scene.directive.pk}"}


def test_people_have_one_place_offices_without_names_one_each() -> None:
    meeting, official = make_meeting(), make_official()
    named = [make_appearance(meeting, official, act=act) for act in ("chairs", "speaks")]
    office = make_appearance(meeting, title="Bí thư Tỉnh ủy")
    assert {place_of(appearance) for appearance in named} == {f"official-{official.pk}"}
    assert place_of(office) == f"office-{office.pk}"
