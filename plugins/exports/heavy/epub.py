"""Write the reports in the order of their dates, with the timeline, as EPUB 3.3.

The container is written by hand (https://www.w3.org/TR/epub-33/#sec-ocf): the media type first and
not compressed, every date in it fixed, so that the same corpus gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from ...corpus.lines import plain_text, publisher_name
from ...corpus.model import Annotated, Corpus, Event, Paragraph
from ...corpus.wording import date_words, direction
from ...writing.page import File
from .xml_text import attribute, text_of

EPUB = "data/archive.epub"
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first day that a zip file can have
_ADDRESS = "%/:=&?~#+!$,;'@()*[]"  # what stays as it is in an address
_WORDS = {
    "en": {
        "contents": "Contents",
        "timeline": "Timeline",
        "withheld": "The text of this report is not in this edition.",
        "full": "Full edition.",
        "public": "Public edition: restricted texts are left out.",
    },
    "ar": {
        "contents": "المحتويات",
        "timeline": "الخط الزمني",
        "withheld": "نص هذا التقرير ليس في هذه النسخة.",
        "full": "النسخة الكاملة.",
        "public": "النسخة العامة: من دون النصوص المقيَّدة.",
    },
}
_CSS = """\
body { line-height: 1.5; }
h1, h2, h3 { line-height: 1.2; text-align: start; }
.source { font-size: 0.85em; }
blockquote { margin-inline: 1.5em; }
dt { margin-block-start: 1em; font-weight: bold; }
dd { margin-inline-start: 1em; }
"""
_CONTAINER = """\
<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="EPUB/package.opf" \
media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""


@dataclass(frozen=True, slots=True)
class _Chapter:
    """A document of the book: its id in the package, its file, its title and its content."""

    name: str
    file: str
    title: str
    content: str


def epub(corpus: Corpus, stamp: datetime) -> File:
    """Return the book; `stamp` is when it was last modified (dcterms:modified)."""
    chapters = tuple(_chapters(corpus))
    parts = {
        "META-INF/container.xml": _CONTAINER,
        "EPUB/package.opf": _package(corpus, chapters, stamp),
        "EPUB/nav.xhtml": _nav(corpus, chapters),
        "EPUB/book.css": _CSS,
        **{f"EPUB/{each.file}": each.content for each in chapters},
    }
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as book:
        kind = zipfile.ZipInfo("mimetype", _EARLIEST)
        book.writestr(kind, "application/epub+zip", zipfile.ZIP_STORED)
        for path, text in parts.items():
            entry = zipfile.ZipInfo(path, _EARLIEST)
            entry.compress_type = zipfile.ZIP_DEFLATED
            book.writestr(entry, text.encode())
    return File(EPUB, written.getvalue())


def _said(corpus: Corpus, word: str) -> str:
    return _WORDS["ar" if corpus.site.language[:2] == "ar" else "en"][word]


def _chapters(corpus: Corpus) -> Iterator[_Chapter]:
    site = corpus.site
    subtitle = f"<p>{text_of(site.subtitle)}</p>\n" if site.subtitle else ""
    edition = _said(corpus, "full" if site.edition == "full" else "public")
    opening = f"<h1>{text_of(site.title)}</h1>\n{subtitle}<p>{edition}</p>\n"
    yield _Chapter("opening", "opening.xhtml", site.title, _document(corpus, site.title, opening))
    for annotated in corpus.articles:
        yield _article(corpus, annotated)
    if corpus.events:
        title = _said(corpus, "timeline")
        lines = "".join(_event(corpus, each) for each in corpus.events)
        content = f"<h1>{title}</h1>\n<dl>\n{lines}</dl>\n"
        yield _Chapter("timeline", "timeline.xhtml", title, _document(corpus, title, content))


def _document(corpus: Corpus, title: str, body: str, language: str = "") -> str:
    tag = language or corpus.site.language
    languages = attribute("lang", tag) + attribute("xml:lang", tag)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"'
        f'{languages} dir="{direction(tag)}">\n<head>\n<title>{text_of(title) or "-"}</title>\n'
        '<link rel="stylesheet" type="text/css" href="book.css"/>\n</head>\n'
        f"<body>\n{body}</body>\n</html>\n"
    )


def _article(corpus: Corpus, annotated: Annotated) -> _Chapter:
    article = annotated.article
    when = date_words(article.date, article.language)
    source = (article.byline, publisher_name(corpus, article), when)
    blocks = "".join(_blocks(tuple(each for each in annotated.paragraphs if each.text)))
    body = (
        f"<h1>{text_of(article.headline or article.title)}</h1>\n"
        f'<p class="source">{text_of("; ".join(each for each in source if each))}'
        f"{_link(article.url)}</p>\n"
        f"{blocks or _withheld(corpus)}"
    )
    content = _document(corpus, article.title, body, article.language)
    return _Chapter(f"a-{article.slug}", f"a-{article.slug}.xhtml", article.title, content)


def _withheld(corpus: Corpus) -> str:
    return f"<p>{_said(corpus, 'withheld')}</p>\n"


def _link(address: str) -> str:
    if not address:
        return ""
    href = attribute("href", quote(address, safe=_ADDRESS))
    return f" <a{href}>{text_of(address)}</a>"


def _blocks(paragraphs: Sequence[Paragraph]) -> Iterator[str]:
    """Yield paragraphs as HTML; items that follow each other are one list."""
    for role, group in groupby(paragraphs, lambda each: each.role):
        parts = [(attribute("id", each.anchor), text_of(each.text)) for each in group]
        if role == "item":
            items = "".join(f"<li{name}>{text}</li>\n" for name, text in parts)
            yield f"<ul>\n{items}</ul>\n"
        elif role == "quote":
            yield from (f"<blockquote><p{name}>{text}</p></blockquote>\n" for name, text in parts)
        else:
            element = "h2" if role == "heading" else "p"
            yield from (f"<{element}{name}>{text}</{element}>\n" for name, text in parts)


def _event(corpus: Corpus, event: Event) -> str:
    language = corpus.site.language
    described = plain_text(event.description)
    text = f"<p>{text_of(described)}</p>" if described else ""
    evidence = "".join(
        f"<p><a{attribute('href', _place(corpus, each.article, each.anchor))}>"
        f"{text_of(_title(corpus, each.article))}</a></p>"
        for each in event.evidence
        if each.article in corpus.article
    )
    return (
        f"<dt>{text_of(date_words(event.edtf, language))}</dt>\n"
        f"<dd><p>{text_of(event.title)}</p>{text}{evidence}</dd>\n"
    )


def _title(corpus: Corpus, slug: str) -> str:
    article = corpus.article[slug].article
    return f"{publisher_name(corpus, article)}: {article.headline or article.title}"


def _place(corpus: Corpus, slug: str, anchor: str) -> str:
    """Return the address of a paragraph in the book; of the report where it has no text here."""
    paragraph = corpus.article[slug].paragraph(anchor)
    shown = paragraph and paragraph.text
    return f"a-{slug}.xhtml" + (f"#{paragraph.anchor}" if paragraph and shown else "")


def _nav(corpus: Corpus, chapters: Sequence[_Chapter]) -> str:
    title = _said(corpus, "contents")
    items = "".join(
        f"<li><a{attribute('href', each.file)}>{text_of(each.title) or '-'}</a></li>\n"
        for each in chapters
    )
    body = f'<nav epub:type="toc" id="toc">\n<h1>{title}</h1>\n<ol>\n{items}</ol>\n</nav>\n'
    return _document(corpus, title, body)


def _package(corpus: Corpus, chapters: Sequence[_Chapter], stamp: datetime) -> str:
    site = corpus.site
    name = uuid5(NAMESPACE_URL, f"{site.title}/{site.edition}/{EPUB}")
    modified = f"{stamp:%Y-%m-%dT%H:%M:%SZ}"
    about = f"<dc:description>{text_of(site.subtitle)}</dc:description>\n" if site.subtitle else ""
    tags = dict.fromkeys((site.language, *(each.article.language for each in corpus.articles)))
    languages = "".join(f"<dc:language>{text_of(tag)}</dc:language>\n" for tag in tags if tag)
    items = "".join(
        f'<item id="{each.name}" href="{each.file}" media-type="application/xhtml+xml"/>\n'
        for each in chapters
    )
    spine = "".join(f'<itemref idref="{each.name}"/>\n' for each in chapters)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="name"'
        f"{attribute('xml:lang', site.language)}>\n"
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">\n'
        f'<dc:identifier id="name">urn:uuid:{name}</dc:identifier>\n'
        f"<dc:title>{text_of(site.title) or '-'}</dc:title>\n{languages}{about}"
        f'<meta property="dcterms:modified">{modified}</meta>\n</metadata>\n<manifest>\n'
        '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>\n'
        f'<item id="css" href="book.css" media-type="text/css"/>\n{items}</manifest>\n'
        f'<spine page-progression-direction="{direction(site.language)}">\n{spine}'
        '<itemref idref="nav" linear="no"/>\n</spine>\n</package>\n'
    )
