"""Which official a name in a text is: the one of that name in the province, or a new one; a person's decisions stay."""

from __future__ import annotations

from collections import Counter, defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from django.db import IntegrityError, transaction
from django.db.models import Max, Q

from meetings.extraction.facts import RoleFact
from meetings.models import Mention
from meetings.reconcile.bearers import as_read, bearers, named_by, serves
from meetings.reconcile.jurisdictions import Jurisdiction
from meetings.reconcile.locking import change
from meetings.reconcile.rows import save_quietly
from meetings.reconcile.titles import is_national
from people.corrections import State
from people.models import Official, Province, Role
from people.names import name_key
from people.register import ProvinceRegister

# What a new official is worth who shares name and province with several others, and nothing tells which he is.
UNSURE = 50


class Officials:
    """The officials whom one article names.

    A name that its earlier `mentions` were resolved to stays with that official, so that what a person merged or split
    stays so, unless the machine itself had placed him and the article's province has changed since (`before`).
    Whom people marked by the name (`said`) it is, wherever the meeting was. Otherwise name (or alias) and province of
    today's map decide; one merged away leads to the survivor. Two who served in different provinces before a merger,
    and those whose province is unknown, are never one by the name alone.
    """

    def __init__(
        self,
        mentions: Iterable[Mention],
        names: Iterable[str],
        register: ProvinceRegister,
        before: Province | None,
        said: Mapping[str, Official],
        numbers: Mapping[str, deque[int]] = MappingProxyType({}),
    ) -> None:
        """`numbers`: free ones by the key of a name, for those whose province is unknown (`namesakes`)."""
        self._register, self._numbers = register, numbers
        self._before = register.today(before) if before else None
        self._resolved: dict[str, Official] = {}
        self._earlier = {**said, **_by_mentions(mentions)}
        self._said = {name for name, official in said.items() if self._earlier[name].meant.pk == official.meant.pk}
        self._named = self._bearers({name_key(name) for name in names})

    def _bearers(self, keys: set[str]) -> Mapping[str, Sequence[Official]]:
        """By key of a name, those who bear it."""
        return bearers(keys)

    def resolve(self, name: str, roles: Sequence[RoleFact], where: Jurisdiction) -> Official:
        """The official called `name` who holds `roles` in this text."""
        if name not in self._resolved:
            self._resolved[name] = self._known(name, roles, where) or self._new(name, where)
        official = self._resolved[name]
        if official.state == State.WITHDRAWN:
            official.state = State.READ
            save_quietly(official)
        return official

    def of(self, name: str | None) -> Official | None:
        """The official that `name` was resolved to; None for no name, and for one that is no official of this text."""
        return self._resolved.get(name) if name else None

    @property
    def earlier(self) -> Mapping[str, Official]:
        """By name, the official that this article's mentions led to before."""
        return self._earlier

    @property
    def all(self) -> list[Official]:
        """Everybody resolved so far."""
        return list(self._resolved.values())

    def _known(self, name: str, roles: Sequence[RoleFact], where: Jurisdiction) -> Official | None:
        province = self._register.today(where.province) if where.province else None
        earlier = self._earlier.get(name)
        if earlier and (name in self._said or where.kind == "unknown" or self._stays(earlier, province)):
            return earlier
        taken = {official.meant.pk for official in self._resolved.values()}
        bearing = self._named.get(name_key(name), ())
        namesakes = [o for o in bearing if serves(o, province) and o.meant.pk not in taken]
        if where.kind == "nation":
            serving = {pk for pk, title in self._titles(namesakes) if is_national(title)} if namesakes else set()
            first = next((official for official in namesakes if official.pk in serving), None)
            return as_read([o for o in namesakes if o.pk == first.pk], name, roles) if first else None
        if where.kind == "unknown":
            return None
        fitting = self._of_that_era(namesakes, where)
        if len({official.pk for official in fitting}) > 1:
            fitting = self._with_a_role(fitting, roles)
        if len({official.pk for official in fitting}) == 1:
            return as_read(fitting, name, roles)
        unplaced = earlier is not None and earlier.province is None and earlier.stands_for is None
        return self._placed(earlier, province) if earlier and unplaced and not namesakes else None

    def _stays(self, earlier: Official, province: Province | None) -> bool:
        """Whether a person has placed him, or merged him who had no place, or the article's province is still his."""
        read = earlier.meant.province_id
        merged_without_place = earlier.stands_for is not None and read is None
        before = self._before.pk if self._before else None
        return serves(earlier, province) or read != before or merged_without_place

    def _of_that_era(self, officials: list[Official], where: Jurisdiction) -> list[Official]:
        """Those not known to have served, before a merger, in another province than this one of before the merger."""
        if where.province is None or not where.province.is_former or not officials:
            return officials
        served = self._served(officials)
        return [o for o in officials if not served[o.pk] or where.province.slug in served[o.pk]]

    def _with_a_role(self, officials: list[Official], roles: Sequence[RoleFact]) -> list[Official]:
        keys = {name_key(role.canonical) for role in roles}
        holders = self._holders(officials, keys)
        return [official for official in officials if official.pk in holders]

    def _titles(self, officials: Sequence[Official]) -> Iterable[tuple[int, str]]:
        """The officials by key, with each title that they have."""
        return Role.objects.filter(official__in=officials).values_list("official_id", "canonical_title")

    def _holders(self, officials: Sequence[Official], titles: set[str]) -> set[int]:
        """The keys of those who have one of the titles, which are given by their keys."""
        roles = Role.objects.filter(official__in=officials, title_key__in=titles)
        return set(roles.values_list("official_id", flat=True))

    def _served(self, officials: Sequence[Official]) -> Mapping[int, set[str]]:
        """By key of an official, the provinces of before a merger at whose meetings he was named."""
        return former_provinces(officials)

    def _placed(self, official: Official, province: Province | None) -> Official:
        """An official of this article whose province has become known."""
        if Mention.objects.filter(official=official).values("article").distinct().count() > 1:
            return self._new(official.name, Jurisdiction("province", province))
        if official.history.filter(province__isnull=False).exists():
            return official  # a person took his province away
        namesakes = Official.objects.filter(name_key=official.name_key, province=province, merged_into=None)
        taken = set(namesakes.values_list("homonym", flat=True))

        def place(official: Official) -> bool:
            official.province, official.homonym = province, next(n for n in range(len(taken) + 1) if n not in taken)
            return True

        change(official, place)
        return official

    def _new(self, name: str, where: Jurisdiction) -> Official:
        province = self._register.today(where.province) if where.province else None
        for _ in range(5):
            namesakes = Official.objects.filter(name_key=name_key(name), province=province)
            highest = namesakes.aggregate(highest=Max("homonym"))["highest"]
            free = self._numbers.get(name_key(name)[:120]) if province is None else None
            next_one = 0 if highest is None else highest + 1
            official = Official(province=province, homonym=free.popleft() if free else next_one)
            official.follow({"name": name})
            if highest is not None and where.kind == "province":
                official.confidence = UNSURE
            try:
                with transaction.atomic():
                    save_quietly(official)
            except IntegrityError:  # another reading took the number meanwhile: perhaps for the same person
                if (
                    where.kind == "province"
                    and highest is None
                    and (found := namesakes.select_related("merged_into").first())
                ):
                    return found.standing()
            else:
                return official
        raise IntegrityError(f"no free homonym number for {name}")


def former_provinces(officials: Sequence[Official]) -> Mapping[int, set[str]]:
    """By key of an official, the provinces of before a merger, by their slugs, at whose meetings texts name him."""
    served: dict[int, set[str]] = defaultdict(set)
    former = Q(article__reports__meeting__province__valid_to__isnull=False)
    rows = Mention.objects.filter(former, official__in=officials).order_by()
    for pk, slug in rows.values_list("official_id", "article__reports__meeting__province__slug").distinct():
        served[pk].add(slug)
    return served


def _by_mentions(mentions: Iterable[Mention]) -> dict[str, Official]:
    """By name, the official whom most of the mentions by that name lead to."""
    counts: dict[str, Counter[int]] = defaultdict(Counter)
    found: dict[int, Official] = {}
    for mention in mentions:
        official = named_by(mention)
        counts[mention.name][official.meant.pk] += 1
        found[official.meant.pk] = official
    return {name: found[meant.most_common(1)[0][0]] for name, meant in counts.items()}
