"""Which field of ours is which property of Popolo, Open Civic Data and schema.org: the table of docs/standards.md.

Paths are those of the documents that we give out; `tests/opendata/standards` holds the table to them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Mapped:
    """A field of ours and its property in each standard; several are divided by "; ", "" is none."""

    ours: str
    popolo: str = ""
    civic: str = ""
    schema: str = ""


# Properties that Popolo's schemas do not have and that it lets stand beside its own.
OURS_IN_POPOLO = {
    "Membership.first_attested",
    "Membership.last_attested",
    "Membership.status",
    "Area.valid_from",
    "Area.valid_to",
    "Area.successor_id",
}
MAPPING = (
    Mapped("official.id", "Person.id", "Event.participants.id", "Person.identifier"),
    Mapped("official.name", "Person.name", "Event.participants.name", "Person.name"),
    Mapped("official.other_names", "Person.other_names", "", "Person.alternateName"),
    Mapped("official.roles", "Person.memberships", "", "Person.jobTitle; Person.worksFor"),
    Mapped("official.mentions", "Person.sources"),
    Mapped("official.created_at", "Person.created_at"),
    Mapped("official.updated_at", "Person.updated_at"),
    Mapped(
        "organization.id",
        "Organization.id",
        "Event.participants.id; Event.agenda.related_entities.id",
        "GovernmentOrganization.identifier",
    ),
    Mapped(
        "organization.name",
        "Organization.name",
        "Event.participants.name; Event.agenda.related_entities.name",
        "GovernmentOrganization.name",
    ),
    Mapped(
        "organization.other_names, abbreviations, former_names",
        "Organization.other_names",
        "",
        "GovernmentOrganization.alternateName",
    ),
    Mapped("organization.kind", "Organization.classification"),
    Mapped("organization.province", "Organization.area_id", "", "GovernmentOrganization.areaServed"),
    Mapped("organization.valid_from", "Organization.founding_date", "", "GovernmentOrganization.foundingDate"),
    Mapped("organization.valid_to", "Organization.dissolution_date", "", "GovernmentOrganization.dissolutionDate"),
    Mapped("organization.roles", "Organization.posts"),
    Mapped("organization.succession_pages, succession_basis", "Organization.sources"),
    Mapped("organization.created_at", "Organization.created_at"),
    Mapped("organization.updated_at", "Organization.updated_at"),
    Mapped("role.id", "Membership.id"),
    Mapped("role.title", "Membership.label"),
    Mapped(
        "role.canonical_title",
        "Membership.role; Membership.post_id; Post.id; Post.label; Post.role",
        "",
        "Person.jobTitle",
    ),
    Mapped("role.official", "Membership.person_id"),
    Mapped("role.organization", "Membership.organization_id; Post.organization_id", "", "Person.worksFor"),
    Mapped("role.province", "Membership.area_id; Post.area_id"),
    Mapped("role.first_attested", "Membership.first_attested"),
    Mapped("role.last_attested", "Membership.last_attested"),
    Mapped("role.status", "Membership.status"),
    Mapped("role.attestations", "Membership.sources"),
    Mapped("role.created_at", "Membership.created_at"),
    Mapped("role.updated_at", "Membership.updated_at"),
    Mapped("province.id", "Area.id", "Event.extras.province_id"),
    Mapped("province.name", "Area.name", "Event.extras.province"),
    Mapped("province.slug", "Area.identifier"),
    Mapped("province.kind", "Area.classification"),
    Mapped("province.valid_from", "Area.valid_from"),
    Mapped("province.valid_to", "Area.valid_to"),
    Mapped("province.successor", "Area.successor_id"),
    Mapped("meeting.id", "", "Event.id; Event.links; Event.extras.identifier", "Event.identifier"),
    Mapped("meeting.title", "", "Event.name", "Event.name"),
    Mapped("meeting.kind", "", "Event.classification"),
    Mapped("meeting.body", "", "Event.participants", "Event.organizer"),
    Mapped("meeting.body_name, place, term", "", "Event.description"),
    Mapped("meeting.date", "", "Event.start_date; Event.status", "Event.startDate"),
    Mapped("meeting.date_precision", "", "Event.all_day; Event.extras.date_precision"),
    Mapped("meeting.place, province", "", "Event.location", "Event.location"),
    Mapped("meeting.session", "", "Event.extras.session"),
    Mapped("meeting.number", "", "Event.extras.number"),
    Mapped("meeting.term", "", "Event.extras.term"),
    Mapped("meeting.period", "", "Event.extras.period"),
    Mapped("meeting.articles", "", "Event.sources", "Event.subjectOf"),
    Mapped("meeting.citations", "", "Event.documents"),
    Mapped("meeting.created_at", "", "Event.created_at"),
    Mapped("meeting.updated_at", "", "Event.updated_at"),
    Mapped("appearance.official, title", "", "Event.participants", "Event.attendee"),
    Mapped("appearance.act", "", "Event.participants.note"),
    Mapped("decision.text", "", "Event.agenda.description"),
    Mapped("decision.outcome", "", "Event.agenda.notes"),
    Mapped("directive.id", "", "", "Quotation.identifier"),
    Mapped("directive.text", "", "Event.agenda.description", "Quotation.name"),
    Mapped("directive.quote", "", "", "Quotation.text"),
    Mapped("directive.order", "", "Event.agenda.order"),
    Mapped("directive.deadline_text", "", "Event.agenda.notes"),
    Mapped("directive.assigner", "", "", "Quotation.creator"),
    Mapped("directive.article", "", "", "Quotation.isBasedOn"),
    Mapped("directive.meeting", "", "Event.agenda", "Quotation.recordedAt"),
    Mapped("assignment.words", "", "Event.agenda.related_entities.name"),
    Mapped("assignment.part", "", "Event.agenda.related_entities.note"),
    Mapped("target.id", "", "", "Quotation.identifier"),
    Mapped("target.metric, value, unit", "", "", "Quotation.name"),
    Mapped("target.quote", "", "", "Quotation.text"),
    Mapped("target.article", "", "", "Quotation.isBasedOn"),
    Mapped("target.meeting", "", "", "Quotation.recordedAt"),
    Mapped("document.id", "", "Event.documents.url", "Legislation.identifier"),
    Mapped("document.kind, number", "", "Event.documents.note", "Legislation.name"),
    Mapped("document.number", "", "", "Legislation.legislationIdentifier"),
    Mapped("document.kind", "", "", "Legislation.legislationType"),
    Mapped("document.issuer", "", "", "Legislation.legislationPassedBy"),
    Mapped("article.id", "", "", "NewsArticle.identifier"),
    Mapped("article.title", "Link.note", "Event.sources.note", "NewsArticle.headline"),
    Mapped("article.url", "Link.url", "Event.sources.url", "NewsArticle.isBasedOn"),
    Mapped("article.publisher", "Link.note", "Event.sources.note", "NewsArticle.publisher"),
    Mapped("article.reported_on", "Link.note", "Event.sources.note", "NewsArticle.datePublished"),
)


def table() -> str:
    """The mapping as a table in Markdown."""
    rows = [["Việc Tỉnh", "Popolo", "Open Civic Data", "schema.org"], ["---"] * 4]
    rows += [[_code(cell) for cell in (row.ours, row.popolo, row.civic, row.schema)] for row in MAPPING]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in rows) + "\n"


def _code(paths: str) -> str:
    return "<br>".join(f"`{path}`" for path in paths.split("; ")) if paths else "–"
