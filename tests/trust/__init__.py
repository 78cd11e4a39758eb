"""Tests that hold the promises of docs/trust.md."""
