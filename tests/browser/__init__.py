"""Tests that drive Chromium and Firefox."""
