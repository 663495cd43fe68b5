"""What machines are told when something is wrong: problem details (RFC 9457), which name the parameter and the mend."""

from __future__ import annotations

import json
from collections.abc import Collection, Container, Iterator, Mapping
from dataclasses import asdict, dataclass
from http import HTTPStatus
from typing import Any

from django.http import HttpResponse
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from people.facets import FacetedFilterSet
from people.facets.base import MOST_VALUES
from people.search import parse
from people.search.filters import SearchFilter
from people.search.words import MOST_WORDS

CONTENT_TYPE = "application/problem+json"


@dataclass(frozen=True)
class Refusal:
    """A parameter that was not understood, and why, in the language of the request."""

    parameter: str
    detail: str


def problem(
    status: int, detail: str, refusals: list[Refusal] | None = None, headers: Mapping[str, str] | None = None
) -> HttpResponse:
    """The answer with that status: `type`, `title`, `status`, `detail`, and in `errors` each parameter refused."""
    told = problem_of(status, detail, refusals)
    return HttpResponse(
        json.dumps(told, ensure_ascii=False, indent=1),
        content_type=CONTENT_TYPE,
        status=status,
        headers=dict(headers or {}),
    )


def problem_of(status: int, detail: str, refusals: list[Refusal] | None = None) -> dict[str, Any]:
    """The members of the problem."""
    told = {"type": "about:blank", "title": HTTPStatus(status).phrase, "status": status, "detail": detail}
    return {**told, **({"errors": [asdict(refusal) for refusal in refusals]} if refusals else {})}


def refused(refusals: list[Refusal]) -> HttpResponse:
    """400 for parameters that were not understood; the first of them is said in `detail`."""
    return problem(HTTPStatus.BAD_REQUEST, refusals[0].detail, refusals)


def refusals(filterset: FacetedFilterSet, also_known: Collection[str] = (), of_a_page: bool = True) -> list[Refusal]:
    """What a page would leave out with a notice and a machine must be told: values that mean nothing, unknown names.

    `also_known` are parameters that are not the filter set's and that whoever asks reads by itself. With `of_a_page`,
    what else stands in the address of the list's page, such as the number of the page, is known, too.
    """
    senseless = _("“%(value)s” makes no sense for the parameter “%(name)s”.")
    found = [
        Refusal(name, senseless % {"value": _short(value), "name": name}) for name, value in filterset.refused_values()
    ]
    found += _words_refused(filterset)
    unknown = filterset.unknown_parameters()
    if not of_a_page:
        unknown = [*(name for name in filterset.data if name in filterset.other_parameters), *unknown]
        found += _out_of_number(filterset, [*also_known, *unknown])
    for name in unknown:
        if name not in also_known:
            found.append(Refusal(name, _("There is no parameter called “%(name)s”.") % {"name": _short(name)}))
    return found


def _out_of_number(filterset: FacetedFilterSet, others: Container[str]) -> Iterator[Refusal]:
    """Filters that are given no value, which a form sends and a program does not mean, or more than are read."""
    for name, values in filterset.data.lists():
        if name in others:
            continue
        if not all(value.strip() for value in values):
            yield Refusal(name, _("The parameter “%(name)s” is empty; leave it out.") % {"name": name})
        if len(values) > MOST_VALUES:
            told = _("“%(name)s” may have %(count)s values at most.")
            yield Refusal(name, told % {"name": name, "count": MOST_VALUES})


def _words_refused(filterset: FacetedFilterSet) -> Iterator[Refusal]:
    """Words that a page would search for in part, or not at all."""
    for name, words in filterset.cleaned.items():
        if words and isinstance(filterset.filters[name], SearchFilter):
            query = parse(words)
            if not query:
                yield Refusal(name, _("There is no word to search for in “%(name)s”.") % {"name": name})
            elif query.cut:
                yield Refusal(
                    name, _("“%(name)s” may have %(count)s words at most.") % {"name": name, "count": MOST_WORDS}
                )


def _short(words: str) -> str:
    return Truncator("".join(c if c.isprintable() else " " for c in words)).chars(60)
