"""Many texts at a time: those that nobody has seen are written together, the others some at a time."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
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
    newcomer_of,
    read_text,
)
from meetings.loading.collecting import collecting_seldom
from meetings.loading.failures import Failure, LoadError, is_of_the_database
from meetings.loading.files import Source
from meetings.loading.following import load_all, load_read
from meetings.loading.turns import in_turns
from meetings.loading.versions import reading_version
from meetings.models import Article
from meetings.reconcile import Tally
from meetings.reconcile.locking import while_reading_many
from meetings.reconcile.together import Newcomer, by_province, reconcile_together

logger = logging.getLogger(__name__)
# Texts in one transaction: enough for statements to be few, few enough to be done again when it fails.
AT_ONCE = 100
# Texts that are read before they are written, so that there are several batches to choose from, each of few provinces.
READ_AT_ONCE = 200
# Texts with an article already that are written in one transaction: few, since nobody saves their records meanwhile.
_KNOWN_AT_ONCE = 20
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
    """Loads the texts of files, and says of each what became of it."""
    reads, unreadable = read_all(sources)
    yield from unreadable
    yield from load_reads(reads, reread=reread)


def load_whole_batch(sources: Sequence[Source], *, reread: bool = False) -> list[Done]:
    """As `load_batch`, all at once."""
    return list(load_batch(sources, reread=reread))


def read_all(sources: Sequence[Source]) -> tuple[list[Read], list[Done]]:
    """The texts of files, and those that cannot be read."""
    reads, unreadable = [], []
    for source in sources:
        try:
            reads.append(read_text(source))
        except LoadError as error:
            unreadable.append(Done(source.name, failures=error.failures))
    return reads, unreadable


def known_articles(reads: Sequence[Read]) -> dict[str, Article]:
    """By name of the file, the articles that there are. Their texts are long and not fetched with them."""
    known = Article.objects.filter(file_name__in=[read.source.name for read in reads]).defer("text", "search_text")
    return {article.file_name: article for article in known.select_related("province")}


def load_reads(reads: Sequence[Read], *, reread: bool = False) -> Iterator[Done]:
    """As `load_batch`, for texts at hand. Raises `OperationalError` or `InterfaceError` where the database fails."""
    with collecting_seldom():
        yield from _load_reads(reads, reread=reread)


def _load_reads(reads: Sequence[Read], *, reread: bool) -> Iterator[Done]:
    articles = known_articles(reads)
    new: list[Read] = []
    others: list[Read] = []
    for read in reads:
        article = articles.get(read.source.name)
        if article is not None and not reread and is_unchanged(article, read):
            yield _done(Loaded(article, "unchanged"))
            continue
        try:
            facts_of(read)
        except Exception as error:
            logger.exception("%s cannot be read", read.source.path)
            yield _mistake(read.source, error)
        else:
            (new if article is None else others).append(read)
    taken: set[str] = set()
    for loaded in (*_load_new(new), *_load_known(others, articles, reread)):
        taken.add(loaded.article.file_name)
        yield _done(loaded)
    # A batch that fails for one of its texts, or because another loader was in the way, is none.
    yield from (_load_alone(read, reread) for read in (*new, *others) if read.source.name not in taken)


def _load_new(reads: Sequence[Read]) -> Iterator[Loaded]:
    """Those of new texts that could be written together."""
    if len(reads) > 1:
        newcomers = [newcomer_of(read) for read in reads]
        batches = [[(reads[n], newcomers[n]) for n in places] for places in by_province(newcomers, AT_ONCE)]
        yield from in_turns(batches, _write_new)


def _load_known(reads: Sequence[Read], articles: Mapping[str, Article], reread: bool) -> Iterator[Loaded]:
    """Those of texts whose articles are there that could be written together."""
    if 1 < len({read.source.name for read in reads}) == len(reads):
        known = [Newcomer(articles[read.source.name], facts_of(read)) for read in reads]
        batches = [[reads[n] for n in places] for places in by_province(known, _KNOWN_AT_ONCE)]
        yield from in_turns(batches, lambda batch, waiting: load_all(batch, reread=reread, waiting=waiting))


def _load_alone(read: Read, reread: bool) -> Done:
    try:
        return _done(load_read(read, reread=reread))
    except Exception as error:
        if is_of_the_database(error):
            raise
        logger.exception("%s cannot be loaded", read.source.path)
        return _mistake(read.source, error)


def _done(loaded: Loaded) -> Done:
    article = loaded.article
    is_other = article.subject == Article.Subject.OTHER
    return Done(article.file_name, loaded.change, article.pk, is_other, loaded.tally)


def _write_new(texts: Sequence[tuple[Read, Newcomer]], waiting: bool) -> list[Loaded]:
    newcomers = [newcomer for _, newcomer in texts]
    for attempt in range(_TRIES):
        try:
            with transaction.atomic():
                while_reading_many(alone=attempt > 0)
                reconcile_together(newcomers, read=_have_been_read, waiting=waiting or attempt > 0)
            return [Loaded(newcomer.article, "new", newcomer.tally) for newcomer in newcomers]
        except (IntegrityError, OperationalError) as error:
            # Another loader met the same person or agency at the same time.
            logger.info("%d texts are loaded again: %s", len(texts), str(error).splitlines()[0])
            newcomers = [newcomer_of(read) for read, _ in texts]
    return []


def _have_been_read(article: Article) -> None:
    article.extractor_version, article.read_at = reading_version(article), timezone.now()


def _mistake(source: Source, error: Exception) -> Done:
    message = _("a mistake of the program, not of the text (%(error)s): please report it with this file")
    failure = Failure(source.path, message % {"error": f"{type(error).__name__}: {error}"})
    return Done(source.name, failures=(failure,))
