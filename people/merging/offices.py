"""Offices when two officials are parted: each keeps those that texts give him, whoever they were read as meanwhile."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models

from people.corrections import Correctable
from people.merging.journal import write
from people.merging.relations import Key, has_own_mark, references
from people.merging.returning import Parting, forget_marks
from people.models import Official, Role


def part_offices(parting: Parting) -> None:
    """Gives places that attest a role, and rows that name one, the equal role of the person whom they are about."""
    if parting.model is not Official:
        return
    for key in references(Role):
        if has_own_mark(key.model):
            _part_places(parting, key)
            forget_marks(parting, key.model)
        elif issubclass(key.model, Correctable):
            _part_rows(parting, key)


def _part_places(parting: Parting, key: Key) -> None:
    places: Any = key.model._base_manager
    of_keep = places.filter(**{f"{key.name}__official": parting.keep}, read_as__in=parting.read_as)
    of_drop = places.filter(**{f"{key.name}__official": parting.drop}).exclude(read_as__in=parting.read_as)
    for rows, owner in ((of_keep, parting.drop), (of_drop, parting.keep)):
        for place in rows.select_related(key.name).order_by("pk"):
            role = getattr(place, key.name)
            own = role_like(role, owner)
            others = places.filter(**{key.name: own, "article": place.article_id})
            parting.touch(Role, [role.pk, own.pk])
            if others.exists():
                continue  # the text attests it already
            setattr(place, key.name, own)
            place.save(update_fields=[key.name])
            parting.touch(key.model, [place.pk])


def _part_rows(parting: Parting, key: Key) -> None:
    changed: list[Any] = []
    for whose in _to_officials(key.model):
        rows: Any = key.model._base_manager.select_related(key.name).order_by("pk")
        for one, other in ((parting.keep, parting.drop), (parting.drop, parting.keep)):
            for row in rows.filter(**{whose: one, f"{key.name}__official": other}):
                role = equal_role(getattr(row, key.name), one)
                value = role.pk if role else None
                if row.extracted.get(key.name) != getattr(row, key.attname):
                    continue  # a person's word
                row.extracted[key.name] = value
                setattr(row, key.attname, value)
                changed.append(row)
    write(key.model, changed, [key.name, "extracted"])
    parting.touch(key.model, [row.pk for row in changed])


def _to_officials(model: Any) -> Iterator[str]:
    for field in model._meta.fields:
        if isinstance(field, models.ForeignKey) and field.related_model is Official and field.name != "read_as":
            yield field.name


def equal_role(role: Role, owner: int) -> Role | None:
    """The role of `owner` with the title and province of another's, if there is one."""
    return Role.objects.filter(official=owner, title_key=role.title_key, province=role.province_id).first()


def role_like(role: Role, owner: int) -> Role:
    """The role of `owner` that is equal to another's, made where there is none."""
    return equal_role(role, owner) or _made_like(role, owner)


def _made_like(role: Role, owner: int) -> Role:
    """A role of `owner` with what the machine read of the role."""
    read = {**role.extracted, "official": owner}
    made = Role(
        official_id=owner,
        province_id=role.province_id,
        rank=role.rank,
        confidence=role.confidence,
        first_attested=role.first_attested,
        last_attested=role.last_attested,
        extracted=read,
    )
    for name in role.correctable_fields:
        column = role._meta.get_field(name)
        if name in read and name != "official":
            setattr(made, column.attname, read[name])  # type: ignore[union-attr]
    if not made.canonical_title:
        made.title, made.canonical_title = role.title, role.canonical_title
    made.skip_history_when_saving = True  # type: ignore[attr-defined]
    made.save()
    return made
