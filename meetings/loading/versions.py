"""By which rules an article was read: those that find facts, and those that make records of facts."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from meetings import reconcile
from meetings.extraction.document import Document
from meetings.extraction.facts import Extraction
from meetings.extraction.lexicon import table
from meetings.extraction.version import extractor_version
from meetings.models import Article

_TABLES = Path(table.__wrapped__.__code__.co_filename).parent
# The modules that say which tasks are one.
RULES_OF_REPEATS = ("alike", "chains", "likes", "near", "repeats", "sieve", "told")
_IMPORTED = re.compile(r"^from (meetings\.extraction[.\w]*) import", re.MULTILINE)


def reading_version(article: Article) -> str:
    """What a reading depends on beside the text: the rules, and what a curator or a person said of the article."""
    said = f"{article.province_id} {article.reported_on} {article.subject}"
    digest = hashlib.sha256(f"{_rules_of_records()} {said}".encode()).hexdigest()[:12]
    return f"{_rules_of_facts()}/{digest}/{_rules_of_repeats()}"


def has_the_same_facts(article: Article, sha256: str) -> bool:
    """Whether the present rules that find facts have read the same file."""
    return article.sha256 == sha256 and article.extractor_version.startswith(f"{_rules_of_facts()}/")


def repeats_stand(version: str) -> bool:
    """Whether the tasks of an article with that reading version were linked by the present rules of repeats."""
    return version.endswith(f"/{_rules_of_repeats()}")


def facts_digest(document: Document, extraction: Extraction) -> str:
    """What tells the facts of a text, and its characters, from others: 64 hexadecimal digits."""
    return hashlib.sha256(f"{document.sha256} {extraction!r}".encode()).hexdigest()


def needs_no_records(article: Article, digest: str) -> bool:
    """Whether facts of that digest change nothing: the same facts made the records of `article`, by the same rules."""
    return article.facts_digest == digest and _of_records(article.extractor_version) == _of_records(
        reading_version(article)
    )


def _of_records(version: str) -> str:
    return version.partition("/")[2]


def _rules_of_facts() -> str:
    return extractor_version()[:40]


@cache
def _rules_of_records() -> str:
    """A digest of the rules that make records of facts."""
    return _digest(_sources())


@cache
def _rules_of_repeats() -> str:
    """A digest of the rules by which tasks repeat each other."""
    return _digest(Path(reconcile.__file__).with_name(f"{name}.py") for name in RULES_OF_REPEATS)[:8]


def _digest(paths: Iterable[Path]) -> str:
    digest = hashlib.sha256()
    for path in sorted(set(paths)):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _sources() -> Iterator[Path]:
    """The modules that make records, with those of the extraction that they import, and the tables that all these name.

    A name of an agency, say, is understood by both; a rule that only finds facts is not among them.
    """
    tables = {f'("{path.stem}"': path for path in _TABLES.glob("*.csv")}
    seen: set[Path] = set()
    waiting = list(Path(reconcile.__file__).parent.rglob("*.py"))
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        source = path.read_text(encoding="utf-8")
        imported = (find_spec(name) for name in _IMPORTED.findall(source))
        waiting += [Path(spec.origin) for spec in imported if spec and spec.origin]
        yield path
        yield from (own for name, own in tables.items() if name in source)
