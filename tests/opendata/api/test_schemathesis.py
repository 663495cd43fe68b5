"""The site as it is served answers whatever its own description allows, and refuses what that does not allow."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.browser.served import served_site

HERE = Path(__file__).parent
CONFIGURATION = Path(__file__).with_name("schemathesis.toml")
EXAMPLES = os.environ.get(
    "SCHEMATHESIS_EXAMPLES", "4"
)  # for each address, besides those at the edges of what is allowed


@pytest.mark.skipif("'postgresql' in str(__import__('django').conf.settings.DATABASES)", reason="served from SQLite")
def test_schemathesis_finds_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIMIT_API", "100000000")
    monkeypatch.setenv("SCHEMATHESIS_HOOKS", "tests.opendata.api.schemathesis_checks")
    monkeypatch.setenv("PYTHONPATH", str(Path.cwd()))
    with served_site(tmp_path) as address:
        command = [
            *(sys.executable, "-m", "schemathesis.cli", "--config-file", str(CONFIGURATION)),
            *("run", f"{address}/api/v1/openapi.json"),
            # In its place stands a check of our own, which knows what only the data can know.
            *("--exclude-checks", "positive_data_acceptance"),
            *("--max-examples", EXAMPLES, "--seed", "1", "--workers", "2", "--no-color"),
            *("--phases", "examples,coverage,fuzzing"),
        ]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    asked = re.search(r"(\d+) generated, \1 passed", done.stdout)
    assert asked is not None, done.stdout[-2000:]
    assert int(asked[1]) > 500
