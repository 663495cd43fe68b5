"""What became of records, as the tables of a release that tell it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from opendata.identifiers import KINDS
from opendata.releases import corrected, standing
from opendata.releases.tables import Column, Table, Type
from people.corrections import State

_REASONS = (
    (standing.MERGED, pgettext_lazy("why an identifier leads on", "two records were one")),
    (standing.MOVED, pgettext_lazy("why an identifier leads on", "all that it had was moved")),
)
_WHY = (
    (standing.MERGED, _("merged into another record")),
    (State.REJECTED.value, _("found to be wrong by a person")),
    (State.WITHDRAWN.value, _("found no more by a later reading")),
    (standing.HIDDEN, _("not published, as what it stands on is not")),
    (standing.MOVED, _("taken away, as another record has what it had")),
    (standing.DELETED, _("taken away")),
)
_DONE = (
    (corrected.CORRECTED, pgettext_lazy("what a person did", "set right")),
    (corrected.ADDED, pgettext_lazy("what a person did", "added")),
    (corrected.CHECKED, pgettext_lazy("what a person did", "checked, and found right")),
)
_HOW_NOT_THE_SAME = (
    (standing.SPLIT, pgettext_lazy("two records", "the second was split off from the first")),
    (standing.DISTINCT, pgettext_lazy("two records", "a person said so")),
)
_KIND = Column("kind", Type.TEXT, _("Kind of record"), _("As in its identifier."), codes=tuple((k, k) for k in KINDS))
_IDENTIFIER = Column("identifier", Type.TEXT, _("Permanent identifier"))


def fates() -> tuple[Table, ...]:
    """The tables."""
    return (_redirects(), _tombstones(), _distinctions(), _corrections())


def _redirects() -> Table:
    return Table(
        "redirects",
        _("Identifiers that lead on"),
        _("Which record stands in the stead of one that was merged with it, or taken away with all it had."),
        (
            Column("id", Type.TEXT, _("Kind and number of the record that is no more")),
            _KIND,
            _IDENTIFIER,
            Column("leads_to", Type.TEXT, _("Identifier of the record in its stead")),
            Column("reason", Type.TEXT, _("Reason"), codes=_REASONS),
        ),
        standing.redirects,
        facets=("kind", "reason"),
    )


def _tombstones() -> Table:
    return Table(
        "tombstones",
        _("Records that are no longer shown"),
        _("What was published once may be in older releases; it should be taken from there, too."),
        (
            Column("id", Type.TEXT, _("Kind and number of the record")),
            _KIND,
            _IDENTIFIER,
            Column("why", Type.TEXT, _("Why"), codes=_WHY),
            Column("since", Type.MOMENT, _("Since when")),
        ),
        standing.tombstones,
        facets=("kind", "why"),
        newest_by="since",
    )


def _distinctions() -> Table:
    return Table(
        "distinctions",
        _("Records that are not the same"),
        _("Two people, or two agencies, of like names: a person said that they are two, or split one into two."),
        (
            Column("id", Type.INTEGER, _("Number")),
            _KIND,
            Column("first_id", Type.INTEGER, _("Number of the older record")),
            Column("second_id", Type.INTEGER, _("Number of the younger record")),
            Column("how", Type.TEXT, _("How it came"), codes=_HOW_NOT_THE_SAME),
            Column("said_on", Type.DAY, _("Day")),
        ),
        standing.distinctions,
        facets=("kind", "how"),
        newest_by="said_on",
    )


def _corrections() -> Table:
    return Table(
        "corrections",
        _("What people set right"),
        _(
            "Each field that a person set to something other than was read, and the records that people added or"
            " checked."
        ),
        (
            Column("id", Type.TEXT, _("Kind, number and field")),
            _KIND,
            Column("record_id", Type.INTEGER, _("Number of the record")),
            _IDENTIFIER,
            Column("field", Type.TEXT, _("Field"), _("Empty where it is the whole record.")),
            Column("how", Type.TEXT, _("What was done"), codes=_DONE),
            Column(
                "read", Type.TEXT, _("What was read from the text"), _("Numbers of records for what refers to one.")
            ),
            Column("now", Type.TEXT, _("What stands there now")),
        ),
        corrected.corrections,
        facets=("kind", "field", "how"),
    )
