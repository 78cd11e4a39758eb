"""Write what reference managers keep of a report: a record, in BibTeX, RIS and CSL-JSON."""
