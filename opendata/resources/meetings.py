"""Meetings as others get them, with what was done, decided, ordered and promised there."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from meetings.models import Appearance, Assignment, Decision, Directive, Meeting, Target
from opendata.resources.columns import Resource
from opendata.resources.shared import SAME_AS, correctable, evidenced
from people.records import PUBLISHED


def _of_meetings(model: Any) -> QuerySet[Any]:
    """Published records of published meetings."""
    rows: QuerySet[Any] = model.objects.published().filter(meeting__state__in=PUBLISHED)
    return rows


MEETINGS = Resource(
    "meetings",
    "meeting",
    Meeting,
    _("Meetings"),
    _("Meetings of provincial bodies, told of by one or more press texts."),
    Meeting.objects.published,
    correctable(
        Meeting,
        ("title", _("What the meeting is called here.")),
        ("kind", _("What kind of meeting it is.")),
        ("body_name", _("Who met, as printed.")),
        ("body", _("The organization that met, where it is known.")),
        ("province", _("The province.")),
        ("province_source", _("Whether the text tells the province or a curator gave it.")),
        ("date", _("The first day of what `date_precision` says.")),
        ("date_precision", _("How exactly the day is known.")),
        ("session", _("The part of the day.")),
        ("place", _("Where it was held.")),
        ("number", _("The number of the session.")),
        ("term", _("The term of the body.")),
        ("period", _("The year, month or quarter that it dealt with: 2025, 2025-10 or 2025-Q1.")),
    ),
)
DIRECTIVES = Resource(
    "directives",
    "directive",
    Directive,
    _("Tasks"),
    _("What somebody was told to do at a meeting. Who was told stands in assignments."),
    lambda: _of_meetings(Directive),
    evidenced(
        Directive,
        ("meeting", _("The meeting at which the task was given.")),
        ("order", _("Its place among the tasks of the meeting.")),
        ("text", _("The task in the words of the text.")),
        ("assigner", _("Who gave it.")),
        ("assigner_title", _("The title of who gave it, as printed.")),
        ("strength", _("How firmly it was put.")),
        ("deadline_text", _("The deadline in the words of the text.")),
        ("deadline_kind", _("What kind of deadline it is.")),
        ("deadline_value", _("The deadline as the words give it.")),
        ("deadline_from", _("The earliest day that the words allow, computed by `deadline_rule`.")),
        ("deadline_to", _("The latest day that the words allow, computed by `deadline_rule`.")),
        ("deadline_rule", _("The rule that computed the days.")),
        SAME_AS,
    ),
)
ASSIGNMENTS = Resource(
    "assignments",
    "assignment",
    Assignment,
    _("Assignments"),
    _("Who is told to carry out a task: an organization, an official, or only words where it is no single one."),
    lambda: Assignment.objects.published().filter(
        directive__state__in=PUBLISHED, directive__meeting__state__in=PUBLISHED
    ),
    correctable(
        Assignment,
        ("directive", _("The task.")),
        ("organization", _("The organization that is to act.")),
        ("official", _("The official who is to act.")),
        ("words", _("Who is to act, as printed.")),
        ("part", _("Whether it leads, coordinates or carries out.")),
        ("order", _("Its place among those told.")),
        ("start", _("The first character of the words in the task's press text, counted from 0.")),
        ("end", _("The character behind the last one of the words.")),
    ),
)
TARGETS = Resource(
    "targets",
    "target",
    Target,
    _("Figures"),
    _("Figures that were promised, expected or reached. `value` × `factor` is in `base_unit`."),
    lambda: _of_meetings(Target),
    evidenced(
        Target,
        ("meeting", _("The meeting at which the figure was named.")),
        ("directive", _("The task in whose words it stands.")),
        ("metric", _("What the figure is of, as printed.")),
        ("canonical_metric", _("The indicator by which figures are compared.")),
        ("value", _("The figure in the printed unit; of a range the lower one.")),
        ("value_high", _("Of a range the upper figure.")),
        ("unit", _("The unit as printed.")),
        ("factor", _("What to multiply with to get the base unit.")),
        ("base_unit", _("The unit in which figures are compared.")),
        ("comparator", _("Whether the figure is exact, a least, a most or about so much.")),
        ("period", _("The year, month, quarter or years that it is for: 2025, 2025-10, 2025-Q1 or 2026/2030.")),
        ("status", _("Whether it is aimed at, expected or reached.")),
        ("of_total", _("Out of how many.")),
        SAME_AS,
    ),
)
DECISIONS = Resource(
    "decisions",
    "decision",
    Decision,
    _("Decisions"),
    _("What a meeting approved, agreed or considered, in the words of the text."),
    lambda: _of_meetings(Decision),
    evidenced(
        Decision,
        ("meeting", _("The meeting that decided.")),
        ("body", _("Who decided, as printed.")),
        ("outcome", _("What became of it, in the words of the text.")),
        ("text", _("What was decided, in the words of the text.")),
        SAME_AS,
    ),
)
APPEARANCES = Resource(
    "appearances",
    "appearance",
    Appearance,
    _("Appearances"),
    _("What somebody did at a meeting; only the office is known where there is no official."),
    lambda: _of_meetings(Appearance).filter(Q(official__isnull=True) | Q(official__state__in=PUBLISHED)),
    evidenced(
        Appearance,
        ("meeting", _("The meeting.")),
        ("official", _("Who appears.")),
        ("title", _("The title as printed.")),
        ("role", _("The office in which the person appears.")),
        ("act", _("What the person does.")),
        SAME_AS,
    ),
)
