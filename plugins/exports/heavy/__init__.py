"""Write the large formats into a built site: `make exports`."""
