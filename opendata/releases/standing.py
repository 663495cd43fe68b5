"""What became of records, as tables: where those went that are no more, which are not the same."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef
from django.utils.timezone import localdate

from opendata.identifiers import KINDS, absolute, identifier_of, kind_of
from opendata.models import Tombstone
from opendata.releases.tables import AT_ONCE, Row, in_batches
from opendata.resources import RESOURCES, Resource
from people.corrections import Correctable, State
from people.merging.redirects import survivors
from people.models import Distinction, Forwarding
from people.models.mergeable import Mergeable

PUBLISHED = (State.READ, State.CONFIRMED)
MERGED, MOVED, HIDDEN, DELETED = "merged", "moved", "hidden", "deleted"
RESOURCES_OF: dict[Any, Resource] = {resource.model: resource for resource in RESOURCES.values()}
SPLIT, DISTINCT = "split", "distinct"


def redirects() -> Iterator[list[Row]]:
    """`id`, kind, identifier, where it leads now, why: for every record that another stands for."""
    return in_batches(chain.from_iterable(map(_redirects_of, correctable())))


def tombstones() -> Iterator[list[Row]]:
    """`id`, kind, identifier, why and since when, for every record that is no longer shown."""
    return in_batches(chain.from_iterable(map(_tombstones_of, correctable())))


def distinctions() -> Iterator[list[Row]]:
    """`id`, kind, the keys of two records that are not the same, how that came, and the day."""
    kinds = {ContentType.objects.get_for_model(model).pk: kind_of(model) for model in correctable()}
    rows = Distinction.objects.order_by("pk").iterator(chunk_size=AT_ONCE)
    return in_batches(
        (
            said.pk,
            kinds[said.kind_id],
            said.first_id,
            said.second_id,
            SPLIT if said.second_made else DISTINCT,
            localdate(said.at),
        )
        for said in rows
        if said.kind_id in kinds
    )


def _redirects_of(model: Any) -> Iterator[Row]:
    if not issubclass(model, Mergeable):
        return
    kind = ContentType.objects.get_for_model(model)
    merged = model._base_manager.filter(merged_into__isnull=False).order_by("pk").values_list("pk", flat=True)
    moved = Forwarding.objects.filter(kind=kind).order_by("gone_id").values_list("gone_id", flat=True)
    for why, keys in ((MERGED, merged), (MOVED, moved)):
        for some in in_batches(keys.iterator(chunk_size=AT_ONCE)):
            for gone, heir in sorted(survivors(model, some).items()):
                yield key_of(model, gone), kind_of(model), address_of(model, gone), address_of(model, heir), why


def _tombstones_of(model: Any) -> Iterator[Row]:
    for pk, why, since in chain(_hidden(model), _deleted(model)):
        yield key_of(model, pk), kind_of(model), address_of(model, pk), why, since


def _hidden(model: Any) -> Iterator[tuple[int, str, Any]]:
    """Records that are kept and not shown."""
    shown = RESOURCES_OF[model].rows().filter(pk=OuterRef("pk"))
    gone = model._base_manager.filter(~Exists(shown)).order_by("pk")
    merged = ("merged_into_id",) if issubclass(model, Mergeable) else ()
    for pk, state, changed, *into in gone.values_list("pk", "state", "updated_at", *merged).iterator(
        chunk_size=AT_ONCE
    ):
        yield pk, MERGED if any(into) else HIDDEN if state in PUBLISHED else state, changed


def _deleted(model: Any) -> Iterator[tuple[int, str, Any]]:
    """Records whose rows are no more: of most of them another one has what they had."""
    kept = model._base_manager.filter(pk=OuterRef("object_id"))
    gone = Tombstone.objects.filter(~Exists(kept), kind=kind_of(model)).order_by("object_id")
    for some in in_batches(gone.values_list("object_id", "at").iterator(chunk_size=AT_ONCE)):
        heirs = survivors(model, [key for key, _at in some]) if issubclass(model, Mergeable) else {}
        for key, at in some:
            yield key, MOVED if key in heirs else DELETED, at


def correctable() -> list[Any]:
    """The models of records with a standing."""
    return [model for model in KINDS.values() if issubclass(model, Correctable)]


def key_of(model: Any, pk: int) -> str:
    """Kind and number, as no two records have them: `meeting/12`."""
    return f"{kind_of(model)}/{pk}"


def address_of(model: Any, pk: int) -> str:
    """The permanent identifier, whole."""
    return absolute(identifier_of(model, pk))
