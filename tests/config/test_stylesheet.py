"""The style sheets of the public pages come as one file."""

import re
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.test import Client

from config.stylesheet import NAME, PARTS, StylesheetFinder, joined, lean

ROOT = Path(settings.BASE_DIR)
# Sheets for paper, which a screen does not wait for and not every page prints alike.
PAPER = {"css/print.css", "css/ledger-print.css"}
# Sheets of pages that few readers open: no other page waits for them.
OF_THEIR_OWN = {"css/open-data.css", "css/api.css", "css/compare.css", "css/mistakes.css"}


def test_every_style_sheet_of_the_site_is_a_part() -> None:
    sheets = {f"css/{path.name}" for path in (ROOT / "static/css").glob("*.css")}
    assert sheets == {part for part in PARTS if part.startswith("css/")} | PAPER | OF_THEIR_OWN


def test_what_a_part_refers_to_is_found_from_the_one_file(tmp_path: Path) -> None:
    (tmp_path / "letters/deep").mkdir(parents=True)
    (tmp_path / "css").mkdir()
    (tmp_path / "letters/deep/a.css").write_text('@font-face { src: url("a.woff2") }')
    (tmp_path / "css/b.css").write_text('i { fill: url("#hatch"); mask: url("data:,") } b { cursor: url("/x.cur") }')
    text = joined(tmp_path, ["letters/deep/a.css", "css/b.css"], "css/all.css")
    assert re.findall(r"url\(\"(.*?)\"\)", text) == ["../letters/deep/a.woff2", "#hatch", "data:,", "/x.cur"]


def test_what_only_its_writers_read_is_left_out() -> None:
    sheet = "/* why */\na {\n  color: red;\n\n  /* two\n lines */ top: 0;\n}\n/*! a licence */\n"
    assert lean(sheet) == "a {\ncolor: red;\ntop: 0;\n}\n/*! a licence */"


def test_every_file_that_it_names_is_there() -> None:
    found = finders.find(NAME)
    assert isinstance(found, str)
    named = re.findall(r'url\("(\.\./[^"]+)"\)', Path(found).read_text(encoding="utf-8"))
    assert named
    assert [name for name in named if not (ROOT / "static/css" / name).is_file()] == []


def test_it_says_what_the_parts_say_by_now(tmp_path: Path) -> None:
    finder = StylesheetFinder()
    finder.storage = type(finder.storage)(location=tmp_path)
    finder.find(NAME)
    (tmp_path / NAME).write_text("old")
    assert finder.find("css/another.css") == []
    assert finder.find(NAME, find_all=True) == [str(tmp_path / NAME)]
    assert (tmp_path / NAME).read_text(encoding="utf-8") == joined(ROOT / "static")
    assert [name for name, _ in finder.list(None)] == [NAME]
    assert [path.name for path in tmp_path.rglob("*.css")] == ["site.css"]


def test_a_page_waits_for_one_style_sheet(db: None, client: Client) -> None:
    page = client.get("/").content.decode()
    sheets = re.findall(r'<link rel="stylesheet" href="([^"]+)"([^>]*)>', page)
    assert [sheet for sheet, rest in sheets if "print" not in rest] == [f"/static/{NAME}"]
