"""A state machine: texts are loaded, read by other rules and changed, people correct, judge, add, merge and go back."""

from __future__ import annotations

from typing import Any

from django.db import IntegrityError, models, transaction
from django.http import HttpResponse
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from meetings.models import Appearance, Article, Assignment, Citation, Decision, Directive, Meeting, Report, Target
from meetings.review.article.adding import blank, keep
from meetings.review.article.selection import place_at
from people.corrections import State
from people.desk.standing import confirm, restore
from people.models import Official, Organization
from tests import factories
from tests.corrections.moving import Moves
from tests.corrections.people import numbers
from tests.corrections.telling_apart import TellingApart
from tests.corrections.texts import LINES, Reading
from tests.corrections.ties import Ties
from tests.corrections.words import ADDED, KINDS, SAYINGS
from tests.corrections.world import check_added, stored
from tests.desk import admin_url, save

ARTICLES = 3
# What readings make of single sentences.
READ = (Appearance, Assignment, Citation, Decision, Directive, Target)
readings = st.builds(
    Reading,
    printed=st.permutations(range(len(LINES))).flatmap(
        lambda p: st.integers(2, len(LINES)).map(lambda n: tuple(p[:n]))
    ),
    missed=st.sets(st.sampled_from(range(len(LINES))), max_size=2),
    rules=st.integers(0, 2),
    date=st.sampled_from(("2024-03-27", "2024-03-27", "2024-03-29", None)),
    is_meeting=st.sampled_from((True, True, True, True, False)),
)
missed_lines = st.sets(st.sampled_from(range(len(LINES))), max_size=3)
rarely = st.sampled_from((False, False, True))
kinds = st.sampled_from(KINDS)


class Corrections(TellingApart, Moves, Ties):
    """After each step all that people said must hold, and the database must be sound."""

    # ── What machines do

    @initialize(reading=readings)
    def first(self, reading: Reading) -> None:
        self._load(0, reading)

    @rule(number=st.integers(0, ARTICLES - 1), reading=readings, again=rarely)
    def load(self, number: int, reading: Reading, again: bool) -> None:
        """A text is loaded, changed, or both."""
        self._load(number, reading, again)

    def _load(self, number: int, reading: Reading, again: bool = False) -> None:
        self.last[number] = reading
        self._read(number)
        self.check()
        check_added(f"{number}.txt")
        if again:
            before = stored()
            assert self._read(number).changes == 0
            assert stored() == before

    @rule(
        number=st.integers(0, ARTICLES - 1),
        rules=st.integers(0, 2),
        missed=missed_lines,
        again=rarely,
    )
    def better_extractor(self, number: int, rules: int, missed: set[int], again: bool) -> None:
        """The same text is read by other rules."""
        if number in self.last:
            old = self.last[number]
            self._load(number, Reading(old.printed, missed, rules, old.date, True), again)

    def _read(self, number: int) -> Any:
        article = Article.objects.filter(file_name=f"{number}.txt").first()
        return self.last[number].told().loads(article, file_name=f"{number}.txt")[1]

    # ── What people do

    def _value(self, record: Any, field: str, n: int) -> Any:
        sayings = SAYINGS[type(record)][field]
        value = sayings[n % len(sayings)]
        return self.any(value, n) if isinstance(value, type) and issubclass(value, models.Model) else value

    @rule(kind=kinds, n=numbers, m=numbers, way=st.sampled_from(("save", "save", "columns", "update", "form")))
    def correct(self, kind: Any, n: int, m: int, way: str) -> None:
        record = self.any(kind, n)
        if record is None:
            return
        names = list(SAYINGS[kind])
        field = names[m % len(names)]
        value = self._value(record, field, m // len(names))
        if value is None and not record._meta.get_field(field).null:
            return
        try:
            with transaction.atomic():
                if not self._set(record, field, value, way):
                    return
        except IntegrityError:
            return  # a rule of the table forbids it, such as a date of unknown precision
        stored_now = kind._default_manager.get(pk=record.pk)
        assert stored_now.reading_of(field) == type(record)(**{field: value}).reading_of(field)
        self.heard(record)

    @rule(kind=st.sampled_from(READ), n=numbers, m=numbers, rules=st.integers(1, 2), missed=missed_lines)
    def contradict(self, kind: Any, n: int, m: int, rules: int, missed: set[int]) -> None:
        """A correction, and then rules that read all texts otherwise."""
        self.correct(kind, n, m, "save")
        for number, old in list(self.last.items()):
            self._load(number, Reading(old.printed, missed, (old.rules + rules) % 3, old.date, old.is_meeting))

    def _set(self, record: Any, field: str, value: Any, way: str) -> bool:
        if way == "form":
            return self._by_form(record, field, value)
        if way == "update":
            type(record)._default_manager.filter(pk=record.pk).update(**{field: value})
        else:
            setattr(record, field, value)
            record.save(**({"update_fields": [field]} if way == "columns" else {}))
        return True

    def _by_form(self, record: Any, field: str, value: Any) -> bool:
        sent = value.pk if isinstance(value, models.Model) else "" if value is None else value
        response: HttpResponse = save(self.editor(), record, **{field: str(sent)})
        if response.status_code == 302:
            latest = type(record).history.first()
            assert latest.history_user.username == "editor"
        return response.status_code == 302

    @rule(kind=kinds, n=numbers)
    def confirm(self, kind: Any, n: int) -> None:
        if (record := self.any(kind, n)) is not None and record.state != State.REJECTED:
            confirm(record)
            record.save()
            self.heard(record)

    @rule(kind=kinds.filter(lambda kind: kind is not Article), n=numbers)
    def reject(self, kind: Any, n: int) -> None:
        if (record := self.any(kind, n)) is not None:
            record.state = State.REJECTED
            record.save()
            self.heard(record)

    @rule(kind=kinds, n=numbers)
    def restore(self, kind: Any, n: int) -> None:
        if (record := self.any(kind, n, state=State.REJECTED)) is not None:
            restore(record)
            record.save()
            self.heard(record)

    @rule(kind=kinds, n=numbers, m=numbers)
    def give_back(self, kind: Any, n: int, m: int) -> None:
        record = self.any(kind, n)
        names = [name for name in record.corrected_fields() if self._is_there(record, name)] if record else []
        if names:
            record.give_back(names[m % len(names)])
            if record.state == State.CONFIRMED:
                record.state = State.READ
            record.save()
            assert not record.is_corrected(names[m % len(names)])
            self.heard(record)

    def _is_there(self, record: Any, name: str) -> bool:
        """Whether what a relation was read as is a record still, and in view."""
        related, key = record._meta.get_field(name).related_model, record.extracted[name]
        return (
            related is None
            or key is None
            or related._default_manager.exclude(state=State.WITHDRAWN).filter(pk=key).exists()
        )

    @rule(n=numbers, m=numbers, quoted=st.booleans())
    def add(self, n: int, m: int, quoted: bool) -> None:
        meeting = self.any(Meeting, n, state__in=(State.READ, State.CONFIRMED))
        if meeting is None:
            return
        article = meeting.articles.first() if quoted else None
        evidence = {"article": article, "quote": article.text.split("\n")[-1]} if article else {}
        if m % 2 and (official := self.any(Official, m)) is not None:
            made: Any = factories.make_appearance(meeting, official, act="reports", by_person=True, **evidence)
        else:
            made = factories.make_directive(meeting, f"Việc thêm {m % 3}.", by_person=True, **evidence)
        made.state = State.CONFIRMED
        made.save()
        self.heard(made)

    @rule(kind=st.sampled_from(tuple(ADDED)), n=numbers, m=numbers)
    def add_at_words(self, kind: str, n: int, m: int) -> None:
        """A person selects words of a text on the review page, and says what they tell of."""
        reports = Report.objects.filter(meeting__state__in=(State.READ, State.CONFIRMED)).order_by("pk")
        if not reports:
            return
        report = reports[n % len(reports)]
        article, directive = report.article, self.any(Directive, m, article=report.article)
        start = article.text.index("\n") + 1 + m % (len(article.text) // 2)
        place = place_at(article.text, start, min(start + 10 + n % 90, len(article.text)))
        record = blank(kind, article, report.meeting, place, directive)
        values = ADDED[kind](place.words, self.any(Official, m), self.any(Organization, n))
        if (kind == "assignment" and directive is None) or values is None:
            return
        for name, value in values.items():
            setattr(record, name, value)
        try:
            with transaction.atomic():
                made = keep(record, article, report.meeting, place)
        except IntegrityError:
            return  # the official has this office already
        self.words.mark(made)
        self.heard(record)

    @rule(n=numbers, m=numbers)
    def move_an_appearance(self, n: int, m: int) -> None:
        appearance, official = self.any(Appearance, n), self.any(Official, m)
        if appearance is not None and official is not None:
            appearance.official = official
            appearance.save()
            self.heard(appearance)

    @rule(n=numbers, m=numbers)
    def go_back(self, n: int, m: int) -> None:
        """A version is brought back by the admin."""
        record = self.any(Directive, n)
        if record is not None and (count := record.history.count()):
            version = record.history.order_by("history_date", "history_id")[m % count]
            self.editor().post(admin_url(record, "simple_history", version.pk))
            self.heard(record)
