"""Find who said what: sources, cues and contents in one paragraph of English news."""
