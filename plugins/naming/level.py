"""Bring a text to one form of spaces, hyphens, apostrophes and Arabic letters, place for place."""

from __future__ import annotations

_EQUAL = {
    " ": "\t\n\xa0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f",
    "-": "\u2010\u2011\ufe63\uff0d",
    "'": "\u2018\u2019\u201b\u02bc\u00b4\u2032\uff07",
    "\u0627": "\u0622\u0623\u0625\u0671",  # alef with hamza, madda or wasla
    "\u064a": "\u0649\u06cc",  # alef maqsura, Farsi yeh
    "\u0647": "\u0629",  # teh marbuta
    "\u0643": "\u06a9",
}
_TABLE = {ord(each): plain for plain, others in _EQUAL.items() for each in others}
# What Arabic may write on and between the letters of a word, and readers leave out.
ARABIC_MARKS = "\u0640\u064b-\u065f\u0670"


def levelled(text: str) -> str:
    """Return the text with one kind of space, hyphen and apostrophe; every offset stays."""
    return text.translate(_TABLE)
