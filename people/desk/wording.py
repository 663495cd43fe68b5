"""Sentences of Django's own admin and forms that its Vietnamese catalogue lacks or garbles: ours has them."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext, ngettext_lazy, pgettext_lazy
from django.utils.translation import gettext_noop as _
from django.views.i18n import JavaScriptCatalog

ADMIN = (
    # These two it has, but as no Vietnamese editor would say it.
    _(" By %(filter_title)s "),
    _("None available"),
    _("Select this object for an action - {}"),
    _("Select all objects on this page for an action"),
    _("Breadcrumbs"),
    _("Model name"),
    _("Add link"),
    _("Change or view list link"),
    _("After you’ve created a user, you’ll be able to edit more user options."),
    _("Error:"),
    _("Skip to main content"),
    _("Hide counts"),
    _("Show counts"),
    _("Toggle theme (current theme: auto)"),
    _("Toggle theme (current theme: light)"),
    _("Toggle theme (current theme: dark)"),
    _("Added:"),
    _("Changed:"),
    _("Deleted:"),
    _("Forgotten your login credentials?"),
    _("In case you’ve forgotten, you are:"),
    _("Toggle navigation"),
    _("Sidebar"),
    _("Filter navigation items"),
    _("View selected %(model)s"),
    ngettext_lazy("entry", "entries", "n"),
    # This one it has as two sentences, which Django asks for as one.
    ngettext_lazy("Please correct the error below.", "Please correct the errors below.", "n"),
)
ACCOUNTS = (
    _("Set password"),
    _("Reset password"),
    _("Set password: %s"),
    _("This action will <strong>enable</strong> password-based authentication for this user."),
    _("Disable password-based authentication"),
    _("Enable password-based authentication"),
    _("Enable password-based authentication for this user by setting a password."),
    _("Conflicting form data submitted. Please try again."),
    _("Password-based authentication was disabled."),
    _("Password-based authentication"),
    _("Enabled"),
    _("Disabled"),
    _("Raw passwords are not stored, so there is no way to see the user’s password."),
    _(
        "Enter a valid username. This value may contain only unaccented lowercase a-z and uppercase A-Z letters, "
        "numbers, and @/./+/-/_ characters."
    ),
    ngettext_lazy(
        "This password is too short. It must contain at least %d character.",
        "This password is too short. It must contain at least %d characters.",
        "n",
    ),
)
FORMS = (
    _("Constraint “%(name)s” is violated."),
    _("Enter a valid “slug” consisting of letters, numbers, underscores or hyphens."),
    _("Null characters are not allowed."),
    _("The inline value did not match the parent instance."),
    _("“%(pk)s” is not a valid value."),
)
# Said by scripts, which have a catalogue of their own.
SCRIPTS = (
    _('Choose %s by selecting them and then select the "Choose" arrow button.'),
    _('Remove %s by selecting them and then select the "Remove" arrow button.'),
    _("Type into this box to filter down the list of selected %s."),
    _("Choose all %s"),
    _("Choose selected %s"),
    _("Remove all %s"),
    _("Remove selected %s"),
    _("(click to clear)"),
    _("Sunday"),
    _("Monday"),
    _("Tuesday"),
    _("Wednesday"),
    _("Thursday"),
    _("Friday"),
    _("Saturday"),
)
DAYS = {
    "Sun": pgettext_lazy("abbrev. day Sunday", "Sun"),
    "Mon": pgettext_lazy("abbrev. day Monday", "Mon"),
    "Tue": pgettext_lazy("abbrev. day Tuesday", "Tue"),
    "Wed": pgettext_lazy("abbrev. day Wednesday", "Wed"),
    "Thur": pgettext_lazy("abbrev. day Thursday", "Thur"),
    "Fri": pgettext_lazy("abbrev. day Friday", "Fri"),
    "Sat": pgettext_lazy("abbrev. day Saturday", "Sat"),
}


class ScriptSentences(JavaScriptCatalog):
    """Django's catalogue for scripts with the sentences that it lacks."""

    def get_catalog(self) -> dict[str, Any]:
        """By sentence, a `\x04` between its context and itself, what is said."""
        lacking: dict[str, Any] = {sentence: gettext(sentence) for sentence in SCRIPTS}
        for (short, said), day in zip(DAYS.items(), SCRIPTS[-7:], strict=True):
            lacking[f"abbrev. day {day}\x04{short}"] = str(said)
        return {**lacking, **super().get_catalog()}
