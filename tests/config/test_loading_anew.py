"""New code takes over where it serves already: nobody waits for it to be loaded, and none of the former stays."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
# A site that is loaded when it may be, and says which code answers, of which process.
SITE = """
import os, pathlib, time
code = pathlib.Path("code").read_text()
while not pathlib.Path("may load", code).exists():
    time.sleep(0.02)
def application(environ, start_response):
    start_response("200 OK", [])
    return [f"{code} {os.getpid()}".encode()]
"""


class Site:
    def __init__(self, folder: Path) -> None:
        self.folder, self.allowed = folder, folder / "may load"
        self.allowed.mkdir()
        (folder / "site_of_test.py").write_text(SITE)
        self.listening = socket.create_server(("127.0.0.1", 0))  # it holds its port, as systemd does
        self.write("first")
        self.allow("first")
        port = self.listening.fileno()
        gunicorn = [
            "-m",
            "gunicorn",
            "--config",
            str(ROOT / "config/gunicorn.py"),
            "--no-control-socket",
            "--graceful-timeout",
            "3",
        ]
        self.process = subprocess.Popen(
            [sys.executable, *gunicorn, "--bind", f"fd://{port}", "site_of_test"],
            cwd=folder,
            env={**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{folder}", "WEB_CONCURRENCY": "2"},
            stdout=subprocess.DEVNULL,
            pass_fds=[port],
        )

    def write(self, code: str) -> None:
        (self.folder / "code").write_text(code)

    def allow(self, code: str) -> None:
        (self.allowed / code).touch()

    def load_anew(self, code: str) -> None:
        self.write(code)
        self.process.send_signal(signal.SIGHUP)

    def answer(self) -> str:
        link = http.client.HTTPConnection("127.0.0.1", self.listening.getsockname()[1], timeout=20)
        link.request("GET", "/")
        told = link.getresponse().read().decode()
        link.close()
        return told

    def processes(self) -> list[int]:
        """Those that answer or are to, the oldest first."""
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        return sorted(map(int, children.read_text().split()))


@pytest.fixture
def site(tmp_path: Path) -> Iterator[Site]:
    made = Site(tmp_path)
    until(lambda: len(made.processes()) == 2)
    assert made.answer().startswith("first")
    yield made
    made.process.terminate()
    assert made.process.wait(40) == 0
    made.listening.close()


def until(holds: Callable[[], bool]) -> None:
    for _ in range(600):
        if holds():
            return
        time.sleep(0.05)
    pytest.fail("It did not come about within 30 seconds.")


def taken_over(site: Site, code: str) -> bool:
    """Whether only this code answers, in as many processes as before."""
    return {site.answer().split()[0] for _ in range(20)} == {code} and len(site.processes()) == 2


def test_the_former_code_answers_until_the_new_is_ready(site: Site) -> None:
    site.load_anew("second")
    until(lambda: len(site.processes()) == 4)
    assert {site.answer().split()[0] for _ in range(20)} == {"first"}
    site.allow("second")
    until(lambda: taken_over(site, "second"))


def test_code_that_comes_while_other_code_is_loaded_is_next(site: Site) -> None:
    site.load_anew("second")
    until(lambda: len(site.processes()) == 4)
    site.process.send_signal(signal.SIGHUP)
    site.allow("second")
    until(lambda: site.answer().startswith("second"))
    site.write("third")
    site.allow("third")
    until(lambda: taken_over(site, "third"))


def test_where_a_new_process_is_killed_the_former_answers_on(site: Site) -> None:
    site.load_anew("second")
    until(lambda: len(site.processes()) == 4)
    for killed in site.processes()[-2:]:
        os.kill(killed, signal.SIGKILL)
    assert {site.answer().split()[0] for _ in range(20)} == {"first"}
    site.allow("second")
    until(lambda: taken_over(site, "second"))
