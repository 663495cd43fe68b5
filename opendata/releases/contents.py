"""All tables of a release, read from the resources: types and keys are those of the models' own fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db.models import Case, Exists, F, OuterRef, When

from opendata.releases.beside import BESIDE, MORE
from opendata.releases.cited import CITATION, is_cited, with_citations
from opendata.releases.fates import fates
from opendata.releases.made import Made, made_for
from opendata.releases.shown import SHOWN, Shown
from opendata.releases.tables import AT_ONCE, Column, Row, Table, Type, in_batches
from opendata.resources import DIVIDER, RESOURCES, Kind, Resource
from opendata.resources import Column as Told

_TYPES = {
    Kind.INTEGER: Type.INTEGER,
    Kind.DECIMAL: Type.NUMBER,
    Kind.TEXT: Type.TEXT,
    Kind.BOOLEAN: Type.TRUTH,
    Kind.DAY: Type.DAY,
    Kind.TIME: Type.MOMENT,
    Kind.LIST: Type.LIST,
}
_ALL = {resource.name: resource for resource in (*RESOURCES.values(), *BESIDE)}
_RESOURCE_OF = {resource.model: resource for resource in RESOURCES.values()}


def contents() -> tuple[Table, ...]:
    """The tables, those that many refer to first."""
    return (*map(table_of, _ALL.values()), *fates())


def table_of(resource: Resource) -> Table:
    """The table of a resource; a key to a record that readers may not see is left out of its cell."""
    told = (*resource.columns, *MORE.get(resource.name, ()))
    columns = [_column(column) for column in told]
    made = made_for(resource)
    shown = SHOWN.get(resource.name, Shown())
    cited = is_cited(resource)

    def rows() -> Iterator[list[Row]]:
        batches = in_batches(_rows(resource, told, made))
        return with_citations(resource, batches) if cited else batches

    return Table(
        resource.name,
        resource.label,
        resource.description,
        (columns[0], *(one.column for one in made), *columns[1:], *([CITATION] if cited else [])),
        rows,
        resource.rows().count,
        named_by=shown.named_by,
        facets=shown.facets,
        searched=shown.searched,
        newest_by=shown.newest_by,
    )


def _column(told: Told) -> Column:
    refers = _RESOURCE_OF.get(told.refers_to) if told.refers_to else None
    codes = tuple(told.codes.items())
    return Column(told.name, _TYPES[told.kind], told.label, told.description, refers.name if refers else "", codes)


def _rows(resource: Resource, told: tuple[Told, ...], made: list[Made]) -> Iterator[Row]:
    """Rows by id. Text that is empty is not known, as what is null."""
    lists = [at for at, column in enumerate(told) if column.kind is Kind.LIST]
    sources = [source for one in made for source in one.sources]
    values = resource.rows().order_by("pk").values_list(*map(_value, told), *map(F, sources))
    for found in values.iterator(chunk_size=AT_ONCE):
        row: list[Any] = [None if value == "" else value for value in found[: len(told)]]
        for at in lists:
            row[at] = row[at].split(DIVIDER) if row[at] else None
        rest = iter(found[len(told) :])
        yield (row[0], *(one.of(row[0], *(next(rest) for _source in one.sources)) for one in made), *row[1:])


def _value(told: Told) -> Any:
    seen = _RESOURCE_OF.get(told.refers_to) if told.refers_to else None
    if seen is None:
        return F(told.attribute)
    return Case(When(Exists(seen.rows().filter(pk=OuterRef(told.attribute))), then=F(told.attribute)))
