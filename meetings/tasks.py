"""A meeting's tasks by the agency told to act: each in full once, and named wherever else it belongs."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from meetings.models import Assignment, Directive
from people.models import Official, Organization
from people.names import name_key


@dataclass
class AgencyTasks:
    """An agency, person or group with `tasks` shown in full and `shared`, shown under another agency."""

    key: str
    name: str
    organization: Organization | None = None
    official: Official | None = None
    tasks: list[Directive] = field(default_factory=list)
    shared: list[tuple[Directive, Assignment]] = field(default_factory=list)

    @property
    def total(self) -> int:
        """How many tasks concern it."""
        return len(self.tasks) + len(self.shared)


def by_agency(directives: Iterable[Directive]) -> list[AgencyTasks]:
    """Groups in the order in which the texts first name the agencies; the tasks that name none come last.

    A task stands in full under whoever leads it, or else under the first one named. Each directive has its published
    assignments in `parts`.
    """
    groups: dict[str, AgencyTasks] = {}
    nobody = AgencyTasks("agency-none", "")
    for directive in directives:
        parts: list[Assignment] = directive.parts  # type: ignore[attr-defined]
        if not parts:
            nobody.tasks.append(directive)
            continue
        home = min(parts, key=lambda part: (part.part == Assignment.Part.COORDINATE, part.part != Assignment.Part.LEAD))
        _group(groups, home).tasks.append(directive)
        for part in parts:
            group = _group(groups, part)
            if directive not in group.tasks and directive not in (task for task, _ in group.shared):
                group.shared.append((directive, part))
    return [*groups.values(), *([nobody] if nobody.tasks else [])]


def _group(groups: dict[str, AgencyTasks], part: Assignment) -> AgencyTasks:
    if part.organization is not None:
        key, name = f"agency-{part.organization_id}", part.organization.name
    elif part.official is not None:
        key, name = f"agency-official-{part.official_id}", part.official.name
    else:
        key, name = f"words {name_key(part.words)}", part.words
    if key not in groups:
        anchor = key if not key.startswith("words ") else f"agency-words-{part.pk}"
        groups[key] = AgencyTasks(anchor, name, part.organization, part.official)
    return groups[key]
