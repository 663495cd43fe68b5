"""The addresses of one's own account, below the desk's."""

from django.urls import path

from accounts.views.account import AccountView, EverywhereView, LeaveView, NewCodesView
from accounts.views.codes import CodeView
from accounts.views.enrolment import EnrolView, RecoveryView
from accounts.views.resuming import ResumeView

app_name = "accounts"
urlpatterns = [
    path("", AccountView.as_view(), name="account"),
    path("code/", CodeView.as_view(), name="code"),
    path("enrol/", EnrolView.as_view(), name="enrol"),
    path("recovery/", RecoveryView.as_view(), name="recovery"),
    path("recovery/new/", NewCodesView.as_view(), name="new_codes"),
    path("everywhere/", EverywhereView.as_view(), name="everywhere"),
    path("resume/", ResumeView.as_view(), name="resume"),
    path("leave/", LeaveView.as_view(), name="leave"),
]
