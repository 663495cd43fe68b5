"""The admin of meetings and of what was read about them, one module for each kind of record."""

from meetings.admin.appearances import AppearanceAdmin, AttestationAdmin, MentionAdmin
from meetings.admin.articles import ArticleAdmin
from meetings.admin.decisions import DecisionAdmin
from meetings.admin.directives import AssignmentAdmin, DirectiveAdmin
from meetings.admin.legal import CitationAdmin, LegalDocumentAdmin
from meetings.admin.meetings import MeetingAdmin
from meetings.admin.reports import ReportAdmin
from meetings.admin.targets import TargetAdmin

__all__ = [
    "AppearanceAdmin",
    "ArticleAdmin",
    "AssignmentAdmin",
    "AttestationAdmin",
    "CitationAdmin",
    "DecisionAdmin",
    "DirectiveAdmin",
    "LegalDocumentAdmin",
    "MeetingAdmin",
    "MentionAdmin",
    "ReportAdmin",
    "TargetAdmin",
]
