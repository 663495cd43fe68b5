"""Pictures as pages hold them: well-formed, with places no language changes, and a table that says the same."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from xml.etree import ElementTree

import pytest
from django.template.loader import render_to_string
from django.utils import translation

from charts.bars import strip
from charts.calendar import years
from charts.periods import Period, Unit, fitting

FEW = [Period(datetime.date(2025, month, 1), Unit.MONTH) for month in range(1, 8)]
LANGUAGES = pytest.mark.parametrize("language", ["vi", "en"])


def drawn(name: str, chart: object) -> ElementTree.Element:
    markup = render_to_string(f"charts/{name}.html", {"id": "held", "title": "T & T", "counted": "C", "chart": chart})
    return ElementTree.fromstring(re.sub(r'\s(tabindex="0")', r" \1", markup))


def rows(figure: ElementTree.Element) -> list[list[str]]:
    table = ["".join(cell.itertext()) for cell in figure.iter() if cell.tag in ("th", "td")]
    return [table[n : n + 2] for n in range(0, len(table), 2)]


def places(figure: ElementTree.Element) -> list[str]:
    return [value for part in figure.iter() for name, value in part.attrib.items() if name in {"x", "y", "width"}]


@LANGUAGES
def test_a_strip(language: str) -> None:
    counts = {FEW[2]: 12, FEW[4]: 1234}
    with translation.override(language):
        figure = drawn("strip", strip(counts, FEW, url=lambda period: f"?since={period.first}&a=b"))
    names = {"vi": ["tháng 3/2025", "tháng 5/2025"], "en": ["March 2025", "May 2025"]}[language]
    thousand = {"vi": "1.234", "en": "1,234"}[language]
    assert [[cell.replace("\xa0", " ") for cell in row] for row in rows(figure)[1:]] == [
        [names[0], "12"],
        [names[1], thousand],
    ]
    assert all(re.fullmatch(r"-?[\d.]+%?", place) for place in places(figure))
    assert "14.29%" in places(figure)
    links = [part.attrib["href"] for part in figure.iter("a")]
    assert links == ["?since=2025-03-01&a=b", "?since=2025-05-01&a=b"] * 2
    assert [title.text.replace("\xa0", " ") for title in figure.iter("title") if title.text] == [
        f"{names[0]}: 12",
        f"{names[1]}: {thousand}",
    ]


@pytest.mark.parametrize("last", [datetime.date(2025, 6, 1), datetime.date(2033, 1, 1), datetime.date(2060, 1, 1)])
def test_strips_of_each_unit_are_well_formed(last: datetime.date) -> None:
    shown = fitting(datetime.date(2025, 2, 1), last)
    figure = drawn("strip", strip({shown[0]: 1}, shown, selection=(None, last)))
    assert len(rows(figure)) == 2
    assert not list(figure.iter("a"))


@LANGUAGES
def test_a_calendar(language: str) -> None:
    counts = {datetime.date(2025, 3, 5): 2, datetime.date(2025, 12, 31): 1001}
    with translation.override(language):
        (year,), _ = years(counts, url=lambda first, last: f"?since={first}&until={last}")
        figure = drawn("calendar", year)
    days = {"vi": ("05/03/2025", "31/12/2025"), "en": ("5\xa0March 2025", "31\xa0December 2025")}[language]
    assert rows(figure)[1:] == [[days[0], "2"], [days[1], {"vi": "1.001", "en": "1,001"}[language]]]
    assert all(re.fullmatch(r"[\d.]+", place) for place in places(figure))
    links = Counter((link.attrib["href"], "tabindex" in link.attrib) for link in figure.iter("a"))
    day, month = "?since=2025-03-05&until=2025-03-05", "?since=2025-03-01&until=2025-03-31"
    # A day leads on in the picture, too, where the keyboard passes it by: it stands in the table.
    assert (links[day, True], links[day, False], links[month, False]) == (1, 1, 1)
    assert links.total() == 6


def test_the_shapes_that_the_house_uses_are_all_there() -> None:
    shapes = ElementTree.fromstring(render_to_string("charts/_shapes.html"))
    names = {part.attrib["id"] for part in shapes.iter() if "id" in part.attrib}
    assert {"mark-dot", "mark-diamond", "mark-triangle", "mark-ring", "fill-hatch", "fill-solid"} <= names
    key = render_to_string("charts/_key.html", {"mark": "dot", "label": "<reached>"})
    assert 'href="#mark-dot"' in key
    assert "&lt;reached&gt;" in key
