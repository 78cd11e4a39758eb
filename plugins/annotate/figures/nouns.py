"""List the words by which the noun of a number is found."""

from __future__ import annotations

from ..attribution.lexicon import word_set

TIMES = word_set("second minute hour day night week month year decade century season")
SINGULAR_PEOPLE = word_set(
    "person man woman child boy girl soldier civilian fighter rebel journalist doctor nurse "
    "resident policeman officer worker medic student teacher patient"
)
# Words that end the search for a noun: no noun phrase goes on over them.
STOPS = word_set(
    """
    a an the this that these those his her its their my our your of in on at to for from with by
    about into over under after before during through between among against within without near
    across around behind along amid since until via toward towards upon inside outside despite
    and or but nor because while when whenever if although though as than whether unless whereas
    where how why what so who whom which whose is are was were be been being am has have had having
    do does did will would can could may might must shall should not never also then there here
    he she it they we you i said says say told tells reported claimed added fled left died killed
    surrendered remain remained reach reached went came took made ago later earlier per each both
    nearly almost only just already still who's it's every more fewer less than
    """
)
# Words that count people though they do not look like plurals.
PEOPLE = word_set(
    """
    people men women children police personnel clergy staff crew dead wounded injured missing
    displaced detained killed aircraft livestock cattle sheep fish offspring media data square
    servicemen servicewomen policemen firefighters gunmen fishermen businessmen lawmakers militiamen
    """
) - {"square"}
NOT_PLURAL = word_set(
    """
    news series species means headquarters business press process previous various serious religious
    less this its his was has is as us famous numerous dangerous perhaps always besides sometimes
    thus plus yes does goes towards afterwards across indigenous continuous precious gas bus campus
    virus status focus crisis basis analysis congress access success progress mass class
    """
)
ADJECTIVE_ENDS = ("ous", "ss", "us", "is")
IRREGULAR_PLURALS = {"person": "people", "man": "men", "woman": "women", "child": "children"}
