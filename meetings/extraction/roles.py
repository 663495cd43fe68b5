"""The titles that the text gives each official, one fact per title held."""

from __future__ import annotations

from bisect import bisect_left

from meetings.extraction.document import Document
from meetings.extraction.factored_titles import PARTY_HEADS, committee_beside, is_provincial, with_body
from meetings.extraction.facts import RoleFact
from meetings.extraction.people import People
from meetings.extraction.persons import Person
from meetings.extraction.title_forms import canonical_title, is_of_a_place_alone, owner
from meetings.extraction.titles import Title


def find_roles(document: Document, people: People) -> tuple[RoleFact, ...]:
    """One `RoleFact` per official and title, at its first place: "Ủy viên Ban Thường vụ Tỉnh ủy", "Giám đốc Sở Y tế".

    A short form ("Bộ trưởng", "đại biểu") is left out where the same person has the full title.
    """
    found: list[RoleFact] = []
    printed = {title.text for title in people.titles}
    for person in people.persons:
        seen: set[str] = set()
        known: list[str] = []
        for holding in person.holdings:
            offices = [title.text for title in holding.titles]
            committee = committee_beside(offices)
            for n, title in enumerate(holding.titles):
                # "Ủy viên Ban Thường vụ" with the committee that a title beside it names: "Trưởng Ban Tổ chức Tỉnh ủy"
                text = title.text + committee if title.text.endswith("Ban Thường vụ") else with_body(offices, n)
                if title.text in PARTY_HEADS:
                    text = title.canonical  # "Bí thư, Chủ tịch HĐND tỉnh" is of Tỉnh ủy
                elif title.canonical in printed and is_of_a_place_alone(title.text):
                    text = title.canonical  # "Chủ tịch Quảng Trị" where "Chủ tịch UBND tỉnh" is printed as well
                key = text.casefold().removesuffix(" tỉnh").removesuffix(" thành phố")
                if key in seen or _is_short(title, person, known):
                    continue
                seen.add(key)
                status = "ended" if title.state == "ended" else "current"
                canonical = title.canonical if text == title.text else canonical_title(text)
                body = owner(text)
                if text.endswith("Ban Thường vụ") and is_provincial(offices):
                    canonical, body = canonical_title(f"{text} Tỉnh ủy"), None
                body = body or owner(canonical)
                found.append(
                    RoleFact(title.span, holding.rule, person.name, text, canonical, body, status)  # type: ignore[arg-type]
                )
    return tuple(found)


def _is_short(title: Title, person: Person, known: list[str]) -> bool:
    """Whether one of the person's titles says more than this bare one: "Bộ trưởng Bộ Y tế".

    `known` keeps their forms, small and sorted, from when they are first asked for.
    """
    bare = title.text.casefold()
    if bare not in (title.head.casefold(), "đại biểu"):
        return False
    if not known:
        known += sorted({form.casefold() for title in person.titles for form in (title.text, title.head)})
    after = bisect_left(known, f"{bare} ")
    return after < len(known) and known[after].startswith(f"{bare} ")
