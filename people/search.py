"""Searching in Vietnamese text with or without accents: what is indexed, and the lookup that asks the index."""

from __future__ import annotations

from typing import Any

from django.db import models

from people.names import fold


class Searchable(models.Model):
    """A record with a folded copy of its words beside it. Bulk writers call `refresh_search_text` themselves."""

    search_text = models.TextField(editable=False, default="", blank=True)

    class Meta:
        abstract = True

    def words_to_search(self) -> str:
        """The words by which this record is to be found."""
        raise NotImplementedError

    def refresh_search_text(self) -> None:
        """Brings `search_text` up to date with the record's own words."""
        self.search_text = fold(self.words_to_search())

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Saves with a fresh search text."""
        self.refresh_search_text()
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "search_text"}
        super().save(*args, **kwargs)
