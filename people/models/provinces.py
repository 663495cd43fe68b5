"""Provinces of both eras: the 63 before 1 July 2025 and the 34 since."""

from __future__ import annotations

import datetime

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from people.addressing import address_by_slug


class ProvinceQuerySet(models.QuerySet):
    """The two views of the country: 63 provinces before 1 July 2025, 34 since."""

    def on(self, day: datetime.date) -> ProvinceQuerySet:
        """The provinces that existed on `day`."""
        return self.filter(
            Q(valid_from__isnull=True) | Q(valid_from__lte=day), Q(valid_to__isnull=True) | Q(valid_to__gte=day)
        )

    def today(self) -> ProvinceQuerySet:
        """The provinces of today's map."""
        return self.filter(valid_to__isnull=True)


class Province(models.Model):
    """A province or city under the central government, in the era in which it had these borders."""

    class Kind(models.TextChoices):
        PROVINCE = "province", pgettext_lazy("kind of province", "Province")
        CITY = "city", pgettext_lazy("kind of province", "City")

    name = models.CharField(_("name"), max_length=60)
    kind = models.CharField(_("kind"), max_length=10, choices=Kind.choices)
    slug = models.SlugField(_("short name for URLs"), max_length=60)
    region = models.CharField(_("region"), max_length=80, blank=True)
    aliases = models.CharField(_("other spellings"), max_length=200, blank=True, help_text=_("Divided by |."))
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    successor = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="predecessors", verbose_name=_("successor")
    )

    registered = models.JSONField(default=dict, editable=False)  # what the table said last, by column

    history = HistoricalRecords(excluded_fields=["registered"])

    objects = ProvinceQuerySet.as_manager()

    class Meta:
        verbose_name = _("province")
        verbose_name_plural = _("provinces")
        ordering = ("slug", "-valid_to")
        constraints = [
            models.UniqueConstraint(fields=("slug",), condition=Q(valid_to__isnull=True), name="people_province_today"),
            models.UniqueConstraint(fields=("slug", "valid_to"), name="people_province_era"),
            models.CheckConstraint(
                condition=Q(valid_from__isnull=True)
                | Q(valid_to__isnull=True)
                | Q(valid_to__gte=models.F("valid_from")),
                name="people_province_validity",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The page of the province of today's map that this one is or became part of."""
        return address_by_slug("meetings:province_detail", self.today.slug)

    @property
    def today(self) -> Province:
        """The province of today's map that this one is or became part of."""
        return self.successor or self

    @property
    def is_former(self) -> bool:
        """Whether its borders ended with a merger."""
        return self.valid_to is not None
