"""Find the figures of an article, and who is said to have said them."""

from .finding import find_figures

__all__ = ["find_figures"]
