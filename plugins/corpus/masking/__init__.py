"""Mask words and entities of the corpus, in every text and annotation of it."""
