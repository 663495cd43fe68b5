"""What every test stands on."""

import os
from collections.abc import Iterator

import hypothesis
import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.core.cache import caches
from django.db import connection
from django.test import Client, override_settings
from django.utils import translation
from pytest_django import DjangoDbBlocker

from opendata.models import Tombstone
from opendata.turns import AT_ONCE, Turns
from opendata.views import files
from tests import factories
from tests.staff import login

# A busy machine is no defect; what CI refuses must be refused again when it is run again.
hypothesis.settings.register_profile("suite", deadline=None, derandomize=bool(os.environ.get("CI")))
hypothesis.settings.load_profile("suite")


_OWN_DATABASE = {"db", "transactional_db", "live_server"}
_DATABASE = {*_OWN_DATABASE, "django_db_setup"}


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """What asks no database is tested once, not once for each."""
    if config.getoption("database") == "sqlite":
        return
    alike = [item for item in items if not asks_a_database(item)]
    items[:] = [item for item in items if asks_a_database(item)]
    config.hook.pytest_deselected(items=alike)


def asks_a_database(item: pytest.Item) -> bool:
    """Whether a test may: it is marked so, or takes what leads there."""
    return _is_given(item, _DATABASE)


def _is_given(item: pytest.Item, fixtures: set[str]) -> bool:
    return item.get_closest_marker("django_db") is not None or bool(fixtures & {*getattr(item, "fixturenames", ())})


@pytest.fixture(autouse=True, scope="session")
def _plain_static_files() -> Iterator[None]:
    """Pages are tested without collecting static files first; tests/config/test_static.py tests the manifest.

    Each is made anew; tests/people/freshness tests what is remembered.
    """
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    fast = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    with override_settings(
        STORAGES={**settings.STORAGES, "staticfiles": plain},
        PASSWORD_HASHERS=fast,
        STATIC_ROOT=settings.BASE_DIR / "var/no-static",  # every client would look through what was collected
        PAGE_MEMORY=0,
        PIECE_MEMORY=0,
        STOCK_LEAST=0,
        STOCK_FOLDER=None,
        KEEP_ASKING=0,
    ):
        yield


@pytest.fixture(autouse=True)
def _vietnamese() -> Iterator[None]:
    """Every test begins in Vietnamese: a page that was asked for in English leaves its language in the thread."""
    with translation.override(settings.LANGUAGE_CODE):
        yield


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """What a slow machine remembered of one test's numbers is none of the next one's, nor how often it asked."""
    for cache in caches.all(initialized_only=True):
        cache.clear()


@pytest.fixture(autouse=True)
def _nothing_went_before(request: pytest.FixtureRequest) -> None:
    """Where emptying the tables deletes row by row, the tracking took note of what earlier tests left committed."""
    if connection.vendor == "sqlite" and _is_given(request.node, _OWN_DATABASE):
        request.getfixturevalue("db")
        Tombstone.objects.all().delete()


@pytest.fixture(autouse=True)
def _no_turn_is_kept() -> Iterator[None]:
    """Of files few are made at once: the test that leaves one open fails, not the one that is told to come back."""
    files.TURNS = Turns()
    yield
    turns = [files.TURNS.take() for _ in range(AT_ONCE)]
    assert None not in turns, "an answer was left open"


@pytest.fixture
def admin_client(admin_user: User) -> Client:
    """A superuser who has given password and code."""
    return login(Client(), admin_user)


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Ends what the live site's threads left open: PostgreSQL drops no database that somebody is connected to."""
    yield
    if connection.vendor == "postgresql":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                " WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """One line for all browser tests that were skipped."""
    skipped = [
        report
        for report in terminalreporter.stats.get("skipped", [])
        if isinstance(report, pytest.TestReport) and report.nodeid.startswith("tests/browser/")
    ]
    if skipped and isinstance(skipped[0].longrepr, tuple):
        reason = skipped[0].longrepr[2].removeprefix("Skipped: ")
        terminalreporter.write_line(f"{len(skipped)} browser tests were skipped: {reason}", yellow=True)


@pytest.fixture
def _followed_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What factories make is followed at once, as if a person saved it: by the queue of doubts, links and history."""
    monkeypatch.setattr(factories, "save_quietly", lambda record: record.save())
