"""One article as a reviewer goes through it, and what is done to its records there."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import admin, messages
from django.contrib.admin.widgets import AutocompleteSelect
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext
from django.views.decorators.http import require_POST, require_safe

from meetings.models import Article, Directive
from meetings.review.article import steps
from meetings.review.article.adding import KINDS
from meetings.review.article.cards import Card, Part
from meetings.review.article.sheet import Sheet
from meetings.review.article.waits import Waits
from people.desk.standing import ReasonForm


def article_of(request: HttpRequest, pk: int) -> Article:
    """The article, for who may change what was read from it."""
    article = get_object_or_404(Article.objects.defer("search_text").select_related("province"), pk=pk)
    if not request.user.has_perm("meetings.change_directive"):
        raise PermissionDenied
    return article


@require_safe
def review_article(request: HttpRequest, pk: int) -> HttpResponse:
    """The marked text and the cards. `?focus=` names the card to be looked at, `?item=` what waits in the queue."""
    article = article_of(request, pk)
    return show(request, article, request.GET)


def show(request: HttpRequest, article: Article, query: Any, **more: Any) -> HttpResponse:
    """The page; `more` goes into its context."""
    sheet = Sheet(article, request.user)
    waits = Waits(article, request.user, query)
    waits.tell(sheet.parts)
    asked = query.get("focus") or waits.key
    focus = sheet.card_of(asked) or sheet.behind("") or next(iter(sheet.in_turn), None)
    context = {
        **admin.site.each_context(request),
        "is_nav_sidebar_enabled": False,  # the text needs the room
        "title": _("Review"),
        "subtitle": str(article),
        "article": article,
        "sheet": sheet,
        "focus": focus,
        "strong": set(focus.words) if focus else set(),
        "waits": waits,
        "last_step": steps.last_step(request.session, article.pk),
        "may_undo": bool(steps.last_step(request.session, article.pk)),
        "addable": [(kind, _label(kind)) for kind in KINDS if kind != "assignment" and _may_add(request.user, kind)],
        "may_add_assignee": _may_add(request.user, "assignment"),
        "chooser": AutocompleteSelect(Directive._meta.get_field("assigner"), admin.site).media,
        **more,
    }
    return TemplateResponse(request, "review/article.html", context)


def _label(kind: str) -> str:
    labels = {
        "directive": pgettext("review page", "task"),
        "target": pgettext("review page", "figure"),
        "appearance": pgettext("review page", "appearance"),
        "role": pgettext("review page", "office"),
        "decision": pgettext("review page", "decision"),
        "assignment": pgettext("review page", "who is told"),
    }
    return labels[kind]


def _may_add(user: Any, kind: str) -> bool:
    options = KINDS[kind][0]._meta
    return bool(user.has_perm(f"{options.app_label}.add_{options.model_name}"))


@require_POST
def review_act(request: HttpRequest, pk: int) -> HttpResponse:
    """Does `act` (accept, reject, restore, undo or as_printed) to the `record` or to all of the `card` named."""
    article = article_of(request, pk)
    act = request.POST.get("act", "")
    if act == "undo":
        return _undo(request, article)
    sheet = Sheet(article, request.user)
    card = sheet.card_of(request.POST.get("record") or request.POST.get("card", ""))
    if card is None or act not in ("accept", "reject", "restore", "as_printed"):
        raise Http404
    named = [part for part in card.parts if part.key == request.POST.get("record")]
    waits = Waits(article, request.user, request.POST)
    if act == "as_printed":
        waits.as_printed(request.POST.get("waiting", ""))
        said = _("Kept as it is printed.")
        messages.success(request, said)
        return back(request, article, card.key)
    if act == "accept":
        return _accept(request, article, card, named or card.parts, waits)
    return _stand(request, article, card, named or card.parts[:1], act)


def _accept(request: HttpRequest, article: Article, card: Card, parts: list[Part], waits: Waits) -> HttpResponse:
    if not any(part.may_change for part in parts):
        raise PermissionDenied
    if request.POST.get("seen") != card.version:
        messages.warning(request, _("This was changed while you were looking at it: look once more, then confirm."))
        return back(request, article, card.key)
    rows = steps.accept(part.record for part in parts if part.may_change)
    said = _("Confirmed: %(what)s") % {"what": _name(card)}
    _done(request, article, rows, said)
    sheet = Sheet(article, request.user)
    waits.again().tell(sheet.parts)
    following = sheet.behind(card.key)
    return back(request, article, following.key if following else card.key)


def _stand(request: HttpRequest, article: Article, card: Card, parts: list[Part], act: str) -> HttpResponse:
    if not all(part.may_reject for part in parts):
        raise PermissionDenied
    if act == "restore":
        rows = steps.bring_into_view(part.record for part in parts)
        _done(request, article, rows, _("Restored: %(what)s") % {"what": _name(card)})
        return back(request, article, card.key)
    form = ReasonForm(request.POST)
    if not form.is_valid():
        refused = {"refused": parts[0].key, "reason": request.POST.get("reason", ""), "reason_errors": form.errors}
        query = request.POST.copy()
        query["focus"] = card.key
        return show(request, article, query, **refused)
    rows = steps.reject((part.record for part in parts), form.cleaned_data["reason"])
    _done(request, article, rows, _("Rejected: %(what)s") % {"what": _name(card)})
    following = Sheet(article, request.user).card_of(card.key)
    return back(request, article, following.key if following else "")


def _undo(request: HttpRequest, article: Article) -> HttpResponse:
    try:
        said, records = steps.undo(request.session, article.pk)
    except steps.CannotUndoError as error:
        messages.error(request, str(error))
        return back(request, article, request.POST.get("card", ""))
    messages.success(request, _("Taken back: %(step)s") % {"step": said})
    label, key = records[0]
    return back(request, article, f"{label.rpartition('.')[2].lower()}-{key}")


def _done(request: HttpRequest, article: Article, rows: list[steps.Row], said: str) -> None:
    steps.remember(request.session, article.pk, rows, said)
    for row in rows:
        record = row.model._default_manager.get(pk=row.pk)
        admin.site.get_model_admin(row.model).log_change(request, record, said)
    if len(rows) > 1:
        count = ngettext("%(n)d record", "%(n)d records", len(rows)) % {"n": len(rows)}
        said = f"{said} ({count})"
    messages.success(request, said)


def _name(card: Card) -> str:
    name = card.heading or card.parts[0].first
    return name if len(name) <= 80 else name[:80].rsplit(" ", 1)[0] + " …"


def back(request: HttpRequest, article: Article, key: str) -> HttpResponse:
    """To the card of that name, with what the reviewer came with."""
    query = {name: request.POST[name] for name in ("item", *Waits.FILTERS) if request.POST.get(name)}
    address = reverse("review:article", args=[article.pk])
    if key:
        query["focus"] = key
    return HttpResponseRedirect(f"{address}{'?' + urlencode(query) if query else ''}{'#card-' + key if key else ''}")
