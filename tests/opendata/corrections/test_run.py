"""Corrections come back in: what people changed is written for good, what cannot be taken is refused with why."""

from __future__ import annotations

import datetime
import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.test import Client

from meetings.loading.runs import Manner, load
from meetings.models import Directive, Meeting, Target
from opendata.corrections.run import take_in
from opendata.corrections.sheet import Unusable
from opendata.corrections.writing import Hand
from people.corrections import State
from people.models import Official, Organization
from tests.factories import make_directive, make_merge, make_official, make_organization, make_province, make_target
from tests.meetings.views.pages import make_scene
from tests.opendata.corrections.edited import edited, row_of
from tests.staff import make_editor

pytestmark = pytest.mark.django_db
LATEST = "Thời hạn, ngày muộn nhất"


def hand() -> Hand:
    return Hand(make_editor(), "đối chiếu biên bản")


def test_a_file_that_nobody_changed_changes_nothing(client: Client, tmp_path: Path) -> None:
    make_scene()
    make_target(make_scene(1).meeting, metric="- tỷ lệ", value=Decimal("8.125"), value_high=Decimal("1234.5"), unit="%")
    for name in ("directives", "targets", "meetings", "documents", "articles", "officials", "organizations"):
        for language in ("vi", "en"):
            outcome = take_in(edited(client, tmp_path, name, len, language=language), Hand(), apply=False)
            assert (outcome.rows, outcome.strange) == ([], ())
            assert outcome.read > 0


def test_a_corrected_cell_is_shown_then_written_with_who_and_why(client: Client, tmp_path: Path) -> None:
    scene = make_scene()
    other = make_directive(scene.meeting, "Việc khác.", order=1)

    def edit(rows: list[dict[str, str]]) -> None:
        row_of(rows, scene.directive.pk).update(
            {"Nội dung nhiệm vụ": "Sở Tài chính trình phương án", LATEST: "20/12/2024"}
        )

    path, versions = edited(client, tmp_path, "directives", edit), other.history.count()
    preview = take_in(path, Hand(), apply=False)
    assert [(change.heading, change.now) for row in preview.rows for change in row.changes] == [
        ("Nội dung nhiệm vụ", "Sở Tài chính trình phương án"),
        (LATEST, "20/12/2024"),
    ]
    scene.directive.refresh_from_db()
    assert scene.directive.deadline_to == datetime.date(2024, 12, 15)
    by = hand()
    outcome = take_in(path, by, apply=True)
    assert outcome.tally == {"read": 2, "unchanged": 1, "taken": 1, "cells": 2, "refused": 0, "left_out": 0}
    scene.directive.refresh_from_db()
    assert scene.directive.deadline_to == datetime.date(2024, 12, 20)
    assert set(scene.directive.corrected_fields()) == {"text", "deadline_to"}
    latest = scene.directive.history.latest()
    assert (latest.history_user, latest.history_change_reason) == (by.user, "đối chiếu biên bản")
    assert other.history.count() == versions


def test_taken_in_twice_it_is_stale_the_second_time_and_nothing_is_written(client: Client, tmp_path: Path) -> None:
    scene = make_scene()
    path = edited(client, tmp_path, "directives", lambda rows: rows[0].update({"Chức danh người giao": "Phó Chủ tịch"}))
    assert take_in(path, hand(), apply=True).complete
    scene.directive.assigner_title = "Chủ tịch"
    scene.directive.save()
    outcome = take_in(path, Hand(), apply=False)
    assert not outcome.complete
    assert "tải lại" in outcome.rows[0].refused[0]
    scene.directive.refresh_from_db()
    assert scene.directive.assigner_title == "Chủ tịch"


def test_a_row_is_taken_whole_or_not_at_all(client: Client, tmp_path: Path) -> None:
    scene = make_scene()

    def edit(rows: list[dict[str, str]]) -> None:
        rows[0].update({"Nội dung nhiệm vụ": "Khác", "Cách giao": "Ra lệnh", LATEST: "31/02/2025"})

    outcome = take_in(edited(client, tmp_path, "directives", edit), hand(), apply=True)
    assert len(outcome.rows[0].refused) == 2
    assert outcome.rows[0].changes == []
    scene.directive.refresh_from_db()
    assert scene.directive.corrected_fields() == ()


@pytest.mark.parametrize(
    ("name", "heading", "cell", "why"),
    [
        ("directives", LATEST, "2023-01-01", "range"),
        ("directives", "Nội dung nhiệm vụ", "", "trống"),
        ("directives", "Người giao, mã định danh cố định", "/id/meeting/1", "meeting"),
        ("directives", "Người giao, mã định danh cố định", "999999", "999999"),
        ("directives", "Thời hạn", "Oct-25", "2025-10"),
        ("targets", "Giá trị", "nhiều", "nhiều"),
        ("targets", "Giá trị", "26.001", "26.001"),
        ("targets", "Giá trị trên", "5", "range"),
        ("meetings", "Tỉnh, thành", "Atlantis", "Atlantis"),
        ("meetings", "Số", "-3", ""),
        ("meetings", "Số", "1,5", "1,5"),
        ("articles", "Địa chỉ trang báo", "không phải địa chỉ", ""),
        ("officials", "Tên", "x" * 200, ""),
        ("officials", "Tên", "Trần Văn Bình", ""),
    ],
)
def test_what_the_field_does_not_take_is_refused(
    client: Client, tmp_path: Path, name: str, heading: str, cell: str, why: str
) -> None:
    scene = make_scene()
    scene.directive.deadline_from = datetime.date(2024, 12, 1)
    scene.directive.save()
    make_official("Trần Văn Bình", province=make_province("Nghệ An"))
    rows_of = {"directives": scene.directive, "targets": scene.target, "meetings": scene.meeting}
    record: Any = {**rows_of, "articles": scene.article, "officials": scene.official}[name]
    path = edited(client, tmp_path, name, lambda rows: row_of(rows, record.pk).update({heading: cell}))
    outcome = take_in(path, hand(), apply=True)
    (row,) = outcome.rows
    assert row.refused
    assert why in " ".join(row.refused)
    before = {field: record.reading_of(field) for field in record.correctable_fields}
    record.refresh_from_db()
    assert {field: record.reading_of(field) for field in record.correctable_fields} == before


def test_records_that_are_gone_merged_or_told_twice_are_refused_by_name(client: Client, tmp_path: Path) -> None:
    scene = make_scene()
    old, young = make_official("Trần Văn Bình"), make_official("Trần Thị Bình")
    rejected = make_directive(scene.meeting, "Việc bị loại.", order=1)

    def edit(rows: list[dict[str, str]]) -> None:
        for row in rows:
            row["Tên"] += " A"
        rows.append({**rows[0], "Mã định danh cố định": "", "Mã số": "987654"})
        rows.append({**row_of(rows, old.pk), "Tên": "Trần Văn Bình C"})
        rows.append({**rows[0], "Mã định danh cố định": "http://x/id/official/1", "Mã số": "2"})
        rows.append({**rows[0], "Mã định danh cố định": "", "Mã số": ""})

    path = edited(client, tmp_path, "officials", edit)
    tasks = edited(
        client, tmp_path, "directives", lambda rows: row_of(rows, rejected.pk).update({"Cách giao": "Đề nghị"})
    )
    make_merge(old, young)
    rejected.state = State.REJECTED
    rejected.save()
    outcome = take_in(path, hand(), apply=True)
    told = {row.line: " ".join(row.refused) for row in outcome.rows}
    merged = next(words for words in told.values() if f"/id/official/{old.pk}" in words)
    assert "gộp" in merged
    assert len(outcome.rows) == 7
    assert outcome.tally["taken"] == 2  # the survivor is who it was
    assert take_in(tasks, hand(), apply=True).tally["refused"] == 1


def test_spreadsheets_of_every_country(client: Client, tmp_path: Path) -> None:
    scene = make_scene()
    make_target(scene.meeting, metric="tỷ lệ", value=Decimal("8.125"), unit="%", period="2025-10")

    def local(cell: str) -> str:
        """What Excel makes of cells where the comma is the decimal sign."""
        if re.fullmatch(r"-?\d+\.\d+", cell):
            return cell.replace(".", ",")
        if match := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", cell):
            return f"{match[3]}/{match[2]}/{match[1]}"
        return "Thg10-25" if cell == "2025-10" else cell

    def american(cell: str) -> str:
        if match := re.fullmatch(r"(\d{4})-(\d\d)-(\d\d)", cell):
            return f"{int(match[2])}/{int(match[3])}/{match[1]}"
        return "Oct-25" if cell == "2025-10" else cell

    for every_cell, separator, encoding in (
        (local, ";", "utf-8-sig"),
        (local, "\t", "utf-16"),
        (american, ",", "utf-8"),
    ):
        for name in ("directives", "targets", "meetings", "articles"):
            path = edited(client, tmp_path, name, len, separator=separator, encoding=encoding, every_cell=every_cell)
            outcome = take_in(path, Hand(), apply=False)
            assert outcome.rows == [], (name, separator)

    def edit(rows: list[dict[str, str]]) -> None:
        row = next(row for row in rows if row["Đơn vị tính"] == "%")
        row["Giá trị"] = "8.25"

    outcome = take_in(edited(client, tmp_path, "targets", edit, separator=";", every_cell=local), hand(), apply=True)
    assert outcome.complete
    assert Target.objects.get(unit="%").value == Decimal("8.25")


def test_columns_may_be_dropped_added_and_moved(client: Client, tmp_path: Path) -> None:
    scene = make_scene()

    def edit(rows: list[dict[str, str]]) -> None:
        kept = {name: rows[0][name] for name in ("Phiên bản", "Cách giao", "Mã định danh cố định")}
        rows[0].clear()
        rows[0].update({**kept, "Cách giao": "đề nghị", "Ghi chú": "xem lại"})

    outcome = take_in(edited(client, tmp_path, "directives", edit), hand(), apply=True)
    assert outcome.strange == ("Ghi chú",)
    scene.directive.refresh_from_db()
    assert scene.directive.strength == Directive.Strength.REQUEST


def test_what_no_file_can_correct_is_said(client: Client, tmp_path: Path) -> None:
    make_scene()

    def edit(rows: list[dict[str, str]]) -> None:
        rows[0].update({"Chủ trì, thực hiện": "Sở Y tế", "Lời văn gốc": "khác", "Cách giao": "Lưu ý"})

    outcome = take_in(edited(client, tmp_path, "directives", edit), hand(), apply=True)
    (row,) = outcome.rows
    assert row.left_out == ["Chủ trì, thực hiện", "Lời văn gốc"]
    assert len(row.changes) == 1
    assert not outcome.complete


@pytest.mark.parametrize(
    ("head", "why"),
    [("a,b\r\n1,2\r\n", "danh sách"), ("Mã số,Tên\r\n1,2\r\n", "Phiên bản"), ("", "danh sách")],
)
def test_a_file_that_is_no_list_is_not_used(tmp_path: Path, head: str, why: str) -> None:
    (tmp_path / "a.csv").write_text(head, encoding="utf-8")
    with pytest.raises(Unusable, match=why):
        take_in(tmp_path / "a.csv", Hand(), apply=False)


def test_names_for_programs_and_codes_are_understood(client: Client, tmp_path: Path) -> None:
    scene = make_scene()
    from opendata.versions import version_of

    text = f"id,version,comparator,status,value\n{scene.target.pk},{version_of(scene.target)},>=,achieved,26500\n"
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    assert take_in(tmp_path / "a.csv", hand(), apply=True).complete
    scene.target.refresh_from_db()
    assert (scene.target.comparator, scene.target.status, scene.target.value) == (">=", "achieved", Decimal(26500))


def test_related_records_and_what_goes_along(client: Client, tmp_path: Path) -> None:
    scene = make_scene()
    make_province("Hà Tĩnh")
    other = make_official("Trần Văn Bình")
    gone = make_organization("Sở Cũ")

    def edit(rows: list[dict[str, str]]) -> None:
        rows[0].update({"Tỉnh, thành": "hà tĩnh", "Ngày họp": "", "Cơ quan họp, mã định danh cố định": str(gone.pk)})

    assert take_in(edited(client, tmp_path, "meetings", edit), hand(), apply=True).complete
    meeting = Meeting.objects.get(pk=scene.meeting.pk)
    assert (meeting.province.name, meeting.province_source) == ("Hà Tĩnh", "curator")  # type: ignore[union-attr]
    assert (meeting.date, meeting.date_precision, meeting.body) == (None, "none", gone)
    heading = "Người giao, mã định danh cố định"
    path = edited(
        client, tmp_path, "directives", lambda rows: rows[0].update({heading: f"https://a/id/official/{other.pk}"})
    )
    assert take_in(path, hand(), apply=True).complete
    assert Directive.objects.get(pk=scene.directive.pk).assigner == other
    survivor = make_official("Trần Văn Bình", homonym=1)
    path = edited(client, tmp_path, "directives", lambda rows: rows[0].update({heading: str(survivor.pk)}))
    make_merge(other, survivor)
    outcome = take_in(path, hand(), apply=True)
    assert f"/id/official/{other.pk}" in outcome.rows[0].refused[0]
    assert Official.objects.get(pk=survivor.pk).merged_into == other
    assert Organization.objects.filter(pk=gone.pk).exists()


def test_a_correction_outlives_the_next_reading(client: Client, tmp_path: Path) -> None:
    source = min((Path(settings.BASE_DIR) / "fixtures/articles").glob("*.txt"))
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / source.name).write_bytes(source.read_bytes())
    load([folder])
    directive = Directive.objects.first_tellings().order_by("pk")[0]

    def edit(rows: list[dict[str, str]]) -> None:
        row_of(rows, directive.pk)["Nội dung nhiệm vụ"] = "Việc đã được người đọc sửa lại cho đúng."

    assert take_in(edited(client, tmp_path, "directives", edit), hand(), apply=True).complete
    load([folder], Manner(reread=True))
    directive.refresh_from_db()
    assert directive.text == "Việc đã được người đọc sửa lại cho đúng."
    assert directive.extracted["text"] != directive.text
