"""What was held, said and ordered: articles, the meetings that they report, and the records read from them."""

from meetings.models.appearances import Appearance, Attestation, Mention
from meetings.models.articles import Article
from meetings.models.decisions import Decision
from meetings.models.directives import Assignment, Directive
from meetings.models.legal import Citation, LegalDocument
from meetings.models.meetings import Meeting
from meetings.models.repetitions import Repetition, TaskJudgement
from meetings.models.reports import Report
from meetings.models.review import ReviewClaim, ReviewDecision, ReviewItem, ReviewSkip, ReviewTiming
from meetings.models.targets import Target

__all__ = [
    "Appearance",
    "Article",
    "Assignment",
    "Attestation",
    "Citation",
    "Decision",
    "Directive",
    "LegalDocument",
    "Meeting",
    "Mention",
    "Repetition",
    "Report",
    "ReviewClaim",
    "ReviewDecision",
    "ReviewItem",
    "ReviewSkip",
    "ReviewTiming",
    "Target",
    "TaskJudgement",
]
