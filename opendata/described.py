"""The catalogue of what can be taken away, in the terms of schema.org, as search engines for data sets read it."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from django.http import HttpRequest
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from opendata import licence
from opendata.catalogue import Offer
from opendata.files.formats import FORMATS
from opendata.identifiers import absolute
from people.sharing.structured import Thing, thing, worded


def catalogue(offers: Iterable[Offer], changed: datetime.datetime | None, page: str, request: HttpRequest) -> Thing:
    """The catalogue with one data set for each list. `changed` is when a text was loaded last."""
    publisher = thing("Organization", name=licence.CREDIT, url=absolute("/", request))
    sets = [_data_set(offer, changed, publisher, request) for offer in offers]
    return thing(
        "DataCatalog",
        name=_("Open data of %(site)s") % {"site": licence.CREDIT},
        url=absolute(page, request),
        license=licence.ADDRESS,
        publisher=publisher,
        inLanguage=get_language(),
        dataset=sets,
    )


def _data_set(offer: Offer, changed: datetime.datetime | None, publisher: Thing, request: HttpRequest) -> Thing:
    downloads = [
        thing("DataDownload", contentUrl=absolute(address, request), encodingFormat=FORMATS[ending].content_type)
        for ending, address in offer.files.items()
    ]
    if offer.feed:
        feed = absolute(offer.feed, request)
        downloads.append(thing("DataDownload", contentUrl=feed, encodingFormat="application/atom+xml"))
    return thing(
        "Dataset",
        name=f"{offer.label} · {licence.CREDIT}",
        description=_("%(label)s of provincial bodies in Vietnam: %(about)s. Read from press texts by rules.")
        % {"label": offer.label, "about": offer.about},
        url=absolute(offer.page, request),
        identifier=absolute(offer.page, request),
        license=licence.ADDRESS,
        creator=publisher,
        isAccessibleForFree=True,
        dateModified=changed.date().isoformat() if changed else None,
        spatialCoverage=thing("Country", name=worded("Việt Nam")),
        measurementTechnique=_("rules that read press texts, corrected by people"),
        distribution=downloads,
    )
