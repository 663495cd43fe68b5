"""Many texts at a time: those that nobody has seen are written together, the others one by one."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence

from django.db import IntegrityError, OperationalError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from meetings.loading.articles import Loaded, Read, facts_of, load_read, newcomer_of, read_text, reading_version
from meetings.loading.failures import Failure, LoadError
from meetings.loading.files import Source
from meetings.models import Article
from meetings.reconcile.locking import while_reading_many
from meetings.reconcile.together import reconcile_together

logger = logging.getLogger(__name__)
# Texts in one transaction: enough for statements to be few, few enough to be done again when it fails.
AT_ONCE = 50
_TRIES = 3


def load_batch(sources: Sequence[Source], *, reread: bool = False) -> Iterator[Loaded | LoadError]:
    """Loads texts, and says of each what became of it, or why it cannot be loaded."""
    reads: list[Read] = []
    for source in sources:
        try:
            reads.append(read_text(source))
        except LoadError as error:
            yield error
    known = Article.objects.filter(file_name__in=[read.source.name for read in reads]).order_by()
    names = set(known.values_list("file_name", flat=True))
    new: list[Read] = []
    for read in [read for read in reads if read.source.name not in names]:
        try:
            facts_of(read)
            new.append(read)
        except Exception as error:
            logger.exception("%s cannot be read", read.source.path)
            reads.remove(read)
            yield _mistake(read.source, error)
    together = _load_together(new) if len(new) > 1 else []
    yield from together
    taken = {loaded.article.file_name for loaded in together}
    for read in reads:
        if read.source.name not in taken:
            try:
                yield load_read(read, reread=reread)
            except Exception as error:
                logger.exception("%s cannot be loaded", read.source.path)
                yield _mistake(read.source, error)


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


def _mistake(source: Source, error: Exception) -> LoadError:
    message = _("a mistake of the program, not of the text (%(error)s): please report it with this file")
    return LoadError(Failure(source.path, message % {"error": f"{type(error).__name__}: {error}"}))
