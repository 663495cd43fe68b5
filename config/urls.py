"""Which address leads where: Vietnamese at the root, English under /en/, what carries no language before both."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.contrib import admin
from django.urls import include, path

handler500 = "config.unavailable.server_error"
urlpatterns = [
    path("", include("config.crawlers")),
    path("", include("opendata.urls")),
    *i18n_patterns(
        path(f"{settings.ADMIN_PATH}account/", include("accounts.urls")),
        path(f"{settings.ADMIN_PATH}review/", include("meetings.review.urls")),
        path(settings.ADMIN_PATH, admin.site.urls),
        path("", include("meetings.urls")),
        path("", include("people.urls")),
        path("", include("opendata.page_urls")),
        prefix_default_language=False,
    ),
]
