"""The colours of the site: legible in both themes, and the dark theme the same however it was chosen."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

CSS = (Path(__file__).resolve().parent.parent / "static/css/tokens.css").read_text()
TINTS = ("task", "figure", "person", "law", "decision", "shown")
# Text and the grounds that it stands on.
TEXTS = [
    *[("ink", ground) for ground in ("ground", "surface", "sunken", *TINTS)],
    *[("muted", ground) for ground in ("ground", "surface", "sunken")],
    *[("link", ground) for ground in ("ground", "surface", "sunken")],
    *[("brand", ground) for ground in ("ground", "surface")],
    *[("on-brand", ground) for ground in ("brand", "brand-strong")],
    ("brand-strong", "brand-soft"),
    *[(f"{kind}-ink", ground) for kind in ("warn", "good") for ground in ("ground", "surface")],
    ("ink", "good-soft"),
    *[(f"{kind}-ink", f"{kind}-soft") for kind in ("warn", "good", "calm")],
]
# Borders of controls, the ring around what has the focus, and the underlines that tell kinds of records apart.
LINES = [
    *[("edge", ground) for ground in ("ground", "surface")],
    *[("focus", ground) for ground in ("ground", "surface", "sunken", *TINTS)],
    *[(f"{kind}-line", kind) for kind in ("task", "figure", "person", "law", "decision")],
]


def block(opening: str) -> dict[str, str]:
    """The custom properties that the rule beginning with `opening` sets to a colour."""
    _, _, rest = CSS.partition(f"{opening} {{")
    return dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", rest.partition("}")[0]))


LIGHT = block(":root")
BY_SYSTEM = block(':root:not([data-theme="light"])')
BY_CHOICE = block(':root[data-theme="dark"]')


def luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_contrast_is_computed_as_wcag_does() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", [LIGHT, BY_CHOICE], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_text_is_legible(theme: dict[str, str], text: str, ground: str) -> None:
    assert contrast(theme[text], theme[ground]) >= 4.5


@pytest.mark.parametrize("theme", [LIGHT, BY_CHOICE], ids=["light", "dark"])
@pytest.mark.parametrize(("line", "ground"), LINES)
def test_lines_can_be_seen(theme: dict[str, str], line: str, ground: str) -> None:
    assert contrast(theme[line], theme[ground]) >= 3


def test_dark_is_dark_by_the_system_s_choice_and_by_the_reader_s() -> None:
    assert BY_SYSTEM == BY_CHOICE
    assert LIGHT.keys() == BY_CHOICE.keys()
