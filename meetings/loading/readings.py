"""What articles say by the present rules: read from the texts that are kept, nothing of it in the records yet."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from meetings.extraction.document import Document
from meetings.extraction.facts import Extraction
from meetings.extraction.steps import extract
from meetings.loading import limits
from meetings.loading.versions import facts_digest, needs_no_records, reading_version
from meetings.models import Article

logger = logging.getLogger(__name__)


@dataclass
class ReadAgain:
    """The facts of an article, or why there are none; `is_settled` where its records were made of the same ones."""

    article: Article
    extraction: Extraction | None = None
    digest: str = ""
    is_settled: bool = False
    error: str = ""


def read_again(articles: Sequence[int]) -> Iterator[ReadAgain]:
    """Reads those of the articles that other rules than the present ones were read by."""
    for article in Article.objects.filter(pk__in=articles).order_by("pk").defer("search_text"):
        if article.extractor_version == reading_version(article):
            continue
        document = Document(article.file_name, article.text, article.sha256)
        try:
            with limits.reading():
                extraction = extract(document)
        except Exception as error:
            logger.exception("article %d cannot be read again", article.pk)
            yield ReadAgain(article, error=told(error))
            continue
        digest = facts_digest(document, extraction)
        yield ReadAgain(article, extraction, digest, needs_no_records(article, digest))


def is_as_read(row: Article, reading: ReadAgain) -> bool:
    """Whether nobody has loaded the article, or said anything of it, since it was read; else its turn comes again."""
    read = reading.article
    return (row.sha256, row.facts_digest, row.extractor_version, reading_version(row)) == (
        read.sha256, read.facts_digest, read.extractor_version, reading_version(read),
    )  # fmt: skip


def told(error: Exception) -> str:
    """An error of the program in words."""
    return f"{type(error).__name__}: {error}"
