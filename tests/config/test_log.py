"""What strangers send wrongly is one line of the log, and the site's own faults are told whole."""

from __future__ import annotations

import logging

import pytest
from django.core.exceptions import SuspiciousOperation
from django.test import Client


def test_a_foreign_host_is_a_warning_of_one_line(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    assert client.get("/gioi-thieu/", headers={"host": "xa.example"}).status_code == 400
    (record,) = [record for record in caplog.records if record.name.startswith("django.security")]
    assert (record.levelname, record.exc_info) == ("WARNING", None)
    assert "xa.example" in record.getMessage()


def test_other_faults_keep_their_way(caplog: pytest.LogCaptureFixture) -> None:
    try:
        raise SuspiciousOperation("odd")
    except SuspiciousOperation as error:
        logging.getLogger("django.security.SuspiciousOperation").error("odd", exc_info=error)
    (record,) = caplog.records
    assert record.levelname == "ERROR"
    assert record.exc_info
