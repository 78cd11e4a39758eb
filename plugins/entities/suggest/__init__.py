"""Suggest to a curator what the registry may lack: names, aliases, merges; and what it can spare.

`runs` finds unknown names, `known` looks for entities that they could be, `surplus` for doubles and
unused aliases; `sheet` writes and reads the list of suggestions, `accepting` carries out what was
ticked. Nothing here reaches the site: a curator's files do.
"""
