"""The description of the API as it was last accepted, in `openapi.json` beside this file.

python -m tests.opendata.api.kept --write           takes over what has been added
python -m tests.opendata.api.kept --write --drop    takes over what has been taken away, too
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

FILE = Path(__file__).parent / "openapi.json"
# What may be said otherwise without breaking anybody's program.
_WORDS = {"description", "title", "summary", "info", "servers", "tags"}


def kept() -> Any:
    """What was accepted last."""
    return json.loads(FILE.read_text(encoding="utf-8"))


def now() -> Any:
    """What there is, in English."""
    from django.utils.translation import override

    from opendata.api.schema import description

    with override("en"):
        return json.loads(json.dumps(description()))


def lost(before: Any, after: Any, place: str = "") -> list[str]:
    """The places of `before` that `after` has no more, or narrower."""
    if isinstance(before, dict):
        if not isinstance(after, dict):
            return [place]
        found = []
        for name, value in before.items():
            here = f"{place}.{name}".lstrip(".")
            if name in _WORDS and not isinstance(value, dict | list):
                continue
            found += lost(value, after[name], here) if name in after else [here]
        return found
    if isinstance(before, list):
        known, given = {_name(one): one for one in before}, {_name(one): one for one in _listed(after)}
        gone = [f"{place}: {name}" for name in known if name not in given]
        return gone + [
            missing
            for name, one in known.items()
            if name in given
            for missing in lost(one, given[name], f"{place}: {name}")
        ]
    return [] if before == after or before in _listed(after) else [f"{place}: {before}"]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _name(one: Any) -> str:
    return str(one.get("name", json.dumps(one, sort_keys=True))) if isinstance(one, dict) else str(one)


if __name__ == "__main__":
    import django

    django.setup()
    present = now()
    missing = lost(kept(), present) if FILE.exists() else []
    if missing and "--drop" not in sys.argv:
        sys.exit("These would disappear, which breaks programs of others:\n  " + "\n  ".join(missing))
    if "--write" in sys.argv:
        FILE.write_text(json.dumps(present, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
