"""The names that stand in an article so far: as readings found them, and as people marked them.

Those of people move with the text, and say who is named on their words.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from meetings.extraction.facts import NameMention
from meetings.models import Article, Mention
from meetings.reconcile.bearers import named_by
from meetings.reconcile.relocation import relocate_apart
from meetings.reconcile.rewriting import rewrite
from people.models import Official
from people.names import name_key


@dataclass
class EarlierNames:
    """The mentions `read` in an article before, where they stood then, and those `added` by people, where they are now.

    Of the latter those that have `moved` are saved by `save_added`, once no other is in their way.
    """

    read: list[Mention]
    added: list[Mention]
    moved: list[Mention]

    @classmethod
    def of(cls, article: Article, former_text: str) -> Self:
        """Those of `article`, whose places count the characters of `former_text` so far."""
        rows = Mention.objects.filter(article=article).select_related("official__merged_into", "read_as")
        read: list[Mention] = []
        added: list[Mention] = []
        for row in rows.order_by("start", "pk"):
            (added if row.by_person else read).append(row)
        return cls(read, added, relocate_apart(added, former_text, article.text))

    def who(self, names: Iterable[str], facts: Iterable[NameMention]) -> dict[str, Official]:
        """By name that a reading has, whom people marked by that name, or on the very words that are read so."""
        if not self.added:
            return {}
        marked = {name_key(row.name): named_by(row) for row in reversed(self.added)}
        said = {name: marked[key] for name in names if (key := name_key(name)) in marked}
        for fact in facts:
            for row in self.added:
                if _is_read_on(row, fact):
                    said.setdefault(fact.name, named_by(row))
        return said

    def tell_of(self, fact: NameMention, official: Official) -> bool:
        """Whether the place that is read of `official` is marked already."""
        return any(
            _is_read_on(row, fact) or (_shared(row, fact) > 0 and row.official_id == official.pk) for row in self.added
        )

    def save_added(self) -> None:
        """Writes the new places."""
        if self.moved:
            # No two may stand at one place, not even while they are written.
            Mention.objects.filter(pk__in=[row.pk for row in self.moved]).update(start=None, end=None)
            rewrite(Mention, self.moved, ["start", "end"])


def _is_read_on(row: Mention, fact: NameMention) -> bool:
    """Whether `fact` reads the words of `row`: most of them or, where more are marked than a name, the name in them."""
    shared = _shared(row, fact)
    return shared > 0 and (
        2 * shared >= (row.end or 0) - (row.start or 0)
        or name_key(fact.name) in (name_key(row.name), row.official.name_key)
    )


def _shared(row: Mention, fact: NameMention) -> int:
    """How many characters both stand on."""
    if row.start is None or row.end is None:
        return 0
    return min(row.end, fact.span.end) - max(row.start, fact.span.start)
