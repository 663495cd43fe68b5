"""What the lists of officials, organizations and an organization's tasks can be filtered by."""

from people.filters.officials import OfficialFilter
from people.filters.organizations import OrganizationFilter
from people.filters.tasks import TaskFilter

__all__ = ["OfficialFilter", "OrganizationFilter", "TaskFilter"]
