"""What people decided on two records of one kind: that they are one, or that they are not the same."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from people.models.mergeable import Mergeable

LONGEST_REASON = 300


class MergeQuerySet(models.QuerySet["Merge"]):
    """Conditions on merges, named once."""

    def of(self, *records: Mergeable) -> MergeQuerySet:
        """Those in which one of the records, all of one kind, survived or was merged away."""
        keys = [record.pk for record in records]
        kind = ContentType.objects.get_for_model(type(records[0]))
        return self.filter(Q(keep_id__in=keys) | Q(drop_id__in=keys), kind=kind)

    def standing(self) -> MergeQuerySet:
        """Those that nobody has undone."""
        return self.filter(undone_at__isnull=True)


class Merge(models.Model):
    """That `drop` was merged into `keep`, the older of the two, and all that is needed to undo it.

    `moved` is the journal (`people.merging.journal`): each row that was changed, with its values before and after.
    """

    kind = models.ForeignKey(ContentType, models.PROTECT, related_name="+", verbose_name=_("kind"))
    keep_id = models.PositiveBigIntegerField(_("survivor"))
    drop_id = models.PositiveBigIntegerField(_("merged away"))
    keep = GenericForeignKey("kind", "keep_id")
    drop = GenericForeignKey("kind", "drop_id")
    reason = models.CharField(_("reason"), max_length=LONGEST_REASON)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("merged by")
    )
    at = models.DateTimeField(_("merged"), auto_now_add=True)
    moved = models.JSONField(_("what moved"), default=list, editable=False)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("undone by")
    )
    undone_at = models.DateTimeField(_("undone"), null=True, blank=True)
    undone_reason = models.CharField(_("reason for undoing"), max_length=LONGEST_REASON, blank=True)

    objects = MergeQuerySet.as_manager()

    class Meta:
        verbose_name = _("merge")
        verbose_name_plural = _("merges")
        default_permissions = ("view",)
        ordering = ("-pk",)
        indexes = [
            models.Index(fields=("kind", "keep_id"), name="people_merge_keep"),
            models.Index(fields=("kind", "drop_id"), name="people_merge_drop"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(keep_id__lt=F("drop_id")), name="people_merge_into_older"),
            models.CheckConstraint(condition=~Q(reason=""), name="people_merge_reasoned"),
            models.UniqueConstraint(
                fields=("kind", "drop_id"), condition=Q(undone_at__isnull=True), name="people_merge_standing"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.drop} → {self.keep}"


class Distinction(models.Model):
    """That two records of one kind are not the same, whatever their names; it is taken back by being deleted.

    `second_made`: the younger one was made when it was said, for what was moved there from the older one.
    """

    kind = models.ForeignKey(ContentType, models.PROTECT, related_name="+", verbose_name=_("kind"))
    first_id = models.PositiveBigIntegerField(_("the older one"))
    second_id = models.PositiveBigIntegerField(_("the younger one"))
    first = GenericForeignKey("kind", "first_id")
    second = GenericForeignKey("kind", "second_id")
    reason = models.CharField(_("reason"), max_length=LONGEST_REASON)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("said by")
    )
    at = models.DateTimeField(_("said"), auto_now_add=True)
    second_made = models.BooleanField(_("made for what was moved"), default=False, editable=False)

    class Meta:
        verbose_name = _("distinction")
        verbose_name_plural = _("distinctions")
        default_permissions = ("view",)
        ordering = ("-pk",)
        indexes = [models.Index(fields=("kind", "second_id"), name="people_distinction_second")]
        constraints = [
            models.UniqueConstraint(fields=("kind", "first_id", "second_id"), name="people_distinction_once"),
            models.CheckConstraint(condition=Q(first_id__lt=F("second_id")), name="people_distinction_ordered"),
            models.CheckConstraint(condition=~Q(reason=""), name="people_distinction_reasoned"),
        ]

    def __str__(self) -> str:
        return f"{self.first} ≠ {self.second}"

    @classmethod
    def between(cls, one: Any, other: Any) -> Distinction | None:
        """What a person said of these two, or of one merged into either of them, if anything."""
        kind = ContentType.objects.get_for_model(type(one))
        mine, theirs = ({record.pk, *record.merged_away.values_list("pk", flat=True)} for record in (one, other))
        either = Q(first_id__in=mine, second_id__in=theirs) | Q(first_id__in=theirs, second_id__in=mine)
        return cls.objects.filter(either, kind=kind).order_by("pk").first()

    @classmethod
    def pairs_of(cls, model: Any) -> set[tuple[int, int]]:
        """The keys of all who stand and are not the same, each pair in order; two queries.

        What was said of one merged away is said of the survivor.
        """
        merged = dict(model._base_manager.filter(merged_into__isnull=False).values_list("pk", "merged_into"))
        said = cls.objects.filter(kind=ContentType.objects.get_for_model(model)).values_list("first_id", "second_id")
        pairs = ((merged.get(one, one), merged.get(other, other)) for one, other in said)
        return {(min(pair), max(pair)) for pair in pairs}
