"""Pages on what was held, said and ordered."""
