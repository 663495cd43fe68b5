"""./run says in one sentence why it cannot start, and changes nothing then."""

import os
import shutil
import socket
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    bash = shutil.which("bash")
    assert bash
    clean = {"PATH": os.environ["PATH"], "LANG": "C"} | environment
    return subprocess.run(
        [bash, ROOT / "run", *arguments], env=clean, capture_output=True, text=True, check=False, timeout=60
    )


def test_help_names_the_commands() -> None:
    done = run("--help")
    assert done.returncode == 0
    assert [line.split()[1] for line in done.stdout.splitlines()[1:6]] == [
        "test",
        "dev",
        "publish",
        "worker",
        "COMMAND",
    ]


@pytest.mark.parametrize("port", ["0", "65536", "-1", "8000x", "http", "999999"])
def test_a_port_that_is_none(port: str) -> None:
    done = run(PORT=port)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.startswith(f"PORT is '{port}', but should be a number")


def test_a_port_that_is_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        done = run(PORT=port)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.startswith(f"Port {port} is in use")


@pytest.mark.parametrize(
    ("version", "expected"), [("Python 3.9.2", "but Python 3.9.2 was found"), (None, "but no Python was found")]
)
def test_a_python_that_is_too_old_or_missing(tmp_path: Path, version: str | None, expected: str) -> None:
    for name in ("dirname", "sed"):
        (tmp_path / name).symlink_to(shutil.which(name) or "")
    if version:
        old = tmp_path / "python3"
        old.write_text(f"#!/bin/sh\n[ \"$1\" = --version ] && echo '{version}' && exit\nexit 1\n")
        old.chmod(0o755)
    done = run(PATH=str(tmp_path))
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert done.stderr.startswith("Python 3.11 or newer is needed")
    assert expected in done.stderr
