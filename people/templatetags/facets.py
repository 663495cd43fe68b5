"""The values of a facet as links. Written here and not in a template: a page has a hundred of them."""

from __future__ import annotations

from django import template
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext

from people.facets.filterset import Facet
from people.templatetags.english import translated
from people.templatetags.page import icon, number

register = template.Library()


@register.simple_tag
def facet_options(facet: Facet) -> SafeString:
    """An item for each value that is shown: what it is called, how many rows have it, whether it is chosen."""
    items = []
    for option in facet.options:
        chosen, tick, drop = "", "", ""
        if option.selected:
            chosen, tick = ' aria-current="true"', icon("check")
            drop = f'<span class="visually-hidden"> – {escape(gettext("chosen, follow to drop"))}</span>'
        items.append(
            f'<li><a href="{escape(option.url)}" rel="nofollow"{chosen}><span class="tick">{tick}</span>'
            f'<span class="option">{translated(option.label)}{drop}</span> '
            f'<span class="count">{number(option.count)}</span></a></li>'
        )
    return mark_safe("\n      ".join(items))
