"""The API: every resource of `opendata.resources`, read only, in JSON."""
