"""Editors who save corrections over HTTP, each of several rows, and whether all that was answered is there.

python -m bench.drills.editing make N | check, of the database that DATABASE_URL names, is for the drills.
"""

from __future__ import annotations

import http.client
import http.cookiejar
import json
import os
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import count
from typing import Any

from bench.drills.servers import ROOT, SETTINGS

_EACH = 5  # tasks of an editor


class Form(HTMLParser):
    """The fields of a page and what they hold, as a browser would send them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.fields: dict[str, str] = {}
        self._name = self._select = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        name, kind = given.get("name") or "", given.get("type") or ""
        if tag == "input" and name and kind not in ("submit", "button", "file"):
            if kind not in ("checkbox", "radio") or "checked" in given:
                self.fields[name] = given.get("value") or ""
        elif tag == "textarea":
            self._name, self.fields[name] = name, ""
        elif tag == "select":
            self._select, self.fields[name] = name, ""
        elif tag == "option" and self._select and "selected" in given:
            self.fields[self._select] = given.get("value") or ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._name = ""
        elif tag == "select":
            self._select = ""

    def handle_data(self, data: str) -> None:
        if self._name:
            self.fields[self._name] += data


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: Any) -> None:
        return None


@dataclass
class Saves:
    """What editors sent: by task, the marks of which they were told that they are saved, and all that they sent."""

    answered: dict[int, list[str]] = field(default_factory=dict)
    sent: dict[int, list[str]] = field(default_factory=dict)
    codes: Counter[int] = field(default_factory=Counter)


class Editors:
    """Editors at work until the end of the block, each at tasks of their own."""

    def __init__(self, address: str, environment: dict[str, str], number: int = 2) -> None:
        self.address, self.environment, self.saves = address, environment, Saves()
        made = json.loads(_django(environment, "make", str(number)))
        self._mark = f"{time.time_ns():x}"  # others may have been at the same tasks before
        self._ended = threading.Event()
        self._threads = [
            threading.Thread(target=self._edit, args=(each["session"], each["tasks"], n)) for n, each in enumerate(made)
        ]

    def __enter__(self) -> Editors:
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        for thread in self._threads:
            thread.join()

    def check(self) -> int:
        """How many saves are lost, half or twice; prints it."""
        told = {"answered": self.saves.answered, "sent": self.saves.sent}
        wrong: list[str] = json.loads(_django(self.environment, "check", given=json.dumps(told)))
        answered = sum(map(len, self.saves.answered.values()))
        sent = sum(map(len, self.saves.sent.values()))
        print(
            f"  {answered} corrections answered of {sent} sent {dict(self.saves.codes)}; {len(wrong)} wrong", flush=True
        )
        for line in wrong[:10]:
            print(f"    {line}")
        return len(wrong)

    def _edit(self, session: str, tasks: list[int], editor: int) -> None:
        jar = http.cookiejar.CookieJar()
        opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar), _NoRedirect)
        opener.addheaders = [("Cookie", f"sessionid={session}")]
        for number in count():
            if self._ended.wait(0.05):
                return
            task = tasks[number % len(tasks)]
            url = f"{self.address}/admin/meetings/directive/{task}/change/"
            try:
                with opener.open(url, timeout=60) as page:
                    form = Form(page.read().decode()).fields
            except (OSError, http.client.HTTPException) as error:
                self.saves.codes[getattr(error, "code", 0)] += 1
                continue
            self._save(opener, jar, session, task, url, form, f"editor {editor} save {self._mark}-{number}.")

    def _save(self, opener: Any, jar: Any, session: str, task: int, url: str, form: dict[str, str], mark: str) -> None:
        token = next((cookie.value for cookie in jar if cookie.name == "csrftoken"), "")
        form |= {"text": mark, "assignments-0-words": mark, "_save": "1"}
        request = urllib.request.Request(url, urllib.parse.urlencode(form).encode())
        request.add_header("Cookie", f"sessionid={session}; csrftoken={token}")
        self.saves.sent.setdefault(task, []).append(mark)
        try:
            with opener.open(request, timeout=60) as answer:
                code = answer.status
        except (OSError, http.client.HTTPException) as error:
            code = getattr(error, "code", 0)
        self.saves.codes[code] += 1
        if code == 302:
            self.saves.answered.setdefault(task, []).append(mark)


def _django(environment: dict[str, str], *arguments: str, given: str = "") -> str:
    command = [sys.executable, "-m", "bench.drills.editing", *arguments]
    around = {**os.environ, **SETTINGS, **environment}
    ran = subprocess.run(command, cwd=ROOT, env=around, input=given, check=False, capture_output=True, text=True)
    if ran.returncode:
        raise RuntimeError(ran.stderr[-3000:])
    return ran.stdout


def _make(number: int) -> list[dict[str, Any]]:
    """Editors who are logged in, and tasks with somebody told to do them."""
    from django.contrib.auth.models import User
    from django.test import Client

    from meetings.models import Directive
    from tests.staff import login, make_editor

    tasks = list(
        Directive.objects.filter(assignments__isnull=False, state="read")
        .order_by("pk")
        .distinct()
        .values_list("pk", flat=True)[: number * _EACH]
    )
    made = []
    for n in range(number):
        name = f"editor-{User.objects.count()}"  # others may have been made before
        client = login(Client(), make_editor(username=name))
        made.append({"session": client.cookies["sessionid"].value, "tasks": tasks[n::number]})
    return made


def _check(told: dict[str, dict[str, list[str]]]) -> list[str]:
    """What is wrong with what is there, a sentence each."""
    from meetings.models import Assignment, Directive

    wrong = []
    for key, sent in told["sent"].items():
        answered = told["answered"].get(key, [])
        directive = Directive.objects.get(pk=key)
        first = directive.assignments.order_by("pk").first()
        words = first.words if first else None
        last = max((sent.index(mark) for mark in answered), default=-1)
        allowed = sent[last:] if last >= 0 else [*sent, str(directive.extracted.get("text"))]
        if directive.text not in allowed:
            wrong.append(f"task {key}: {directive.text!r} stands where {allowed[0]!r} was answered")
        if directive.text in sent and words != directive.text:
            wrong.append(f"task {key}: half of a save, {directive.text!r} beside {words!r}")
        if directive.article and directive.article.text[directive.start : directive.end] != directive.quote:
            wrong.append(f"task {key}: its evidence is not what its text says")
        for mark in sent:
            times = (
                Directive.history.filter(id=key, text=mark).count(),
                Assignment.history.filter(directive_id=key, words=mark).count(),
            )
            if times not in ((1, 1),) if mark in answered else times not in ((0, 0), (1, 1)):
                wrong.append(f"task {key}: {mark!r} is {times} times in the history")
    return wrong


def main() -> int:
    """Makes or checks; JSON in and out."""
    import django

    django.setup()
    if sys.argv[1] == "make":
        print(json.dumps(_make(int(sys.argv[2]))))
    else:
        print(json.dumps(_check(json.load(sys.stdin)), ensure_ascii=False))
    return 0


if __name__ == "__main__":
    sys.exit(main())
