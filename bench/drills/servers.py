"""What drills break: PostgreSQL servers, one of which may follow another, and the site as it is served."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import psycopg

from tests.postgres import Postgres, end_with_parent

ROOT = Path(__file__).resolve().parents[2]
SETTINGS = {"DEBUG": "", "SECRET_KEY": "drill" * 12, "DJANGO_SETTINGS_MODULE": "config.settings", "PYTHONUTF8": "1"}


class Server(Postgres):
    """A server that can be killed and started again, its data where they were."""

    def kill(self) -> None:
        """Ends it as a power cut would, with all its processes."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def start_again(self) -> None:
        """Starts it on the data that it left, and waits until it answers."""
        self.process = self._serve(self.folder / "data", {**os.environ, "LC_ALL": "C.UTF-8", "TZ": "UTC"})
        self.wait()

    def wait(self) -> None:
        """Until it answers: after one of its processes was killed, it ends all others and looks through its data."""
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


def database(server: Postgres, name: str, template: str = "template1") -> str:
    """Makes a database, as another one is; gives its address."""
    with psycopg.connect(server.url, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {template}")
    return server.url.replace("/postgres?", f"/{name}?")


def manage(environment: dict[str, str], *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Runs a command of manage.py; one that fails ends the drill, unless that is looked at."""
    command = [sys.executable, "manage.py", *arguments]
    around = {**os.environ, **SETTINGS, **environment}
    ran = subprocess.run(command, cwd=ROOT, env=around, check=False, capture_output=True, text=True, encoding="utf-8")
    if check and ran.returncode:
        raise RuntimeError(f"manage.py {' '.join(arguments)}: {ran.stderr[-3000:]}")
    return ran


def collect_static() -> None:
    """What pages of production name; a drill that starts no site needs them, too."""
    manage({}, "collectstatic", "--no-input", "--verbosity", "0")


class Site:
    """The site as it is served in production, of whatever its database holds; `address` is where."""

    def __init__(self, environment: dict[str, str], workers: int = 1) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self.address = f"http://127.0.0.1:{self.port}"
        self._around = {**os.environ, **SETTINGS, **environment, "WEB_CONCURRENCY": str(workers)}
        self.log = Path(tempfile.mkdtemp(prefix="viectinh-site-")) / "log"
        self.begin()

    def begin(self) -> None:
        """Starts it, again where its master was killed, and waits until it answers."""
        until = time.monotonic() + 120
        self._start()
        while not (self.processes() and status(f"{self.address}/healthz", 5)[0] == 200) and time.monotonic() < until:
            if self.process.poll() is not None:  # those whose master was killed still hold the port
                time.sleep(1)
                self._start()
            time.sleep(0.2)

    def processes(self) -> list[int]:
        """Those that answer, none where their master is gone."""
        return children(self.process.pid) if self.process.poll() is None else []

    def memory(self) -> list[float]:
        """What each of them holds, in MB (Linux only)."""
        lines = [line for pid in sorted(self.processes()) for line in _lines(Path(f"/proc/{pid}/status"))]
        return [int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS")]

    def _start(self) -> None:
        bind = ["--no-control-socket", "--bind", f"127.0.0.1:{self.port}"]
        command = [sys.executable, "-m", "gunicorn", "--config", "config/gunicorn.py", *bind, "config.wsgi"]
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                command,
                cwd=ROOT,
                env=self._around,
                stdout=subprocess.DEVNULL,
                stderr=log,
                start_new_session=True,
                preexec_fn=end_with_parent,
            )

    def kill(self) -> None:
        """Ends its master at once; the others are told to end by the service manager."""
        self.process.kill()
        self.process.wait()
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGTERM)

    def stop(self) -> None:
        """Ends it."""
        self.process.terminate()
        self.process.wait()


@contextmanager
def site(environment: dict[str, str], workers: int = 1, *, sample: bool = True) -> Iterator[str]:
    """The site, served as in production, with the sample texts; gives its address."""
    server = served(environment, workers, sample=sample)
    try:
        yield server.address
    finally:
        server.stop()


def served(environment: dict[str, str], workers: int = 1, *, sample: bool = True) -> Site:
    """As `site`, to be stopped by whoever asks for it."""
    around = {**os.environ, **SETTINGS, **environment, "SAMPLE": "0"}
    subprocess.run([sys.executable, "-m", "config.start"], cwd=ROOT, env=around, check=True, capture_output=True)
    if sample:
        manage(environment, "load_articles", "--no-progress")
    return Site(environment, workers)


def _lines(file: Path) -> list[str]:
    try:
        return file.read_text().splitlines()
    except OSError:  # of a process that has ended meanwhile
        return []


def children(pid: int) -> list[int]:
    """The processes that a process has begun (Linux only)."""
    try:
        return [int(word) for word in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def kill(pid: int) -> None:
    """`kill -9`; one that has ended by itself meanwhile is none."""
    with suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL)


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
