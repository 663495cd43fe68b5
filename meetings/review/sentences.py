"""Why a record needs a look, in one sentence that names what is at odds."""

from __future__ import annotations

import datetime
from typing import Any

from django.utils.formats import date_format, number_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from meetings.models import Meeting, ReviewItem
from meetings.reconcile.days import precision_of
from meetings.review import reasons
from meetings.review.kinds import BY_NAME
from people.desk.readings import shown_value
from people.merging.likely import Reason as Likeness


def why(item: ReviewItem) -> str:
    """The sentence for an item, in the page's language; asks for nothing."""
    said = _SENTENCES.get(item.reason)
    return said(item) if said else str(reasons.REASONS[item.reason].label) + "."


def _conflict(item: ReviewItem) -> str:
    model = BY_NAME[item.kind].model
    names = [str(model._meta.get_field(name).verbose_name) for name in item.detail["fields"]]
    return _("A person set this right, and a later reading says something else again: %(fields)s.") % {
        "fields": ", ".join(names)
    }


def _contradiction(item: ReviewItem) -> str:
    said = [f"{_field(name)} {' / '.join(values)}" for name, values in _values(item)]
    return _("The articles on this meeting say different things: %(said)s.") % {"said": "; ".join(said)}


def _values(item: ReviewItem) -> list[tuple[str, list[str]]]:
    return [(name, [_shown(name, value) for value in values]) for name, values in item.detail["fields"].items()]


def _field(name: str) -> str:
    return str(Meeting._meta.get_field(name).verbose_name)  # type: ignore[union-attr]


def _shown(name: str, value: str) -> str:
    if name == "date":
        return _day(value) if precision_of(value) == "day" else value
    return value if name == "province" else shown_value(Meeting._meta.get_field(name), value)


def _figures(item: ReviewItem) -> str:
    figures = [_figure(figure) for figure in item.detail["figures"]]
    return _("Told of this meeting as %(figures)s.") % {"figures": _(" and as ").join(dict.fromkeys(figures))}


def _figure(figure: dict[str, Any]) -> str:
    ends = [figure["value"], figure["value_high"]]
    numbers = "–".join(str(number_format(end, force_grouping=True)) for end in ends if end is not None)
    return f"{numbers} {figure['unit']}"


def _year(item: ReviewItem) -> str:
    words = {name: item.detail.get(name, "") for name in ("day", "other", "period")}
    if words["day"]:
        words["day"] = _day(words["day"])
        words["other"] = words["other"] and _day(words["other"])
    return {
        "year": _("The day %(day)s is too far away to be true."),
        "after_press": _("The meeting would be held on %(day)s, long after the article of %(other)s that tells of it."),
        "before_press": _("The meeting would have been held on %(day)s, long before the first article, of %(other)s."),
        "before_meeting": _("The deadline %(day)s would be over before the meeting of %(other)s."),
        "period": _("The period %(period)s is too far away to be true."),
        "not_yet": _("Said to be reached in %(period)s, but the meeting is of %(other)s."),
    }[item.detail["odd"]] % words


def _homonym(item: ReviewItem) -> str:
    others = len(item.detail["others"])
    return ngettext(
        "Another official here bears this name, and nothing in the text says whether they are one.",
        "%(n)s other officials here bear this name, and nothing in the text says who is meant.",
        others,
    ) % {"n": others}


def _duplicate(item: ReviewItem) -> str:
    return f"{Likeness(item.detail['why']).label}: {item.detail['name']}"


def _unsure(item: ReviewItem) -> str:
    return _("The reading is sure to %(percent)s%% only, and nobody has confirmed it.") % {
        "percent": item.detail["confidence"]
    }


def _province(item: ReviewItem) -> str:
    return _("Neither the text nor the list of articles says in which province.")


def _date(item: ReviewItem) -> str:
    return _("No day, month or year was found in the text.")


def _unread(item: ReviewItem) -> str:
    return _("Nothing was read from this article; say what it is about.")


def _report(item: ReviewItem) -> str:
    more = len(item.detail["reports"]) - 1
    said = _("A visitor writes: “%(said)s”") % {"said": Truncator(item.detail["said"]).chars(200)}
    others = ngettext("%(n)s more report", "%(n)s more reports", more) % {"n": more}
    return f"{said} (+ {others})" if more else said


def _day(iso: str) -> str:
    return str(date_format(datetime.date.fromisoformat(iso), "SHORT_DATE_FORMAT"))


_SENTENCES = {
    reasons.REPORT: _report,
    reasons.CONFLICT: _conflict,
    reasons.CONTRADICTION: _contradiction,
    reasons.FIGURES: _figures,
    reasons.YEAR: _year,
    reasons.HOMONYM: _homonym,
    reasons.DUPLICATE: _duplicate,
    reasons.UNSURE: _unsure,
    reasons.PROVINCE: _province,
    reasons.DATE: _date,
    reasons.UNREAD: _unread,
}
