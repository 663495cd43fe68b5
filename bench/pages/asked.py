"""Which pages are asked for: the same question to the site, to Datasette, to the admin and to the database."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urlencode

from django.db.models import Count
from django.urls import reverse

from bench.pages import floor
from meetings.models import Appearance, Assignment, Meeting
from people.models import Official, Organization, Province
from people.search import search

# Words of the archive's texts: what nearly every text has, what one in some ten has, and what nobody wrote.
_PHRASES = (
    "Kết luận phiên họp",
    "tổ chức",
    "ngày 17/3/2021",
    "bảo tồn rùa biển",
    "xuất khẩu nhãn",
    "khám bệnh lưu động",
)


@dataclass(frozen=True)
class Page:
    """A page by its addresses; `at_most` are milliseconds, `times` how much faster than Datasette it is to be.

    `floor` are the statements of the page for "sqlite" and "postgresql"; the first one gives the number of rows.
    """

    name: str
    ours: str
    datasette: str = ""
    admin: str = ""
    floor: dict[str, list[str]] = field(default_factory=dict)
    at_most: float | None = None
    times: float | None = None
    counts: bool = True  # whether it says how many rows there are


@dataclass(frozen=True)
class Chosen:
    """What the archive has most of, and phrases that many of its meetings have and few."""

    kind: str
    province: Province
    year: int
    officials: tuple[Official, Official]  # the one who is told of most, and a usual one
    organizations: tuple[Organization, Organization]
    common: str
    rare: str


def choose() -> Chosen:
    """Looks into the database that DATABASE_URL names."""
    published = Meeting.objects.published()

    def most(rows: Any, name: str) -> Any:
        counted = rows.exclude(**{name: None}).order_by().values_list(name).annotate(n=Count("*"))
        return counted.order_by("-n", name)[0][0]

    kind = most(published, "kind")
    of_kind = published.filter(kind=kind)
    province = Province.objects.get(pk=most(of_kind, "province"))
    found = {phrase: search(published, f'"{phrase}"').count() for phrase in _PHRASES}
    there = sorted((number, phrase) for phrase, number in found.items() if number)
    return Chosen(
        kind,
        province,
        most(of_kind.filter(province=province), "year"),
        _busy_and_usual(Official.objects.published(), Appearance.objects.published(), "official"),
        _busy_and_usual(Organization.objects.published(), Assignment.objects.published(), "organization"),
        common=there[-1][1],
        rare=there[0][1],
    )


def _busy_and_usual(rows: Any, told: Any, key: str) -> tuple[Any, Any]:
    """The row that is told of most, and one of which half of the others are told less."""
    counted = told.filter(**{f"{key}__in": rows}).order_by().values_list(key).annotate(n=Count("*")).order_by("-n", key)
    keys = [pk for pk, _ in counted]
    return rows.get(pk=keys[0]), rows.get(pk=keys[len(keys) // 2])


def pages(chosen: Chosen) -> list[Page]:
    """The pages of a run, as the table of bench/README.md has them."""
    meetings, facets = reverse("meetings:meeting_list"), [("_facet", name) for name in floor.FACETS]
    admin, flat = reverse("admin:meetings_meeting_changelist"), "/flat/meetings"
    listed = [("_size", 20), ("_facet_size", 30), ("_sort_desc", "sort_date"), *facets]
    today, kind, year = chosen.province.today, chosen.kind, chosen.year

    def with_query(address: str, *pairs: tuple[str, Any]) -> str:
        return f"{address}?{urlencode(pairs)}" if pairs else address

    def of_list(name: str, narrowed: floor.Narrowed, ours: Any, flat_query: Any, admins: Any, *wanted: float) -> Page:
        return Page(
            name,
            with_query(meetings, *ours),
            with_query(flat, *listed, *flat_query),
            with_query(admin, *admins),
            {vendor: floor.meeting_list(vendor, narrowed) for vendor in floor.VENDORS},
            at_most=wanted[0],
            times=wanted[1],
        )

    def found(name: str, phrase: str, times: float) -> Page:
        words = floor.words_of(phrase)
        raw = [("_search", f'"{words}" *'), ("_searchmode", "raw")]
        sought = f'"{phrase}"'
        return of_list(name, floor.Narrowed(phrase=words), [("q", sought)], raw, [("q", sought)], 10, times)

    provinces = floor.provinces_of(today)
    plain = floor.words_of(chosen.common), floor.words_of(chosen.rare)
    *names, given = chosen.officials[0].name.split()
    prefix = " ".join([*names, given[:1]])
    return [
        of_list("list, no filter", floor.Narrowed(), [], [], [], 10, 4),
        of_list(
            "list, one broad filter", floor.Narrowed(kind=kind), [("kind", kind)], [("kind", kind)],
            [("kind__exact", kind)], 15, 25,
        ),
        of_list(
            "list, three filters", floor.Narrowed(kind=kind, year=year, provinces=provinces),
            [("kind", kind), ("year", year), ("province", today.slug)],
            [("kind", kind), ("year", year), ("province", today.name)],
            [("kind__exact", kind), ("date__year", year), ("date_precision__exact", "day")], 8, 2,
        ),
        found("common phrase, accents", chosen.common, 20),
        found("common phrase, none", plain[0], 20),
        found("rare phrase, accents", chosen.rare, 2),
        found("rare phrase, none", plain[1], 2),
        Page("search of everything", reverse("meetings:search") + "?q=" + quote(f'"{chosen.common}"'), counts=False),
        Page(
            "official by prefix",
            with_query(reverse("people:official_list"), ("q", prefix)),
            with_query("/flat/officials", ("_size", 20), ("_search", floor.prefixes(prefix)), ("_searchmode", "raw"),
                       *(("_facet", name) for name in ("province", "title", "agency"))),
            with_query(reverse("admin:people_official_changelist"), ("q", prefix)),
            {vendor: floor.official_list(vendor, prefix) for vendor in floor.VENDORS}, 5, 2,
        ),
        *(
            Page(
                f"official page, {which}", official.get_absolute_url(), f"/flat/officials/{official.pk}", "",
                {vendor: floor.official_page(official.pk) for vendor in floor.VENDORS}, 8, 3, counts=False,
            )
            for which, official in zip(("busiest", "usual"), chosen.officials, strict=True)
        ),
        *(
            Page(
                f"agency page, {which}", agency.get_absolute_url(), f"/flat/agencies/{agency.pk}", "",
                {vendor: floor.agency_page(agency.pk) for vendor in floor.VENDORS}, 8, 1.5, counts=False,
            )
            for which, agency in zip(("busiest", "usual"), chosen.organizations, strict=True)
        ),
    ]  # fmt: skip
