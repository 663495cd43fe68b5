"""The picture that stands for a page where somebody shares it: 1200 × 630, its words in the site's typeface."""

from __future__ import annotations

import io
import unicodedata
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from django.conf import settings
from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT = 1200, 630
MARGIN = 80
GROUND, INK, MUTED, BRAND, LINE = "#fbfaf6", "#1b2320", "#57615c", "#0c6353", "#e2dfd5"
TOP, BOTTOM = 214, 540  # between them stand the words
SIZES = (68, 60, 52, 46, 40)  # of the words, the largest that lets all of them in
FONTS = Path(settings.BASE_DIR) / "static/vendor/be-vietnam-pro-ttf"
SCALE = 2  # drawn larger, then made smaller: edges are smooth


@dataclass(frozen=True)
class Card:
    """`kicker` says what it is, `words` what it says, `foot` from where it is."""

    kicker: str
    words: str
    foot: str = ""


def draw(card: Card) -> bytes:
    """The picture as PNG."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), GROUND)
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 0, 20, HEIGHT), fill=BRAND)
    picture.paste(_mark(60), (MARGIN, 64))
    pen.text((MARGIN + 80, 94), "Việc Tỉnh", font=_font(34, strong=True), fill=INK, anchor="lm")
    room = WIDTH - 2 * MARGIN
    kicker = _cut(card.kicker, _font(30), room)
    pen.text((MARGIN, 178), kicker, font=_font(30), fill=BRAND, anchor="lm")
    size, lines = _fitting(card.words, room)
    for number, line in enumerate(lines):
        place = (MARGIN, TOP + (number + 0.5) * _height(size))
        pen.text(place, line, font=_font(size, strong=True), fill=INK, anchor="lm")
    if card.foot:
        pen.line((MARGIN, 556, WIDTH - MARGIN, 556), fill=LINE, width=2)
        pen.text((MARGIN, 588), _cut(card.foot, _font(28), room), font=_font(28), fill=MUTED, anchor="lm")
    file = io.BytesIO()
    picture.quantize(64, dither=Image.Dither.NONE).save(file, "PNG", optimize=True)
    return file.getvalue()


def wrapped(words: str, font: ImageFont.FreeTypeFont, room: int) -> list[str]:
    """The words in lines of at most `room` pixels; a word that is wider is cut."""
    lines: list[str] = []
    for word in unicodedata.normalize("NFC", words).split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(_cut(word, font, room))
    return lines


def _fitting(words: str, room: int) -> tuple[int, list[str]]:
    size, lines = SIZES[0], [""]
    for size in SIZES:
        lines = wrapped(words[:600], _font(size, strong=True), room)
        if len(lines) * _height(size) <= BOTTOM - TOP:
            return size, lines
    most = int((BOTTOM - TOP) // _height(size))
    last = _cut(f"{lines[most - 1]} {lines[most]}", _font(size, strong=True), room)
    return size, [*lines[: most - 1], last]


def _height(size: int) -> float:
    return size * 1.32  # two marks above a capital are not cut


def _cut(words: str, font: ImageFont.FreeTypeFont, room: int) -> str:
    words = unicodedata.normalize("NFC", " ".join(words.split()))[:400]
    if font.getlength(words) <= room:
        return words
    while words and font.getlength(f"{words} …") > room:
        words = words.rpartition(" ")[0] or words[:-1]
    return f"{words} …"


@cache
def _font(size: int, strong: bool = False) -> ImageFont.FreeTypeFont:
    name = "BeVietnamPro_600SemiBold.ttf" if strong else "BeVietnamPro_400Regular.ttf"
    return ImageFont.truetype(str(FONTS / name), size)


@cache
def _mark(size: int) -> Image.Image:
    """The site's mark, as static/favicon.svg has it on its 32 × 32 grid."""
    unit = size * SCALE / 32
    mark = Image.new("RGB", (size * SCALE, size * SCALE), GROUND)
    pen = ImageDraw.Draw(mark)
    pen.rounded_rectangle((0, 0, size * SCALE - 1, size * SCALE - 1), radius=8 * unit, fill=BRAND)
    points = [(x * unit, y * unit) for x, y in ((7.5, 10.5), (14, 23), (25, 7.5))]
    pen.line(points, fill="#ffffff", width=round(4 * unit), joint="curve")
    for x, y in points:
        pen.ellipse((x - 2 * unit, y - 2 * unit, x + 2 * unit, y + 2 * unit), fill="#ffffff")
    return mark.resize((size, size), Image.Resampling.LANCZOS)
