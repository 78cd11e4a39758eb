"""Say in which languages the interface is built, where its pages lie, and what its words are.

The first language's pages lie at the root of the site; those of another in a folder named like
the language, one for one. Theme, index and data are shared. Words come from gettext catalogues
(`theme/translations/<language>/LC_MESSAGES/sijill.po`), read as they are: nothing is compiled.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import GNUTranslations, NullTranslations
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


@dataclass(frozen=True, slots=True)
class Language:
    """A language of the interface: its BCP 47 tag, its own name, the folder of its pages."""

    tag: str
    name: str
    folder: str


def languages(tags: Sequence[str]) -> tuple[Language, ...]:
    """Return the languages of a site; the first has its pages at the root."""
    return tuple(
        Language(tag, str(Locale.parse(tag, sep="-").display_name), f"{tag}/" if number else "")
        for number, tag in enumerate(tags)
    )


@dataclass(frozen=True, slots=True)
class Catalogue:
    """The words of the interface in a language, as its file has them; empty where it has none."""

    tag: str
    text: bytes

    @property
    def version(self) -> str:
        """Return a name for these very words in this language."""
        return f"{self.tag}-{sha256(self.text).hexdigest()[:12]}"


def catalogue_of(theme: Path, tag: str) -> Catalogue:
    """Return the catalogue of a language."""
    path = theme / "translations" / tag / "LC_MESSAGES" / "sijill.po"
    return Catalogue(tag, path.read_bytes() if path.is_file() else b"")


def words(catalogue: Catalogue) -> NullTranslations:
    """Return the interface's words in a language; the templates' own where it has no catalogue."""
    if not catalogue.text:
        return NullTranslations()
    compiled = BytesIO()
    found = read_po(BytesIO(catalogue.text), locale=catalogue.tag.replace("-", "_"))
    write_mo(compiled, found)
    compiled.seek(0)
    return GNUTranslations(compiled)
