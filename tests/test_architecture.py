"""Who may import whom, how long a module may be, and which rooms the house does not have."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("config", "charts", "people", "meetings", "opendata", "accounts", "backups")
SOURCES = sorted(
    path
    for package in PACKAGES
    for path in (ROOT / package).rglob("*.py")
    if not {"migrations", "bench"} & set(path.relative_to(ROOT).parts)
)
LONGEST = 200  # lines
# Rooms in which everything ends up that was not thought about.
FORBIDDEN_ROOMS = {"core", "utils", "util", "helpers", "helper", "services", "common", "misc"}
# Read by Django itself, or by the URL configuration; everybody else takes what these take.
ENDS = {"views", "admin"}


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def imported_by(path: Path, text: str | None = None) -> Iterator[str]:
    """Every module that a source file imports, wherever in the file; `from x import y` gives `x.y`, relative or not."""
    package = path.relative_to(ROOT).parent.parts
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8") if text is None else text)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            base = ".".join([*above, *([node.module] if node.module else [])])
            yield from (f"{base}.{alias.name}" for alias in node.names)


def inside(module: str, package: str) -> bool:
    return module == package or module.startswith(f"{package}.")


def layer(module: str) -> str:
    """The storey of an app that a module belongs to: `views` for `people.views` and `people.views.officials.search`."""
    return next((part for part in module.split(".")[1:] if part in ("models", "filters", "views", "admin")), "")


def objection(importer: str, imported: str) -> str | None:
    """The rule that an import breaks, if any. The names are dotted modules, or things in them."""
    top = imported.split(".")[0]
    if inside(importer, "meetings.extraction"):
        allowed = top in sys.stdlib_module_names or inside(imported, "meetings.extraction")
        return None if allowed else "extraction stands on the standard library alone"
    if inside(importer, "charts"):
        allowed = top in sys.stdlib_module_names or inside(imported, "charts")
        return None if allowed else "charts are geometry, of nothing in particular"
    if "backups" in (top, importer.split(".")[0]) and top in PACKAGES and importer.split(".")[0] != top:
        return "backups copy whatever a database holds, and nobody needs them"
    if inside(importer, "accounts") and top == "charts":
        return "the way in shows no pictures"
    if importer == "people.names":
        return None if top in sys.stdlib_module_names else "names are compared without Django"
    if inside(importer, "people") and top == "meetings":
        return "meetings stand on people, not the other way round"
    if top == "opendata" and importer.split(".")[0] not in ("opendata", "config"):
        return "open data stand on all the others, none of which knows of them"
    if "accounts" in (top, importer.split(".")[0]) and {top, importer.split(".")[0]} & {
        "people",
        "meetings",
        "opendata",
    }:
        return "accounts stand beside the others, which know permissions by their names"
    if top == "config" and not inside(importer, "config"):
        return "the frame holds the apps, they do not hold on to it"
    if top not in ("people", "meetings", "opendata", "accounts"):
        return None
    here, there = layer(importer), layer(imported)
    if there in ENDS and not (importer.endswith((".urls", ".page_urls")) and there == "views") and here != there:
        return "nobody imports views or admin, except urls the views"
    if here == "models" and there == "filters":
        return "views take filters, filters take models"
    return None


@pytest.mark.parametrize("path", SOURCES, ids=module_of)
def test_imports_go_one_way(path: Path) -> None:
    importer = module_of(path)
    broken = {imported: rule for imported in imported_by(path) if (rule := objection(importer, imported))}
    assert broken == {}


@pytest.mark.parametrize(
    ("importer", "imported", "allowed"),
    [
        ("people.register", "people.models.Official", True),
        ("people.models.officials", "meetings.models", False),
        ("meetings.reconcile", "people.models", True),
        ("meetings.reconcile", "meetings.extraction.extract", True),
        ("meetings.extraction.dates", "re", True),
        ("meetings.extraction.dates", "meetings.extraction.spans.Span", True),
        ("meetings.extraction.dates", "meetings.models.Meeting", False),
        ("meetings.extraction.dates", "people.names.fold", False),
        ("meetings.extraction.dates", "django.conf.settings", False),
        ("charts.bars", "charts.scales.LinearScale", True),
        ("charts.calendar", "datetime", True),
        ("charts.bars", "people.names.fold", False),
        ("charts.bars", "meetings.models.Meeting", False),
        ("charts.ticks", "django.utils.formats", False),
        ("people.careers", "charts.scales.DayScale", True),
        ("meetings.views.meetings", "charts.bars.strip", True),
        ("meetings.extraction.dates", "charts.periods.Period", False),
        ("accounts.codes", "charts.bars.strip", False),
        ("people.names", "django.utils.text", False),
        ("people.names", "unicodedata", True),
        ("meetings.views", "meetings.filters.MeetingFilter", True),
        ("meetings.filters", "meetings.models.Meeting", True),
        ("meetings.filters", "meetings.views.MeetingList", False),
        ("meetings.models.meetings", "meetings.filters.MeetingFilter", False),
        ("meetings.urls", "meetings.views", True),
        ("meetings.urls", "meetings.admin", False),
        ("meetings.views.articles", "meetings.views.pages", True),
        ("meetings.admin", "people.admin.OfficialAdmin", True),
        ("meetings.feeds", "people.views", False),
        ("opendata.feeds", "meetings.listings.LISTINGS", True),
        ("opendata.feeds", "meetings.views.meetings", False),
        ("opendata.urls", "opendata.views.identifiers", True),
        ("opendata.page_urls", "opendata.views.files", True),
        ("meetings.views.meetings", "opendata.identifiers.identifier", False),
        ("people.listings", "opendata.identifiers.identifier", False),
        ("accounts.codes", "opendata.problems.problem", False),
        ("backups.making", "django.db.connection", True),
        ("backups.restoring", "backups.archive", True),
        ("backups.making", "people.models.Official", False),
        ("accounts.resetting", "backups.making", False),
        ("people.models.roles", "config.settings", False),
        ("config.crawlers", "config.desk", True),
        ("config.urls", "accounts.urls", True),
        ("accounts.urls", "accounts.views.codes", True),
        ("accounts.codes", "people.models.Official", False),
        ("people.desk.site", "accounts.roles", False),
        ("meetings.views", "accounts.models.StaffRole", False),
    ],
)
def test_the_rules_themselves(importer: str, imported: str, allowed: bool) -> None:
    assert (objection(importer, imported) is None) is allowed


def test_imports_are_found_wherever_they_stand() -> None:
    path = ROOT / "people/models/officials.py"
    text = "import a.b\nfrom .roles import Role\nfrom ..names import fold\ndef f():\n    from x import y as z\n"
    assert list(imported_by(path, text)) == ["a.b", "people.models.roles.Role", "people.names.fold", "x.y"]


@pytest.mark.parametrize("path", SOURCES, ids=module_of)
def test_a_module_is_short_and_says_what_it_is_for(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LONGEST
    assert not text.strip() or ast.get_docstring(ast.parse(text))


def test_no_room_for_what_was_not_thought_about() -> None:
    names = {path: {part.removesuffix(".py") for part in path.relative_to(ROOT).parts} for path in SOURCES}
    assert [str(path) for path, parts in names.items() if parts & FORBIDDEN_ROOMS] == []


def test_the_package_of_the_workshop_stays_empty() -> None:
    """Whatever meetings/__init__.py imported would be needed to run the extraction."""
    assert (ROOT / "meetings/__init__.py").read_text() == ""


def test_the_extraction_runs_where_nothing_is_installed() -> None:
    bare = [sys.executable, "-S", "-E", "-B"]  # no site-packages, no environment
    text = min((ROOT / "fixtures/articles").glob("*.txt"))
    assert subprocess.run([*bare, "-c", "import django"], capture_output=True, check=False).returncode != 0
    done = subprocess.run(
        [*bare, "-m", "meetings.extraction", str(text)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.strip()
