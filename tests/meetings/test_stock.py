"""The numbers of the front page are those of what readers may see, each told once."""

from __future__ import annotations

import datetime

import pytest
from django.core.cache import cache
from django.utils import timezone

from meetings.models import Article, Directive, Target
from meetings.stock import stock
from people.corrections import State
from tests.factories import make_article, make_directive, make_meeting, make_target

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _nothing_is_remembered() -> None:
    cache.clear()


def test_tasks_and_figures_are_counted_as_they_are_listed() -> None:
    meeting = make_meeting()
    first, figure = make_directive(meeting), make_target(meeting)
    make_directive(meeting, "Sở Y tế báo cáo.", state=State.CONFIRMED)
    make_directive(meeting, "Trùng.", same_as=first)
    make_directive(meeting, "Sai.", state=State.REJECTED)
    make_directive(meeting, "Sai và trùng.", same_as=first, state=State.REJECTED)
    make_target(meeting, same_as=figure)
    make_target(meeting, state=State.WITHDRAWN)
    counted = stock()
    assert (counted.directives, counted.targets) == (2, 1)
    assert counted.directives == Directive.objects.first_tellings().count()
    assert counted.targets == Target.objects.first_tellings().count()


def test_articles_say_when_texts_were_loaded_last_and_how_many_this_week() -> None:
    assert (stock().articles, stock().loaded, stock().loaded_this_week) == (0, None, 0)
    now = timezone.now()
    ages = (1, 6, 8)
    for age in ages:
        article = make_article(f"Bài {age}")
        Article.objects.filter(pk=article.pk).update(loaded_at=now - datetime.timedelta(days=age))
    hidden = make_article("Bài ẩn", state=State.REJECTED)
    Article.objects.filter(pk=hidden.pk).update(loaded_at=now)
    counted = stock()
    assert (counted.articles, counted.loaded, counted.loaded_this_week) == (3, now, 2)
