"""What is written down while the site runs, how loudly, and in which form."""

from typing import Any

from config.environment import choice

# For people, or for programs that collect logs: one object for each event, its exception inside.
FORMATS: dict[str, dict[str, Any]] = {
    "line": {"format": "{asctime} {levelname} {name} [{request_id}]: {message}", "style": "{"},
    "json": {
        "()": "pythonjsonlogger.json.JsonFormatter",
        "format": "{levelname}{name}{message}{request_id}",
        "style": "{",
        "rename_fields": {"levelname": "level", "name": "logger", "exc_info": "exception"},
        "timestamp": "time",
        "json_ensure_ascii": False,
    },
}


def logging(level: str, form: str = "line") -> dict[str, Any]:
    """The configuration for `logging.config`: one line for each event, on the standard error."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {"request_id": {"()": "config.request_ids.RequestIdFilter"}},
        "formatters": {"line": {**FORMATS[form]}},
        "handlers": {
            "console": {"class": "logging.StreamHandler", "formatter": "line", "filters": ["request_id"]},
        },
        "root": {"handlers": ["console"], "level": level},
        # Django's own handlers are silent without DEBUG; its records go up to the root's.
        "loggers": {
            "django": {"handlers": [], "level": level, "propagate": True},
            "django.request": {"level": "ERROR"},  # a page that does not exist is no event
            "axes": {"level": "WARNING"},  # failures and lockouts, not every login
        },
    }


def log_format() -> str:
    """LOG_FORMAT: `line` or `json`."""
    return choice("LOG_FORMAT", tuple(FORMATS))
