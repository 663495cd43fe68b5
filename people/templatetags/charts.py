"""How pictures name what they show, in the page's language."""

from __future__ import annotations

import datetime
from typing import Any

from django import template
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, pgettext

from charts.matrix import Row
from charts.periods import Period, Unit
from people.lifeline import Presence
from people.models import Official
from people.templatetags.english import is_english
from people.templatetags.page import number

register = template.Library()


def quarter_name(number: int, year: int | str) -> str:
    """A quarter in words: "quý I/2025", "first quarter of 2025"."""
    names = (
        gettext("first quarter of %(year)s"),
        gettext("second quarter of %(year)s"),
        gettext("third quarter of %(year)s"),
        gettext("fourth quarter of %(year)s"),
    )
    return names[number - 1] % {"year": year}


def quarter_mark(number: int) -> str:
    """A quarter, as short as can be: "II", "Q2"."""
    return (
        pgettext("quarter", "Q1"),
        pgettext("quarter", "Q2"),
        pgettext("quarter", "Q3"),
        pgettext("quarter", "Q4"),
    )[number - 1]


@register.filter
def period_name(period: Period) -> str:
    """A period in words: "tháng 3/2025", "quý I/2025", "năm 2025"."""
    match period.unit:
        case Unit.MONTH:
            name = date_format(period.first, "YEAR_MONTH_FORMAT")
        case Unit.QUARTER:
            name = quarter_name(period.number, period.year)
        case Unit.YEAR:
            name = pgettext("period", "%(year)s") % {"year": period.year}
    return name.replace(" ", "\N{NO-BREAK SPACE}")


@register.filter
def period_mark(period: Period) -> str:
    """A period within its year, as short as can be: "3", "II" or "Q2"; a year by its last digits: "’25"."""
    match period.unit:
        case Unit.MONTH:
            return str(period.number)
        case Unit.QUARTER:
            return quarter_mark(period.number)
        case Unit.YEAR:
            return f"’{period.year % 100:02}"


@register.filter
def period_short(period: Period) -> str:
    """A period with its year, as short as can be: "3/2025" or "Mar 2025", "II/2025" or "Q2 2025", "2025"."""
    match period.unit:
        case Unit.MONTH:
            return month_short(period.first)
        case Unit.QUARTER:
            return f"{quarter_mark(period.number)}{' ' if is_english() else '/'}{period.year}"
        case Unit.YEAR:
            return str(period.year)


def month_short(day: datetime.date) -> str:
    """The month of a day with its year: "3/2025", "Mar 2025"."""
    return date_format(day, "M Y" if is_english() else "n/Y")


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


@register.simple_tag
def chart_bar(bar: Any, chart: Any, named: str = "", hanging: bool = False, draggable: bool = False) -> SafeString:
    """A bar of a strip, which leads somewhere where it has an address; `hanging` bars grow downwards.

    Named by `named` where a picture counts two things. Written here and not in a template: a page has a hundred bars,
    and a template takes ten times as long for each.
    """
    name, counted, tag = escape(period_name(bar.period)), number(bar.count), "a" if bar.url else "g"
    chosen = "" if bar.selected is None else " bar-in" if bar.selected else " bar-out"
    leading = f' href="{escape(bar.url)}" rel="nofollow"' if bar.url else ""
    parts = [f'<{tag}{leading} class="bar{" bar-hanging" * hanging}{chosen}"']
    if draggable:
        first, last = bar.period.first.isoformat(), bar.period.last.isoformat()
        parts.append(f' data-first="{first}" data-last="{last}" data-name="{name}" data-count="{bar.count}"')
    parts.append(">")
    if bar.count:
        beside = f"{escape(named)}, " if named else ""
        parts.append(f"<title>{beside}{name}: {counted}</title>")
    above, below = (0, 20) if hanging else (-22, 44)
    parts.append(
        f'<rect class="bar-reach" x="{bar.x}%" width="{bar.width}%" y="{above}" height="{chart.height + below}"/>'
    )
    if bar.count:
        top = 0 if hanging else bar.top
        x, width = bar.body
        parts.append(f'<rect class="bar-body" x="{x}%" width="{width}%" y="{top}" height="{bar.height}"/>')
        if chart.numbered or bar.count == chart.highest:
            at = int(bar.height) + 16 if hanging else int(bar.top) - 6
            parts.append(f'<text class="bar-number" x="{bar.middle}%" y="{at}">{counted}</text>')
    if not hanging:
        mark = bar.period.year if chart.long_names else period_mark(bar.period)
        parts.append(f'<text class="bar-name" x="{bar.middle}%" y="{chart.height + 17}">{mark}</text>')
    return mark_safe("".join([*parts, f"</{tag}>"]))


@register.simple_tag
def chart_rows(chart: Any) -> SafeString:
    """The rows of a strip's table: each bar that counts something, by its name, which leads where the bar does."""
    rows = []
    for bar in chart.bars:
        if bar.count:
            name = escape(period_name(bar.period))
            led = f'<a href="{escape(bar.url)}" rel="nofollow">{name}</a>' if bar.url else name
            rows.append(f'<tr><th scope="row">{led}</th><td class="numeric">{number(bar.count)}</td></tr>')
    return mark_safe("".join(rows))


@register.simple_tag
def life_marks(presence: Presence) -> SafeString:
    """The marks of a lane of meetings, each with its days and how many meetings there were."""
    look = "life-mark" if presence.led else "life-mark life-mark-part"
    marks = []
    for mark in presence.lane.marks:
        days = list(dict.fromkeys((mark.told.first, mark.told.last)))
        told = " – ".join(date_format(day, "SHORT_DATE_FORMAT") for day in days)
        marks.append(
            f'<rect class="{look}" x="{mark.x}%" y="{mark.top}" width="4" height="{mark.height}"'
            f' transform="translate(-2 0)"><title>{told}: {number(mark.told.times)}</title></rect>'
        )
    return mark_safe("".join(marks))


@register.simple_tag
def company_cells(row: Row[Official], ground: int) -> SafeString:
    """The cells of a person with each of those above: at how many meetings both were, and where they stand together."""
    compare, cells = reverse("people:compare_officials"), []
    for pair in row.pairs:
        if not pair.count:
            cells.append('<td><span class="muted" aria-label="0">·</span></td>')
            continue
        cells.append(
            f'<td><a class="met met-{pair.level}" rel="nofollow"'
            f' href="{compare}?a={pair.column.pk}&amp;b={pair.row.pk}#together">'
            f'<svg width="{ground}" height="{ground}" aria-hidden="true" focusable="false"><rect x="{pair.inset}"'
            f' y="{pair.inset}" width="{pair.side}" height="{pair.side}" rx="3"/></svg>'
            f"<span>{number(pair.count)}</span></a></td>"
        )
    return mark_safe("".join(cells))
