"""Questions to the API, as a program asks them."""

from __future__ import annotations

import json
from typing import Any

from django.test import Client


def ask(path: str, status: int = 200) -> Any:
    """The JSON of an answer that has that status."""
    answer = Client().get(path if path.startswith("http") else f"/api/v1/{path}", headers={"Accept-Language": "en"})
    assert answer.status_code == status, answer.content.decode()[:1000]
    kind = "application/json" if status == 200 else "application/problem+json"
    assert answer.headers["Content-Type"] == kind
    return json.loads(answer.content)


def refused(path: str) -> list[str]:
    """The parameters that are named as not understood."""
    told = ask(path, 400)
    assert told["detail"] == told["errors"][0]["detail"]
    return [error["parameter"] for error in told["errors"]]
