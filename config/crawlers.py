"""What machines ask for at the root: which pages to leave alone, which there are, how the site looks as an app."""

from django.contrib.sitemaps import views
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.templatetags.static import static
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import override
from django.views.decorators.cache import cache_control

from config import desk
from meetings.sitemaps import sitemaps as of_meetings
from opendata.sitemaps import sitemaps as of_open_data
from people.sitemaps import sitemaps as of_people

LANGUAGES = ("vi", "en")
A_DAY = cache_control(public=True, max_age=24 * 3600)


@A_DAY
def robots(request: HttpRequest) -> HttpResponse:
    """Everything may be read but the desk, forms and what filters can be combined to, which has no end."""
    closed = ["/*?*&"]
    for language in LANGUAGES:
        with override(language):
            report = reverse("people:report_mistake", args=["x", 1]).partition("x/1")[0]
            closed += [*([reverse("admin:index")] if desk.is_public() else []), reverse("meetings:search"), report]
    lines = ["User-agent: *", *(f"Disallow: {address}" for address in closed), ""]
    lines += [f"Sitemap: {request.build_absolute_uri(reverse('sitemaps'))}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@A_DAY
def manifest(request: HttpRequest) -> JsonResponse:
    """The web application manifest: name, colours and icons for a site that is put on a home screen."""
    sizes = (("icon-192.png", "192x192", "any"), ("icon-512.png", "512x512", "any"))
    icons = [*sizes, ("icon-maskable-512.png", "512x512", "maskable")]
    answer = {
        "name": "Việc Tỉnh",
        "short_name": "Việc Tỉnh",
        "description": _("What provincial meetings decided"),
        "lang": "vi",
        "start_url": "/",
        "display": "browser",
        "background_color": "#fbfaf6",
        "theme_color": "#0c6353",
        "icons": [
            {"src": static(f"icons/{name}"), "sizes": size, "type": "image/png", "purpose": purpose}
            for name, size, purpose in icons
        ],
    }
    return JsonResponse(
        answer, content_type="application/manifest+json", json_dumps_params={"ensure_ascii": False, "indent": 1}
    )


@A_DAY
def favicon(request: HttpRequest) -> HttpResponse:
    """Where those find the icon who ask for it without having read a page."""
    return HttpResponseRedirect(static("icons/favicon.ico"))


SITEMAPS = {**of_meetings(), **of_people(), **of_open_data()}
urlpatterns: list[URLPattern] = [
    path("robots.txt", robots, name="robots"),
    path("site.webmanifest", manifest, name="manifest"),
    path("favicon.ico", favicon, name="favicon"),
    path("sitemap.xml", views.index, {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap"}, name="sitemaps"),
    path("sitemap-<section>.xml", views.sitemap, {"sitemaps": SITEMAPS}, name="sitemap"),
]
