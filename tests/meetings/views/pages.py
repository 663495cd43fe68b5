"""One of everything, and pages as a reader without a browser sees them."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from meetings.models import Article, Directive, LegalDocument, Meeting, Target
from people.models import Official, Organization
from tests.factories import (
    make_appearance,
    make_article,
    make_assignment,
    make_attestation,
    make_citation,
    make_decision,
    make_directive,
    make_document,
    make_meeting,
    make_mention,
    make_official,
    make_organization,
    make_province,
    make_role,
    make_target,
)
from tests.plain import plain

TEXT = (
    "Chiều 14/11, đồng chí Lê Hồng Vinh - Chủ tịch UBND tỉnh chủ trì phiên họp.\n\n"
    "UBND tỉnh thống nhất thông qua dự thảo. Năm 2025 phấn đấu thu ngân sách trên 26.000 tỷ đồng.\n\n"
    "Chủ tịch UBND tỉnh giao Sở Tài chính chủ trì, phối hợp Sở Y tế trình phương án trước ngày 15/12 "
    "theo Nghị quyết số 57-NQ/TW của Bộ Chính trị.\n"
)
TASK = TEXT.strip().rpartition("\n")[2]
DAY = datetime.date(2024, 11, 14)


@dataclass
class Scene:
    """A meeting of Nghệ An with one record of each kind."""

    article: Article
    meeting: Meeting
    official: Official
    finance: Organization
    directive: Directive
    target: Target
    document: LegalDocument


def make_scene(number: int = 0, **meeting: Any) -> Scene:
    """Another such meeting of the same people for each number."""
    province = make_province("Nghệ An")
    article = make_article(TEXT, title=f"Phiên họp {number}", reported_on=DAY, publisher="Báo Nghệ An")
    held = {"date": DAY, "session": "afternoon", "province": province, **meeting}
    body = make_organization("UBND tỉnh", province=province, kind="committee")
    made = make_meeting(f"Phiên họp thường kỳ {number}", body=body, articles=[article], **held)
    official = Official.objects.filter(name="Lê Hồng Vinh").first() or make_official("Lê Hồng Vinh", province=province)
    role = official.roles.first() or make_role(official, "Chủ tịch UBND tỉnh", province=province)
    finance = make_organization("Sở Tài chính", province=province)
    health = make_organization("Sở Y tế", province=province)
    make_mention(official, article)
    make_attestation(role, article)
    make_appearance(made, official, role=role, act="chairs", article=article, quote="chủ trì phiên họp")
    directive = make_directive(
        made,
        TASK,
        article=article,
        quote=TASK,
        assigner=official,
        deadline_text="trước ngày 15/12",
        deadline_to=datetime.date(2024, 12, 15),
        deadline_rule="before_day",
        deadline_start=TEXT.index("trước ngày"),
        deadline_end=TEXT.index("trước ngày") + len("trước ngày 15/12"),
    )
    make_assignment(directive, finance, part="lead", order=0)
    make_assignment(directive, health, part="coordinate", order=1)
    quote = "thu ngân sách trên 26.000 tỷ đồng"
    target = make_target(made, comparator=">", period="2025", article=article, quote=quote)
    document = make_document("57-NQ/TW")
    make_citation(document, made, article, quote="Nghị quyết số 57-NQ/TW", directive=directive)
    make_decision(made, article=article, quote="UBND tỉnh thống nhất thông qua dự thảo.")
    return Scene(article, made, official, finance, directive, target, document)


def words(client: Client, address: str) -> str:
    """The page's text, single blanks; what only machines read is left out."""
    return plain(markup(client, address))


def markup(client: Client, address: str) -> str:
    """The page's markup."""
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def queries(client: Client, address: str) -> int:
    """How often the page asks the database."""
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)
