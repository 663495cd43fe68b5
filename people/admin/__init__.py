"""The admin of the register, one module for each kind of record."""

from people.admin.aliases import AliasAdmin
from people.admin.merges import DistinctionAdmin, MergeAdmin
from people.admin.mistakes import MistakeReportAdmin
from people.admin.officials import OfficialAdmin
from people.admin.organizations import OrganizationAdmin
from people.admin.provinces import ProvinceAdmin
from people.admin.roles import RoleAdmin

__all__ = [
    "AliasAdmin",
    "DistinctionAdmin",
    "MergeAdmin",
    "MistakeReportAdmin",
    "OfficialAdmin",
    "OrganizationAdmin",
    "ProvinceAdmin",
    "RoleAdmin",
]
