"""Lay the figures that reports differ on side by side, and never say who is right."""
