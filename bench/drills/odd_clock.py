"""Odd languages, odd clocks: what commands print and what pages show is the same, and today is Vietnam's day.

python -m bench.drills.odd_clock
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from bench.archive.texts import Press
from bench.drills.servers import ROOT, SETTINGS, collect_static

_ODD: dict[str, dict[str, str]] = {
    "as usual": {"LANG": "C.UTF-8"},
    "LANG=C": {"LANG": "C"},
    "LC_ALL=C, Kiritimati": {"LC_ALL": "C", "TZ": "Pacific/Kiritimati"},
    "LC_ALL=POSIX, Niue": {"LC_ALL": "POSIX", "TZ": "Pacific/Niue"},
    "no clock that is known": {"LANG": "C", "TZ": "Nowhere/Atall"},
}
_PAGES = ("/", "/cuoc-hop/", "/nhiem-vu/", "/chi-tieu/", "/bai-viet/", "/api/v1/articles", "/nhiem-vu/danh-sach.csv")
_LOOK = f"""
from django.test import Client
from django.utils import timezone
print(timezone.localdate())
for page in {_PAGES!r}:
    answer = Client(SERVER_NAME="localhost").get(page)
    body = b"".join(answer.streaming_content) if answer.streaming else answer.content
    print(page, answer.status_code, body.decode())
"""
# What is new with each answer, and when a row was written.
_NEW = re.compile(r'nonce="[^"]*"|csrf[^>]*>|\d{4}-\d\d-\d\dT[\d:.+Z-]+|\d{1,2}:\d\d(:\d\d)?')


def main() -> int:
    """Prints a line for each; 1 where anything differs from what is usual."""
    collect_static()
    folder = Path(tempfile.mkdtemp(prefix="viectinh-clock-"))
    texts = folder / "tin tức tỉnh Đắk Lắk"
    texts.mkdir()
    headlines = []
    for number, text in enumerate(Press(5).texts(12)):
        headlines.append(text.text.partition("\n")[0])
        (texts / f"họp UBND số {number}.txt").write_text(text.text, encoding="utf-8")
    (texts / "không đọc được.txt").write_bytes(b"\0\0\0")
    seen: dict[str, tuple[str, str]] = {}
    for name, odd in _ODD.items():
        seen[name] = _run(folder, texts, odd)
        for what, found, usual in zip(("commands", "pages"), seen[name], seen["as usual"], strict=True):
            print(f"{name:<24} {what}: {'the same' if found == usual else 'OTHERWISE'}", flush=True)
            others = {line.strip() for line in found.splitlines()} ^ {line.strip() for line in usual.splitlines()}
            for line in sorted(others - {""})[:4]:
                print(f"    {line[:200]}")
    commands, pages = seen["as usual"]
    today = datetime.now(UTC).astimezone(ZoneInfo("Asia/Ho_Chi_Minh")).date().isoformat()
    shown = sum(headline in pages for headline in headlines)  # some stand under a line of data
    print(f"{shown} of {len(headlines)} headlines are on the pages, today is {pages.partition(chr(10))[0]}")
    right = pages.startswith(f"{today}\n") and "không đọc được.txt" in commands and shown > 0
    wrong = sum(found != seen["as usual"] for found in seen.values()) + (not right)
    print("All is well." if not wrong else f"{wrong} things went wrong.")
    return 1 if wrong else 0


def _run(folder: Path, texts: Path, odd: dict[str, str]) -> tuple[str, str]:
    """What loading prints, and what pages show, in a new database."""
    database = folder / "one.sqlite3"
    for file in folder.glob("one.sqlite3*"):
        file.unlink()
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("TZ", "LANG", "PYTHONUTF8", "PYTHONIOENCODING")
    }
    kept = {name: value for name, value in kept.items() if not name.startswith("LC_")}
    around = {**kept, **SETTINGS, **odd, "DATABASE_URL": f"sqlite:///{database}"}
    del around["PYTHONUTF8"]
    told = ""
    for command in (["migrate", "-v0"], ["load_articles", str(texts), "--no-progress"]):
        told += _told(command, around)
    return told, _NEW.sub("", _told(["shell", "-v0", "-c", _LOOK], around))


def _told(command: list[str], around: dict[str, str]) -> str:
    ran = subprocess.run(
        [sys.executable, "manage.py", *command], cwd=ROOT, env=around, check=False, capture_output=True
    )
    return f"{ran.stdout.decode()}{ran.stderr.decode()}exit code {ran.returncode}\n"


if __name__ == "__main__":
    sys.exit(main())
