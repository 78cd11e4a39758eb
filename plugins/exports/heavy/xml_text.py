"""Write text into XML."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

# What XML 1.0, § 2.2, does not allow, however it is written.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def text_of(text: str) -> str:
    """Return a text as the content of an element."""
    return escape(_FORBIDDEN.sub("", text))


def attribute(name: str, value: str) -> str:
    """Return ` name="value"`, nothing for an empty value."""
    return f" {name}={quoteattr(_FORBIDDEN.sub('', value))}" if value else ""
