"""Hold the built pages to what browsers, machines and readers expect of them."""
