"""Find the mentions of entities in an article's text.

`level` brings text to one form, `spelling` says how a name may be written, `registry` compiles the
names, `edges` where one may stand, `candidates` finds them in one pass, `choice` picks, `find` puts
it together.
"""

from .find import find_mentions
from .registry import Registry, compile_registry, shared_aliases

__all__ = ["Registry", "compile_registry", "find_mentions", "shared_aliases"]
