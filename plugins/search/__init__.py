"""Search: ranked full text from disk, made with Whoosh and exported to shards for the browser."""
