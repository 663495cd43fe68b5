"""What may be expanded: the record that a column refers to, and the records that hang on one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext_lazy as _

from opendata.resources import RESOURCES, Resource
from opendata.resources.columns import Words

_BY_MODEL = {resource.model: resource for resource in RESOURCES.values()}
# By resource, the related names under which records hang on one that are few enough to be told with it.
_HANGING = {
    "meetings": ("directives", "targets", "decisions", "appearances", "citations"),
    "directives": ("assignments", "targets", "citations", "retellings"),
    "officials": ("roles",),
    "targets": ("retellings",),
    "decisions": ("retellings",),
    "appearances": ("retellings",),
    "provinces": ("predecessors",),
    "organizations": ("predecessors",),
}
# By kind, what is told of every record and stands in other tables.
_ALWAYS = {"meeting": ("reports",), "official": ("aliases",), "organization": ("aliases",), "province": ("successor",)}
_TOGETHER = {"retellings": _("What other press texts say alike."), "predecessors": _("What became a part of it.")}


@dataclass(frozen=True)
class Expansion:
    """A part of a record that may be told with it: one record, or `many`. `relation` is its name in the model."""

    name: str
    relation: str
    resource: Resource
    many: bool
    description: Words

    def prefetch(self) -> Prefetch[Any]:
        """What fetches it for all rows at once: only what readers may see."""
        rows: QuerySet[Any] = dressed(self.resource, self.resource.rows())
        if self.many:
            rows = rows.order_by(*_order(self.resource))
        return Prefetch(self.relation, rows, to_attr=self.attribute)

    @property
    def attribute(self) -> str:
        """Where it is kept in a row; empty or None where there is nothing that readers may see."""
        return f"told_{self.name}"


def expansions_of(resource: Resource) -> dict[str, Expansion]:
    """By name, what may be expanded in records of a resource."""
    found = {}
    for column in resource.columns:
        if column.refers_to is not None:
            name = column.source
            found[name] = Expansion(name, name, _BY_MODEL[column.refers_to], False, column.description)
    for relation in _HANGING.get(resource.name, ()):
        related: Any = resource.model._meta.get_field(relation).related_model
        of = _BY_MODEL[related]
        found[relation] = Expansion(relation, relation, of, True, _TOGETHER.get(relation, of.description))
    return found


def dressed(resource: Resource, rows: QuerySet[Any], expanded: Iterable[Expansion] = ()) -> QuerySet[Any]:
    """Rows with all that is always told of them, and with what is to be expanded: queries do not grow with the rows."""
    heavy = {"search_text", "text"} if resource.kind == "article" else {"search_text"}
    names = {field.name for field in resource.model._meta.concrete_fields}
    always = _ALWAYS.get(resource.kind, ())
    return rows.defer(*(heavy & names)).prefetch_related(*always, *(expansion.prefetch() for expansion in expanded))


def _order(resource: Resource) -> tuple[str, ...]:
    names = {column.name for column in resource.columns}
    return ("order", "pk") if "order" in names else ("start", "pk") if "start" in names else ("pk",)
