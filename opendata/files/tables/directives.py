"""Tasks as a file: the columns of the ledger, with deadlines in the author's words and as computed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.deadline_rules import how_computed
from meetings.deadlines import news_until, standing, state_of
from meetings.models import Assignment, Citation, Directive, LegalDocument
from meetings.repeats import add_repeats
from opendata.files.columns import Column, coded, filled, in_page_language, label_of, plain
from opendata.files.edition import Edition
from opendata.files.framing import closing, evidence, identity, itself, with_openings
from opendata.files.of_meeting import of_meeting
from opendata.files.related import article, bare, light, meeting, official, parts
from opendata.files.tables.base import Table

_COORDINATES = Assignment.Part.COORDINATE


def columns(edition: Edition) -> list[Column]:
    """What the ledger shows of each task, and what its deadline was computed from."""
    return [
        *identity(edition),
        plain(Directive, "text", width=60),
        coded(Directive, "strength", width=14),
        *_told(edition, "leading", _("Leads or carries out"), lambda part: part != _COORDINATES),
        *_told(edition, "coordinating", _("Coordinates"), lambda part: part == _COORDINATES),
        *_deadline(edition),
        Column("cites", _("Documents cited"), _documents, width=30),
        *_given_by(edition),
        Column("told_for_the_time", _("Told for the … time"), lambda task: _repeats(task, "number"), width=10),
        Column("told_times", _("Times told"), lambda task: _repeats(task, "times"), width=10),
        Column("first_told", _("First told on"), lambda task: _repeats(task, "first"), width=12),
        *of_meeting(edition),
        *evidence(edition, itself),
        *closing(edition, Directive),
    ]


def _told(edition: Edition, name: str, label: str, wanted: Callable[[str], bool]) -> list[Column]:
    def wanted_parts(directive: Any) -> list[Assignment]:
        found = [part for part in directive.parts if wanted(part.part)]
        return sorted(found, key=lambda part: part.part != Assignment.Part.LEAD)

    def told(directive: Any) -> list[Any]:
        return [
            {
                "words": part.words,
                "part": part.part,
                "identifier": edition.identifier(part.organization or part.official),
            }
            for part in wanted_parts(directive)
        ]

    return in_page_language(
        Column(name, label, told, lambda task: [part.words for part in wanted_parts(task)], width=34)
    )


def _deadline(edition: Edition) -> list[Column]:
    until = news_until(edition.day)

    def stands(directive: Directive) -> str:
        return standing(state_of(directive, edition.day), until)

    return [
        plain(Directive, "deadline_text", width=26),
        coded(Directive, "deadline_kind", width=18),
        plain(Directive, "deadline_value", width=12),
        plain(Directive, "deadline_from", width=12),
        plain(Directive, "deadline_to", width=12),
        Column(
            "deadline_rule", _("How it was computed"), filled(lambda d: d.deadline_rule), filled(how_computed), width=30
        ),
        Column(
            "deadline_state", _("Standing of the deadline"), lambda d: state_of(d, edition.day).value, stands, width=30
        ),
    ]


def _given_by(edition: Edition) -> list[Column]:
    return [
        Column(
            "assigner", label_of(Directive, "assigner"), lambda d: str(d.assigner) if d.assigner else None, width=24
        ),
        *in_page_language(plain(Directive, "assigner_title", width=24)),
        Column(
            "assigner_identifier",
            _("Given by, permanent identifier"),
            lambda directive: edition.identifier(directive.assigner),
            corrects="assigner",
            width=34,
        ),
    ]


def _documents(directive: Any) -> list[str]:
    return list(dict.fromkeys(str(citation.document) for citation in directive.cites))


def _repeats(directive: Any, name: str) -> Any:
    return getattr(directive.repeats, name) if directive.repeats else None


def fetch(rows: QuerySet[Directive]) -> QuerySet[Directive]:
    """Tasks with who is told to act, the documents cited, the meeting and the article."""
    citations = Citation.objects.published().defer("extracted", "conflicts").order_by("document_id", "pk")
    cites = citations.prefetch_related(Prefetch("document", light(LegalDocument)))
    return (
        bare(rows)
        .defer("search_text", "conflicts", "read_as")
        .prefetch_related(
            parts(), Prefetch("citations", cites, to_attr="cites"), meeting(), article(), official("assigner")
        )
    )


def describe(directives: list[Any]) -> None:
    """Looks up which tasks are told again, and what articles without a title are called."""
    add_repeats(directives)
    with_openings(directive.article for directive in directives)


DIRECTIVES = Table(gettext_lazy("Tasks"), columns, fetch, describe)
