"""Every kind of page is valid HTML, as the Nu HTML checker reads it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from django.test import Client

from tests.browser.tools import tool
from tests.public_pages import LANGUAGES, addresses, make_public_scene

pytestmark = pytest.mark.django_db


def test_every_page_is_valid_html(client: Client, tmp_path: Path) -> None:
    checker = tool("vnu-jar/build/dist/vnu.jar")
    scene = make_public_scene()
    names = {}
    for language in LANGUAGES:
        for number, (name, address) in enumerate(addresses(scene, language).items()):
            file = tmp_path / f"{language}-{number}.html"
            file.write_bytes(client.get(address).content)
            names[file.name] = f"{name} ({language})"
    checked = subprocess.run(
        ["java", "-jar", str(checker), "--format", "json", "--stdout", *map(str, sorted(tmp_path.iterdir()))],
        capture_output=True,
        text=True,
        check=False,
    )
    found = {
        (names[message["url"].rpartition("/")[2]], message["message"], message.get("extract", "")[:120])
        for message in json.loads(checked.stdout)["messages"]
    }
    assert found == set()
