"""What a release says has changed since the one before it: merges, splits, what was set right, by no name."""

from __future__ import annotations

import csv
import datetime
import json
from pathlib import Path

import pytest
from django.contrib.auth.models import User
from django.utils import timezone

from meetings.moving.newcomers import Newcomer, bring_in
from opendata.releases.changelog import MOST_LISTED
from people.merging import undo
from people.models import Official
from tests.factories import make_directive, make_merge, make_official, make_organization, make_province
from tests.opendata.releases.scene import DAY, make_everything, published, reject

pytestmark = pytest.mark.django_db
NEXT = DAY + datetime.timedelta(days=30)


def changes_in(release: Path) -> set[tuple[str, str, str, str]]:
    with (release / "changes.csv").open(encoding="utf-8", newline="") as lines:
        return {(row["table"], row["id"], row["change"], row["columns"]) for row in csv.DictReader(lines)}


def words_in(release: Path) -> str:
    return (release / "CHANGELOG.en.md").read_text(encoding="utf-8")


def test_the_first_release_compares_with_none(tmp_path: Path) -> None:
    make_everything()
    made = published(tmp_path)
    assert changes_in(made) == set()
    assert words_in(made) == "# Changes\n\n## 2026-03-05\n\nThe first release here.\n"


def test_without_changes_it_says_so_and_keeps_what_was_said_before(tmp_path: Path) -> None:
    make_everything()
    published(tmp_path)
    made = published(tmp_path, NEXT)
    assert changes_in(made) == set()
    assert words_in(made) == (
        "# Changes\n\n## 2026-04-04\n\nSince the release of 2026-03-05:\n\nNothing changed.\n"
        "\n## 2026-03-05\n\nThe first release here.\n"
    )


def test_new_changed_and_gone_rows_are_counted(tmp_path: Path) -> None:
    scene = make_everything()
    published(tmp_path)
    new = make_directive(scene.meeting, "Sở Y tế báo cáo.")
    scene.target.value = 27000
    scene.target.save()
    reject(scene.directive)
    made = published(tmp_path, NEXT)
    changes = changes_in(made)
    assert ("directives", str(new.pk), "added", "") in changes
    assert ("directives", str(scene.directive.pk), "gone", "") in changes
    assert {change for change in changes if change[0] == "targets"} == {
        ("targets", str(scene.target.pk), "changed", "value")
    }
    assert ("corrections", f"target/{scene.target.pk}/value", "added", "") in changes
    words = words_in(made)
    assert "| `directives` Tasks | 1 | 0 | 1 |" in words
    assert "| `targets` Figures | 0 | 1 | 0 |" in words
    assert f"/id/directive/{scene.directive.pk}`: found to be wrong by a person" in words
    assert f"/id/target/{scene.target.pk}` value: set right" in words


def test_merges_partings_and_splits_are_told(tmp_path: Path) -> None:
    make_everything()
    place = make_province("Nghệ An")
    old, young = (make_official(name, province=place) for name in ("Phạm Hoà", "Phạm Hóa"))
    merged = make_merge(old, young)
    published(tmp_path)
    one, two = (make_organization(name, province=place) for name in ("Sở Giao thông", "Sở Giao thông vận tải"))
    make_merge(one, two)
    undo(merged, by=None, reason="hai người")
    namesake = bring_in(Newcomer(), old, by=None, reason="hai người")
    made = published(tmp_path, NEXT)
    words = words_in(made)
    assert "### Merged, or led on to another record" in words
    assert (
        f"/id/organization/{two.pk}` → `http://localhost:8000/id/organization/{one.pk}`: two records were one" in words
    )
    assert f"/id/organization/{two.pk}`: merged" not in words
    assert "### Parted again" in words
    assert f"/id/official/{young.pk}` ≠ `http://localhost:8000/id/official/{old.pk}`" in words
    assert f"official {old.pk} ≠ {namesake.pk}: the second was split off from the first" in words
    assert ("officials", str(young.pk), "added", "") in changes_in(made)


def test_who_did_what_is_told_nowhere(tmp_path: Path, django_user_model: type[User]) -> None:
    editor = django_user_model.objects.create_user("lan.editor", first_name="Lan", last_name="Hiệu Đính")
    scene = make_everything()
    published(tmp_path)
    scene.directive.text = "Sở Tài chính trình phương án khác."
    scene.directive._history_user = editor  # type: ignore[attr-defined]
    scene.directive._change_reason = "Theo thư của bạn đọc Mai"  # type: ignore[attr-defined]
    scene.directive.save()
    others = [make_official(name, province=scene.meeting.province) for name in ("Lý Hoà", "Lý Hòa Bình")]
    make_merge(*others, by=editor, reason="Theo lời bạn đọc Mai")
    made = published(tmp_path, NEXT)
    everything = b"".join(path.read_bytes() for path in made.rglob("*") if path.is_file())
    for secret in ("lan.editor", "Hiệu Đính", "bạn đọc Mai"):
        assert secret.encode() not in everything


def test_other_rules_are_told_once_and_not_row_by_row(tmp_path: Path) -> None:
    scene = make_everything()
    before = published(tmp_path) / "accuracy.json"
    told = json.loads(before.read_bytes())
    before.write_text(json.dumps({**told, "extractor_version": "0123456789abcdef"}))
    scene.article.extractor_version = told["extractor_version"]
    scene.article.read_at = timezone.now()
    scene.article.save()
    made = published(tmp_path, NEXT)
    assert f"version {told['extractor_version']}, then 0123456789abcdef" in words_in(made)
    assert changes_in(made) == set()


def test_long_lists_are_cut_and_say_so(tmp_path: Path) -> None:
    make_everything()
    published(tmp_path)
    for number in range(MOST_LISTED + 5):
        Official.objects.create(name=f"Người {number}", state="confirmed")
    words = words_in(published(tmp_path, NEXT))
    assert words.count(": added\n") == MOST_LISTED
    assert "- … and 5 more in `changes.csv`" in words


@pytest.mark.parametrize("broken", ["no release", "not a database", "an empty file", "of another kind"])
def test_what_is_no_release_is_not_compared_with(tmp_path: Path, broken: str) -> None:
    make_everything()
    published(tmp_path)
    later = tmp_path / "2026-03-20"
    later.mkdir()
    if broken == "not a database":
        (later / "viectinh.db").write_bytes(b"nothing" * 1000)
    elif broken == "an empty file":
        (later / "viectinh.db").touch()
    elif broken == "of another kind":
        later = later.rename(tmp_path / "20260320")
    assert "Since the release of 2026-03-05" in words_in(published(tmp_path, NEXT))


def test_a_release_of_an_earlier_day_is_compared_with_what_was_before_it(tmp_path: Path) -> None:
    make_everything()
    published(tmp_path, NEXT)
    assert "The first release here." in words_in(published(tmp_path, DAY))
