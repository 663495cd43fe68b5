"""People in a meeting's reports: where a name stands, which title it bears there, and what the person did."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from meetings.models.evidence import Evidenced, Record, RecordQuerySet, few
from meetings.models.meetings import Meeting
from people.models import Official, ReadAs, Role


def _read_as() -> models.ForeignKey[Official | None, Official | None]:
    return models.ForeignKey(
        Official,
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        editable=False,
        related_name="+",
        verbose_name=_("read as"),
    )


class Mention(Evidenced):
    """A place where an official's name stands. `name` is the name as read, whoever it was resolved to.

    `read_as` is whom the words mean, where that record has been merged into `official`. One that a person added is no
    reading's to take away.
    """

    official = models.ForeignKey(Official, models.PROTECT, related_name="mentions", verbose_name=_("official"))
    read_as = _read_as()
    name = models.CharField(_("name as printed"), max_length=120)
    by_person = models.BooleanField(_("added by a person"), default=False, editable=False)

    class Meta:
        verbose_name = _("mention")
        verbose_name_plural = _("mentions")
        ordering = ("article", "start")
        indexes = [few("read_as", "meetings_mention_read_as")]
        constraints = [
            *Evidenced.Meta.constraints,
            models.UniqueConstraint(fields=("article", "start", "end"), name="meetings_mention_once"),
        ]

    def __str__(self) -> str:
        return self.name


class Attestation(Evidenced):
    """A place where a text gives an official a title: what a role's first and last date are taken from.

    `read_as` is whom the words mean, where that record has been merged into the role's official. One that a person
    added is no reading's to take away.
    """

    role = models.ForeignKey(Role, models.PROTECT, db_index=False, related_name="attestations", verbose_name=_("role"))
    read_as = _read_as()
    title = models.CharField(_("title as printed"), max_length=250)
    attested_on = models.DateField(_("attested on"), null=True, blank=True)
    by_person = models.BooleanField(_("added by a person"), default=False, editable=False)

    class Meta:
        verbose_name = _("attestation")
        verbose_name_plural = _("attestations")
        ordering = ("attested_on", "pk")
        indexes = [
            models.Index(fields=("role", "attested_on"), name="meetings_attestation_role"),
            few("read_as", "meetings_attestation_read_as"),
        ]
        constraints = [
            *Evidenced.Meta.constraints,
            models.UniqueConstraint(fields=("role", "article"), name="meetings_attestation_once"),
        ]

    def __str__(self) -> str:
        return self.title


class Appearance(ReadAs, Record):
    """What somebody did at a meeting; only the office is known where `official` is empty and `title` is not."""

    class Act(models.TextChoices):
        CHAIRS = "chairs", pgettext_lazy("act at a meeting", "Chairs")
        ATTENDS = "attends", pgettext_lazy("act at a meeting", "Attends")
        SPEAKS = "speaks", pgettext_lazy("act at a meeting", "Speaks")
        REPORTS = "reports", pgettext_lazy("act at a meeting", "Reports")
        CONCLUDES = "concludes", pgettext_lazy("act at a meeting", "Concludes")

    stands_on: ClassVar[tuple[str, ...]] = ("meeting", "official")
    correctable_fields: ClassVar[tuple[str, ...]] = ("official", "title", "role", "act", "same_as")

    inseparable_fields: ClassVar[tuple[tuple[str, ...], ...]] = (("official", "title"),)

    meeting = models.ForeignKey(
        Meeting, models.PROTECT, db_index=False, related_name="appearances", verbose_name=_("meeting")
    )
    official = models.ForeignKey(
        Official,
        models.PROTECT,
        null=True,
        blank=True,
        db_index=False,
        related_name="appearances",
        verbose_name=_("official"),
    )
    title = models.CharField(_("title as printed"), max_length=250, blank=True)
    role = models.ForeignKey(
        Role, models.PROTECT, null=True, blank=True, related_name="appearances", verbose_name=_("role")
    )
    act = models.CharField(_("act"), max_length=9, choices=Act.choices)
    history = HistoricalRecords(excluded_fields=["read_as"])

    objects = RecordQuerySet.as_manager()

    class Meta(Record.Meta):
        abstract = False
        verbose_name = _("appearance")
        verbose_name_plural = _("appearances")
        ordering = ("meeting", "start", "pk")
        indexes = [
            models.Index(fields=("meeting", "state"), name="meetings_appearance_meeting"),
            models.Index(fields=("official", "state"), name="meetings_appearance_official"),
            few("same_as", "meetings_appearance_same"),
        ]
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(act__in=("chairs", "attends", "speaks", "reports", "concludes")),
                name="meetings_appearance_act",
            ),
            models.CheckConstraint(
                condition=Q(official__isnull=False) | ~Q(title=""), name="meetings_appearance_of_somebody"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.official or self.title}: {self.get_act_display()}"
