"""Where an item of the queue is worked on."""

from __future__ import annotations

from django.urls import NoReverseMatch, reverse

from meetings.models import ReviewItem
from meetings.review.kinds import BY_NAME
from meetings.review.reasons import HOMONYM, REPORT


def address_of(item: ReviewItem) -> str:
    """The page on which the item is settled: the visitor's report, two namesakes side by side, the article with its
    records, or the record's own page at the desk.
    """
    if item.reason == REPORT:
        return reverse("admin:people_mistakereport_change", args=[item.detail["reports"][0]])
    if item.reason == HOMONYM and (others := item.detail.get("others")):
        # Namesakes that are gone since are said there.
        pair = sorted([item.object_id, others[0]])
        if found := _reversed("admin:people_official_compare", pair):
            return found
    if item.article_id is not None and (found := _reversed("review:article", [item.article_id])):
        return f"{found}?item={item.pk}"
    app = BY_NAME[item.kind].model._meta.app_label
    return reverse(f"admin:{app}_{item.kind}_change", args=[item.object_id])


def _reversed(name: str, args: list[int]) -> str | None:
    """The address, or None for a page that this version of the site does not have."""
    try:
        return reverse(name, args=args)
    except NoReverseMatch:
        return None
