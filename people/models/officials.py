"""Officials: the people who hold or held an office."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords

from people.addressing import address_of
from people.corrections import CorrectableQuerySet
from people.models.aliases import keep_former_name
from people.models.mergeable import Mergeable
from people.models.provinces import Province
from people.names import LONGEST_GIVEN_NAME, ascii_slug, given_name_key, name_key
from people.search import Searchable


class Official(Mergeable, Searchable):
    """A person who holds or held an office, one per name and province unless a person has decided otherwise.

    `province` is that of today's map, so that one who serves before and after a merger is one; `homonym` tells apart
    people of one name in one province.
    """

    correctable_fields: ClassVar[tuple[str, ...]] = ("name",)

    name = models.CharField(_("name"), max_length=120)
    name_key = models.CharField(max_length=120, editable=False)
    given_name_key = models.CharField(max_length=LONGEST_GIVEN_NAME, editable=False, default="")
    province = models.ForeignKey(
        Province, models.PROTECT, null=True, blank=True, related_name="officials", verbose_name=_("province")
    )
    homonym = models.PositiveSmallIntegerField(
        _("homonym"), default=0, help_text=_("0 unless several people of this name serve in this province.")
    )
    history = HistoricalRecords(excluded_fields=["search_text"])

    objects = CorrectableQuerySet.as_manager()

    class Meta(Mergeable.Meta):
        abstract = False
        verbose_name = _("official")
        verbose_name_plural = _("officials")
        ordering = ("given_name_key", "name_key", "pk")
        indexes = [
            models.Index(fields=("given_name_key", "name_key", "id"), name="people_official_by_name"),
            models.Index(fields=("name_key",), name="people_official_name_key"),
        ]
        constraints = [
            *Mergeable.Meta.constraints,
            models.UniqueConstraint(
                fields=("name_key", "province", "homonym"),
                condition=Q(merged_into__isnull=True),
                name="people_official_in_province",
            ),
            models.UniqueConstraint(
                fields=("name_key", "homonym"),
                condition=Q(province__isnull=True, merged_into__isnull=True),
                name="people_official_unplaced",
            ),
            models.CheckConstraint(condition=~Q(name_key=""), name="people_official_named"),
        ]

    def __str__(self) -> str:
        return self.name

    def words_to_search(self) -> str:
        """The name; roles and aliases are searched in their own tables."""
        return self.name

    def derive(self) -> set[str]:
        """Sets fresh keys; a name that was changed stays findable as an alias."""
        self.given_name_key = given_name_key(name_key(self.name))
        return {"given_name_key", *keep_former_name(self)}

    def evidence_of(self, field: str) -> dict[str, Any]:
        """The place where the name stands first."""
        places: Any = self.mentions  # of the meetings' side
        place = places.select_related("article").order_by("pk").first()
        return place.evidence_of(field) if place is not None else {}

    def get_absolute_url(self) -> str:
        """The page of this official."""
        return address_of("people:official_detail", self.pk, ascii_slug(self.name))
