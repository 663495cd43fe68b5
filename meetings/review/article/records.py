"""The records that were read from one article, rejected ones among them, in a fixed number of queries."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.db.models import Prefetch, Q

from meetings.models import (
    Appearance,
    Article,
    Assignment,
    Attestation,
    Citation,
    Decision,
    Directive,
    Meeting,
    Mention,
    Report,
    Target,
)
from people.corrections import State

_SEEN = ~Q(state=State.WITHDRAWN)


class ArticleRecords:
    """What was read from `article`, kind by kind, in the order of the text."""

    def __init__(self, article: Article) -> None:
        self.article = article

    @cached_property
    def report(self) -> Report | None:
        """What the article says of its meeting, if it tells of one."""
        rows = Report.objects.filter(article=self.article).select_related("meeting__province", "meeting__body")
        report = rows.defer("meeting__search_text", "meeting__body__search_text").first()
        if report is not None:
            report.article = self.article
        return report

    @property
    def meeting(self) -> Meeting | None:
        """The meeting told of."""
        return self.report.meeting if self.report else None

    @cached_property
    def appearances(self) -> list[Appearance]:
        """What people did."""
        rows = Appearance.objects.filter(_SEEN, article=self.article).select_related("official", "role")
        return list(rows.order_by("start", "pk"))

    @cached_property
    def attestations(self) -> list[Attestation]:
        """The titles that the text gives."""
        rows = Attestation.objects.filter(article=self.article).exclude(role__state=State.WITHDRAWN)
        return list(rows.select_related("role__official", "role__organization", "role__province").order_by("start"))

    @cached_property
    def mentions(self) -> list[Mention]:
        """The places where names stand."""
        return list(Mention.objects.filter(article=self.article).select_related("official").order_by("start"))

    @cached_property
    def directives(self) -> list[Directive]:
        """The tasks, each with its assignments as `parts`."""
        told: Any = Assignment.objects.filter(_SEEN).select_related("organization__province", "official")
        rows = Directive.objects.filter(_SEEN, article=self.article).select_related("assigner").defer("search_text")
        return list(rows.prefetch_related(Prefetch("assignments", told, to_attr="parts")).order_by("order", "pk"))

    @cached_property
    def others(self) -> list[Any]:
        """Figures, decisions and citations."""
        mine = Q(article=self.article)
        targets = Target.objects.filter(_SEEN, mine).defer("search_text")
        decisions = Decision.objects.filter(_SEEN, mine)
        citations = Citation.objects.filter(_SEEN, mine).select_related("document")
        return [*targets, *decisions, *citations]
