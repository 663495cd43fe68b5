"""What other sites and machines read of a page: its addresses, its card, the way here, what it is about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import template
from django.http import HttpRequest
from django.template.base import Node, NodeList, Parser, Token
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.safestring import SafeString
from django.utils.text import Truncator
from django.utils.translation import get_language, gettext

from people.models import Official, Organization, Province, Role
from people.sharing import structured
from people.sharing.addresses import absolute, alternates, is_selection, own_path, permanent
from people.templatetags.english import in_english

register = template.Library()

LOCALES = {"vi": "vi_VN", "en": "en_GB"}
LONGEST_DESCRIPTION = 200  # characters; search engines and cards show less


class CaptureNode(Node):
    """Renders what stands between the tags into a variable, so that one block can be shown in several places."""

    def __init__(self, nodelist: NodeList, name: str) -> None:
        self.nodelist, self.name = nodelist, name

    def render(self, context: template.Context) -> SafeString:
        """Nothing: the words go into the context, blanks made single."""
        context[self.name] = SafeString(" ".join(self.nodelist.render(context).split()))
        return SafeString("")


@register.tag
def capture(parser: Parser, token: Token) -> CaptureNode:
    """`{% capture as name %}…{% endcapture %}`."""
    parts = token.split_contents()
    if len(parts) != 3 or parts[1] != "as":
        raise template.TemplateSyntaxError("capture is written {% capture as name %}")
    nodelist = parser.parse(("endcapture",))
    parser.delete_first_token()
    return CaptureNode(nodelist, parts[2])


@register.inclusion_tag("_sharing.html", takes_context=True)
def sharing(context: template.Context, title: str, description: str, card: str) -> dict[str, Any]:
    """The page's one address in each language and the card that is shown where somebody shares it."""
    request: HttpRequest | None = context.get("request")
    if request is None:
        return {}
    shown: dict[str, Any] = {name: context.get(name) for name in ("page_obj", "filter", "own_query")}
    path = own_path(request, shown)
    selection = is_selection(shown)
    language = get_language() or "vi"
    return {
        "title": title,
        "description": description,
        "selection": selection,
        "card": absolute(request, card),
        "address": absolute(request, request.get_full_path() if selection else path),
        "alternates": [] if selection else alternates(request, path),
        "locale": LOCALES.get(language, language),
        "other_locales": [locale for code, locale in LOCALES.items() if code != language],
    }


@register.filter
def as_description(text: str) -> str:
    """The beginning of a text in one line, cut between words."""
    line = " ".join(strip_tags(str(text)).split())
    cut = Truncator(line).chars(LONGEST_DESCRIPTION)
    return cut if cut == line else cut[:-1].rpartition(" ")[0] + " …"


@register.inclusion_tag("_crumbs.html", takes_context=True)
def crumbs(
    context: template.Context,
    section: str = "",
    label: str = "",
    province: Province | None = None,
    parent: str = "",
    at: str = "",
    here: Any = "",
    show_here: bool = False,
) -> dict[str, Any]:
    """The way from the front page to this one, for readers and for machines.

    `section` names a list's address, `label` is what it is called; `province` leads to what the list has of it,
    `parent` is the name of a record or page that stands `at` an address. `here` is this page's name: machines are
    told, and with `show_here` readers, too.
    """
    ways = [(gettext("Home"), reverse("meetings:home"))]
    if section:
        ways.append((str(label), reverse(section)))
    if province is not None:
        name = in_english(province.today.name)
        ways.append((name, f"{reverse(section)}?province={province.today.slug}"))
    if parent:
        ways.append((str(parent), at))
    request: HttpRequest | None = context.get("request")
    places = [(name, absolute(request, address) if request else address) for name, address in ways]
    steps = structured.breadcrumbs([*places, *([(strip_tags(str(here)), "")] if here else [])])
    about = structured.thing("WebPage", inLanguage=get_language(), breadcrumb=steps)
    return {"ways": ways, "here": here if show_here else "", "data": structured.data_block(about)}


@register.simple_tag(takes_context=True)
def about_person(
    context: template.Context, official: Official, roles: Iterable[Role], other_names: Iterable[str] = ()
) -> SafeString:
    """An official as schema.org's Person."""
    request = context["request"]
    address, known_as = absolute(request, official.get_absolute_url()), permanent(request, "official", official)
    return structured.data_block(structured.person(official, roles, address, known_as, other_names))


@register.simple_tag(takes_context=True)
def about_organization(
    context: template.Context, organization: Organization, aliases: Iterable[Any], abbreviations: Iterable[str]
) -> SafeString:
    """An agency as schema.org's GovernmentOrganization."""
    names = [*(alias.name for alias in aliases), *abbreviations]
    request = context["request"]
    address, known_as = (
        absolute(request, organization.get_absolute_url()),
        permanent(request, "organization", organization),
    )
    return structured.data_block(structured.government_organization(organization, names, address, known_as))


@register.simple_tag(takes_context=True)
def about_site(context: template.Context, description: str) -> SafeString:
    """The site as schema.org's WebSite, with the search that others may offer."""
    home = absolute(context["request"], reverse("meetings:home"))
    found = absolute(context["request"], reverse("meetings:search"))
    action = structured.thing("SearchAction", target=f"{found}?q={{words}}", **{"query-input": "required name=words"})
    site = structured.thing(
        "WebSite",
        name="Việc Tỉnh",
        url=home,
        description=description,
        inLanguage=get_language(),
        potentialAction=action,
    )
    return structured.data_block(site)
