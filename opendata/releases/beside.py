"""Tables that only releases have: what ties records to each other, and the places that attest people and offices."""

from __future__ import annotations

from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from meetings.models import Attestation, Meeting, Mention, Repetition, Report, Target
from opendata.resources import Column, Resource
from opendata.resources.columns import columns_of
from opendata.resources.shared import EVIDENCE, ID
from people.models import Alias, Handover
from people.records import PUBLISHED

# Columns of resources that only releases have.
MORE: dict[str, tuple[Column, ...]] = {
    "meetings": columns_of(Meeting, ("year", _("The year in which it was held or, where that is unknown, reported."))),
    "targets": columns_of(Target, ("year", _("The year that it is for."))),
}


def _standing(model: Any, *names: str) -> QuerySet[Any]:
    """Rows whose named records are all published."""
    rows: QuerySet[Any] = model.objects.filter(**{f"{name}__state__in": PUBLISHED for name in names})
    return rows


def _aliases() -> QuerySet[Alias]:
    return Alias.objects.filter(Q(official__state__in=PUBLISHED) | Q(organization__state__in=PUBLISHED))


def _repetitions() -> QuerySet[Repetition]:
    return _standing(Repetition, "directive", "directive__meeting")


BESIDE = (
    Resource(
        "aliases",
        "",
        Alias,
        _("Other names"),
        _("Other spellings of the names of officials and organizations, and the names of records merged into them."),
        _aliases,
        columns_of(
            Alias,
            ID,
            ("name", _("The other name.")),
            ("official", _("The official who bears it.")),
            ("organization", _("The organization that bears it.")),
        ),
    ),
    Resource(
        "handovers",
        "",
        Handover,
        _("Handovers"),
        _("Duties of an organization that another than its successor took over."),
        lambda: _standing(Handover, "former", "heir"),
        columns_of(
            Handover,
            ID,
            ("former", _("Whose duties they were.")),
            ("heir", _("Who took them over.")),
            ("duties", _("Which duties.")),
            ("unverified", _("Whether it is from memory; no document was seen.")),
        ),
    ),
    Resource(
        "reports",
        "",
        Report,
        _("Reports"),
        _("Which press text tells of which meeting."),
        lambda: _standing(Report, "meeting", "article"),
        columns_of(
            Report,
            ID,
            ("meeting", _("The meeting.")),
            ("article", _("The press text.")),
            ("start", _("The first character of the words in the press text, counted from 0.")),
            ("end", _("The character behind the last one of the words.")),
            ("quote", _("The words that tell of the meeting.")),
            ("rule", _("The rule that read them.")),
        ),
    ),
    Resource(
        "repetitions",
        "",
        Repetition,
        _("Repeated tasks"),
        _("Tasks that were given again at later meetings. Rules found them by their words."),
        _repetitions,
        columns_of(
            Repetition,
            ("directive", _("The task."), "id"),
            ("chain", _("The number of the first task of the chain.")),
            ("earlier", _("The task that it repeats.")),
            ("likeness", _("How much of the words is the same, in percent.")),
        ),
    ),
    Resource(
        "mentions",
        "",
        Mention,
        _("Places where officials are named"),
        _("Each place of a press text where the name of an official stands."),
        lambda: _standing(Mention, "official", "article").filter(start__isnull=False),
        columns_of(
            Mention, ID, ("official", _("Whom the words name.")), ("name", _("The name as printed.")), *EVIDENCE
        ),
    ),
    Resource(
        "attestations",
        "",
        Attestation,
        _("Places that attest roles"),
        _("Each place where a press text gives an official a title."),
        lambda: _standing(Attestation, "role", "role__official", "article"),
        columns_of(
            Attestation,
            ID,
            ("role", _("The office.")),
            ("title", _("The title as printed.")),
            ("attested_on", _("The day of the text or the meeting.")),
            *EVIDENCE,
        ),
    ),
)
