"""The rows behind each standard's classes, with all that these tell, in a few queries for any number of rows."""

from __future__ import annotations

from typing import Any

from django.db.models import Prefetch, QuerySet

from meetings.listings import meetings, tasks
from meetings.models import Appearance, Article, Attestation, Citation, Decision, Mention, Report
from people.listings import officials, organizations
from people.models import Alias, Province, Role
from people.records import PUBLISHED

MOST_SOURCES = 5  # texts named for one person or office: the first ones


def persons() -> QuerySet[Any]:
    """Officials with `other_names`, `roles_held` and `named_in`."""
    named: QuerySet[Any] = _with_article(Mention.objects.filter(start__isnull=False))
    return officials().prefetch_related(
        _other_names("aliases"),
        Prefetch("roles", memberships().order_by("-last_attested", "rank", "pk"), to_attr="roles_held"),
        Prefetch("mentions", named[:MOST_SOURCES], to_attr="named_in"),
    )


def agencies() -> QuerySet[Any]:
    """Organizations with `other_names` and `roles_here`."""
    held = Role.objects.published().filter(official__state__in=PUBLISHED).order_by("rank", "title_key", "pk")
    return organizations().prefetch_related(
        _other_names("aliases"), Prefetch("roles", held.defer("search_text"), to_attr="roles_here")
    )


def memberships() -> QuerySet[Any]:
    """Roles with `attested_in`; an organization that readers may not see is not among what they may."""
    places: QuerySet[Any] = _with_article(Attestation.objects.all())
    return (
        Role.objects.published()
        .filter(official__state__in=PUBLISHED)
        .select_related("official", "organization", "province")
        .defer("search_text", "official__search_text", "organization__search_text")
        .prefetch_related(Prefetch("attestations", places[:MOST_SOURCES], to_attr="attested_in"))
    )


def areas() -> QuerySet[Province]:
    """Provinces of both maps."""
    return Province.objects.select_related("successor")


def events() -> QuerySet[Any]:
    """Meetings with `told`, `who`, `decided`, `ordered` and `citing`, each as it was first told."""
    reports: QuerySet[Any] = Report.objects.select_related("article").defer("article__search_text").order_by("pk")
    appearances = Appearance.objects.first_tellings().select_related("official", "role").order_by("start", "pk")
    citations: QuerySet[Any] = Citation.objects.published().select_related("document").order_by("start", "pk")
    ordered = tasks().filter(same_as__isnull=True).order_by("order", "pk")
    return (
        meetings()
        .select_related("body__province", "province")
        .prefetch_related(
            Prefetch("reports", reports, to_attr="told"),
            Prefetch("appearances", appearances, to_attr="who"),
            Prefetch("decisions", Decision.objects.first_tellings().order_by("start", "pk"), to_attr="decided"),
            Prefetch("directives", ordered, to_attr="ordered"),
            Prefetch("citations", citations, to_attr="citing"),
        )
    )


def _other_names(path: str) -> Prefetch[Any]:
    return Prefetch(path, Alias.objects.order_by("name", "pk"), to_attr="other_names")


def _with_article(rows: QuerySet[Any]) -> QuerySet[Any]:
    """The first rows of each record are found before the texts are fetched: one may be named in very many."""
    texts: QuerySet[Any] = Article.objects.defer("search_text")
    return rows.order_by("pk").prefetch_related(Prefetch("article", texts))
