"""Read what a page declares of itself: JSON-LD (schema.org), meta elements, microdata, links."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from .tree import Element

ARTICLE_TYPES = frozenset(
    [
        "Article",
        "NewsArticle",
        "BlogPosting",
        "ReportageNewsArticle",
        "AnalysisNewsArticle",
        "OpinionNewsArticle",
        "BackgroundNewsArticle",
        "ReviewNewsArticle",
        "AskPublicNewsArticle",
        "LiveBlogPosting",
        "Report",
        "SocialMediaPosting",
        "TechArticle",
        "ScholarlyArticle",
        "AdvertiserContentArticle",
        "SatiricalArticle",
    ]
)
LONGEST_SCRIPT = 2_000_000
LONGEST_BYLINE = 100
WRAPPING = re.compile(r"^\s*(?://)?\s*(?:<!--|<!\[CDATA\[)|(?://)?\s*(?:-->|\]\]>)\s*$")
MOST_AUTHORS = 8
LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*\Z")
LEADING_BY = re.compile(r"^(?:by|von|par|por|di|door)\s*:?\s+", re.IGNORECASE)
NOT_A_NAME = re.compile(
    r"https?://|www\.|^@|^(?:admin|administrator|staff|editor|guest|unknown|none|null|undefined|by)$",
    re.IGNORECASE,
)
TITLES = (
    "og:title", "dc:title", "dc.title", "dcterms.title", "dcterm:title", "parsely-title",
    "sailthru.title", "twitter:title", "hdl", "headline", "title",
)  # fmt: skip
BYLINES = (
    "author", "byl", "dc:creator", "dc.creator", "dcterms.creator", "dcterm:creator",
    "parsely-author", "sailthru.author", "article:author_name", "citation_author", "byline",
    "article:author", "og:article:author", "twitter:data1",
)  # fmt: skip
DATES = (
    "article:published_time", "og:article:published_time", "og:published_time", "datepublished",
    "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.issued", "dc.date",
    "dcterms.date", "dcterms.created", "dc.date.created", "citation_publication_date",
    "publication_date", "publish_date", "publish-date", "published_date", "pubdate", "pub_date",
    "published", "ptime", "displaydate", "originalpublicationdate", "article.published",
    "article_date_original", "date.issued", "bt:pubdate", "rnews:datepublished", "pdate",
    "publishdate", "cxenseparse:recs:publishtime", "date",
)  # fmt: skip
DESCRIPTIONS = ("og:description", "description", "twitter:description", "dc.description")
SITES = (
    "og:site_name",
    "dc.publisher",
    "dcterms.publisher",
    "citation_publisher",
    "application-name",
)
MODIFIED = ("article:modified_time", "datemodified", "last-modified", "lastmod")


@dataclass(frozen=True, slots=True)
class Declared:
    """What a page says of itself; each value is the best of those that it gives, or empty."""

    title: str = ""
    byline: str = ""
    description: str = ""
    dates: tuple[tuple[str, str], ...] = ()
    site: str = ""
    url: str = ""
    language: str = ""


def declared(root: Element) -> Declared:
    """Return what the page declares; JSON-LD goes before meta elements."""
    articles = [each for each in _json_objects(root) if _types(each) & ARTICLE_TYPES]
    article: Mapping[str, object] = articles[0] if articles else {}
    metas = _metas(root)
    return Declared(
        title=_text(article.get("headline")) or _first(metas, TITLES),
        byline=_byline(article, metas),
        description=_text(article.get("description")) or _first(metas, DESCRIPTIONS),
        dates=tuple(_dates(article, metas)),
        site=_first(metas, SITES[:1])
        or _name(article.get("publisher"))
        or _first(metas, SITES[1:]),
        url=_address(root, article, metas),
        language=_language(root, article, metas),
    )


def _json_objects(root: Element) -> Iterator[Mapping[str, object]]:
    """Yield every object of the page's JSON-LD, in order; what cannot be read is passed over."""
    for script in root.iter("script"):
        text = script.text or ""
        if "ld+json" not in (script.get("type") or "") or len(text) > LONGEST_SCRIPT:
            continue
        try:
            found = json.loads(WRAPPING.sub("", text), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _objects(found)


def _objects(found: object) -> Iterator[Mapping[str, object]]:
    pending, seen = [found], 0
    while pending and seen < 10_000:  # noqa: PLR2004 - objects; no page needs more
        each = pending.pop(0)
        seen += 1
        if isinstance(each, list):
            pending.extend(each)
        elif isinstance(each, dict):
            yield each
            pending.extend(
                each[key] for key in ("@graph", "mainEntity", "itemListElement") if key in each
            )


def _types(each: Mapping[str, object]) -> set[str]:
    kind = each.get("@type", ())
    names = kind if isinstance(kind, list) else [kind]
    return {str(name).rpartition("/")[2] for name in names}


def _text(value: object) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _name(value: object) -> str:
    return next(iter(_names(value)), "")


def _names(value: object) -> Iterator[str]:
    """Yield the names in a schema.org value: a text, an object with a name, or a list of these."""
    for each in value if isinstance(value, list) else [value]:
        if isinstance(each, dict):
            yield from _names(each.get("name"))
        elif _text(each):
            yield _text(each)


def _metas(root: Element) -> dict[str, list[str]]:
    """Return the contents of all meta elements by lower-case name, property or itemprop."""
    metas: dict[str, list[str]] = {}
    for each in root.iter("meta"):
        content = _text(each.get("content"))
        for attribute in ("name", "property", "itemprop"):
            for key in (each.get(attribute) or "").lower().split():
                if content:
                    metas.setdefault(key, []).append(content)
    return metas


def _all(metas: Mapping[str, Sequence[str]], keys: Sequence[str]) -> Iterator[str]:
    for key in keys:
        yield from metas.get(key, ())


def _first(metas: Mapping[str, Sequence[str]], keys: Sequence[str]) -> str:
    return next(_all(metas, keys), "")


def _byline(article: Mapping[str, object], metas: Mapping[str, Sequence[str]]) -> str:
    """Return the authors that JSON-LD names, else those of the first meta that has any."""
    given = (tuple(_names(article.get("author"))), *(metas.get(key, ()) for key in BYLINES))
    for names in given:
        persons = [LEADING_BY.sub("", name) for name in names if is_person(name)]
        if persons:
            return ", ".join(dict.fromkeys(persons[:MOST_AUTHORS]))
    return ""


def is_person(name: str) -> bool:
    """Tell whether a declared author can be who signed: no address, no placeholder."""
    return 1 < len(name) < LONGEST_BYLINE and not NOT_A_NAME.search(name)


def _dates(
    article: Mapping[str, object], metas: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, str]]:
    """Yield (stamp, where it is declared), the most telling first."""
    yield from ((stamp, "JSON-LD datePublished") for stamp in _names(article.get("datePublished")))
    for key in DATES:
        for stamp in metas.get(key, ()):
            yield stamp, f"meta {key}"
    yield from ((stamp, "JSON-LD dateCreated") for stamp in _names(article.get("dateCreated")))


def _address(
    root: Element, article: Mapping[str, object], metas: Mapping[str, Sequence[str]]
) -> str:
    """Return where the page says it lives: its canonical link, og:url, or JSON-LD."""
    links = [each.get("href") for each in root.iter("link") if each.get("rel") == "canonical"]
    page = article.get("mainEntityOfPage")
    own = page.get("@id") if isinstance(page, dict) else page
    for each in (*links, *metas.get("og:url", ()), article.get("url"), own):
        address = _text(each)
        if address.startswith(("http://", "https://")) and not set(address) & set(' <>"'):
            return address
    return ""


def _language(
    root: Element, article: Mapping[str, object], metas: Mapping[str, Sequence[str]]
) -> str:
    """Return the declared BCP 47 tag, if it has that form."""
    given = (
        root.get("lang"),
        root.get("{http://www.w3.org/XML/1998/namespace}lang"),
        _text(article.get("inLanguage")),
        _first(metas, ("og:locale", "dc.language", "language")),
    )
    for each in given:
        tag = (each or "").strip().replace("_", "-")
        if LANGUAGE.match(tag):
            return tag
    return ""
