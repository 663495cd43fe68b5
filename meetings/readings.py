"""What a report says of its meeting, field by field, with the words and the rule that each was read by."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from meetings.highlights import Mark
from meetings.models import Meeting, Report


@dataclass(frozen=True)
class FieldReading:
    """A field of the meeting as one article has it; `key` is empty where no place in the text is known."""

    label: str
    words: str
    rule: str
    key: str
    start: int = 0
    end: int = 0

    def mark(self, page: str = "") -> Mark:
        """The mark on the words, which leads to the head of the meeting's page."""
        return Mark(self.start, self.end, "meeting", self.key, f"{page}#meeting")


def readings_of(report: Report) -> Iterator[FieldReading]:
    """The fields that the report's article says something of, in the order in which they were read."""
    for name, entry in report.reading.items():
        if name not in Meeting.correctable_fields:
            continue  # by what the meeting is found again, and how sure the article makes of it
        label = str(getattr(Meeting._meta.get_field(name), "verbose_name", name))
        start, end = entry.get("start"), entry.get("end")
        if start is None or end is None:
            yield FieldReading(label, "", entry.get("rule", ""), "")
        else:
            words = report.article.text[start:end]
            yield FieldReading(label, words, entry.get("rule", ""), f"{name}-{report.pk}", start, end)
