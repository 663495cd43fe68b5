"""The values of a facet as links, and the inputs of its form. A page has a hundred of them, so no template has."""

from __future__ import annotations

from typing import Any

from django import template
from django.forms import BoundField
from django.forms.utils import flatatt
from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext, ngettext

from people.facets.filterset import Facet
from people.templatetags.english import translated
from people.templatetags.page import icon, number

register = template.Library()


@register.simple_tag
def form_input(field: BoundField) -> SafeString:
    """What words or a day are typed into, as Django writes it by templates, which take longer than all else here."""
    widget: Any = field.field.widget
    value = widget.format_value(field.value())
    told = {**({"value": value} if value is not None else {}), **field.build_widget_attrs(dict(widget.attrs))}
    said = f'type="{widget.attrs.get("type", widget.input_type)}" name="{field.html_name}" '
    return mark_safe(f'<input {said}{flatatt(told).strip()} id="{field.id_for_label}">')


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


@register.simple_tag
def facet_more(facet: Facet) -> SafeString:
    """Where the values are that are left out, and how many."""
    if not facet.hidden:
        return mark_safe("")
    words = ngettext(
        'Show %(shown)s more<span class="visually-hidden">: %(label)s</span>',
        'Show %(shown)s more<span class="visually-hidden">: %(label)s</span>',
        facet.hidden,
    ) % {"shown": number(facet.hidden), "label": escape(facet.label)}
    return mark_safe(
        f'<p class="more"><a href="{escape(facet.all_url)}#facet-{facet.name}" rel="nofollow">{words}</a></p>'
    )
