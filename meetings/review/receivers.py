"""When the queue follows: after each reading of an article, and after each save by a person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Model
from django.db.models.signals import post_delete, post_save

from meetings.models import Article, Meeting, ReviewDecision, ReviewItem
from meetings.reconcile.signals import reconciled, reconciled_together
from meetings.review.kinds import KINDS
from meetings.review.refreshing import refresh, refresh_articles, refresh_scope
from meetings.review.scope import Scope
from people.merging.signals import merged, undone
from people.models import Distinction, MistakeReport


def connect() -> None:
    """Connects all receivers; done once, when the application is ready."""
    reconciled.connect(_after_reading, dispatch_uid="review.reconciled")
    reconciled_together.connect(_after_reading_together, dispatch_uid="review.reconciled_together")
    post_save.connect(_after_reporting, sender=MistakeReport, dispatch_uid="review.reported")
    for told in (post_save, post_delete):
        told.connect(_after_telling_apart, sender=Distinction, dispatch_uid="review.told_apart")
    for signal in (merged, undone):
        signal.connect(_after_merging, dispatch_uid="review.merged")
    for model in KINDS:
        post_save.connect(_after_saving, sender=model, dispatch_uid=f"review.saved.{model.__name__}")
        post_delete.connect(_after_deleting, sender=model, dispatch_uid=f"review.deleted.{model.__name__}")


def _after_reading(articles: Sequence[Article], before: Any, **_: Any) -> None:
    refresh_articles(articles, before)


def _after_reading_together(articles: Iterable[Article], meetings: Iterable[Meeting], touched: Any, **_: Any) -> None:
    scope = Scope(articles)
    scope.add(Meeting, [meeting.pk for meeting in meetings])
    for model, keys in touched.items():
        scope.add(model, keys)
    refresh_scope(scope)


def _after_saving(instance: Model, raw: bool, **_: Any) -> None:
    # What a reading saves is looked at once it is through.
    if not raw and not getattr(instance, "skip_history_when_saving", False):
        refresh([instance], by_person=True)


def _after_reporting(instance: MistakeReport, raw: bool, **_: Any) -> None:
    model = instance.content_type.model_class()
    if not raw and model in KINDS:
        scope = Scope()
        scope.report(model, instance.object_id)
        refresh_scope(scope, by_person=True)


def _after_telling_apart(instance: Distinction, **_: Any) -> None:
    model: Any = instance.kind.model_class()
    if model in KINDS:
        refresh(model._base_manager.filter(pk__in=(instance.first_id, instance.second_id)), by_person=True)


def _after_merging(sender: Any, merge: Any, touched: Mapping[str, set[int]], **_: Any) -> None:
    scope = Scope(sender._base_manager.filter(pk__in=(merge.keep_id, merge.drop_id)))
    for model in KINDS:
        scope.add(model, touched.get(model._meta.label_lower, ()))
    refresh_scope(scope, by_person=True)


def _after_deleting(sender: Any, instance: Model, **_: Any) -> None:
    about = {"content_type": ContentType.objects.get_for_model(sender), "object_id": instance.pk}
    ReviewItem.objects.filter(**about).delete()
    ReviewDecision.objects.filter(**about).delete()
