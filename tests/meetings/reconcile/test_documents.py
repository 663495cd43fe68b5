"""One row per legal document, whoever cites it."""

import pytest

from meetings.extraction.facts import LegalRefFact
from meetings.extraction.spans import Span
from meetings.models import LegalDocument
from meetings.reconcile.documents import settle_documents
from people.corrections import State

pytestmark = pytest.mark.django_db


def cited(canonical: str, issuer: str | None = None, number: str | None = None) -> LegalRefFact:
    return LegalRefFact(Span(0, 9), "test", canonical, "Nghị quyết", number or canonical, issuer, canonical)


def test_a_document_is_made_once() -> None:
    settle_documents([cited("57-NQ/TW"), cited("57-NQ/TW", number="57"), cited("71-NQ/TW")])
    documents = settle_documents([cited("57-NQ/TW"), cited("128/NQ-CP")])
    assert set(documents) == {"57-NQ/TW", "128/NQ-CP"}
    assert LegalDocument.objects.count() == 3
    assert LegalDocument.objects.get(canonical="57-NQ/TW").search_text


def test_an_issuer_that_a_later_text_names_is_filled_in_and_stays() -> None:
    settle_documents([cited("57-NQ/TW")])
    settle_documents([cited("57-NQ/TW", "Bộ Chính trị")])
    settle_documents([cited("57-NQ/TW", "Trung ương"), cited("57-NQ/TW")])
    assert LegalDocument.objects.get().issuer == "Bộ Chính trị"


def test_an_issuer_that_a_person_set_stays() -> None:
    settle_documents([cited("57-NQ/TW")])
    LegalDocument.objects.update(issuer="Ban Bí thư")
    settle_documents([cited("57-NQ/TW", "Bộ Chính trị")])
    assert LegalDocument.objects.get().issuer == "Ban Bí thư"


@pytest.mark.parametrize(("state", "after"), [(State.WITHDRAWN, State.READ), (State.REJECTED, State.REJECTED)])
def test_a_document_cited_again_comes_back_unless_a_person_rejected_it(state: State, after: State) -> None:
    settle_documents([cited("57-NQ/TW")])
    LegalDocument.objects.update(state=state)
    settle_documents([cited("57-NQ/TW")])
    assert LegalDocument.objects.get().state == after


def test_a_form_longer_than_its_column_is_one_document_all_the_same() -> None:
    long = "Đề án " + "x" * 300
    for _ in range(2):
        assert settle_documents([cited(long, number="1")])[long].pk
    assert LegalDocument.objects.count() == 1
