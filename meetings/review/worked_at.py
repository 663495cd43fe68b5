"""Where an item of the queue is worked on."""

from __future__ import annotations

from django.urls import reverse

from meetings.models import ReviewItem
from meetings.review.kinds import BY_NAME
from meetings.review.reasons import DUPLICATE, HOMONYM, REPORT


def address_of(item: ReviewItem) -> str:
    """The page on which the item is settled: the visitor's report, two namesakes side by side, the article with its
    records, or the record's own page at the desk.
    """
    if item.reason == REPORT:
        return reverse("admin:people_mistakereport_change", args=[item.detail["reports"][0]])
    desk = f"admin:{BY_NAME[item.kind].model._meta.app_label}_{item.kind}"
    if item.reason in (HOMONYM, DUPLICATE):
        return reverse(f"{desk}_compare", args=sorted([item.object_id, item.detail["others"][0]]))
    if item.article_id is not None:
        return f"{reverse('review:article', args=[item.article_id])}?item={item.pk}"
    return reverse(f"{desk}_change", args=[item.object_id])
