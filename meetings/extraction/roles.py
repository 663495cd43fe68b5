"""The titles that the text gives each official, one fact per title held."""

from __future__ import annotations

from bisect import bisect_left

from meetings.extraction.document import Document
from meetings.extraction.facts import RoleFact
from meetings.extraction.people import People
from meetings.extraction.title_forms import canonical_title, owner
from meetings.extraction.titles import Title


def find_roles(document: Document, people: People) -> tuple[RoleFact, ...]:
    """One `RoleFact` per official and title, at its first place: "Ủy viên Ban Thường vụ Tỉnh ủy", "Giám đốc Sở Y tế".

    A short form ("Bộ trưởng", "đại biểu") is left out where the same person has the full title.
    """
    found: list[RoleFact] = []
    for person in people.persons:
        seen: set[str] = set()
        known = sorted({form.casefold() for title in person.titles for form in (title.text, title.head)})
        for holding in person.holdings:
            committee = _committee(holding.titles)
            for title in holding.titles:
                # "Ủy viên Ban Thường vụ" with the committee that a title beside it names: "Trưởng Ban Tổ chức Tỉnh ủy"
                text = title.text + committee if title.text.endswith("Ban Thường vụ") else title.text
                key = text.casefold().removesuffix(" tỉnh").removesuffix(" thành phố")
                if key in seen or _is_short(title, known):
                    continue
                seen.add(key)
                status = "ended" if title.state == "ended" else "current"
                canonical = title.canonical if text == title.text else canonical_title(text)
                found.append(
                    RoleFact(title.span, holding.rule, person.name, text, canonical, owner(text), status)  # type: ignore[arg-type]
                )
    return tuple(found)


def _committee(titles: tuple[Title, ...]) -> str:
    """The first committee at the end of one of `titles`, with a space before it; "" if none ends with one."""
    for title in titles:
        for committee in (" Tỉnh ủy", " Thành ủy"):
            if title.text.endswith(committee.strip()):
                return committee
    return ""


def _is_short(title: Title, known: list[str]) -> bool:
    """Whether one of the forms `known`, small and sorted, says more than this bare one: "Bộ trưởng Bộ Y tế"."""
    bare = title.text.casefold()
    if bare not in (title.head.casefold(), "đại biểu"):
        return False
    after = bisect_left(known, f"{bare} ")
    return after < len(known) and known[after].startswith(f"{bare} ")
