"""What the table of successions says of agencies in the register: how long each existed, and what it was before."""

from __future__ import annotations

from functools import cache

from meetings.extraction.successions import Basis, Life, Part, life_of, lives
from meetings.reconcile.city_names import in_province, is_city, of_province
from people.models import Organization
from people.names import name_key

# What joined 63 provinces to 34 on 1 July 2025.
_PROVINCES_JOINED = Basis(
    "Nghị quyết 202/2025/QH15",
    ("https://news.laodong.vn/thoi-su/thoi-diem-ket-thuc-hoat-dong-bo-may-52-tinh-thanh-cu-1522769.ldo",),
)
# The bodies that a province has as such, which ended with it; districts, companies and newspapers are another matter.
OF_PROVINCE = frozenset(Organization.Kind) - {
    Organization.Kind.LOCAL,
    Organization.Kind.OTHER,
    Organization.Kind.NATIONAL,
}


def describe(organization: Organization) -> None:
    """Sets how long it existed, what tells of that, and what it was called before, by the table.

    What somebody has set stays, and so does all that is verified; what is not follows the table until then.
    """
    anew = organization.unverified and not organization.history.exists()  # what machines do leaves no history
    if organization.succession_basis and not anew:
        return
    life, province = _life(organization), organization.province
    joined = (
        organization.kind in OF_PROVINCE
        and province is not None
        and province.successor is not None
        and province.successor.slug != province.slug
    )
    ended = life.valid_to or (province.valid_to if province is not None and joined else None)
    basis = _PROVINCES_JOINED if joined and life.successor is None else life.basis
    organization.valid_from = life.valid_from if anew else organization.valid_from or life.valid_from
    organization.valid_to = ended if anew else organization.valid_to or ended
    organization.succession_basis = basis.document
    organization.succession_pages = "|".join(basis.pages)
    organization.unverified = not life.checked
    if anew or not organization.former_names:
        before = (in_province(name, province) for name in ever_before(general(organization)))
        organization.former_names = "|".join(before)[: Organization._meta.get_field("former_names").max_length]


def general(organization: Organization) -> str:
    """The name as the tables have it, which name a province's bodies."""
    name = of_province(organization.name) if is_city(organization.province) else organization.name
    return _as_in_table().get(name_key(organization.name)) or _as_in_table().get(name_key(name), name)


@cache
def _as_in_table() -> dict[str, str]:
    """All names of the table of successions by their keys."""
    return {name_key(name): name for name in lives()}


def _life(organization: Organization) -> Life:
    return life_of(general(organization))


def _whole_of(name: str) -> list[str]:
    """Those whose work as a whole is that of agencies called `name` now."""
    return [former for former, life in lives().items() if life.successor == name]


def ever_after(life: Life) -> list[str]:
    """What it became, and what that became: texts need not name all of them."""
    found: list[str] = []
    while life.successor and life.successor not in found:
        found.append(life.successor)
        life = life_of(life.successor)
    return found


def ever_before(name: str) -> list[str]:
    """As `_whole_of`, and what those were before."""
    found = _whole_of(name)
    for former in found:  # grows while it is walked; the table leads nobody back to itself
        found += _whole_of(former)
    return found


def parts_for(name: str) -> list[tuple[str, Part]]:
    """Which parts of whose work agencies called `name` took over."""
    return [(former, part) for former, life in lives().items() for part in life.parts if part.heir == name]
