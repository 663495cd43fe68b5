"""What meetings and indicators are called on English pages, with the Vietnamese words behind it."""

from __future__ import annotations

from django.utils.html import format_html
from django.utils.safestring import SafeString

from meetings import phrases
from meetings.models import Meeting, Target
from people.english import english
from people.english.terms import ordinal
from people.mistakes.meant import name_of
from people.templatetags.english import is_english, translated, vi

# What a meeting of each kind is called behind its number: "52nd meeting of the Standing Committee of …".
_NUMBERED = {
    Meeting.Kind.COUNCIL_SESSION: "session",
    Meeting.Kind.COMMITTEE_PLENUM: "plenum",
    Meeting.Kind.STANDING_COMMITTEE_MEETING: "meeting",
    Meeting.Kind.OTHER: "meeting",
}


def english_title(meeting: Meeting) -> str | None:
    """Kind, number, body and period: "Regular session of the Provincial People's Committee, September 2025".

    None where the body's name is not known in English.
    """
    body = english(meeting.body_name or (meeting.body.name if meeting.body_id and meeting.body else ""))
    if body is None:
        return None
    kind = str(Meeting.Kind(meeting.kind).label)
    if meeting.number:
        kind = f"{ordinal(meeting.number)} {_NUMBERED.get(Meeting.Kind(meeting.kind), kind[:1].lower() + kind[1:])}"
    elif _NUMBERED.get(Meeting.Kind(meeting.kind)) == "meeting":
        kind = "Meeting"
    said = f"{kind} of the {body}"
    return f"{said}, {phrases.period(meeting.period)}" if meeting.period else said


def called(meeting: Meeting) -> SafeString:
    """The meeting's title in the page's language, marked as Vietnamese where it stays so."""
    found = english_title(meeting) if is_english() else None
    return vi(meeting.title) if found is None else format_html("{}", found)


def called_in_full(meeting: Meeting) -> SafeString:
    """`called` with the Vietnamese title behind it."""
    if not is_english() or english_title(meeting) is None:
        return called(meeting)
    return format_html('{} <span class="original" lang="vi">{}</span>', called(meeting), meeting.title)


def called_plainly(meeting: Meeting) -> str:
    """`called` for places that hold no elements."""
    return (english_title(meeting) if is_english() else None) or meeting.title


def measured(target: Target) -> SafeString:
    """What the figure measures, in the page's language: of the words printed or else of the indicator they name."""
    if target.is_unnamed:
        return format_html("{}", target.name)
    known = english(target.metric) is None and english(target.canonical_metric) is not None
    return translated(target.canonical_metric if known and is_english() else target.name)


def measured_in_full(target: Target) -> SafeString:
    """`measured` with the words printed behind it."""
    said = measured(target)
    if not is_english() or "<" in said or target.is_unnamed:
        return said
    return format_html('{} <span class="original" lang="vi">{}</span>', said, target.metric)


def measured_plainly(target: Target) -> str:
    """`measured` for places that hold no elements."""
    if target.is_unnamed or not is_english():
        return str(target.name)
    return english(target.metric) or english(target.canonical_metric) or str(target.name)


def tell_names() -> None:
    """Tells the pages on which mistakes are reported what meetings and figures are called."""
    name_of.register(Meeting, called_plainly)
    name_of.register(Target, lambda target: f"{measured_plainly(target)}: {phrases.figure(target)}")


def figure(target: Target) -> SafeString:
    """The amount with its unit, which is marked where it stays Vietnamese."""
    unit = phrases.unit_of(target)
    joint = "" if unit.startswith("%") else "\u00a0"
    return format_html("{}{}{}", phrases.amount(target), joint, translated(unit))
