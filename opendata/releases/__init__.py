"""Releases: all that readers may see, dated, in files that outlive the site."""

from opendata.releases.contents import contents
from opendata.releases.publishing import publish
from opendata.releases.refusals import Refused

__all__ = ["Refused", "contents", "publish"]
