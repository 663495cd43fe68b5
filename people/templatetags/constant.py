"""Parts of pages that no data show: made once for each language, and for what they are said to depend on."""

from __future__ import annotations

from typing import Any

from django import template
from django.conf import settings
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.utils.safestring import SafeString
from django.utils.translation import get_language

register = template.Library()
_MOST = 1_000  # parts: more than kinds of pages; of numbers in rows those are remembered that come first


class ConstantNode(template.Node):
    """Renders what is inside once for each language and values of what it depends on."""

    child_nodelists = ("nodelist",)

    def __init__(self, depends_on: list[FilterExpression], nodelist: NodeList) -> None:
        self.depends_on, self.nodelist = depends_on, nodelist
        self._made: dict[tuple[Any, ...], SafeString] = {}

    def render(self, context: template.Context) -> SafeString:
        key = (get_language(), *(expression.resolve(context) for expression in self.depends_on))
        made = self._made.get(key)
        if made is None:
            made = self.nodelist.render(context)
            if len(self._made) < _MOST and not settings.DEBUG:
                self._made[key] = made
        return made


@register.tag
def constant(parser: Parser, token: Token) -> ConstantNode:
    """`{% constant VALUE … %}…{% endconstant %}`: what is inside depends on the language and these values alone."""
    depends_on = [parser.compile_filter(part) for part in token.split_contents()[1:]]
    nodelist = parser.parse(("endconstant",))
    parser.delete_first_token()
    return ConstantNode(depends_on, nodelist)
