"""Searching by name: in any order of words, in any spelling, and by similar names where nobody bears that one."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.db.models.functions import Length
from django.utils.translation import gettext as _

from people.facets.orders import OrderFilter
from people.models import Alias
from people.names import name_key
from people.search import Query, parse, wishes
from people.search.filters import SearchFilter
from people.search.nearness import near

NEAREST = 500  # rows at most that only have a similar name
REMEMBERED = 1_000  # names typed, for one state of the data
_UNKNOWN: Any = object()


class NameFilter(SearchFilter):
    """Rows that bear a name or an alias with every word typed; where there is none, those with similar names.

    `owner` is the foreign key of `Alias` to the rows.
    """

    def __init__(self, owner: str, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.owner = owner
        self._nearest: dict[str, list[int] | None] = {}

    def share(self, found: dict[Any, Any]) -> None:
        """Takes over what others asked of the same data: nobody bears the name, or somebody does."""
        if len(found) > REMEMBERED:
            found.clear()
        self._nearest = found

    def filter(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        """The rows found; all rows where nothing that could be searched for was typed."""
        query = parse(value)
        if not query:
            return queryset
        nearest = self._near(value, query)
        return queryset.filter(self._named(query)) if nearest is None else queryset.filter(pk__in=nearest)

    def by_key_where_few(self, queryset: QuerySet[Any], value: str) -> QuerySet[Any]:
        """The queryset: its rows may bear the words in an alias, or be but similar, and names are short texts."""
        return queryset

    def notices_on(self, value: str) -> list[str]:
        """Says when what is shown are similar names."""
        query = parse(value)
        if query and self._near(value, query):
            return [*super().notices_on(value), _("No name has all the words typed; these names are similar.")]
        return super().notices_on(value)

    def is_near(self, value: str) -> bool:
        """Whether nothing bears the name typed, so that at best similar names are shown."""
        query = parse(value)
        return bool(query) and self._near(value, query) is not None

    def _near(self, value: str, query: Query) -> list[int] | None:
        """The ids of rows with similar names; None where some row has the name typed."""
        known = self._nearest.get(value, _UNKNOWN)
        if known is _UNKNOWN:
            known = self._nearest[value] = self._find_nearest(query)
        return known

    def _find_nearest(self, query: Query) -> list[int] | None:
        rows = self.parent.queryset.order_by()
        if rows.filter(self._named(query)).exists():
            return None
        for group in near(query):
            for named in (self._by_itself, self._by_alias):  # a name is nearer than an alias
                similar = Q()
                for slipped in group:
                    similar |= named(slipped)
                if found := list(rows.filter(similar).values_list("pk", flat=True)[:NEAREST]):
                    return found
        return []

    def _named(self, query: Query) -> Q:
        """Each by its own index: asked for rows that have the one or the other, PostgreSQL reads all of them."""
        rows: Any = Alias._meta.get_field(self.owner).related_model
        itself = rows._default_manager.order_by().filter(self._by_itself(query)).values("pk")
        return Q(pk__in=itself.union(self._aliases(query)))

    @staticmethod
    def _by_itself(query: Query) -> Q:
        return Q(search_text__words=query)

    def _by_alias(self, query: Query) -> Q:
        return Q(pk__in=self._aliases(query))

    def _aliases(self, query: Query) -> QuerySet[Any]:
        aliases = Alias.objects.filter(search_text__words=query, **{f"{self.owner}__isnull": False})
        return aliases.order_by().values(self.owner)


class NameOrder(OrderFilter):
    """Orders of rows with a name; by relevance, the very name typed comes first, accents counted."""

    reads_texts = False

    def wishes(self, query: str) -> list[Any]:
        """The name itself, then names that have the words before those with an alias that has them.

        Of these, those with the accents typed come first, then those with the words in that order, then short names.
        """
        asked = parse(query)
        if not asked:
            return []
        named = [Q(name_key=name_key(query)), Q(search_text__words=asked)]
        return [*named, *wishes(asked), Length("name")]
