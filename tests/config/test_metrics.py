"""Figures for Prometheus: for whoever has the token, of all processes, named by views and never by what is typed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CODE = """
import json, os
from django.test import Client
import django; django.setup()
client = Client(raise_request_exception=False)
if os.environ.get("ASK"):
    for path in ("/healthz", "/khong-co/<typed>", "/robots.txt"):
        client.get(path)
kinds = {}, {"Authorization": "Bearer no"}, {"Authorization": "Bearer s3cret"}
answers = [client.get("/metrics", headers=headers) for headers in kinds]
print(json.dumps([[a.status_code for a in answers], answers[2].content.decode()]))
"""


def ask(tmp_path: Path, token: str, **environment: str) -> tuple[list[int], str]:
    """The statuses without, with a wrong and with the right token, and what is told with it."""
    known = {"PATH": os.environ["PATH"], "SECRET_KEY": "x", "DJANGO_SETTINGS_MODULE": "config.settings"}
    known |= {
        "DATABASE_URL": f"sqlite:///{tmp_path}/none.sqlite3",
        "METRICS_TOKEN": token,
        "LOG_LEVEL": "CRITICAL",
        "DEBUG": "1",
    }
    known |= {"ALLOWED_HOSTS": "testserver.localhost", **environment}
    code = CODE.replace("Client(", "Client(SERVER_NAME='testserver.localhost', ")
    done = subprocess.run([sys.executable, "-c", code], env=known, cwd=ROOT, capture_output=True, text=True, check=True)
    statuses, told = json.loads(done.stdout)
    return statuses, told


def test_without_a_token_there_are_none(tmp_path: Path) -> None:
    assert ask(tmp_path, "")[0] == [404, 404, 404]


def test_several_processes_are_counted_together(tmp_path: Path) -> None:
    (tmp_path / "figures").mkdir()
    together = {"PROMETHEUS_MULTIPROC_DIR": str(tmp_path / "figures"), "ASK": "1"}
    statuses, told = ask(tmp_path, "s3cret", **together)
    assert statuses == [403, 403, 200]
    assert 'viectinh_answers_total{method="GET",status="200",view="robots"} 1.0' in told
    assert 'status="404",view="(none)"} 1.0' in told
    assert "typed" not in told
    assert 'viectinh_answer_seconds_bucket{le="0.005",view="robots"}' in told
    _statuses, told = ask(tmp_path, "s3cret", **together)
    assert 'viectinh_answers_total{method="GET",status="200",view="robots"} 2.0' in told


def test_one_process_tells_of_its_memory(tmp_path: Path) -> None:
    assert "process_resident_memory_bytes" in ask(tmp_path, "s3cret")[1]
