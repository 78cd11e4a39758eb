"""Turn captures of published reports into clean, dated, attributed articles; lose nothing."""
