"""A citation in the page's language: in words, as BibTeX and as CSL-JSON."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from meetings.models import Article
from meetings.phrases import day
from opendata.citing.parts import Known, Parts, parts_of
from opendata.licence import CREDIT
from opendata.remembered import once
from people.templatetags.english import INNER_QUOTES

_FOR_TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        **{sign: f"\\{sign}" for sign in "&%$#_{}"},
    }
)


@dataclass(frozen=True)
class Citation:
    """A record ready to be cited. `address` is its permanent identifier, `key` its name in a list of references.

    `seen` is None where it is said elsewhere of which day the record is.
    """

    key: str
    address: str
    parts: Parts
    seen: datetime.date | None

    @property
    def text(self) -> str:
        """In one line: who, what, when and where, according to which text; the site, the identifier, the day seen."""
        parts = self.parts
        said = f"{parts.who}: {parts.what}" if parts.who else parts.what
        sentences = [f"{said}, {parts.where}" if parts.where else said]
        if parts.source is not None:
            sentences.append(_("According to %(source)s") % {"source": _printed(parts.source)})
        sentences.append(self._here())
        return " ".join(_ended(sentence) for sentence in sentences)

    @property
    def bibtex(self) -> str:
        """An entry for BibTeX or biblatex, in UTF-8."""
        date = "-".join(f"{part:02}" for part in self.parts.when)
        note = [self.parts.where, _printed(self.parts.source) if self.parts.source is not None else ""]
        fields = {
            "author": f"{{{_tex(self.parts.who)}}}" if self.parts.who else "",
            "title": f"{{{_tex(self.parts.what)}}}",
            "year": str(self.parts.when[0]) if self.parts.when else "",
            "date": date,
            "howpublished": _tex(CREDIT),
            "note": _tex("; ".join(part for part in note if part)),
            "url": self.address,
            "urldate": self.seen.isoformat() if self.seen else "",
        }
        lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
        return "\n".join([f"@misc{{{self.key},", *lines, "}"])

    @property
    def csl(self) -> dict[str, Any]:
        """An item of CSL-JSON, which citeproc and Zotero take."""
        known: dict[str, Any] = {
            "id": self.key,
            "type": "webpage",
            "title": self.parts.what,
            "author": [{"literal": self.parts.who}] if self.parts.who else [],
            "issued": _date(self.parts.when),
            "container-title": CREDIT,
            "URL": self.address,
            "accessed": _date((self.seen.year, self.seen.month, self.seen.day) if self.seen else ()),
            "source": _printed(self.parts.source) if self.parts.source is not None else "",
            "note": self.parts.where,
        }
        return {name: value for name, value in known.items() if value}

    def _here(self) -> str:
        if self.seen is None:
            return f"{CREDIT}, {self.address}"
        told = {"site": CREDIT, "address": self.address, "day": day(self.seen)}
        return _("%(site)s, %(address)s, seen on %(day)s") % told


def cite(record: Any, address: str, seen: datetime.date | None) -> Citation:
    """The citation of `record`, whose permanent identifier is `address`, as it was on the day `seen`."""
    return Citation(f"viectinh-{record._meta.model_name}-{record.pk}", address, parts_of(record), seen)


@once
def _printed(article: Article) -> str:
    title = f"“{str(article).translate(INNER_QUOTES)}”"
    printed = day(article.reported_on) if article.reported_on else ""
    return ", ".join(part for part in (title, article.publisher, printed) if part)


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "…", "!", "?")) else f"{sentence}."


def _date(known: Known) -> dict[str, list[list[int]]]:
    return {"date-parts": [list(known)]} if known else {}


def _tex(words: str) -> str:
    return words.translate(_FOR_TEX)
