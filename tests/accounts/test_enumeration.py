"""A login that fails tells nobody whether there is such an account: not by its words, nor by the work it makes."""

from __future__ import annotations

from unittest.mock import patch

import pytest
from django.contrib.auth.hashers import MD5PasswordHasher
from django.contrib.auth.models import User
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.plain import plain
from tests.staff import PASSWORD, make_editor

pytestmark = pytest.mark.django_db


def attempt(username: str, password: str) -> tuple[int, str, int, list[str]]:
    """The status, what is read, how often a password was hashed, and what was asked of the database."""
    client = Client()
    encode = patch.object(MD5PasswordHasher, "encode", autospec=True, side_effect=MD5PasswordHasher.encode)
    with (
        encode as hashing,
        CaptureQueriesContext(
            connection,
        ) as queries,
    ):
        answer = client.post("/admin/login/", {"username": username, "password": password})
    asked = [query["sql"].split()[0] for query in queries.captured_queries]
    return answer.status_code, plain(answer.content.decode()), hashing.call_count, asked


@pytest.mark.parametrize(
    ("who", "password"),
    [("nobody", PASSWORD), ("gone", "sai"), ("gone", PASSWORD), ("reader", "sai"), ("unusable", PASSWORD)],
)
def test_whoever_it_is_the_answer_and_the_work_are_those_for_a_wrong_password(who: str, password: str) -> None:
    make_editor(username="lan")
    make_editor(username="gone", is_active=False)
    User.objects.create_user("reader", password=PASSWORD)
    User.objects.create_user("unusable", is_staff=True)
    attempt("someone", "sai")  # what a process asks only once
    known, other = attempt("lan", "sai"), attempt(who, password)
    assert known[0] == 200
    assert other == known
    assert known[2] == 1


def test_a_reader_with_the_right_password_is_answered_alike() -> None:
    make_editor(username="lan")
    User.objects.create_user("reader", password=PASSWORD)
    known, other = attempt("lan", "sai"), attempt("reader", PASSWORD)
    assert other[:2] == known[:2]
