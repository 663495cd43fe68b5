"""What is written down while the site runs, how loudly, and in which form."""

from logging import WARNING, Filter, LogRecord, getLevelName
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


# What anybody can send as often as he likes is an event, but no fault of the site.
_SENT_BY_STRANGERS = ("DisallowedHost", "RequestDataTooBig", "TooManyFieldsSent", "TooManyFilesSent")


class NoFaultFilter(Filter):
    """Makes of an error a warning of one line, without the way through the code."""

    def filter(self, record: LogRecord) -> bool:
        """Lets all pass."""
        record.levelno, record.levelname = WARNING, getLevelName(WARNING)
        record.exc_info = record.exc_text = None
        return True


def logging(level: str, form: str = "line") -> dict[str, Any]:
    """The configuration for `logging.config`: one line for each event, on the standard error."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "filters": {
            "request_id": {"()": "config.request_ids.RequestIdFilter"},
            "no_fault": {"()": "config.log.NoFaultFilter"},
        },
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
            **{f"django.security.{name}": {"filters": ["no_fault"]} for name in _SENT_BY_STRANGERS},
        },
    }


def log_format() -> str:
    """LOG_FORMAT: `line` or `json`."""
    return choice("LOG_FORMAT", tuple(FORMATS))
