"""What must be known beside the records themselves to say what is doubtful about them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import reduce
from operator import or_
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from meetings.models import Meeting, Report
from meetings.review.kinds import KINDS, STANDING
from people.models import Distinction, MistakeReport, Official

# A record by its model and key.
Key = tuple[Any, int]


@dataclass
class Surroundings:
    """What articles say of meetings, who else bears an official's name, what visitors report, who may be one with whom.

    Made by `of`; each is asked for at once for all records, and only where there are records that it is about.
    """

    reports: dict[int, list[Report]] = field(default_factory=lambda: defaultdict(list))
    mistakes: dict[Key, list[MistakeReport]] = field(default_factory=lambda: defaultdict(list))
    likely: dict[Key, dict[str, Any]] = field(default_factory=dict)
    _namesakes: dict[Any, list[int]] = field(default_factory=lambda: defaultdict(list))
    _apart: set[tuple[Any, int, int]] = field(default_factory=set)

    @classmethod
    def of(
        cls,
        rows: Iterable[Any],
        reported: Mapping[Any, Iterable[int]] | None = None,
        suspected: Mapping[Key, dict[str, Any]] | None = None,
    ) -> Surroundings:
        """What belongs to these rows, of any kind.

        `reported`: by model, the keys of records that visitors may have reported. `suspected`: by record, the detail of
        another one that it may be one with, as `meetings.review.duplicates` found it.
        """
        around = cls()
        around._ask_reports({row.pk for row in rows if isinstance(row, Meeting)})
        around._ask_namesakes([row for row in rows if isinstance(row, Official)])
        around._ask_mistakes(reported or {})
        around._ask_likely(suspected or {})
        return around

    def article_of(self, row: Any) -> int | None:
        """The article at which a record is worked on: its own, the first one that tells of a meeting."""
        if isinstance(row, Meeting):
            reports = self.reports[row.pk]
            return reports[0].article_id if reports else None
        return KINDS[type(row)].article_of(row)

    def namesakes(self, official: Official) -> list[int]:
        """All officials of this one's name and province, himself among them."""
        return self._namesakes[official.name_key, official.province_id]

    def told_apart(self, model: Any, one: int, other: int) -> bool:
        """Whether a person said that these two are not the same."""
        return (model, *sorted((one, other))) in self._apart

    def _ask_reports(self, meetings: set[int]) -> None:
        if meetings:
            reports = Report.objects.filter(meeting__in=meetings).order_by("pk").select_related("article")
            for report in reports.only("meeting", "reading", "article__reported_on"):
                self.reports[report.meeting_id].append(report)

    def _ask_namesakes(self, officials: list[Official]) -> None:
        names = {official.name_key for official in officials}
        if names:
            of_name = Official.objects.published().filter(name_key__in=names).order_by("pk")
            for pk, *key in of_name.values_list("pk", "name_key", "province"):
                self._namesakes[tuple(key)].append(pk)
            self._ask_apart({Official: {official.pk for official in officials}})

    def _ask_mistakes(self, reported: Mapping[Any, Iterable[int]]) -> None:
        types = {ContentType.objects.get_for_model(model).pk: model for model in reported}
        if types:
            about = reduce(or_, [Q(content_type=key, object_id__in=reported[model]) for key, model in types.items()])
            for mistake in MistakeReport.objects.filter(about, state=MistakeReport.State.OPEN).order_by("pk"):
                self.mistakes[types[mistake.content_type_id], mistake.object_id].append(mistake)

    def _ask_likely(self, suspected: Mapping[Key, dict[str, Any]]) -> None:
        by_model: dict[Any, set[int]] = defaultdict(set)
        for model, key in suspected:
            by_model[model].add(key)
        self._ask_apart(by_model)
        for model, keys in by_model.items():
            others = {detail["others"][0] for (kind, _key), detail in suspected.items() if kind is model}
            standing = model._base_manager.filter(pk__in=others, state__in=STANDING)
            still = set(standing.values_list("pk", flat=True))
            for key in keys:
                detail = suspected[model, key]
                other = detail["others"][0]
                if other in still and not self.told_apart(model, key, other):
                    self.likely[model, key] = detail

    def _ask_apart(self, keys: Mapping[Any, set[int]]) -> None:
        for model, of_kind in keys.items():
            self._apart |= {(model, *pair) for pair in Distinction.pairs_of(model) if of_kind.intersection(pair)}
