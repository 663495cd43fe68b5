"""The legal documents that many new texts cite, written behind all else.

Texts of all provinces cite the same ones. A document in the making holds up whoever cites it, too, until its maker is
through: so they come last, in one order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from meetings.extraction.facts import LegalRefFact
from meetings.models import Citation, LegalDocument
from meetings.reconcile.documents import bring_up_to_date, by_canonical, document_of
from meetings.reconcile.rewriting import rewrite
from meetings.reconcile.rows import prepare
from meetings.reconcile.together.batch import Batch


class Documents:
    """Legal documents by canonical form. References to them are checked at the end of the transaction."""

    def __init__(self, facts: Iterable[LegalRefFact]) -> None:
        """`facts` are all those that will be asked for."""
        forms = {fact.canonical[:250] for fact in facts}
        known = LegalDocument.objects.filter(canonical__in=forms) if forms else ()
        self._found = {document.canonical: document for document in known}
        self._new = Batch()
        self._told: dict[str, list[LegalRefFact]] = {}

    def settle(self, facts: Sequence[LegalRefFact]) -> dict[str, LegalDocument]:
        """The document of each canonical form that a text cites."""
        cited = {}
        for form, fact in by_canonical(facts).items():
            document = self._found.get(form[:250])
            if document is None:
                document = self._found[form[:250]] = document_of(fact)
                self._new.add(document)
            self._told.setdefault(document.canonical, []).append(fact)
            cited[form] = document
        return cited

    def write(self) -> set[int]:
        """Inserts the new documents and brings the others up to date; returns the keys of all that are cited.

        In the place of one that another loader made meanwhile, that one is cited.
        """
        new: list[LegalDocument] = sorted(self._new.of(LegalDocument), key=lambda document: document.canonical)
        for document in new:
            for fact in self._told[document.canonical]:
                bring_up_to_date(document, fact)
            prepare(document)
        if new:
            LegalDocument.objects.bulk_create(new, ignore_conflicts=True)
        late = self._cite_those_there(new)
        made = {document.canonical for document in new} - late
        for form in sorted(self._told.keys() - made):
            for fact in self._told[form]:
                bring_up_to_date(self._found[form], fact)
        return {self._found[form].pk for form in self._told}

    def _cite_those_there(self, new: Sequence[LegalDocument]) -> set[str]:
        """The forms of those of `new` that were there already when they were inserted; who cited them cites these."""
        forms = [document.canonical for document in new]
        there = {document.canonical: document for document in LegalDocument.objects.filter(canonical__in=forms)}
        instead = {own.pk: there[own.canonical] for own in new if there[own.canonical].pk != own.pk}
        rows = list(Citation.objects.filter(document__in=instead)) if instead else []
        for row in rows:
            row.document = instead[row.document_id]
            row.extracted["document"] = row.document_id
        rewrite(Citation, rows, ("document", "extracted"))
        found = {document.canonical: document for document in instead.values()}
        self._found |= found
        return set(found)
