"""The parts of a press text behind its lead, and the records that are read there."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from bench.archive.events import Order
from bench.archive.paper import Paper
from bench.archive.rows import made
from meetings.models import Appearance, Assignment, Citation, Decision, Directive, Target


def attendance(paper: Paper) -> None:
    """Who came, and what each did."""
    event, page = paper.event, paper.page
    page.add("\n\n")
    if not event.guests:  # nobody is known by name where the province is not
        start = page.add("Lãnh đạo UBND tỉnh chủ trì")[0]
        row = paper.record(
            Appearance, 0, {"official": None, "title": "Lãnh đạo UBND tỉnh", "role": None, "act": "chairs"}, read_as={},
            rule="act after the office",
        )  # fmt: skip
        page.quoted(row, start, page.length)
        page.add(f" {event.noun}.")
        return
    verbs = {"chairs": "chủ trì", "attends": "dự", "speaks": "phát biểu tại", "reports": "báo cáo tại"}
    for number, (person, act) in enumerate(zip(event.guests, event.acts, strict=False)):
        page.add("Đồng chí " if number == 0 else " Đồng chí ")
        official, role, _ = paper.named(person, with_title=True)
        page.add(" ")
        start, end = page.add(verbs[act])
        page.add(f" {event.noun}.")
        read = {"official": official.pk, "title": "", "role": role.pk, "act": act}
        row = paper.record(Appearance, (number, act), read, read_as={}, rule="act after the person")
        page.quoted(row, start, end)


def figures(paper: Paper) -> None:
    """What was reached and what is planned, in numbers."""
    page, event = paper.page, paper.event
    if event.figures:
        page.add("\n\n")
    year = event.day.year if event.day else None
    for number, (figure, value, status, is_least) in enumerate(event.figures):
        start = page.length
        is_least = is_least and status == "planned"
        said = {"planned": "phấn đấu", "achieved": "đạt", "projected": "ước đạt"}[status]
        metric = figure.metric[:1].upper() + figure.metric[1:]
        least = " ít nhất" if is_least else ""
        printed = f"{value:,}".replace(",", ".")
        page.add(f"{metric} {f'năm {year} ' if year else ''}{said}{least} {printed} {figure.unit}")
        read = {
            "metric": figure.metric, "canonical_metric": figure.metric, "value": Decimal(value), "value_high": None,
            "unit": figure.unit, "comparator": ">=" if is_least else "=", "period": str(year) if year else "",
            "status": status, "of_total": None,
        }  # fmt: skip
        row = paper.record(Target, number, read, rule="number and unit")
        page.quoted(row, start, page.length)
        page.add(". ")


def orders(paper: Paper) -> None:
    """What was ordered at the end, with who gave the orders."""
    page, event = paper.page, paper.event
    page.add("\n\nKết luận ")
    page.add(event.noun)
    page.add(", đồng chí ")
    chair = None
    if event.guests:
        chair, role, _ = paper.named(event.guests[0], with_title=False)
        read = {"official": chair.pk, "title": "", "role": role.pk, "act": "concludes"}
        page.add(" ")
        start, end = page.add("nêu rõ")
        page.quoted(paper.record(Appearance, "concludes", read, read_as={}, rule="act after the person"), start, end)
    page.add(f" {paper.words.state(paper.chance)}")
    for number, order in enumerate(event.orders):
        page.add("\n\n" if number % 3 == 0 else " ")
        _order(paper, number, order, chair)


def _order(paper: Paper, number: int, order: Order, chair: Any) -> None:
    page, event = paper.page, paper.event
    deadline = order.deadline
    read = {
        "text": "", "assigner": chair.pk if chair else None, "assigner_title": "" if chair else "Lãnh đạo UBND tỉnh",
        "strength": order.strength, "deadline_text": deadline.text if deadline else "",
        "deadline_kind": deadline.kind if deadline else "", "deadline_value": deadline.value if deadline else "",
        "deadline_from": deadline.earliest if deadline else None, "deadline_to": deadline.latest if deadline else None,
    }  # fmt: skip
    directive = paper.record(Directive, number, read, order=number, read_as={}, rule=f"order verb: {order.verb}")
    start = page.add(f"{order.verb.capitalize()} ")[0]
    for place, agency in enumerate(order.agencies):
        if place:
            page.add(" chủ trì, phối hợp với " if place == 1 else ", ")
        first, last = page.add(agency)
        organization = paper.register.organization(agency, event.place)
        part = "assignee" if len(order.agencies) == 1 else "coordinate" if place else "lead"
        held = {
            "organization": organization.pk if organization else None,
            "official": None,
            "words": agency,
            "part": part,
        }
        row = made(Assignment, held, directive_id=directive.pk, order=place, start=first, end=last, read_as={})
        paper.rows.add(row)
        paper.unfinished.append(row)
    page.add(f" {order.task}")
    if order.document is not None:
        page.add(" theo ")
        first, last = page.add(f"{order.document.kind} số {order.document.number} của {order.document.issuer}")
        read_there = {"document": order.document.pk, "directive": directive.pk}
        row = made(Citation, read_there, meeting_id=paper.meeting.pk, rule="kind and number")
        paper.add_place(row, first, last)
        paper.unfinished.append(row)
    if deadline is not None:
        page.add(" ")
        first, last = page.add(deadline.text)
        directive.__dict__.update(deadline_start=first, deadline_end=last, deadline_rule=f"deadline: {deadline.kind}")
    page.quoted(directive, start, page.add(".")[1])
    if paper.first is None:
        paper.chronicle.remember(event.place.province.pk if event.place.province else None, directive, order)


def outcomes(paper: Paper) -> None:
    """What the meeting decided."""
    page, event = paper.page, paper.event
    if event.outcomes:
        page.add("\n\n")
    for number, (outcome, what) in enumerate(event.outcomes):
        start, end = page.add(f"{event.body} {outcome} {what}")
        read = {"body": event.body, "outcome": outcome, "text": ""}
        page.quoted(paper.record(Decision, number, read, rule="body and outcome"), start, end)
        page.add(". ")
