"""Where records lead that were merged into others, or taken away with all they had."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.contrib.contenttypes.models import ContentType

from opendata.identifiers import identifier_of
from people.merging.redirects import survivors
from people.models import Forwarding, Official, Organization

# In the order of their kinds.
MODELS: dict[str, Any] = {"official": Official, "organization": Organization}


@dataclass(frozen=True)
class Redirect:
    """That number `gone` of a kind is told of under number `heir` now."""

    kind: str
    gone: int
    heir: int

    @property
    def identifiers(self) -> tuple[str, str]:
        """The permanent identifiers of both."""
        model = MODELS[self.kind]
        return identifier_of(model, self.gone), identifier_of(model, self.heir)


def redirects(kinds: list[str], behind: tuple[str, int], limit: int) -> tuple[list[Redirect], tuple[str, int] | None]:
    """At most `limit` redirects of the kinds behind a place, by kind and number, and the place where they end.

    None for the place where nothing is left.
    """
    found: list[tuple[str, int]] = []
    for kind in sorted(kind for kind in kinds if kind >= behind[0]):
        found += [(kind, key) for key in _gone(kind, behind[1] if kind == behind[0] else 0, limit + 1 - len(found))]
        if len(found) > limit:
            break
    page = found[:limit]
    now = {kind: survivors(MODELS[kind], [key for of, key in page if of == kind]) for kind in kinds}
    told = [Redirect(kind, key, now[kind][key]) for kind, key in page if key in now[kind]]
    return told, page[-1] if len(found) > limit else None


def _gone(kind: str, behind: int, limit: int) -> list[int]:
    model = MODELS[kind]
    merged = model._base_manager.filter(merged_into__isnull=False, pk__gt=behind).order_by("pk")
    of_kind = ContentType.objects.get_for_model(model)
    forwarded = Forwarding.objects.filter(kind=of_kind, gone_id__gt=behind).order_by("gone_id")
    keys = {*merged.values_list("pk", flat=True)[:limit], *forwarded.values_list("gone_id", flat=True)[:limit]}
    return sorted(keys)[:limit]
