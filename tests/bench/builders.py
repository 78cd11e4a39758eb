"""Build the same made articles with Sijill, plain Pelican, Hugo, and Hugo with Pagefind.

A builder has a folder of its own, below one that all share, so that all write to one file system.
The peers get an article's text as it is, and the known names in it as its tags.
"""

from __future__ import annotations

import shutil
import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Protocol

from .cost import Cost, cost_of
from .made_content import MadeArticle, MadeContent, write

ROOT = Path(__file__).resolve().parents[2]
QUIET = {"PYTHONPYCACHEPREFIX": str(ROOT / ".cache" / "python"), "REGISTRY": "", "PROFILE": "1"}


class Builder(Protocol):
    """What is measured. `caches`: it keeps something between builds that has to be filled first."""

    name: str
    caches: bool

    def lay(self, article: MadeArticle, about: tuple[tuple[str, str], ...] = ()) -> None:
        """Put an article into the collection, and the event and the claim that are about it."""

    def clean(self) -> None:
        """Take what was built away, and all that is kept between builds."""

    def full(self) -> Cost:
        """Build from nothing."""

    def again(self) -> Cost:
        """Build after a change, or after none."""


class Sijill:
    """All of it: annotation, pages, timeline, claims, map, search, data."""

    caches = True

    def __init__(self, folder: Path, made: MadeContent, languages: tuple[str, ...]) -> None:
        self.name = f"Sijill, {len(languages)} {'language' if len(languages) == 1 else 'languages'}"
        self._folder = folder / f"sijill-{len(languages)}"
        self._content, self._output = self._folder / "content", self._folder / "output"
        self._cache = self._folder / "cache"
        self._made = made
        self._changed = 0
        settings = f"'CACHE_PATH=\"{self._cache}\"' 'INTERFACE_LANGUAGES={_listed(languages)}'"
        places = f'"{self._content}" "{self._output}"'
        python = f'"{sys.executable}"'
        self._command = (
            f"{python} -S plugins/writing/unchanged.py {places} full ||"
            f' {python} -m pelican "{self._content}" -o "{self._output}" -s pelicanconf.py'
            f" --fatal warnings -e {settings}"
        )
        for path, text in made.entities():
            write(self._content / path, text)

    def lay(self, article: MadeArticle, about: tuple[tuple[str, str], ...] = ()) -> None:
        """Put an article into the content folder."""
        write(self._content / article.path(), article.text())
        for path, text in about:
            write(self._content / path, text)

    def clean(self) -> None:
        """Delete the site and the caches; the content has its ledger of anchors still."""
        for folder in (self._output, self._cache):
            shutil.rmtree(folder, ignore_errors=True)

    def full(self) -> Cost:
        """Run what `make html` runs."""
        return self.again()

    def again(self) -> Cost:
        """Run what `make html` runs."""
        return cost_of(["sh", "-c", self._command], ROOT, QUIET)

    def give_an_alias(self) -> None:
        """Give an entity that few articles name an alias that stands in some."""
        number = len(self._made.names) // 2 + self._changed
        path = next(self._content.glob(f"entities/*/entity-{number}.md"))
        alias = self._made.strangers[self._changed]
        text = path.read_text("utf-8").replace("aliases:\n", f"aliases:\n    {alias}\n")
        path.write_text(text, "utf-8")
        self._changed += 1


class Pelican:
    """Pelican with tag pages and its theme `simple`; after the first build with its own cache."""

    name = "Pelican"
    caches = True

    def __init__(self, folder: Path) -> None:
        self._folder = folder / "pelican"
        settings = (
            'SITENAME = "Reports"\nSITEURL = ""\nAUTHOR = "Reports"\nTHEME = "simple"\n'
            'TIMEZONE = "UTC"\nDEFAULT_LANG = "en"\nPLUGINS = []\n'
            "FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None\n"
            "AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None\n"
        )
        write(self._folder / "plain.py", settings)
        cached = "CACHE_CONTENT = LOAD_CONTENT_CACHE = True\n"
        write(self._folder / "cached.py", settings + cached)

    def lay(self, article: MadeArticle, _about: tuple[tuple[str, str], ...] = ()) -> None:
        """Put an article into the content folder."""
        head = f"Title: {article.title}\nDate: {article.day}\nTags: {', '.join(article.names)}\n"
        text = f"{head}Slug: {article.slug}\n\n" + "\n\n".join(article.paragraphs) + "\n"
        write(self._folder / "content" / f"{article.slug}.md", text)

    def clean(self) -> None:
        """Delete the site and the cache."""
        for name in ("output", "cache"):
            shutil.rmtree(self._folder / name, ignore_errors=True)

    def full(self) -> Cost:
        """Build without a cache."""
        return self._run("plain.py")

    def again(self) -> Cost:
        """Build with the cache of what was read."""
        return self._run("cached.py")

    def _run(self, settings: str) -> Cost:
        command = [sys.executable, "-m", "pelican", "content", "-o", "output", "-s", settings]
        return cost_of(command, self._folder, {})


class Hugo:
    """Hugo with the least templates: a page for each article and tag, and lists of both."""

    name = "Hugo"
    caches = False

    def __init__(self, folder: Path) -> None:
        self._folder = folder / self.name.lower().replace(" ", "-")
        self._program = _beside("hugo", "binaries/hugo")
        settings = 'baseURL = "/"\ntitle = "Reports"\n'
        settings += 'disableKinds = ["RSS", "sitemap", "robotsTXT", "404"]\n'
        write(self._folder / "hugo.toml", settings)
        for name, body in _LAYOUTS.items():
            write(self._folder / "layouts" / "_default" / name, _PAGE.replace("BODY", body))

    def lay(self, article: MadeArticle, _about: tuple[tuple[str, str], ...] = ()) -> None:
        """Put an article into the content folder."""
        tags = "".join(f"  - {name}\n" for name in article.names)
        head = f"---\ntitle: {article.title}\ndate: {article.day}\ntags:\n{tags}---\n"
        text = head + "\n\n".join(article.paragraphs) + "\n"
        write(self._folder / "content" / "articles" / f"{article.slug}.md", text)

    def clean(self) -> None:
        """Delete the site."""
        shutil.rmtree(self._folder / "public", ignore_errors=True)

    def full(self) -> Cost:
        """Build everything: Hugo keeps no pages between builds."""
        return self.again()

    def again(self) -> Cost:
        """Build everything."""
        return cost_of([self._program, "--quiet"], self._folder, {})


class HugoWithPagefind(Hugo):
    """Hugo, and then Pagefind's index of what it wrote."""

    name = "Hugo with Pagefind"

    def again(self) -> Cost:
        """Build and index everything."""
        pagefind = _beside("pagefind_bin", "pagefind")
        command = f'"{self._program}" --quiet && "{pagefind}" --site public --silent'
        return cost_of(["sh", "-c", command], self._folder, {})


_PAGE = """<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body>
BODY
</body>
</html>
"""
_LIST = """<h1>{{ .Title }}</h1>
<ul>{{ range .Pages }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}
</ul>"""
_LAYOUTS = {
    "single.html": """<main data-pagefind-body>
<h1>{{ .Title }}</h1>
<p><time>{{ .Date.Format "2006-01-02" }}</time></p>
{{ .Content }}
<ul>{{ range .GetTerms "tags" }}
<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}
</ul>
</main>""",
    "list.html": _LIST,
    "terms.html": _LIST,
    "term.html": _LIST,
}


def _beside(package: str, program: str) -> str:
    """Return the path of a program that a Python package brings."""
    found = find_spec(package)
    folders = list(found.submodule_search_locations or []) if found else []
    if not folders:
        raise SystemExit(f"{package} is not installed: `make bench-build` installs it.")
    return str(Path(folders[0]) / program)


def _listed(languages: tuple[str, ...]) -> str:
    return "[" + ",".join(f'"{each}"' for each in languages) + "]"
