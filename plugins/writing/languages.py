"""Say in which languages the interface is built, where its pages lie, and what its words are.

The first language's pages lie at the root of the site; those of another in a folder named like
the language, one for one. Theme, index and data are shared. Words come from gettext catalogues
(`theme/translations/<language>/LC_MESSAGES/sijill.po`), read as they are: nothing is compiled.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import GNUTranslations, NullTranslations
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


def words(theme: Path, tag: str) -> NullTranslations:
    """Return the interface's words in a language; the templates' own where it has no catalogue."""
    path = theme / "translations" / tag / "LC_MESSAGES" / "sijill.po"
    if not path.is_file():
        return NullTranslations()
    compiled = BytesIO()
    with path.open("rb") as file:
        write_mo(compiled, read_po(file, locale=tag.replace("-", "_")))
    compiled.seek(0)
    return GNUTranslations(compiled)
