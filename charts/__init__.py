"""Pictures of numbers as plain geometry: what a template draws as SVG, and nothing of what the numbers mean.

How a picture is made of it
    Numbers → dataclasses (this package) → a template that extends `templates/charts/figure.html` → SVG and its table.

    scales   `LinearScale(domain, range)` and `DayScale(first, last, range)` give the place of a number or of a day.
    ticks    `value_ticks(low, high)`: round numbers that enclose what is shown; `time_ticks(first, last)`: the first
             days of months, quarters or years. Ticks keep exact numbers and days; `|number` and `|date` write them as
             the page's language does (`1.234,5`). `placed(values, scale)` gives each its place.
    periods  Months, quarters, years: `Period`, `periods(first, last, unit)`, `fitting(first, last)` with at most 36.
    bars     `strip(counts, …)`: one bar per period, drawn by `charts/strip.html`.
    twin     `twin(above, below, shown)`: two strips, one hanging below the other, drawn by `charts/twin.html`.
    calendar `years(counts)`: weeks × weekdays of each year, drawn by `charts/calendar.html`.
    series   `series(points)`: numbers, ranges and bounds by the time they are of, drawn by `charts/series.html`.

Places
    Across in per cent of the picture's width (0-100), so that a picture grows with its column while its letters keep
    their size: `<rect x="{{ bar.x }}%" width="{{ bar.width }}%">`, `<use x="{{ mark.x }}%" y="{{ mark.y }}">`. Down in
    pixels, 0 at the top. `tidy()` rounds to two digits. `figure.html` turns localization off
    (a place must be `12.5`, not `12,5`); numbers for readers go through `|number`, which localizes all the same.

A template of a picture
    {% extends "charts/figure.html" %} with the blocks `kind` (a class), `legend`, `picture` (the <svg>), `notes` and
    `table` (a <table>); one whose table stands beside it empties `beside`. Who includes it gives `id`, an id of its own
    on the page, and `title`, translated:
    {% translate "Meetings by month" as title %}{% include "charts/strip.html" with id="held" chart=strip %}
    The page adds <link rel="stylesheet" href="{% static "css/charts.css" %}"> to its head and, once, before the first
    picture, {% include "charts/_shapes.html" %}.

Shapes and patterns (static/css/charts.css, templates/charts/_shapes.html)
    What a mark means is told by its shape, what an area means by its pattern; colour only repeats it.
    Marks:    <use href="#mark-dot" x="…%" y="…" class="mark mark-reached">; dot = reached or attested, diamond (hollow)
              = promised, triangle (hollow) = expected, ring = about, square = other, up / down = at least / at most.
    Patterns: fill="url(#fill-hatch)" and class="area area-hatch"; solid, hatch (rising lines), dots, cross, bare.
    Keys:     {% include "charts/_key.html" with mark="dot" label=… %} or with fill="hatch".
    Widths:   class "chart-wide-1", "-2", "-3" on the <svg>: at least 18, 36, 54 rem; it scrolls in its frame.

Imports nothing of ours, and nothing but the standard library.
"""
