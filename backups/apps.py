"""Backups, as a Django application, for the sake of their commands."""

from django.apps import AppConfig


class BackupsConfig(AppConfig):
    name = "backups"
