"""The header that a collector may have put before a press text: the day it appeared on."""

from __future__ import annotations

import re

HEADER = re.compile(r"\A\s*(date \d{4}-\d{2}(?:-\d{2})?)(?=\s|$)")
