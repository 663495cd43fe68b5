"""How a deadline stands today. That its day is past says nothing of the result, which press texts rarely report."""

from __future__ import annotations

import datetime

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext, pgettext_lazy

from meetings.models import Article, Directive

SOON = datetime.timedelta(days=14)


class DeadlineState(models.TextChoices):
    """How the day that a text names stands to today."""

    OPEN = "open", pgettext_lazy("deadline state", "Time remains")
    SOON = "soon", pgettext_lazy("deadline state", "Due within two weeks")
    PASSED = (
        "passed",
        pgettext_lazy("deadline state", "The day named in the text has passed; no news of the result seen"),
    )
    UNDATED = "undated", pgettext_lazy("deadline state", "no day can be computed from the words")
    NONE = "none", pgettext_lazy("deadline state", "No deadline in the text")

    @property
    def short(self) -> str:
        """The state in few words, for a narrow column; what they leave out stands beneath it."""
        if self is DeadlineState.PASSED:
            return pgettext("deadline state", "Day passed, no news of the result")
        if self is DeadlineState.SOON:
            return pgettext("deadline state", "Due soon")
        return str(self.label)


def state_of(directive: Directive, today: datetime.date | None = None) -> DeadlineState:
    """How the deadline of `directive` stands on `today`, which is the current day unless given."""
    today = today or timezone.localdate()
    if directive.deadline_to is None:
        return DeadlineState.UNDATED if directive.deadline_text else DeadlineState.NONE
    if directive.deadline_to < today:
        return DeadlineState.PASSED
    return DeadlineState.SOON if directive.deadline_to <= today + SOON else DeadlineState.OPEN


def news_until(today: datetime.date | None = None) -> datetime.date | None:
    """The last day, up to `today`, of which a text was read: what was told later is not known here."""
    told = Article.objects.published().filter(reported_on__lte=today or timezone.localdate())
    return told.aggregate(last=models.Max("reported_on"))["last"]


def standing(state: DeadlineState, until: datetime.date | None) -> str:
    """The state in words; that no news was seen is said with the day up to which texts were read, `until`."""
    if state != DeadlineState.PASSED or until is None:
        return str(state.label)
    return _("%(state)s (as of %(day)s)") % {"state": state.label, "day": date_format(until, "SHORT_DATE_FORMAT")}


def conditions(today: datetime.date | None = None) -> list[tuple[str, object, Q]]:
    """Each state's value and label with the condition on directives, the same as `state_of`."""
    today = today or timezone.localdate()
    no_day = Q(deadline_to__isnull=True)
    met = {
        DeadlineState.OPEN: Q(deadline_to__gt=today + SOON),
        DeadlineState.SOON: Q(deadline_to__gte=today, deadline_to__lte=today + SOON),
        DeadlineState.PASSED: Q(deadline_to__lt=today),
        DeadlineState.UNDATED: no_day & ~Q(deadline_text=""),
        DeadlineState.NONE: no_day & Q(deadline_text=""),
    }
    return [(state.value, state.label, condition) for state, condition in met.items()]
