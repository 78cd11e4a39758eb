"""Import what is used of Whoosh, without the warnings of its source.

Compiling whoosh 2.7.4 warns of `is` with a literal and of invalid escapes; it is not ours to mend.
"""

from __future__ import annotations

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # SyntaxWarning, before Python 3.12 DeprecationWarning
    from whoosh.codec.whoosh3 import W3Codec
    from whoosh.fields import FieldType, Schema
    from whoosh.filedb.filestore import FileStorage, RamStorage
    from whoosh.formats import Format
    from whoosh.lang import languages, stemmer_for_language
    from whoosh.lang.stopwords import stoplists

__all__ = [
    "FieldType",
    "FileStorage",
    "Format",
    "RamStorage",
    "Schema",
    "W3Codec",
    "languages",
    "stemmer_for_language",
    "stoplists",
]
