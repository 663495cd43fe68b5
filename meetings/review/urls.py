"""Addresses of the pages on which records are reviewed; each is for staff, as all pages of the desk."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, path

from meetings.review.views import queue

app_name = "review"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", admin.site.admin_view(queue.review_queue), name="queue"),
    path("next/", admin.site.admin_view(queue.review_next), name="next"),
]
