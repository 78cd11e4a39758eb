"""Suggest to a curator what the content may lack: names, aliases, merges, statements.

`runs` finds unknown names, `known` looks for entities that they could be, `surplus` for doubles and
unused aliases, `figures` for figures that a claim lacks; `sheet` writes and reads the list of
suggestions, `accepting` and `recording` carry out what was ticked. Nothing here reaches the site: a
curator's files do.
"""
