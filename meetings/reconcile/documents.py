"""The legal documents that a text cites: one row per canonical form, whoever cites it."""

from __future__ import annotations

from collections.abc import Iterable

from meetings.extraction.facts import LegalRefFact
from meetings.models import LegalDocument
from meetings.reconcile.locking import change
from meetings.reconcile.rows import create
from people.corrections import State


def settle_documents(facts: Iterable[LegalRefFact]) -> dict[str, LegalDocument]:
    """The document of each canonical form; new ones are made, and an issuer that was unknown is filled in."""
    by_form = by_canonical(facts)
    forms = {form: form[:250] for form in by_form}
    found = {document.canonical: document for document in LegalDocument.objects.filter(canonical__in=forms.values())}
    missing = []
    for form, fact in by_form.items():
        if forms[form] not in found:
            found[forms[form]] = document_of(fact)
            missing.append(found[forms[form]])
        else:
            bring_up_to_date(found[forms[form]], fact)
    if missing:
        create(LegalDocument, missing, ignore_conflicts=True)
        found |= {d.canonical: d for d in LegalDocument.objects.filter(canonical__in=[m.canonical for m in missing])}
    return {form: found[forms[form]] for form in by_form}


def by_canonical(facts: Iterable[LegalRefFact]) -> dict[str, LegalRefFact]:
    """By canonical form, the first fact or, where one tells it, the first that tells the issuer."""
    by_form: dict[str, LegalRefFact] = {}
    for fact in facts:
        if fact.canonical not in by_form or (fact.issuer and not by_form[fact.canonical].issuer):
            by_form[fact.canonical] = fact
    return by_form


def document_of(fact: LegalRefFact) -> LegalDocument:
    """The record of a document, not yet saved."""
    document = LegalDocument(canonical=fact.canonical[:250])
    document.follow({"kind": fact.kind, "number": fact.number, "issuer": fact.issuer or ""})
    return document


def bring_up_to_date(document: LegalDocument, fact: LegalRefFact) -> None:
    """Lets a document that is cited again be in view, with its issuer where that was unknown."""

    def cited_again(document: LegalDocument) -> bool:
        changed = document.state == State.WITHDRAWN
        if changed:
            document.state = State.READ
        if fact.issuer and document.extracted and not document.extracted.get("issuer"):
            changed |= document.follow({"issuer": fact.issuer})
        return changed

    if document._state.adding:
        cited_again(document)
    else:
        change(document, cited_again)
