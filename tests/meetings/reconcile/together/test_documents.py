"""Legal documents of many texts come last: one that another loader made meanwhile is cited in the place of ours."""

from pathlib import Path

import pytest
from django.db import connection

from meetings.extraction.facts import LegalRefFact
from meetings.extraction.spans import Span
from meetings.loading.batches import load_batch
from meetings.loading.curators import Known
from meetings.loading.files import Source
from meetings.models import Citation, LegalDocument
from meetings.reconcile.documents import settle_documents
from meetings.reconcile.together.documents import Documents

pytestmark = pytest.mark.django_db

TEXT = """Ngày {day}/6/2024, UBND tỉnh Nghệ An họp phiên thường kỳ tháng 6.

Ông Trần Bảo Lâm, Chủ tịch UBND tỉnh chủ trì phiên họp.

Chủ tịch UBND tỉnh yêu cầu Sở Tài chính thực hiện Nghị quyết số 57-NQ/TW của Bộ Chính trị và Kế hoạch 12/KH-UBND.
"""


def load(folder: Path) -> None:
    paths = [folder / f"{day}.txt" for day in (3, 4)]
    for path in paths:
        path.write_text(TEXT.format(day=path.stem), encoding="utf-8")
    assert [done.failures for done in load_batch([Source(path, path.name, Known(0)) for path in paths])] == [(), ()]


def cited() -> dict[str, int]:
    return {document.canonical: document.citations.count() for document in LegalDocument.objects.all()}


def test_a_document_is_made_once_for_all_texts(tmp_path: Path) -> None:
    load(tmp_path)
    assert cited() == {"57-NQ/TW": 2, "12/KH-UBND": 2}


def test_one_that_another_loader_made_meanwhile_is_cited(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if connection.vendor == "sqlite":
        pytest.skip("nobody else writes in the meantime")
    fact = LegalRefFact(Span(0, 8), "x", text="57-NQ/TW", kind="NQ", number="57", issuer=None, canonical="57-NQ/TW")

    write = Documents.write

    def write_late(documents: Documents) -> set[int]:
        settle_documents([fact])
        return write(documents)

    monkeypatch.setattr(Documents, "write", write_late)
    load(tmp_path)
    assert cited() == {"57-NQ/TW": 2, "12/KH-UBND": 2}
    there = LegalDocument.objects.get(canonical="57-NQ/TW")
    assert there.issuer == there.extracted["issuer"] == "Bộ Chính trị"
    for citation in Citation.objects.all():
        assert citation.extracted["document"] == citation.document_id
