"""The places where officials' names stand in an article."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from meetings.extraction.facts import NameMention
from meetings.models import Article, Mention
from meetings.reconcile.earlier_names import EarlierNames
from meetings.reconcile.officials import Officials
from meetings.reconcile.relocation import relocate
from meetings.reconcile.rewriting import rewrite
from meetings.reconcile.rows import set_columns


def settle_mentions(
    article: Article, former_text: str, facts: Sequence[NameMention], officials: Officials, names: EarlierNames
) -> None:
    """Makes the article's mentions those of the reading, beside those that people added, which it does not repeat.

    One that a person has turned to another official than its namesakes in the text stays with that official.
    """
    moved = {row.pk for row in (relocate(names.read, former_text, article.text) if former_text != article.text else [])}
    rows = {(row.start, row.end): row for row in names.read}
    new, changed, kept = [], [], []
    for place, fact in {(fact.span.start, fact.span.end): fact for fact in facts}.items():
        official = officials.of(fact.name)
        if official is None or names.tell_of(fact, official):
            continue
        row = rows.get(place)
        columns: dict[str, Any] = {"name": fact.name[:120], "quote": fact.span.of(article.text), "rule": fact.rule[:80]}
        turned = row if row is not None and _is_turned(row, fact.name, officials) else None
        columns["official"] = turned.official if turned else official
        columns["read_as"] = turned.read_as if turned else official.stands_for
        if row is None or row.pk in moved:
            new.append(Mention(article=article, start=place[0], end=place[1], **columns))
            continue
        kept.append(row.pk)
        if set_columns(row, columns):
            changed.append(row)
    Mention.objects.filter(article=article, by_person=False).exclude(pk__in=kept).delete()
    names.save_added()
    Mention.objects.bulk_create(new)
    rewrite(Mention, changed, ["official", "read_as", "name", "quote", "rule"])


def _is_turned(row: Mention, name: str, officials: Officials) -> bool:
    earlier = officials.earlier.get(name)
    return row.name == name and earlier is not None and row.official != earlier
