"""Every setting of the site, grouped. What differs on a host stands in publishconf.py."""

import os

# The collection. content/collection.toml may give it another title and subtitle.
SITENAME = "Sijill"
SITESUBTITLE = "An annotated archive of news reports"
DEFAULT_LANG = "en"
# A content folder whose entities other collections may borrow; "" lends nothing.
REGISTRY = os.environ.get("REGISTRY", "content")
INTERFACE_LANGUAGES = ["en", "ar"]  # the first at the root, each other in a folder of its name
EDITION = "full"  # or "public": text marked `rights: restricted` is left out

# The pipeline, in order. Take a line and its folder away, and the feature is gone.
PLUGINS = [
    "plugins.corpus",  # reads the content and everything it refers to
    "plugins.annotate",  # finds names, dates and figures; freezes the corpus
    "plugins.articles",  # the start page, the articles, the list by date
    "plugins.cleaning",  # what the import removed from each article's capture
    "plugins.entities",  # people, groups, places, organisations, works; A to Z
    "plugins.timeline",  # events in the order of their dates
    "plugins.claims",  # figures that reports differ on, side by side
    "plugins.atlas",  # a map of the places
    "plugins.sources",  # a page for each publisher
    "plugins.naming",  # which words each publisher has for the same party
    "plugins.search",  # the index that the browser searches from disk
    "plugins.exports",  # output/data/: the archive for other programs
    "plugins.integrity",  # no dead link, no remote request, nothing restricted
    "plugins.writing",  # renders, and puts the finished site in place of the last
]

# Where things are. Articles are read by plugins/corpus (docs/decisions.md says why).
PATH = "content"
ARTICLE_PATHS = []
PAGE_PATHS = ["pages"]
PAGE_URL = "{slug}.html"
PAGE_SAVE_AS = "{slug}.html"
STATIC_PATHS = []
THEME = "theme"
THEME_STATIC_DIR = "theme"
OUTPUT_PATH = "output"

# Rendering. Everything opens from disk: relative links, each naming a file.
SITEURL = ""
RELATIVE_URLS = True
JINJA_ENVIRONMENT = {
    "autoescape": True,
    "trim_blocks": True,
    "lstrip_blocks": True,
    "extensions": ["jinja2.ext.i18n"],
}
MARKDOWN = {"extensions": ["tables", "sane_lists"], "output_format": "html"}

# The same bytes on every machine.
TIMEZONE = "UTC"
LOCALE = "C"
DEFAULT_DATE_FORMAT = "%Y-%m-%d"

# What Pelican would make by itself and Sijill makes otherwise.
DIRECT_TEMPLATES = []
CATEGORY_SAVE_AS = TAG_SAVE_AS = AUTHOR_SAVE_AS = ""
FEED_ALL_ATOM = CATEGORY_FEED_ATOM = TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = AUTHOR_FEED_RSS = None
USE_FOLDER_AS_CATEGORY = False
DEFAULT_PAGINATION = False
CACHE_CONTENT = False

# What is kept between builds; deleting it costs time and nothing else.
CACHE_PATH = ".cache"
