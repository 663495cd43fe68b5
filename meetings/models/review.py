"""The queue of what needs a look: items, who is at which of them, and what people said of them."""

from __future__ import annotations

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.utils.translation import gettext_lazy as _

from meetings.models.articles import Article
from meetings.models.meetings import Meeting
from people.models import Province

# Enough of SHA-256 that two readings never share it.
FINGERPRINT = 32


class AboutRecord(models.Model):
    """A row about a record of any kind, for a reason that `meetings.review.reasons` names."""

    reason = models.CharField(_("reason"), max_length=20)
    content_type = models.ForeignKey(ContentType, models.CASCADE, related_name="+")
    object_id = models.PositiveBigIntegerField()
    record = GenericForeignKey("content_type", "object_id")

    class Meta:
        abstract = True
        # Nobody edits these rows by hand: what people may do is said by the records' own permissions.
        default_permissions = ()


class ReviewItem(AboutRecord):
    """That a record needs a look for a reason. Derived data: `meetings.review.refreshing` can make all of it anew.

    `place` is what one person works on at a time: an article, else a record or a group of namesakes. `province` is one
    of today's map, `kind` the record's model. `detail` has `what` (the record in words), `quote` and what the reason's
    sentence needs; `fingerprint` says which reading is doubted, so that a decision on it holds until the reading
    changes.
    """

    article = models.ForeignKey(Article, models.CASCADE, null=True, related_name="review_items")
    meeting = models.ForeignKey(Meeting, models.CASCADE, null=True, related_name="review_items")
    province = models.ForeignKey(Province, models.SET_NULL, null=True, related_name="+")
    kind = models.CharField(max_length=20)
    place = models.CharField(max_length=60, db_index=True)
    impact = models.PositiveIntegerField()
    doubt = models.PositiveSmallIntegerField()
    score = models.PositiveBigIntegerField(help_text="impact * doubt")
    seconds = models.PositiveSmallIntegerField()
    detail = models.JSONField(default=dict)
    fingerprint = models.CharField(max_length=FINGERPRINT)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta(AboutRecord.Meta):
        ordering = ("-score", "pk")
        indexes = [
            models.Index(fields=("-score", "id"), name="meetings_review_order"),
            # Covers the page's counts.
            models.Index(fields=("reason", "kind", "province"), name="meetings_review_counts"),
            models.Index(fields=("reason", "-score"), name="meetings_review_reason"),
            models.Index(fields=("province", "-score"), name="meetings_review_province"),
            models.Index(fields=("kind", "-score"), name="meetings_review_kind"),
        ]
        constraints = [
            models.UniqueConstraint(fields=("reason", "content_type", "object_id"), name="meetings_review_once"),
            models.CheckConstraint(
                condition=models.Q(score=models.F("impact") * models.F("doubt")), name="meetings_review_score"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.reason}: {self.detail.get('what', self.object_id)}"


class ReviewClaim(models.Model):
    """That a person is at a place of the queue until `until`; `since` is when they came or last settled an item."""

    place = models.CharField(max_length=60, unique=True)
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    since = models.DateTimeField()
    until = models.DateTimeField(db_index=True)

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return f"{self.user} at {self.place}"


class ReviewSkip(models.Model):
    """That a person does not want to be handed an item before `until`."""

    item = models.ForeignKey(ReviewItem, models.CASCADE, related_name="skips")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="+")
    until = models.DateTimeField()

    class Meta:
        default_permissions = ()
        constraints = [models.UniqueConstraint(fields=("user", "item"), name="meetings_reviewskip_once")]

    def __str__(self) -> str:
        return f"{self.user} skips {self.item_id}"


class ReviewDecision(AboutRecord):
    """That a person looked at a doubt and found the record right as it is; holds for the reading of `fingerprint`."""

    fingerprint = models.CharField(max_length=FINGERPRINT)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    at = models.DateTimeField(auto_now=True)

    class Meta(AboutRecord.Meta):
        constraints = [
            models.UniqueConstraint(fields=("content_type", "object_id", "reason"), name="meetings_reviewdecision_once")
        ]

    def __str__(self) -> str:
        return f"{self.reason} of {self.object_id}: as printed"


class ReviewTiming(models.Model):
    """How long a person was at an item until it was settled; what estimates are made from."""

    reason = models.CharField(max_length=20)
    seconds = models.PositiveIntegerField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        default_permissions = ()
        indexes = [models.Index(fields=("reason", "-id"), name="meetings_reviewtiming_recent")]

    def __str__(self) -> str:
        return f"{self.reason}: {self.seconds} s"
