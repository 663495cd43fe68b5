"""A meeting to put sentences into, and the reason that is given for what was not read in them."""

from __future__ import annotations

import ast
import inspect
import textwrap
from collections.abc import Callable
from typing import Any

from meetings.extraction.document import Document
from meetings.extraction.why import Answer, Study, ask

OPENING = (
    "Sáng 16/5/2024, UBND tỉnh tổ chức phiên họp thường kỳ tháng 5. Đồng chí Trần Văn Minh, Chủ tịch UBND tỉnh "
    "chủ trì phiên họp.\n\n"
)


def asked(told: str, phrase: str) -> Answer:
    """The answer at the last place of `phrase` in a report of a meeting that goes on with `told`."""
    return ask(Study.of(Document("t.txt", OPENING + told)), phrase)[-1]


def reason(kind: str, told: str, phrase: str) -> str:
    """Why no fact of `kind` was read there; "" where one was read."""
    return asked(told, phrase).not_read.get(kind, "")


def returned(function: Callable[..., Any]) -> set[str]:
    """The words that `function` can return, as far as they are written out in its `return`s."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(function)))
    outcomes = [node.value for node in ast.walk(tree) if isinstance(node, ast.Return) and node.value]
    found: set[str] = set()
    while outcomes:
        outcome = outcomes.pop()
        if isinstance(outcome, ast.IfExp):
            outcomes += [outcome.body, outcome.orelse]
        elif isinstance(outcome, ast.Constant) and isinstance(outcome.value, str):
            found.add(outcome.value)
    return found - {""}
