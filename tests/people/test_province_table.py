"""The table of provinces: loaded after every migration, without taking anything from what a person set right."""

import csv
import datetime
from pathlib import Path

import pytest
from django.core.management import call_command
from pytest_django.fixtures import Settings

from people.models import Province
from people.province_table import load_provinces, provinces_file

pytestmark = pytest.mark.django_db

BEFORE, AFTER = datetime.date(2024, 5, 16), datetime.date(2025, 11, 4)


class Table:
    """A table of provinces in a file of its own."""

    def __init__(self, rows: list[dict[str, str]]) -> None:
        self.rows = rows
        self.change("")

    def change(self, slug: str, **cells: str) -> None:
        """Writes the file, with other cells in the rows of one short name."""
        for row in self.rows:
            row.update(cells if row["slug"] == slug else {})
        with provinces_file().open("w", encoding="utf-8", newline="") as out:
            lines = csv.DictWriter(out, list(self.rows[0]))
            lines.writeheader()
            lines.writerows(self.rows)


@pytest.fixture
def table(tmp_path: Path, settings: Settings) -> Table:
    """A copy of the table that a test may change."""
    with provinces_file().open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    settings.BASE_DIR = tmp_path
    provinces_file().parent.mkdir()
    return Table(rows)


def test_both_maps_are_there_after_migrating() -> None:
    assert Province.objects.on(BEFORE).count() == 63
    assert Province.objects.on(AFTER).count() == Province.objects.today().count() == 34
    assert Province.objects.on(datetime.date(2025, 3, 1)).filter(slug="hue").exists()


def test_every_former_province_leads_to_one_of_today() -> None:
    assert not Province.objects.filter(valid_to__isnull=False, successor__isnull=True).exists()
    assert not Province.objects.filter(successor__valid_to__isnull=False).exists()
    assert not Province.objects.filter(valid_to__isnull=True, successor__isnull=False).exists()


def test_loading_again_changes_nothing() -> None:
    assert load_provinces() == 0


def test_what_the_table_changes_is_taken_over(table: Table) -> None:
    table.change("phu-yen", region="Biển xanh", successor="khanh-hoa")
    assert load_provinces() == 1
    phu_yen = Province.objects.get(slug="phu-yen")
    assert (phu_yen.region, phu_yen.today.slug) == ("Biển xanh", "khanh-hoa")


def test_what_a_person_set_stays_when_the_table_changes(table: Table) -> None:
    """Whichever way it was set, and beside what the table changes in the same row."""
    Province.objects.filter(slug="phu-yen").update(aliases="Tuy Hoà", successor=None)
    table.change("phu-yen", region="Biển xanh", aliases="Phú-Yên", successor="khanh-hoa")
    load_provinces()
    phu_yen = Province.objects.get(slug="phu-yen")
    assert (phu_yen.aliases, phu_yen.successor, phu_yen.region) == ("Tuy Hoà", None, "Biển xanh")
    assert load_provinces() == 0


def test_a_corrected_short_name_or_last_day_makes_no_second_province(table: Table) -> None:
    count = Province.objects.count()
    Province.objects.filter(slug="phu-yen").update(slug="phu-yen-cu", valid_to=datetime.date(2025, 7, 2))
    table.change("phu-yen", region="Biển xanh")
    load_provinces()
    assert Province.objects.count() == count
    assert Province.objects.get(slug="phu-yen-cu").region == "Biển xanh"


def test_what_was_set_before_the_tables_word_was_kept_stays() -> None:
    """An upgrade: the history alone tells which rows a person has saved."""
    province = Province.objects.get(slug="phu-yen")
    province.aliases = "Tuy Hoà"
    province.save()
    Province.objects.filter(slug="ca-mau", valid_to__isnull=True).update(aliases="Mũi")  # an older table said so
    Province.objects.update(registered={})
    load_provinces()
    assert Province.objects.get(slug="phu-yen").aliases == "Tuy Hoà"
    assert Province.objects.get(slug="ca-mau", valid_to__isnull=True).aliases != "Mũi"


def test_what_only_the_database_has_stays() -> None:
    Province.objects.create(name="Đảo Xa", slug="dao-xa", kind="province")
    assert load_provinces() == 0
    assert Province.objects.filter(slug="dao-xa").exists()


@pytest.mark.django_db(transaction=True)
def test_a_flush_brings_the_provinces_back() -> None:
    call_command("flush", interactive=False, verbosity=0)
    assert Province.objects.today().count() == 34
