"""A register in which every property that a standard has of ours is known."""

from __future__ import annotations

import datetime

from tests.factories import make_alias, make_appearance, make_attestation, make_mention, make_role
from tests.meetings.views.pages import DAY, Scene, make_scene


def make_rich_scene() -> Scene:
    """A meeting with one of everything, each with all that can be known of it."""
    scene = make_scene(number=3, place="Hội trường A", term="nhiệm kỳ 2021-2026", period="2024-11")
    scene.meeting.number = 7
    scene.meeting.save()
    scene.article.url = "https://bao.example/1"
    scene.article.save()
    finance = scene.finance
    finance.abbreviations, finance.former_names = "STC", "Sở Tài chính - Vật giá"
    finance.valid_from, finance.valid_to = datetime.date(2000, 1, 1), datetime.date(2025, 2, 28)
    finance.succession_basis, finance.succession_pages = "Nghị định 45/2025/NĐ-CP", "https://x.example/nd45"
    finance.save()
    make_alias("Sở Tài Chánh", organization=finance)
    make_alias("Lê Hồng Vĩnh", official=scene.official)
    role = make_role(
        scene.official, "Giám đốc Sở Tài chính", organization=finance, first_attested=DAY, last_attested=DAY
    )
    make_attestation(role, scene.article)
    make_mention(scene.official, scene.article, "Lê Hồng Vinh - Chủ tịch")
    make_appearance(scene.meeting, title="Giám đốc Sở Y tế", act="reports")
    return scene
