"""Where the editors' desk is: at its usual address everybody is led to it, at one of its own nobody is."""

from django.conf import settings
from django.http import HttpRequest


def is_public() -> bool:
    """Whether pages may say where it is."""
    return bool(settings.ADMIN_PATH == "admin/")


def whether_public(request: HttpRequest) -> dict[str, bool]:
    """For templates."""
    return {"desk_is_public": is_public()}
