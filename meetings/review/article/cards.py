"""Records as cards: what was read, in few lines, with how it stands and what waits about it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import models
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from meetings import phrases
from meetings.marks import key_of
from meetings.models import Appearance, Article, Assignment, Citation, Decision, Directive, Meeting, Target
from people.corrections import Correctable, State
from people.desk.changes import in_words
from people.desk.marks import standing_marks
from people.models import Role

Line = tuple[str, str]

# By kind of record the fields that a card tells, beside its first line, where they hold something.
_TOLD: dict[Any, tuple[str, ...]] = {
    Article: ("subject", "publisher", "reported_on", "province"),
    Meeting: (
        "body_name", "body", "kind", "province", "province_source", "date", "date_precision", "session", "place",
        "number", "term", "period",
    ),
    Directive: ("assigner", "assigner_title", "strength", "deadline_text", "deadline_from", "deadline_to"),
    Assignment: ("part", "organization", "official"),
    Target: ("canonical_metric", "period", "status"),
    Appearance: ("act", "role", "title"),
    Role: ("title", "organization", "status"),
    Decision: ("outcome", "body"),
    Citation: ("document",),
}  # fmt: skip


@dataclass
class Part:
    """One record on a card. `why` are sentences on what waits about it, `as_printed` the item that may be waived."""

    record: Correctable
    name: str | Promise
    first: str
    lines: list[Line]
    may_change: bool
    may_reject: bool
    why: list[str] = field(default_factory=list)
    as_printed: int | None = None

    @property
    def key(self) -> str:
        """Its name on the page: `directive-12`."""
        return key_of(self.record)

    @property
    def is_settled(self) -> bool:
        """Whether a person has said something of it, and nothing waits about it since."""
        return self.record.touched_by_person() and not self.record.conflicts and not self.why

    @property
    def marks(self) -> SafeString:
        """How it stands."""
        return standing_marks(self.record)

    @property
    def is_rejected(self) -> bool:
        """Whether a person has taken it from view."""
        return self.record.state == State.REJECTED


@dataclass
class Card:
    """Records that are looked at together: a task with who is told, a person with offices and acts.

    `words` are the keys of the marks on the text that belong to it.
    """

    key: str
    kind: str
    parts: list[Part]
    words: list[str]
    heading: str = ""
    start: int = 0

    @property
    def is_settled(self) -> bool:
        """Whether nothing of it is left to be looked at."""
        return all(part.is_settled for part in self.parts)

    @property
    def is_rejected(self) -> bool:
        """Whether it is hidden from readers as a whole."""
        return self.parts[0].is_rejected

    @property
    def version(self) -> str:
        """Tells whether somebody has changed a record of it since a page was made."""
        return " ".join(f"{part.key}:{part.record.updated_at.timestamp()}" for part in self.parts)

    @property
    def may_accept(self) -> bool:
        """Whether accepting it would change something."""
        return any(part.may_change and not part.is_settled and not part.is_rejected for part in self.parts)


NAMES: dict[Any, Any] = {
    Article: pgettext_lazy("review card", "Article"),
    Meeting: pgettext_lazy("review card", "Meeting"),
    Directive: pgettext_lazy("review card", "Task"),
    Assignment: pgettext_lazy("review card", "Is told to act"),
    Target: pgettext_lazy("review card", "Figure"),
    Appearance: pgettext_lazy("review card", "At the meeting"),
    Role: pgettext_lazy("review card", "Office"),
    Decision: pgettext_lazy("review card", "Decision"),
    Citation: pgettext_lazy("review card", "Document"),
}


def part_of(record: Any, user: Any) -> Part:
    """The record as it stands on a card."""
    options = record._meta
    may_change = user.has_perm(f"{options.app_label}.change_{options.model_name}")
    may_reject = may_change and not isinstance(record, Article) and user.has_perm("accounts.reject_records")
    first = _first_line(record)
    return Part(record, NAMES[type(record)], first, _lines(record, first), may_change, may_reject)


def _first_line(record: Any) -> str:
    match record:
        case Directive() | Decision():
            return str(record.text)
        case Target():
            return f"{record.name}: {phrases.figure(record)}"
        case Appearance():
            return str(record.get_act_display())
        case Citation():
            return str(record.quote or record.document)
        case Role():
            return str(record.canonical_title)
        case Meeting():
            return str(record.title)
        case _:
            return str(record)


def _lines(record: Any, first: str) -> list[Line]:
    lines = []
    for name in _TOLD[type(record)]:
        field: Any = record._meta.get_field(name)
        value = getattr(record, name)
        if value is None or value == "":
            continue
        said = phrases.period(value) if name == "period" else in_words(field, value)
        if said and said != first:
            lines.append((capfirst(str(field.verbose_name)), said))
    return lines


def first_start(records: Iterable[Any]) -> int:
    """Where the words of the first of `records` begin; 0 where none is known."""
    return min((record.start for record in records if getattr(record, "start", None) is not None), default=0)


def in_order(cards: Iterable[Card]) -> list[Card]:
    """The cards in the order of their words in the text."""
    return sorted(cards, key=lambda card: (card.start, card.key))


def keys(records: Sequence[models.Model]) -> list[str]:
    """The names of the records' words on the page; none for those whose words the text has lost."""
    return [key_of(record) for record in records if getattr(record, "start", None) is not None]


GROUPS: tuple[tuple[str, Any], ...] = (
    ("meeting", _("The meeting")),
    ("people", _("People")),
    ("directives", _("Tasks")),
    ("targets", _("Figures")),
    ("decisions", _("Decisions")),
    ("documents", _("Documents cited")),
    ("rejected", _("Rejected")),
)
