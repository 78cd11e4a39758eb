"""Write sitemap.xml (https://www.sitemaps.org/protocol.html), where the site has an address."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape

from ..corpus.addresses import article_page, claim_page, entity_page, publisher_page
from ..corpus.model import Corpus
from ..writing.page import File

_MOST = 50_000  # addresses in one file, by the protocol
_NAMESPACE = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'


def sitemap(corpus: Corpus, siteurl: str) -> Iterator[File]:
    """Yield one file, or an index of several where one may not hold all; none without address."""
    if not siteurl:
        return
    addresses = [f"{siteurl}/{path}" for path in _paths(corpus)]
    if len(addresses) <= _MOST:
        yield File("sitemap.xml", _written("urlset", "url", addresses))
        return
    parts = [addresses[at : at + _MOST] for at in range(0, len(addresses), _MOST)]
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        yield File(name, _written("urlset", "url", part))
    index = (f"{siteurl}/{name}" for name in names)
    yield File("sitemap.xml", _written("sitemapindex", "sitemap", index))


def _paths(corpus: Corpus) -> Iterator[str]:
    """Yield the start page, and every page of which there is one for each thing of the corpus."""
    yield "index.html"
    yield from (article_page(each.article.slug) for each in corpus.articles)
    yield from (entity_page(each.kind, each.slug) for each in corpus.entities)
    yield from (claim_page(each.slug) for each in corpus.claims)
    yield from (publisher_page(each.slug) for each in corpus.publishers)


def _written(root: str, element: str, addresses: Iterable[str]) -> bytes:
    lines = "".join(f"<{element}><loc>{escape(each)}</loc></{element}>\n" for each in addresses)
    head = '<?xml version="1.0" encoding="utf-8"?>'
    return f"{head}\n<{root} {_NAMESPACE}>\n{lines}</{root}>\n".encode()
