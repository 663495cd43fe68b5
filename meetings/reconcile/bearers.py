"""Who bears a name: officials by their names and aliases; of those merged away, their survivors in their stead.

An official found here may stand for one merged into him (`stands_for`): his `meant` is whom the words would mean if
nobody had been merged, which undoing goes back to.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from meetings.extraction.facts import RoleFact
from meetings.models import Attestation, Mention
from people.models import Alias, Distinction, Official, Province
from people.names import name_key

# Columns that no reading compares, and that take as long to fetch as all others.
NOT_COMPARED = ("search_text", "created_at", "updated_at")


def bearers(keys: set[str], among: Collection[int] | None = None) -> dict[str, list[Official]]:
    """By key of a name, the officials who bear it, each once for each one merged into him who bears it, too.

    One who has it as an alias does not count beside its bearer where a person said that they are not the same. Where
    no other name leads to somebody, only officials `among` these keys are given, if there are such.
    """
    aliases = list(
        Alias.objects.filter(name_key__in=keys, official__isnull=False).select_related("official").order_by("pk")
    )
    named: dict[str, dict[int, Official]] = defaultdict(dict)
    bearing = Official.objects.filter(name_key__in=keys).select_related("merged_into").defer(*NOT_COMPARED)
    if among is not None:
        bearing = bearing.filter(Q(pk__in=among) | Q(name_key__in={alias.name_key for alias in aliases}))
    for official in bearing.order_by("homonym", "pk"):
        named[official.name_key][official.pk] = official.standing()
    former = _merged_away(aliases)
    called: dict[str, dict[int, Official]] = defaultdict(dict)
    for alias in aliases:
        if alias.official is not None:
            meant = former.get(alias.read_as.get("official"), alias.official)
            called[alias.name_key].setdefault(meant.pk, alias.official.survivor_as(meant))
    _tell_apart(named, called)
    # By whom the words would mean: whoever bears the name comes before whoever is only called so.
    return {key: list({**named[key], **called[key], **named[key]}.values()) for key in {*named, *called}}


def named_by(mention: Mention) -> Official:
    """Whom a mention names or, where that record has been merged away, the survivor in its stead."""
    official = mention.official if mention.read_as is None else mention.official.survivor_as(mention.read_as)
    return official.standing()


def serves(official: Official, province: Province | None) -> bool:
    """Whether it is the province of the official, or that of the one for whom he stands."""
    return (province.pk if province else None) in (official.province_id, official.meant.province_id)


def _merged_away(aliases: Iterable[Alias]) -> Mapping[int | None, Official]:
    keys = {alias.read_as["official"] for alias in aliases if "official" in alias.read_as}
    found: dict[int | None, Official] = dict(Official.objects.in_bulk(keys)) if keys else {}
    return found


def _tell_apart(named: Mapping[str, dict[int, Official]], called: dict[str, dict[int, Official]]) -> None:
    """Drops those called by a name who are not the same as a bearer of it."""
    both = [key for key in called if key in named]
    if not both:
        return
    people = {official.pk for key in both for official in (*named[key].values(), *called[key].values())}
    kind = ContentType.objects.get_for_model(Official)
    said = Distinction.objects.filter(kind=kind, first_id__in=people, second_id__in=people)
    apart = set(said.values_list("first_id", "second_id"))
    for key in both:
        others = {official.pk for official in named[key].values()}
        for meant, official in list(called[key].items()):
            if any((min(official.pk, pk), max(official.pk, pk)) in apart for pk in others):
                del called[key][meant]


def as_read(one: Sequence[Official], name: str, roles: Sequence[RoleFact]) -> Official:
    """Of several who are one by now, whom the words would mean: by name, by title, else the survivor himself."""
    if len(one) == 1:
        return one[0]
    key = name_key(name)
    own = [o for o in one if name_key(o.meant.extracted.get("name", o.meant.name)) == key] or list(one)
    if len(own) > 1:
        titles = {name_key(role.canonical) for role in roles}
        held = Attestation.objects.filter(role__official=own[0].pk, role__title_key__in=titles)
        read = set(held.order_by().values_list("read_as", flat=True).distinct())
        own = [o for o in own if (o.stands_for.pk if o.stands_for else None) in read] or own
    return min(own, key=lambda o: (o.stands_for is not None, o.meant.pk))
