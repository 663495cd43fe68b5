"""The least SQL that a page needs: rows, their number, and the counts of six facets, each without its own filter."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from people.models import Province
from people.search.lookup import PG_WORDS
from people.search.words import folded_words

VENDORS = ("sqlite", "postgresql")
# The facets of a list by the filter that they show, with the columns to group by.
FACETS = {
    "province": "m.province_id",
    "year": "m.year",
    "kind": "m.kind",
    "branch": "b.kind",
    "body": "m.body_id",
    "deadlines": "EXISTS (SELECT 1 FROM meetings_directive d WHERE d.meeting_id = m.id AND d.same_as_id IS NULL "
    "AND d.state IN ('read', 'confirmed') AND d.deadline_text <> '')",
}
_STANDING = "state IN ('read', 'confirmed')"
_OF_MEETINGS = "FROM meetings_meeting m LEFT JOIN people_organization b ON b.id = m.body_id"


@dataclass(frozen=True)
class Narrowed:
    """What a list of meetings is filtered by; `phrase` are folded words side by side, the last of which may go on."""

    kind: str = ""
    year: int = 0
    provinces: tuple[int, ...] = ()
    phrase: str = ""

    def condition(self, vendor: str) -> str:
        """As a condition on `m`."""
        parts = [f"m.{_STANDING}"]
        if self.kind:
            parts.append(f"m.kind = '{self.kind}'")
        if self.year:
            parts.append(f"m.year = {self.year}")
        if self.provinces:
            parts.append(f"m.province_id IN ({', '.join(map(str, self.provinces))})")
        if self.phrase:
            parts.append(_worded(vendor, "m", "meetings_meeting", [self.phrase]))
        return " AND ".join(parts)


def words_of(phrase: str) -> str:
    """Its words as they are indexed."""
    return " ".join(folded_words(phrase))


def prefixes(typed: str) -> str:
    """What is typed as a question to FTS5: each word the beginning of one."""
    return " ".join(f'"{word}" *' for word in folded_words(typed))


def provinces_of(today: Province) -> tuple[int, ...]:
    """The keys of a province and of those that became part of it."""
    return (today.pk, *Province.objects.filter(successor=today).order_by("pk").values_list("pk", flat=True))


def meeting_list(vendor: str, narrowed: Narrowed) -> list[str]:
    """The list of meetings."""
    kept = narrowed.condition(vendor)
    others = {"kind": replace(narrowed, kind=""), "year": replace(narrowed, year=0)}
    others["province"] = replace(narrowed, provinces=())
    grouped = [
        f"SELECT {column}, count(*) {_OF_MEETINGS} WHERE {others.get(name, narrowed).condition(vendor)} GROUP BY 1"
        for name, column in FACETS.items()
    ]
    columns = "m.id, m.title, m.date, m.date_precision, m.kind, m.place, m.session, b.name, p.name"
    rows = f"{_OF_MEETINGS} LEFT JOIN people_province p ON p.id = m.province_id WHERE {kept}"
    return [
        f"SELECT count(*) FROM meetings_meeting m WHERE {kept}",
        f"SELECT {columns} {rows} ORDER BY m.sort_date DESC, m.id DESC LIMIT 20",
        *grouped,
    ]


def official_list(vendor: str, typed: str) -> list[str]:
    """The list of officials whose names have words that begin so."""
    kept = f"o.{_STANDING} AND {_worded(vendor, 'o', 'people_official', folded_words(typed))}"
    roles = f"FROM people_role r JOIN people_official o ON o.id = r.official_id WHERE r.{_STANDING} AND {kept}"
    return [
        f"SELECT count(*) FROM people_official o WHERE {kept}",
        f"SELECT o.id, o.name, p.name FROM people_official o LEFT JOIN people_province p ON p.id = o.province_id "
        f"WHERE {kept} ORDER BY o.given_name_key, o.name_key, o.id LIMIT 20",
        f"SELECT o.province_id, count(*) FROM people_official o WHERE {kept} GROUP BY 1",
        *(
            f"SELECT {column}, count(DISTINCT r.official_id) {roles} GROUP BY 1"
            for column in ("r.rank", "r.canonical_title", "r.organization_id")
        ),
    ]


def official_page(key: int) -> list[str]:
    """The page of an official: roles, meetings, tasks given."""
    present = (
        f"FROM meetings_appearance a JOIN meetings_meeting m ON m.id = a.meeting_id "
        f"WHERE a.official_id = {key} AND a.{_STANDING} AND m.{_STANDING}"
    )
    given = f"FROM meetings_directive d WHERE d.assigner_id = {key} AND d.{_STANDING} AND d.same_as_id IS NULL"
    return [
        f"SELECT count(DISTINCT m.id) {present}",
        f"SELECT * FROM people_official WHERE id = {key}",
        "SELECT r.*, g.name FROM people_role r LEFT JOIN people_organization g ON g.id = r.organization_id "
        f"WHERE r.official_id = {key} AND r.{_STANDING}",
        f"SELECT DISTINCT m.id, m.title, m.sort_date {present} ORDER BY m.sort_date DESC, m.id DESC LIMIT 20",
        f"SELECT count(*) {given}",
        f"SELECT d.id, d.text, d.deadline_text {given} ORDER BY d.id DESC LIMIT 10",
    ]


def agency_page(key: int) -> list[str]:
    """The page of an agency: its tasks, meetings and people."""
    tasks = (
        f"FROM meetings_assignment a JOIN meetings_directive d ON d.id = a.directive_id "
        f"JOIN meetings_meeting m ON m.id = d.meeting_id WHERE a.organization_id = {key} AND a.{_STANDING} "
        f"AND d.{_STANDING} AND m.{_STANDING} AND d.same_as_id IS NULL"
    )
    return [
        f"SELECT count(*) {tasks}",
        f"SELECT * FROM people_organization WHERE id = {key}",
        f"SELECT d.id, d.text, d.deadline_text, m.id, m.title {tasks} ORDER BY m.sort_date DESC, d.id DESC LIMIT 20",
        f"SELECT m.year, a.part, count(*) {tasks} GROUP BY 1, 2",
        f"SELECT r.id, r.title, o.name FROM people_role r JOIN people_official o ON o.id = r.official_id "
        f"WHERE r.organization_id = {key} AND r.{_STANDING} ORDER BY r.last_attested DESC LIMIT 20",
        f"SELECT count(*) FROM meetings_meeting m WHERE m.body_id = {key} AND m.{_STANDING}",
    ]


def _worded(vendor: str, alias: str, table: str, terms: list[Any]) -> str:
    """Rows that have each of the terms, the last word of which may go on."""
    if vendor == "sqlite":
        asked = " AND ".join(f'"{term}" *' for term in terms)
        return f"{alias}.id IN (SELECT rowid FROM {table}_fts WHERE {table}_fts MATCH '{asked}')"
    asked = " & ".join("(" + " & ".join(f"''{word}''" for word in term.split()) + ":*)" for term in terms)
    found = [f"{PG_WORDS}({alias}.search_text) @@ '{asked}'::tsquery"]
    found += [f"' ' || {alias}.search_text LIKE '% {term}%'" for term in terms if " " in term]
    return " AND ".join(found)
