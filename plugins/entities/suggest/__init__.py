"""Suggest to a curator what the content may lack: names, aliases, merges, statements.

`runs` finds unknown names, and `modelled` more of them where a model of names is installed; `known`
looks for entities that they could be, `surplus` for doubles and unused aliases, `figures` for what
a claim lacks; `readers` brings what readers annotated. `sheet` writes and reads the list,
`accepting` and `recording` carry out what was ticked. Nothing here reaches the site: a curator's
files do.
"""
