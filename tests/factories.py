"""Small functions that make saved records for tests: sensible where nothing is said, each field open to the caller.

A record is as the machine reads it, so that later readings may change it; `by_person=True` makes it a person's.
"""

from __future__ import annotations

import datetime
import hashlib
from itertools import count
from typing import Any, TypeVar

from meetings.models import (
    Appearance,
    Article,
    Assignment,
    Attestation,
    Citation,
    Decision,
    Directive,
    LegalDocument,
    Meeting,
    Mention,
    Report,
    Target,
)
from meetings.reconcile.rows import save_quietly
from people.corrections import Correctable, State
from people.merging import merge, say_distinct
from people.models import Alias, Distinction, Handover, Merge, MistakeReport, Official, Organization, Province, Role
from people.names import ascii_slug

_Row = TypeVar("_Row", bound=Correctable)
_numbers = count(1)
BEFORE_THE_MERGERS = datetime.date(2025, 6, 30)


def _make(model: type[_Row], by_person: bool, values: dict[str, Any]) -> _Row:
    fields = model.correctable_fields
    state = values.pop("state", State.READ)
    # What is told twice is settled from the words; a test that says so has it as a person's word.
    told_as = values.pop("same_as", None)
    record = model(**{name: value for name, value in values.items() if by_person or name not in fields})
    if not by_person:
        record.follow({name: value for name, value in values.items() if name in fields})
    record.state = state
    if told_as is not None:
        record.follow({"same_as": None})
        record.same_as = told_as  # type: ignore[attr-defined]
    if by_person:
        record.save()
    else:
        save_quietly(record)
    return record


def _evidence(article: Article | None, quote: str | None) -> dict[str, Any]:
    """The fields of evidence: `quote` where the article's text has it, its first word where no quote is given."""
    if article is None:
        return {}
    quote = quote or article.text.split()[0]
    start = article.text.index(quote)
    return {"article": article, "start": start, "end": start + len(quote), "quote": quote, "rule": "test"}


def make_province(name: str = "Nghệ An", *, former: bool = False) -> Province:
    """The province of that name on today's map, or that of before the mergers; made where the register lacks it."""
    slug = ascii_slug(name)
    known = Province.objects.filter(slug=slug, valid_to__isnull=not former).first()
    if known is not None:
        return known
    return Province.objects.create(
        name=name, slug=slug, kind=Province.Kind.PROVINCE, valid_to=BEFORE_THE_MERGERS if former else None
    )


def make_organization(
    name: str = "Sở Tài chính", *, province: Province | None = None, by_person: bool = False, **values: Any
) -> Organization:
    """An agency; pass a province for one that is not national. The same name and province give the same row."""
    known = Organization.objects.filter(name=name, province=province).first()
    return known or _make(Organization, by_person, {"name": name, "province": province, "kind": "department", **values})


def make_official(name: str = "Nguyễn Văn An", *, by_person: bool = False, **values: Any) -> Official:
    """A person in an office, unplaced unless `province` is given."""
    return _make(Official, by_person, {"name": name, **values})


def make_alias(name: str, **values: Any) -> Alias:
    """Another name of `official` or `organization`."""
    return Alias.objects.create(name=name, **values)


def make_handover(former: Organization, heir: Organization, duties: str = "giá thuốc", **values: Any) -> Handover:
    """That `heir` took over some duties of `former`."""
    return Handover.objects.create(former=former, heir=heir, duties=duties, **values)


def make_merge(one: Any, other: Any, *, by: Any = None, reason: str = "một người", **bearing: Any) -> Merge:
    """That two officials, or two organizations, are one; all that names the younger names the older."""
    return merge(one, other, by=by, reason=reason, **bearing)


def make_mistake(record: Correctable, what_is_wrong: str = "Con số này sai.", **values: Any) -> MistakeReport:
    """A visitor's report on `record`, open unless it is said that it is settled."""
    number = next(_numbers)
    said = {"words": str(record), "what_is_wrong": what_is_wrong, "fingerprint": f"{number:064}", **values}
    return MistakeReport.objects.create(record=record, **said)


def make_distinction(one: Any, other: Any, *, by: Any = None, reason: str = "hai người") -> Distinction:
    """That two officials, or two organizations, are not the same."""
    return say_distinct(one, other, by=by, reason=reason)


def make_role(
    official: Official | None = None, title: str = "Chủ tịch UBND tỉnh", *, by_person: bool = False, **values: Any
) -> Role:
    """An office that `official` holds."""
    official = official or make_official()
    values = {"province": official.province, "canonical_title": title, "status": "current", "rank": 20, **values}
    return _make(Role, by_person, {"official": official, "title": title, **values})


def make_article(
    text: str = "Sáng 27/3, UBND tỉnh họp phiên thường kỳ tháng 3.", *, by_person: bool = False, **values: Any
) -> Article:
    """A press text about a meeting, in a file of its own."""
    number = next(_numbers)
    defaults = {
        "file_name": f"article-{number}.txt",
        "sha256": hashlib.sha256(f"{number} {text}".encode()).hexdigest(),
        "subject": Article.Subject.MEETING,
    }
    return _make(Article, by_person, {"text": text, **defaults, **values})


def make_meeting(
    title: str = "Phiên họp thường kỳ UBND tỉnh tháng 3", *, by_person: bool = False, **values: Any
) -> Meeting:
    """A meeting. `date` alone has the precision of a day; `province` alone is the text's; `articles` get reports."""
    articles = values.pop("articles", ())
    date = values.get("date")
    defaults = {
        "kind": Meeting.Kind.REGULAR_SESSION,
        "body_name": "UBND tỉnh",
        "date_precision": "none" if date is None else "day",
        "province_source": "none" if values.get("province") is None else "text",
    }
    if date is not None:
        defaults |= {"sort_date": date, "year": date.year}
    meeting = _make(Meeting, by_person, {"title": title, **defaults, **values})
    for article in articles:
        make_report(meeting, article)
    if articles:  # its search text holds their words
        meeting.save() if by_person else save_quietly(meeting)
    return meeting


def make_report(meeting: Meeting, article: Article | None = None, **values: Any) -> Report:
    """That `article` tells of `meeting`."""
    return Report.objects.create(meeting=meeting, **_evidence(article or make_article(), None), **values)


def make_appearance(
    meeting: Meeting, official: Official | None = None, *, act: str = "attends", by_person: bool = False, **values: Any
) -> Appearance:
    """What `official`, or only the holder of `title`, did at `meeting`."""
    if official is None and not values.get("title"):
        official = make_official()
    evidence = _evidence(values.pop("article", None), values.pop("quote", None))
    return _make(Appearance, by_person, {"meeting": meeting, "official": official, "act": act, **evidence, **values})


def make_mention(official: Official, article: Article, quote: str | None = None, *, by_person: bool = False) -> Mention:
    """A place where the official's name stands in the article's text."""
    evidence = _evidence(article, quote or official.name)
    return Mention.objects.create(official=official, name=official.name, by_person=by_person, **evidence)


def make_attestation(
    role: Role,
    article: Article,
    quote: str | None = None,
    *,
    attested_on: datetime.date | None = None,
    by_person: bool = False,
) -> Attestation:
    """A place where a text gives an official a title."""
    told = {"title": role.title, "attested_on": attested_on, "by_person": by_person}
    return Attestation.objects.create(role=role, **told, **_evidence(article, quote))


def make_directive(
    meeting: Meeting | None = None,
    text: str = "Sở Tài chính trình phương án.",
    *,
    by_person: bool = False,
    **values: Any,
) -> Directive:
    """A task. `assignees` (organizations, officials or words) get assignments; `deadline_to` alone is a due date."""
    assignees = values.pop("assignees", ())
    evidence = _evidence(values.pop("article", None), values.pop("quote", None))
    if values.get("deadline_to") is not None:
        day = values["deadline_to"]
        values = {"deadline_kind": "date", "deadline_text": f"trước ngày {day:%d/%m/%Y}", **values}
        values.setdefault("deadline_value", day.isoformat())
    meeting = meeting or make_meeting()
    directive = _make(
        Directive, by_person, {"meeting": meeting, "text": text, "strength": "order", **evidence, **values}
    )
    for order, assignee in enumerate(assignees):
        make_assignment(directive, assignee, order=order)
    return directive


def make_assignment(
    directive: Directive, assignee: Organization | Official | str, *, by_person: bool = False, **values: Any
) -> Assignment:
    """That `assignee` (an organization, an official, or words for a group) is to carry out `directive`."""
    who: dict[str, Any] = {"words": str(assignee), "part": "assignee"}
    if isinstance(assignee, Organization):
        who["organization"] = assignee
    elif isinstance(assignee, Official):
        who["official"] = assignee
    return _make(Assignment, by_person, {"directive": directive, **who, **values})


def make_target(
    meeting: Meeting | None = None,
    metric: str = "thu ngân sách",
    value: Any = "26000",
    unit: str = "tỷ đồng",
    *,
    by_person: bool = False,
    **values: Any,
) -> Target:
    """A figure of an indicator; `year` follows from `period`."""
    evidence = _evidence(values.pop("article", None), values.pop("quote", None))
    period = values.get("period", "")
    defaults = {
        "canonical_metric": metric,
        "comparator": "=",
        "status": "planned",
        "year": int(period[:4]) if period[:4].isdecimal() else None,
    }
    meeting = meeting or make_meeting()
    figure = {"meeting": meeting, "metric": metric, "value": value, "unit": unit}
    return _make(Target, by_person, {**figure, **defaults, **evidence, **values})


def make_document(number: str = "57-NQ/TW", *, by_person: bool = False, **values: Any) -> LegalDocument:
    """A legal document, one per number."""
    known = LegalDocument.objects.filter(canonical=values.get("canonical", number)).first()
    defaults = {"kind": "Nghị quyết", "issuer": "Bộ Chính trị", "canonical": number}
    return known or _make(LegalDocument, by_person, {"number": number, **defaults, **values})


def make_citation(
    document: LegalDocument, meeting: Meeting, article: Article | None = None, *, by_person: bool = False, **values: Any
) -> Citation:
    """A place where `article` cites `document`."""
    evidence = _evidence(article, values.pop("quote", None))
    return _make(Citation, by_person, {"document": document, "meeting": meeting, **evidence, **values})


def make_decision(
    meeting: Meeting,
    text: str = "UBND tỉnh thống nhất thông qua dự thảo.",
    *,
    outcome: str = "thống nhất thông qua",
    by_person: bool = False,
    **values: Any,
) -> Decision:
    """What the meeting approved."""
    evidence = _evidence(values.pop("article", None), values.pop("quote", None))
    return _make(Decision, by_person, {"meeting": meeting, "text": text, "outcome": outcome, **evidence, **values})
