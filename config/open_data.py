"""Settings of what machines read: who may, how often, and what the API says of itself."""

import os
from typing import Any

from config.environment import number

# Whole addresses are made of the host that was asked; this one stands where nobody asks, as in a release.
SITE_URL = os.environ.get("SITE_URL", "http://localhost:8000").rstrip("/")

# Where this installation publishes its dated releases, if it does: the open-data page leads there.
RELEASES_URL = os.environ.get("RELEASES_URL", "")

# Pages of other sites may read these, and read only; no cookie goes along.
CORS_URLS_REGEX = r"^/(?:(?:id|api)/|.*\.(?:csv|xlsx|json|atom|ics)$)"
# Pictures of pages, that others show where they lead to them; they are no data, and scripts do not read them.
EMBEDDED_URLS_REGEX = r"^/(?:en/)?[^/]+/[^/]+/[0-9]+\.png$"
CORS_ALLOW_ALL_ORIGINS = True
CORS_ALLOW_METHODS = ("GET", "HEAD", "OPTIONS")
CORS_ALLOW_HEADERS = ("accept", "accept-language", "if-none-match", "if-modified-since")
CORS_EXPOSE_HEADERS = ("Content-Disposition", "ETag", "Last-Modified", "Link", "Retry-After")

# How often in a minute one address may ask each process.
LIMITS = {
    "api": number("LIMIT_API", 240),
    "file": number("LIMIT_FILE", 12),
    "feed": number("LIMIT_FEED", 60),
    "search": number("LIMIT_SEARCH", 120),
}

REST_FRAMEWORK: dict[str, Any] = {
    # Whoever reads needs no account, and a session's cookie gives no other answer.
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "UNAUTHENTICATED_USER": None,
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": [],
    "EXCEPTION_HANDLER": "opendata.api.errors.handle",
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
}
SPECTACULAR_SETTINGS: dict[str, Any] = {
    "TITLE": "Việc Tỉnh",
    "OAS_VERSION": "3.1.1",
    "SERVE_INCLUDE_SCHEMA": False,
    "COMPONENT_SPLIT_REQUEST": False,
    "SCHEMA_PATH_PREFIX": "/api/v1",
}
