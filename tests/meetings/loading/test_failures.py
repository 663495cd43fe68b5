"""Every reason for which a file is no text has a message that can be translated, with the line where one is known."""

from pathlib import Path

import pytest
from django.utils import translation

from meetings.extraction.document import DocumentError, read_document
from meetings.loading import failures
from meetings.loading.failures import Failure, unreadable
from tests.meetings.loading.conftest import Write

TCVN3 = "Phiªn häp th­êng kú cña UBND tØnh\nvÒ ng©n s¸ch".encode("latin-1")


@pytest.mark.parametrize(
    ("content", "line", "message"),
    [
        (b"", None, "empty: there is no text in it"),
        (b"\xef\xbb\xbf \r\n", None, "empty: there is no text in it"),
        (b"%PDF-1.7", None, "a binary file (PDF), not a text: save it as plain text in UTF-8"),
        (b"PK\x03\x04...", None, "a binary file (ZIP or Word), not a text: save it as plain text in UTF-8"),
        (b"h\x00p", None, "a binary file, not a text: save it as plain text in UTF-8"),
        (b"a" * (5 * 1024 * 1024 + 1), None, "larger than 5 MB: split it into one text per article"),
        (b"\xff\xfeh\x00o", None, "broken UTF-16 at byte 4: save it again as UTF-8"),
        (b"dong 1\ndong 2 \xff", 2, "not UTF-8 at byte 14: convert it to UTF-8 first"),
        (TCVN3, 1, "not UTF-8 at byte 3 (it looks like TCVN3 (ABC)): convert it to UTF-8 first"),
    ],
)
def test_what_is_no_text(
    write: Write, monkeypatch: pytest.MonkeyPatch, content: bytes, line: int | None, message: str
) -> None:
    path = write("a.txt", content)
    with pytest.raises(DocumentError) as caught:
        read_document(path)
    translated: list[str] = []

    def translate(text: str) -> str:
        translated.append(text)
        return text

    monkeypatch.setattr(failures, "gettext", translate)
    assert unreadable(path, caught.value) == Failure(path, message, line)
    assert len(translated) == 1


def test_what_cannot_be_opened(tmp_path: Path) -> None:
    path = tmp_path / "gone.txt"
    with pytest.raises(DocumentError) as caught:
        read_document(path)
    with translation.override("en"):
        message = unreadable(path, caught.value).message
    assert message == "cannot be read (No such file or directory): check that it exists and its permissions"


def test_a_failure_is_one_line() -> None:
    assert str(Failure(Path("x/articles.csv"), "is wrong", 3)) == "x/articles.csv:3: is wrong"
    assert str(Failure(Path("x/a.txt"), "is wrong")) == "x/a.txt: is wrong"
