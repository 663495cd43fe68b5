"""Where a reading comes from, in the form in which conflicts keep it: words, rule, article, rules' version, day."""

from __future__ import annotations

from typing import Any

from django.utils.timezone import localdate


def provenance(article: Any, quote: str = "", rule: str = "") -> dict[str, Any]:
    """What `Correctable.evidence_of` tells of what was read from an `Article`, or from none.

    `quote`, `rule`, `article` (its key), `version` and `day`; only what is known has an entry.
    """
    told: dict[str, Any] = {"quote": quote, "rule": rule}
    if article is not None:
        read_on = localdate(article.read_at).isoformat() if article.read_at else None
        told |= {"article": article.pk, "version": article.extractor_version, "day": read_on}
    return {name: value for name, value in told.items() if value}
