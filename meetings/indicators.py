"""How an indicator is called: by the words printed or, where a text names none, as a figure without a name."""

from __future__ import annotations

import re

from django.db.models import Q
from django.utils.translation import gettext as _

# The rules keep the unit in brackets where a sentence tells a figure, but not of what.
_UNIT_ALONE = re.compile(r"\(([^()]*)\)")


def is_unnamed(metric: str) -> bool:
    """Whether `metric` holds no name, only the unit of the figure: "(%)"."""
    return _UNIT_ALONE.fullmatch(metric) is not None


def name_of(metric: str) -> str:
    """`metric` as readers see it: "(%)" is "A figure without a name (%)" in the page's language."""
    unit = _UNIT_ALONE.fullmatch(metric)
    return _("A figure without a name (%(unit)s)") % {"unit": unit[1]} if unit else metric


def named(field: str = "canonical_metric") -> Q:
    """That a target's indicator has a name, so that its figures can be of one thing."""
    return ~Q(**{f"{field}__startswith": "(", f"{field}__endswith": ")"})
