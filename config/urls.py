"""Which address leads where: Vietnamese at the root, English under /en/, what carries no language before both."""

from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

from config.health import healthz

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("", include("config.crawlers")),
    path("", include("opendata.urls")),
    *i18n_patterns(
        path("admin/account/", include("accounts.urls")),
        path("admin/review/", include("meetings.review.urls")),
        path("admin/", admin.site.urls),
        path("", include("meetings.urls")),
        path("", include("people.urls")),
        path("", include("opendata.page_urls")),
        prefix_default_language=False,
    ),
]
