"""The admin of handovers, and the rows in which an organization shows what others took over of its work."""

from __future__ import annotations

from django.contrib import admin
from django.utils.translation import gettext_lazy as _

from people.desk.base import DeskAdmin
from people.desk.forms import RuledForm
from people.desk.history import RecordHistory
from people.desk.inlines import EditableInline
from people.desk.shared import SharedRecord
from people.models import Handover


class HandoverForm(RuledForm):
    """A part of an organization's work and who took it over."""

    broken = {
        "people_handover_once": ("heir", _("This organization stands here already; name all duties in its row.")),
        "people_handover_to_another": ("heir", _("Choose another organization than this one.")),
    }


@admin.register(Handover)
class HandoverAdmin(SharedRecord, RecordHistory, DeskAdmin):
    form = HandoverForm
    list_display = ("former", "heir", "duties", "unverified")
    list_select_related = ("former", "heir")
    list_defer = ("former__search_text", "heir__search_text")
    list_filter = ("unverified",)
    search_fields = ("former__search_text", "heir__search_text", "duties")
    autocomplete_fields = ("former", "heir")
    fields = ("former", "heir", "duties", "unverified")


class HandoverInline(EditableInline):
    """Who took over parts; one that is wrong may be deleted."""

    model = Handover
    form = HandoverForm
    fk_name = "former"
    fields = ("heir", "duties", "unverified")
    autocomplete_fields = ("heir",)
    related = ("former", "heir__province")
    unneeded = ("former__search_text", "heir__search_text")
    can_delete = True
