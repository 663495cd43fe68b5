"""The way from one page of a list to the others. Each page of a list has its own, so no template has."""

from __future__ import annotations

from typing import Any

from django import template
from django.core.paginator import Page
from django.http import HttpRequest
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from people.facets.address import PAGE
from people.templatetags.page import icon

register = template.Library()


@register.simple_tag(takes_context=True)
def pagination(context: template.Context, page: Page[Any] | None) -> SafeString:
    """Links to the pages around this one, the first and the last; nothing where there is but one, or none."""
    if not page or not page.has_other_pages():
        return mark_safe("")
    request: HttpRequest = context["request"]
    others = request.GET.copy()
    others.pop(PAGE, None)
    before = escape(f"?{others.urlencode()}&{PAGE}=" if others else f"?{PAGE}=")

    def step(way: str, number: int, inside: str) -> str:
        return f'<a class="pages-step" rel="{way}" href="{before}{number}">{inside}</a>'

    back = step("prev", page.number - 1, icon("chevron-left") + gettext("Previous")) if page.has_previous() else ""
    on = step("next", page.number + 1, gettext("Next") + icon("chevron-right")) if page.has_next() else ""
    gap, said = '<span class="gap" aria-hidden="true">…</span>', gettext("Page")
    items = []
    for number in page_numbers(page):
        current = ' aria-current="page"' if number == page.number else ""
        link = f'<a href="{before}{number}"{current}><span class="visually-hidden">{said} </span>{number}</a>'
        items.append(f"<li>{link if isinstance(number, int) else gap}</li>")
    return mark_safe(
        f'<nav class="pages" aria-label="{gettext("Pages")}">\n  {back}\n  <ol>{"".join(items)}</ol>\n  {on}\n</nav>'
    )


def page_numbers(page: Page[Any]) -> list[int | str]:
    """The numbers to offer around a page: the first, the last and the nearest, with gaps between them."""
    return list(page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1))
