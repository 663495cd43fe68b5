"""The command: as it is run, in a Python that has nothing installed beside its standard library, and what it tells."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

import pytest

from meetings.extraction.__main__ import main

ROOT = Path(__file__).parents[3]
MEETING = (
    "Sáng 16/5/2024, UBND tỉnh tổ chức phiên họp thường kỳ tháng 5. Đồng chí Trần Văn Minh, Phó Bí thư Tỉnh ủy, "
    "Chủ tịch UBND tỉnh chủ trì phiên họp.\n\n"
    "Kết luận phiên họp, đồng chí Trần Văn Minh yêu cầu Sở Tài chính rà soát nguồn thu theo Nghị quyết số 57-NQ/TW, "
    "báo cáo trước ngày 30/6; phấn đấu thu ngân sách cả năm đạt trên 9.000 tỷ đồng.\n"
)
OTHER = "Sáng nay, đội tuyển bóng đá nữ thắng đậm trong trận mở màn giải vô địch. Khán giả đến sân rất đông.\n"


class Done(NamedTuple):
    """What a command left behind."""

    returncode: int
    stdout: str
    stderr: str


def run_bare(*arguments: str | Path) -> Done:
    """The command in a process of its own with `-S`, which hides every installed package."""
    done = subprocess.run(
        [sys.executable, "-S", "-m", "meetings.extraction", *map(str, arguments)],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "COLUMNS": "80", "LANG": "C", "LC_ALL": "C"},
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    return Done(done.returncode, done.stdout, done.stderr)


def run(*arguments: str | Path, columns: int = 80) -> Done:
    """The same command in this process, which has compiled its patterns already."""
    told, complained = io.StringIO(), io.StringIO()
    with redirect_stdout(told), redirect_stderr(complained), patch.dict(os.environ, COLUMNS=str(columns)):
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as end:  # how wrong arguments end
            code = int(str(end.code))
    return Done(code, told.getvalue(), complained.getvalue())


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text(MEETING, encoding="utf-8")
    (folder / "b.txt").write_text(OTHER, encoding="utf-8")
    return folder


def test_django_is_out_of_reach() -> None:
    probe = subprocess.run([sys.executable, "-S", "-c", "import django"], capture_output=True, check=False)
    assert probe.returncode == 1


def test_explains_a_meeting(texts: Path) -> None:
    done = run_bare(texts / "a.txt")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("━━ a.txt ━")
    for words in (
        "UBND tỉnh",
        "name Trần Văn Minh [",
        "57-NQ/TW [",
        "2024-06-30 [",
        "> 9000 tỷ đồng",
        "Orders (",
        "Figures (",
    ):
        assert words in done.stdout
    assert "\x1b[" not in done.stdout


@pytest.mark.parametrize("columns", [60, 80, 100])
def test_keeps_to_the_width_of_the_terminal(texts: Path, columns: int) -> None:
    done = run(texts / "a.txt", columns=columns)
    assert max(len(line) for line in done.stdout.splitlines()) <= columns


def test_says_why_a_text_is_no_meeting(texts: Path) -> None:
    done = run(texts / "b.txt")
    assert done.returncode == 0
    assert "no meeting of a provincial body [" in done.stdout
    assert "Officials" not in done.stdout


def test_tells_why_a_phrase_was_or_was_not_read(texts: Path) -> None:
    done = run(texts / "a.txt", "--why", "so tai chinh", "--why", "30/6")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.count("━━ a.txt: why “") == 2
    flat = " ".join(done.stdout.split())
    assert "assignee Sở Tài chính [order verb: yêu cầu]" in flat
    assert "due 2024-06-30 [before; year of the meeting]: “trước” leads to the date; the year is not printed" in flat
    assert "figure “30/6” belongs to the date “30/6”." in flat


@pytest.mark.parametrize(("phrase", "sentence"), [
    ("Sở Tư pháp", "--why: “Sở Tư pháp” does not stand in the text\n"),
    ("  ", "--why: the phrase is empty, give the words to ask for\n"),
])  # fmt: skip
def test_a_phrase_without_an_answer_is_one_sentence(texts: Path, phrase: str, sentence: str) -> None:
    done = run(texts / "a.txt", "--why", phrase)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", sentence)


def test_of_several_texts_those_answer_in_which_the_phrase_stands(texts: Path) -> None:
    done = run(texts, "--why", "bóng đá")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("━━ b.txt: why “bóng đá” ━")
    assert "a.txt" not in done.stdout
    done = run(texts, "--why", "Sở Tư pháp", "--why", "bóng đá")
    assert (done.returncode, done.stderr) == (1, "--why: “Sở Tư pháp” does not stand in any of the 2 texts\n")
    assert "━━ b.txt" in done.stdout


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_answers_keep_to_the_width_of_the_terminal(texts: Path, columns: int) -> None:
    done = run(texts / "a.txt", "--why", "Trần Văn Minh", columns=columns)
    assert max(len(line) for line in done.stdout.splitlines()) <= columns


def test_writes_the_facts_of_a_folder(texts: Path, tmp_path: Path) -> None:
    out = tmp_path / "new" / "facts"
    done = run("--facts", out, texts)
    assert done.returncode == 0
    assert "2 texts read, 0 not" in done.stderr
    assert sorted(path.name for path in out.iterdir()) == ["a.json", "b.json"]
    facts = json.loads((out / "a.json").read_text(encoding="utf-8"))
    assert (facts["schema"], facts["is_meeting"], facts["document"]["name"]) == ("facts/1", True, "a.txt")
    assert json.loads((out / "b.json").read_text(encoding="utf-8"))["is_meeting"] is False


def test_several_processes_write_the_same(texts: Path, tmp_path: Path) -> None:
    for i in range(5):
        (texts / f"c{i}.txt").write_text(MEETING.replace("30/6", f"{20 + i}/6"), encoding="utf-8")
    for jobs in ("1", "2"):
        assert run_bare("--facts", tmp_path / jobs, texts, "-j", jobs).returncode == 0
    one, two = ({p.name: p.read_bytes() for p in (tmp_path / jobs).iterdir()} for jobs in ("1", "2"))
    assert len(one) == 7
    assert one == two


def test_tells_of_texts_that_cannot_be_read_and_writes_the_others(texts: Path, tmp_path: Path) -> None:
    (texts / "empty.txt").write_bytes(b"")
    (texts / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    out = tmp_path / "out"
    done = run_bare("--facts", out, texts, tmp_path / "missing.txt", "-j", "2")
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    for name, reason in (("empty.txt", "empty"), ("picture.txt", "binary"), ("missing.txt", "cannot be read")):
        assert [line for line in lines if name in line and reason in line], done.stderr
    assert "Traceback" not in done.stderr
    assert sorted(path.name for path in out.iterdir()) == ["a.json", "b.json"]


def test_two_texts_of_one_name_do_not_overwrite_each_other(texts: Path, tmp_path: Path) -> None:
    (texts / "more").mkdir()
    (texts / "more" / "a.txt").write_text(OTHER, encoding="utf-8")
    done = run("--facts", tmp_path / "out", texts)
    assert done.returncode == 1
    assert "would overwrite" in done.stderr
    assert json.loads((tmp_path / "out" / "a.json").read_text(encoding="utf-8"))["is_meeting"] is True


def test_an_unreadable_text_does_not_stop_the_explanations(texts: Path) -> None:
    (texts / "aa.txt").write_bytes(b"\xff\xfe\xfa\x00\x01")
    done = run(texts)
    assert done.returncode == 1
    assert "aa.txt: " in done.stderr
    assert "━━ b.txt" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "required"),
        (("-j", "0", "x.txt"), "1 or more"),
        (("-j", "two", "x.txt"), "invalid"),
        (("x.txt", "--facts", "o", "--why", "y"), "not allowed"),
    ],
)
def test_wrong_arguments(arguments: tuple[str, ...], words: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert words in done.stderr


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    done = run(tmp_path)
    assert done.returncode == 1
    assert "no *.txt in this folder" in done.stderr


def test_a_closed_pipe_is_no_error(texts: Path) -> None:
    command = f"'{sys.executable}' -S -m meetings.extraction {texts}/a.txt {texts}/a.txt {texts}/b.txt | head -1"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.stdout.startswith("━━ a.txt")
    assert done.stderr == ""
