"""Describe the folder `data/` as an RO-Crate (https://w3id.org/ro/crate/1.1).

The crate names each file with its hash, who published the reports, and each report with where it
was published and where a capture of it is kept (a web page, a WACZ).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

from ..corpus.lines import publisher_name
from ..corpus.model import Annotated, Corpus
from ..writing.page import File
from .catalogue import Written
from .dates import ends, newest
from .json_text import listed

CRATE = "data/ro-crate-metadata.json"
_RIGHTS = "#rights"
# Web archives, which ReplayWeb.page and the import read, by the end of their names.
_PACKED = {
    ".wacz": ("application/wacz", "https://specs.webrecorder.net/wacz/1.1.1/"),
    ".warc.gz": ("application/warc", "https://iipc.github.io/warc-specifications/"),
    ".warc": ("application/warc", "https://iipc.github.io/warc-specifications/"),
}
Node = dict[str, Any]


def crate(corpus: Corpus, files: Iterable[Written]) -> File:
    """Return ro-crate-metadata.json over the files that were written."""
    head = '{"@context":"https://w3id.org/ro/crate/1.1/context","@graph":['
    return File(CRATE, listed(_nodes(corpus, tuple(files)), head, "]}"))


def _nodes(corpus: Corpus, files: tuple[Written, ...]) -> Iterator[Node]:
    cited = [each for each in corpus.articles if _address(each)]
    yield {
        "@id": "ro-crate-metadata.json",
        "@type": "CreativeWork",
        "conformsTo": {"@id": "https://w3id.org/ro/crate/1.1"},
        "about": {"@id": "./"},
    }
    site = corpus.site
    yield {
        "@id": "./",
        "@type": "Dataset",
        "name": site.title,
        "description": site.subtitle or site.title,
        "version": f"{site.edition} edition",
        "inLanguage": site.language,
        "datePublished": newest(corpus).isoformat(),
        "license": {"@id": _RIGHTS},
        "hasPart": [{"@id": each.format.name} for each in files],
        "citation": [{"@id": each} for each in dict.fromkeys(map(_address, cited))],
        "mentions": [{"@id": _publisher(each.slug)} for each in corpus.publishers],
    }
    yield {
        "@id": _RIGHTS,
        "@type": "CreativeWork",
        "name": "Rights",
        "description": "Each report keeps the rights of its publisher; articles.csv names both.",
    }
    yield from map(_file, files)
    for each in corpus.publishers:
        yield {"@id": _publisher(each.slug), "@type": "Organization", "name": each.name}
    yield from {_address(each): _report(corpus, each) for each in cited}.values()
    captures = dict.fromkeys(each.article.archived for each in cited if each.article.url)
    yield from (node for each in captures if (node := _packed(each)))


def _file(written: Written) -> Node:
    return {
        "@id": written.format.name,
        "@type": "File",
        "name": written.format.name,
        "encodingFormat": written.format.media,
        "contentSize": str(written.size),
        "sha256": written.sha256,
    }


def _publisher(slug: str) -> str:
    return f"#publisher-{slug}"


def _address(annotated: Annotated) -> str:
    """Return what names a report outside of the archive: its address, or that of its capture."""
    return annotated.article.url or annotated.article.archived


def _packed(address: str) -> Node | None:
    """Return what a capture is that is packed as a web archive; None for one that is a page."""
    path = urlsplit(address).path.lower()
    form = next((each for each in _PACKED if path.endswith(each)), "")
    if not form:
        return None
    media, specification = _PACKED[form]
    node = {"@id": address, "@type": "CreativeWork", "name": path.rpartition("/")[2]}
    return {**node, "encodingFormat": media, "conformsTo": {"@id": specification}}


def _report(corpus: Corpus, annotated: Annotated) -> Node:
    article = annotated.article
    known = article.publisher in corpus.entity
    node = {
        "@id": _address(annotated),
        "@type": "NewsArticle",
        "name": article.headline or article.title,
        "datePublished": ends(article.date)[0],
        "publisher": {"@id": _publisher(article.publisher)} if known else "",
        "creditText": publisher_name(corpus, article),
        "archivedAt": {"@id": article.archived} if article.archived and article.url else "",
    }
    return {name: value for name, value in node.items() if value}
