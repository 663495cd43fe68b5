"""Every setting of the site; what may differ between installations is read from the environment, here at the top."""

import os
from datetime import timedelta
from pathlib import Path

from django.conf.global_settings import STATICFILES_FINDERS as DJANGOS_FINDERS
from django.utils.translation import gettext_lazy as _

from config.environment import database, flag, folder_of_addresses, listed, number, replica
from config.log import log_format, logging
from config.memory import *  # noqa: F403
from config.open_data import *  # noqa: F403
from config.policy import *  # noqa: F403
from config.secret import allowed_hosts, is_public, refuse_debugging, secret_key

BASE_DIR = Path(__file__).resolve().parent.parent

# ── The environment ───────────────────────────────────────────────────────────────────────────────────────────────────

HTTPS = flag("HTTPS")  # served behind a proxy that speaks https and sets X-Forwarded-Proto
ALLOWED_HOSTS = allowed_hosts(HTTPS, os.environ.get("ALLOWED_HOSTS"))
_public = is_public(HTTPS, ALLOWED_HOSTS)
DEBUG = refuse_debugging(flag("DEBUG"), _public)
SECRET_KEY = secret_key(BASE_DIR / "var/secret-key", _public)
# Of connections, for each process: gunicorn's eight threads share them with those that read lists beside the pages.
_pool_size = number("DATABASE_POOL_SIZE", 12)
DATABASES = {
    "default": database(
        os.environ.get("DATABASE_URL") or "sqlite:///var/viectinh.sqlite3",
        BASE_DIR,
        pool_size=_pool_size,
        lock_seconds=number("LOCK_SECONDS", 300),  # of waiting for what others hold; for pages see config/wsgi.py
        open_seconds=number("SQLITE_OPEN_SECONDS", 0, least=0),
    )
}
if _replica := os.environ.get("DATABASE_REPLICA_URL"):
    DATABASES["replica"] = replica(_replica, DATABASES["default"], _pool_size)
    DATABASE_ROUTERS = ["config.replica.ReplicaRouter"]
CSRF_TRUSTED_ORIGINS = listed("CSRF_TRUSTED_ORIGINS")  # https://viectinh.example, when a proxy changes the Host
PROXIES = number("PROXIES", 0, least=0)  # how many proxies of one's own add the client's address to X-Forwarded-For
ADMIN_PATH = folder_of_addresses("ADMIN_PATH", "admin", taken={"en", "static", "api", "id"})  # of the editors' desk
METRICS_TOKEN = os.environ.get("METRICS_TOKEN", "")  # who shows it reads /metrics; without one there are none

# ── Applications ──────────────────────────────────────────────────────────────────────────────────────────────────────

INSTALLED_APPS = [
    "people",
    "meetings",
    "opendata",
    "people.desk.apps.DeskConfig",  # django.contrib.admin with the site of our own
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.forms",  # the form templates, for FORM_RENDERER
    "django_otp",
    "django_otp.plugins.otp_totp",
    "django_otp.plugins.otp_static",
    "axes",
    "accounts",  # after those whose admin it replaces
    "backups",
    "csp",
    "django_filters",
    "simple_history",
    "corsheaders",
    "rest_framework",
    "drf_spectacular",
]

MIDDLEWARE = [
    "config.request_ids.RequestIdMiddleware",
    *(["config.metrics.MetricsMiddleware"] if METRICS_TOKEN else []),
    # What every answer carries, whichever of the following gives it.
    "config.headers.HeadersMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "config.proxies.ClientAddressMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "config.health.ProbesMiddleware",
    "corsheaders.middleware.CorsMiddleware",  # before all that may answer by itself
    "config.replica.ReplicaMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "people.freshness.pages.RememberedPages",  # pages as they are sent, packed already
    "config.unavailable.UnavailableMiddleware",  # within: what is remembered needs no database
    "people.facets.stock.turns.TurnsMiddleware",
    "config.compression.QuickGZipMiddleware",  # its random padding hides lengths; tokens are masked besides
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "config.search_limit.SearchLimitMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django_otp.middleware.OTPMiddleware",
    "accounts.sessions.SessionLimits",
    "accounts.resuming.ResumeMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "axes.middleware.AxesMiddleware",  # the last: its page takes the place of whatever the others made
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "config.desk.whether_public",
            ]
        },
    }
]
# Form widgets are looked up like every other template, so that templates/ may dress them.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "admin:login"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]

# Who fails five times at one address, with password or code, waits there for half an hour; what was counted is in the
# database, for all processes. A login forgets it when the code was right, too: not before.
AXES_FAILURE_LIMIT = 5
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_COOLOFF_TIME = timedelta(minutes=30)
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # so that the time on the page holds
AXES_LOCKOUT_CALLABLE = "accounts.lockout.locked_response"
AXES_CLIENT_IP_CALLABLE = "config.proxies.client_address"
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "code"]  # masked where attempts are kept and logged
AXES_DISABLE_ACCESS_LOG = True  # who came when is in the sessions and the history; nothing more is kept
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

SESSION_COOKIE_AGE = 60 * 60  # without a request for so long, a session is over; each request renews it
SESSION_LONGEST = 12 * 60 * 60  # seconds after which it is over however busy

# One meeting in the admin has a form for every directive, target and participant.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000

# ── Languages, dates, numbers ─────────────────────────────────────────────────────────────────────────────────────────

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", _("Vietnamese")), ("en", _("English"))]
LOCALE_PATHS = [BASE_DIR / "locale"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True
FORMAT_MODULE_PATH = "config.formats"

# ── Files ─────────────────────────────────────────────────────────────────────────────────────────────────────────────

STATIC_URL = "/static/"
STOCK_FOLDER = BASE_DIR / "var/lists"  # where processes put what they have read of large lists; it may go at any time
STATIC_ROOT = BASE_DIR / "var/static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = ["config.stylesheet.StylesheetFinder", *DJANGOS_FINDERS]
_static = "django.contrib.staticfiles.storage.StaticFilesStorage"
_static_in_production = "whitenoise.storage.CompressedManifestStaticFilesStorage"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": _static if DEBUG else _static_in_production},
}

# ── Security ──────────────────────────────────────────────────────────────────────────────────────────────────────────

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LANGUAGE_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = LANGUAGE_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = LANGUAGE_COOKIE_SAMESITE = "Lax"
if HTTPS:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_SSL_REDIRECT = True
    SECURE_REDIRECT_EXEMPT = [r"^(?:healthz|readyz|metrics)$"]  # asked by the machine itself, over plain http
    SECURE_HSTS_SECONDS = 365 * 24 * 3600
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    # Preloading binds a whole domain for years: a decision for whoever owns it, not for this file.
    SILENCED_SYSTEM_CHECKS = ["security.W021"]

# ── Logging ───────────────────────────────────────────────────────────────────────────────────────────────────────────

LOGGING = logging(os.environ.get("LOG_LEVEL", "INFO").upper(), log_format())
