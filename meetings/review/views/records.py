"""Correcting a record in its place, and adding one from words of the article."""

from __future__ import annotations

from typing import Any

from django.contrib import admin, messages
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.template.response import TemplateResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from meetings.models import Article, Directive, Meeting
from meetings.review.article import steps
from meetings.review.article.adding import KINDS, blank, keep
from meetings.review.article.forms import addition, correction
from meetings.review.article.selection import Place, first_sight, place_at, places_of
from meetings.review.article.sheet import Sheet
from meetings.review.article.waits import Waits
from meetings.review.views.article import article_of, back


@require_http_methods(["GET", "HEAD", "POST"])
def review_correct(request: HttpRequest, pk: int, key: str) -> HttpResponse:
    """The form of one record of the article, by its name on the page (`directive-12`)."""
    article = article_of(request, pk)
    sheet = Sheet(article, request.user)
    card = sheet.card_of(key)
    part = next((part for part in card.parts if part.key == key), None) if card else None
    if card is None or part is None:
        raise Http404
    if not part.may_change:
        raise PermissionDenied
    with transaction.atomic():
        model_admin = admin.site.get_model_admin(type(part.record))
        record = model_admin.get_object(request, str(part.record.pk))
        form = correction(request, record, article)
        if request.method == "POST" and form.is_valid():
            saved = form.save(commit=False)
            model_admin.save_model(request, saved, form, change=True)
            said = _("Corrected: %(what)s") % {"what": str(saved)[:80]}
            model_admin.log_change(request, saved, model_admin.construct_change_message(request, form, []))
            steps.remember(request.session, article.pk, [steps.changed_row(saved)], said)
            messages.success(request, said)
            for told in form.kept:
                messages.info(request, f"{told.label}: {told.sentence}")
            return back(request, article, card.key)
    passage = _passage(article, part.record)
    title = _("Correct: %(kind)s") % {"kind": part.name}
    return _form(request, article, form, title=title, passage=passage, key=card.key)


@require_http_methods(["GET", "HEAD", "POST"])
def review_add(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks, as far as the request leaves it open, for words of the text and a kind; then for the rest of the record.

    `add` is one of `KINDS`, `words` or `start` and `end` say what it stands on, `to` the directive of an assignment.
    """
    article = article_of(request, pk)
    query = request.POST if request.method == "POST" else request.GET
    kind = query.get("add", "")
    meeting = Sheet(article, request.user).meeting
    if kind not in KINDS or meeting is None:
        raise Http404
    options = KINDS[kind][0]._meta
    if not request.user.has_perm(f"{options.app_label}.add_{options.model_name}"):
        raise PermissionDenied
    directive = _directive(article, query) if kind == "assignment" else None
    found = _places(article, query)
    if len(found) != 1:
        return _ask(request, article, kind, query.get("words", ""), found, directive)
    return _add(request, article, meeting, kind, found[0], directive)


def _add(
    request: HttpRequest, article: Article, meeting: Meeting, kind: str, place: Place, directive: Directive | None
) -> HttpResponse:
    record = blank(kind, article, meeting, place, directive)
    with transaction.atomic():
        proposed = first_sight(type(record), article, place, meeting) if request.method != "POST" else {}
        form = addition(request, kind, record, article, meeting, proposed)
        if request.method == "POST" and form.is_valid():
            made = keep(form.save(commit=False), article, meeting, place)
            official = getattr(form, "made", None)
            rows = [steps.made_row(row) for row in ([official] if official else []) + made]
            said = _("Added: %(what)s") % {"what": str(made[0])[:80]}
            admin.site.get_model_admin(type(record)).log_addition(request, made[0], said)
            steps.remember(request.session, article.pk, rows, said)
            messages.success(request, said)
            card = Sheet(article, request.user).card_of(steps_key(made[0]))
            return back(request, article, card.key if card else "")
        if request.method == "POST":
            transaction.set_rollback(True)
    hidden = {"add": kind, "start": place.start, "end": place.end}
    if directive is not None:
        hidden["to"] = directive.pk
    key = f"directive-{directive.pk}" if directive else ""
    return _form(request, article, form, title=_add_title(kind), passage=place, key=key, hidden=hidden)


def _add_title(kind: str) -> str:
    return {
        "directive": _("Add a task"),
        "assignment": _("Add who is told"),
        "target": _("Add a figure"),
        "appearance": _("Add what somebody did"),
        "role": _("Add an office"),
        "decision": _("Add a decision"),
    }[kind]


def steps_key(record: Any) -> str:
    """The record's name on the page."""
    return f"{record._meta.model_name}-{record.pk}"


def _places(article: Article, query: Any) -> list[Place]:
    start, end = query.get("start", ""), query.get("end", "")
    if start.isdecimal() and end.isdecimal():
        try:
            return [place_at(article.text, int(start), int(end))]
        except ValueError:
            return []
    return places_of(article.text, query.get("words", ""))


def _directive(article: Article, query: Any) -> Directive:
    key = query.get("to", "")
    found = Directive.objects.filter(article=article, pk=key).first() if key.isdecimal() and len(key) < 19 else None
    if found is None:
        raise Http404
    return found


def _ask(
    request: HttpRequest, article: Article, kind: str, words: str, found: list[Place], directive: Directive | None
) -> HttpResponse:
    """Which of several places is meant, or which words, where these stand nowhere."""
    context = {
        **_context(request, article),
        "title": _add_title(kind),
        "kind": kind,
        "words": words,
        "places": found,
        "to": directive,
        "asked": "words" in request.GET or "start" in request.GET,
    }
    return TemplateResponse(request, "review/words.html", context)


def _passage(article: Article, record: Any) -> Place | None:
    start, end = getattr(record, "start", None), getattr(record, "end", None)
    return place_at(article.text, start, end) if start is not None and end is not None else None


def _form(request: HttpRequest, article: Article, form: Any, **more: Any) -> HttpResponse:
    fields = [field for field in form.visible_fields() if field.name not in ("give_back", "settled")]
    changes = (*form.overtaken, *form.kept) if form.is_bound else ()
    shown = {"form": form, "fields": fields, "overtaken": [("", told) for told in changes]}
    return TemplateResponse(request, "review/form.html", {**_context(request, article), **shown, **more})


def _context(request: HttpRequest, article: Article) -> dict[str, Any]:
    query = request.POST if request.method == "POST" else request.GET
    return {
        **admin.site.each_context(request),
        "is_nav_sidebar_enabled": False,
        "article": article,
        "carried": {name: query[name] for name in ("item", *Waits.FILTERS) if query.get(name)},
        "chooser": AutocompleteSelect(Directive._meta.get_field("assigner"), admin.site).media,
    }
