"""The columns that say at which meeting something was said."""

from __future__ import annotations

from django.utils.translation import gettext as _

from meetings.called import called_plainly
from meetings.phrases import dated
from opendata.files.columns import Column
from opendata.files.edition import Edition
from opendata.files.framing import province
from opendata.remembered import once

_called, _dated = once(called_plainly), once(dated)


def of_meeting(edition: Edition) -> list[Column]:
    """The meeting of a record: title, identifier, when it was held, and where."""
    return [
        Column("meeting", _("Meeting"), lambda r: r.meeting.title, lambda r: _called(r.meeting), width=40),
        Column(
            "meeting_identifier",
            _("Meeting, permanent identifier"),
            lambda record: edition.identifier(record.meeting),
            width=34,
        ),
        Column("held", _("Held"), lambda record: _dated(record.meeting), width=22),
        Column("meeting_date", _("Date of the meeting"), lambda record: record.meeting.date, width=12),
        province(lambda record: record.meeting.province),
    ]
