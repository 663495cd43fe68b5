"""Addresses of what the pages offer to take away, in the page's language."""

from django.urls import URLPattern, URLResolver, path, register_converter
from django.utils.text import format_lazy
from django.utils.translation import pgettext_lazy

from opendata.feeds.urls import urlpatterns as of_feeds
from opendata.files.formats import FileEnding
from opendata.views import api_page, files, open_data

register_converter(FileEnding, "file_ending")

# A list's page, and beside it the list as a file: /cuoc-hop/danh-sach.csv.
LISTS = {
    "officials": pgettext_lazy("URL", "officials/"),
    "organizations": pgettext_lazy("URL", "organizations/"),
    "meetings": pgettext_lazy("URL", "meetings/"),
    "directives": pgettext_lazy("URL", "directives/"),
    "targets": pgettext_lazy("URL", "targets/"),
    "documents": pgettext_lazy("URL", "documents/"),
    "articles": pgettext_lazy("URL", "articles/"),
    "provinces": pgettext_lazy("URL", "provinces/"),
}
_FILE = pgettext_lazy("URL", "list.<file_ending:ending>")

app_name = "opendata"
urlpatterns: list[URLPattern | URLResolver] = [
    *(
        path(format_lazy("{}{}", address, _FILE), files.list_file, {"name": name}, name=f"{name}_file")
        for name, address in LISTS.items()
    ),
    *of_feeds,
    path(pgettext_lazy("URL", "open-data/"), open_data.open_data, name="open_data"),
    path(pgettext_lazy("URL", "open-data/api/"), api_page.api_page, name="api"),
]
