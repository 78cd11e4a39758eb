"""The rooms of Sijill, one folder each; docs/decisions.md has the picture."""
