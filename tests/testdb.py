"""A pytest plugin that settles, before Django reads its settings, which database the suite runs on.

`--database=postgresql` (or TEST_DATABASE=postgresql) starts a PostgreSQL of the run's own, one for all xdist workers.
"""

import os

import pytest

from tests.postgres import Postgres

# What a developer's shell may hold must not decide how a test ends.
SETTINGS_FROM_ENVIRONMENT = (
    "ALLOWED_HOSTS",
    "CSRF_TRUSTED_ORIGINS",
    "DATABASE_POOL_SIZE",
    "DEBUG",
    "HTTPS",
    "LOG_LEVEL",
    "PROXIES",
)
server_key = pytest.StashKey[Postgres]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--database",
        choices=("sqlite", "postgresql"),
        default=os.environ.get("TEST_DATABASE") or "sqlite",
        help="the database to run on (default: TEST_DATABASE, or sqlite)",
    )


@pytest.hookimpl(tryfirst=True)
def pytest_load_initial_conftests(early_config: pytest.Config) -> None:
    if "PYTEST_XDIST_WORKER" in os.environ:
        return  # the worker inherits the environment that was settled in the first process
    for name in SETTINGS_FROM_ENVIRONMENT:
        os.environ.pop(name, None)
    os.environ["SECRET_KEY"] = "for-tests-only"
    os.environ["LIMIT_SEARCH"] = "1000000"  # a process of tests searches more than any reader
    options = early_config.known_args_namespace
    if options.database == "postgresql" and not (options.help or options.version):
        server = Postgres()
        early_config.stash[server_key] = server
        early_config.add_cleanup(server.stop)
        os.environ["DATABASE_URL"] = server.url
    else:
        # Named, never opened: Django tests SQLite in memory.
        os.environ["DATABASE_URL"] = "sqlite:///var/tests.sqlite3"


def pytest_report_header(config: pytest.Config) -> str:
    server = config.stash.get(server_key, None)
    return f"database: {f'{server.version}, started for this run' if server else config.getoption('database')}"
