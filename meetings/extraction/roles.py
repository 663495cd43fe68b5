"""The titles that the text gives each official, one fact per title held."""

from __future__ import annotations

from meetings.extraction.document import Document
from meetings.extraction.facts import RoleFact
from meetings.extraction.people import People, Person
from meetings.extraction.title_forms import canonical_title, owner
from meetings.extraction.titles import Title


def find_roles(document: Document, people: People) -> tuple[RoleFact, ...]:
    """One `RoleFact` per official and title, at its first place: "Ủy viên Ban Thường vụ Tỉnh ủy", "Giám đốc Sở Y tế".

    A short form ("Bộ trưởng", "đại biểu") is left out where the same person has the full title.
    """
    found: list[RoleFact] = []
    for person in people.persons:
        seen: set[str] = set()
        for holding in person.holdings:
            for title in holding.titles:
                text = _completed(title, holding.titles)
                key = text.casefold().removesuffix(" tỉnh").removesuffix(" thành phố")
                if key in seen or _is_short(title, person):
                    continue
                seen.add(key)
                status = "ended" if title.state == "ended" else "current"
                canonical = title.canonical if text == title.text else canonical_title(text)
                found.append(
                    RoleFact(title.span, holding.rule, person.name, text, canonical, owner(text), status)  # type: ignore[arg-type]
                )
    return tuple(found)


def _completed(title: Title, beside: tuple[Title, ...]) -> str:
    """ "Ủy viên Ban Thường vụ" with the committee that a title beside it names: "Trưởng Ban Tổ chức Tỉnh ủy"."""
    if title.text.endswith("Ban Thường vụ"):
        for other in beside:
            for committee in ("Tỉnh ủy", "Thành ủy"):
                if other is not title and other.text.endswith(committee):
                    return f"{title.text} {committee}"
    return title.text


def _is_short(title: Title, person: Person) -> bool:
    """Whether the person has a fuller form of this bare title: "Bộ trưởng" beside "Bộ trưởng Bộ Y tế"."""
    bare = title.text.casefold()
    if bare == "đại biểu":
        return any(other.head.startswith("Đại biểu ") for other in person.titles)
    return title.text.casefold() == title.head.casefold() and any(
        other.text.casefold().startswith(f"{bare} ") for other in person.titles
    )
