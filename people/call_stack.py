"""Room for deep calls: CPython keeps the frames of a thread in pieces of 16 KB, and that can cost more than the calls.

A call that lands on the edge of a piece maps memory for the next one and gives it back when it returns. A loop that
stands just below the edge, such as one over the rows of a page, does so with each call: half of a page's time went
there. Late versions of CPython 3.13 and 3.14 keep one piece in store (its issue 142183); older ones are used for long.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from types import FunctionType
from typing import Any, ParamSpec, TypeVar, cast

_PIECE = 512 * 1024  # bytes; pieces double until a frame fits, so that one of a little over half leaves the rest free
_FRAME = _PIECE * 17 // 32
_WORD = 8  # bytes of one place in a frame

_Asked = ParamSpec("_Asked")
_Answer = TypeVar("_Answer")


def in_one_piece(call: Callable[_Asked, _Answer]) -> Callable[_Asked, _Answer]:
    """`call`, beginning a piece of half a megabyte for its frames and theirs: more than a thousand calls deep.

    It is address space; memory is taken only where frames come to lie.
    """

    def begin(*args: Any, **options: Any) -> Any:
        return call(*args, **options)

    # A frame that claims this much room, of which it uses a few words.
    code = begin.__code__.replace(co_stacksize=_FRAME // _WORD)
    roomy = FunctionType(code, begin.__globals__, begin.__name__, None, begin.__closure__)
    return cast("Callable[_Asked, _Answer]", wraps(call)(roomy))
