"""One task told at several meetings: the chains that rules find, and what people say of two tasks."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from meetings.models.directives import Directive

LONGEST_REASON = 300


class Repetition(models.Model):
    """That a task belongs to a chain: `chain` is the key of the chain's first task, whose own row says so, too.

    `earlier` is the task that the rules found it to repeat, `likeness` how much of their words is the same, in percent;
    both are empty where the chain begins or a person's word leads on. All rows are the machine's: what people say is in
    `TaskJudgement`, from which, and from the texts, the chains can be made again at any time.
    """

    directive = models.OneToOneField(
        Directive, models.CASCADE, primary_key=True, related_name="repetition", verbose_name=_("task")
    )
    chain = models.PositiveBigIntegerField(_("first task of the chain"), db_index=True)
    earlier = models.ForeignKey(
        Directive, models.SET_NULL, null=True, blank=True, related_name="repeated_by", verbose_name=_("repeats")
    )
    likeness = models.PositiveSmallIntegerField(_("likeness"), null=True, blank=True)

    class Meta:
        verbose_name = _("repeated task")
        verbose_name_plural = _("repeated tasks")
        default_permissions = ()
        constraints = [
            models.CheckConstraint(
                condition=Q(earlier__isnull=True) | ~Q(earlier=F("directive")), name="meetings_repetition_not_itself"
            ),
            models.CheckConstraint(
                condition=Q(likeness__isnull=True) | Q(likeness__lte=100), name="meetings_repetition_likeness"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.directive_id} ← {self.earlier_id or '…'}"


class TaskJudgement(models.Model):
    """What a person said of two tasks of different meetings: that they are the same task, or that they are not.

    It holds whatever later readings find; it is taken back by being deleted.
    """

    first = models.ForeignKey(Directive, models.CASCADE, related_name="+", verbose_name=_("the older one"))
    second = models.ForeignKey(Directive, models.CASCADE, related_name="+", verbose_name=_("the younger one"))
    same = models.BooleanField(_("the same task"))
    reason = models.CharField(_("reason"), max_length=LONGEST_REASON, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+", verbose_name=_("said by")
    )
    at = models.DateTimeField(_("said"), auto_now=True)

    class Meta:
        verbose_name = _("judgement on two tasks")
        verbose_name_plural = _("judgements on two tasks")
        default_permissions = ()  # it is made and seen on the pages of its tasks
        ordering = ("-at", "-pk")
        constraints = [
            models.UniqueConstraint(fields=("first", "second"), name="meetings_judgement_once"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="meetings_judgement_ordered"),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} {'=' if self.same else '≠'} {self.second_id}"

    @classmethod
    def of(cls, *directives: Any) -> models.QuerySet[TaskJudgement]:
        """What was said of any of these tasks, given as rows or keys."""
        return cls.objects.filter(Q(first__in=directives) | Q(second__in=directives))
