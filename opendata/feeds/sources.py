"""What can be followed: a list with its filters, a search, an official, an agency, a document, a province, or all."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.db.models import Q, QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from meetings.figures import same_place
from meetings.filters.documents import published_citations
from meetings.listings import LISTINGS, meetings, targets, tasks
from meetings.models import Assignment, Directive, LegalDocument
from opendata.feeds.streams import Stream
from opendata.problems import Refusal, refusals
from people import careers
from people.facets import FacetedFilterSet
from people.facets.address import ALL, FOUND, PAGE
from people.models import Official, Organization, Province
from people.search import parse
from people.search.filters import LONGEST_TYPED, TypedField
from people.templatetags.english import in_english

PLACE, KIND = "before", "kind"  # parameters that say where a page begins, and which kinds are wanted
LABELS = {
    "officials": gettext_lazy("Officials"),
    "organizations": gettext_lazy("Agencies"),
    "meetings": gettext_lazy("Meetings"),
    "directives": gettext_lazy("Tasks"),
    "targets": gettext_lazy("Figures"),
    "documents": gettext_lazy("Legal documents"),
    "articles": gettext_lazy("Articles"),
}
KIND_OF_LIST = {name: name.removesuffix("s") for name in LABELS}


@dataclass(frozen=True)
class Followed:
    """What is followed: its name, its page, the records, and the parameters of the address that were not understood."""

    title: str
    page: str
    streams: tuple[Stream, ...]
    refused: list[Refusal] = field(default_factory=list)


def of_list(name: str, request: HttpRequest) -> Followed:
    """What a list shows with the filters of the address, whatever the order there."""
    listing = LISTINGS[name]
    filterset = listing.filters(request.GET, queryset=listing.rows(), request=request)
    page = reverse(listing.page) + (filterset.url() if filterset.parameters else "")
    known = frozenset({PAGE, ALL, FOUND, PLACE})
    return Followed(
        title_of(name, filterset), page, (Stream(KIND_OF_LIST[name], filterset.qs),), refusals(filterset, known)
    )


def title_of(name: str, filterset: FacetedFilterSet) -> str:
    """The list's name with what it is filtered by."""
    told = [f"{active.label}: {in_english(active.value)}" for active in filterset.active]
    return f"{LABELS[name]} ({'; '.join(told)})" if told else str(LABELS[name])


def of_search(request: HttpRequest) -> Followed:
    """Records of all kinds that have the words searched for."""
    typed = TypedField().clean(request.GET.get("q", ""))[:LONGEST_TYPED]
    wordless = [] if parse(typed) else [Refusal("q", _("There is no word to search for in “%(q)s”.") % {"q": typed})]
    streams = [
        Stream(KIND_OF_LIST[name], listing.filters({"q": typed}, queryset=listing.rows(), request=request).qs)
        for name, listing in LISTINGS.items()
    ]
    page = f"{reverse('meetings:search')}?{request.GET.urlencode()}"
    return _of_kinds(request, _("Search: %(words)s") % {"words": typed}, page, streams, wordless, {"q"})


def of_everything(request: HttpRequest) -> Followed:
    """All meetings, tasks and figures."""
    streams = [Stream("meeting", meetings()), Stream("directive", _tasks()), Stream("target", targets())]
    return _of_kinds(request, _("What is new"), reverse("meetings:home"), streams)


def of_official(request: HttpRequest, official: Official) -> Followed:
    """The official's meetings, and the tasks given by or to the official."""
    told = Assignment.objects.published().filter(official=official)
    streams = [
        Stream("meeting", careers.meetings_with(official)),
        Stream("directive", _tasks().filter(Q(assigner=official) | Q(pk__in=told.values("directive")))),
    ]
    return _of_kinds(request, official.name, official.get_absolute_url(), streams)


def of_organization(request: HttpRequest, organization: Organization) -> Followed:
    """The agency's meetings, the tasks given to it, and the figures of either."""
    given = Assignment.objects.published().filter(organization=organization).values("directive")
    streams = [
        Stream("meeting", meetings().filter(body=organization)),
        Stream("directive", _tasks().filter(pk__in=given)),
        Stream("target", targets().filter(Q(meeting__body=organization) | Q(directive__in=given))),
    ]
    return _of_kinds(request, in_english(organization.full_name), organization.get_absolute_url(), streams)


def of_document(request: HttpRequest, document: LegalDocument) -> Followed:
    """The places where meetings cite the document."""
    streams = [Stream("citation", published_citations().filter(document=document))]
    return _of_kinds(request, in_english(document), document.get_absolute_url(), streams)


def of_province(request: HttpRequest, province: Province) -> Followed:
    """The meetings, tasks and figures of a province of today's map and its former parts."""
    here = same_place(province)
    streams = [
        Stream("meeting", meetings().filter(province__in=here)),
        Stream("directive", _tasks().filter(meeting__province__in=here)),
        Stream("target", targets().filter(meeting__province__in=here)),
    ]
    return _of_kinds(request, in_english(province.name), province.get_absolute_url(), streams)


def _tasks() -> QuerySet[Directive]:
    return tasks().filter(same_as__isnull=True)


def _of_kinds(
    request: HttpRequest,
    title: str,
    page: str,
    streams: list[Stream],
    refused: list[Refusal] | None = None,
    known: set[str] | None = None,
) -> Followed:
    """Of the streams those whose kinds the address asks for; all where it asks for none."""
    asked = request.GET.getlist(KIND)
    kinds = {stream.kind for stream in streams}
    found = list(refused or [])
    found += [Refusal(KIND, _("There is no kind “%(kind)s” here.") % {"kind": k[:60]}) for k in asked if k not in kinds]
    unknown = [name for name in request.GET if name not in {PLACE, KIND, *(known or ())}]
    found += [Refusal(n, _("There is no parameter called “%(name)s”.") % {"name": n[:60]}) for n in unknown]
    return Followed(title, page, tuple(s for s in streams if not asked or s.kind in asked), found)
