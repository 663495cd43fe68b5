"""How each table is looked through: what its rows are called by, counted by, found by."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Shown:
    """By name of column, as `Table` has them."""

    named_by: str = ""
    facets: tuple[str, ...] = ()
    searched: tuple[str, ...] = ()
    newest_by: str = ""


SHOWN = {
    "provinces": Shown("name", ("kind", "region"), ("name", "aliases")),
    "organizations": Shown("called", ("kind", "province_id"), ("name", "abbreviations", "former_names")),
    "officials": Shown("called", ("province_id",), ("name",)),
    "roles": Shown("canonical_title", ("status", "canonical_title", "province_id"), ("title", "canonical_title")),
    "aliases": Shown("name", (), ("name",)),
    "handovers": Shown("duties", (), ("duties",)),
    "articles": Shown(
        "title", ("subject", "publisher", "province_id"), ("title", "publisher", "detection_quote"), "reported_on"
    ),
    "meetings": Shown("title", ("kind", "year", "province_id", "body_id"), ("title", "body_name", "place"), "date"),
    "reports": Shown("quote", (), ("quote",)),
    "directives": Shown(
        "called", ("strength", "deadline_kind", "assigner_id"), ("text", "assigner_title", "deadline_text")
    ),
    "assignments": Shown("words", ("part", "organization_id"), ("words",)),
    "targets": Shown(
        "metric", ("status", "year", "canonical_metric", "unit"), ("metric", "canonical_metric", "unit", "quote")
    ),
    "decisions": Shown("outcome", ("outcome", "body"), ("body", "outcome", "text")),
    "appearances": Shown("title", ("act", "official_id"), ("title", "quote")),
    "documents": Shown("canonical", ("kind", "issuer"), ("kind", "number", "canonical", "issuer")),
    "citations": Shown("quote", ("document_id",), ("quote",)),
    "mentions": Shown("name", ("official_id",), ("name",)),
    "attestations": Shown("title", ("title",), ("title",), "attested_on"),
}
