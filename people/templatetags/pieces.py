"""Pieces of pages, each made once for each state of the data: all pages of one list, or of one record, share them."""

from __future__ import annotations

from collections.abc import Hashable

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.template.base import NodeList, Parser, Token
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from people.freshness.memory import KeptPiece
from people.freshness.visits import visit_of
from people.templatetags.rows import PIECES

register = template.Library()


class PieceNode(template.Node):
    """Shows the template inside, for visitors from memory where it was shown at this address before."""

    child_nodelists = ("nodelist",)

    def __init__(self, shown: NodeList, place: Hashable, query: bool) -> None:
        self.nodelist, self.place, self.query = shown, place, query

    def render(self, context: template.Context) -> SafeString:
        request: HttpRequest | None = context.get("request")
        visit = visit_of(request) if request is not None else None
        if visit is None or visit.state is None or not visit.is_visitors:
            return self.nodelist.render(context)
        page = getattr(context.template, "name", None)  # the same address may lead to a page that was not found
        said = self.place, page, get_language(), visit.day, visit.place, visit.filters if self.query else visit.words
        kept = PIECES.get(said, visit.state)
        if kept is None:
            kept = KeptPiece(visit.state, self.nodelist.render(context))
            if visit.may_be_kept:
                PIECES.keep(said, kept, settings.PIECE_MEMORY)
        return kept.html


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
