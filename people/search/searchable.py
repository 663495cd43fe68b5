"""Searchable: a record with its words beside it, in the form that is indexed."""

from __future__ import annotations

from typing import Any

from django.db import models

from people.search.words import index_text


class Searchable(models.Model):
    """A record with a folded copy of its words beside it, which the index reads.

    Writers that go round `save` call `refresh_search_text` themselves; the index follows by itself.
    """

    search_text = models.TextField(editable=False, default="", blank=True)

    class Meta:
        abstract = True

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Saves with a fresh search text."""
        self.refresh_search_text()
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "search_text"}
        super().save(*args, **kwargs)

    def words_to_search(self) -> str:
        """The words by which this record is to be found."""
        raise NotImplementedError

    def refresh_search_text(self) -> None:
        """Brings `search_text` up to date with the record's own words."""
        self.search_text = index_text(self.words_to_search())
