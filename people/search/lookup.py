"""The lookup that asks the index, in the language of the database at hand: `search_text__words`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeVar

from django.db import NotSupportedError, connections
from django.db.models import Case, Lookup, Model, Q, QuerySet, SmallIntegerField, TextField, Value, When

from people.search.words import Query, Term, parse

INDEX_SUFFIX = "_fts"
# The words of a text, for PostgreSQL: what stands between blanks, as index_text() left it. Its own parser takes three
# times as long, and "0e0a" apart. The function says what it costs, else PostgreSQL would rather call it for every text
# of an archive than ask the index; it is made with the indexes.
PG_WORDS = "viectinh_words"
FEW = 1000  # rows: to look through so many takes a fraction of a second, and among more a page is soon found
_Row = TypeVar("_Row", bound=Model)


@TextField.register_lookup
class Words(Lookup):
    """Rows of a Searchable whose words meet a Query, or what a reader typed. A query without words meets none."""

    lookup_name = "words"
    prepare_rhs = False

    def _query(self) -> Query:
        return self.rhs if isinstance(self.rhs, Query) else parse(str(self.rhs))

    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        """Membership in what the FTS5 table of the row's table finds."""
        quote = connection.ops.quote_name
        index = quote(self.lhs.target.model._meta.db_table + INDEX_SUFFIX)
        key = quote(self.lhs.target.model._meta.pk.column)
        found = f"SELECT rowid FROM {index} WHERE {index} MATCH %s"  # noqa: S608 - names of tables, from models
        return f"{quote(self.lhs.alias)}.{key} IN ({found})", [_fts5(self._query())]

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        """The condition that the GIN index on the same expression answers.

        The index knows no places: whether words stand side by side is looked up in the text, where they stand in order.
        """
        lhs, params = self.process_lhs(compiler, connection)
        return self._asking_postgresql(lhs, params)

    def _asking_postgresql(self, text: str, params: Iterable[Any] = ()) -> tuple[str, list[Any]]:
        asked = self._query()
        conditions = [f"{PG_WORDS}({text}) @@ %s::tsquery"]
        values = [*params, _tsquery(asked)]
        for clause in asked.clauses:
            if any(len(term.words) > 1 for term in clause):
                looks = [_side_by_side("strpos", text, params, term) for term in clause]
                conditions.append(f"({' OR '.join(condition for condition, _ in looks)})")
                values += [value for _, told in looks for value in told]
        return f"({' AND '.join(conditions)})", values

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        raise NotSupportedError(f"Searching is not written for {connection.vendor}.")


@TextField.register_lookup
class AmongWords(Words):
    """The same rows, all of which the index is asked for: for an order, which would divide the text of each row."""

    lookup_name = "among_words"

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        """Membership in what the index finds, as on SQLite."""
        quote, target = connection.ops.quote_name, self.lhs.target
        key, table = quote(target.model._meta.pk.column), quote(target.model._meta.db_table)
        condition, values = self._asking_postgresql(f"found.{quote(target.column)}")
        found = f"SELECT found.{key} FROM {table} found WHERE {condition}"  # noqa: S608 - names of tables, from models
        return f"{quote(self.lhs.alias)}.{key} IN ({found})", values


@TextField.register_lookup
class SideBySide(Lookup):
    """Rows of a Searchable in whose text the words of a Term stand side by side: the text is read, no index asked."""

    lookup_name = "side_by_side"
    prepare_rhs = False

    def as_sqlite(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        """The condition on the text."""
        return _side_by_side("instr", *self.process_lhs(compiler, connection), self.rhs)

    def as_postgresql(self, compiler: Any, connection: Any) -> tuple[str, list[Any]]:
        """The same."""
        return _side_by_side("strpos", *self.process_lhs(compiler, connection), self.rhs)

    def as_sql(self, compiler: Any, connection: Any) -> Any:
        raise NotSupportedError(f"Searching is not written for {connection.vendor}.")


def _side_by_side(find: str, text: str, params: Iterable[Any], term: Term) -> tuple[str, list[Any]]:
    """A blank stands before each word of a text but the first, and behind each but the last.

    A large text is unpacked each time that it is named, and few begin with the words.
    """
    words, ended = " ".join(term.words) + " " * term.whole, f"({text} || ' ')" if term.whole else text
    condition = f"({find}({ended}, %s) > 0 OR substr({ended}, 1, %s) = %s)"
    return condition, [*params, f" {words}", *params, len(words), words]


def _fts5(query: Query) -> str:
    def term(t: Term) -> str:
        return f'"{" ".join(t.words)}"' + ("" if t.whole else " *")

    return " AND ".join(f"({' OR '.join(map(term, clause))})" for clause in query.clauses) or '""'


def _tsquery(query: Query) -> str:
    def term(t: Term) -> str:
        return "(" + " & ".join(f"'{word}'" for word in t.words) + ("" if t.whole else ":*") + ")"

    return " & ".join(f"({' | '.join(map(term, clause))})" for clause in query.clauses)


def search(queryset: QuerySet[_Row], query: str | Query, field: str = "search_text") -> QuerySet[_Row]:
    """The rows that have every word of `query`, accents or none; all rows where it has no word."""
    asked = parse(query) if isinstance(query, str) else query
    return queryset.filter(**{f"{field}__words": asked}) if asked else queryset


def by_key_where_few(queryset: QuerySet[_Row], query: str | Query, field: str = "search_text") -> QuerySet[_Row]:
    """The same rows of a queryset that `search` was asked for; where few have the words, they are found by their keys.

    PostgreSQL takes any beginning of a word for common. For the first rows in an order of columns it would go through
    all texts in that order, and find that none has the words.
    """
    if connections[queryset.db].vendor != "postgresql":
        return queryset
    found = search(queryset.model._base_manager.using(queryset.db).order_by(), query, field)
    keys = list(found.values_list("pk", flat=True)[: FEW + 1])
    return queryset.filter(pk__in=keys) if len(keys) <= FEW else queryset


def by_relevance(queryset: QuerySet[_Row], query: str | Query, field: str = "search_text") -> QuerySet[_Row]:
    """Puts first the rows that have the words as typed with accents, then those that have them side by side.

    Rows alike in that stay in the order they had.
    """
    order = [first(wish) for wish in wishes(query, field)]
    before = tuple(queryset.query.order_by or queryset.model._meta.ordering or ())
    return queryset.order_by(*order, *before) if order else queryset


def wishes(query: str | Query, field: str = "search_text") -> list[Q]:
    """What the best rows meet, the most important first: the words as typed, and then the words side by side."""
    asked = parse(query) if isinstance(query, str) else query
    beside = [Query(((asked.adjacent,),))] if decides_side_by_side(asked) else []
    return [*spelled(asked, field), *(Q(**{f"{field}__among_words": wish}) for wish in beside)]


def decides_side_by_side(asked: Query) -> bool:
    """Whether some of the rows found have all words side by side, and others have not."""
    return len(asked.clauses) > 1


def spelled(query: str | Query, field: str = "search_text") -> list[Q]:
    """What rows meet that have the words as typed with accents, the most important first."""
    asked = parse(query) if isinstance(query, str) else query
    wished = (Query(tuple((term,) for term in spelling)) for spelling in asked.spellings)
    return [Q(**{f"{field}__among_words": wish}) for wish in wished]


def words_wished(wish: Q) -> Query | None:
    """What a wish asks of the words of the rows' own texts; None where it asks for something else."""
    only = wish.children[0] if len(wish.children) == 1 and not wish.negated else None
    return only[1] if isinstance(only, tuple) and only[0] == "search_text__among_words" else None


def first(wish: Q) -> Case:
    """An order that puts first the rows that meet the wish."""
    return Case(When(wish, then=Value(0)), default=Value(1), output_field=SmallIntegerField())
