"""Questions to the API that its documentation shows; the tests ask each of them."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _

from opendata.resources.columns import Words


@dataclass(frozen=True)
class Example:
    """A question in words, and its address behind `/api/v1/`."""

    words: Words
    path: str


EXAMPLES = (
    Example(_("Five meetings, the newest first"), "meetings?limit=5"),
    Example(
        _("Tasks that have “báo cáo” in their words, with who is to act and at which meeting they were given"),
        "directives?q=bao+cao&expand=assignments,meeting",
    ),
    Example(_("Officials called Nguyễn, accents or none, with their offices"), "officials?q=nguyen&expand=roles"),
    Example(
        _("Figures that were promised: what of, how much, and the words"),
        "targets?status=planned&fields=metric,value,unit,period,quote",
    ),
    Example(_("How many tasks there are, and how many of each agency"), "directives?limit=1&count=true&facets=true"),
    Example(
        _("For a copy: what has changed since the first of January"), "meetings?modified_since=2026-01-01T00:00:00Z"
    ),
    Example(_("Where merged records lead"), "redirects"),
)
