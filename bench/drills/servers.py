"""What drills break: PostgreSQL servers, one of which may follow another, and the site as it is served."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.postgres import Postgres

ROOT = Path(__file__).resolve().parents[2]


class Server(Postgres):
    """A server that can be killed and started again, its data where they were."""

    def kill(self) -> None:
        """Ends it as a power cut would, with all its processes."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def start_again(self) -> None:
        """Starts it on the data that it left, and waits until it answers."""
        self.process = self._serve(self.folder / "data", {**os.environ, "LC_ALL": "C.UTF-8", "TZ": "UTC"})
        self._wait()


class Follower(Server):
    """A server that streams what another one writes."""

    def __init__(self, primary: Server, **settings: str) -> None:
        self.primary = primary
        super().__init__(hot_standby="on", **settings)

    def _making(self, binaries: Path, data: Path) -> list[str | Path]:
        copying = ["--write-recovery-conf", "--wal-method=stream", "--checkpoint=fast", "--dbname", self.primary.url]
        return [binaries / "pg_basebackup", "--pgdata", data, *copying]


def primary() -> Server:
    """A server that others can follow, and that keeps what was committed."""
    return Server(wal_level="replica", max_wal_senders="4", fsync="on", full_page_writes="on", synchronous_commit="on")


@contextmanager
def site(environment: dict[str, str], workers: int = 1) -> Iterator[str]:
    """The site with the sample texts, served as in production; gives its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    known = {**os.environ, "DEBUG": "", "SECRET_KEY": "drill" * 12, "DJANGO_SETTINGS_MODULE": "config.settings"}
    around = {**known, **environment, "SAMPLE": "0", "WEB_CONCURRENCY": str(workers)}
    for command in (["-m", "config.start"], ["manage.py", "load_articles", "--no-progress"]):
        subprocess.run([sys.executable, *command], cwd=ROOT, env=around, check=True, capture_output=True)
    serving = ["-m", "gunicorn", "--config", "config/gunicorn.py", "--no-control-socket", "--bind", f"127.0.0.1:{port}"]
    with subprocess.Popen(
        [sys.executable, *serving, "config.wsgi"], cwd=ROOT, env=around, stdout=subprocess.DEVNULL
    ) as server:
        try:
            address = f"http://127.0.0.1:{port}"
            until = time.monotonic() + 60
            while status(f"{address}/healthz")[0] != 200 and time.monotonic() < until:
                time.sleep(0.2)
            yield address
        finally:
            server.terminate()


def status(address: str, seconds: float = 30) -> tuple[int, float, str]:
    """The status of an answer (0: none), how many seconds it took, and its text."""
    begun = time.monotonic()
    try:
        with urllib.request.urlopen(address, timeout=seconds) as answer:
            told: tuple[int, Any] = answer.status, answer.read()
    except urllib.error.HTTPError as error:
        told = error.code, error.read()
    except (urllib.error.URLError, OSError):
        told = 0, b""
    return told[0], time.monotonic() - begun, told[1].decode(errors="replace")
