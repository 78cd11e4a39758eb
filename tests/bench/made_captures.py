"""Make seeded captures of any number: made-up reports in the page templates of four publishers.

The words are those of `synthetic.Collection`, put into sentences; around them stands what news
pages have around their reports, and as much: menus, scripts, captions, share lines, related links,
comments. In a hundred captures one repeats another's bytes, one has another's text in another
publisher's template, and one is a damaged archive.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from .synthetic import Collection

SENTENCE = 22
"""Words of a sentence, about."""
CLAUSE = 9
LINKED = 0.1
"""The share of sentences with a link in them."""
ROUND = 100
TWIN, WIRE, DAMAGED = 97, 98, 99
"""Places in each hundred captures of those that are no report of their own."""
SCRIPT = (20_000, 160_000)
"""Characters of a page's scripts; the median page of data/extraction has 223,000 in all."""


@dataclass(frozen=True, slots=True)
class Report:
    """What a page reports."""

    number: int
    title: str
    byline: str
    day: str
    paragraphs: tuple[str, ...]
    headlines: tuple[str, ...]
    script: str


Template = Callable[[Report], str]


def write_captures(folder: Path, count: int, seed: int = 1) -> None:
    """Write so many captures into a folder; the same count and seed give the same files."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(seed)  # noqa: S311 (no secret)
    before: list[tuple[Report, str]] = []
    for number, report in enumerate(_reports(count, seed, chance)):
        place, name = number % ROUND, f"{number:06}.html"
        if place == DAMAGED:
            (folder / f"{number:06}.zip").write_bytes(b"PK\x03\x04" + name.encode() * 20)
            continue
        page = TEMPLATES[number % len(TEMPLATES)](report)
        if place == TWIN:
            page = before[-1][1]
        elif place == WIRE:
            page = TEMPLATES[(before[-2][0].number + 3) % len(TEMPLATES)](before[-2][0])
        before = [*before[-2:], (report, page)]
        (folder / name).write_text(page, "utf-8")


def expected(count: int) -> tuple[int, int, int]:
    """Return how many captures are imported, already there and quarantined."""
    places = [number % ROUND for number in range(count)]
    there, refused = places.count(TWIN), places.count(DAMAGED)
    return count - there - refused, there, refused


def _reports(count: int, seed: int, chance: random.Random) -> Iterator[Report]:
    articles = (each for each in Collection(count, seed).documents() if each.kind == "article")
    titles = ["the river is high again"] * 8
    for number, article in enumerate(articles):
        title = article.title.capitalize()
        titles = [*titles[-11:], title]
        yield Report(
            number,
            title,
            " ".join(f"{word}o".title() for word in article.title.split()[1:3]),
            article.date,
            tuple(_sentences(text, chance) for _, text in article.paragraphs),
            tuple(titles[:-1]),
            _script(article.title, chance),
        )


def _sentences(text: str, chance: random.Random) -> str:
    """Part words into sentences with commas."""
    words, sentences = text.rstrip(".").split(), []
    while words:
        length = chance.randint(SENTENCE - 8, SENTENCE + 8)
        part, words = words[:length], words[length:]
        marked = [f"{word}," if n % CLAUSE == CLAUSE - 1 else word for n, word in enumerate(part)]
        sentences.append(" ".join(marked).rstrip(",").capitalize() + ".")
        if chance.random() < LINKED:
            sentences.append(f'<a href="/more"><em>{sentences.pop()}</em></a>')
    return " ".join(sentences)


def _script(words: str, chance: random.Random) -> str:
    row = json.dumps({"id": words, "tags": words.split(), "w": [640, 960, 1280]})
    return f"window.__state=[{','.join([row] * (chance.randint(*SCRIPT) // len(row)))}];"


def _links(titles: Sequence[str], form: str = '<li><a href="/{n}">{t}</a></li>') -> str:
    return "".join(form.format(n=number, t=title) for number, title in enumerate(titles))


def _cards(titles: Sequence[str]) -> str:
    """Return teasers of other reports, as news pages have them by the dozen."""
    form = (
        '<div class="card"><div><a href="/{n}"><picture><source srcset="{n}.webp"><img src="{n}"'
        ' alt=""></picture></a></div><div><span>World</span><h3><a href="/{n}">{t}</a></h3>'
        "<span><svg><path d=M0></path></svg><time>2 hours ago</time></span></div></div>"
    )
    return _links([*titles, *titles], form)


def _menu(count: int) -> str:
    """Return the links of a menu with as many entries, each with an icon as pages have it."""
    sections = ("World", "Region", "Business", "Sport", "Weather", "Opinion", "Archive", "Photos")
    form = '<li class="m"><a href="/{n}"><span>{t}</span><svg><use href="#i"></use></svg></a></li>'
    return _links([sections[number % len(sections)] for number in range(count)], form)


def semantic(report: Report) -> str:
    """Return a page with declared metadata and HTML5's sections."""
    said = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": report.title,
        "datePublished": f"{report.day}T08:30:00+00:00",
        "author": {"@type": "Person", "name": report.byline},
        "publisher": {"@type": "Organization", "name": "River Herald"},
    }
    first, *rest = (f"<p>{each}</p>" for each in report.paragraphs)
    figure = "<figure><img src=a.jpg><figcaption>A ferry at the quay. Photo: Herald</figcaption>"
    return f"""<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">
<title>{report.title} | River Herald</title><meta property="og:site_name" content="River Herald">
<meta property="og:title" content="{report.title}">
<link rel="canonical" href="https://herald.example/{report.number}">
<script type="application/ld+json">{json.dumps(said)}</script><script>{report.script}</script>
</head><body><header><nav><ul>{_menu(64)}</ul></nav></header><main><article>
<h1>{report.title}</h1><p class="byline">By {report.byline}</p>
<time datetime="{report.day}">{report.day}</time>
<ul class="share"><li><a href="#">Share</a></li><li><a href="#">Tweet</a></li></ul>
{first}{figure}</figure>{"".join(rest)}
<div class="newsletter"><form><p>Sign up for our newsletter</p><input></form></div></article>
<aside><h2>Related</h2>{_cards(report.headlines)}</aside></main>
<footer><ul>{_menu(40)}</ul><p>Copyright River Herald. All rights reserved.</p></footer>
</body></html>"""


def weblog(report: Report) -> str:
    """Return a page of divisions whose classes say what they are, with comments below."""
    body = "".join(f"<p>{each}</p>" for each in report.paragraphs)
    comment = (
        '<div class="comment"><div><img src=u.png><b>Reader</b> <time>1 hour ago</time></div>'
        "<p>I read this twice, and I do not agree at all.</p><a href=#>Reply</a></div>"
    )
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8">
<title>{report.title} - Coast Watch</title><meta name="author" content="{report.byline}">
<meta property="article:published_time" content="{report.day}T10:00:00Z">
<script>{report.script}</script></head><body><div id="header"><ul class="menu">{_menu(60)}</ul>
</div><div id="content"><div class="post"><h1 class="entry-title">{report.title}</h1>
<div class="entry-meta">Posted on {report.day} by {report.byline}</div>
<div class="entry-content">{body}<p>Read more: <a href="/x">{report.headlines[0]}</a></p></div>
<div class="sharedaddy"><a href="#">Share this</a></div></div>
<div id="comments"><h3>Comments</h3>{comment * 20}</div></div>
<div id="sidebar"><div class="widget"><h3>Recent posts</h3>{_cards(report.headlines)}</div>
</div><div id="footer">Proudly made by Coast Watch</div></body></html>"""


def tabled(report: Report) -> str:
    """Return a page laid out by tables, its paragraphs parted by line breaks."""
    body = "<br><br>".join(report.paragraphs)
    row = '<tr><td><img src="b.gif"></td><td><font size="1"><a href="/{n}">{t}</a></font></td></tr>'
    cells = _links(report.headlines * 4, row)
    return f"""<html><head><title>Hill Agency: {report.title}</title>
<script>{report.script}</script></head><body><table width="100%"><tr><td colspan="3"><ul>{_menu(50)}
</ul></td></tr><tr><td width="20%"><table>{cells}</table></td><td><h2>{report.title}</h2>
<font size="2">By {report.byline}<br>{report.day}</font><div>{body}</div>
<a href="/print">Print this page</a> <a href="/mail">Send to a friend</a></td>
<td width="20%"><table>{cells}</table></td></tr></table>Copyright Hill Agency</body></html>"""


def hashed(report: Report) -> str:
    """Return a page made by a program, whose classes say nothing."""
    body = "".join(
        f'<div class="css-{number % 3}x9"><p class="css-k2">{each}</p></div>'
        for number, each in enumerate(report.paragraphs)
    )
    related = _cards(report.headlines).replace("card", "css-7q")
    return f"""<!DOCTYPE html><html lang="en"><head><title>{report.title}</title>
<meta property="og:title" content="{report.title}"><meta property="og:site_name" content="Delta">
<meta property="article:published_time" content="{report.day}"></head><body><div id="root">
<div class="css-1a"><div class="css-4n">{_menu(90)}</div></div><div class="css-9b">
<div class="css-3c"><h1 class="css-z1">{report.title}</h1><span class="css-b5"><a rel="author"
href="/a">{report.byline}</a></span><time datetime="{report.day}">{report.day}</time></div>
<section class="css-2p" name="articleBody">{body}</section>
<div class="css-0r"><h2>More from Delta</h2>{related}</div></div></div>
<script>{report.script}</script></body></html>"""


TEMPLATES: tuple[Template, ...] = (semantic, weblog, tabled, hashed)
