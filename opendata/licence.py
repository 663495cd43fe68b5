"""Under which licence the records may be used; the words quoted in them are their publishers'."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

NAME = "CC BY 4.0"
ADDRESS = "https://creativecommons.org/licenses/by/4.0/"
CREDIT = "Việc Tỉnh"
# What the licence cannot give away.
RESERVE = _("Words quoted from articles belong to their publishers; they are quoted as evidence.")
