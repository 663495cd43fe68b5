"""The rows of a list, each made once for each state of the data: lists that overlap show the same rows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable
from typing import Any

from django import template
from django.conf import settings
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from people.facets.stock import Part
from people.freshness.memory import KeptPiece, Memory
from people.freshness.visits import visit_of

register = template.Library()
PIECES: Memory[KeptPiece] = Memory()


class RowsNode(template.Node):
    """Shows each record of a page by the template inside, which sees the record, `of` and the request, no more."""

    child_nodelists = ("nodelist",)

    def __init__(
        self, page: FilterExpression, name: str, shown: NodeList, place: Hashable, of: FilterExpression | None
    ) -> None:
        self.page, self.name, self.nodelist, self.place, self.of = page, name, shown, place, of

    def render(self, context: template.Context) -> SafeString:
        page = self.page.resolve(context)
        part = getattr(page, "object_list", page)
        keys, fetch = _of(part)
        request = context.get("request")
        visit = visit_of(request) if request is not None else None
        state = visit.state if visit is not None else None
        # What a row shows beside its record: the words searched for go along in links, days are told from today.
        of = None if self.of is None else self.of.resolve(context)
        said = (self.place, of, get_language(), *((visit.day, visit.words) if visit is not None else ()))
        known = {key: PIECES.get((said, key), state) for key in keys} if state else {}
        shown = {key: piece.html for key, piece in known.items() if piece is not None}
        missing = [key for key in keys if key not in shown]
        for record in fetch(missing) if missing else ():
            html = self.nodelist.render(context.new({self.name: record, "of": of, "request": request}))
            shown[record.pk] = html
            if state:
                PIECES.keep((said, record.pk), KeptPiece(state, html), settings.PIECE_MEMORY)
        return mark_safe("".join(shown[key] for key in keys if key in shown))


def _of(part: Any) -> tuple[list[int], Callable[[Collection[int]], list[Any]]]:
    if isinstance(part, Part):
        return part.keys, part.fetch
    records = {record.pk: record for record in part}
    return list(records), lambda keys: [records[key] for key in keys]


@register.tag
def rows(parser: Parser, token: Token) -> RowsNode:
    """`{% rows page_obj as meeting %}…{% endrows %}`: what is inside depends on the record and words searched for.

    `{% rows page_obj as presence of official.pk %}`: and on whose page it is, which is called `of` inside.
    """
    _, page, _as, name, *of = token.split_contents()
    shown = parser.parse(("endrows",))
    parser.delete_first_token()
    whose = parser.compile_filter(of[1]) if of else None
    return RowsNode(parser.compile_filter(page), name, shown, (str(parser.origin), token.lineno), whose)
