"""Pieces of pages, each made once for each state of the data: all pages of one list, or of one record, share them."""

from __future__ import annotations

from collections.abc import Hashable

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.template.base import NodeList, Parser, Token
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from people.facets.address import FOUND, PAGE
from people.freshness.memory import KeptPiece
from people.freshness.pages import is_a_visitors
from people.freshness.state import STATE
from people.templatetags.found import SEARCHED, words_of
from people.templatetags.rows import PIECES

register = template.Library()


class PieceNode(template.Node):
    """Shows the template inside, for visitors from memory where it was shown at this address before."""

    child_nodelists = ("nodelist",)

    def __init__(self, shown: NodeList, place: Hashable, query: bool) -> None:
        self.nodelist, self.place, self.query = shown, place, query

    def render(self, context: template.Context) -> SafeString:
        request: HttpRequest | None = context.get("request")
        if not settings.PIECE_MEMORY or request is None or not is_a_visitors(request):
            return self.nodelist.render(context)
        state = STATE.now()
        if state is None:
            return self.nodelist.render(context)
        words = words_of(context, FOUND), words_of(context, SEARCHED)
        said = self.place, self._address(request), get_language(), timezone.localdate(), *words
        kept = PIECES.get(said, state)
        if kept is None:
            kept = KeptPiece(state, self.nodelist.render(context))
            if not getattr(request, "behind_data", False):
                PIECES.keep(said, kept, settings.PIECE_MEMORY)
        return kept.html

    def _address(self, request: HttpRequest) -> Hashable:
        filters = sorted((name, *values) for name, values in request.GET.lists() if name != PAGE) if self.query else ()
        return request.scheme, request.get_host(), request.path, tuple(filters)


@register.tag
def piece(parser: Parser, token: Token) -> PieceNode:
    """`{% piece name %}…{% endpiece %}`: what is inside depends on the path of the page alone.

    `{% piece name with query %}`: and on the filters in the address, but not on which page of the list it is. Of the
    address it must depend on nothing else. What it takes from the context must not be counted before it is asked for,
    or nothing is gained.
    """
    _, name, *query = token.split_contents()
    if query not in ([], ["with", "query"]):
        raise template.TemplateSyntaxError("A piece is written {% piece name %} or {% piece name with query %}.")
    shown = parser.parse(("endpiece",))
    parser.delete_first_token()
    return PieceNode(shown, (str(parser.origin), name), bool(query))
