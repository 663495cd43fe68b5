"""Many texts at a time: those that nobody has seen are written together, the others one by one."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from django.db import IntegrityError, OperationalError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from meetings.loading.articles import (
    Change,
    Loaded,
    Read,
    facts_of,
    is_unchanged,
    load_read,
    newcomer_of,
    read_text,
    reading_version,
)
from meetings.loading.failures import Failure, LoadError
from meetings.loading.files import Source
from meetings.models import Article
from meetings.reconcile import Tally
from meetings.reconcile.locking import while_reading_many
from meetings.reconcile.together import reconcile_together

logger = logging.getLogger(__name__)
# Texts in one transaction: enough for statements to be few, few enough to be done again when it fails.
AT_ONCE = 50
_TRIES = 3


@dataclass(frozen=True, slots=True)
class Done:
    """What became of one text: the key of its article and what was done to its records, or why it cannot be loaded."""

    name: str
    change: Change = "unchanged"
    article: int | None = None
    is_other: bool = False
    tally: Tally = field(default_factory=Tally)
    failures: tuple[Failure, ...] = ()


def load_batch(sources: Sequence[Source], *, reread: bool = False) -> Iterator[Done]:
    """Loads texts, and says of each what became of it."""
    reads: list[Read] = []
    for source in sources:
        try:
            reads.append(read_text(source))
        except LoadError as error:
            yield Done(source.name, failures=error.failures)
    # Their texts are long, and of those that are unchanged nobody asks for them.
    known = Article.objects.filter(file_name__in=[read.source.name for read in reads]).defer("text", "search_text")
    articles = {article.file_name: article for article in known.select_related("province")}
    new: list[Read] = []
    others: list[Read] = []
    for read in reads:
        article = articles.get(read.source.name)
        if article is None:
            try:
                facts_of(read)
                new.append(read)
            except Exception as error:
                logger.exception("%s cannot be read", read.source.path)
                yield _mistake(read.source, error)
        elif not reread and is_unchanged(article, read):
            yield _done(Loaded(article, "unchanged"))
        else:
            others.append(read)
    together = _load_together(new) if len(new) > 1 else []
    yield from (_done(loaded) for loaded in together)
    taken = {loaded.article.file_name for loaded in together}
    for read in [*(read for read in new if read.source.name not in taken), *others]:
        try:
            yield _done(load_read(read, reread=reread))
        except Exception as error:
            logger.exception("%s cannot be loaded", read.source.path)
            yield _mistake(read.source, error)


def _done(loaded: Loaded) -> Done:
    article = loaded.article
    is_other = article.subject == Article.Subject.OTHER
    return Done(article.file_name, loaded.change, article.pk, is_other, loaded.tally)


def _load_together(reads: Sequence[Read]) -> list[Loaded]:
    """Those of new texts that could be written together; none where that fails for one of them."""
    for attempt in range(1, _TRIES + 1):
        newcomers = [newcomer_of(read) for read in reads]
        try:
            with transaction.atomic():
                # Another loader that met the same person or agency at the same time takes turns with this one.
                while_reading_many(alone=attempt > 1)
                reconcile_together(newcomers, read=_have_been_read)
            return [Loaded(newcomer.article, "new", newcomer.tally) for newcomer in newcomers if newcomer.taken]
        except (IntegrityError, OperationalError) as error:
            logger.info("%d texts are loaded again: %s", len(reads), error)
        except Exception:
            logger.exception("%d texts cannot be loaded together; they are loaded one by one", len(reads))
            break
    return []


def _have_been_read(article: Article) -> None:
    article.extractor_version, article.read_at = reading_version(article), timezone.now()


def _mistake(source: Source, error: Exception) -> Done:
    message = _("a mistake of the program, not of the text (%(error)s): please report it with this file")
    failure = Failure(source.path, message % {"error": f"{type(error).__name__}: {error}"})
    return Done(source.name, failures=(failure,))
