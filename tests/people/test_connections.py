"""Connections are given back, but within a transaction."""

from __future__ import annotations

import pytest
from django.db import connections, transaction

from people.connections import give_back
from people.models import Official
from tests.factories import make_official


@pytest.mark.django_db(transaction=True)
def test_a_connection_is_given_back_but_within_a_transaction(monkeypatch: pytest.MonkeyPatch) -> None:
    connection = connections["default"]
    monkeypatch.setattr(connection, "close_at", 0.0)
    with transaction.atomic():
        make_official("Nguyễn Văn An")
        give_back()
        assert connection.connection is not None
    assert Official.objects.count() == 1
    closed: list[bool] = []
    with monkeypatch.context() as closing:
        closing.setattr(connection, "close", lambda: closed.append(True))
        closing.setattr(connection, "close_at", 0.0)
        give_back()
    assert closed == [True]
