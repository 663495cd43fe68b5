"""Evidence: the words of an article that a record was read from, and other tellings of the same thing."""

from __future__ import annotations

from typing import Any, Self, TypeVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from meetings.models.articles import Article
from meetings.models.provenance import provenance
from people.corrections import Correctable, CorrectableQuerySet

_SPAN = Q(start__isnull=True, end__isnull=True) | Q(
    article__isnull=False, start__isnull=False, end__isnull=False, end__gt=models.F("start")
)  # the condition on nulls is said twice: a comparison with null lets a row pass


_Row = TypeVar("_Row", bound=models.Model)


class Evidenced(models.Model):
    """A record with the words it was read from: `quote` is `article.text[start:end]`, `rule` the rule that read it.

    A record that a person added without pointing at words has neither start nor end, and no article where none tells
    of it; one whose words a later version of the text has lost keeps the article and the `quote`.
    """

    article = models.ForeignKey(
        Article, models.PROTECT, null=True, blank=True, related_name="%(class)ss", verbose_name=_("article")
    )
    start = models.PositiveIntegerField(_("first character"), null=True, blank=True)
    end = models.PositiveIntegerField(_("character after the last"), null=True, blank=True)
    quote = models.TextField(_("words"), blank=True)
    rule = models.CharField(_("rule"), max_length=80, blank=True)

    class Meta:
        abstract = True
        constraints = [models.CheckConstraint(condition=_SPAN, name="%(app_label)s_%(class)s_span")]

    def evidence_of(self, field: str) -> dict[str, Any]:
        """The words that the record was read from."""
        return provenance(self.article, self.quote, self.rule)


class RecordQuerySet(CorrectableQuerySet[_Row]):
    """Conditions on records of meetings, named once."""

    def first_tellings(self) -> Self:
        """Published records without those that only repeat, in another article, what a first one says."""
        return self.published().filter(same_as__isnull=True)


def few(field: str, name: str) -> models.Index:
    """An index over a foreign key that most rows have empty: small, and no way to the rows that have none.

    SQLite would take a whole index for one, and read a million rows by it in no order.
    """
    return models.Index(fields=(field,), name=name, condition=Q(**{f"{field}__isnull": False}))


class Record(Evidenced, Correctable):
    """A correctable record of a meeting. `same_as` is the record, read from another article, that says the same."""

    same_as = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        db_index=False,  # most have none: see `few`
        related_name="retellings",
        verbose_name=_("also told as"),
    )

    class Meta(Correctable.Meta):
        abstract = True
        constraints = [
            *Correctable.Meta.constraints,
            *Evidenced.Meta.constraints,
            models.CheckConstraint(
                condition=Q(same_as__isnull=True) | ~Q(same_as=models.F("id")),
                name="%(app_label)s_%(class)s_not_itself",
            ),
        ]
