"""The lead of a press text, which tells what kind of meeting it was, whose, where and when: the meeting's own row."""

from __future__ import annotations

from typing import Any

from bench.archive.judging import judge_meeting
from bench.archive.paper import Paper
from bench.archive.rows import made
from meetings.models import Meeting

_SESSIONS = {"morning": "sáng", "afternoon": "chiều", "": ""}


def meeting_row(paper: Paper, title: str) -> Any:
    """The meeting, as its first paper tells of it."""
    event = paper.event
    province = event.place.province
    organization = paper.register.organization(event.body, event.place)
    row = made(
        Meeting,
        {
            "title": title, "body_name": event.body, "body": organization.pk if organization else None,
            "kind": event.kind, "province": province.pk if province else None,
            "province_source": "text" if province else "none", "date": event.day,
            "date_precision": event.precision, "session": event.session,
            "place": f"trụ sở {event.body}" if paper.chance.random() < 0.3 else "", "number": event.number, "term": "",
            "period": "",
        },
        identity=paper.chronicle.identity(event), read_as={},
    )  # fmt: skip
    judge_meeting(row, paper.chance)
    return paper.rows.add(row)


def lead(paper: Paper, title: str) -> dict[str, Any]:
    """Writes the lead; returns, by field, the words that tell of the meeting, as reports keep them."""
    event, page = paper.event, paper.page
    rule = "words of the lead"
    reading: dict[str, Any] = {"identity": {"value": paper.meeting.identity}}

    def say(name: str, words: str, value: Any) -> None:
        start, end = page.add(words)
        reading[name] = {"value": value, "start": start, "end": end, "rule": rule}

    say("title", title, title)
    page.add("\n\n")
    session = _SESSIONS[event.session]
    if session:
        say("session", session.capitalize(), event.session)
        page.add(" ")
    if event.day is not None:
        page.add("ngày " if event.precision == "day" else "trong ")
        is_day = event.precision == "day"
        printed = f"{event.day.day}/{event.day.month}/{event.day.year}" if is_day else f"tháng {event.day:%m/%Y}"
        say("date", printed, event.day.isoformat() if is_day else f"{event.day:%Y-%m}")
        page.add(", ")
    say("body_name", event.body, event.body)
    if event.place.province is not None:
        page.add(" ")
        say("province", event.place.province.name, event.place.province.name)
    page.add(" tổ chức ")
    say("kind", event.called, event.kind)
    if event.number is not None:
        reading["number"] = {**reading["kind"], "value": event.number}
    page.add(f" về {event.matter}. {paper.words.state(paper.chance)} ")
    if paper.meeting.place:
        page.add(f"{event.noun.capitalize()} diễn ra tại ")
        say("place", paper.meeting.place, paper.meeting.place)
        page.add(".")
    return reading
