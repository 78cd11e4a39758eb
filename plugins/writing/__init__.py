"""Render and write what has changed, atomically."""
