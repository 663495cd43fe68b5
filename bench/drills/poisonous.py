"""manage.py with an extractor that some texts harm: what they do stands in their text. For the drill `poisoned`."""

from __future__ import annotations

import os
import re
import signal
import sys
from typing import Any

LONGEST = 5.0  # seconds a reading may take here
HARMS = ("raise", "hang", "eat", "crash")


def harm(text: str) -> None:
    """What the text asks for, if anything."""
    asked = next((name for name in HARMS if f"poison: {name}." in text), "")
    if asked == "raise":
        raise ZeroDivisionError("a poisoned text")
    if asked == "hang":
        re.match(r"(a+)+$", "a" * 60 + "b")  # and lets no other thread run meanwhile
    if asked == "eat":
        eaten = [bytearray(64 * 1024 * 1024) for _ in range(1000)]
        raise AssertionError(len(eaten))
    if asked == "crash":
        os.kill(os.getpid(), signal.SIGKILL)  # as a mistake in C does, or a system without memory


def main() -> None:
    """Runs a command of manage.py."""
    import django
    from django.core.management import execute_from_command_line

    django.setup()
    from meetings.loading import articles
    from meetings.queueing import working

    read = articles.extract

    def extract(document: Any) -> Any:
        harm(document.text)
        return read(document)

    articles.extract = extract
    working.LONGEST_READING = LONGEST
    execute_from_command_line(["manage.py", *sys.argv[1:]])


if __name__ == "__main__":
    main()
