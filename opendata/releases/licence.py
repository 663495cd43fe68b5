"""The licence in full, and what of a release it does not cover."""

from __future__ import annotations

from pathlib import Path

from django.utils import translation
from django.utils.translation import gettext as _

from opendata.licence import ADDRESS, CREDIT, NAME, RESERVE

SPDX = "CC-BY-4.0"
TITLE = "Creative Commons Attribution 4.0 International"
_LEGAL_CODE = Path(__file__).parent / "CC-BY-4.0.txt"


def licence() -> str:
    """Our words in both languages, then the licence itself as its authors publish it."""
    parts = []
    for language in ("vi", "en"):
        with translation.override(language):
            said = _(
                "The records of this release may be shared and adapted by everybody, for any purpose, under the licence"
                " %(name)s (%(address)s), as long as %(credit)s is named with the day of the release."
            )
            parts.append(said % {"name": NAME, "address": ADDRESS, "credit": CREDIT})
            parts.append(str(RESERVE) + " " + _("The texts of the articles are not in the release."))
    return "\n\n".join([*parts, "-" * 72, _LEGAL_CODE.read_text(encoding="utf-8")])
