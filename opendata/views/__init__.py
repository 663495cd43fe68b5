"""Views of the open data."""
