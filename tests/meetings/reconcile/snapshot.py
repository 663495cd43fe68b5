"""All records of the site, called by what they say: two databases that tell the same are the same here."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.db import models

from meetings.loading.files import Source, find_sources
from meetings.models import (
    Appearance,
    Article,
    Assignment,
    Attestation,
    Citation,
    Decision,
    Directive,
    LegalDocument,
    Meeting,
    Mention,
    Repetition,
    Report,
    ReviewItem,
    Target,
)
from people.models import Handover, Official, Organization, Role
from people.register import ProvinceRegister

# By kind, the columns by which its records are called here.
CALLED: dict[Any, tuple[str, ...]] = {
    Article: ("file_name",),
    Organization: ("name", "province"),
    Official: ("name", "province", "homonym"),
    LegalDocument: ("canonical",),
    Role: ("official", "canonical_title", "province"),
    Meeting: ("title", "date", "identity"),
    Directive: ("article", "start", "order"),
    Assignment: ("directive", "order", "words"),
    Appearance: ("article", "start", "title", "act"),
    Target: ("article", "start", "metric", "value"),
}
OTHERS = (Attestation, Citation, Decision, Handover, Mention, Report, Repetition, ReviewItem)
# What depends on the clock, or is a key, a digest of keys, or nothing that is reconciled.
LEFT_OUT = {
    "id",
    "created_at",
    "updated_at",
    "loaded_at",
    "read_at",
    "facts_digest",
    "object_id",
    "place",
    "chain",
    "detail",
    "fingerprint",
}


class Names:
    """What records are called whatever their keys, each fetched once."""

    def __init__(self) -> None:
        self._rows: dict[Any, dict[Any, Any]] = {}
        self._called: dict[tuple[Any, Any], Any] = {}

    def of(self, model: Any, pk: Any) -> Any:
        if model not in self._rows:
            self._rows[model] = model._base_manager.in_bulk()
        if (model, pk) not in self._called:
            row = self._rows[model][pk]
            columns = [row._meta.get_field(name) for name in CALLED.get(model, ())]
            values = [self.plain(row, column) for column in columns]
            self._called[model, pk] = (model._meta.model_name, *values) if values else str(row)
        return self._called[model, pk]

    def plain(self, row: Any, field: Any) -> Any:
        value = getattr(row, field.attname)
        is_record = isinstance(field, models.ForeignKey) and value is not None
        return self.of(field.related_model, value) if is_record else str(value)


def snapshot() -> dict[str, Counter[Any]]:
    """All records of the site by kind, without what is the database's own."""
    found: dict[str, Counter[Any]] = {}
    names = Names()
    for model in (*CALLED, *OTHERS):
        rows: Counter[Any] = Counter()
        for row in model._base_manager.all():
            fields = [field for field in model._meta.concrete_fields if field.name not in {*LEFT_OUT, "extracted"}]
            columns = [(field.name, names.plain(row, field)) for field in fields]
            for name, value in sorted(getattr(row, "extracted", {}).items()):
                field = model._meta.get_field(name)
                is_record = isinstance(field, models.ForeignKey) and value is not None
                columns.append((f"read {name}", names.of(field.related_model, value) if is_record else value))
            rows[tuple(columns)] += 1
        found[model.__name__] = rows
    return found


def sources(*paths: Path) -> Sequence[Source]:
    found = list(find_sources(paths, ProvinceRegister()))
    texts = [source for source in found if isinstance(source, Source)]
    assert len(texts) == len(found)
    return texts
