"""The words that a reader searched for, as addresses carry them from the result to the record and to the text."""

from __future__ import annotations

from django.http import HttpRequest

SEARCHED = "q"  # of the search and of lists, whose results begin the way
LONGEST = 200  # characters; what is longer is not carried along


def words_of(request: HttpRequest | None, *parameters: str) -> str:
    """What the first of these parameters with words says; nothing without a request."""
    typed = (request.GET.get(name, "").replace("\x00", "").strip() for name in parameters) if request else ()
    return next((words for words in typed if words and len(words) <= LONGEST), "")
