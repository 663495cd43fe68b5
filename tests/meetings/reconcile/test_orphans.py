"""What only a former reading had made goes out of view at once, not with the reading after the next."""

import pytest

from meetings.models import Meeting
from people.corrections import State
from people.models import Organization
from tests.meetings.telling import Telling

pytestmark = pytest.mark.django_db


def test_the_body_of_a_rejected_meeting_is_out_of_view_after_the_first_reading_of_another_text() -> None:
    Telling("UBND tỉnh họp.\nMột.").loads()
    meeting = Meeting.objects.get()
    meeting.state = State.REJECTED
    meeting.save()
    article, _tally = Telling("UBND tỉnh họp.\nHai.").loads()
    before = list(Organization.objects.values_list("name", "state"))
    Telling("UBND tỉnh họp.\nHai.").loads(article)
    assert list(Organization.objects.values_list("name", "state")) == before == [("UBND tỉnh", State.WITHDRAWN)]
