"""Addresses of the pages on which records are reviewed; each is for staff, as all pages of the desk."""

from django.contrib import admin
from django.urls import URLPattern, URLResolver, path

from meetings.review.views import article, queue, records

app_name = "review"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", admin.site.admin_view(queue.review_queue), name="queue"),
    path("next/", admin.site.admin_view(queue.review_next), name="next"),
    path("article/<int:pk>/", admin.site.admin_view(article.review_article), name="article"),
    path("article/<int:pk>/act/", admin.site.admin_view(article.review_act), name="act"),
    path("article/<int:pk>/add/", admin.site.admin_view(records.review_add), name="add"),
    path("article/<int:pk>/<slug:key>/", admin.site.admin_view(records.review_correct), name="correct"),
]
