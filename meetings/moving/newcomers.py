"""Somebody, or some body, that no text was read to name: made for what is moved there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Max
from django.utils.translation import gettext as _

from people.corrections import State
from people.merging import Refused, say_distinct
from people.merging.merge import save_telling
from people.merging.refusals import told
from people.models import Distinction, Official, Organization, Province
from people.names import name_key


@dataclass(frozen=True, slots=True)
class Newcomer:
    """An organization of this name and province (None: a national one). An official shares those of his namesake."""

    name: str = ""
    province: Province | None = None


def bring_in(newcomer: Newcomer, record: Any, *, by: Any, reason: str) -> Any:
    """The new record, said to be another one than `record`; an organization that is out of view comes back instead.

    Raises `Refused` where the name is taken.
    """
    new = _namesake(record) if isinstance(record, Official) else _organization(newcomer, record)
    if new._state.adding:
        save_telling(new, by, reason)
        said = say_distinct(record, new, by=by, reason=reason)
        Distinction.objects.filter(pk=said.pk).update(second_made=True)
    return new


def _namesake(official: Official) -> Official:
    namesakes = Official.objects.filter(name_key=official.name_key, province=official.province_id)
    highest = namesakes.aggregate(highest=Max("homonym"))["highest"] or 0
    return Official(name=official.name, province_id=official.province_id, homonym=highest + 1, state=State.CONFIRMED)


def _organization(newcomer: Newcomer, record: Organization) -> Organization:
    name = " ".join(newcomer.name.split())
    if not name_key(name):
        raise Refused(_("Give the new organization a name."))
    bearers = Organization.objects.filter(name_key=name_key(name), province=newcomer.province, merged_into=None)
    bearer = bearers.first()
    if bearer is None:
        return Organization(name=name, province=newcomer.province, kind=record.kind, state=State.CONFIRMED)
    if bearer.state == State.WITHDRAWN:
        return bearer
    if bearer.pk == record.pk:
        raise Refused(_("That is its own name and province: give the new organization another name or province."))
    if bearer.state == State.REJECTED:
        raise Refused(_("%(record)s bears this name and is rejected; restore it first.") % {"record": told(bearer)})
    raise Refused(_("%(record)s bears this name there; choose it instead.") % {"record": told(bearer)})
