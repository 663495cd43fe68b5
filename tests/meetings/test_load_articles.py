"""The command: what it loads, what it says, and how it ends."""

import sys
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from meetings.models import Article, Directive, Meeting
from people.corrections import State
from people.models import Official
from tests.meetings.loading.conftest import HEAD, STORY, TEXT, Write
from tests.meetings.loading.conftest import write as write

pytestmark = pytest.mark.django_db


def run(*paths: Path, **options: Any) -> tuple[dict[str, int], list[str]]:
    """The printed counts by label ("Articles: new"), and the lines of standard error, the command's own error last."""
    out, err = StringIO(), StringIO()
    try:
        call_command("load_articles", *paths, stdout=out, stderr=err, language="en", **options)
        ending = []
    except CommandError as error:
        ending = [str(error)]
    counts, section = {}, ""
    for line in out.getvalue().splitlines():
        label, _, count = line.strip().rpartition(" ")
        if count.isdigit():
            section = section if line.startswith(" ") else label.strip()
            counts[f"{section}: {label.strip()}" if line.startswith(" ") else section] = int(count)
    return counts, err.getvalue().splitlines() + ending


def test_a_folder_is_loaded_and_counted(write: Write, tmp_path: Path) -> None:
    write("a.txt")
    write("b.txt", STORY)
    counts, errors = run(tmp_path)
    assert errors == []
    assert (counts["Articles"], counts["Articles: new"], counts["Articles: not a meeting"]) == (2, 2, 1)
    assert counts["Records"] == counts["Records: created"] > 3


def test_the_second_run_changes_nothing(write: Write, tmp_path: Path) -> None:
    write("a.txt")
    write("b.txt", STORY)
    first, _ = run(tmp_path)
    counts, errors = run(tmp_path)
    assert errors == []
    assert (counts["Articles: unchanged"], counts["Articles: not a meeting"]) == (2, 1)
    assert counts["Records: unchanged"] == counts["Records"] == first["Records: created"]
    again, _ = run(tmp_path, reread=True)
    assert again == counts


def test_what_an_editor_changed_or_rejected_is_kept_and_counted(write: Write, tmp_path: Path) -> None:
    write("a.txt")
    run(tmp_path)
    directive, official = Directive.objects.get(), Official.objects.get()
    directive.strength = "note"
    directive.save()
    appearance = official.appearances.get(act="chairs")
    appearance.state = State.REJECTED
    appearance.save()
    for options in ({}, {"reread": True}):
        counts, _ = run(tmp_path, **options)
        assert (counts["Records: kept because corrected"], counts["Records: updated"]) == (2, 0)
    write("a.txt", "Tin mới.\n\n" + TEXT)
    counts, _ = run(tmp_path)
    assert counts["Records: kept because corrected"] == 2
    assert Directive.objects.get().strength == "note"
    assert official.appearances.get(act="chairs").state == State.REJECTED


def test_the_sample_is_loaded_without_arguments() -> None:
    counts, errors = run()
    assert errors == []
    assert (counts["Articles: new"], counts["Articles: not a meeting"]) == (5, 0)
    vinh = Official.objects.get(name="Lê Hồng Vinh")
    titles = {role.canonical_title for role in vinh.roles.all()}
    assert {"Chủ tịch UBND tỉnh", "Phó Chủ tịch Thường trực UBND tỉnh"} <= titles
    assert str(vinh.province) == "Nghệ An"
    assert set(Meeting.objects.values_list("province__name", flat=True)) == {
        "Phú Thọ",
        "Bắc Ninh",
        "Nghệ An",
        "Thái Nguyên",
    }
    assert not Meeting.objects.filter(province_source="text", province__name="Nghệ An").exists()


def test_the_sample_quotes_its_texts_to_the_letter() -> None:
    run()
    for article in Article.objects.all():
        file = Path(settings.BASE_DIR) / "fixtures/articles" / article.file_name
        assert article.text.replace("\n", "") == file.read_text(encoding="utf-8").replace("\n", "")
        for rows in (article.directives, article.targets, article.appearances, article.citations, article.decisions):
            for row in rows.all():
                assert row.quote == article.text[row.start : row.end]


def test_each_failure_is_one_line_and_the_rest_is_loaded(write: Write, tmp_path: Path) -> None:
    write("bad-list.txt")
    write("binary.txt", b"%PDF-1.7 \x00")
    write("empty.txt", b"")
    write("good.txt")
    write("huge.txt", b"a" * (5 * 1024 * 1024 + 1))
    write("legacy.txt", "Phiªn häp th­êng kú\ncña UBND tØnh".encode("latin-1"))
    write("twice.txt")
    write(
        "articles.csv", HEAD + "gone.txt,,,,,\nbad-list.txt,,,x,Đâu,\ntwice.txt,,,,,\ntwice.txt,,,,,\ngood.txt,,,,,\n"
    )
    counts, errors = run(tmp_path, tmp_path / "good.txt", tmp_path / "nowhere")
    assert errors == [
        f"{tmp_path}/good.txt: is listed twice",
        f"{tmp_path}/nowhere: there is no such file or folder",
        f"{tmp_path}/articles.csv:2: “gone.txt” is listed, but there is no such file in this folder",
        f"{tmp_path}/articles.csv:3: “x” is no date: write it as 2025-11-04",
        f"{tmp_path}/articles.csv:3: “Đâu” is no province of Vietnam, of before or after July 2025",
        f"{tmp_path}/binary.txt: a binary file (PDF), not a text: save it as plain text in UTF-8",
        f"{tmp_path}/empty.txt: empty: there is no text in it",
        f"{tmp_path}/huge.txt: larger than 5 MB: split it into one text per article",
        f"{tmp_path}/legacy.txt:1: not UTF-8 at byte 3 (it looks like TCVN3 (ABC)): convert it to UTF-8 first",
        f"{tmp_path}/articles.csv:5: “twice.txt” is listed twice, first on line 4",
        "10 problems, said above",
    ]
    assert (counts["Articles"], counts["Articles: failed"], counts["Articles: new"]) == (7, 6, 1)
    assert list(Article.objects.values_list("file_name", flat=True)) == ["good.txt"]


def test_a_mistake_of_ours_is_reported_and_stops_nothing(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    from meetings.loading import articles

    extract = articles.extract

    def broken(document: Any) -> Any:
        if document.name == "a.txt":
            raise ZeroDivisionError("of nothing")
        return extract(document)

    monkeypatch.setattr(articles, "extract", broken)
    write("a.txt")
    write("b.txt")
    counts, errors = run(tmp_path)
    assert errors == [
        f"{tmp_path}/a.txt: a mistake of the program, not of the text (ZeroDivisionError: of nothing): "
        "please report it with this file",
        "1 problem, said above",
    ]
    assert (counts["Articles: failed"], counts["Articles: new"]) == (1, 1)
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.parametrize(("fail_fast", "new"), [(True, 1), (False, 2)])
def test_fail_fast_stops_at_the_first_failure(write: Write, tmp_path: Path, fail_fast: bool, new: int) -> None:
    write("a.txt")
    write("b.txt", b"")
    write("c.txt", b"")
    write("d.txt", STORY)
    counts, errors = run(tmp_path, fail_fast=fail_fast)
    assert counts["Articles: new"] == Article.objects.count() == new
    assert len(errors) == (2 if fail_fast else 3)


def test_a_trial_run_says_the_same_and_keeps_nothing(write: Write, tmp_path: Path) -> None:
    write("a.txt")
    write("b.txt", b"")
    trial = run(tmp_path, dry_run=True)
    assert not Article.objects.exists()
    assert not Meeting.objects.exists()
    assert not Official.objects.exists()
    assert run(tmp_path) == trial


def test_progress_is_drawn_only_where_somebody_watches(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Terminal(StringIO):
        def isatty(self) -> bool:
            return True

    write("a.txt", STORY)
    for stderr, options, drawn in (
        (Terminal(), {}, True),
        (Terminal(), {"no_progress": True}, False),
        (StringIO(), {}, False),
    ):
        monkeypatch.setattr(sys, "stderr", stderr)
        run(tmp_path, **options)
        assert ("Reading" in stderr.getvalue()) is drawn
