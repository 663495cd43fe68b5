"""A check for schemathesis: a question that the description allows is answered, but for what only the data can know.

Read by schemathesis itself, through SCHEMATHESIS_HOOKS.
"""

from __future__ import annotations

import schemathesis

# Their values are told by form only: cursors come from answers, numbers and names are those of records that there are,
# and of words it is told elsewhere what can be searched for.
KNOWN_TO_THE_DATA = {
    "cursor", "q", "office", "agency", "assigner", "body", "directive", "document", "meeting", "official",
    "organization", "province",
}  # fmt: skip


@schemathesis.check
def what_is_allowed_is_answered(
    ctx: schemathesis.CheckContext, response: schemathesis.Response, case: schemathesis.Case
) -> bool | None:
    """Fails for a 400 to a question made by the description that names anything but what only the data can know."""
    positive = case.meta is not None and case.meta.generation.mode.is_positive
    if response.status_code == 400 and positive:
        named = {error["parameter"] for error in response.json()["errors"]}
        assert named <= KNOWN_TO_THE_DATA, f"refused although allowed: {sorted(named - KNOWN_TO_THE_DATA)}"
    return None
