"""Why a record needs a look: one row for each reason, with how grave the doubt is and who can settle it."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

MERGE, SETTLE = "accounts.merge_records", "people.change_mistakereport"


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason to look at a record.

    `doubt` (1-100) says how likely something is wrong, 0 that it follows from the reading or the likeness; `seconds` is
    how long one takes as long as too few were timed; `permission` is needed beside that to change the record.
    `as_printed` tells whether a person may say "looked at, it is as printed".
    """

    name: str
    label: str | Promise
    doubt: int
    seconds: int
    as_printed: bool = True
    permission: str = ""


REPORT, CONFLICT, CONTRADICTION, YEAR = "report", "conflict", "contradiction", "year"
FIGURES, HOMONYM, DUPLICATE, PROVINCE = "figures", "homonym", "duplicate", "province"
DATE, UNREAD, UNSURE = "date", "unread", "unsure"

REASONS = {
    reason.name: reason
    for reason in (
        Reason(REPORT, _("A visitor reports a mistake"), 95, 150, as_printed=False, permission=SETTLE),
        Reason(CONFLICT, _("A later reading disagrees with a correction"), 90, 60, as_printed=False),
        Reason(YEAR, _("An odd year or day"), 85, 45),
        Reason(CONTRADICTION, _("Articles contradict each other on the meeting"), 80, 120),
        Reason(FIGURES, _("Figures that differ between two articles"), 75, 90),
        Reason(HOMONYM, _("Namesakes in one province"), 70, 120, as_printed=False, permission=MERGE),
        Reason(DUPLICATE, _("Two that may be one"), 0, 90, as_printed=False, permission=MERGE),
        Reason(PROVINCE, _("No province is known"), 60, 45),
        Reason(DATE, _("No date is known"), 60, 45),
        Reason(UNREAD, _("The article was not read yet"), 50, 60, as_printed=False),
        Reason(UNSURE, _("An unsure reading that nobody has confirmed"), 0, 30),
    )
}
