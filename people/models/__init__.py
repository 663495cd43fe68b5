"""The register: provinces of both eras, organizations, officials, their other names and the roles they hold."""

from people.models.aliases import Alias
from people.models.changes import DataChange, RowChange
from people.models.forwardings import Forwarding
from people.models.handovers import Handover
from people.models.mergeable import Mergeable, ReadAs
from people.models.merges import Distinction, Merge
from people.models.mistakes import MistakeReport
from people.models.officials import Official
from people.models.organizations import Organization
from people.models.provinces import Province
from people.models.roles import Role

__all__ = [
    "Alias",
    "DataChange",
    "Distinction",
    "Forwarding",
    "Handover",
    "Merge",
    "Mergeable",
    "MistakeReport",
    "Official",
    "Organization",
    "Province",
    "ReadAs",
    "Role",
    "RowChange",
]
