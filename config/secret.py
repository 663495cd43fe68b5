"""What a public site does not start without: a key to sign sessions and forms with, and names of its own."""

import contextlib
import os
import secrets
import tempfile
from collections.abc import Iterable
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from config.environment import split

LEAST = 50  # characters, and so many different ones:
LEAST_DIFFERENT = 10
LOCAL = {"localhost", "127.0.0.1", "[::1]"}


def is_public(https: bool, hosts: Iterable[str]) -> bool:
    """Whether others than those at this machine may ask."""
    return https or any(host not in LOCAL and not host.endswith(".localhost") for host in hosts)


def allowed_hosts(https: bool, named: str | None) -> list[str]:
    """The hosts of ALLOWED_HOSTS, those of this machine without one; raises ImproperlyConfigured where any would do.

    A site behind https has to be told its names, because nobody asks for it by those of its own machine.
    """
    hosts = split(named) if named else sorted(LOCAL)
    if https and not named:
        raise ImproperlyConfigured(
            "HTTPS is 1, but ALLOWED_HOSTS is not set: name the site's hosts, divided by commas."
        )
    if "*" in hosts:
        raise ImproperlyConfigured(
            "ALLOWED_HOSTS is *, so that whoever asks could have pages lead to his host: name the site's own."
        )
    return hosts


def secret_key(file: Path, public: bool) -> str:
    """SECRET_KEY, or the key kept in `file`, which is made, readable by its owner alone, at the first start.

    Where the site is public it must be given, and be none that can be guessed; raises ImproperlyConfigured.
    """
    key = os.environ.get("SECRET_KEY", "")
    if public and (len(key) < LEAST or len({*key}) < LEAST_DIFFERENT or key.startswith("django-insecure-")):
        said = "is not set" if not key else "can be guessed"
        raise ImproperlyConfigured(
            f"SECRET_KEY {said}, and this site is public (HTTPS=1 or ALLOWED_HOSTS): set it to {LEAST} random"
            " characters or more, as python3 -c 'import secrets; print(secrets.token_urlsafe(50))' makes them."
        )
    return key or _kept(file)


def refuse_debugging(debug: bool, public: bool) -> bool:
    """`debug`; raises ImproperlyConfigured where the public would see what it shows."""
    if debug and public:
        raise ImproperlyConfigured(
            "DEBUG is 1, and this site is public (HTTPS=1 or ALLOWED_HOSTS): its errors would show code and settings."
        )
    return debug


def _kept(file: Path) -> str:
    try:
        if not file.exists():
            file.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile("w", dir=file.parent, encoding="ascii") as draft:  # mode 600
                draft.write(secrets.token_urlsafe(50))
                draft.flush()
                # A link fails where the file exists: of two processes that start together, one key wins.
                with contextlib.suppress(FileExistsError):
                    os.link(draft.name, file)
        return file.read_text(encoding="ascii").strip()
    except OSError as error:
        raise ImproperlyConfigured(f"SECRET_KEY is not set, and {file} cannot hold one: {error.strerror}.") from error
