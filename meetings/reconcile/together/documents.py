"""The legal documents that many new texts cite."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from meetings.extraction.facts import LegalRefFact
from meetings.models import LegalDocument
from meetings.reconcile.documents import bring_up_to_date, by_canonical, document_of
from meetings.reconcile.rows import prepare
from meetings.reconcile.together.batch import Batch


class Documents:
    """Legal documents by canonical form; new ones go into the batch."""

    def __init__(self, batch: Batch, facts: Iterable[LegalRefFact]) -> None:
        """`facts` are all those that will be asked for."""
        forms = {fact.canonical[:250] for fact in facts}
        known = LegalDocument.objects.filter(canonical__in=forms) if forms else ()
        self._found = {document.canonical: document for document in known}
        self._batch = batch

    def settle(self, facts: Sequence[LegalRefFact]) -> dict[str, LegalDocument]:
        """The document of each canonical form that a text cites."""
        cited = {}
        for form, fact in by_canonical(facts).items():
            document = self._found.get(form[:250])
            if document is None:
                document = self._found[form[:250]] = document_of(fact)
                prepare(document)
                self._batch.add(document)
            else:
                bring_up_to_date(document, fact)
            cited[form] = document
        return cited
