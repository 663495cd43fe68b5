"""Debian's Chromium on a live site: `page` opens paths of the site and fails on script errors and CSP violations."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import User
from django.test import Client
from playwright.sync_api import BrowserContext, ConsoleMessage, Page
from pytest_django.live_server_helper import LiveServer

from tests.staff import login

NO_CHROMIUM = "no Chromium was found; install the package chromium"
# Set by the plugin for tests with JavaScript and without: the same walk must be possible in both.
BOTH = pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "no-javascript"])
# What a page looks like in a browser is not the database's doing: the other database is asked where people write, side
# by side with the server's threads; that each view answers alike is for the tests without a browser.
ON_BOTH_DATABASES = ("test_review.py", "test_moving.py")
# What is measured needs the machine to itself: left out where tests run side by side, `./run test` runs it last.
ALONE = ("test_production.py",)
# A test browser talks to the site and to nobody else.
QUIET = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-default-browser-check",
    "--no-first-run",
    "--no-pings",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
]


def chromium() -> str | None:
    """The path of an installed Chromium, CHROMIUM in the environment first."""
    names = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if name and (path := shutil.which(name))), None)


def browser_required() -> bool:
    return os.environ.get("REQUIRE_BROWSER", "") not in ("", "0")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    here = Path(__file__).parent
    seen_already = config.getoption("database") != "sqlite"
    side_by_side = hasattr(config, "workerinput") or config.getoption("numprocesses", None)
    elsewhere = [
        item
        for item in items
        if item.path.parent == here
        and ((seen_already and item.path.name not in ON_BOTH_DATABASES) or (side_by_side and item.path.name in ALONE))
    ]
    items[:] = [item for item in items if item not in elsewhere]
    config.hook.pytest_deselected(items=elsewhere)
    mine = [item for item in items if here in item.path.parents]
    if mine and chromium() is None:
        if browser_required():
            raise pytest.UsageError(f"REQUIRE_BROWSER is set, but {NO_CHROMIUM}.")
        for item in mine:
            item.add_marker(pytest.mark.skip(reason=NO_CHROMIUM))


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    """Where a browser is required, a skipped browser test is a failed one."""
    outcome: Any = yield
    report = outcome.get_result()
    if report.skipped and browser_required() and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"{item.nodeid} was skipped, and REQUIRE_BROWSER is set: {report.longrepr}"


@pytest.fixture(scope="session", autouse=True)
def _database_calls_beside_playwright() -> Iterator[None]:
    """Playwright keeps an event loop in this thread, for which Django would refuse every query of a test."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        yield


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    sandbox = ["--no-sandbox"] if os.geteuid() == 0 else []
    return {**browser_type_launch_args, "executable_path": chromium(), "args": [*QUIET, *sandbox]}


@pytest.fixture(scope="session")
def base_url(live_server: LiveServer) -> str:
    """Where `page.goto("/path")` goes."""
    return live_server.url


@pytest.fixture
def javascript() -> bool:
    """Whether pages may run scripts; parametrized by `BOTH`."""
    return True


@pytest.fixture
def context(new_context: Any, javascript: bool) -> BrowserContext:
    """A browser of one visitor, who reads Vietnamese."""
    opened: BrowserContext = new_context(java_script_enabled=javascript, locale="vi-VN", timezone_id="Asia/Ho_Chi_Minh")
    opened.set_default_timeout(10_000)  # ms
    return opened


@pytest.fixture
def sign_in(context: BrowserContext, base_url: str) -> Callable[[User], None]:
    """Lets a member of staff into the browser, as if password and code had been given: `sign_in(make_editor())`."""

    def let_in(user: User) -> None:
        session = login(Client(), user).cookies[settings.SESSION_COOKIE_NAME]
        context.add_cookies([{"name": session.key, "value": session.value, "url": base_url}])

    return let_in


@pytest.fixture
def complaints() -> list[str]:
    """What the browser's console says of errors; a test that expects one clears it."""
    return []


@pytest.fixture
def page(context: BrowserContext, complaints: list[str]) -> Iterator[Page]:
    """One tab; the test fails if a script fails in it or the Content-Security-Policy stops something."""
    tab = context.new_page()

    def on_console(message: ConsoleMessage) -> None:
        # That a page was answered with 404 or 500 is for the test to judge.
        if message.type == "error" and "Failed to load resource" not in message.text:
            complaints.append(message.text)

    tab.on("console", on_console)
    tab.on("pageerror", lambda error: complaints.append(str(error)))
    yield tab
    assert complaints == []
