"""The servers that are asked: the site as in production, twice (one remembers no page), and Datasette."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

from bench.pages.asking import LONGEST

ROOT = Path(__file__).resolve().parents[2]
WORKERS = 2
SECRET = "bench" * 12
_START = 120  # seconds
_DATASETTE = {
    "facet_time_limit_ms": 60_000,
    "sql_time_limit_ms": 60_000,
    "suggest_facets": "off",  # which would only cost time here
    "num_sql_threads": 3,
    "cache_size_kb": 400_000,
}


@contextmanager
def site(database: str, page_memory: int, folder: Path) -> Iterator[tuple[str, int]]:
    """The site on a database; gives host and port, and the process that began the workers."""
    port = _free_port()
    if database.startswith("postgresql:"):
        options = quote(f"-c statement_timeout={500 * LONGEST + 1000}")
        database = f"{database}{'&' if '?' in database else '?'}options={options}"
    around = {
        **os.environ, "DATABASE_URL": database, "DEBUG": "", "SECRET_KEY": SECRET, "SAMPLE": "0", "LOG_LEVEL": "ERROR",
        "DJANGO_SETTINGS_MODULE": "config.settings", "WEB_CONCURRENCY": str(WORKERS),
        "PAGE_MEMORY_MB": str(page_memory),
    }  # fmt: skip
    collect = [sys.executable, "manage.py", "collectstatic", "--no-input", "--verbosity", "0"]
    subprocess.run(collect, cwd=ROOT, env=around, check=True)
    serving = ["-m", "gunicorn", "--config", "config/gunicorn.py", "--no-control-socket", "--bind", f"127.0.0.1:{port}"]
    with _running([*serving, "config.wsgi"], around, f"127.0.0.1:{port}", "/healthz", folder) as number:
        yield f"127.0.0.1:{port}", number


@contextmanager
def datasette(options: Sequence[str], folder: Path) -> Iterator[str]:
    """Datasette; gives host and port."""
    port = _free_port()
    settings = [part for name, value in _DATASETTE.items() for part in ("--setting", name, str(value))]
    serving = ["-m", "datasette", "serve", *options, *settings, "--port", str(port)]
    with _running(serving, dict(os.environ), f"127.0.0.1:{port}", "/-/versions.json", folder):
        yield f"127.0.0.1:{port}"


@contextmanager
def _running(
    arguments: Sequence[str], environment: dict[str, str], host: str, asked: str, folder: Path
) -> Iterator[int]:
    """Starts `python ARGUMENTS`, waits until it answers, and ends it."""
    log = folder / f"{host.replace(':', '-')}.log"
    with (
        log.open("wb") as lines,
        subprocess.Popen([sys.executable, *arguments], cwd=ROOT, env=environment, stdout=lines, stderr=lines) as server,
    ):
        try:
            until = time.monotonic() + _START
            while not _answers(f"http://{host}{asked}"):
                if server.poll() is not None or time.monotonic() > until:
                    raise RuntimeError(f"A server did not start: {log.read_text(encoding='utf-8')[-2000:]}")
                time.sleep(0.1)
            yield server.pid
        finally:
            server.terminate()


def _answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def memory_of_workers(parent: int) -> list[float]:
    """What each worker process holds, in MB, as the kernel counts it."""
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii").split()
    held = []
    for child in children:
        lines = Path(f"/proc/{child}/status").read_text(encoding="utf-8").splitlines()
        held.append(next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")))
    return held
