"""How pictures name what they show, in the page's language."""

from __future__ import annotations

from django import template
from django.utils.formats import date_format
from django.utils.translation import gettext, pgettext

from charts.periods import Period, Unit

register = template.Library()

_ROMAN = ("I", "II", "III", "IV")


@register.filter
def period_name(period: Period) -> str:
    """A period in words: "tháng 3/2025", "quý I/2025", "năm 2025"."""
    match period.unit:
        case Unit.MONTH:
            name = date_format(period.first, "YEAR_MONTH_FORMAT")
        case Unit.QUARTER:
            told = {"quarter": _ROMAN[period.number - 1], "year": period.year}
            name = gettext("quarter %(quarter)s of %(year)s") % told
        case Unit.YEAR:
            name = pgettext("period", "%(year)s") % {"year": period.year}
    return name.replace(" ", "\N{NO-BREAK SPACE}")


@register.filter
def period_mark(period: Period) -> str:
    """A period within its year, as short as can be: "3", "II"; a year by its last digits: "’25"."""
    match period.unit:
        case Unit.MONTH:
            return str(period.number)
        case Unit.QUARTER:
            return _ROMAN[period.number - 1]
        case Unit.YEAR:
            return f"’{period.year % 100:02}"


@register.filter
def weekday_mark(weekday: int) -> str:
    """A day of the week, as short as can be: 0 is "T2" in Vietnamese, "Mon" in English."""
    return (
        pgettext("weekday", "Mon"),
        pgettext("weekday", "Tue"),
        pgettext("weekday", "Wed"),
        pgettext("weekday", "Thu"),
        pgettext("weekday", "Fri"),
        pgettext("weekday", "Sat"),
        pgettext("weekday", "Sun"),
    )[weekday]


@register.filter
def month_mark(period: Period) -> str:
    """A month, as short as can be: "Th3" in Vietnamese, "Mar" in English."""
    return date_format(period.first, "M")
