"""Where the words of a record stand: all of it or nothing, and never without an article."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from meetings.models import Directive
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("with_article", "start", "end", "allowed"),
    [
        (True, 0, 5, True),
        (True, None, None, True),  # its words are gone from the text, or nobody pointed at any
        (False, None, None, True),
        (True, 5, 5, False),
        (True, 6, 5, False),
        (True, 0, None, False),
        (True, None, 5, False),
        (False, 0, 5, False),
    ],
)
def test_a_place_is_whole_or_not_there(with_article: bool, start: Any, end: Any, allowed: bool) -> None:
    meeting, article = factories.make_meeting(), factories.make_article()
    row = Directive(
        meeting=meeting, text="Làm.", strength="order", article=article if with_article else None, start=start, end=end
    )
    if allowed:
        row.save()
    else:
        with pytest.raises(IntegrityError), transaction.atomic():
            row.save()
