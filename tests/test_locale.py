"""Vietnamese is complete, and what is compiled is what was written."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import polib
import pytest
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parent.parent
LOCALE = ROOT / "locale"
WRITTEN = sorted(LOCALE.glob("*/LC_MESSAGES/*.po"))


def test_vietnamese_is_there() -> None:
    assert LOCALE / "vi/LC_MESSAGES/django.po" in WRITTEN


@pytest.mark.parametrize("path", WRITTEN, ids=lambda path: path.parts[-3])
def test_the_compiled_file_is_fresh(path: Path) -> None:
    def entries(catalogue: Iterable[polib.POEntry | polib.MOEntry]) -> dict[tuple[str | None, str], object]:
        return {(entry.msgctxt, entry.msgid): entry.msgstr_plural or entry.msgstr for entry in catalogue}

    written = polib.pofile(str(path)).translated_entries()
    compiled = polib.mofile(str(path.with_suffix(".mo")))
    assert entries(compiled) == entries(written), "run: ./run compilemessages"


def test_vietnamese_is_complete() -> None:
    catalogue = polib.pofile(str(LOCALE / "vi/LC_MESSAGES/django.po"))
    assert [entry.msgid for entry in [*catalogue.untranslated_entries(), *catalogue.fuzzy_entries()]] == []


def test_placeholders_survive_translation() -> None:
    """A translation that drops or invents `%(count)s` or `{name}` shows a broken sentence, or fails."""

    def placeholders(text: str) -> set[str]:
        return set(re.findall(r"%\(\w+\)[a-z]|\{\w*\}", text))

    broken = []
    for entry in polib.pofile(str(LOCALE / "vi/LC_MESSAGES/django.po")):
        allowed = placeholders(entry.msgid) | placeholders(entry.msgid_plural)
        for text in [entry.msgstr, *entry.msgstr_plural.values()]:
            if text and not (placeholders(entry.msgid_plural or entry.msgid) <= placeholders(text) <= allowed):
                broken.append((entry.msgid, text))
    assert broken == []


def strings_of_the_source() -> Iterator[str]:
    """Every string of the code, and all that templates have translated."""
    for room in ("accounts", "backups", "charts", "config", "meetings", "opendata", "people"):
        for path in (ROOT / room).rglob("*.py"):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            yield from (n.value for n in ast.walk(tree) if isinstance(n, ast.Constant) and isinstance(n.value, str))
    for path in (*(ROOT / "templates").rglob("*.html"), *(ROOT / "templates").rglob("*.txt")):
        for literal in re.findall(
            r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"", templatize(path.read_text(encoding="utf-8"))
        ):
            yield ast.literal_eval(literal)


def test_nothing_is_translated_that_is_said_no_more() -> None:
    said = {*strings_of_the_source()}
    catalogue = polib.pofile(str(LOCALE / "vi/LC_MESSAGES/django.po"))
    assert [entry.msgid for entry in catalogue if entry.obsolete or entry.msgid not in said] == []
