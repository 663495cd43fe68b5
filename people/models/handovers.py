"""Handovers: parts of an agency's work that another than its successor took over."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _
from simple_history.models import HistoricalRecords


class Handover(models.Model):
    """That `heir` took over some duties of `former`, which either ended or goes on with the rest."""

    former = models.ForeignKey(
        "people.Organization", models.CASCADE, related_name="handovers", verbose_name=_("whose work it was")
    )
    heir = models.ForeignKey(
        "people.Organization", models.CASCADE, related_name="takeovers", verbose_name=_("who took it over")
    )
    duties = models.CharField(_("which duties"), max_length=200, blank=True)
    unverified = models.BooleanField(_("not verified"), default=False)
    history = HistoricalRecords()

    class Meta:
        verbose_name = _("handover")
        verbose_name_plural = _("handovers")
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=("former", "heir"), name="people_handover_once"),
            models.CheckConstraint(condition=~Q(former=F("heir")), name="people_handover_to_another"),
        ]

    def __str__(self) -> str:
        return f"{self.former} → {self.heir}"
