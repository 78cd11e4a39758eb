"""Own the model: read entities, events and claims, check every reference, freeze the corpus."""
