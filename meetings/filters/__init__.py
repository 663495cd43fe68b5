"""What the lists of meetings, directives, targets, documents and articles can be filtered by."""

from meetings.filters.articles import ArticleFilter
from meetings.filters.comparison import ComparisonFilter
from meetings.filters.directives import DirectiveFilter
from meetings.filters.documents import DocumentFilter
from meetings.filters.meetings import MeetingFilter
from meetings.filters.targets import TargetFilter

__all__ = ["ArticleFilter", "ComparisonFilter", "DirectiveFilter", "DocumentFilter", "MeetingFilter", "TargetFilter"]
