"""Every kind of page in Vietnamese, in both themes, with scripts and without: axe finds nothing, nothing complains."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.browser.looking import WITH_AND_WITHOUT_SCRIPTS, faults

pytestmark = pytest.mark.django_db(transaction=True)


@WITH_AND_WITHOUT_SCRIPTS
def test_axe_finds_nothing_and_nothing_is_too_wide(page: Page, scripts: bool) -> None:
    assert faults(page, "vi", scripts) == []
