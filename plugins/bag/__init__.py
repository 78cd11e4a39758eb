"""Copy the built archive so that it can be carried, and prove that a copy is whole.

A copy is a BagIt bag (RFC 8493): the site below `data/`, lists of SHA-256 sums, and a program
that compares them. docs/trust.md says what it proves.
"""
