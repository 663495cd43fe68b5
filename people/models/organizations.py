"""Organizations: agencies and bodies that meet, order or are told to act."""

from __future__ import annotations

from typing import ClassVar

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from simple_history.models import HistoricalRecords

from people.addressing import address_of
from people.corrections import CorrectableQuerySet
from people.models.aliases import keep_former_name
from people.models.mergeable import Mergeable
from people.models.provinces import Province
from people.names import ascii_slug, fold
from people.search import Searchable

_is_address = URLValidator(schemes=("https", "http"))


def are_addresses(cell: str) -> None:
    """Raises `ValidationError` for the first of the addresses, divided by "|", that is no address of a page."""
    for address in cell.split("|"):
        try:
            _is_address(address)
        except ValidationError:
            words = _("“%(address)s” is no address; write it from https:// on.")
            raise ValidationError(words, params={"address": address}) from None


class Organization(Mergeable, Searchable):
    """An agency or body that meets, orders or is told to act. National ones have no province.

    What ended has a `successor` that took its work on as a whole; what others took over are its `handovers`.
    """

    class Kind(models.TextChoices):
        PARTY = "party", pgettext_lazy("kind of organization", "Party body")
        COUNCIL = "council", pgettext_lazy("kind of organization", "People's Council")
        COMMITTEE = "committee", pgettext_lazy("kind of organization", "People's Committee")
        DEPARTMENT = "department", pgettext_lazy("kind of organization", "Department")
        DELEGATION = "delegation", pgettext_lazy("kind of organization", "National Assembly delegation")
        STEERING = "steering", pgettext_lazy("kind of organization", "Steering committee")
        OFFICE = "office", pgettext_lazy("kind of organization", "Office")
        FORCE = "force", pgettext_lazy("kind of organization", "Armed forces and police")
        JUSTICE = "justice", pgettext_lazy("kind of organization", "Court, procuracy or inspectorate")
        FRONT = "front", pgettext_lazy("kind of organization", "Fatherland Front and associations")
        LOCAL = "local", pgettext_lazy("kind of organization", "District or commune")
        NATIONAL = "national", pgettext_lazy("kind of organization", "National body")
        OTHER = "other", pgettext_lazy("kind of organization", "Other")

    correctable_fields: ClassVar[tuple[str, ...]] = ("name", "kind", "province")

    name = models.CharField(_("name"), max_length=250)
    name_key = models.CharField(max_length=250, editable=False)
    abbreviations = models.CharField(_("abbreviations"), max_length=200, blank=True, help_text=_("Divided by |."))
    kind = models.CharField(_("kind"), max_length=12, choices=Kind.choices, default=Kind.OTHER, db_index=True)
    province = models.ForeignKey(
        Province, models.PROTECT, null=True, blank=True, related_name="organizations", verbose_name=_("province")
    )
    valid_from = models.DateField(_("valid from"), null=True, blank=True)
    valid_to = models.DateField(_("valid to"), null=True, blank=True)
    successor = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, related_name="predecessors", verbose_name=_("successor")
    )
    former_names = models.CharField(_("former names"), max_length=300, blank=True, help_text=_("Divided by |."))
    succession_basis = models.CharField(
        _("basis"), max_length=200, blank=True, help_text=_("What tells of its end, or of what it took over.")
    )
    succession_pages = models.CharField(
        _("pages that tell of it"),
        max_length=600,
        blank=True,
        validators=[are_addresses],
        help_text=_("Addresses, divided by |."),
    )
    unverified = models.BooleanField(
        _("not verified"), default=False, help_text=_("Days, successor and former names are from memory.")
    )
    history = HistoricalRecords(excluded_fields=["search_text"])

    objects = CorrectableQuerySet.as_manager()

    class Meta(Mergeable.Meta):
        abstract = False
        verbose_name = _("organization")
        verbose_name_plural = _("organizations")
        ordering = ("name", "pk")
        indexes = [
            models.Index(fields=("kind", "name"), name="people_org_kind_name"),
            models.Index(fields=("province", "kind"), name="people_org_province_kind"),
        ]
        constraints = [
            *Mergeable.Meta.constraints,
            models.UniqueConstraint(
                fields=("name_key", "province"),
                condition=Q(merged_into__isnull=True),
                name="people_org_in_province",
            ),
            models.UniqueConstraint(
                fields=("name_key",),
                condition=Q(province__isnull=True, merged_into__isnull=True),
                name="people_org_national",
            ),
            models.CheckConstraint(condition=~Q(name_key=""), name="people_org_named"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def full_name(self) -> str:
        """The name with its province, as it must be said where several provinces stand together."""
        if self.province is None or fold(self.province.name) in fold(self.name):
            return self.name
        return f"{self.name} ({self.province.name})"

    def words_to_search(self) -> str:
        """Name, abbreviations, what it was called before, and province."""
        other = f"{self.abbreviations} {self.former_names}".replace("|", " ")
        return " ".join((self.name, other, self.province.name if self.province else ""))

    def derive(self) -> set[str]:
        """Sets a fresh key; a name that was changed stays findable as an alias."""
        return keep_former_name(self)

    def get_absolute_url(self) -> str:
        """The page of this organization."""
        return address_of("people:organization_detail", self.pk, ascii_slug(self.name))
