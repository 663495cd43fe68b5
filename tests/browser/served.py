"""The site as it is served in production: gunicorn, compressed files, the sample texts, a database of its own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
START_WITHIN = 60  # seconds


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + START_WITHIN
    while server.poll() is None and time.monotonic() < until:
        try:
            with urllib.request.urlopen(address):
                return
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.2)
    raise RuntimeError(f"No page at {address}; the server's exit code is {server.poll()}.")


@contextmanager
def served_site(folder: Path) -> Iterator[str]:
    """Serves the sample from a database in `folder`; gives the address of the site, without the last slash."""
    surroundings = {
        **{name: value for name, value in os.environ.items() if name not in ("DEBUG", "HTTPS", "ALLOWED_HOSTS")},
        "DATABASE_URL": f"sqlite:///{folder / 'site.sqlite3'}",
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "SAMPLE": "0",  # loaded below: the stamp of ./run tells of a developer's own database
    }
    for command in (["-m", "config.start"], ["manage.py", "load_articles", "--no-progress"]):
        subprocess.run([sys.executable, *command], cwd=ROOT, env=surroundings, check=True, capture_output=True)
    port = _free_port()
    gunicorn = ["-m", "gunicorn", "--config", "config/gunicorn.py", "--no-control-socket"]
    with subprocess.Popen(
        [sys.executable, *gunicorn, "--bind", f"127.0.0.1:{port}", "config.wsgi"],
        cwd=ROOT,
        env=surroundings,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as server:
        try:
            _wait_for(f"http://127.0.0.1:{port}/healthz", server)
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
