"""What is written down while the site runs, and how loudly."""

from typing import Any


def logging(level: str) -> dict[str, Any]:
    """The configuration for `logging.config`: one line for each event, on the standard error."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
        "root": {"handlers": ["console"], "level": level},
        # Django's own handlers are silent without DEBUG; its records go up to the root's.
        "loggers": {
            "django": {"handlers": [], "level": level, "propagate": True},
            "django.request": {"level": "ERROR"},  # a page that does not exist is no event
            "axes": {"level": "WARNING"},  # failures and lockouts, not every login
        },
    }
