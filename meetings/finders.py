"""How records of each kind are found while a reader types."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, QuerySet
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext, gettext_lazy

from meetings import phrases
from meetings.called import english_title
from meetings.figures import comparable
from meetings.filters.documents import published_citations
from meetings.models import LegalDocument, Meeting
from people import careers
from people.filters import OfficialFilter, OrganizationFilter
from people.models import Official, Organization, Province
from people.places import provinces_named
from people.search import Query, by_relevance, search
from people.search.snippets import Piece, marked
from people.search.words import folded_words
from people.templatetags.english import gloss, in_english, is_english
from people.templatetags.page import province_name

MOST = 8  # of one kind
FEWEST_WORDS_OF_OFFICE = 2  # half of all officials have a word such as "Sở" in their offices
DOCUMENTS_WEIGHED = 40  # documents that match best, of which the most cited are offered
FIGURES_WEIGHED = 500  # newest figures that have the words, whose indicators are offered
MEETINGS_WEIGHED = 100  # newest meetings whose texts have the words, of which those with such titles are offered


@dataclass(frozen=True)
class Suggestion:
    """A record by its name, the words typed told apart in `pieces`, and in `details` what tells it from its namesakes.

    On English pages the first of them is the name in English.
    `key` is its primary key, or what stands for it, for a form that wants one record of this kind.
    """

    key: int | str
    name: str
    pieces: list[Piece]
    details: list[str]
    url: str


@dataclass
class Group:
    """The suggestions of one kind; `similar` where no name has the words and these are only spelled much alike."""

    kind: str
    label: Any
    icon: str
    rows: list[Suggestion]
    similar: bool = False


def _provinces(typed: str, query: Query) -> Group:
    """Provinces by name; one that became part of another tells it, and leads to that one's page."""
    rows = [_suggested(row, row.name, query, gloss(row.name), *_joined(row)) for row in provinces_named(query)]
    return Group("provinces", gettext_lazy("Provinces"), "map-pin", rows)


def _joined(province: Province) -> list[str]:
    now = in_english(province.today.name)
    return [gettext("now %(successor)s") % {"successor": now}] if province.today.name != province.name else []


def _officials(typed: str, query: Query) -> Group:
    """Officials by name, each with the office that the latest text gives, or else the province."""
    filters = OfficialFilter({"q": typed}, queryset=_placed(Official.objects))
    similar = filters.filters["q"].is_near(filters.cleaned["q"])
    return Group("officials", gettext_lazy("Officials"), "user", _in_office(filters.qs, query), similar)


def _offices(typed: str, query: Query) -> Group:
    """Officials by the title of an office."""
    filters = OfficialFilter({"office": typed}, queryset=_placed(Official.objects))
    enough = len(query.adjacent.words) >= FEWEST_WORDS_OF_OFFICE
    rows = _in_office(filters.qs, query) if enough else []
    return Group("offices", gettext_lazy("Officials by office"), "users", rows)


def _in_office(officials: QuerySet[Official], query: Query) -> list[Suggestion]:
    found: list[Any] = list(officials[:MOST])
    careers.describe(found)
    return [_named(row, query, *[in_english(role.canonical_title) for role in row.current_roles[:1]]) for row in found]


def _organizations(typed: str, query: Query) -> Group:
    """Agencies by name or abbreviation, each with its province."""
    filters = OrganizationFilter({"q": typed}, queryset=_placed(Organization.objects))
    suggestions = [_named(row, query, gloss(row.name)) for row in filters.qs[:MOST]]
    similar = filters.filters["q"].is_near(filters.cleaned["q"])
    return Group("organizations", gettext_lazy("Agencies"), "landmark", suggestions, similar)


def _placed(rows: Any) -> QuerySet[Any]:
    found: QuerySet[Any] = rows.published().select_related("province__successor").defer("search_text")
    return found


def _named(row: Any, query: Query, *details: str) -> Suggestion:
    return _suggested(row, row.name, query, *details, province_name(row.province))


def _suggested(row: Any, name: str, query: Query, *details: str) -> Suggestion:
    return Suggestion(row.pk, name, marked(name, query), [part for part in details if part], row.get_absolute_url())


def _documents(typed: str, query: Query) -> Group:
    """Of the documents that match best, the most cited."""
    matching = by_relevance(search(LegalDocument.objects.published(), query), query).defer("search_text")
    found = list(matching[:DOCUMENTS_WEIGHED])
    places = published_citations().filter(document__in=found).order_by().values_list("document")
    cited = dict(places.annotate(places=Count("*")))
    found.sort(key=lambda document: -cited.get(document.pk, 0))
    rows = [_suggested(row, str(row), query, gloss(row), in_english(row.issuer)) for row in found[:MOST]]
    return Group("documents", gettext_lazy("Legal documents"), "scale", rows)


def _meetings(typed: str, query: Query) -> Group:
    """The newest meetings whose title, body, province or day have the words; the search page looks into the texts."""
    newest = search(_placed(Meeting.objects).select_related("body"), query)[:MEETINGS_WEIGHED]
    found = [meeting for meeting in newest if _tells(meeting, query)]
    return Group("meetings", gettext_lazy("Meetings"), "calendar", list(_met(found[:MOST], query)))


def has_words(text: str, query: Query) -> bool:
    """Whether each word of the query begins a word of the text."""
    words = folded_words(text)
    return all(any(word.startswith(typed) for word in words) for clause in query.clauses for typed in clause[0].words)


def _tells(meeting: Meeting, query: Query) -> bool:
    told = f"{meeting.title} {meeting.body_name} {province_name(meeting.province)} {phrases.held_on(meeting)}"
    return has_words(told, query)


def _met(meetings: list[Meeting], query: Query) -> Iterator[Suggestion]:
    for row in meetings:
        said = english_title(row) if is_english() else None
        yield _suggested(row, row.title, query, said or "", phrases.dated(row), province_name(row.province))


def _indicators(typed: str, query: Query) -> Group:
    """Indicators whose names have the words, those of most figures first: each leads to its provinces and years."""
    newest = search(comparable(), query).order_by("-pk").values_list("canonical_metric", flat=True)[:FIGURES_WEIGHED]
    names = [name for name, _figures in Counter(newest).most_common() if has_words(name, query)]
    page = reverse("meetings:target_comparison")
    rows = [
        Suggestion(
            name,
            name,
            marked(name, query),
            list(filter(None, [gloss(name)])),
            f"{page}?{urlencode({'indicator': name})}",
        )
        for name in names[:MOST]
    ]
    return Group("indicators", gettext_lazy("Indicators"), "target", rows)


# Where no kind is asked for.
EVERYWHERE = ("provinces", "officials", "organizations", "offices", "documents", "meetings")
FINDERS: dict[str, Callable[[str, Query], Group]] = {
    "provinces": _provinces,
    "officials": _officials,
    "organizations": _organizations,
    "offices": _offices,
    "documents": _documents,
    "meetings": _meetings,
    "indicators": _indicators,
}
