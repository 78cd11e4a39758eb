"""Find who said what: sources, cues and contents in one paragraph of English news."""

from .finding import find_attributions
from .model import Attribution

__all__ = ["Attribution", "find_attributions"]
